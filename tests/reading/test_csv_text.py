import pytest

from jobhome_score.reading.cells import Fault
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Limits


@pytest.fixture
def read(tmp_path):
    def reading_of(content):
        (tmp_path / "前台登记.csv").write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_ledgers(tmp_path)

    return reading_of


def rows(reading):
    (sheet,) = reading.workbooks[0].sheets
    return list(zip(sheet.numbers, sheet.rows, strict=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_every_usual_encoding_is_read(read, encoding):
    reading = read("日期,名称\n2025-07-01,张三\n".encode(encoding))
    assert [p.code.value for p in reading.problems] == (["guessed-encoding"] if encoding == "gb18030" else [])
    assert reading.workbooks[0].sheets[0].name == "前台登记"
    assert rows(reading) == [(1, ("日期", "名称")), (2, ("2025-07-01", "张三"))]


def test_values_stay_text_and_blanks_are_nothing(read):
    assert rows(read('0012, x,=abc,NA," ",1E+05,_x0041_\n')) == [
        (1, ("0012", " x", "=abc", "NA", None, "1E+05", "_x0041_"))
    ]


def test_ragged_rows_are_padded_and_blank_lines_keep_their_numbers(read):
    assert rows(read("a,b,c\n\n,,\nd\r\n")) == [(1, ("a", "b", "c")), (4, ("d", None, None))]


def test_a_record_has_the_line_in_which_it_begins(read):
    assert rows(read('a\n"b\nc"\nd\n')) == [(1, ("a",)), (2, ("b\nc",)), (4, ("d",))]


def test_an_open_quote_is_rejected_with_the_line_where_it_opened(read):
    reading = read('a,b\nc,"d\ne,f\n')
    assert [(p.code.value, str(p.place), dict(p.facts)) for p in reading.problems] == [
        ("csv-open-quote", "前台登记.csv › 2", {"line": "2"})
    ]


def test_mixed_encodings_are_read_line_by_line_and_named(read):
    reading = read("日期,名称\n".encode() + "一,企业\n".encode("gb18030") + "二,企业\n".encode("gb18030"))
    assert rows(reading) == [(1, ("日期", "名称")), (2, ("一", "企业")), (3, ("二", "企业"))]
    assert [(p.code.value, dict(p.facts)) for p in reading.problems] == [
        ("mixed-encoding", {"usual": "GB18030", "other": "UTF-8", "line": "1", "count": "1"})
    ]


def test_gb18030_that_looks_like_utf8_in_one_line_is_not_mixed(read):
    ambiguous = bytes.fromhex("c4aa")  # 莫, and also one letter in UTF-8
    reading = read("姓名\n".encode("gb18030") + ambiguous + b"\n")
    assert rows(reading) == [(1, ("姓名",)), (2, ("莫",))]
    assert [(p.code.value, str(p.place)) for p in reading.problems] == [("guessed-encoding", "前台登记.csv › 1")]


def test_lines_may_end_the_old_way_in_two_encodings(read):
    reading = read("企业,一\r".encode("gb18030") * 2 + "企业,二\r".encode())
    assert rows(reading) == [(1, ("企业", "一")), (2, ("企业", "一")), (3, ("企业", "二"))]
    assert [(p.code.value, p.facts["line"]) for p in reading.problems] == [("mixed-encoding", "3")]


def test_rows_with_more_or_fewer_columns_are_listed_with_their_lines(read):
    """A comma in a value without quotes moves all that follows; titles and signatures are no rows."""
    reading = read("登记台账\n日期,名称,需求\n一,张三,甲\n二,李四,1,200\n三,王五\n,,\n制表人：赵六\n")
    assert [(p.code.value, str(p.place), dict(p.facts)) for p in reading.problems] == [
        ("ragged-rows", "前台登记.csv › 4", {"count": "2", "usual": "3", "lines": "4, 5"})
    ]


def test_rows_of_one_length_are_never_ragged(read):
    assert read("登记台账,,\n日期,名称,需求\n一,张三,\n").problems == ()


def test_no_encoding_at_all_is_rejected_with_the_line(read):
    reading = read(b"a\n\xff\xff\n")
    assert [(p.code.value, dict(p.facts)) for p in reading.problems] == [("csv-encoding", {"line": "2"})]


@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_the_separator_is_taken_from_the_first_lines(read, separator):
    assert rows(read(f"a{separator}b\n")) == [(1, ("a", "b"))]


def test_the_separator_may_be_said(read):
    assert rows(read("sep=;\na,b;c\n")) == [(2, ("a,b", "c"))]


def test_nul_is_no_text(read):
    assert [p.code.value for p in read("a,b\0c\n").problems] == ["damaged-file"]
    value = rows(read("a\n" * 3_000 + "b\0c\n"))[-1][1][0]
    assert isinstance(value, Fault)
    assert value.code.value == "bad-text"


def test_an_empty_file_is_an_empty_sheet(read):
    reading = read("")
    assert (rows(reading), reading.problems) == ([], ())


def test_limits_hold(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\nc,d\n")
    assert [p.facts["limit"] for p in read_ledgers(tmp_path, Limits(cells=3)).problems] == ["cells"]
    (tmp_path / "a.csv").write_text("abcdef\n")
    assert [p.facts["limit"] for p in read_ledgers(tmp_path, Limits(text_bytes=5)).problems] == ["text_bytes"]


def test_a_page_named_csv_is_no_table(read):
    assert [p.facts["really"] for p in read("<html><table></table></html>").problems] == ["html"]
