"""The score sheet on paper: no section is torn, the lines to sign stand with the total, and every page can be read."""

from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.samples import assessed

from jobhome_score.locales import Lang
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx
from jobhome_score.reports.workbook.paging import LARGEST, LEAST, Block, lay_out

POINTS = 72
ROOM = (8.27 - 0.4 - 0.5) * POINTS
"""Points between the upper and the lower margin of A4 across."""


def pages(sheet: Worksheet) -> list[list[int]]:
    """The rows of each printed page, from 1."""
    starts = [1, *(one.id + 1 for one in sheet.row_breaks.brk), sheet.max_row + 1]
    return [list(range(first, last)) for first, last in pairwise(starts)]


def height(sheet: Worksheet, rows: list[int]) -> float:
    return sum(sheet.row_dimensions[row].height or 15 for row in rows)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("year", ["good-year", "hard-year"])
def test_no_section_is_torn_and_every_page_holds_its_rows(year: str, lang: Lang) -> None:
    sheet = load_workbook(BytesIO(assessment_xlsx(assessed(year), lang))).worksheets[0]
    assert not sheet.sheet_properties.pageSetUpPr or not sheet.sheet_properties.pageSetUpPr.fitToPage
    scale = sheet.page_setup.scale
    assert LEAST <= scale <= LARGEST
    found = pages(sheet)
    for at, rows in enumerate(found):
        head = height(sheet, [6]) if at else 0
        assert (height(sheet, rows) + head) * scale / 100 <= ROOM
    subtotals = {row for row in range(1, sheet.max_row) if sheet.cell(row, 1).value in ("小计", "Subtotal")}
    for rows in found[:-1]:
        assert rows[-1] in subtotals
    last = [sheet.cell(row, 1).value for row in found[-1]]
    assert {"总分", "Total"} & set(last)
    assert {"采购单位（盖章）", "Purchaser (seal)"} & set(last)


class Told:
    """What a sheet is told of its pages."""

    def __init__(self) -> None:
        self.scale = 0
        self.breaks: list[int] = []

    def set_print_scale(self, scale: int) -> None:
        self.scale = scale

    def set_h_pagebreaks(self, breaks: list[int]) -> None:
        self.breaks = breaks


def told(heights: Mapping[int, float], blocks: list[Block], pages: int) -> Told:
    sheet = Told()
    page: Any = SimpleNamespace(sheet=sheet, heights=heights)
    lay_out(page, [30], blocks, 99, pages)
    return sheet


def test_pages_are_filled_as_evenly_as_the_parts_allow() -> None:
    """Of 400, 100, 100 and 300 points, the head of 15 repeated: 500 and 415. Of 10, 100, 100 and 300: 210 and 315."""
    heights = {0: 400.0, 1: 100.0, 2: 100.0, 3: 300.0}
    blocks = [Block(row, row) for row in heights]
    assert told(heights, blocks, 2).breaks == [2]
    assert told({**heights, 0: 10.0}, blocks, 2).breaks == [3]


def test_more_pages_are_taken_where_nobody_could_read_fewer() -> None:
    heights = dict.fromkeys(range(4), 900.0)
    found = told(heights, [Block(row, row) for row in range(4)], 2)
    assert len(found.breaks) > 1


def test_a_single_part_that_is_too_high_goes_on_by_itself() -> None:
    found = told({0: 9000.0}, [Block(0, 0)], 2)
    assert (found.breaks, found.scale) == ([], 10)
