"""The score sheet at the pace so far: what was done and missed until a day, carried on to the end of the period.

Only figures are projected; what they cost is what scoring says they cost. A count grows with the days, and only whole
things are counted. Months and weeks to come are missed as often as those that have ended, rows to come as often as
those there are; what a decision on review excuses is no miss and does not go on. Rates, the worst month and what has
no date stay what they are.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from math import floor

from jobhome_score.measures.measuring import CALENDAR, PERIOD, Figure, Workbench
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Combine, Comparison, Due, How, Indicator, PartStep, Per, Rule, Take, Term
from jobhome_score.scoring.results import RuleScore, Score
from jobhome_score.scoring.review.hearing import left_after
from jobhome_score.scoring.rules import (
    Charge,
    Charged,
    Missing,
    charge,
    figures_of,
    held,
    needed_views,
    rule_score,
    score_rule,
)
from jobhome_score.scoring.sheet import score_bench
from jobhome_score.scoring.units import counts_faults
from jobhome_score.views.season import Season

COUNTS = frozenset({How.COUNT, How.DISTINCT, How.SUM, How.MULTIPLES})
"""Numbers of things, which are whole."""

GROWS = COUNTS | {How.GROWTH}
"""What adds up over a period; rates and means do not."""

LIMITS = frozenset({Comparison.AT_MOST, Comparison.LESS_THAN})
AS_IT_IS = Fraction(1)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """How many days of a period have gone by, and how many there are in all."""

    days: int
    of: int

    @property
    def rest(self) -> int:
        """The days still to come."""
        return self.of - self.days

    @property
    def growth(self) -> Fraction:
        """By how much what was done so far is multiplied when it goes on alike to the end."""
        return Fraction(self.of, self.days)


def elapsed(season: Season) -> Elapsed:
    """The days gone by as of a season's day, which lies in its period."""
    seen, period = season.seen, season.period
    return Elapsed((seen.end - seen.start).days + 1, (period.end - period.start).days + 1)


def at_this_pace(bench: Workbench, missing: Missing) -> Score:
    """The score sheet if the year goes on as it went until the as-of date of the bench's season."""
    return score_bench(bench, missing, partial(_rule, elapsed(bench.season)))


def _rule(
    gone: Elapsed, bench: Workbench, line: Indicator, rule: Rule, *, award: bool, missing: Missing
) -> RuleScore:  # fmt: skip
    if any(bench.lacks(view) for view in needed_views(rule)):
        return score_rule(bench, line, rule, award=award, missing=missing)
    ahead = [[_at_the_end(gone, term, figure) for figure in figures_of(bench, term)] for term in rule.terms]
    left = left_after(bench.at_the_end(), line, rule, ahead, award=award)
    projected = [_term(gone, term, figures) for term, figures in zip(rule.terms, left, strict=True)]
    return rule_score(rule, [found for found, _ in projected], [cost for _, cost in projected], award=award)


def _term(gone: Elapsed, term: Term, figures: Sequence[Figure]) -> tuple[Sequence[Charged], Charge]:
    if _whole(term):
        found = held(term, [_grown(gone, term, one) if counts_faults(one, term) else one for one in figures])
        return found, _written(gone, term, charge(term, found))
    found = held(term, figures)
    return found, _repeated(term, charge(term, found), _repetition(gone, term, figures))


def _whole(term: Term) -> bool:
    """Whether a term looks at the period as a whole."""
    return all(measure.each == (PERIOD,) for measure in term.measures)


def _at_the_end(gone: Elapsed, term: Term, figure: Figure) -> Figure:
    """A figure as decisions on review look at it: what is short at the end, and the faults that there were."""
    if not _whole(term):
        return figure
    return figure._replace(due=True) if counts_faults(figure, term) else _grown(gone, term, figure)


def _grown(gone: Elapsed, term: Term, figure: Figure) -> Figure:
    """A figure of the whole period as it will be at its end."""
    how = take_of(term, figure.name).how
    over = figure._replace(due=True)
    if how not in GROWS or figure.value is None or figure.empty is not None or not _adds_up(term, figure):
        return over
    value = figure.value * gone.growth
    return over._replace(value=Fraction(floor(value)) if how in COUNTS else value)


def _adds_up(term: Term, figure: Figure) -> bool:
    """Whether a count goes on growing: annual targets do, and what happens on days; who is on post does not."""
    if term.targets[figure.name].comparison not in LIMITS:
        return term.due is Due.END
    moments = figure.relation.moments()
    return all(moments[row] is not None for row in figure.rows)


def take_of(term: Term, name: str) -> Take:
    """How a figure of a term is taken."""
    return next(measure.take[name] for measure in term.measures if name in measure.take)


def _written(gone: Elapsed, term: Term, cost: Charge) -> Charge:
    """Points that the rows say themselves go on as the rows do."""
    misses, points = cost
    return cost if not isinstance(term.price.points, str) else (misses, points * gone.growth)


def _repetition(gone: Elapsed, term: Term, figures: Sequence[Figure]) -> Fraction:
    """How many times over the cells that were judged so far there will be at the end."""
    if term.price.combine is Combine.WORST:
        return AS_IT_IS
    measure = term.measures[0]
    if measure.each[0] in CALENDAR:
        due = sum(figure.due for figure in figures)
        return Fraction(len(figures), due) if due else AS_IT_IS
    if measure.keep_best is not None and figures:
        kept = len({figure.cell for figure in figures})
        return max(AS_IT_IS, min(gone.growth, Fraction(measure.keep_best, kept)))
    return gone.growth


def _repeated(term: Term, cost: Charge, times: Fraction) -> Charge:
    """What misses cost when there are so many times as many, whole ones wherever part steps cost nothing."""
    misses, points = cost
    price = term.price
    if isinstance(price.points, str):
        return misses * times, points * times
    more = misses * times
    if isinstance(price.per, Per) or price.part_step is not PartStep.PRORATED:
        more = Fraction(floor(more))
    return more, more * Fraction(price.points)
