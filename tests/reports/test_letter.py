"""The letter that asks for clarification: what it asks, in which order, and that it reads back whole."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from tests.ledger_tables import MADE, SiteYear, site_year

from jobhome_score.assessment import Request, assess
from jobhome_score.insight.sensitivity import ground, sensitivity
from jobhome_score.locales import Lang
from jobhome_score.reports.documents.letter_docx import letter_docx
from jobhome_score.reports.letter import Letter, letter, number_text
from jobhome_score.reports.letter_md import letter_md
from jobhome_score.rubric.decisions import Decision
from jobhome_score.scoring.fitting import season_of

LANGS: tuple[Lang, ...] = ("zh", "en")
YEAR = """
招聘活动
活动编号  日期        类型  形式  地域  企业数  岗位数  入场人次
A-#       2025-09-04  日常  线下  市内  35      900     200      ×36
B-#       2025-09-11  日常  线下  市内  30      900     200      ×2
零工岗位
发布日期    省级平台  市级平台  岗位数
2025-09-04  是        是        450
"""
DOCUMENT = "萍就业函〔2026〕12号"
DECISION = Decision("content", "市就业创业服务中心", MADE.date(), DOCUMENT)


def written(year: SiteYear, lang: Lang, **decisions: Decision) -> Letter:
    checked = year.check()
    base = assess(checked, year.source, Request(MADE, {}, decisions=decisions))
    on = ground(base, year.source, season_of(checked.ledgers(), base.rubric, None))
    return letter(base, year.source, sensitivity(base, on), lang)


@pytest.fixture(scope="module", params=LANGS)
def lang(request: pytest.FixtureRequest) -> Lang:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def made(lang: Lang) -> Letter:
    return written(site_year(YEAR).on_project(采购单位="某市人社局"), lang)


def texts(data: bytes) -> list[str]:
    page = Document(BytesIO(data))
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in page.paragraphs), *cells]


def money(figures: Sequence[str]) -> Decimal:
    return abs(Decimal(figures[4].replace(",", "").replace("−", "-")))


def test_every_open_reading_is_asked_once(made: Letter) -> None:
    assert len(made.questions) == len(site_year().source.readings)
    assert len({question.asked for question in made.questions}) == len(made.questions)


def test_questions_come_by_their_money_and_idle_ones_last(made: Letter) -> None:
    most = [max(money(choice.figures) for choice in question.choices) for question in made.moving]
    assert most == sorted(most, reverse=True)
    for question in made.quiet:
        assert all(choice.figures[1] == choice.figures[4] == "0" for choice in question.choices
                   if choice.figures[0] != "—")  # fmt: skip


def test_each_question_has_one_option_in_use(made: Letter) -> None:
    for question in made.questions:
        assert sum(choice.used for choice in question.choices) == 1


def test_a_question_quotes_the_sentences_that_it_decides() -> None:
    asked = next(one for one in written(site_year(YEAR), "zh").questions if one.asked.startswith("零工岗位每月"))
    assert asked.cite == "附件 二·6（考核内容400个，评分标准500个）"
    content, standard = asked.wording
    assert content.startswith("考核内容（2.6 零工市场运营）：")
    assert standard == "评分标准（2.6 零工市场运营）：月度发布岗位不足扣0.2分，最高2分。"


def test_a_decided_reading_is_cited_and_not_asked() -> None:
    made = written(site_year(YEAR), "zh", gig_openings=DECISION)
    assert not any(question.asked.startswith("零工岗位每月") for question in made.questions)
    (settled,) = made.settled
    assert settled.says == "按考核内容400个"
    assert DOCUMENT in settled.cited
    for text in (letter_md(made, "zh"), "\n".join(texts(letter_docx(made, "zh")))):
        assert DOCUMENT in text


def test_when_everything_is_decided_nothing_is_asked() -> None:
    source = site_year().source
    decisions = {name: DECISION._replace(option=source.option_names(name)[0]) for name in source.readings}
    made = written(site_year(YEAR), "zh", **decisions)
    assert made.questions == ()
    text = letter_md(made, "zh")
    assert "没有需要征询的问题" in text
    assert "## 二、已经明确的口径" in text
    assert "口径确认回执" not in text
    assert letter_docx(made, "zh")


def test_it_is_addressed_to_the_purchaser(made: Letter, lang: Lang) -> None:
    assert made.to == {"zh": "某市人社局：", "en": "To 某市人社局:"}[lang]
    assert "采购单位名称" in written(site_year(), "zh").to


def test_the_document_holds_every_question_and_a_form_of_reply(made: Letter, lang: Lang) -> None:
    said = "\n".join(texts(letter_docx(made, lang)))
    for question in made.questions:
        for choice in question.choices:
            assert f"□ {choice.says}" in said
    assert {"zh": "口径确认回执", "en": "Decision on the readings"}[lang] in said
    assert letter_docx(made, lang) == letter_docx(made, lang)


def test_its_tables_do_not_break(made: Letter, lang: Lang) -> None:
    page = Document(BytesIO(letter_docx(made, lang)))
    room = page.sections[0].page_width.twips - 2 * page.sections[0].left_margin.twips  # type: ignore[union-attr]
    for table in page.tables:
        widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
        assert sum(widths) <= room + 5
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)
        assert all(len(row.tc_lst) == len(widths) for row in table._tbl.tr_lst)
        # two tables in a row would be joined into one
        assert table._tbl.getnext().tag == qn("w:p")


def test_its_fonts_are_those_of_official_letters() -> None:
    page = Document(BytesIO(letter_docx(written(site_year(YEAR), "zh"), "zh")))
    fonts = set(page.element.xpath("//w:rFonts/@w:eastAsia"))
    assert fonts == {"仿宋_GB2312", "黑体", "方正小标宋简体"}


def test_markdown_has_the_same_tables(made: Letter, lang: Lang) -> None:
    lines = letter_md(made, lang).splitlines()
    widths = {line.count("|") for line in lines if line.startswith("|")}
    assert len(widths) > 1
    for first, second in pairwise(lines):
        if first.startswith("|") and second.startswith("|"):
            assert first.count("|") == second.count("|")


def test_text_of_others_stays_text() -> None:
    made = written(site_year(YEAR).on_project(站点名称="<b>|[x](http://evil.example)", 采购单位="a\u202eb"), "zh")
    assert "http://evil.example" not in letter_md(made, "zh")
    assert "<b>" not in letter_md(made, "zh")
    assert "\u202e" not in "".join(texts(letter_docx(made, "zh")))


@pytest.mark.parametrize(("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (28, "二十八")])
def test_questions_are_numbered_as_letters_number_them(number: int, text: str) -> None:
    assert number_text(number, "zh") == text
    assert number_text(number, "en") == str(number)
