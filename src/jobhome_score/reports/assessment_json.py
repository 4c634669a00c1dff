"""The assessment as JSON: a stable contract, exact to the last digit."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jobhome_score.assessment import Assessment, Input, Result, adds
from jobhome_score.insight.pacing import Pacing
from jobhome_score.insight.sensitivity import Effect, Sensitivity
from jobhome_score.insight.told import Told
from jobhome_score.locales import Lang
from jobhome_score.problems import Severity
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.both_ends import best_of, section_reached
from jobhome_score.reports.decisions import decisions_value
from jobhome_score.reports.json_text import OneLine, json_text
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.pacing_json import pacing_value
from jobhome_score.reports.problems_text import problem_value
from jobhome_score.reports.review_json import before_value, reviews_value, source_value
from jobhome_score.reports.score_json import obligation_value, points_value, section_value
from jobhome_score.settlement import Payout
from jobhome_score.stored.results import written

SCHEMA = "jobhome-score/assessment/1"
FEN = Decimal("0.01")

Json = dict[str, Any]


def assessment_json(
    assessment: Assessment,
    lang: Lang,
    effects: Sequence[Effect] = (),
    pacing: Pacing | None = None,
    whole: Sensitivity | None = None,
) -> str:  # fmt: skip
    """The whole assessment; titles and sentences in a language, ids and figures alike in every one.

    `effects` are the single changes of readings that would move the payout, `pacing` is that of a year that still
    runs, `whole` all about the readings. Under `exact` everything is said once more for our own reports, without
    roundings and without words.
    """
    beside = {} if pacing is None else {"pacing": pacing_value(assessment, pacing, lang)}
    exact = OneLine(written(Told(assessment, tuple(effects), pacing, whole)))
    return json_text(
        {**assessment_value(assessment, lang, None if whole is None else effects), **beside, "exact": exact}
    )


def assessment_value(assessment: Assessment, lang: Lang, effects: Sequence[Effect] | None = None) -> Json:
    """The assessment as mappings, lists, texts and exact decimals; `effects` None where nobody asked."""
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
        "reviews_from": source_value(assessment),
        "settlement": _settlement(assessment),
        "reviews": reviews_value(assessment),
        "sections": _sections(assessment, lang),
        "readings": dict(assessment.options),
        "decisions": decisions_value(assessment.decisions),
        "moving": None if effects is None else [_effect(one) for one in effects],
        "missing": request.missing.value,
        "absent": {ledger: list(lines) for ledger, lines in assessment.absent.items()},
        "obligations": [obligation_value(one, lang) for one in assessment.score.obligations],
        "inputs": [_input(one) for one in assessment.inputs],
        "problems": [problem_value(one, lang) for one in assessment.problems if one.severity is Severity.WARNING],
        "generated": request.made.isoformat(),
        "version": assessment.version,
    }


def _effect(effect: Effect) -> Json:
    """What would be paid if only this reading changed."""
    outcome = effect.outcome
    reached = None if outcome is None else _reached(outcome.total, outcome.payout)
    return {"reading": effect.reading, "option": effect.option, "outcome": reached}


def _score(assessment: Assessment) -> Json:
    score, best = assessment.score, assessment.best
    return {
        "base": decimal_of(score.base),
        "bonus": decimal_of(score.bonus),
        "penalty": decimal_of(score.penalty),
        "total": decimal_of(score.total),
        "out_of": points_value(assessment.rubric.settlement.out_of),
        "range": None if best is None else {"low": _end(assessment.result), "high": _end(best)},
        "before_review": before_value(assessment),
    }


def _end(result: Result) -> Json:
    score = result.score
    parts = {"base": score.base, "bonus": score.bonus, "penalty": score.penalty}
    said = {name: decimal_of(points) for name, points in parts.items()}
    return said | _reached(score.total, result.payout) | {"due": money(result.payout.due)}


def _sections(assessment: Assessment, lang: Lang) -> list[Json]:
    """Every section; where ledgers are absent with both ends of what it and its indicators add to the total."""
    best, found = best_of(assessment), []
    for section in assessment.score.sections:
        value = section_value(section, lang, assessment.review.before)
        if best.sections:
            value["range"] = _range(section_reached(section), best.sections[section.section.id])
            for line, said in zip(section.indicators, value["indicators"], strict=True):
                said["range"] = _range(adds(line, section.section.role), best.lines[line.indicator.id])
        found.append(value)
    return found


def _range(low: Fraction, high: Fraction) -> Json:
    return {"low": decimal_of(low), "high": decimal_of(high)}


def _reached(total: Fraction, payout: Payout) -> Json:
    return {
        "total": decimal_of(total),
        "percent": decimal_of(payout.share * 100),
        "payable": money(payout.payable),
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
