"""What a settlement sheet says, line by line, alike in a workbook and a document."""

from collections.abc import Iterator

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.both_ends import ends, span
from jobhome_score.reports.decisions import decision_pairs
from jobhome_score.reports.review_lines import review_pairs
from jobhome_score.reports.settlement_text import bands_text, money, neighbours, percent_text, period_text
from jobhome_score.rubric.paying import Basis

Pair = tuple[str, str]


def settlement_lines(assessment: Assessment, lang: Lang) -> Iterator[Pair]:
    """Names and texts: project, score, band, percentage, amounts in figures and in words, the bands next to it."""
    contract, payout, rubric = assessment.contract, assessment.payout, assessment.rubric
    best = assessment.result if assessment.best is None else assessment.best
    yield say(lang, "settle.site"), contract.site
    yield say(lang, "settle.operator"), contract.operator
    if contract.purchaser:
        yield say(lang, "report.purchaser"), contract.purchaser
    yield say(lang, "settle.period"), period_text(contract, lang)
    yield (
        say(lang, "report.rubric"),
        say(lang, "list.beside", text=rubric.title[lang], more=f"{rubric.id} {rubric.version}"),
    )
    yield say(lang, "settle.total"), span(assessment.score.total, best.score.total)
    yield from review_pairs(assessment, lang)
    yield say(lang, "settle.band"), bands_text(assessment, lang)
    yield say(lang, "settle.percent"), span(payout.share, best.payout.share, percent_text)
    yield say(lang, "document.neighbours"), say(lang, "list.also").join(neighbours(assessment, lang))
    yield say(lang, "settle.fee"), money(payout.fee)
    if rubric.settlement.basis is Basis.ASSESSED and contract.base_fee is not None:
        yield say(lang, "settle.base_fee"), money(contract.base_fee)
    if rubric.settlement.basis is Basis.ASSESSED and contract.assessed_fee is not None:
        yield say(lang, "settle.assessed_fee"), money(contract.assessed_fee)
    high = best.payout
    amounts = {"payable": (payout.payable, high.payable), "paid": (payout.paid,) * 2, "due": (payout.due, high.due)}
    for name, (low, most) in amounts.items():
        named = say(lang, f"settle.{name}")
        yield named, ends(money(low), money(most))
        yield say(lang, "document.in_words", amount=named), ends(amount_in_words(low), amount_in_words(most))
    yield from decision_pairs(assessment, lang)
    if assessment.best is not None:
        yield say(lang, "report.range"), say(lang, "report.range.means")
