"""Rows that count apart although a reader takes them for one: names told apart by a dash or a foreign letter, and twins.

They are told, not joined: 中心1 and 中心01 may be two. What is compared is what rules count as distinct.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jobhome_score.ledgers.body import about
from jobhome_score.ledgers.tables import Table
from jobhome_score.ledgers.wording import PLAIN
from jobhome_score.patterns import pattern
from jobhome_score.problems import Code, Problem

NAMES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "staff": ("name", ()),
    "events": ("event", ()),
    "livestreams": ("platform", ("date", "start")),
    "videos": ("title", ("date", "platform")),
    "partners": ("company", ()),
    "publicity": ("channel", ()),
}
"""By ledger, the text that makes its rows distinct, and what has to be the same beside it."""

TWINS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "events": ("event", ("companies", "positions", "visitors")),
    "livestreams": ("start", ("views",)),
}
"""By ledger, the one column in which twins differ, and the figures of which one at least is not 0."""

ELSEWHERE: Mapping[str, tuple[str, ...]] = {"livestreams": ("date", "start", "title"), "videos": ("date", "title")}
"""By ledger with platforms, what is the same where one thing went out on several of them."""

FOREIGN = str.maketrans("авекмнорстухіјѕαβεζηικμνορτυχ", "abekmhopctyxijsabezhikmvoptyx")
"""Cyrillic and Greek small letters that look like Latin ones."""

DASH = pattern("(?<=[a-z0-9])[一ーｰ丨](?=[0-9])")
LEADING = pattern("(?<![0-9])0+(?=[0-9])")
LONGEST = 200


def lookalikes(found: Table) -> Iterator[Problem]:
    """Rows whose name only seems to be another one, each wording once, and rows that differ in nothing but their key."""
    yield from _names(found, *NAMES[found.ledger.id]) if found.ledger.id in NAMES else ()
    yield from _twins(found, *TWINS[found.ledger.id]) if found.ledger.id in TWINS else ()
    yield from _elsewhere(found, ELSEWHERE[found.ledger.id]) if found.ledger.id in ELSEWHERE else ()


def seen_as(name: str) -> str:
    """What a reader sees of a name's key: no case, no foreign letters, no marks but between figures, no leading zeros."""
    if name.isalpha() and name == name.casefold() and PLAIN.fullmatch(name):
        return name  # small Latin letters and Chinese: nothing stands for anything else
    plain = DASH.sub("-", name[:LONGEST].casefold().translate(FOREIGN))
    parted = "".join(" " if unicodedata.category(mark)[0] in "PSM" else mark for mark in plain)
    return LEADING.sub("", re.sub("(?<![0-9]) +| +(?![0-9])", "", parted)) + name[LONGEST:]


def _names(found: Table, column: str, beside: Sequence[str]) -> Iterator[Problem]:
    names = found.keyed(column)
    seen = {name: seen_as(name) for name in set(names) if name is not None}
    if len(set(seen.values())) == len(seen):
        return
    first: dict[tuple[Any, ...], dict[str, int]] = {}
    for row, (name, *rest) in enumerate(zip(names, *map(found.keyed, beside), strict=True)):
        alike = first.setdefault((seen.get(name), *rest), {})
        if name is None or name in alike:
            continue
        if alike:
            facts = about(found.ledger.fields[column]) | {"other": str(found.place(min(alike.values()), column))}
            yield Problem(Code.LOOKALIKE_NAME, found.place(row, column), found.columns[column][row], facts)
        alike[name] = row


def _twins(found: Table, differing: str, figures: Sequence[str]) -> Iterator[Problem]:
    """Each set of twins once, at its second row."""
    filled = map(any, zip(*(found.columns[name] for name in figures), strict=True))
    others = (found.keyed(name) for name in found.columns if name != differing)
    alike: dict[tuple[Any, ...], list[int]] = {}
    for row, (some, *cells) in enumerate(zip(filled, *others, strict=True)):
        if some:
            alike.setdefault(tuple(cells), []).append(row)
    keys = found.keyed(differing)
    for first, *rest in alike.values():
        other = next((row for row in rest if keys[row] != keys[first]), None)
        if other is not None:
            facts = {"other": str(found.place(first)), "count": str(len(rest) + 1)}
            facts |= about(found.ledger.fields[differing])
            yield Problem(Code.TWIN_ROW, found.place(other), str(keys[other]), facts)


def _elsewhere(found: Table, same: Sequence[str]) -> Iterator[Problem]:
    """Each platform that repeats what is on another one, once, at the first row that does."""
    platforms = found.keyed("platform")
    first: dict[tuple[Any, ...], int] = {}
    again: dict[Any, list[tuple[int, int]]] = {}
    for row, cells in enumerate(zip(*map(found.keyed, same), strict=True)):
        other = row if None in cells else first.setdefault(cells, row)
        if platforms[other] != platforms[row]:
            again.setdefault(platforms[row], []).append((row, other))
    for pairs in again.values():
        row, other = pairs[0]
        facts = {"other": str(found.place(other)), "count": str(len(pairs))} | about(found.ledger.fields["platform"])
        yield Problem(Code.SAME_ELSEWHERE, found.place(row, "platform"), str(found.columns["platform"][row]), facts)
