"""The assessment as JSON: a stable contract, exact to the last digit."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jobhome_score.assessment import Assessment, Input, Result
from jobhome_score.locales import Lang
from jobhome_score.problems import Severity
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.decisions import decisions_value
from jobhome_score.reports.evidence_rows import note, rows_by_miss, witnesses
from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.problems_text import problem_value
from jobhome_score.reports.requirements import each_of, required_signs, sign
from jobhome_score.rubric.document import Role, Rule
from jobhome_score.scoring.results import (
    IndicatorScore,
    ObligationState,
    RuleScore,
    SectionScore,
    Status,
    Tally,
)

SCHEMA = "jobhome-score/assessment/1"
TAKEN = {Role.BASE: "deducted", Role.BONUS: "awarded", Role.PENALTY: "deducted"}
SOME = "> 0"
"""A bonus row requires nothing; whatever there is counts."""

MET = {Status.MET: True, Status.MISSED: False}
FEN = Decimal("0.01")

Json = dict[str, Any]


def assessment_json(assessment: Assessment, lang: Lang, **beside: Json) -> str:
    """The whole assessment; titles and sentences in a language, ids and figures alike in every one.

    `beside`: further keys for what is told beside the score, such as `pacing`.
    """
    return json_text(assessment_value(assessment, lang) | beside)


def assessment_value(assessment: Assessment, lang: Lang) -> Json:
    """The assessment as mappings, lists, texts and exact decimals."""
    contract, request = assessment.contract, assessment.request
    rubric = assessment.rubric
    return {
        "schema": SCHEMA,
        "lang": lang,
        "rubric": {
            "id": rubric.id,
            "version": rubric.version,
            "sha256": assessment.rubric_sha256,
            "title": rubric.title[lang],
        },
        "project": {
            "site": contract.site,
            "operator": contract.operator,
            "purchaser": contract.purchaser,
            "period_start": contract.period.start.isoformat(),
            "period_end": contract.period.end.isoformat(),
        },
        "as_of": request.as_of.isoformat() if request.as_of else None,
        "score": _score(assessment),
        "settlement": _settlement(assessment),
        "sections": [_section(one, lang) for one in assessment.score.sections],
        "readings": dict(assessment.options),
        "decisions": decisions_value(assessment.decisions),
        "missing": request.missing.value,
        "absent": {ledger: list(lines) for ledger, lines in assessment.absent.items()},
        "obligations": [_obligation(one, lang) for one in assessment.score.obligations],
        "inputs": [_input(one) for one in assessment.inputs],
        "problems": [problem_value(one, lang) for one in assessment.problems if one.severity is Severity.WARNING],
        "generated": request.made.isoformat(),
        "version": assessment.version,
    }


def _score(assessment: Assessment) -> Json:
    score, best = assessment.score, assessment.best
    return {
        "base": decimal_of(score.base),
        "bonus": decimal_of(score.bonus),
        "penalty": decimal_of(score.penalty),
        "total": decimal_of(score.total),
        "out_of": _points(assessment.rubric.settlement.out_of),
        "range": None if best is None else {"low": _end(assessment.result), "high": _end(best)},
    }


def _end(result: Result) -> Json:
    return {
        "total": decimal_of(result.score.total),
        "percent": decimal_of(result.payout.share * 100),
        "payable": money(result.payout.payable),
    }


def _settlement(assessment: Assessment) -> Json:
    payout, contract = assessment.payout, assessment.contract
    return {
        "percent": decimal_of(payout.share * 100),
        "judged": decimal_of(payout.judged),
        "basis": assessment.rubric.settlement.basis.value,
        "fee": money(payout.fee),
        "base_fee": None if contract.base_fee is None else money(contract.base_fee),
        "assessed_fee": None if contract.assessed_fee is None else money(contract.assessed_fee),
        "payable": money(payout.payable),
        "payable_words": amount_in_words(payout.payable),
        "paid": money(payout.paid),
        "due": money(payout.due),
    }


def money(amount: Decimal) -> Decimal:
    """An amount with exactly two decimals."""
    return amount.quantize(FEN)


def _points(points: Decimal | None) -> Decimal | None:
    """Points without zeros at the end."""
    return None if points is None else decimal_of(Fraction(points))


def _section(section: SectionScore, lang: Lang) -> Json:
    role = section.section.role
    return {
        "id": section.section.id,
        "title": section.section.title[lang],
        "role": role.value,
        "points": _points(section.section.points),
        "score": decimal_of(section.score),
        "indicators": [_indicator(one, role, lang) for one in section.indicators],
    }


def _indicator(line: IndicatorScore, role: Role, lang: Lang) -> Json:
    indicator = line.indicator
    return {
        "id": indicator.id,
        "title": indicator.title[lang],
        "points": _points(indicator.points),
        "score": decimal_of(line.score) if role is Role.BASE else None,
        TAKEN[role]: decimal_of(line.deducted),
        "cap": _points(indicator.cap),
        "zeroed": line.zeroed,
        "rules": [_rule(one, role, lang) for one in line.rules],
    }


def _rule(scored: RuleScore, role: Role, lang: Lang) -> Json:
    rule = scored.rule
    evidence = [
        {"file": one.place.file, "sheet": one.place.sheet, "row": one.place.row, "note": one.note}
        for one in witnesses(scored, lang)
        if one.place is not None
    ]
    return {
        "id": rule.id,
        "title": rule.title[lang],
        "says": rule.says[lang],
        "cite": rule.cite,
        "points": _points(rule.points),
        "cap": _cap(rule),
        "measured": measured_value(scored.measured),
        "required": SOME if role is Role.BONUS else required_signs(rule),
        "each": each_of(rule.terms[0].measures[0]),
        "misses": decimal_of(scored.misses),
        "charge": _charge(rule),
        TAKEN[role]: decimal_of(scored.deducted),
        "capped": scored.capped,
        "status": scored.status.value,
        "lacking": sorted(scored.lacking),
        "evidence": evidence,
        "evidence_total": len(evidence),
        "cells": [
            {
                "cell": miss.cell,
                "name": miss.name,
                "measured": _figure(miss.value),
                "required": sign(miss.target),
                "misses": decimal_of(miss.steps),
                "rows": len(places),
                "note": note(miss, lang, places[0] if places else None),
            }
            for miss, places in rows_by_miss(scored)
        ],
    }


def _cap(rule: Rule) -> Decimal | None:
    """The rule's own cap; that of its price where it has a single term."""
    own = rule.cap
    if own is None and len(rule.terms) == 1:
        own = rule.terms[0].price.cap
    return _points(own)


