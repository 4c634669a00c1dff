"""Two sides held against each other: where their figures part, which misses only one of them has, and why."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from jobhome_score.evidence import Place
from jobhome_score.insight.attribution import Part
from jobhome_score.insight.differences import (
    Comparison,
    DutyDifference,
    LineDifference,
    MissDifference,
    NamedDifference,
    RuleDifference,
)
from jobhome_score.insight.row_changes import RowChanges
from jobhome_score.insight.sides import Side, SideDuty, SideLine, SideMiss, SideRule, Spot, Terms
from jobhome_score.records import dataclass


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which rows of the sides are the same one.

    `twin`: where the row at a place of A stands in B, None where B does not have it. `changes`: ledger by ledger, where
    both sides are ledgers; where they are not, rows are told by place, and if need be by what is said of them.
    """

    twin: Callable[[Place], Place | None]
    changes: Sequence[RowChanges] = ()


def compared(
    a: Side, b: Side, rows: Alignment, parts: Sequence[Part], undivided: str = ""
) -> Comparison:  # fmt: skip
    """Hold two sides against each other."""
    lines = [_line(one, other, rows) for one, other in _paired(a.lines, b.lines)]
    duties = [DutyDifference(one, other) for one, other in _paired(a.duties, b.duties) if not _alike(one, other)]
    return Comparison(
        a, b, tuple(terms_that_differ(a, b)), tuple(_project(a, b)),
        tuple(line for line in lines if _differs(line)), tuple(duties), tuple(rows.changes), tuple(parts),
        undivided,
    )  # fmt: skip


def terms_that_differ(a: Side, b: Side) -> Iterator[NamedDifference]:
    """Rubric, readings, day, treatment of absent ledgers and decisions on disputes, as far as they differ."""
    one, other = a.terms, b.terms
    if one.rubric_sha256 != other.rubric_sha256:
        yield NamedDifference("rubric", _rubric(a), _rubric(b))
    for name in dict.fromkeys((*one.readings, *other.readings)):
        options = one.readings.get(name), other.readings.get(name)
        if options[0] != options[1]:
            yield NamedDifference(f"reading:{name}", *options)
    if one.as_of != other.as_of:
        yield NamedDifference("as_of", *(terms.as_of.isoformat() if terms.as_of else None for terms in (one, other)))
    if one.missing != other.missing:
        yield NamedDifference("missing", one.missing, other.missing)
    if one.reviews.keys() != other.reviews.keys():
        yield NamedDifference("reviews", _reviews(one), _reviews(other))


def _reviews(terms: Terms) -> str | None:
    return "、".join(f"{file} ({sha256[:12]})" for sha256, file in terms.reviews.items()) or None


def _rubric(side: Side) -> str:
    terms = side.terms
    return f"{terms.rubric} {terms.rubric_version} ({terms.rubric_sha256[:12]})"


def _project(a: Side, b: Side) -> Iterator[NamedDifference]:
    amounts = {"fee": (a.fee, b.fee), "paid": (a.paid, b.paid)}
    for name in dict.fromkeys((*a.project, *b.project)):
        one, other = a.project.get(name), b.project.get(name)
        if one != other:
            yield NamedDifference(name, one, other)
    yield from (NamedDifference(name, str(one), str(other)) for name, (one, other) in amounts.items() if one != other)


Item = TypeVar("Item", SideLine, SideRule, SideDuty)


def _paired(a: Sequence[Item], b: Sequence[Item]) -> Iterator[tuple[Item | None, Item | None]]:
    """Items of both sides by their ids, in the order of A, then what only B has."""
    on_a: dict[str, Item] = {one.id: one for one in a}
    on_b: dict[str, Item] = {one.id: one for one in b}
    for name in dict.fromkeys((*on_a, *on_b)):
        yield on_a.get(name), on_b.get(name)


def _alike(one: SideDuty | None, other: SideDuty | None) -> bool:
    return bool(one and other and one.status == other.status and one.measured == other.measured)


def _differs(line: LineDifference) -> bool:
    one, other = line.a, line.b
    return bool(one is None or other is None or line.rules or line.gain or one.zeroed is not other.zeroed)


