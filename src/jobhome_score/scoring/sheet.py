"""The whole score sheet: rules into indicators, indicators into sections, sections into a total."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial

from jobhome_score.evidence import Place
from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.measures.filtering import chosen
from jobhome_score.measures.measuring import Workbench
from jobhome_score.records import replace
from jobhome_score.rubric.document import Indicator, Role, Rubric, Rule, Section
from jobhome_score.rubric.paying import Settlement
from jobhome_score.scoring.obligations import state_of
from jobhome_score.scoring.results import IndicatorScore, ObligationState, RuleScore, Score, SectionScore
from jobhome_score.scoring.rules import Missing, lacking, score_rule
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

NOTHING = Fraction(0)

Scorer = Callable[..., RuleScore]
"""Scores a rule as `score_rule` does."""


def score_season(
    rubric: Rubric,
    season: Season,
    missing: Missing = Missing.WORST,
    built: dict[str, Relation] | None = None,
    reviews: Sequence[ReviewDecision] = (),
) -> Score:
    """Score a season under a rubric. A ledger that was not handed in costs its rules what `missing` says.

    `built` keeps the views that were made, for whoever asks further questions of the same season. `reviews` are the
    decisions on disputes in force; without them every miss is charged.
    """
    return score_bench(Workbench(season, rubric, {} if built is None else built, tuple(reviews)), missing, score_rule)


def score_bench(bench: Workbench, missing: Missing, score: Scorer) -> Score:
    """The score sheet of a workbench whose rules are scored by `score`."""
    rubric, scored = bench.rubric, partial(score, bench, missing=missing)
    sections = [_section(scored, section) for section in rubric.sections]
    lines = rubric.indicators().values()
    zeroed = frozenset(name for line in lines for name in falsified(bench, line))
    sections = [_zero(section, zeroed) for section in sections]
    if missing is Missing.WORST and any(withheld(bench, line) for line in lines):
        sections = [_presumed(section) for section in sections]
    duties = [state_of(bench, duty) for duty in rubric.obligations]
    return score_of(rubric, sections, duties)


def score_of(rubric: Rubric, sections: Sequence[SectionScore], duties: Sequence[ObligationState] = ()) -> Score:
    """The whole sheet from its sections."""
    by_role = {role: _sum(one.score for one in sections if one.section.role is role) for role in Role}
    total = within_limits(rubric.settlement, by_role[Role.BASE] + by_role[Role.BONUS] - by_role[Role.PENALTY])
    return Score(sections, duties, by_role[Role.BASE], by_role[Role.BONUS], by_role[Role.PENALTY], total)


def _sum(parts: Iterator[Fraction]) -> Fraction:
    return sum(parts, NOTHING)


def within_limits(rules: Settlement, total: Fraction) -> Fraction:
    """A total held between the floor and the ceiling of the settlement."""
    floor, ceiling = Fraction(rules.floor), rules.ceiling
    return max(floor, total if ceiling is None else min(total, Fraction(ceiling)))


def _section(scored: Scorer, section: Section) -> SectionScore:
    award = section.role is Role.BONUS
    lines = [
        indicator_of(line, [scored(line, rule, award=award) for rule in line.rules]) for line in section.indicators
    ]
    return summed(section, lines)


def summed(section: Section, lines: Sequence[IndicatorScore]) -> SectionScore:
    """A section from its indicators; bonus and penalties within the section's cap."""
    if section.role is Role.BASE:
        return SectionScore(section, lines, _sum(line.score for line in lines))
    taken = _sum(line.deducted for line in lines)
    return SectionScore(section, lines, min(taken, Fraction(section.points)))


def indicator_of(line: Indicator, rules: Sequence[RuleScore]) -> IndicatorScore:
    """An indicator from its rules."""
    deducted = deducted_of(line, [(rule.rule, rule.deducted) for rule in rules])
    return IndicatorScore(
        line, rules, deducted, Fraction(line.points or 0) - (deducted if line.points else 0), zeroed=False
    )


def deducted_of(line: Indicator, rules: Iterable[tuple[Rule, Fraction]]) -> Fraction:
    """What an indicator deducts by what its rules do: parts within their points, the sum within the cap and the points.

    For a bonus line, what it awards.
    """
    deducted = _sum(_in_part(rule, amount) for rule, amount in rules)
    for limit in (line.cap, line.points):
        deducted = deducted if limit is None else min(deducted, Fraction(limit))
    return deducted


def _in_part(rule: Rule, amount: Fraction) -> Fraction:
    """What a rule deducts; one that is a part with points of its own, no more than those."""
    return amount if rule.points is None else min(amount, Fraction(rule.points))


def falsified(bench: Workbench, line: Indicator) -> Iterator[str]:
    """The indicators that rows name as falsified under a line's rules (5.2), save rows that a decision struck out."""
    for rule in line.rules:
        if rule.zero and not lacking(bench, rule):
            yield from _values(bench, rule, rule.zero, _struck(bench, line, rule))


def _struck(bench: Workbench, line: Indicator, rule: Rule) -> frozenset[Place]:
    if not bench.reviews:
        return frozenset()
    scored = score_rule(bench, line, rule, award=False, missing=Missing.WORST)
    return frozenset(place for one in scored.excused for place in one.miss.places)


def withheld(bench: Workbench, line: Indicator) -> bool:
    """Whether the ledger that would name falsified indicators was withheld: then any of them may have been named."""
    return any(rule.zero and lacking(bench, rule) for rule in line.rules)


def _presumed(section: SectionScore) -> SectionScore:
    if section.section.role is Role.PENALTY:
        return section
    lines = [replace(zeroed_line(line, section.section.role), presumed=True) for line in section.indicators]
    return summed(section.section, lines)


def _values(bench: Workbench, rule: Rule, column: str, struck: frozenset[Place]) -> Iterator[str]:
    for term in rule.terms:
        for measure in term.measures:
            relation = bench.relation(measure.of)
            values = relation.column(column)
            rows = chosen(relation, measure.where, measure.months)
            if struck:
                rows = [row for row in rows if not struck.issuperset(relation.places(row))]
            yield from (values[row] for row in rows)


def _zero(section: SectionScore, zeroed: frozenset[str]) -> SectionScore:
    """Zeroed lines score 0, or award 0; a penalty line named costs what it costs."""
    role = section.section.role
    if role is Role.PENALTY:
        return section
    lines = [zeroed_line(line, role) if line.indicator.id in zeroed else line for line in section.indicators]
    return summed(section.section, lines)


def zeroed_line(line: IndicatorScore, role: Role) -> IndicatorScore:
    """An indicator that rows name as falsified: its figures stay, it scores or awards nothing."""
    if role is Role.BONUS:
        return replace(line, deducted=NOTHING, zeroed=True)
    return replace(line, score=NOTHING, zeroed=True)


def needs(rubric: Rubric, of: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[str, ...]]:
    """Which indicators need which ledger, in the order of the score sheet; `of` gives the ledgers behind each view."""
    found: dict[str, list[str]] = {}
    for line in rubric.indicators().values():
        for ledger in sorted(_ledgers(line, of)):
            found.setdefault(ledger, []).append(line.id)
    return {ledger: tuple(lines) for ledger, lines in found.items()}


def _ledgers(line: Indicator, of: Mapping[str, frozenset[str]]) -> frozenset[str]:
    every = (of[measure.of] for rule in line.rules for term in rule.terms for measure in term.measures)
    return frozenset[str]().union(*every)
