"""Levers: the figures that miss, each with what moves it, by what units, and whether that can still be done.

What can be done follows from how a figure is taken. Things counted can be held, hired or written once more while their
cell runs; a call, an answer, a recommendation can be made late (the views say which columns a later act still
changes); what was found wrong, and what a fair held came to, stays.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from enum import Enum
from fractions import Fraction
from functools import cached_property
from math import ceil, floor

from jobhome_score.measures.measuring import CALENDAR, PERIOD, Figure
from jobhome_score.measures.taking import base_and_last, part_and_whole
from jobhome_score.records import dataclass, replace
from jobhome_score.rubric.document import Comparison, How, Measure, PartStep, Per, Take, Target, Term
from jobhome_score.scoring.pricing import just_met, steps
from jobhome_score.scoring.rules import written
from jobhome_score.views.catalogue import views
from jobhome_score.views.season import Season

SHORT = frozenset({Comparison.AT_LEAST, Comparison.MORE_THAN})
FEW = 64
"""So many units are tried one by one; of more, only those are sought at which a price falls."""


class Standing(Enum):
    """What can become of a miss.

    `DOABLE`: somebody can still do what is missing. `RECORD`: its time is over, and it falls away only where a record
    is handed in late. `FINAL`: it is itself on record, and falls away only where that is withdrawn on review.
    """

    DOABLE = "doable"
    RECORD = "record"
    FINAL = "final"


@dataclass(frozen=True)
class Lever:
    """A figure that can be moved. `most`: units after which nothing more is gained; `earns`: each unit is awarded.

    `ceiling`: as long as it is charged that often or more, a cap holds and nothing is gained.
    """

    figure: Figure
    term: Term
    measure: Measure
    standing: Standing
    most: int
    season: Season
    earns: bool = False
    ceiling: Fraction | None = None

    @property
    def target(self) -> Target:
        """What the figure is held against."""
        return self.term.targets[self.figure.name]

    @property
    def take(self) -> Take:
        """How the figure is taken."""
        return self.measure.take[self.figure.name]

    @property
    def adds_rows(self) -> bool:
        """Whether each unit is one more row of its ledger that the measure counts."""
        return self.take.how in (How.COUNT, How.MULTIPLES) and self.measure.each == (PERIOD,)

    @property
    def whole_figure(self) -> bool:
        """Whether there is only one unit: the figure put right, by however much."""
        return self.figure.empty is not None or self.take.how is How.MEAN or _unbased(self)

    def moved(self, units: int) -> Figure:
        """The figure after some units; never past the point where nothing more is gained."""
        by, figure = min(units, self.most), self.figure
        if not by:
            return figure
        if isinstance(self.term.price.points, str):
            rows = self._dearest[by:]
            return figure._replace(rows=rows, value=Fraction(len(rows)))
        if self.whole_figure:
            return figure._replace(value=just_met(self.target), empty=None)
        value = figure.value or Fraction(0)
        if self.earns or self.target.comparison in SHORT:
            return figure._replace(value=value + by / self.whole)
        return figure._replace(value=value - by)

    @cached_property
    def whole(self) -> Fraction:
        """What one unit is a share of."""
        relation, rows = self.figure.relation, self.figure.rows
        match self.take.how:
            case How.RATIO:
                return part_and_whole(relation, rows, self.take)[1]
            case How.GROWTH:
                base, _ = base_and_last(relation, rows, self.take, self.season.period.start)
                return Fraction(base or 1)
        return Fraction(1)

    @cached_property
    def _dearest(self) -> Sequence[int]:
        """The rows with what they say they cost, the dearest first."""
        column = self.figure.relation.column(str(self.term.price.points))
        return sorted(self.figure.rows, key=lambda row: -(column[row] or 0))

    def cost(self, units: int) -> Fraction:
        """How often the figure is charged after some units; for a price that rows state, what they then cost."""
        figure = self.moved(units)
        if isinstance(self.term.price.points, str):
            return written(figure, self.term.price.points)
        return steps(figure, self.target, self.term.price)

    @cached_property
    def landings(self) -> Sequence[tuple[int, Fraction]]:
        """The numbers of units at which the charge falls, each with what is then charged; the first is no unit.

        For an award, every number of units with what it then brings.
        """
        if self.earns:
            return [(units, self.cost(units)) for units in range(self.most + 1)]
        found = [(0, self.cost(0))]
        for units in self._tried():
            left = self.cost(units)
            if left < found[-1][1]:
                found.append((units, left))
        return found

    def _tried(self) -> Sequence[int]:
        price = self.term.price
        if isinstance(price.per, Per):
            return (self.most,)
        begin = 1 if self.ceiling is None else self._first(lambda left: left < self.ceiling)  # type: ignore[operator]
        if self.most - begin <= FEW or isinstance(price.points, str) or price.part_step is PartStep.PRORATED:
            return range(max(1, begin), self.most + 1)
        start, end = self.cost(begin), self.cost(self.most)
        levels = range(ceil(start), floor(end) - 1, -1)
        return sorted({self._first(lambda left, level=level: left <= level) for level in levels if level >= end})  # type: ignore[misc]

    def _first(self, enough: Callable[[Fraction], bool]) -> int:
        """The fewest units after which what is charged is little enough; more units are never charged more."""
        return bisect_left(range(self.most), True, key=lambda units: enough(self.cost(units)))


def _unbased(lever: Lever) -> bool:
    """Whether a growth has no base from which to tell how much is missing."""
    if lever.take.how is not How.GROWTH:
        return False
    figure = lever.figure
    base, _ = base_and_last(figure.relation, figure.rows, lever.take, lever.season.period.start)
    return not base


def lever_of(season: Season, term: Term, figure: Figure) -> Lever | None:
    """The lever of a figure that misses its requirement; None where it meets it or is not due."""
    target = term.targets[figure.name]
    if not figure.due or not steps(figure, target, term.price):
        return None
    measure = next(one for one in term.measures if figure.name in one.take)
    standing = _standing(season, measure, figure, target)
    lever = Lever(figure, term, measure, standing, 1, season)
    return lever if lever.whole_figure else replace(lever, most=_most(lever))


def earning(season: Season, term: Term, figure: Figure, most: int) -> Lever | None:
    """The lever of an award that further things would bring; None once the period is over."""
    measure = next(one for one in term.measures if figure.name in one.take)
    if season.over or measure.take[figure.name].how is not How.COUNT or isinstance(term.price.points, str):
        return None
    return Lever(figure, term, measure, Standing.DOABLE, most, season, earns=True)


def _most(lever: Lever) -> int:
    """The units that are missing."""
    target, value = lever.target, lever.figure.value or Fraction(0)
    if isinstance(lever.term.price.points, str):
        return len(lever.figure.rows)
    if target.comparison not in SHORT:
        return ceil(value - just_met(target))
    missing = (target.number - value) * lever.whole
    return ceil(missing) if target.comparison is Comparison.AT_LEAST else floor(missing) + 1


def _standing(season: Season, measure: Measure, figure: Figure, target: Target) -> Standing:
    take, later = measure.take[figure.name], views()[measure.of].later
    if target.comparison not in SHORT:
        conditions = {one.column for one in (*measure.where.all_of, *measure.where.any_of)} or later
        return _unless_over(season) if conditions & later else Standing.FINAL
    grain = measure.each[0]
    if figure.empty is not None:
        return _unless_over(season)
    if take.how is How.MEAN:
        return Standing.FINAL
    if take.how is How.RATIO or (grain != PERIOD and grain not in CALENDAR):
        return _unless_over(season) if later & set(take.columns) else Standing.FINAL
    return Standing.RECORD if grain in CALENDAR else _unless_over(season)


def _unless_over(season: Season) -> Standing:
    return Standing.RECORD if season.over else Standing.DOABLE


def forced(figure: Figure, measure: Measure, ended: frozenset[str]) -> Figure:
    """The figure as the end of the period will see it if nothing more happens; cells still running are not due."""
    due = measure.each[0] not in CALENDAR or figure.cell in ended
    return figure if figure.due == due else figure._replace(due=due)
