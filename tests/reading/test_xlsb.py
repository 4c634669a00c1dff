import datetime as dt
import struct
import time
from decimal import Decimal

import pytest
import python_calamine
from tests.reading.made import RELATIONS, TYPES, relation, zipped

from jobhome_score.reading.cells import Fault
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden, Limits
from jobhome_score.reading.xlsb_records import rk


def record(kind, content=b""):
    """A record: kind and length as numbers of seven bits a byte."""

    def varying(number):
        out = bytearray()
        while True:
            number, low = number >> 7, number & 0x7F
            out.append(low | (0x80 if number else 0))
            if not number:
                return bytes(out)

    return varying(kind) + varying(len(content)) + content


def wide(text):
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def cell(kind, column, content, style=0):
    return record(kind, struct.pack("<II", column, style) + content)


def row(number, *cells, hidden=False):
    header = struct.pack("<IIHBBBI", number - 1, 0, 300, 0, 0x10 if hidden else 0, 0, 0)
    return record(0, header) + b"".join(cells)


def sheet(*rows, before=b"", after=b""):
    dimension = record(148, struct.pack("<IIII", 0, 9, 0, 9))
    return record(129) + dimension + before + record(145) + b"".join(rows) + record(146) + after + record(130)


def style(key):
    return record(47, struct.pack("<HHHHHBBHBB", 0, key, 0, 0, 0, 0, 0, 0, 0, 0))


@pytest.fixture
def path(tmp_path):
    """Where the workbook is once `write` has written it."""
    return tmp_path / "a.xlsb"


@pytest.fixture
def write(path):
    def written(part, *, shared=("企业", "求职者"), flags=0, state=0, names=("表",)):
        book = record(131) + record(153, struct.pack("<II", flags, 0) + wide("")) + record(143)
        book += b"".join(record(156, struct.pack("<II", state, 1) + wide("rId1") + wide(name)) for name in names)
        book += record(144) + record(132)
        styles = record(278) + record(615, struct.pack("<I", 1)) + record(44, struct.pack("<H", 176) + wide("yyyy/m/d"))
        styles += (
            record(616)
            + record(617, struct.pack("<I", 3))
            + style(0)
            + style(14)
            + style(176)
            + record(618)
            + record(279)
        )
        texts = record(159, struct.pack("<II", len(shared), len(shared)))
        texts += b"".join(record(19, b"\0" + wide(text)) for text in shared) + record(160)
        related = relation(1, "worksheet", "worksheets/sheet1.bin") + relation(2, "styles", "styles.bin")
        return zipped(
            path,
            {
                "[Content_Types].xml": TYPES,
                "_rels/.rels": RELATIONS.format(relation(1, "officeDocument", "xl/workbook.bin")),
                "xl/workbook.bin": book,
                "xl/_rels/workbook.bin.rels": RELATIONS.format(
                    related + relation(3, "sharedStrings", "sharedStrings.bin")
                ),
                "xl/styles.bin": styles,
                "xl/sharedStrings.bin": texts,
                "xl/worksheets/sheet1.bin": part,
            },
        )

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
