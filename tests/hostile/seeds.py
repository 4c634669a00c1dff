"""Small workbooks of every format, sound, odd and hostile, from which mutants are made."""

import io
import struct
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import xlwt
from tests.hostile.contents import CONTENTS
from tests.hostile.making import ods, table, text_cell
from tests.hostile.packages import PACKAGES
from tests.hostile.readable import READABLE
from tests.reading.biff import old_book
from tests.reading.xlsb_made import cell, record, row, sheet, wide, xlsb

SAMPLES = Path(__file__).parents[2] / "sample_ledgers"
LARGEST = 60_000
FORMATS = ("xlsx", "xls", "xlsb", "ods", "csv")

Seed = tuple[str, bytes]

TEXT = "日期,姓名,状态\n" + "".join(f"2025-07-{day:02},名{day},出勤\n" for day in range(1, 29)) + "合计,28,\n"
LINES = [line.split(",") for line in TEXT.splitlines()]


@cache
def seeds(form: str) -> Sequence[Seed]:
    """The seeds of a format: by a name that is a ledger's, or the hostile generator's."""
    odd = [(one.file, one.data()) for one in (*PACKAGES.values(), *CONTENTS.values(), *READABLE.values())
           if one.file.endswith(f".{form}")]  # fmt: skip
    return [*sound()[form], *((name, data) for name, data in odd if len(data) < LARGEST)]


def sound() -> Mapping[str, Sequence[Seed]]:
    """Workbooks with nothing wrong in them, each kind as often as all the odd ones are worth."""
    samples = [(path.name, path.read_bytes()) for path in sorted(SAMPLES.rglob("*.xlsx"))]
    return {
        "xlsx": [(name, data) for name, data in samples if len(data) < LARGEST] * 5,
        "xls": [("考勤.xls", book.get_biff_data()) for book in (old_format(),) for _ in range(20)]
        + [("考勤.xls", saved(old_format()))] * 20
        + [("考勤.xls", old_book({"考勤".encode("gbk"): [",".join(line).encode("gbk") for line in LINES]}))] * 10,
        "xlsb": [("考勤.xlsb", binary())] * 20,
        "ods": [("考勤.ods", open_document())] * 20,
        "csv": [("考勤.csv", TEXT.encode(encoding)) for encoding in ("utf-8", "gb18030", "utf-16")] * 5,
    }


def old_format() -> xlwt.Workbook:
    """Texts, dates, formulas, an error, a merge, a hidden row and a hidden column."""
    book = xlwt.Workbook()
    page = book.add_sheet("考勤")
    for number, line in enumerate(LINES):
        for column, text in enumerate(line):
            page.write(number, column, text)
        page.write(number, 4, 45839 + number, xlwt.easyxf(num_format_str="yyyy-mm-dd"))
        page.write(number, 5, xlwt.Formula(f"E{number + 1}+1"))
    page.row(1).set_cell_error(6, "#REF!")
    page.write_merge(40, 42, 0, 1, "合")
    page.row(3).hidden = True
    page.col(5).hidden = True
    return book


def saved(book: xlwt.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def binary() -> bytes:
    """A ledger, with numbers, dates, a hidden row and column, a merge and every kind of cell."""
    texts = sorted({text for line in LINES for text in line})
    rows = [
        row(
            number,
            *(cell(7, column, struct.pack("<I", texts.index(text))) for column, text in enumerate(line)),
            cell(5, 4, struct.pack("<d", 45839), style=1), cell(2, 5, struct.pack("<I", (12 << 2) | 2)),
            cell(4, 6, b"\1"), cell(6, 7, wide("文")), cell(9, 8, struct.pack("<dH", 3, 0) + bytes(8)),
            cell(3, 9, b"\x17"),
            hidden=number == 3,
        )
        for number, line in enumerate(LINES, start=1)
    ]  # fmt: skip
    columns = record(60, struct.pack("<IIIIH", 9, 9, 2560, 0, 1))
    merge = record(176, struct.pack("<IIII", 5, 6, 0, 0))
    return xlsb(sheet(*rows, before=columns, after=merge), shared=texts, names=("考勤",))


def open_document() -> bytes:
    """Texts, numbers, dates, times, repeated and covered cells, hidden rows and columns."""
    more = (
        '<table:table-cell office:value-type="float" office:value="12"/>'
        '<table:table-cell office:value-type="date" office:date-value="2025-07-01T19:30:00"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT19H30M00S"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell table:number-columns-repeated="3"/>'
        '<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1" office:value="7"/>'
        "<table:covered-table-cell/>"
    )
    columns = '<table:table-column table:number-columns-repeated="9"/><table:table-column table:visibility="collapse"/>'
    body = "".join(f"<table:table-row>{''.join(map(text_cell, line))}{more}</table:table-row>" for line in LINES)
    hidden = '<table:table-row table:visibility="filter" table:number-rows-repeated="2"/>'
    return ods(table(columns + body + hidden, "考勤"))
