"""结算单: the settlement as a workbook, its amounts as formulas."""

from io import BytesIO
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.report_lines import head
from jobhome_score.reports.settlement_text import neighbours
from jobhome_score.reports.workbook.formats import CREATED, OPTIONS, looks_of, page_of
from jobhome_score.reports.workbook.settlement_rows import write_settlement
from jobhome_score.reports.workbook.signatures import write_signatures

LAST: Final = 8
WIDTHS: Final = (8, 8, 8, 14, 14, 14, 12, 16, 16)
TOTAL: Final = 7
"""The column of the total; the settlement below it looks there."""


def settlement_xlsx(assessment: Assessment, lang: Lang) -> bytes:
    """The workbook's bytes; the same settlement gives the same bytes."""
    from xlsxwriter import Workbook  # only where a workbook is written

    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": say(lang, "document.settlement"), "created": CREATED})
        page = page_of(book, looks_of(book), lang, "settlement")
        for column, width in enumerate(WIDTHS):
            page.sheet.set_column(column, column, width)
        page.high(0, 34)
        page.merged((0, 0, 0, LAST), say(lang, "document.settlement"), "title")
        row = 0
        for row, (name, text) in enumerate(head(assessment, lang), 1):
            page.merged((row, 0, row, LAST), f"{name}{say(lang, 'list.colon')}{text}", "line")
        row += 1
        page.merged((row, 0, row, TOTAL - 1), say(lang, "settle.total"), "total_text")
        page.merged((row, TOTAL, row, LAST), None, "total")
        page.put(row, TOTAL, assessment.score.total, "total")
        row = write_settlement(page, row, assessment, LAST) + 1
        page.merged((row, 0, row, 2), say(lang, "document.neighbours"), "sum_text")
        page.merged((row, 3, row, LAST), say(lang, "list.also").join(neighbours(assessment, lang)))
        write_signatures(page, row + 1, assessment, LAST)
        page.sheet.fit_to_pages(1, 1)
    return out.getvalue()
