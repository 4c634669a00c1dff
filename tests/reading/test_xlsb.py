import datetime as dt
import struct
import time
from decimal import Decimal

import pytest
import python_calamine
from tests.reading.xlsb_made import cell, record, row, sheet, wide, xlsb

from jobhome_score.reading.cells import Fault
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden, Limits
from jobhome_score.reading.xlsb_records import rk


@pytest.fixture
def path(tmp_path):
    """Where the workbook is once `write` has written it."""
    return tmp_path / "a.xlsb"


@pytest.fixture
def write(path):
    def written(part, **more):
        path.write_bytes(xlsb(part, **more))
        return path

    return written


def number(value):
    return struct.pack("<d", value)


ALL = sheet(
    row(
        2,
        cell(7, 1, struct.pack("<I", 1)),
        cell(2, 2, struct.pack("<I", (12 << 2) | 2)),
        cell(2, 3, struct.pack("<I", (1234 << 2) | 3)),
        cell(5, 4, number(0.1)),
        cell(5, 5, number(45839), style=1),
        cell(5, 6, number(45839.8125), style=2),
        cell(4, 7, b"\1"),
        cell(6, 8, wide("文字")),
        cell(8, 9, wide("公式") + struct.pack("<H", 0) + bytes(8)),
    ),
    row(3, cell(9, 0, number(3) + struct.pack("<H", 0) + bytes(8)), cell(1, 1, b""), cell(10, 2, b"\0" + bytes(10))),
)
VALUES = [
    (
        None,
        "求职者",
        12,
        Decimal("12.34"),
        Decimal("0.1"),
        dt.date(2025, 7, 1),
        dt.datetime.fromisoformat("2025-07-01T19:30"),
        True,
        "文字",
        "公式",
    ),
    (3, None, False, *[None] * 7),
]


def test_values_by_their_records(write, path):
    write(ALL)
    (found,) = read_ledgers(path).workbooks[0].sheets
    assert (list(found.numbers), list(found.rows)) == ([2, 3], VALUES)


def test_an_independent_reader_sees_the_same(write, path):
    write(ALL)
    theirs = python_calamine.load_workbook(str(path)).get_sheet_by_index(0)
    assert theirs.start == (1, 0)
    assert [tuple(None if value == "" else value for value in line) for line in theirs.to_python()] == [
        tuple(float(value) if isinstance(value, Decimal) else value for value in line) for line in VALUES
    ]


@pytest.mark.parametrize("kind", [3, 11])
def test_error_cells_are_faults(write, path, kind):
    write(sheet(row(1, cell(kind, 0, b"\x17" + bytes(10)))))
    value = read_ledgers(path).workbooks[0].sheets[0].rows[0][0]
    assert isinstance(value, Fault)
    assert (value.code.value, value.shown) == ("error-cell", "#REF!")


def test_hidden_rows_columns_sheets_and_merges_are_known(write, path):
    one = cell(5, 0, number(1))
    columns = record(60, struct.pack("<IIIIH", 0, 0, 0, 0, 1))
    merge = record(176, struct.pack("<IIII", 0, 1, 1, 1))
    write(sheet(row(1, one), row(2, one, hidden=True), before=columns, after=merge))
    reading = read_ledgers(path)
    assert [(p.facts["what"], p.facts["which"]) for p in reading.problems] == [("rows", "2"), ("columns", "A")]
    assert reading.workbooks[0].sheets[0].merges == ((1, 1, 2, 1),)
    write(sheet(row(1, one)), state=1)
    assert [p.facts["what"] for p in read_ledgers(path).problems] == ["sheet"]
    assert read_ledgers(path, hidden=Hidden.INCLUDE).problems == ()


def test_rows_and_columns_of_no_size_are_hidden(write, path):
    low = record(0, struct.pack("<IIHBBBI", 1, 0, 0, 0, 0x20, 0, 0)) + cell(5, 1, number(1))
    narrow = record(60, struct.pack("<IIIIH", 1, 1, 0, 0, 2))
    write(sheet(row(1, cell(5, 0, number(1))), low, before=narrow))
    assert [(p.facts["what"], p.facts["which"]) for p in read_ledgers(path).problems] == [
        ("rows", "2"), ("columns", "B"),
    ]  # fmt: skip


def test_the_1904_date_system_is_kept(write, path):
    write(sheet(row(1, cell(5, 0, number(44377), style=1))), flags=1)
    assert read_ledgers(path).workbooks[0].sheets[0].rows == [(dt.date(2025, 7, 1),)]


@pytest.mark.parametrize(
    ("part", "code"),
    [
        (ALL[:-40], "damaged-file"),
        (sheet(row(1, cell(7, 0, struct.pack("<I", 9)))), "damaged-file"),
        (sheet(row(1, cell(5, 16_384, number(1)))), "bad-cell-reference"),
        (sheet(row(1, cell(5, 0, number(1)), cell(5, 0, number(1)))), "bad-cell-reference"),
        (sheet(row(2), row(1)), "bad-cell-reference"),
        (sheet(row(1_048_577)), "bad-cell-reference"),
    ],
)
def test_damage_and_traps_are_told(write, path, part, code):
    write(part)
    assert [p.code.value for p in read_ledgers(path).problems] == [code]


def test_limits_hold(write, path):
    write(ALL)
    assert [p.facts["limit"] for p in read_ledgers(path, Limits(cells=10)).problems] == ["cells"]


def test_two_sheets_of_one_part_are_damage(write, path):
    write(sheet(), names=("7月", "8月"))
    assert [(p.code.value, dict(p.facts)) for p in read_ledgers(path).problems] == [
        ("damaged-file", {"reason": "xlsb"})
    ]


def test_a_column_range_repeated_without_end_costs_little(write, path):
    narrow = record(60, struct.pack("<IIII", 0, 0xFFFFFFFF, 0, 0) + b"\1\0")
    write(sheet(row(1, cell(5, 2, struct.pack("<d", 1))), before=narrow * 100_000))
    begun = time.process_time()
    assert [p.facts["which"] for p in read_ledgers(path).problems] == ["C"]
    assert time.process_time() - begun < 2


def test_short_numbers():
    assert rk((5 << 2) | 2) == "5"
    assert rk(0xFFFFFFFE) == "-1"
    assert rk(struct.unpack("<Q", struct.pack("<d", 0.5))[0] >> 32) == "0.5"
