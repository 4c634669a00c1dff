"""A report of tables as a workbook to print: a sheet a table, its headings on every page."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Final

from jobhome_score.locales import Lang, say
from jobhome_score.reports.tables import Cell, Change, Grid, Share, TableReport, cell_text
from jobhome_score.reports.workbook.formats import CREATED, NAMED, OPTIONS, Page, looks_of, paper

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_NAME: Final = 31
MOST_ROWS: Final = 1_000_000
"""Excel has 1 048 576 rows."""


def tables_xlsx(report: TableReport, lang: Lang) -> bytes:
    """The workbook's bytes; the first sheet carries the report's title and facts."""
    from xlsxwriter import Workbook  # only where a workbook is written

    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": report.title, "created": CREATED})
        looks = looks_of(book)
        for at, grid in enumerate(report.grids):
            page = Page(_sheet(book, lang, grid.title, NAMED if at else ""), looks, lang)
            row = 0 if at else _top(page, report, len(grid.headings) - 1)
            _table(page, grid, _said(page, grid, row))
    return out.getvalue()


def _sheet(book: "Workbook", lang: Lang, title: str, header: str) -> "Worksheet":
    return paper(book.add_worksheet(title[:LONGEST_NAME]), lang, header)


def _top(page: Page, report: TableReport, last: int) -> int:
    page.high(0, 34)
    page.merged((0, 0, 0, last), report.title, "title")
    for row, (name, text) in enumerate(report.facts, 1):
        page.merged((row, 0, row, last), f"{name}{say(page.lang, 'list.colon')}{text}", "line")
    return len(report.facts) + 1


def _said(page: Page, grid: Grid, first: int) -> int:
    """Write what stands above the table; the row after it."""
    across = sum(grid.widths)
    for row, words in enumerate(grid.said, first):
        page.merged((row, 0, row, len(grid.headings) - 1), words, "hint")
        page.height(row, (words,), (across,))
    return first + len(grid.said)


def _table(page: Page, grid: Grid, first: int) -> None:
    for column, (name, width) in enumerate(zip(grid.headings, grid.widths, strict=True)):
        page.sheet.set_column(column, column, width)
        page.put(first, column, name, "head")
    page.height(first, grid.headings, grid.widths)
    page.sheet.repeat_rows(first)
    page.sheet.freeze_panes(first + 1, 0)
    last = first
    for last, cells in enumerate(grid.rows[:MOST_ROWS], first + 1):
        _row(page, grid, last, cells, "")
    if grid.foot:
        _row(page, grid, last + 1, grid.foot, "sum_")


def _row(page: Page, grid: Grid, row: int, cells: Sequence[Cell], of: str) -> None:
    for column, cell in enumerate(cells):
        match cell:
            case Change(by=Decimal()):
                page.put(row, column, cell.by, f"{of}change_amount")
            case Change():
                page.put(row, column, cell.by, f"{of}change")
            case Share():
                page.put(row, column, cell.exact, f"{of}share")
            case Decimal():
                page.put(row, column, cell, f"{of}amount")
            case Fraction() | int():
                page.put(row, column, cell, "sum_number" if of else "number")
            case _:
                page.put(row, column, cell or "", "sum_text" if of else "text")
    page.height(row, [cell_text(cell) for cell in cells], grid.widths)
