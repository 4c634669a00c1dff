"""What .xls files of Excel 5 and 95 are written in, and the sheets among them that are no worksheets."""

import pytest
from tests.reading.biff import CHART, MACRO, WORKSHEET, old_book, record

from jobhome_score.reading.file import read_file
from jobhome_score.reading.limits import Hidden, Limits

NAME = "考勤".encode("gbk")
TEXTS = ["日期 名字", "王芳", "a"]


def read(data: bytes):
    return read_file("考勤.xls", data, Limits(), Hidden.FAIL)


def codes(problems):
    return [(problem.code.value, problem.place.sheet) for problem in problems]


@pytest.mark.parametrize(
    ("encoding", "codepage", "told"),
    [
        ("gbk", 936, []),
        ("utf-8", 65001, []),
        ("big5", 950, []),
        ("gbk", None, [("guessed-encoding", "考勤")]),
        ("gbk", 1252, [("guessed-encoding", "考勤")]),
        ("gbk", 10000, [("guessed-encoding", "考勤")]),
        ("gbk", 4711, [("guessed-encoding", "考勤")]),
    ],
)
def test_chinese_is_read_by_its_code_page_or_by_a_guess_that_is_told(encoding, codepage, told):
    texts = [text.encode(encoding) for text in TEXTS]
    book, problems = read(old_book({"考勤".encode(encoding): texts}, codepage))
    assert [(sheet.name, [row[0] for row in sheet.rows]) for sheet in book.sheets] == [("考勤", TEXTS)]
    assert codes(problems) == told


def test_letters_with_accents_are_no_chinese():
    (sheet,) = read(old_book({b"a": ["Müller, café".encode("cp1252")]}, 1252))[0].sheets
    assert sheet.rows == [("Müller, café",)]


@pytest.mark.parametrize(("text", "codepage"), [("café".encode("cp1252"), None), (b"\x80\xff", 936), (b"\xe9", 65001)])
def test_what_no_code_page_fits_is_refused_in_those_words(text, codepage):
    book, (problem,) = read(old_book({b"a": [text]}, codepage))
    assert (book, problem.code.value, dict(problem.facts)) == (None, "unreadable-file", {"reason": "codepage"})


def test_plain_ascii_needs_no_code_page():
    assert read(old_book({b"a": [b"b"]}, None))[1] == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ((1, MACRO), [("ignored-file", "考勤")]),
        ((6, WORKSHEET), [("ignored-file", "考勤")]),
        ((9, WORKSHEET), [("ignored-file", "考勤")]),
        ((2, CHART), []),
        ((2, WORKSHEET), [("ignored-file", "考勤")]),
    ],
)
def test_a_sheet_that_is_no_worksheet_is_told_save_a_chart(kind, told):
    book, problems = read(old_book({b"a": [b"b"], NAME: [b"c"]}, kinds={NAME: kind}))
    assert [sheet.name for sheet in book.sheets] == ["a"]
    assert codes(problems) == told


def test_a_book_without_any_worksheet_is_told():
    assert codes(read(old_book({NAME: [b"c"]}, kinds={NAME: (1, MACRO)}))[1]) == [("ignored-file", "考勤")]


def test_two_sheets_at_one_place_are_damage():
    book, problems = read(old_book({b"a": [b"b"], b"c": [b"d"]}, one_place=True))
    assert (book, codes(problems)) == (None, [("damaged-file", "")])


NOTE, NAME_OF_RANGE, COUNTRY, CELL = 0x001C, 0x0018, 0x008C, 0x0204


@pytest.mark.parametrize("kind", [NOTE, NAME_OF_RANGE, COUNTRY])
def test_what_holds_no_cells_may_be_broken(kind):
    book, problems = read(old_book({b"a": [b"b", b"c"]}, more=record(kind, b"\1\2\3")))
    assert (problems, list(book.sheets[0].rows)) == ([], [("b",), ("c",)])


def test_what_holds_a_cell_may_not():
    book, problems = read(old_book({b"a": [b"b"]}, more=record(CELL, b"\1\2\3")))
    assert (book, codes(problems)) == (None, [("damaged-file", "")])
