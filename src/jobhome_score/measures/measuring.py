"""A measure over a season: figures per cell, each with the rows it was taken from."""

import datetime as dt
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.kinds import shown
from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.measures.filtering import chosen, meets
from jobhome_score.measures.taking import Nothing, take
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Due, Empty, Measure, Rubric, Target
from jobhome_score.views.catalogue import views
from jobhome_score.views.cells import CalendarCell, calendar_cells
from jobhome_score.views.relation import Moment, Relation, stacked
from jobhome_score.views.season import Season

PERIOD, ROW = "period", "row"
CALENDAR = ("month", "quarter", "week", "half")


class Figure(NamedTuple):
    """One number: of which cell and under which name, taken from which rows, and whether it is due.

    `value` is None for growth without bound; `empty` says what one over nothing was taken for.
    """

    cell: str
    name: str
    value: Fraction | None
    relation: Relation
    rows: Sequence[int]
    due: bool
    empty: Empty | None = None

    def meets(self, target: Target) -> bool:
        """Whether the figure satisfies the requirement."""
        if self.empty is not None:
            return self.empty is Empty.MET
        return self.value is None or meets(self.value, target)


@dataclass
class Workbench:
    """A season with the views built so far, so that each is built once an assessment."""

    season: Season
    rubric: Rubric
    built: dict[str, Relation] = field(default_factory=dict)
    reviews: tuple[ReviewDecision, ...] = ()
    """The decisions on disputes in force."""

    def relation(self, view: str) -> Relation:
        """The rows of a view."""
        if view not in self.built:
            found = views()[view]
            parts = [self.relation(part) for part in found.parts]
            self.built[view] = stacked(parts) if parts else found.build(self.season)
        return self.built[view]

    def at_the_end(self) -> "Workbench":
        """The same season judged as if its period had ended."""
        return Workbench(self.season.as_if_over(), self.rubric, self.built, self.reviews)

    def lacks(self, view: str) -> frozenset[str]:
        """The ledgers that a view needs and nobody handed in."""
        return frozenset(name for name in views()[view].needs if not self.season.has(name))

    @cached_property
    def calendar(self) -> Mapping[str, tuple[CalendarCell, ...]]:
        """The cells of the period by grain."""
        join = self.rubric.calendar.join_parts
        return {grain: calendar_cells(self.season.period, grain, join_parts=join) for grain in CALENDAR}

    @cached_property
    def _days(self) -> dict[str, Mapping[dt.date | None, str]]:
        return {}

    def days(self, grain: str) -> Mapping[dt.date | None, str]:
        """The cell of every day of the period that falls into one."""
        if grain not in self._days:
            self._days[grain] = {day: cell.label for cell in self.calendar[grain] for day in cell.days()}
        return self._days[grain]


def measured(bench: Workbench, measure: Measure, due: Due, targets: Mapping[str, Target]) -> Iterator[Figure]:
    """Every figure of a measure. `targets` decide which sessions are the best where only those are kept."""
    relation = bench.relation(measure.of)
    rows = chosen(relation, measure.where, measure.months)
    if measure.keep_best is not None:
        rows = _best(relation, rows, measure, targets)
    for label, members, is_due in _cells(bench, relation, rows, measure, due):
        for name, how in measure.take.items():
            try:
                value = take(relation, members, how, bench.season.period.start)
            except Nothing:
                if measure.if_empty is not Empty.SKIPPED:
                    over = is_due and bench.season.over
                    yield Figure(label, name, Fraction(0), relation, members, over, measure.if_empty)
                continue
            yield Figure(label, name, value, relation, members, is_due)


def _best(relation: Relation, rows: Sequence[int], measure: Measure, targets: Mapping[str, Target]) -> Sequence[int]:
    """The best sessions: fewest missed items, then earliest, then by number (its place in the order of texts)."""
    columns = [_wanting(relation, rows, how.columns[0], targets[name]) for name, how in measure.take.items()]
    moments, numbers = relation.moments(), relation.column("event")

    def rank(row: int) -> tuple[int, str, str]:
        missed = sum(column[row] in short for column, short in columns)
        return missed, str(moments[row]), str(numbers[row])

    return sorted(sorted(rows, key=rank)[: measure.keep_best])


def _wanting(
    relation: Relation, rows: Sequence[int], name: str, target: Target
) -> tuple[Sequence[Any], frozenset[Any]]:  # fmt: skip
    """A column with those of its values that miss a target: each is held against it once, however many rows have it."""
    values = set(relation.over(name, rows))
    return relation.column(name), frozenset(value for value in values if not meets(Fraction(value), target))


def _cells(
    bench: Workbench, relation: Relation, rows: Sequence[int], measure: Measure, due: Due
) -> Iterator[tuple[str, Sequence[int], bool]]:  # fmt: skip
    """Each cell with its rows and whether it is due: calendar cells always exist, others only where rows do."""
    over = bench.season.over
    grain = measure.each[0]
    if grain == PERIOD:
        yield "", rows, over or due is Due.RUNNING
    elif grain in CALENDAR:
        cells = bench.calendar[grain]
        members = _sorted_into(bench, grain, relation, rows)
        for cell in cells:
            yield cell.label, members[cell.label], cell.last <= bench.season.judgement and (over or due is Due.RUNNING)
    elif grain == ROW:
        for row in rows:
            yield _row_label(relation, row), (row,), over or due is Due.RUNNING
    else:
        for label, found in _by_columns(relation, rows, measure.each).items():
            yield label, found, over or due is Due.RUNNING


def _sorted_into(
    bench: Workbench, grain: str, relation: Relation, rows: Sequence[int]
) -> Mapping[str, list[int]]:  # fmt: skip
    cells = bench.calendar[grain]
    moments, days = relation.moments(), bench.days(grain)
    members: dict[str, list[int]] = {cell.label: [] for cell in cells}
    when = list(map(moments.__getitem__, rows))
    outside: list[int] = []
    found: dict[Moment | None, list[int]] = {}
    for moment in set(when):
        label = _cell_of(cells, moment, grain) if isinstance(moment, Span) else days.get(moment)
        found[moment] = outside if label is None else members[label]
    deque(map(list.append, map(found.__getitem__, when), rows), maxlen=0)  # a sweep for what it does
    return members


def _cell_of(cells: Sequence[CalendarCell], span: Span, grain: str) -> str | None:
    return next((cell.label for cell in cells if cell.holds(span, grain)), None)


def _row_label(relation: Relation, row: int) -> str:
    places = relation.places(row)
    if places:
        return str(places[0])
    moment = relation.moments()[row]
    return "" if moment is None else str(moment)


def _by_columns(relation: Relation, rows: Sequence[int], columns: Sequence[str]) -> dict[str, list[int]]:
    found: dict[tuple[Any, ...], list[int]] = {}
    values = (map(relation.column(name).__getitem__, rows) for name in columns)
    for row, label in zip(rows, zip(*values, strict=True), strict=True):
        found.setdefault(label, []).append(row)
    return {"、".join(shown(part) for part in label): members for label, members in found.items()}
