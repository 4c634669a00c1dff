"""Sheet 进度预测: where a year that still runs stands and where it is going; nothing here is part of the score."""

from collections.abc import Sequence
from itertools import count
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.pacing import Pacing
from jobhome_score.locales import say
from jobhome_score.reports.pacing_rows import heading, notes, state_lines, tables
from jobhome_score.reports.workbook.formats import Page

WIDTHS: Final = (32, 20, 18, 16, 16, 16, 16, 30)
LAST: Final = len(WIDTHS) - 1


def write_pacing(page: Page, assessment: Assessment, pacing: Pacing) -> None:
    """Write the heading, the rules by where they stand, the tables one below the other, and how all is meant."""
    lang, sheet = page.lang, page.sheet
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    page.merged((0, 0, 0, LAST), heading(pacing, lang), "sum_text")
    rows = count(1)
    for name, names in state_lines(assessment, lang):
        row = next(rows)
        page.put(row, 0, name)
        page.merged((row, 1, row, LAST), names)
        page.height(row, (names,), (sum(WIDTHS[1:]),))
    for headings, found in tables(assessment, pacing, lang):
        row = next(rows)
        if len(headings) == len(WIDTHS):
            sheet.set_h_pagebreaks([row + 1])
        _line(page, next(rows), [say(lang, key) for key in headings], ("head", "head"))
        for cells in found:
            _line(page, next(rows), cells, ("text", "centre"))
    next(rows)
    for note in notes(lang):
        row = next(rows)
        page.merged((row, 0, row, LAST), note, "hint")
        page.height(row, (note,), (sum(WIDTHS),))


def _line(page: Page, row: int, cells: Sequence[str], looks: tuple[str, str]) -> None:
    """A line of a table: its first and last possible column are texts, the figures between them stand in the middle."""
    text, figure = looks
    for column, cell in enumerate(cells):
        page.put(row, column, cell, text if column in (0, LAST) else figure)
    page.height(row, cells, WIDTHS[: len(cells)])
