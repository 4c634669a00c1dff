"""A year that still runs in every report: complete, aligned, and never mixed with the score."""

import csv
import json
import re
from fractions import Fraction
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from tests.ledger_tables import SiteYear, site_year

from jobhome_score import reports
from jobhome_score.assessment import Assessment
from jobhome_score.insight.pacing import Pacing, pacing
from jobhome_score.locales import Lang, say
from jobhome_score.reports.assessment_csv import assessment_csv
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.assessment_md import assessment_md
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.reports.pacing_text import LATER, MET, MISSED, listed, mark_of
from jobhome_score.reports.terminal import assessment_text
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx
from jobhome_score.reports.wrapping import width
from jobhome_score.scoring.results import Cell

DAY = "2025-09-11"
LANGS: tuple[Lang, ...] = ("zh", "en")
SCHEMA = json.loads((Path(reports.__file__).parent / "schemas" / "assessment.schema.json").read_text())
YEAR = """
企业走访
日期
2025-07-10

直播
日期
2025-07-15
2025-07-16
2025-07-17
2025-08-05
"""


@pytest.fixture(scope="module")
def year() -> SiteYear:
    return site_year(YEAR)


@pytest.fixture(scope="module")
def running(year: SiteYear) -> tuple[Assessment, Pacing]:
    assessment = year.assess(DAY)
    return assessment, pacing(assessment, year.season(DAY), {"2.1/sessions": Fraction(2)})


def screen_of(running: tuple[Assessment, Pacing], lang: Lang, columns: int, *, colour: bool = False) -> str:
    assessment, found = running
    return assessment_text(assessment, lang, Screen(columns, colour=colour), pacing=found)


def strip_line(text: str, title: str) -> str:
    return next(line for line in text.splitlines() if line.startswith(title) and MET in line)


def test_a_month_has_a_mark_for_met_missed_and_not_yet_due(running: tuple[Assessment, Pacing]) -> None:
    marks = re.findall(f"[{MET}{MISSED}{LATER}]", strip_line(screen_of(running, "zh", 80), "1.3 月度走访"))
    assert marks == [MET, MISSED, *[LATER] * 10]


def test_weeks_are_folded_where_they_would_not_fit(running: tuple[Assessment, Pacing]) -> None:
    # the weeks of 7 July to 1 September have ended; only that of 14 July has its three livestreams
    full = strip_line(screen_of(running, "zh", 200), "履约 每周直播不少于3场")
    assert re.search(f"{MISSED}{MET}{MISSED}{{7}}{re.escape(LATER)}{{42}} +1/9$", full.rstrip())
    folded = next(line for line in screen_of(running, "zh", 80).splitlines() if "履约 每周直播不少于3场" in line)
    assert re.search(f"{MISSED}{{5}}{re.escape(LATER)}{{21}} ", folded)
    assert "（每格 2 周）" in screen_of(running, "zh", 96)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_no_line_of_a_table_is_wider_than_the_screen(
    running: tuple[Assessment, Pacing], lang: Lang, columns: int
) -> None:
    text = screen_of(running, lang, columns)
    tables = [line for line in text.splitlines() if line.startswith(("─", "1.", "2.", "3.", "duty", "履约 "))]
    assert max(map(width, tables)) <= columns


def test_colours_only_where_there_is_a_screen_for_them(running: tuple[Assessment, Pacing]) -> None:
    assert "\x1b[" in screen_of(running, "zh", 80, colour=True)
    assert "\x1b" not in screen_of(running, "zh", 80)


def test_several_cells_are_missed_where_one_was() -> None:
    met, missed, later = (Cell("", Fraction(1), due, met) for due, met in ((True, True), (True, False), (False, False)))
    assert [mark_of(cells) for cells in ((met, met), (met, missed), (met, later), (later, later))] == [
        MET, MISSED, MET, LATER
    ]  # fmt: skip


@pytest.mark.parametrize("lang", LANGS)
def test_every_report_has_both_projections_by_name_and_the_targets(
    running: tuple[Assessment, Pacing], lang: Lang
) -> None:
    assessment, found = running
    book = openpyxl.load_workbook(BytesIO(assessment_xlsx(assessment, lang, pacing=found)))
    sheet = book[say(lang, "workbook.sheet.pacing")]
    cells = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell is not None)
    table = csv.reader(StringIO(assessment_csv(assessment, lang, found).decode("utf-8-sig"), newline=""))
    texts = {
        "screen": screen_of(running, lang, 200),
        "md": assessment_md(assessment, lang, pacing=found),
        "html": assessment_html(assessment, lang, pacing=found),
        "csv": "\n".join(cell for row in table for cell in row),
        "xlsx": cells,
    }
    for name, text in texts.items():
        for wanted in (say(lang, "pacing.nothing_more"), say(lang, "pacing.at_pace"), "2.1/sessions", "2026-02-18"):
            assert wanted in text, (name, wanted)  # 38 fairs at 2 a week take 133 days


@pytest.mark.parametrize("lang", LANGS)
def test_the_json_keeps_its_schema_and_figures(running: tuple[Assessment, Pacing], lang: Lang) -> None:
    assessment, found = running
    text = json.loads(assessment_json(assessment, lang, pacing=found))
    Draft202012Validator({**SCHEMA["properties"]["pacing"], "$defs": SCHEMA["$defs"]}).validate(text["pacing"])
    assert (text["pacing"]["days"], text["pacing"]["days_left"]) == (73, 292)
    assert text["pacing"]["nothing_more"]["indicators"]["2.1"] == 4  # 38 fairs short: the cap of 6 is lost
    wanted = next(goal for goal in text["pacing"]["goals"] if goal["id"] == "2.1/sessions")
    assert (wanted["missing"], wanted["capacity"], wanted["stated"], wanted["start_by"]) == (38, 2, True, "2026-02-18")


def test_without_a_day_nothing_is_said_of_pacing(year: SiteYear) -> None:
    assessment = year.assess()
    assert "pacing" not in json.loads(assessment_json(assessment, "zh"))
    for text in (assessment_text(assessment, "zh", Screen(100, colour=False)), assessment_md(assessment, "zh")):
        assert "预测" not in text


def test_a_list_of_rules_tears_no_name() -> None:
    names = ["1.1 职责", "1.6 特种设备违规", "2.4 岗位推荐"]
    assert list(listed("尚未到期 3 条", names, "zh", 34)) == [
        "尚未到期 3 条：1.1 职责、",
        "1.6 特种设备违规、2.4 岗位推荐",
    ]
    assert list(listed("尚未到期 3 条", names, "zh", None)) == [
        "尚未到期 3 条：1.1 职责、1.6 特种设备违规、2.4 岗位推荐"
    ]
    assert list(listed("Not yet due, 0", (), "en", 80)) == ["Not yet due, 0: —"]
