"""The checked copy loses no row in silence, though a workbook holds fewer rows than a .csv may have."""

import io

import openpyxl
import pytest

from jobhome_score.evidence import Place
from jobhome_score.locales import Lang
from jobhome_score.problems import Code, Problem
from jobhome_score.reading.cells import Reading, Sheet, Workbook
from jobhome_score.reports.checked_xlsx import checked_xlsx

LAST = 1_048_576


def listed(lang: Lang, *numbers: int) -> list[tuple[object, ...]]:
    sheet = Sheet("考勤.csv", "考勤", numbers, [(f"第{number}行",) for number in numbers])
    data = checked_xlsx(Reading((Workbook("考勤.csv", "", (sheet,)),), ()), (), lang)
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return list(page.iter_rows(min_row=2, values_only=True))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rows_beyond_a_workbook_are_named(lang: Lang) -> None:
    (line,) = listed(lang, 1, LAST + 1)
    assert line[:3] == ("考勤.csv", "考勤", str(LAST + 1))
    assert str(LAST) in str(line[4])


def test_the_last_row_of_a_workbook_is_not_beyond_it() -> None:
    assert listed("zh", 1, LAST) == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_it_prints_a_page_wide_with_its_reasons_folded(lang: Lang) -> None:
    """Each sheet across, as wide as a page and no wider, its name above; the list with its head on every page."""
    found = Problem(
        Code.EMPTY_CELL, Place("考勤.xlsx", "考勤", 2, 0), "", {"column": "日期", "id": "date", "expected": "日期"}
    )
    sheet = Sheet("考勤.xlsx", "考勤", (1, 2), [("日期", "姓名"), (None, "某人")])
    data = checked_xlsx(Reading((Workbook("考勤.xlsx", "", (sheet,)),), ()), (found,), lang)
    pages = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    for page in pages:
        assert page.page_setup.orientation == "landscape"
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert page.oddHeader.center.text
        assert page.oddFooter.center.text
    assert pages[0].print_title_rows == "$1:$1"
    assert pages[0].cell(2, 5).alignment.wrap_text
    assert pages[1].cell(2, 3).alignment.wrap_text
