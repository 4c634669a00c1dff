"""Leads and samples in every format: complete, in both languages, within the screen, and harmless."""

import json
from decimal import Decimal
from fractions import Fraction
from functools import cache
from io import BytesIO
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from tests.insight.flags.asking import asked
from tests.ledger_tables import SiteYear, lines, site_year
from tests.reports.page_reader import Page

from jobhome_score import reports
from jobhome_score.assessment import Assessment
from jobhome_score.insight.flags import (
    after_leaving,
    before_event,
    days_off,
    entered_twice,
    family,
    late_workbooks,
    on_leave,
    two_places,
)
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.flags.sample import Sample, sample
from jobhome_score.locales import Lang, say, sentences
from jobhome_score.measures.measuring import Workbench
from jobhome_score.reports.flags.book import flags_xlsx
from jobhome_score.reports.flags.markdown import flags_md
from jobhome_score.reports.flags.page import flags_html
from jobhome_score.reports.flags.sentences import one_in, told
from jobhome_score.reports.flags.text import flags_text
from jobhome_score.reports.flags.value import flags_json
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx
from jobhome_score.reports.wrapping import width

LANGS: tuple[Lang, ...] = ("zh", "en")
SCHEMA = json.loads((Path(reports.__file__).parent / "schemas" / "flags.schema.json").read_text("utf-8"))
HOSTILE = "王\u202e<script>alert(1)</script>[red]=1+1"
CODES = (
    "fair_called_early", "party_called_early", "shared_phone", "phone_run", "copied_block", "two_places",
    "after_leaving", "days_off", "on_leave", "entered_twice", "exact_hits", "round_numbers", "late_workbooks",
)  # fmt: skip


@cache
def spoilt() -> SiteYear:
    """Somebody of a hostile name attends after leaving, half of the fairs hit a target, one visit is odd."""
    days = [f"2025-09-{day:02}" for day in range(1, 29)]
    tables = [
        ["人员名册", "姓名  到岗日期  离岗日期", f"{HOSTILE}  2025-01-01  2025-08-31", "李四  2025-01-01  -"],
        ["考勤", "日期  姓名  状态", *(f"{day}  {HOSTILE}  出勤" for day in days), "2025-09-02  李四  请假"],
        ["企业走访", "日期  走访人", "2025-09-02  李四"],
        ["招聘活动", "活动编号  企业数  岗位数  入场人次"],
        [f"A-{n}  {35 if n < 45 else 36 + n % 9}  1200  300" for n in range(60)],
    ]
    year = site_year(lines(line for table in tables for line in table))
    return year.on_project(站点名称="<b>某站</b>", 运营单位="=某公司")


@cache
def everything() -> tuple[Assessment, Flags, Sample]:
    assessment = spoilt().assess()
    drawn = sample(assessment, Workbench(spoilt().season(), assessment.rubric), 12, "1<2")
    return assessment, asked(spoilt()), drawn


