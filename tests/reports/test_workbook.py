"""The official workbook: what it says, what its formulas come to, and what happens when a charge is struck out."""

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.ledger_tables import MADE, site_year
from tests.samples import SAMPLES, assessed

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.evidence import Place
from jobhome_score.ledgers.loading import check
from jobhome_score.locales import Lang
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.records import replace
from jobhome_score.reports.amount_in_words import amount_in_words
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx
from jobhome_score.reports.workbook.charges import RuleCharges, charged_rules
from jobhome_score.reports.workbook.links import link_to
from jobhome_score.reports.workbook.settlement_xlsx import settlement_xlsx
from jobhome_score.reports.workbook.words_formula import words_formula
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.results import RuleScore

SHEETS = ["评分表", "扣分明细", "规则汇总", "整改清单", "履约事项", "解释口径", "数据来源", "图表"]
HEAD = ["项目", "序号", "指标", "考核内容", "分值", "评分标准", "考核方式", "得分", "扣分（加分）说明"]
HOSTILE = ["=cmd|'/C calc'!A0", "http://evil.example/", "{=1+1}", "-1+1", "@SUM(1)", "a\x00\x1b[31m\u202eb", "<b>x</b>",
           "external:x.xlsx", "x" * 40_000]  # fmt: skip
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed, nothing can recalculate")


@pytest.fixture(scope="module", params=["good-year", "hard-year"])
def sample(request: pytest.FixtureRequest) -> Assessment:
    return assessed(request.param)


def opened(data: bytes, *, values: bool = False) -> Workbook:
    return load_workbook(BytesIO(data), data_only=values)


def labelled(sheet: Worksheet) -> dict[str, Any]:
    """The rows below the table: by what stands in the first column, what stands in D, or the total in H."""
    found = {}
    for row in sheet.iter_rows():
        if row[0].value is not None:
            found[str(row[0].value)] = row[7].value if row[0].value == "总分" else row[3].value
    return found


def figures(assessment: Assessment) -> dict[str, Decimal]:
    value = json.loads(assessment_json(assessment, "zh"), parse_float=Decimal)
    settlement = value["settlement"]
    return {"总分": value["score"]["total"], "结算比例": Decimal(settlement["percent"]) / 100,
            "应付金额": settlement["payable"], "未付金额": settlement["due"]}  # fmt: skip


