"""What every report tells of decisions on disputes: the score before and after, each decision, what counts no more."""

import json
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.ledger_tables import MADE, SiteYear, lines, rubric_source, site_year
from tests.reports.test_workbook import figures, labelled, needs_office, opened, recalculated
from tests.samples import checked

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.locales import Lang
from jobhome_score.reports.assessment_csv import assessment_csv
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.assessment_md import assessment_md
from jobhome_score.reports.documents.notice_docx import notice_docx
from jobhome_score.reports.documents.score_docx import score_docx
from jobhome_score.reports.documents.settlement_docx import settlement_docx
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.reports.indicator_text import indicator_text
from jobhome_score.reports.settlement_text import settlement_json, settlement_text
from jobhome_score.reports.terminal import assessment_text
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx
from jobhome_score.reports.workbook.settlement_xlsx import settlement_xlsx

LANGS: tuple[Lang, ...] = ("zh", "en")
SCREEN = Screen(100, colour=False)
REASON, OFFICE, NUMBER = "照片不是本站点", "市就业中心督导组", "就督〔2026〕8号"


def disputed() -> SiteYear:
    """Three dirty days and a complaint."""
    return site_year("督导检查\n问题类型\n环境脏乱  ×3\n水电未关\n\n投诉\n有效\n是")


def decided() -> SiteYear:
    rows = (
        f"督导检查  2  撤销  {REASON}  {OFFICE}  {NUMBER}  -",
        f"督导检查  3  维持  照片清楚  {OFFICE}  -  -",
        f"督导检查  5  免责  停电检修  {OFFICE}  -  2026-01-31",
    )
    return disputed().reviewed(f"工作表  行号  复核结论  理由  复核人  文号  有效期至\n{lines(rows)}")


@cache
def assessment() -> Assessment:
    return decided().assess()


def text_of(data: bytes) -> str:
    """Everything that a document says."""
    document = Document(BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def sheet_text(data: bytes) -> str:
    book = load_workbook(BytesIO(data), data_only=True)
    return "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def everything(found: Assessment, lang: Lang) -> dict[str, str]:
    return {
        "text": assessment_text(found, lang, SCREEN),
        "json": assessment_json(found, lang),
        "md": assessment_md(found, lang).replace("\\", ""),
        "csv": assessment_csv(found, lang).decode("utf-8-sig"),
        "html": assessment_html(found, lang),
        "docx": text_of(score_docx(found, lang)),
        "xlsx": sheet_text(assessment_xlsx(found, lang)),
        "settlement docx": text_of(settlement_docx(found, lang)),
    }


@pytest.mark.parametrize("lang", LANGS)
def test_every_report_gives_the_score_before_and_after_and_each_decision_with_its_reason(lang: Lang) -> None:
    # The empty year's 40.5 less 3.5 in 1.6 and 0.5 for the complaint; a dirty day and the lights come back: 1.5.
    for name, text in everything(assessment(), lang).items():
        assert "36.5" in text, name
        assert "38" in text, name
        for said in (REASON, OFFICE, NUMBER, "照片清楚", "停电检修", "2026-01-31"):
            assert said in text, (name, said)


def test_the_settlement_and_the_workbook_of_it_give_both() -> None:
    both = "复核前 36.5（结算 36.5%，应付 ¥365,000.00） → 复核后 38（结算 38%，应付 ¥380,000.00）"
    assert both in settlement_text(assessment(), "zh")
    assert both in assessment_text(assessment(), "zh", SCREEN)
    assert json.loads(settlement_json(assessment(), "zh"))["score"]["before_review"]["payable"] == 365000
    assert "36.5（36.5%，¥365,000.00）" in sheet_text(settlement_xlsx(assessment(), "zh"))


def test_json_says_what_each_decision_took_off() -> None:
    value: dict[str, Any] = json.loads(assessment_json(assessment(), "zh"), parse_float=Decimal)
    first, second, third = value["reviews"]
    assert (first["verdict"], first["points"], first["about"]["row"], first["applied"]) == ("withdrawn", 1, 2, "yes")
    assert first["rules"] == [{"indicator": "1.6", "rule": "environment", "cell": "", "name": "", "misses": 1,
                               "points": 1, "fell": True}]  # fmt: skip
    assert (second["verdict"], second["points"], second["rules"][0]["fell"]) == ("upheld", 0, False)
    assert (third["points"], third["until"]) == (Decimal("0.5"), "2026-01-31")
    assert value["reviews_from"]["source"] == "ledgers"
    line = next(one for one in value["sections"][0]["indicators"] if one["id"] == "1.6")
    assert (line["before_review"], line["score"]) == (Decimal("6.5"), 8)
    utilities = next(one for one in line["rules"] if one["id"] == "utilities")
    assert (utilities["status"], utilities["measured"], utilities["deducted"]) == ("excused", 1, 0)
    assert utilities["before_review"] == Decimal("0.5")
    # 35 points of which 1.6 alone has more after review: 1 for a dirty day and 0.5 for the lights
    section = value["sections"][0]
    assert section["score"] - section["before_review"] == Decimal("1.5")
    assert all(one["before_review"] == one["score"] for one in value["sections"][1:])


def test_a_json_without_reviews_says_so_in_three_words() -> None:
    value = json.loads(assessment_json(disputed().assess(), "zh"))
    assert (value["reviews"], value["reviews_from"], value["score"]["before_review"]) == ([], None, None)
    section = value["sections"][0]
    assert (section["before_review"], section["indicators"][0]["rules"][0]["before_review"]) == (None, None)


def charges(sheet: Worksheet) -> list[tuple[Any, ...]]:
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=3)]