def test_the_year_has_a_contradiction_patterns_and_a_remark() -> None:
    _, found, _ = everything()
    assert found.leads[0].code == "after_leaving"
    assert {one.code for one in found.leads} == {"after_leaving", "exact_hits"}
    assert [one.code for one in found.remarks] == ["on_leave"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("columns", [60, 80, 200])
def test_no_line_is_wider_than_the_screen(lang: Lang, columns: int) -> None:
    lines_ = flags_text(*everything(), lang, columns).splitlines()
    assert max(map(width, lines_)) <= columns
    assert not any("\u202e" in line for line in lines_)


@pytest.mark.parametrize("lang", LANGS)
def test_a_lead_says_where_how_much_how_often_why_and_what_to_do(lang: Lang) -> None:
    _, found, _ = everything()
    said = told(found.leads[0], found, lang)
    assert "台账.xlsx › 考勤 › 9–29" in said.rows
    assert "21" in said.size
    assert say(lang, "flags.after_leaving.unless") in said.chance
    exact = next(told(one, found, lang) for one in found.leads if one.code == "exact_hits")
    assert all(number in exact.size for number in ("45", "60", "35", "2.1"))
    assert all(vars_ for vars_ in (said.test, said.innocent, said.look))


def test_the_schema_knows_every_question() -> None:
    assert SCHEMA["$defs"]["answer"]["properties"]["code"]["enum"] == list(CODES)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_every_question_has_its_words(code: str, lang: Lang) -> None:
    for part in ("title", "size", "test", "honest", "look"):
        assert f"flags.{code}.{part}" in sentences(lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_words_tell_the_null_models_that_are_used(lang: Lang) -> None:
    shares: dict[str, Fraction] = {
        "fair_called_early": before_event.MISDATED,
        "two_places": two_places.MISTYPED,
        "days_off": days_off.BUSY,
        "on_leave": on_leave.SLIP,
        "late_workbooks": late_workbooks.COPIED,
    }
    words = {"zh": {10: "10", 5: "5"}, "en": {10: "ten", 5: "five"}}[lang]
    for code, share in shares.items():
        assert words.get(share.denominator, str(share.denominator)) in sentences(lang)[f"flags.{code}.test"]
    assert f"{entered_twice.NEARLY * 100}" in sentences(lang)["flags.entered_twice.test"]
    assert str(after_leaving.GRACE.days) in sentences(lang)["flags.after_leaving.test"]
    assert Fraction(1, 100) >= family.FAMILY


def test_a_chance_is_never_said_rarer_than_it_is() -> None:
    assert one_in(Decimal("0.00021"), "en") == "1 in 4700"  # 1 in 4761
    assert one_in(Decimal("3e-12"), "en") == "1 in 10^11"
    assert one_in(Decimal("0.7"), "en") == "often"


@pytest.mark.parametrize("lang", LANGS)
def test_json_is_exact_and_has_every_row(lang: Lang) -> None:
    value = json.loads(flags_json(*everything(), lang))
    jsonschema.validate(value, SCHEMA)
    assert (value["schema"], value["changes_the_score"]) == ("jobhome-score/flags/1", False)
    assert [len(one["rows"]) for one in value["leads"]] == [len(one.rows) for one in everything()[1].leads]
    assert value["leads"][0]["chance"] is None
    assert all(0 < one["chance"] < 0.001 for one in value["leads"][1:])
    assert len(value["sample"]["rows"]) == 12
    assert value["sample"]["rows"][0]["values"]


@pytest.mark.parametrize("lang", LANGS)
def test_pages_and_markdown_hold_no_markup_of_others(lang: Lang) -> None:
    assessment, found, drawn = everything()
    for html in (flags_html(assessment, found, drawn, lang), assessment_html(assessment, lang, leads=found)):
        assert "<script" not in html
        assert "<b>某站" not in html
        assert say(lang, "flags.nature").split("，")[0][:12] in html
    read = Page(flags_html(assessment, found, drawn, lang))
    assert (read.open, read.astray, read.other) == ([], [], [])
    assert "<script" not in flags_md(assessment, found, drawn, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_the_checklist_has_room_for_results_and_signatures(lang: Lang) -> None:
    assessment, found, drawn = everything()
    book = openpyxl.load_workbook(BytesIO(flags_xlsx(assessment, found, drawn, lang)))
    checklist = book[say(lang, "workbook.sheet.sample")]
    heads = [cell.value for cell in checklist[1]]
    assert heads[-2:] == [say(lang, "workbook.lead.agrees"), say(lang, "workbook.lead.signed")]
    assert [checklist.cell(row, 1).value for row in range(2, 14)] == list(range(1, 13))
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_an_assessment_shows_leads_only_where_they_are_asked_for() -> None:
    assessment, found, _ = everything()
    assert "flags" not in assessment_html(assessment, "zh").split("<body>")[1]
    assert assessment_html(assessment, "zh") == assessment_html(assessment, "zh", leads=None)
    names = openpyxl.load_workbook(BytesIO(assessment_xlsx(assessment, "zh", leads=found))).sheetnames
    assert names[-1] == "核查线索"
    assert openpyxl.load_workbook(BytesIO(assessment_xlsx(assessment, "zh"))).sheetnames == names[:-1]


def test_without_leads_it_says_so() -> None:
    year = site_year("招聘活动\n企业数\n36")
    assert "没有线索。" in flags_text(year.assess(), asked(year), None, "zh", 80)
    nothing = site_year()
    assert "没有可供比较" in flags_text(nothing.assess(), asked(nothing), None, "zh", 80)
