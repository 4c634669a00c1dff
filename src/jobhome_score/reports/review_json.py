"""Decisions on disputes as JSON has them: what each is about, what it took off, and what it said rule by rule."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from jobhome_score.assessment import Assessment, ReviewSource
from jobhome_score.evidence import Place
from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.locales import Lang
from jobhome_score.reports.evidence_rows import note
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.requirements import sign
from jobhome_score.reports.review_lines import Said, all_decisions, points_of, review_files, said_of
from jobhome_score.scoring.results import Reviewed, RuleScore

Json = dict[str, Any]
FEN = Decimal("0.01")


def before_value(assessment: Assessment) -> Json | None:
    """The score and what it paid before review; None where nothing was reviewed."""
    before = assessment.review.before
    if before is None:
        return None
    return {
        "base": decimal_of(before.base),
        "bonus": decimal_of(before.bonus),
        "penalty": decimal_of(before.penalty),
        "total": decimal_of(before.total),
        "percent": decimal_of(before.payout.share * 100),
        "payable": before.payout.payable.quantize(FEN),
    }


def source_value(assessment: Assessment) -> Json | None:
    """Where the applied decisions were taken from, with the SHA-256 of each file; None where none were applied."""
    source = assessment.review.source
    if source is ReviewSource.NONE:
        return None
    files = [{"file": file, "sha256": sha256} for file, sha256 in review_files(assessment)]
    return {"source": source.value, "files": files}


def reviews_value(assessment: Assessment) -> list[Json]:
    """Every decision: applied (yes), made after the as-of date (later), or found among the ledgers only (listed)."""
    said = said_of(assessment)
    return [_decision(applied, one, said.get(one, ())) for applied, one in all_decisions(assessment)]


def _decision(applied: str, one: ReviewDecision, said: Sequence[Said]) -> Json:
    count = None if one.count is None else decimal_of(one.count)
    return {
        **place_value(one.place),
        "applied": applied,
        "verdict": one.verdict.value,
        "about": None if one.row is None else place_value(one.row),
        "indicator": one.indicator or None,
        "rule": one.rule or None,
        "figure": one.figure or None,
        "when": one.when or None,
        "count": count,
        "reason": one.reason,
        "by": one.by,
        "date": one.date.isoformat(),
        "document": one.document or None,
        "until": one.until.isoformat() if one.until else None,
        "points": decimal_of(points_of(said)),
        "rules": [{"indicator": each.indicator, "rule": each.rule.rule.id, "cell": each.reviewed.miss.cell,
                   "name": each.reviewed.miss.name, "misses": decimal_of(each.reviewed.miss.steps),
                   "points": decimal_of(each.reviewed.points), "fell": each.reviewed.fell} for each in said],
    }  # fmt: skip


def place_value(place: Place) -> Json:
    """A row by file, sheet and Excel number."""
    return {"file": place.file, "sheet": place.sheet, "row": place.row}


def reviewed_value(scored: RuleScore, lang: Lang) -> list[Json]:
    """What decisions said of a rule's misses, with the rows that are meant."""
    return [_reviewed(one, lang) for one in scored.reviewed]


def _reviewed(one: Reviewed, lang: Lang) -> Json:
    miss, places = one.miss, one.miss.places[:]
    return {
        "decision": place_value(one.decision.place),
        "verdict": one.decision.verdict.value,
        "fell": one.fell,
        "cell": miss.cell,
        "name": miss.name,
        "measured": None if miss.value is None else decimal_of(miss.value),
        "required": sign(miss.target),
        "misses": decimal_of(miss.steps),
        "points": decimal_of(one.points),
        "evidence": [place_value(place) for place in places],
        "note": note(miss, lang, places[0] if places else None),
    }