def test_in_the_workbook_what_fell_is_listed_with_a_nought_and_the_decision() -> None:
    book = load_workbook(BytesIO(assessment_xlsx(assessment(), "zh")), data_only=True)
    found = {row[11]: row for row in charges(book["扣分明细"]) if row[2] == "环境脏乱"}
    assert {row: (line[5], line[6], line[7]) for row, line in found.items()} == {
        "3": (1, 1, 1), "4": (1, 1, 1), "2": (1, 0, 0),
    }  # fmt: skip
    assert str(found["2"][13]).startswith("撤销：" + REASON)
    assert str(found["3"][13]).startswith("维持：照片清楚")
    assert not found["4"][13]
    assert [row[2].value for row in book["复核"].iter_rows(min_row=2, max_row=4)] == ["撤销", "维持", "免责"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_notice_asks_for_nothing_that_was_withdrawn_or_waived(lang: Lang) -> None:
    before, after = text_of(notice_docx(disputed().assess(), lang)), text_of(notice_docx(assessment(), lang))
    title = {"zh": "水电未关", "en": "Utilities"}[lang]
    assert title in before
    assert title not in after
    assert {"zh": "撤销、免责的不列入本通知", "en": "withdrawn or waived is not part of this notice"}[lang] in after
    assert "督导检查 › 3–4" in after


def test_an_indicator_tells_what_fell_and_why() -> None:
    text = indicator_text(assessment(), "1.6", "zh", SCREEN)
    assert "复核前 6.5 → 复核后 8" in text
    assert "本条扣分：复核前 3 → 复核后 2" in text
    assert "本条扣分：复核前 0.5 → 复核后 0" in text
    assert text.count("本条扣分") == 2
    assert f"撤销：{REASON}（{OFFICE} 2026-07-02，{NUMBER}）" in text


def test_what_the_auditor_did_not_adopt_is_listed_as_such_everywhere() -> None:
    among = decided()
    listed = SiteYear(among.sheets, among.items).assess()
    for name, text in everything(listed, "zh").items():
        assert REASON in text, name
        assert "36.5" in text, name
        assert {"json": "listed"}.get(name, "未采用" if name == "settlement docx" else "未") in text, name
    assert listed.score.total == disputed().assess().score.total


READINGS: tuple[dict[str, str], ...] = (
    {}, {"fraud_extra": "each", "special_equipment": "once"},
    {"gig_training": "month_total", "callback_rates": "worst"},
)  # fmt: skip


@pytest.mark.rendering
@needs_office
@pytest.mark.parametrize("readings", READINGS)
def test_libreoffice_computes_the_score_after_review(tmp_path: Path, readings: dict[str, str]) -> None:
    ledgers = checked("hard-year")
    found = assess(ledgers, rubric_source(), Request(MADE, readings), reviews=ledgers)
    fresh = labelled(recalculated(opened(assessment_xlsx(found, "zh")), tmp_path)["评分表"])
    for name, value in figures(found).items():
        assert fresh[name] == pytest.approx(float(value)), name


def test_hostile_words_in_a_decision_obey_nobody() -> None:
    evil = "=cmd|'/C_calc'!A0<script>\u202ex"
    year = disputed().reviewed(f"工作表  行号  复核结论  理由\n督导检查  2  撤销  {evil}")
    found = year.assess()
    assert "<script>" not in assessment_html(found, "zh")
    assert "\u202e" not in assessment_text(found, "zh", SCREEN)
    assert "\u202e" not in assessment_md(found, "zh")
    book = load_workbook(BytesIO(assessment_xlsx(found, "zh")))
    assert book["复核"]["D2"].data_type == "s"
