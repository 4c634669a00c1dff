"""An assessment as a side of a comparison."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial

from jobhome_score.assessment import Assessment
from jobhome_score.insight.attribution import outcome_of
from jobhome_score.insight.sides import (
    Measured,
    Outcome,
    Side,
    SideDuty,
    SideInput,
    SideLine,
    SideMiss,
    SideRule,
    Spot,
    Terms,
)
from jobhome_score.locales import Lang
from jobhome_score.reports.evidence_rows import row_values
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.requirements import required_signs, sign
from jobhome_score.reports.review_lines import review_files
from jobhome_score.reports.score_json import SOME
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import Miss, ObligationState, RuleScore, Tally
from jobhome_score.scoring.rules import needed_ledgers

Told = Callable[[Fraction], Fraction]
"""A number as exactly as both sides can tell it: as it is, or as a stored result would have it."""


def as_stored(number: Fraction) -> Fraction:
    """A number as the JSON of an assessment has it."""
    return Fraction(decimal_of(number))


def exactly(number: Fraction) -> Fraction:
    """A number as it is."""
    return number


def outcome_told(outcome: Outcome, told: Told) -> Outcome:
    """An outcome, its numbers as exactly as both sides can tell them."""
    lines = {name: told(points) for name, points in outcome.lines.items()}
    return Outcome(told(outcome.total), told(outcome.share * 100) / 100, outcome.payable, lines)


def side_of(assessment: Assessment, name: str, lang: Lang, told: Told) -> Side:
    """The side that an assessment makes; notes on rows in a language."""
    contract, rubric = assessment.contract, assessment.rubric
    outcome = outcome_told(outcome_of(assessment.result), told)
    project = {
        "site": contract.site,
        "operator": contract.operator,
        "period_start": contract.period.start.isoformat(),
        "period_end": contract.period.end.isoformat(),
    }
    terms = Terms(rubric.id, rubric.version, assessment.rubric_sha256, assessment.options, assessment.request.as_of,
                  assessment.request.missing.value,
                  {sha256: file for file, sha256 in review_files(assessment)})  # fmt: skip
    lines = [
        SideLine(line.indicator.id, line.indicator.title, outcome.lines[line.indicator.id], line.zeroed,
                 [_rule(rule, section.section.role, lang, told) for rule in line.rules])
        for section in assessment.score.sections
        for line in section.indicators
    ]  # fmt: skip
    inputs = [SideInput(one.account.file, one.account.sheet, one.account.ledger, one.account.counted,
                        one.account.sha256) for one in assessment.inputs]  # fmt: skip
    return Side(
        name, False, lang, project, terms, outcome, assessment.payout.fee, assessment.payout.paid, lines,
        [_duty(state, told) for state in assessment.score.obligations], inputs, assessment.version,
        _unreviewed(assessment, told),
    )  # fmt: skip


def _unreviewed(assessment: Assessment, told: Told) -> Outcome | None:
    before = assessment.review.before
    if before is None:
        return None
    return outcome_told(Outcome(before.total, before.payout.share, before.payout.payable, before.lines), told)


def _duty(state: ObligationState, told: Told) -> SideDuty:
    measured = state.measured
    if isinstance(measured, Fraction):
        measured_: Measured = {"": told(measured)}
    else:
        measured_ = measured if measured is not None else {}
    return SideDuty(state.obligation.id, state.obligation.title, measured_, state.status.value)


def _rule(scored: RuleScore, role: Role, lang: Lang, told: Told) -> SideRule:
    rule = scored.rule
    return SideRule(
        rule.id, rule.title, SOME if role is Role.BONUS else required_signs(rule), _measured(scored.measured, told),
        told(scored.misses), told(scored.deducted), scored.status.value, tuple(sorted(scored.lacking)),
        tuple(_miss(miss, lang, told) for miss in scored.found), needed_ledgers(rule),
    )  # fmt: skip


def _measured(measured: Mapping[str, Fraction | None] | Tally, told: Told) -> Measured:
    if isinstance(measured, Tally):
        return measured
    if set(measured.values()) == {None}:
        return {}
    return {name: None if value is None else told(value) for name, value in measured.items()}


def _miss(miss: Miss, lang: Lang, told: Told) -> SideMiss:
    value = None if miss.value is None else told(miss.value)
    first = miss.places[0] if SEPARATOR in miss.cell and miss.places else None
    row = first if first is not None and str(first) == miss.cell else None
    return SideMiss(miss.cell, miss.name, sign(miss.target), value, told(miss.steps), row, partial(_spots, miss, lang))


SEPARATOR = " › "
"""Only a miss of a single row is called by a place."""


def _spots(miss: Miss, lang: Lang) -> Sequence[Spot]:
    return tuple(Spot(place, row_values(miss, place, lang)) for place in miss.places[:])
