"""The documents that people sign, read back."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as Page
from docx.oxml.ns import qn
from tests.ledger_tables import site_year
from tests.samples import assessed

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang
from jobhome_score.reports.documents.notice_docx import notice_docx
from jobhome_score.reports.documents.score_docx import score_docx
from jobhome_score.reports.documents.settlement_docx import settlement_docx
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.report_lines import reached

WRITERS = (score_docx, notice_docx, settlement_docx)
LANGS: tuple[Lang, ...] = ("zh", "en")
Read = Callable[[Callable[[Assessment, Lang], bytes], Lang], Page]
HOSTILE = ["=cmd|'/C'!A0", "<w:p/>&amp;", "a\x1b[31m\u202eb", "http://evil.example/", "]]>"]


@pytest.fixture(scope="module", params=["good-year", "hard-year"])
def sample(request: pytest.FixtureRequest) -> Assessment:
    return assessed(request.param)


@pytest.fixture(scope="module")
def read(sample: Assessment) -> Read:
    """Reads what is written of the sample, each document but once."""
    return cache(lambda write, lang: opened(write(sample, lang)))


def opened(data: bytes) -> Page:
    return Document(BytesIO(data))


def texts(page: Page) -> list[str]:
    cells = [cell.text for table in page.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in page.paragraphs), *cells]


@pytest.mark.parametrize("lang", LANGS)
def test_the_score_table_reads_back_as_it_was_scored(sample: Assessment, read: Read, lang: Lang) -> None:
    table = read(score_docx, lang).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    scores = {row[2]: row[7] for row in rows}
    for section in sample.score.sections:
        for line in section.indicators:
            assert scores[line.indicator.title[lang]] == shown(reached(line, section.section.role))
    assert rows[-1][7] == shown(sample.score.total)


def rooms(page: Page) -> list[tuple[Any, int]]:
    """Each table with the width, in twips, between the margins of the pages that it stands on."""
    found, waiting, sections = [], [], iter(page.sections)
    for element in page.element.body:
        if element.tag == qn("w:tbl"):
            waiting.append(element)
        if element.tag == qn("w:sectPr") or element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            section = next(sections)
            room = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
            found += [(table, room) for table in waiting]
            waiting = []
    return found


def held(row: Any) -> bool:
    """Whether a row stands on one page with what comes next."""
    return all(
        one.pPr is not None and one.pPr.keepNext is not None and one.pPr.keepNext.val for one in row.iter(qn("w:p"))
    )


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("lang", LANGS)
def test_tables_do_not_break(read: Read, write, lang: Lang) -> None:
    page = read(write, lang)
    for table, room in rooms(page):
        assert not list(table.iter(qn("w:tbl")))[1:]
        widths = [int(column.get(qn("w:w"))) for column in table.tblGrid.gridCol_lst]
        assert sum(widths) <= room + 5
        for row in table.tr_lst:
            assert row.trPr.find(qn("w:cantSplit")) is not None
            spans = [int(cell.grid_span) for cell in row.tc_lst]
            assert sum(spans) == len(widths)


@pytest.mark.parametrize("write", WRITERS)
def test_fonts_are_the_official_ones_and_pages_are_numbered(read: Read, write) -> None:
    page = read(write, "zh")
    fonts = set(page.element.xpath("//w:rFonts/@w:eastAsia"))
    assert fonts <= {"仿宋_GB2312", "黑体", "方正小标宋简体"}
    assert {"仿宋_GB2312", "方正小标宋简体"} <= fonts
    codes = [code.text for code in page.sections[0].footer._element.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_the_head_of_the_score_table_is_repeated(read: Read) -> None:
    table = read(score_docx, "zh").tables[0]
    assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None


def test_a_subtotal_stands_below_its_section_and_small_sections_are_whole(sample: Assessment, read: Read) -> None:
    rows = read(score_docx, "zh").tables[0]._tbl.tr_lst
    at = 1
    for section in sample.score.sections:
        subtotal = at + len(section.indicators)
        assert "小计" in "".join(text.text or "" for text in rows[subtotal].iter(qn("w:t")))
        assert held(rows[subtotal - 1])
        assert all(held(row) for row in rows[at:subtotal]) is (len(section.indicators) <= 3)
        at = subtotal + 1
    assert held(rows[0])
    assert held(rows[at - 1])
    assert not held(rows[at])


@pytest.mark.parametrize("write", [score_docx, settlement_docx])
def test_who_signs_sees_the_amount_on_the_same_page(read: Read, write) -> None:
    """From the first line of the result down to the last line to sign."""
    body = list(read(write, "zh").element.body)
    tables = [at for at, element in enumerate(body) if element.tag == qn("w:tbl")]
    signed = next(at for at in tables if "考核人员" in "".join(body[at].itertext()))
    result = tables[tables.index(signed) - 1]
    assert all(held(row) for row in body[result].tr_lst)
    for element in body[result + 1 : signed]:
        assert element.pPr.keepNext.val


@pytest.mark.parametrize("write", [score_docx, settlement_docx])
def test_decisions_on_disputes_follow_on_wide_pages_after_the_lines_to_sign(write) -> None:
    year = assessed("hard-year")
    page = opened(write(year, "zh"))
    *_, signed, decisions = page.tables
    assert signed.rows[0].cells[0].text.startswith("考核人员")
    assert [cell.text for cell in decisions.rows[0].cells][:3] == ["复核台账位置", "复核对象", "结论"]
    assert page.sections[-1].page_width > page.sections[-1].page_height
    assert sum(held(row) for row in decisions._tbl.tr_lst) == 1


def test_long_lists_of_rows_may_be_parted_anywhere(read: Read) -> None:
    """Without a place to part at, LibreOffice and WPS begin lines with 、."""
    cells = [text for text in texts(read(notice_docx, "zh")) if "›" in text and "、" in text]
    assert cells
    assert not any(mark.isdigit() for text in cells for before, mark in pairwise(text) if before == "、")


def test_the_notice_names_every_rule_that_took_points(sample: Assessment, read: Read) -> None:
    page = read(notice_docx, "zh")
    body = "\n".join(texts(page))
    assert sample.contract.operator in body
    for section in sample.score.sections[:3]:
        for line in section.indicators:
            for rule in line.rules:
                if rule.deducted:
                    assert f"{rule.rule.title['zh']} " in body


def test_the_settlement_says_amounts_in_figures_and_words() -> None:
    assessment = assessed("good-year")
    body = texts(opened(settlement_docx(assessment, "zh")))
    assert assessment.payout.payable == Decimal(1_350_000)
    assert {"¥1,350,000.00", "人民币壹佰叁拾伍万元整", "100%", "高于本档下限 95 分 4.1 分"} <= set(body)


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("write", WRITERS)
def test_text_of_others_stays_text(hostile: str, write) -> None:
    assessment = site_year().on_project(站点名称=hostile, 运营单位=hostile).assess()
    data = write(assessment, "zh")
    page = opened(data)
    assert not page.element.xpath("//w:hyperlink")
    assert "\x1b" not in "".join(texts(page))
    assert "\u202e" not in "".join(texts(page))
    with ZipFile(BytesIO(data)) as parts:
        assert b"evil.example" not in b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".rels"))


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_assessment_gives_the_same_bytes(sample: Assessment, write) -> None:
    assert write(sample, "zh") == write(sample, "zh")
