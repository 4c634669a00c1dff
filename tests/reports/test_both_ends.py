"""A year without all its ledgers has two ends; whoever reads one of them in any report reads the other beside it.

企业走访 is absent and the other ledgers are empty. 1.3 is worth 5 points; four quarters without a report cost 4.
At worst no month was visited, 12 × 1 point more, and nothing is left; at best every month was, which leaves 1.
So 1.3 comes to 0 – 1, and the base score and the total come to 1 point more at the better end.
"""

from fractions import Fraction
from io import BytesIO

import pytest
from docx import Document
from openpyxl import load_workbook
from tests.ledger_tables import site_year

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang
from jobhome_score.reports.assessment_csv import assessment_csv
from jobhome_score.reports.assessment_json import assessment_value
from jobhome_score.reports.assessment_md import assessment_md
from jobhome_score.reports.both_ends import best_of, ends, span
from jobhome_score.reports.documents.notice_docx import notice_docx
from jobhome_score.reports.documents.score_docx import score_docx
from jobhome_score.reports.documents.settlement_docx import settlement_docx
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.reports.indicator_text import indicator_text
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.review_lines import total_words
from jobhome_score.reports.settlement_text import in_words, money, percent_text, reviewed_words, settlement_text
from jobhome_score.reports.terminal import assessment_text
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx

LANGS: tuple[Lang, ...] = ("zh", "en")


@pytest.fixture(scope="module")
def year() -> Assessment:
    return site_year("").without("企业走访").assess(missing="range")


def figures(year: Assessment) -> tuple[str, str, str, str]:
    """Base score, total, share and due, each with both ends."""
    assert year.best is not None
    low, high = year.result, year.best
    return (
        f"{shown(low.score.base)} – {shown(high.score.base)}",
        f"{shown(low.score.total)} – {shown(high.score.total)}",
        f"{percent_text(low.payout.share)} – {percent_text(high.payout.share)}",
        f"{money(low.payout.due)} – {money(high.payout.due)}",
    )


def test_the_ends_are_those_of_the_clause(year: Assessment) -> None:
    assert year.best is not None
    assert best_of(year).lines["1.3"] == 1
    low = next(line for line in year.score.sections[0].indicators if line.indicator.id == "1.3")
    assert low.score == 0
    assert year.best.score.base - year.score.base == 1


def test_what_review_changed_has_both_ends_too() -> None:
    """A finding of 1 point that is withdrawn, with the visits absent: 1 point more at either end."""
    found = "督导检查\n问题类型\n环境脏乱  ×2"
    decided = "工作表    行号  复核结论\n督导检查  2     撤销"
    year = site_year(found).without("企业走访").reviewed(decided).assess(missing="range")
    before, best = year.review.before, year.review.best_before
    assert before is not None
    assert best is not None
    assert reviewed_words(year, "en").count(" – ") == 6
    assert total_words(year, "en").count(" – ") == 2


def test_without_a_range_there_is_one_end() -> None:
    assert best_of(site_year("").assess()) == ({}, {})
    assert span(Fraction(3), None) == span(Fraction(3), Fraction(3)) == "3"
    assert ends("−5", "0") == "−5 – 0"


@pytest.mark.parametrize("lang", LANGS)
def test_texts_and_pages_give_both_ends(year: Assessment, lang: Lang) -> None:
    base, total, percent, due = figures(year)
    markdown = assessment_md(year, lang)
    for figure in (base, total, percent, due):
        assert f"**{figure}" in markdown
    assert "| 5 | 0 – 1 |" in markdown
    screen = assessment_text(year, lang, Screen(140, colour=False))
    for figure in (base, total, percent, due, "0 – 1"):
        assert figure in screen
    page = assessment_html(year, lang)
    for figure in (base, total, percent, "<b>0 – 1</b>"):
        assert figure in page
    assert money(year.best.payout.due) in page  # type: ignore[union-attr]


@pytest.mark.parametrize("lang", LANGS)
def test_the_settlement_gives_both_ends(year: Assessment, lang: Lang) -> None:
    """Both ends are below 85: so far below, and so far."""
    _, total, percent, due = figures(year)
    text = settlement_text(year, lang)
    low, high = year.payout, year.best.payout  # type: ignore[union-attr]
    far = f"{shown(85 - low.judged)} – {shown(85 - high.judged)}"
    for figure in (total, percent, in_words(high.payable), in_words(high.due), far):
        assert figure in text
    assert due.split(" – ")[0] in text
    assert total in "".join(paragraph.text for paragraph in Document(BytesIO(notice_docx(year, lang))).paragraphs)


@pytest.mark.parametrize("lang", LANGS)
def test_documents_give_both_ends(year: Assessment, lang: Lang) -> None:
    base, total, percent, due = figures(year)
    cells = [cell.text for table in Document(BytesIO(score_docx(year, lang))).tables
             for row in table.rows for cell in row.cells]  # fmt: skip
    assert {base, f"{total} / 100", percent, due, "0 – 1", total} <= set(cells)
    cells = [cell.text for table in Document(BytesIO(settlement_docx(year, lang))).tables
             for row in table.rows for cell in row.cells]  # fmt: skip
    assert {total, percent, due} <= set(cells)


def test_where_numbers_must_stay_numbers_the_note_gives_both_ends(year: Assessment) -> None:
    said = "缺少台账，得分在 0 至 1 之间"
    assert said in assessment_csv(year, "zh").decode("utf-8-sig")
    sheet = load_workbook(BytesIO(assessment_xlsx(year, "zh")), data_only=True)["评分表"]
    reasons = [str(row[8].value) for row in sheet.iter_rows() if row[2].value == "数据调研与汇总"]
    assert reasons[0].splitlines()[-1] == said
    assert said in indicator_text(year, "1.3", "zh", Screen(100, colour=False))


def test_programs_find_both_ends_of_every_part(year: Assessment) -> None:
    value = assessment_value(year, "zh")
    low, high = value["score"]["range"]["low"], value["score"]["range"]["high"]
    assert high["base"] - low["base"] == high["total"] - low["total"] == 1
    assert high["due"] == year.best.payout.due  # type: ignore[union-attr]
    section = value["sections"][0]
    assert section["range"]["high"] - section["range"]["low"] == 1
    ranges = {one["id"]: one["range"] for one in section["indicators"]}
    assert ranges["1.3"] == {"low": 0, "high": 1}
    assert ranges["1.1"]["low"] == ranges["1.1"]["high"]
