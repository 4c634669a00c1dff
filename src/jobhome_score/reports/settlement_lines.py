"""What a settlement sheet says, line by line, alike in a workbook and a document."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.decisions import decision_pairs
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.review_lines import review_pairs
from jobhome_score.reports.settlement_text import band_text, money, neighbours, percent_text, period_text, range_text
from jobhome_score.rubric.document import Basis

Pair = tuple[str, str]


def settlement_lines(assessment: Assessment, lang: Lang) -> Iterator[Pair]:
    """Names and texts: project, score, band, percentage, amounts in figures and in words, the bands next to it."""
    contract, payout, rubric = assessment.contract, assessment.payout, assessment.rubric
    yield say(lang, "settle.site"), contract.site
    yield say(lang, "settle.operator"), contract.operator
    if contract.purchaser:
        yield say(lang, "report.purchaser"), contract.purchaser
    yield say(lang, "settle.period"), period_text(contract, lang)
    yield say(lang, "report.rubric"), f"{rubric.title[lang]} ({rubric.id} {rubric.version})"
    yield say(lang, "settle.total"), shown(assessment.score.total)
    yield from review_pairs(assessment, lang)
    yield say(lang, "settle.band"), band_text(assessment, payout.band, lang)
    yield say(lang, "settle.percent"), percent_text(payout.share)
    yield say(lang, "document.neighbours"), say(lang, "list.also").join(neighbours(assessment, lang))
    yield say(lang, "settle.fee"), money(payout.fee)
    if rubric.settlement.basis is Basis.ASSESSED and contract.base_fee is not None:
        yield say(lang, "settle.base_fee"), money(contract.base_fee)
    if rubric.settlement.basis is Basis.ASSESSED and contract.assessed_fee is not None:
        yield say(lang, "settle.assessed_fee"), money(contract.assessed_fee)
    for name, amount in (("payable", payout.payable), ("paid", payout.paid), ("due", payout.due)):
        yield say(lang, f"settle.{name}"), money(amount)
        yield say(lang, "document.in_words", amount=say(lang, f"settle.{name}")), amount_in_words(amount)
    yield from decision_pairs(assessment, lang)
    if assessment.best is not None:
        yield say(lang, "report.range"), range_text(payout, assessment.best.payout, lang)
