"""From the total to the amount, as formulas: band, share, payable in figures and in words, due."""

from fractions import Fraction

from jobhome_score.assessment import Assessment
from jobhome_score.locales import say
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.both_ends import span
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.review_lines import review_pairs
from jobhome_score.reports.settlement_text import band_text, range_text
from jobhome_score.reports.workbook.formats import Page, literal
from jobhome_score.reports.workbook.words_formula import words_formula
from jobhome_score.rubric.paying import Basis, Rounding, Settlement

ROUNDED = {Rounding.NONE: "{0}", Rounding.HALF_UP: "INT({0}+0.5)", Rounding.DOWN: "INT({0})"}
HEIGHT = 19
SPAN = 80
"""Letters that fit on a line of a merged value."""


def write_settlement(page: Page, total_row: int, assessment: Assessment, last: int) -> int:
    """Write the settlement below the total; give the last row used."""
    lang, rules, payout, contract = page.lang, assessment.rubric.settlement, assessment.payout, assessment.contract
    row = total_row

    def label(key: str) -> int:
        nonlocal row
        row += 1
        page.high(row, HEIGHT)
        page.merged((row, 0, row, 2), say(lang, key), "sum_text")
        for column in range(3, last + 1):
            page.put(row, column, None, "text")
        return row

    def value(key: str, formula: str | None, known: Fraction, look: str) -> str:
        at = label(key)
        page.merged((at, 3, at, last), None, look)
        if formula is None:
            page.put(at, 3, known, look)
        else:
            page.live(at, 3, formula, known, look)
        return f"D{at + 1}"

    judged = value("workbook.judged", ROUNDED[rules.rounding].format(f"H{total_row + 1}"), payout.judged, "line_number")
    at = label("settle.band")
    page.merged((at, 3, at, last), None, "text")
    bands = [literal(band_text(assessment, band, lang)) for band in rules.bands]
    page.live(at, 3, nested(judged, rules, bands), band_text(assessment, payout.band, lang), "text")
    shares = [f"{judged}/{rules.out_of}" if band.pays is None else shown(band.pays, 6) for band in rules.bands]
    share = value("report.percent", nested(judged, rules, shares), payout.share, "percent")
    fee = value("report.fee", None, Fraction(payout.fee), "money")
    pays = f"{fee}*{share}"
    if rules.basis is Basis.ASSESSED and contract.base_fee is not None and contract.assessed_fee is not None:
        base = value("settle.base_fee", None, Fraction(contract.base_fee), "money")
        assessed = value("settle.assessed_fee", None, Fraction(contract.assessed_fee), "money")
        pays = f"{base}+{assessed}*{share}"
    payable = value("report.payable", f"ROUND(ROUND({pays},8),2)", Fraction(payout.payable), "money")
    at = label("report.payable_words")
    page.merged((at, 3, at, last), None, "text")
    page.live(at, 3, words_formula(payable), amount_in_words(payout.payable), "text")
    paid = value("report.paid", None, Fraction(payout.paid), "money")
    value("report.due", f"ROUND({payable}-{paid},2)", Fraction(payout.due), "money")
    for name, text in review_pairs(assessment, lang):
        row += 1
        page.merged((row, 0, row, 2), name, "sum_text")
        page.merged((row, 3, row, last), text, "text")
        page.height(row, (text,), (SPAN,))
    if assessment.best is not None:
        at = label("workbook.range")
        total = span(assessment.score.total, assessment.best.score.total)
        text = say(lang, "workbook.ranged", total=total, said=range_text(payout, assessment.best.payout, lang))
        page.merged((at, 3, at, last), text, "text")
        page.height(at, (text,), (SPAN,))
    return row


def nested(judged: str, rules: Settlement, values: list[str]) -> str:
    """The value of the band that a total falls into; what stands below the last band's floor falls into the last."""
    formula = values[-1]
    for band, one in reversed(list(zip(rules.bands[:-1], values[:-1], strict=True))):
        formula = f"IF({judged}>={band.at_least},{one},{formula})"
    return formula
