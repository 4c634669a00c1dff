"""What cases do show, taken from their runs: figures against targets, amounts against limits, option against option."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from jobhome_score.insight.case_file import TOTAL
from jobhome_score.insight.case_needs import (
    Edge,
    Need,
    apart,
    band_text,
    figure_text,
    limit_of,
    limit_text,
    threshold_text,
)
from jobhome_score.insight.case_run import Run, Scored, subject
from jobhome_score.measures.filtering import chosen
from jobhome_score.measures.measuring import Workbench, measured
from jobhome_score.rubric.document import Condition, Measure, Role, Rule, Term, Where
from jobhome_score.rubric.readings import Reading
from jobhome_score.scoring.results import IndicatorScore, RuleScore, SectionScore
from jobhome_score.scoring.rules import Missing, score_rule

ONE, ONE_PERCENT, TENTH = Fraction(1), Fraction(1, 100), Fraction(1, 10)
"""What "just" below and above means: one of what is counted, one percentage point, a tenth of a point of the total."""


def shown_by(run: Run) -> Iterator[Need]:
    """Everything that a run which passed shows of the rule, indicator, section or total that it is about."""
    scored = run.scored
    if scored is None:
        return
    if run.case.about == TOTAL:
        yield from _of_total(scored)
    if scored.score is None or run.case.about == TOTAL:
        return
    section, line, rule = subject(scored.score.sections, run.case.about)
    checked = {one.name for one in run.wanted}
    if line is None:
        yield from _against(section.section.id, sum((one.deducted for one in section.indicators), Fraction(0)),
                            Fraction(section.section.points))  # fmt: skip
        return
    if rule is not None and checked & {"misses", "deducted", "awarded"}:
        yield from _of_rule(scored, section, line, rule)
    if "score" in checked or (rule is None and checked & {"deducted", "awarded"}):
        limit = limit_of(line.indicator)
        if limit is not None:
            yield from _against(line.indicator.id, sum((one.deducted for one in line.rules), Fraction(0)), limit)


def _of_total(scored: Scored) -> Iterator[Need]:
    rules = scored.rubric.settlement
    floor = Fraction(rules.floor)
    yield from _below(TOTAL, scored.raw, floor)
    if rules.ceiling is not None:
        yield from _against(TOTAL, scored.raw, Fraction(rules.ceiling))
    for band in rules.bands:
        side = _side(scored.payout.judged, Fraction(band.at_least), TENTH)
        if side is not None:
            yield Need(TOTAL, band_text(band.at_least), side)


def _below(about: str, amount: Fraction, floor: Fraction) -> Iterator[Need]:
    """A floor is exceeded downwards."""
    if amount <= floor:
        yield Need(about, limit_text(floor), Edge.REACHED if amount == floor else Edge.EXCEEDED)


def _against(about: str, amount: Fraction, limit: Fraction) -> Iterator[Need]:
    if amount >= limit:
        yield Need(about, limit_text(limit), Edge.REACHED if amount == limit else Edge.EXCEEDED)


def _side(value: Fraction, number: Fraction, step: Fraction) -> Edge | None:
    """Just below, at, or just above; None further off."""
    if value == number:
        return Edge.AT
    if abs(value - number) > step:
        return None
    return Edge.BELOW if value < number else Edge.ABOVE


def _of_rule(scored: Scored, section: SectionScore, line: IndicatorScore, rule: RuleScore) -> Iterator[Need]:
    bench = Workbench(scored.season, scored.rubric)
    about = f"{line.indicator.id} {rule.rule.id}"
    for term in rule.rule.terms:
        for measure in term.measures:
            yield from _of_figures(bench, about, term, measure)
            yield from _of_thresholds(bench, about, measure)
        if term.price.cap is not None:
            alone = _term_alone(bench, section, line, rule.rule, term)
            yield from _against(about, alone, Fraction(term.price.cap))
    if rule.rule.cap is not None:
        yield from _against(about, rule.uncapped, Fraction(rule.rule.cap))


def _of_figures(bench: Workbench, about: str, term: Term, measure: Measure) -> Iterator[Need]:
    for figure in measured(bench, measure, term.due, term.targets):
        target = term.targets[figure.name]
        if not figure.due and not figure.meets(target):
            yield Need(about, figure_text(measure, figure.name, target), Edge.EARLY)
        if not figure.due or figure.value is None or figure.empty is not None:
            continue
        step = ONE_PERCENT if target.percent else ONE
        side = _side(figure.value, target.number, step)
        if side is not None:
            yield Need(about, figure_text(measure, figure.name, target), side)


def _of_thresholds(bench: Workbench, about: str, measure: Measure) -> Iterator[Need]:
    """Numbers in conditions: the column's values in rows that only this condition keeps or drops."""
    all_of, any_of = measure.where.all_of, measure.where.any_of
    for condition in all_of:
        where = Where(tuple(one for one in all_of if one is not condition), any_of)
        yield from _of_bounds(bench, about, measure, condition, where)
    for condition in any_of:
        yield from _of_bounds(bench, about, measure, condition, Where(all_of))


def _of_bounds(bench: Workbench, about: str, measure: Measure, condition: Condition, where: Where) -> Iterator[Need]:
    if not condition.bounds:
        return
    relation = bench.relation(measure.of)
    others = [one for one in measure.where.any_of if one is not condition and condition in measure.where.any_of]
    decided = set(chosen(relation, Where((), tuple(others)), frozenset())) if others else set()
    column = relation.column(condition.column)
    rows = [row for row in chosen(relation, where, measure.months) if row not in decided and column[row] is not None]
    for bound in condition.bounds:
        for row in rows:
            side = _side(Fraction(column[row]), bound.number, ONE)
            if side is not None:
                yield Need(about, threshold_text(measure, condition, bound), side)


def _term_alone(bench: Workbench, section: SectionScore, line: IndicatorScore, rule: Rule, term: Term) -> Fraction:
    """What one term of a rule comes to before its own cap."""
    alone = rule._replace(terms=(term,), cap=None)
    award = section.section.role is Role.BONUS
    return score_rule(bench, line.indicator, alone, award=award, missing=Missing.WORST).uncapped


def told_apart(runs: Sequence[Run], readings: Mapping[str, Reading]) -> Iterator[Need]:
    """Options that come to different results over the same ledgers, all else being equal. `runs` are of one case."""
    for one, other in combinations(runs, 2):
        differing = [name for name in one.options if one.options[name] != other.options[name]]
        if len(differing) == 1 and _results(one) != _results(other):
            name = differing[0]
            about = one.case.about
            for place in (about, about.partition(" ")[0], TOTAL):
                yield apart(readings[name], place, one.options[name], other.options[name])


def _results(run: Run) -> Mapping[str, Fraction | None]:
    return {one.name: one.found for one in run.wanted}