def recalculated(book: Workbook, folder: Path) -> Workbook:
    """The workbook with its values computed afresh: saved without any, so that none can be an old one."""
    folder.mkdir(parents=True, exist_ok=True)
    before = folder / "before.xlsx"
    book.save(before)
    profile = (folder / "profile").resolve().as_uri()
    target = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "after"), str(before)]
    subprocess.run(
        [str(OFFICE), f"-env:UserInstallation={profile}", "--headless", *target],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return load_workbook(folder / "after" / "before.xlsx", data_only=True)


def test_the_score_sheet_has_the_layout_of_the_annex(sample: Assessment) -> None:
    sheet = opened(assessment_xlsx(sample, "zh"))["评分表"]
    rows = list(sheet.iter_rows(values_only=True))
    head = next(at for at, row in enumerate(rows, 1) if row[0] == "项目")
    assert list(rows[head - 1]) == HEAD
    assert sheet.print_title_rows == f"${head}:${head}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert "&P" in (sheet.oddFooter.center.text or "")
    merged = {str(box) for box in sheet.merged_cells.ranges}
    assert f"A{head + 1}:A{head + 6}" in merged
    labels = labelled(sheet)
    assert "一、基础运营管理（35分）" in labels
    assert {"考核人员（签字）", "运营单位（盖章）", "采购单位（盖章）"} <= labels.keys()


def test_every_score_is_a_formula_and_its_known_value_is_the_tools(sample: Assessment) -> None:
    data = assessment_xlsx(sample, "zh")
    book, known = opened(data), labelled(opened(data, values=True)["评分表"])
    assert [name for name in book.sheetnames if name != "复核"] == SHEETS
    assert ("复核" in book.sheetnames) is bool(sample.review.listed)
    labels = labelled(book["评分表"])
    for name, value in figures(sample).items():
        assert str(labels[name]).startswith("="), name
        assert Decimal(str(known[name])) == value, name
    assert known["应付金额大写"] == amount_in_words(sample.payout.payable)


@pytest.mark.parametrize("readings", [{}, {"gig_training": "month_total"}, {"complaints_cap": "adverse_only"},
                                      {"special_equipment": "once", "reach_followers": "each"},
                                      {"percentage_points": "proportional", "callback_rates": "worst"},
                                      {"live_weekly": "weekly", "fraud_extra": "each"}])  # fmt: skip
def test_the_charges_come_to_what_each_rule_takes(readings: dict[str, str]) -> None:
    for rule in charged_rules(assessed("hard-year", **readings), "zh"):
        points = rule.scored.rule.points
        assert rule.total == (rule.scored.deducted if points is None else min(rule.scored.deducted, points))


def with_all_accepted(rule: RuleCharges) -> Fraction:
    """What a rule takes when every line is set to 1 again."""
    terms = [replace(term, charges=[replace(one, accepted=True) for one in term.charges]) for term in rule.terms]
    return replace(rule, terms=terms).total


def short_of_people() -> Assessment:
    """Five people on post, four in August: 2 short, 3 in August, of which one is excused."""
    people = [f"职员{n}  专职  2025-01-01  {'2025-07-31' if n == 5 else '-'}" for n in range(1, 6)]
    people.append("职员6  专职  2025-09-01  -")
    days = [f"2025-{month:02}-10" for month in range(7, 13)] + [f"2026-{month:02}-10" for month in range(1, 7)]
    names = [line.split()[0] for line in people]
    came = [f"{day}  {name}  出勤" for day in days for name in names]
    tables = ["人员名册\n姓名  用工类型  到岗日期  离岗日期", *people, "考勤\n日期  姓名  状态", *came]
    decided = "指标  规则  期间  数量  复核结论\n1.1  staffing  2025-08  1  免责"
    return site_year("\n".join(tables)).reviewed(decided).assess()


def test_what_stands_of_the_worst_month_and_what_was_excused_of_it_are_one_shortfall() -> None:
    (staffing,) = (one for one in charged_rules(short_of_people(), "zh") if one.scored.rule.id == "staffing")
    assert staffing.total == staffing.scored.deducted == 2
    assert with_all_accepted(staffing) == 3


def weekly_streams() -> Assessment:
    """Two livestreams a week, 105 in all: 45 of 150 are missing, and one in each of 51 whole weeks, which is more."""
    monday = dt.date(2025, 6, 30)
    rows = [f"{monday + dt.timedelta(7 * week + n)}  直播{week}-{n}" for week in range(53) for n in (1, 2)]
    rows = [row for row in rows if "2025-07-01" <= row[:10] <= "2026-06-30"]
    return site_year("\n".join(["直播\n日期  主题", *rows])).assess(live_weekly="weekly")


def test_struck_out_weeks_leave_what_the_year_is_short_of() -> None:
    assessment = weekly_streams()
    (sessions,) = (
        one for one in charged_rules(assessment, "zh") if one.scored is rule_of(assessment, "2.5", "sessions")
    )
    weeks = next(at for at, term in enumerate(sessions.terms) if len(term.charges) > 1)
    year = next(at for at, term in enumerate(sessions.terms) if len(term.charges) == 1)
    assert sessions.total == sessions.scored.deducted > sessions.terms[year].total > 0
    struck = replace(
        sessions.terms[weeks], charges=[replace(one, accepted=False) for one in sessions.terms[weeks].charges]
    )
    terms = [struck if at == weeks else term for at, term in enumerate(sessions.terms)]
    assert replace(sessions, terms=terms).total == sessions.terms[year].total


def rule_of(assessment: Assessment, indicator: str, rule: str) -> RuleScore:
    lines = (line for section in assessment.score.sections for line in section.indicators)
    (line,) = (one for one in lines if one.indicator.id == indicator)
    return next(one for one in line.rules if one.rule.id == rule)


def test_withheld_ledgers_are_charged_in_one_line() -> None:
    assessment = site_year().without("直播", "表彰加分").assess(missing="zero")
    found = {f"{one.line.indicator.id} {one.scored.rule.id}": one for one in charged_rules(assessment, "zh")}
    assert found["2.5 sessions"].total == found["2.5 sessions"].scored.deducted > 0
    assert assessment_xlsx(assessment, "zh")


def test_the_same_input_gives_the_same_bytes() -> None:
    one, two = (assess(check(read_ledgers(SAMPLES / "good-year")), load_rubric(), Request(MADE, {})) for _ in range(2))
    for lang in ("zh", "en"):
        assert assessment_xlsx(one, lang) == assessment_xlsx(two, lang)
        assert settlement_xlsx(one, lang) == settlement_xlsx(two, lang)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("lang", ["zh", pytest.param("en", marks=pytest.mark.thorough)])
def test_text_of_others_is_never_a_formula_or_a_link(hostile: str, lang: Lang) -> None:
    text = hostile.replace("\x00", "")[:30_000]
    table = f"招聘活动\n活动编号  企业数\n{text.replace('  ', ' ')}  1\n"
    assessment = site_year(table).on_project(站点名称=text, 运营单位=text).assess()
    for data in (assessment_xlsx(assessment, lang), settlement_xlsx(assessment, lang)):
        for cell in cells(opened(data)):
            if cell.data_type == "f":
                assert text not in str(cell.value)
            if cell.hyperlink:
                assert cell.hyperlink.target == "台账.xlsx"


def cells(book: Workbook) -> Iterator[Any]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from row


@pytest.mark.parametrize(
    ("place", "link"),
    [
        (Place("甲.xlsx", "表", 7), "external:../台账/甲.xlsx#'表'!A7"),
        (Place("a b.xlsx", "it's", 7), "external:../台账/a b.xlsx#'it''s'!A7"),
        (Place("甲.csv", "甲", 7), "external:../台账/甲.csv"),
        (Place("甲#乙.xlsx", "表", 7), None),
        (Place("甲%20.xlsx", "表", 7), None),
        (Place("http://x", "表", 7), None),
        (Place("甲\u202e.xlsx", "表", 7), None),
    ],
)
def test_links_lead_to_the_row_or_nowhere(place: Place, link: str | None) -> None:
    assert link_to(place, "../台账") == link


def test_every_charge_with_a_row_has_a_link_beside_the_ledgers() -> None:
    sheet = opened(assessment_xlsx(assessed("hard-year"), "zh", "../hard-year"))["扣分明细"]
    linked = [cell.hyperlink for row in sheet.iter_rows(min_row=3) for cell in row if cell.hyperlink]
    assert len(linked) > 100
    assert {str(link.target).replace("\\", "/").rpartition("/")[0] for link in linked} == {"../hard-year"}


@pytest.mark.rendering
@needs_office
def test_libreoffice_computes_what_the_tool_computed(sample: Assessment, tmp_path: Path) -> None:
    data = assessment_xlsx(sample, "zh")
    known, fresh = opened(data, values=True), recalculated(opened(data), tmp_path)
    for sheet in known:
        for row in sheet.iter_rows():
            for cell in row:
                value = fresh[sheet.title][cell.coordinate].value
                if isinstance(cell.value, int | float):
                    assert value == pytest.approx(cell.value, abs=1e-9), (sheet.title, cell.coordinate)
                else:
                    assert (value or "") == (cell.value or ""), (sheet.title, cell.coordinate)


def charge_row(sheet: Worksheet, indicator: str, rule: str) -> int:
    return next(row[0].row for row in sheet.iter_rows(min_row=3) if (row[0].value, row[2].value) == (indicator, rule))


@pytest.mark.rendering
@needs_office
def test_a_charge_struck_out_moves_the_total_by_its_points_within_the_caps(tmp_path: Path) -> None:
    good = opened(assessment_xlsx(assessed("good-year"), "zh"))
    good["扣分明细"][f"G{charge_row(good['扣分明细'], '1.6', '环境脏乱')}"] = 0
    result = labelled(recalculated(good, tmp_path / "good")["评分表"])
    assert result["总分"] == pytest.approx(100)  # 99.1 + 1, held at 100
    hard = opened(assessment_xlsx(assessed("hard-year"), "zh"))
    sheet = hard["扣分明细"]
    for indicator, rule in (("3.1", "业务竞赛"), ("1.6", "环境脏乱"), ("5.2", "数据造假")):
        sheet[f"G{charge_row(sheet, indicator, rule)}"] = 0
    result = labelled(recalculated(hard, tmp_path / "hard")["评分表"])
    # 20.5, + 2 for the contest, nothing for dirt above its cap, + 5 for the penalty, + 4 for 2.5 that counts again
    assert result["总分"] == pytest.approx(31.5)
    assert result["应付金额"] == pytest.approx(308_700)
    assert result["应付金额大写"] == "人民币叁拾万捌仟柒佰元整"


AMOUNTS = [
    "0", "0.01", "0.10", "0.05", "1", "10", "10.5", "100.01", "1005", "10000", "100500", "105000", "1140000", "200900",
    "100000000", "1000005000", "1000050000", "1234567890.12", "20000000.30", "10001000.07", "-4900.50", "100010000",
]  # fmt: skip


@pytest.mark.rendering
@needs_office
def test_amounts_in_words_follow_the_figures(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row, amount in enumerate(AMOUNTS, 1):
        sheet[f"A{row}"] = float(amount)
        sheet[f"B{row}"] = "=" + words_formula(f"A{row}")
    fresh = recalculated(book, tmp_path).active
    assert fresh is not None
    found = {amount: fresh[f"B{row}"].value for row, amount in enumerate(AMOUNTS, 1)}
    assert found == {amount: amount_in_words(Decimal(amount)) for amount in AMOUNTS}


@pytest.mark.rendering
@needs_office
def test_struck_out_lines_where_only_the_largest_counts(tmp_path: Path) -> None:
    people = opened(assessment_xlsx(short_of_people(), "zh"))
    assert taken(people, tmp_path / "two", "专职人员") == 2
    for row in people["扣分明细"].iter_rows(min_row=3):
        row[6].value = 1
    assert taken(people, tmp_path / "three", "专职人员") == 3
    streams = opened(assessment_xlsx(weekly_streams(), "zh"))
    assert taken(streams, tmp_path / "weeks", "直播场次") == 25.5
    for row in streams["扣分明细"].iter_rows(min_row=3):
        if row[2].value == "直播场次" and row[4].value != 45:
            row[6].value = 0
    assert taken(streams, tmp_path / "year", "直播场次") == 22.5


def taken(book: Workbook, folder: Path, rule: str) -> float:
    """What a rule takes when the workbook is computed afresh."""
    rows = recalculated(book, folder)["规则汇总"].iter_rows(values_only=True)
    return next(float(str(row[8])) for row in rows if row[1] == rule)
