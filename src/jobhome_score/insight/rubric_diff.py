"""What differs between two rubrics, by structure: things with an id are held against their namesakes.

What says the same is the same: 0.50 and 0.5, one item and a list of it, a default written out and one left out; the
order of things that have names; comments and layout.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Final

from jobhome_score.named import NamedTuple
from jobhome_score.rubric.build import CALENDAR, SECTION
from jobhome_score.rubric.nodes import Items, Mapped, Node, Scalar
from jobhome_score.rubric.readings import is_choice
from jobhome_score.rubric.rule_shape import PRICE, RULE
from jobhome_score.rubric.sentences import MEASURE, TAKE
from jobhome_score.rubric.shapes import NOTHING, NUMBER_TEXT, Record

RECORDS: Final = (CALENDAR, SECTION, RULE, PRICE, MEASURE, TAKE)
NAMED: Final = ("sections", "indicators", "rules", "obligations")
IN_ORDER: Final = frozenset({"ratio"})


class Step(NamedTuple):
    """A step on the way to a place: the key or the id taken, and what stands there on either side."""

    key: str
    node: Node
    kind: str = "key"
    """key, id (of a thing that has one), option (of a reading) or number (in a list)."""


class Change(NamedTuple):
    """A place where two rubrics differ, and what stands there on each side; None where there is nothing."""

    path: tuple[Step, ...]
    before: Node | None
    after: Node | None


def rubric_changes(before: Mapped, after: Mapped) -> Iterator[Change]:
    """Every difference between two rubrics, in the order of the first, then what only the second has."""
    return _between((), before, after)


def _silent() -> Mapping[str, str]:
    """What a key says when it is left out, as far as that is a word."""
    words = {"each": "period", "keep": "all", "base": "start", "due": "running"}
    return words | {
        name: key.default.value for record in RECORDS for name, key in record.keys.items() if _is_word(record, name)
    }


def _is_word(record: Record, name: str) -> bool:
    return isinstance(record.keys[name].default, Enum)


SILENT: Final = _silent()
LEFT_OUT: Final = frozenset({"cap", "terms", "ceiling"})
"""Keys that may say `none` instead of nothing."""

EMPTY: Final = frozenset({"unpriced", "where", "months", "working", "off", "obligations", "readings"})
"""Keys that may say an empty list or mapping instead of nothing."""


def _between(path: tuple[Step, ...], before: Node, after: Node) -> Iterator[Change]:
    before, after = _bare(before), _bare(after)
    choices = [is_choice(node) for node in (before, after)]
    if isinstance(before, Mapped) and isinstance(after, Mapped) and choices[0] == choices[1]:
        if not choices[0] or _same(before.pairs[0][1], after.pairs[0][1]):
            yield from _mappings(path, before, after)
        else:
            yield Change(path, before, after)
    elif isinstance(before, Items) or isinstance(after, Items):
        yield from _lists(path, before, after)
    elif not _same(before, after):
        yield Change(path, before, after)


def _bare(node: Node) -> Node:
    """A list of one plain word is that word."""
    return node.items[0] if isinstance(node, Items) and len(node.items) == 1 and _plain(node) else node


def _plain(node: Items) -> bool:
    return all(isinstance(item, Scalar) for item in node.items)


def _same(one: Node, other: Node) -> bool:
    return isinstance(one, Scalar) and isinstance(other, Scalar) and _meant(one.text) == _meant(other.text)


def _meant(text: str) -> object:
    """What a scalar means: numbers by value, a percentage apart from a number."""
    bare = text.removesuffix("%")
    return (Decimal(bare), bare != text) if NUMBER_TEXT.fullmatch(bare) else text


def _mappings(path: tuple[Step, ...], before: Mapped, after: Mapped) -> Iterator[Change]:
    kind = "option" if is_choice(before) else "key"
    for name in dict.fromkeys((*before.keys(), *after.keys())):
        old, new = _said(path, before, name), _said(path, after, name)
        if old is not None and new is not None:
            yield from _between((*path, Step(name, new, kind)), old, new)
        elif (only := old or new) is not None and not _unsaid(name, only):
            yield Change((*path, Step(name, only, kind)), old, new)


def _said(path: tuple[Step, ...], node: Mapped, name: str) -> Node | None:
    """What a mapping says under a key; a reading's default, if left out, is its first option."""
    found = node.get(name)
    if found is None and name == "default" and len(path) > 1 and path[0].key == "readings":
        options = node.get("options")
        return options.pairs[0][0] if isinstance(options, Mapped) and options.pairs else None
    return found


def _unsaid(name: str, node: Node) -> bool:
    """Whether a key says no more than it would say if it were left out."""
    node = _bare(node)
    if isinstance(node, Items | Mapped):
        return name in EMPTY and not (node.items if isinstance(node, Items) else node.pairs)
    return node.text == (NOTHING if name in LEFT_OUT else SILENT.get(name))


def _lists(path: tuple[Step, ...], before: Node, after: Node) -> Iterator[Change]:
    olds, news = _items(before), _items(after)
    everything = (*olds, *news)
    if all(isinstance(item, Scalar) for item in everything):
        yield from _words(path, before, after)
    elif all(_id(item) for item in everything):
        yield from _named(path, olds, news)
    else:
        for number in range(max(len(olds), len(news))):
            old, new = (side[number] if number < len(side) else None for side in (olds, news))
            yield from _one((*path, Step(str(number + 1), new or old or after, "number")), old, new)


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else (node,)


def _one(path: tuple[Step, ...], old: Node | None, new: Node | None) -> Iterator[Change]:
    if old is not None and new is not None:
        yield from _between(path, old, new)
    else:
        yield Change(path, old, new)


def _named(path: tuple[Step, ...], olds: tuple[Node, ...], news: tuple[Node, ...]) -> Iterator[Change]:
    sides = [{_id(item): item for item in side} for side in (olds, news)]
    for name in dict.fromkeys((*sides[0], *sides[1])):
        old, new = sides[0].get(name), sides[1].get(name)
        yield from _one((*path, Step(name, new or old or olds[0], "id")), old, new)


def _id(node: Node) -> str:
    found = node.get("id") if isinstance(node, Mapped) else None
    return found.text if isinstance(found, Scalar) else ""


def _words(path: tuple[Step, ...], before: Node, after: Node) -> Iterator[Change]:
    """Plain lists: each word that was added or removed; where the order means something, the list as one."""
    sides = [{_meant(item.text): item for item in _items(node) if isinstance(item, Scalar)} for node in (before, after)]
    if path and path[-1].key in IN_ORDER:
        if list(sides[0]) != list(sides[1]):
            yield Change(path, before, after)
        return
    for meant, item in sides[0].items():
        if meant not in sides[1]:
            yield Change(path, item, None)
    for meant, item in sides[1].items():
        if meant not in sides[0]:
            yield Change(path, None, item)
