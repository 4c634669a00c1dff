"""Duties that carry no charge: measured like rules, reported as met, not met, without evidence or not yet due."""

import datetime as dt
from fractions import Fraction

from jobhome_score.measures.measuring import Figure, Workbench, measured
from jobhome_score.rubric.document import Comparison, Due, Measure, Obligation
from jobhome_score.scoring.results import Miss, ObligationState, Status, Tally
from jobhome_score.scoring.strips import strips

ONE_DAY = dt.timedelta(days=1)
ADDS_UP = frozenset({Comparison.AT_LEAST, Comparison.MORE_THAN})


def state_of(bench: Workbench, duty: Obligation) -> ObligationState:
    """Where a duty stands; with nothing to judge it counts as met."""
    if bench.lacks(duty.measure.of):
        return ObligationState(duty, Status.NO_EVIDENCE, None, ())
    if duty.measure.each != ("period",):
        return _over_cells(bench, duty)
    (figure,) = measured(bench, duty.measure, Due.RUNNING, {"": duty.target})
    if duty.target.comparison in ADDS_UP:
        last = _last_day(bench, duty.measure)
        if last is None:
            return ObligationState(duty, Status.MET, figure.value, ())
        if last > bench.season.judgement:
            return ObligationState(duty, Status.NOT_YET_DUE, figure.value, ())
    if figure.meets(duty.target):
        return ObligationState(duty, Status.MET, figure.value, ())
    return ObligationState(duty, Status.MISSED, figure.value, (_miss(duty, figure),))


def _miss(duty: Obligation, figure: Figure) -> Miss:
    places = [place for row in figure.rows for place in figure.relation.places(row)]
    return Miss(figure.cell, figure.name, figure.value, duty.target, Fraction(1), places)


def _over_cells(bench: Workbench, duty: Obligation) -> ObligationState:
    figures = list(measured(bench, duty.measure, Due.RUNNING, {"": duty.target}))
    due = [figure for figure in figures if figure.due]
    missed = [_miss(duty, figure) for figure in due if not figure.meets(duty.target)]
    by_calendar = tuple(strips((duty.measure,), {"": duty.target}, figures))
    tally = Tally(len(due) - len(missed), len(due), len(figures) - len(due))
    if missed:
        return ObligationState(duty, Status.MISSED, tally, missed, by_calendar)
    waiting = not due and not bench.season.over and bool(figures)
    return ObligationState(duty, Status.NOT_YET_DUE if waiting else Status.MET, tally, (), by_calendar)


def _last_day(bench: Workbench, measure: Measure) -> dt.date | None:
    """The last day of the period that falls into the measure's months; None where none does."""
    period = bench.season.period
    if not measure.months:
        return period.end
    day = period.end
    while day >= period.start:
        if day.month in measure.months:
            return day
        day -= ONE_DAY
    return None
