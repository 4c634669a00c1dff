"""Sheet 提分路径: what would raise the score, what each indicator regains, what is too late, how far from falling."""

from itertools import count
from typing import Final

from jobhome_score.insight.plan.answer import Answer
from jobhome_score.reports.plan_lines import head_lines, plan_parts
from jobhome_score.reports.plan_phrases import outcome_text
from jobhome_score.reports.workbook.formats import Page

WIDTHS: Final = (8, 26, 10, 96)
LAST: Final = len(WIDTHS) - 1


def write_plan(page: Page, found: Answer) -> None:
    """Write the answer, then each part under its heading; a line's last column takes what room there is."""
    for column, width in enumerate(WIDTHS):
        page.sheet.set_column(column, column, width)
    rows = count()
    for line in outcome_text(found.plan, page.lang):
        _across(page, next(rows), line, "total_text")
    for line in head_lines(found.plan, page.lang):
        _across(page, next(rows), line, "hint")
    for heading, lines in plan_parts(found.plan, found.fall, page.lang):
        if not lines:
            continue
        next(rows)
        if heading:
            _across(page, next(rows), heading, "head")
        for line in lines:
            _line(page, next(rows), line.split("\t"))


def _across(page: Page, row: int, text: str, look: str) -> None:
    page.merged((row, 0, row, LAST), text, look)
    page.height(row, (text,), (sum(WIDTHS),))


def _line(page: Page, row: int, cells: list[str]) -> None:
    """A line whose last cell reaches to the right edge."""
    *first, last = cells
    for column, cell in enumerate(first):
        page.put(row, column, cell, "centre" if column in (0, LAST - 1) else "text")
    page.merged((row, len(first), row, LAST), last)
    page.height(row, (last,), (sum(WIDTHS[len(first) :]),))
