"""Sheet 复核: the decisions on disputes, each with what it is about, on whose word, and what it changed."""

from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import say
from jobhome_score.reports.review_lines import COLUMNS, decision_rows, review_pairs
from jobhome_score.reports.workbook.formats import Page

WIDTHS: Final = (22, 34, 9, 34, 18, 12, 20, 12, 34, 14)
CENTRED: Final = frozenset({"verdict", "date", "until", "applied"})
LAST: Final = len(COLUMNS) - 1


def write_reviews(page: Page, assessment: Assessment) -> None:
    """Write the list, and below it the score before and after."""
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        page.sheet.set_column(column, column, width)
        page.put(0, column, say(page.lang, f"review.{name}"), "head")
    page.sheet.repeat_rows(0)
    page.sheet.freeze_panes(1, 0)
    rows = list(decision_rows(assessment, page.lang))
    for row, texts in enumerate(rows, 1):
        for column, (name, text) in enumerate(zip(COLUMNS, texts, strict=True)):
            page.put(row, column, text, "centre" if name in CENTRED else "text")
        page.height(row, texts, WIDTHS)
    for row, (name, text) in enumerate(review_pairs(assessment, page.lang), len(rows) + 2):
        page.put(row, 0, name, "sum_text")
        page.merged((row, 1, row, LAST), text)
        page.height(row, (text,), (sum(WIDTHS[1:]),))
