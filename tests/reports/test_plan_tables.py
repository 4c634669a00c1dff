"""The list of tasks that a plan comes to, as a workbook and as a document, read back."""

import datetime as dt
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.hostile.poison import ledgers as poisoned
from tests.hostile.test_ways_out import assert_only_cells, assert_seen
from tests.ledger_tables import SiteYear
from tests.plans import ground, grounded, planned

from jobhome_score.insight.plan.answer import Answer
from jobhome_score.insight.plan.mirror import fall_of
from jobhome_score.ledgers.loading import check
from jobhome_score.locales import Lang
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.documents.tables_docx import tables_docx
from jobhome_score.reports.plan_tables import plan_tables
from jobhome_score.reports.workbook.tables_xlsx import tables_xlsx

LANGS: tuple[Lang, ...] = ("zh", "en")
SAMPLES = Path(__file__).parents[2] / "sample_ledgers"
Row = tuple[Any, ...]


def answered(year: Path, as_of: str = "", to: str = "") -> Answer:
    day = dt.date.fromisoformat(as_of) if as_of else None
    on = grounded(check(read_ledgers(year)), {}, day)
    return Answer(planned(on, to), fall_of(on.assessment, on.season, {}))


@pytest.fixture(scope="module")
def closed() -> Answer:
    return answered(SAMPLES)


@pytest.fixture(scope="module")
def running() -> Answer:
    return answered(SAMPLES, "2026-03-31", "85")


def sheet(found: Answer, lang: Lang, at: int = 0) -> list[Row]:
    """The rows below the head of a sheet."""
    book = load_workbook(BytesIO(tables_xlsx(plan_tables(found, lang), lang)))
    rows = list(book.worksheets[at].iter_rows(values_only=True))
    head = next(number for number, row in enumerate(rows) if row[0] in ("序号", "No.", "指标", "Id"))
    return rows[head + 1 :]


@pytest.mark.parametrize("lang", LANGS)
def test_tasks_add_up_to_what_the_plan_promises(closed: Answer, running: Answer, lang: Lang) -> None:
    for found in (closed, running):
        plan = found.plan
        rows = sheet(found, lang)
        assert [row[0] for row in rows] == list(range(1, len(plan.repairs or ()) + 1))
        assert sum(Fraction(str(row[6])) for row in rows) == plan.promised.total - plan.ground.now.total
        assert Fraction(str(rows[-1][7])) == plan.promised.total
        assert all(row[8:] == ("", "") for row in rows)


def test_a_task_says_where_its_record_is_and_until_when(closed: Answer, running: Answer) -> None:
    """Three findings and a month without a meeting; while the period runs until its end."""
    tasks = {row[1:3]: row[3:6] for row in sheet(closed, "zh")}
    assert tasks["1.6", "环境脏乱"] == ("复核撤销 1 处", "10 督导投诉表彰.xlsx › 督导检查 › 3", "")
    assert tasks["3.3", "数据汇报会"] == ("补证 1 份", "《报告与会议》 2026-02", "")
    assert tasks["3.3", "分析内容"][1].count("、") == 0  # the rows with an error alone, not every report
    assert {row[5] for row in sheet(running, "zh")} == {"2026-06-30"}


def test_what_must_be_done_in_time_has_the_last_day_of_its_month_or_quarter(running: Answer) -> None:
    rows = {row[1]: row[2:7] for row in sheet(running, "zh", 1)}
    assert rows["月度走访"] == ("3 个月", "2026-04", "2026-04-30", "0", "≥ 1")
    assert rows["季度报告"] == ("1 个季度", "2026Q2", "2026-06-30", "0", "≥ 1")


def test_the_mirror_gives_the_total_after_the_misses(closed: Answer) -> None:
    """87.6 less 3 for special equipment is 84.6, below 85."""
    assert sheet(closed, "zh", -1) == [("1.6", "特种设备违规", 1, -3, 84.6)]


@pytest.mark.parametrize("lang", LANGS)
def test_the_document_says_the_same(closed: Answer, lang: Lang) -> None:
    report = plan_tables(closed, lang)
    page = Document(BytesIO(tables_docx(report, lang)))
    assert page.paragraphs[0].text == report.title
    for table, grid in zip(page.tables, [one for one in report.grids if one.rows], strict=True):
        assert [cell.text for cell in table.rows[0].cells] == list(grid.headings)
        assert len(table.rows) == len(grid.rows) + 1
    said = [paragraph.text for paragraph in page.paragraphs]
    assert {words for grid in report.grids for words in grid.said} <= set(said)
    section = page.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width > section.page_height


def test_where_nothing_is_to_be_done_the_list_is_empty_and_says_so(ledgers: SiteYear) -> None:
    on = ground(ledgers)
    found = Answer(planned(on, "0"), None)
    report = plan_tables(found, "zh")
    assert report.grids[0].rows == []
    assert "已达到，无须补做。" in report.grids[0].said
    assert tables_xlsx(report, "zh")
    assert tables_docx(report, "zh")


def test_costs_have_a_column_of_their_own() -> None:
    on = grounded(check(read_ledgers(SAMPLES)), {})
    grid = plan_tables(Answer(planned(on, "90", _1_6="2.5"), None), "zh").grids[0]
    at = list(grid.headings).index("成本")
    costs = {row[1]: row[at] for row in grid.rows}
    assert costs.get("1.6", Fraction(5, 2)) == Fraction(5, 2)
    assert costs["1.1"] == 1


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_plan_gives_the_same_bytes(closed: Answer, lang: Lang) -> None:
    report = plan_tables(closed, lang)
    assert tables_xlsx(report, lang) == tables_xlsx(plan_tables(answered(SAMPLES), lang), lang)
    assert tables_docx(report, lang) == tables_docx(plan_tables(answered(SAMPLES), lang), lang)


@pytest.mark.parametrize("lang", LANGS)
def test_text_of_others_stays_text(tmp_path: Path, lang: Lang) -> None:
    report = plan_tables(answered(poisoned(tmp_path, extra=False), to="90"), lang)
    assert report.grids[0].rows
    assert_only_cells(tables_xlsx(report, lang))
    page = Document(BytesIO(tables_docx(report, lang)))
    assert not page.element.xpath("//w:hyperlink")
    cells = (cell.text for table in page.tables for row in table.rows for cell in row.cells)
    for text in (*(paragraph.text for paragraph in page.paragraphs), *cells):
        assert_seen(text.replace("\u200b", ""))