def _line(a: SideLine | None, b: SideLine | None, rows: Alignment) -> LineDifference:
    rules = [
        RuleDifference(one, other, tuple(_misses(one, other, rows)))
        for one, other in _paired(a.rules if a else (), b.rules if b else ())
    ]
    return LineDifference(a, b, tuple(rule for rule in rules if _rule_differs(rule)))


def _rule_differs(rule: RuleDifference) -> bool:
    one, other = rule.a, rule.b
    if one is None or other is None or rule.misses:
        return True
    return any(getattr(one, name) != getattr(other, name)
               for name in ("required", "measured", "misses", "taken", "status", "lacking"))  # fmt: skip


def _misses(a: SideRule | None, b: SideRule | None, rows: Alignment) -> Iterator[MissDifference]:
    """The misses that the sides do not share: of one figure of one cell or row, the pair; else each alone."""
    waiting: dict[object, list[SideMiss]] = {}
    for miss in b.found if b else ():
        waiting.setdefault(_name_on_b(miss), []).append(miss)
    alone: list[SideMiss] = []
    pairs: list[tuple[SideMiss, SideMiss]] = []
    for miss in a.found if a else ():
        partners = waiting.get(_name_on_a(miss, rows))
        if partners:
            same = next((at for at, one in enumerate(partners) if _figures(one) == _figures(miss)), 0)
            pairs.append((miss, partners.pop(same)))
        else:
            alone.append(miss)
    left = [miss for misses in waiting.values() for miss in misses]
    yield from (_difference(one, other, rows) for one, other in pairs if _figures(one) != _figures(other))
    yield from _told_apart(alone, left, id if rows.changes else _said)


def _difference(one: SideMiss, other: SideMiss, rows: Alignment) -> MissDifference:
    """A miss of both sides with the rows that only one of them counts; where places do not tell, by what is said."""
    on_a, on_b = one.rows(), other.rows()
    there, here = {spot.place for spot in on_b}, {rows.twin(spot.place) for spot in on_a}
    only_a = [spot for spot in on_a if rows.twin(spot.place) not in there]
    only_b = [spot for spot in on_b if spot.place not in here]
    if not rows.changes:
        notes_a, notes_b = (Counter(spot.note for spot in spots) for spots in (only_a, only_b))
        only_a, only_b = _beyond(only_a, notes_b), _beyond(only_b, notes_a)
    return MissDifference(one, other, tuple(only_a), tuple(only_b))


def _beyond(spots: Sequence[Spot], notes: Counter[str]) -> list[Spot]:
    """Rows of which the other side says nothing like it, each of its rows standing for one of ours."""
    left, found = Counter(notes), []
    for spot in spots:
        if left[spot.note]:
            left[spot.note] -= 1
        else:
            found.append(spot)
    return found


def _name_on_a(miss: SideMiss, rows: Alignment) -> object:
    """What a miss of A is called on B; a row that B lacks by a name that nothing has there."""
    place = rows.twin(miss.row) or ("only on A", miss.row) if miss.row else None
    return (("row", place) if place else ("cell", miss.cell)), miss.name, miss.required


def _name_on_b(miss: SideMiss) -> object:
    return (("row", miss.row) if miss.row else ("cell", miss.cell)), miss.name, miss.required


def _figures(miss: SideMiss) -> object:
    return miss.value, miss.times


def _told_apart(
    on_a: Sequence[SideMiss], on_b: Sequence[SideMiss], likeness: Callable[[SideMiss], object]
) -> Iterator[MissDifference]:  # fmt: skip
    """Misses without a partner; rows that are alike are taken for one row that stands elsewhere."""
    moved: dict[object, list[SideMiss]] = {}
    for miss in on_b:
        moved.setdefault(likeness(miss), []).append(miss)
    for miss in on_a:
        twins = moved.get(likeness(miss)) if miss.row else None
        if twins:
            twins.pop(0)
        else:
            yield MissDifference(miss, None, miss.rows(), ())
    left = {id(miss) for misses in moved.values() for miss in misses}
    yield from (MissDifference(None, miss, (), miss.rows()) for miss in on_b if id(miss) in left)


def _said(miss: SideMiss) -> object:
    """What is said of a row, wherever it stands."""
    notes = tuple(spot.note for spot in miss.rows()) if miss.row else miss.cell
    return notes, miss.name, miss.required, miss.value, miss.times