def _charge(rule: Rule) -> Decimal | None:
    """Points a miss; None where the rows say them, or where terms differ."""
    prices = {term.price.points for term in rule.terms}
    only = prices.pop() if len(prices) == 1 else None
    return _points(only) if isinstance(only, Decimal) else None


def measured_value(measured: Mapping[str, Fraction | None] | Tally | Fraction | None) -> Any:
    """What was measured: a number, numbers by name, or how many cells met their requirement; None for nothing."""
    match measured:
        case Tally():
            return {"met": measured.met, "due": measured.due, "pending": measured.pending}
        case Mapping() if set(measured) == {""}:
            return _figure(measured[""])
        case Mapping():
            return {name: _figure(value) for name, value in measured.items()} or None
    return _figure(measured)


def _figure(value: Fraction | None) -> Decimal | None:
    return None if value is None else decimal_of(value)


def _obligation(state: ObligationState, lang: Lang) -> Json:
    duty = state.obligation
    return {
        "id": duty.id,
        "title": duty.title[lang],
        "measured": measured_value(state.measured),
        "required": sign(duty.target),
        "each": each_of(duty.measure),
        "met": MET.get(state.status),
        "status": state.status.value,
    }


def _input(one: Input) -> Json:
    account = one.account
    return {
        "file": account.file,
        "sheet": account.sheet,
        "ledger": account.ledger or None,
        "rows": account.counted,
        "outside_period": one.apart.outside,
        "after_as_of": one.apart.later,
        "read": account.read,
        "left_out": dict(account.left_out),
        "sha256": account.sha256,
    }
