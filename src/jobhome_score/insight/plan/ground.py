"""The ground of a plan: every rule with its figures as the end of the period will see them, and its levers."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from math import ceil

from jobhome_score.assessment import Assessment
from jobhome_score.insight.plan.levers import Lever, earning, forced, lever_of
from jobhome_score.measures.measuring import CALENDAR, Figure, Workbench, measured
from jobhome_score.records import dataclass, field, replace
from jobhome_score.rubric.document import Due, Indicator, Measure, Role, Rule, Section, Term
from jobhome_score.scoring.results import IndicatorScore, RuleScore, Score, SectionScore
from jobhome_score.scoring.review.hearing import left_after
from jobhome_score.scoring.rules import rule_of
from jobhome_score.scoring.sheet import indicator_of, score_of, summed, zeroed_line
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

Figures = Sequence[Sequence[Figure]]
"""The figures of a rule, term by term."""

Seen = Callable[[Workbench, Term], Iterator[Figure]]
"""How the figures of a term are seen."""


@dataclass(frozen=True, eq=False)
class Ruled:
    """A rule with its figures and levers; `levers` by the places of their figures.

    `figures` count what a decision on review excuses as done. `score` is what it comes to as the end of the period
    will see it. Nothing moves a rule whose ledgers are absent,
    nor one that names falsified indicators: whoever withdraws such a finding assesses anew.
    """

    bench: Workbench
    section: Section
    line: Indicator
    rule: Rule
    figures: Figures
    score: RuleScore
    levers: Mapping[tuple[int, int], Lever]
    seen: Seen

    @property
    def name(self) -> str:
        """Indicator and rule."""
        return f"{self.line.id} {self.rule.id}"

    @property
    def awards(self) -> bool:
        """Whether it brings points."""
        return self.section.role is Role.BONUS

    def with_best(self, keep: int) -> "Ruled":
        """The same rule where only so many of its best sessions are counted, the others being new and faultless."""
        terms = tuple(term._replace(measures=tuple(_keeping(one, keep) for one in term.measures))
                      for term in self.rule.terms)  # fmt: skip
        return ruled(self.bench, self.section, self.line, self.rule._replace(terms=terms), self.score, self.seen)


def outlook(bench: Workbench, term: Term) -> Iterator[Figure]:
    """The figures of a term as the end of the period will see them if nothing more happens.

    Annual requirements are due; months, quarters and weeks still to end are not, for ordinary work goes on.
    """
    for measure in term.measures:
        ended = _ended(bench, measure)
        for figure in measured(bench, measure, Due.RUNNING, term.targets):
            yield forced(figure, measure, ended)


def as_assessed(bench: Workbench, term: Term) -> Iterator[Figure]:
    """The figures of a term as the assessment sees them: what is not due is not charged."""
    for measure in term.measures:
        yield from measured(bench, measure, term.due, term.targets)


def _keeping(measure: Measure, keep: int) -> Measure:
    return measure if measure.keep_best is None else measure._replace(keep_best=keep)


def _ended(bench: Workbench, measure: Measure) -> frozenset[str]:
    cells = bench.calendar.get(measure.each[0], ()) if measure.each[0] in CALENDAR else ()
    return frozenset(cell.label for cell in cells if cell.last <= bench.season.horizon)


def ruled(
    bench: Workbench, section: Section, line: Indicator, rule: Rule, before: RuleScore, seen: Seen
) -> Ruled:  # fmt: skip
    """A rule with its levers; `before` is its score as assessed."""
    if before.lacking:
        return Ruled(bench, section, line, rule, (), before, {}, seen)
    award = section.role is Role.BONUS
    measured_ = [tuple(seen(bench, term)) for term in rule.terms]
    figures = left_after(bench.at_the_end() if seen is outlook else bench, line, rule, measured_, award=award)
    score = rule_of(rule, figures, award=award)
    levers: dict[tuple[int, int], Lever] = {}
    for at, (term, those) in enumerate(zip(rule.terms, figures, strict=True)):
        for place, figure in enumerate(those):
            room = _room(section, line, rule, term)
            lever = earning(bench.season, term, figure, room) if award else lever_of(bench.season, term, figure)
            if lever is not None and rule.zero is None:
                levers[at, place] = lever if award else replace(lever, ceiling=_ceiling(line, rule, term))
    return Ruled(bench, section, line, rule, figures, score, levers, seen)


def _ceiling(line: Indicator, rule: Rule, term: Term) -> Fraction | None:
    """From how many charges on the tightest cap holds."""
    points = term.price.points
    caps = [cap for cap in (term.price.cap, rule.cap, rule.points, line.cap, line.points) if cap is not None]
    worth = Fraction(points) if isinstance(points, Decimal) else Fraction(1)
    return Fraction(min(caps)) / worth if caps and worth else None


def _room(section: Section, line: Indicator, rule: Rule, term: Term) -> int:
    """After how many awards nothing more is awarded."""
    caps = [cap for cap in (term.price.cap, rule.cap, line.cap, section.points) if cap is not None]
    points = term.price.points
    return ceil(min(caps) / points) if isinstance(points, Decimal) and points else 0


@dataclass(frozen=True, eq=False)
class Ground:
    """Every rule of an assessment by its name, on which questions are asked."""

    assessment: Assessment
    season: Season
    rules: Mapping[str, Ruled] = field(repr=False)

    @property
    def running(self) -> bool:
        """Whether the period still runs, so that things can be done; else only records can change."""
        return not self.season.over

    @cached_property
    def zeroed(self) -> Mapping[str, IndicatorScore]:
        """The indicators that rows name as falsified: nothing helps them."""
        lines = (line for section in self.assessment.score.sections for line in section.indicators)
        return {line.indicator.id: line for line in lines if line.zeroed}

    def of(self, line: Indicator) -> Sequence[Ruled]:
        """The rules of an indicator."""
        return [self.rules[f"{line.id} {rule.id}"] for rule in line.rules]

    def score(self, changed: Callable[[Ruled], Figures] | None = None) -> Score:
        """The score sheet over these figures, or over changed ones: what scoring itself makes of them."""
        rubric = self.assessment.rubric
        sections = [self._section(section, changed) for section in rubric.sections]
        return score_of(rubric, sections)

    def _section(self, section: Section, changed: Callable[[Ruled], Figures] | None) -> SectionScore:
        return summed(section, [self._line(section, line, changed) for line in section.indicators])

    def _line(
        self, section: Section, line: Indicator, changed: Callable[[Ruled], Figures] | None
    ) -> IndicatorScore:  # fmt: skip
        scores = [one.score if changed is None or one.score.lacking else
                  rule_of(one.rule, changed(one), award=one.awards) for one in self.of(line)]  # fmt: skip
        scored = indicator_of(line, scores)
        before = self.zeroed.get(line.id)
        return scored if before is None else replace(zeroed_line(scored, section.role), presumed=before.presumed)

    @cached_property
    def now(self) -> Score:
        """The score sheet as the end of the period will see it if nothing more happens."""
        return self.score()


def plan_ground(
    assessment: Assessment, season: Season, built: dict[str, Relation], seen: Seen = outlook
) -> Ground:  # fmt: skip
    """The ground of an assessment; `built` are the views that were made for it."""
    bench = Workbench(season, assessment.rubric, built, assessment.review.decisions)
    rules = {
        f"{line.indicator.id} {one.rule.id}": ruled(bench, section.section, line.indicator, one.rule, one, seen)
        for section in assessment.score.sections
        for line in section.indicators
        for one in line.rules
    }
    return Ground(assessment, season, rules)


def raw(score: Score) -> Fraction:
    """The total before its floor and ceiling."""
    return score.base + score.bonus - score.penalty
