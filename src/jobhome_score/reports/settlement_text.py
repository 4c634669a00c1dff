"""The payout in words and figures, for finance staff."""

from decimal import Decimal
from fractions import Fraction

from jobhome_score.assessment import Assessment
from jobhome_score.ledgers.tables import Contract
from jobhome_score.locales import Lang, say
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.both_ends import ends, span
from jobhome_score.reports.decisions import decision_pairs
from jobhome_score.reports.escape import plain
from jobhome_score.reports.numbers import shown
from jobhome_score.rubric.paying import Band, Basis
from jobhome_score.settlement import Payout

LABEL_WIDTH = {"zh": 10, "en": 22}


def money(amount: Decimal) -> str:
    """Yuan with separators and two decimals; a minus sign before the currency."""
    sign = "−" if amount < 0 else ""
    return f"{sign}¥{abs(amount):,.2f}"


def percent_text(share: Fraction) -> str:
    """A share as a percentage."""
    return f"{shown(share * 100)}%"


def period_text(contract: Contract, lang: Lang) -> str:
    """The first and the last day of the period."""
    return say(lang, "settle.from_to", start=contract.period.start.isoformat(), end=contract.period.end.isoformat())


def settlement_text(assessment: Assessment, lang: Lang) -> str:
    """Fee, band, percentage, payable, paid and due, one a line, with the amount in words."""
    payout, contract = assessment.payout, assessment.contract
    best = assessment.result if assessment.best is None else assessment.best
    high = best.payout
    rows = [
        ("settle.site", plain(contract.site)),
        ("settle.operator", plain(contract.operator)),
        ("settle.period", period_text(contract, lang)),
        ("settle.total", span(assessment.score.total, best.score.total)),
        ("settle.band", bands_text(assessment, lang)),
        ("settle.percent", span(payout.share, high.share, percent_text)),
        ("settle.fee", money(payout.fee)),
    ]
    if assessment.rubric.settlement.basis is Basis.ASSESSED:
        rows += [("settle.base_fee", money(contract.base_fee or Decimal(0))),
                 ("settle.assessed_fee", money(contract.assessed_fee or Decimal(0)))]  # fmt: skip
    rows += [
        ("settle.payable", ends(in_words(payout.payable), in_words(high.payable))),
        ("settle.paid", money(payout.paid)),
        ("settle.due", ends(in_words(payout.due), in_words(high.due))),
    ]
    lines = [_row(say(lang, key), value, lang) for key, value in rows]
    lines += [*filter(None, [reviewed_words(assessment, lang)]), *neighbours(assessment, lang)]
    lines += [_row(name, plain(text), lang) for name, text in decision_pairs(assessment, lang)]
    if assessment.best is not None:
        lines.append(_row(say(lang, "report.range"), say(lang, "report.range.means"), lang))
    return "\n".join(lines) + "\n"


def reviewed_words(assessment: Assessment, lang: Lang) -> str:
    """The result before review and after, with what each pays; empty where nothing was reviewed."""
    before, payout = assessment.review.before, assessment.payout
    if before is None:
        return ""
    most = assessment.review.best_before or before
    best = assessment.result if assessment.best is None else assessment.best
    return say(
        lang, "review.total_line", before=span(before.total, most.total),
        before_percent=span(before.payout.share, most.payout.share, percent_text),
        before_payable=ends(money(before.payout.payable), money(most.payout.payable)),
        after=span(assessment.score.total, best.score.total),
        percent=span(payout.share, best.payout.share, percent_text),
        payable=ends(money(payout.payable), money(best.payout.payable)),
    )  # fmt: skip


def _row(label: str, value: str, lang: Lang) -> str:
    width = sum(2 if ord(mark) > ord("ÿ") else 1 for mark in label)
    return label + " " * max(1, LABEL_WIDTH[lang] - width) + value


def bands_text(assessment: Assessment, lang: Lang) -> str:
    """The band that the total falls into, or those of both ends."""
    best = assessment.payout if assessment.best is None else assessment.best.payout
    bands = dict.fromkeys(band_text(assessment, one.band, lang) for one in (assessment.payout, best))
    return say(lang, "list.also").join(bands)


def in_words(amount: Decimal) -> str:
    """An amount in figures and in words."""
    return f"{money(amount)}  {amount_in_words(amount)}"


def band_text(assessment: Assessment, band: Band, lang: Lang) -> str:
    """A band in words: from what total on, and what it pays."""
    above = next((one for one in reversed(assessment.rubric.settlement.bands) if one.at_least > band.at_least), None)
    pays = "" if band.pays is None else percent_text(band.pays)
    key = "settle.band_top" if above is None else "settle.band_between" if pays else "settle.band_share"
    return say(lang, key, low=str(band.at_least), high=str(above.at_least if above else ""), pays=pays)


def neighbours(assessment: Assessment, lang: Lang) -> list[str]:
    """How far the total, or either end of it, is from the bands above and below."""
    low = assessment.payout
    high = low if assessment.best is None else assessment.best.payout
    if high.band == low.band:
        return _neighbours(assessment, low, high, lang)
    return [*_neighbours(assessment, low, low, lang), *_neighbours(assessment, high, high, lang)]


def _neighbours(assessment: Assessment, low: Payout, high: Payout, lang: Lang) -> list[str]:
    bands = assessment.rubric.settlement.bands
    at = bands.index(low.band)
    lines = []
    if at > 0:
        above = Fraction(bands[at - 1].at_least)
        points = span(above - low.judged, above - high.judged)
        lines.append(say(lang, "settle.to_next", points=points, band=str(bands[at - 1].at_least)))
    if at < len(bands) - 1:
        floor = Fraction(bands[at].at_least)
        points = span(low.judged - floor, high.judged - floor)
        lines.append(say(lang, "settle.above_floor", points=points, band=str(bands[at].at_least)))
    return lines


def range_text(low: Payout, high: Payout, lang: Lang) -> str:
    """Both ends of a settlement whose ledgers are absent."""
    facts = {"low": money(low.payable), "high": money(high.payable)}
    facts |= {"low_due": money(low.due), "high_due": money(high.due)}
    return say(
        lang, "settle.range", low_percent=percent_text(low.share), high_percent=percent_text(high.share), **facts
    )


def settlement_json(assessment: Assessment, lang: Lang) -> str:
    """The settlement part of the assessment's JSON, with score and project beside it."""
    from jobhome_score.reports.assessment_json import assessment_value
    from jobhome_score.reports.json_text import json_text

    whole = assessment_value(assessment, lang)
    kept = ("rubric", "project", "as_of", "score", "reviews_from", "settlement", "readings", "decisions",
            "generated", "version")  # fmt: skip
    return json_text({"schema": "jobhome-score/settlement/1"} | {key: whole[key] for key in kept})
