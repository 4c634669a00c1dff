import datetime as dt
from decimal import Decimal

import pytest
import xlwt

from jobhome_score.reading.cells import Fault
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden, Limits

DAY = xlwt.easyxf(num_format_str="yyyy-mm-dd")


@pytest.fixture
def page(tmp_path):
    """A sheet to write on, and how to read it once it is saved."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("表")

    def read(**more):
        book.save(str(tmp_path / "a.xls"))
        return read_ledgers(tmp_path, **more)

    sheet.read = read
    return sheet


def test_values_are_exact_and_dates_are_what_the_format_says(page):
    values = [
        "企业",
        12.0,
        0.1,
        True,
        dt.date(2025, 7, 1),
        dt.datetime.fromisoformat("2025-07-01T19:30"),
        dt.time(19, 30),
        "  ",
        1e17,
    ]
    for column, value in enumerate(values):
        page.write(2, column, value, DAY if isinstance(value, dt.date | dt.time) else xlwt.XFStyle())
    (sheet,) = page.read().workbooks[0].sheets
    row = sheet.rows[0]
    assert list(sheet.numbers) == [3]
    assert row[:8] == ("企业", 12, Decimal("0.1"), True, *values[4:7], None)
    assert (row[8].code.value, row[8].shown) == ("lost-digits", "100000000000000000")


def test_chinese_built_in_formats_are_dates(page):
    page.write(0, 0, 45839, xlwt.easyxf(num_format_str='yyyy"年"m"月"d"日"'))
    page.write(0, 1, 45839, xlwt.easyxf(num_format_str="0.00"))
    assert page.read().workbooks[0].sheets[0].rows[0] == (dt.date(2025, 7, 1), 45839)


def test_error_cells_are_faults(page):
    page.row(0).set_cell_error(0, "#REF!")
    value = page.read().workbooks[0].sheets[0].rows[0][0]
    assert isinstance(value, Fault)
    assert (value.code.value, value.shown) == ("error-cell", "#REF!")


def test_hidden_rows_columns_and_merges_are_known(page):
    for row in range(3):
        page.write(row, 0, row)
        page.write(row, 1, row)
    page.write_merge(4, 5, 0, 1, "合")
    page.row(1).hidden = True
    page.col(1).hidden = True
    reading = page.read()
    assert [(str(p.place), dict(p.facts)) for p in reading.problems] == [
        ("a.xls › 表 › 2", {"what": "rows", "count": "1", "which": "2"}),
        ("a.xls › 表 › B", {"what": "columns", "count": "1", "which": "B"}),
    ]
    assert reading.workbooks[0].sheets[0].merges == ((5, 0, 6, 1),)
    shown = page.read(hidden=Hidden.EXCLUDE).workbooks[0].sheets[0]
    assert list(zip(shown.numbers, shown.rows, strict=True)) == [(1, (0, None)), (3, (2, None)), (5, ("合", None))]


def test_limits_hold(page):
    for row in range(5):
        page.write(row, 0, row)
    assert [p.facts["limit"] for p in page.read(limits=Limits(cells=4)).problems] == ["cells"]
    assert page.read(limits=Limits(cells=5)).problems == ()


def test_damage_is_told(page, tmp_path):
    page.write(0, 0, 1)
    page.read()
    data = (tmp_path / "a.xls").read_bytes()
    (tmp_path / "a.xls").write_bytes(data[: len(data) // 3])
    assert [p.code.value for p in read_ledgers(tmp_path).problems] == ["damaged-file"]


@pytest.mark.parametrize("name", ["WORKBOOK", "workbook"])
def test_the_stream_may_be_written_in_any_case(page, tmp_path, name):
    page.write(0, 0, "甲")
    page.read()
    data = (tmp_path / "a.xls").read_bytes()
    (tmp_path / "a.xls").write_bytes(data.replace("Workbook".encode("utf-16-le"), name.encode("utf-16-le")))
    assert read_ledgers(tmp_path).workbooks[0].sheets[0].rows == [("甲",)]


def codes_of(row):
    return [getattr(getattr(value, "code", None), "value", value) for value in row]


def test_formulas_that_nobody_calculated_are_faults(page):
    page.write(0, 0, xlwt.Formula("1+1"))
    page.write(0, 1, xlwt.Formula('"a"'))
    page.write(0, 2, 0)
    (row,) = page.read().workbooks[0].sheets[0].rows
    assert codes_of(row) == ["formula-without-value", "formula-without-value", 0]


def with_result(data: bytes, result: bytes, *, named: bool) -> bytes:
    """The workbook with another result of its first formula; the engine that calculated it is `named` or not."""
    at = data.index(b"\x06\x00\x1b\x00\0\0\0\0")
    data = data[: at + 10] + result + data[at + 18 :]
    return data.replace(b"\xbc\x01\x02\x00", b"\xc1\x01\x02\x00") if named else data


@pytest.mark.parametrize(
    ("result", "named", "expected"),
    [
        (b"\0" * 8, False, ["formula-without-value"] * 2),
        (b"\0\0\0\0\0\0\x14\x40", False, [5, None]),
        (b"\0" * 8, True, [0, None]),
    ],
)
def test_a_workbook_that_names_its_engine_or_any_result_was_calculated(page, tmp_path, result, named, expected):
    page.write(0, 0, xlwt.Formula("A2"))
    page.write(0, 1, xlwt.Formula("A3"))
    page.write(0, 2, 1)
    page.read()
    (tmp_path / "a.xls").write_bytes(with_result((tmp_path / "a.xls").read_bytes(), result, named=named))
    (row,) = read_ledgers(tmp_path).workbooks[0].sheets[0].rows
    assert codes_of(row) == [*expected, 1]


def test_rows_and_columns_of_no_size_are_hidden(page):
    for number in range(2):
        page.write(number, 0, number)
        page.write(number, 1, number)
    page.row(1).height, page.row(1).height_mismatch = 0, True
    page.col(1).width = 0
    assert [(str(p.place), p.code.value) for p in page.read().problems] == [
        ("a.xls › 表 › 2", "hidden-data"), ("a.xls › 表 › B", "hidden-data"),
    ]  # fmt: skip
