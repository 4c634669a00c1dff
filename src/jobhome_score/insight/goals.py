"""What the year still asks for: how much of each annual target is missing, and by when work must begin to reach it."""

import datetime as dt
from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from math import ceil, floor

from jobhome_score.insight.pace import GROWS, Elapsed, take_of
from jobhome_score.measures.measuring import PERIOD, Workbench, measured
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Comparison, Due, How, Indicator, Obligation, Rule, Target, Term, Words
from jobhome_score.scoring.review.hearing import left_after
from jobhome_score.scoring.rules import figures_of, needed_views

WEEK = 7
ONE_DAY = dt.timedelta(days=1)
NOTHING = Fraction(0)


class Outlook(Enum):
    """Whether a target has been reached, still can be at a capacity, or no longer can."""

    REACHED = "reached"
    OPEN = "open"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Goal:
    """A target of the whole period as of a day. Amounts in the target's own unit, `weekly` and `capacity` per week.

    `id`: 2.1/sessions; with the figure's name where a rule has several; an obligation's own id. `excused`: what a
    decision on a dispute excuses of it at the end of the period, which is not missing. `capacity` is the one
    stated, or else the pace so far. `start_by`: the last day on which work at that capacity can begin; None where
    nothing is missing or it cannot be reached any more.
    """

    id: str
    title: Words
    figure: str
    target: Target
    so_far: Fraction
    excused: Fraction
    missing: Fraction
    weekly: Fraction
    capacity: Fraction
    stated: bool
    outlook: Outlook
    start_by: dt.date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A target of the whole period with what it came to so far."""

    id: str
    title: Words
    figure: str
    target: Target
    so_far: Fraction
    whole: bool
    """Whether it counts things, of which there are no parts."""
    excused: Fraction = NOTHING


def goals(bench: Workbench, gone: Elapsed, capacities: Mapping[str, Fraction]) -> tuple[Goal, ...]:
    """Every annual target that adds up, in the order of the score sheet, then those of the obligations."""
    return tuple(_goal(bench, gone, one, capacities.get(one.id)) for one in wanted(bench))


def wanted(bench: Workbench) -> Iterator[Wanted]:
    """The targets of the whole period; those whose ledgers are absent are left out."""
    for line in bench.rubric.indicators().values():
        for rule in line.rules:
            if not any(bench.lacks(view) for view in needed_views(rule)):
                yield from _of_rule(bench, line, rule)
    for duty in bench.rubric.obligations:
        if not bench.lacks(duty.measure.of):
            yield from _of_duty(bench, duty)


def _of_rule(bench: Workbench, line: Indicator, rule: Rule) -> Iterator[Wanted]:
    figures = [[one._replace(due=one.due or _annual(term)) for one in figures_of(bench, term)] for term in rule.terms]
    excused = left_after(bench.at_the_end(), line, rule, figures, award=False)
    for term, those, others in zip(rule.terms, figures, excused, strict=True):
        for figure, met in zip(those, others, strict=True) if _annual(term) else ():
            target, how = term.targets[figure.name], take_of(term, figure.name).how
            if figure.value is not None and _adds_up(target, how):
                full = f"{line.id}/{rule.id}/{figure.name}" if _several(term) else f"{line.id}/{rule.id}"
                yield Wanted(full, rule.title, figure.name, target, figure.value, how is not How.GROWTH,
                             max(NOTHING, (met.value or NOTHING) - figure.value))  # fmt: skip


def _annual(term: Term) -> bool:
    return term.due is Due.END and all(measure.each == (PERIOD,) for measure in term.measures)


def _several(term: Term) -> bool:
    return len(term.targets) > 1


def _of_duty(bench: Workbench, duty: Obligation) -> Iterator[Wanted]:
    measure, targets = duty.measure, {"": duty.target}
    if measure.each == (PERIOD,) and not measure.months and _adds_up(duty.target, measure.take[""].how):
        for figure in measured(bench, measure, Due.END, targets):
            if figure.value is not None:
                yield Wanted(duty.id, duty.title, "", duty.target, figure.value, measure.take[""].how is not How.GROWTH)


def _adds_up(target: Target, how: How) -> bool:
    return how in GROWS and target.comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN)


def _goal(bench: Workbench, gone: Elapsed, one: Wanted, stated: Fraction | None) -> Goal:
    missing = max(NOTHING, least(one.target, whole=one.whole) - one.so_far - one.excused)
    capacity = one.so_far * WEEK / gone.days if stated is None else stated
    days = None if not capacity else ceil(missing * WEEK / capacity)
    weekly = missing * WEEK / gone.rest if gone.rest else missing
    lost = days is None or days > gone.rest
    outlook = Outlook.REACHED if not missing else Outlook.LOST if lost else Outlook.OPEN
    start_by = bench.season.period.end - (days - 1) * ONE_DAY if days and outlook is Outlook.OPEN else None
    return Goal(one.id, one.title, one.figure, one.target, one.so_far, one.excused, missing, weekly, capacity,
                stated is not None, outlook, start_by)  # fmt: skip


def least(target: Target, *, whole: bool) -> Fraction:
    """The least that meets a target: 181 where more than 180 things are asked for."""
    if target.comparison is Comparison.MORE_THAN and whole:
        return Fraction(floor(target.number) + 1)
    return target.number
