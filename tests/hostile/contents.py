"""Cells, merges, repetitions and texts that are not read, each with the code and a fact it earns."""

from tests.hostile.making import BOOK, CELL, inline, ods, packed, table, text_cell, with_shared, xlsx
from tests.hostile.refused import Refused, in_csv, in_ods, in_xlsx
from tests.reading.made import parts, sheet

MIB = 1 << 20
NOVEL = "字" * 350_000
FAR = '<c r="A{0}"><v>1</v></c><c r="ALK{0}"><v>1</v></c>'
WRONG_PLACES = (
    ("0", "A0"), ("1", "A0"), ("1", "XFE1"), ("1048577", "A1048577"), ("1", "AAAA1"), ("2", "A1"), ("1", "甲1"),
    ("1", "A" + "1" * 5_000),
)  # fmt: skip
OVERLAPPING = "<mergeCells>" + '<mergeCell ref="A1:A1048576"/>' * 10_001 + "</mergeCells>"


def rows(count: int, cell: str = '<c r="A{0}"><v>1</v></c>') -> str:
    return "".join(f'<row r="{number}">{cell.format(number)}</row>' for number in range(1, count + 1))


def one(cell: str) -> bytes:
    return xlsx(f'<row r="1">{cell}</row>')


def repeated(times: int, cells: str = "") -> str:
    cells = cells or text_cell("a")
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def twice(first: str, second: str) -> bytes:
    """Two sheets of names that count as one."""
    members = parts({"一": sheet(CELL), "二": sheet(CELL)})
    return packed({**members, BOOK: members[BOOK].replace("一", first).replace("二", second)})


CELLS = {
    **{
        f"reference {reference[:20]} in row {row}": in_xlsx(
            lambda row=row, reference=reference: xlsx(f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>'),
            "bad-cell-reference",
        )
        for row, reference in WRONG_PLACES
    },
    "one cell twice": in_xlsx(lambda: one('<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'), "bad-cell-reference"),
    "one row twice": in_xlsx(lambda: xlsx(CELL + CELL), "bad-cell-reference"),
    "a type that is none": in_xlsx(lambda: one('<c r="A1" t="what"><v>1</v></c>'), "damaged-file", "cell"),
    "a shared text that is not there": in_xlsx(lambda: one('<c r="A1" t="s"><v>7</v></c>'), "damaged-file", "cell"),
    "a merge outside": in_xlsx(
        lambda: xlsx(after='<mergeCells><mergeCell ref="A1:XFE2"/></mergeCells>'), "bad-cell-reference"
    ),
    "merges that overlap again and again": in_xlsx(
        lambda: xlsx(rows(2_000), after=OVERLAPPING), "bad-cell-reference", ""
    ),
    "100 001 merges": in_xlsx(
        lambda: xlsx(after="<mergeCells>" + '<mergeCell ref="B1:C1"/>' * 100_001 + "</mergeCells>"),
        "limit-exceeded", "merges",
    ),
    "an area too large for its cells": in_xlsx(lambda: xlsx(rows(20_500, FAR)), "limit-exceeded", "area"),
    "text over 1 MiB": in_xlsx(lambda: one(inline("A1", NOVEL)), "limit-exceeded", "text_bytes"),
    "shared text over 1 MiB": in_xlsx(lambda: with_shared(f"<si><t>{NOVEL}</t></si>"), "limit-exceeded", "text_bytes"),
    "two sheets of one name": in_xlsx(lambda: twice("考勤", "考勤"), "duplicate-sheet-name"),
    "two sheets but for case": in_xlsx(lambda: twice("Staff", "STAFF"), "duplicate-sheet-name"),
}  # fmt: skip

TABLES = {
    "a column outside": in_ods(
        lambda: ods(table(repeated(1, text_cell("a", ' table:number-columns-repeated="16385"')))), "bad-cell-reference"
    ),
    "a row outside": in_ods(lambda: ods(table(repeated(1_048_577))), "bad-cell-reference"),
    "a million rows twice": in_ods(lambda: ods(table(repeated(1_048_576) * 2)), "bad-cell-reference"),
    "repetitions over all tables": in_ods(
        lambda: ods("".join(table(repeated(1_000_000), name) for name in "甲乙丙")), "limit-exceeded", "cells"
    ),
    "blanks without end": in_ods(
        lambda: ods(table(repeated(1, text_cell('<text:s text:c="999999"/>' * 3)))), "limit-exceeded", "text_bytes"
    ),
}

TEXTS = {
    "open quote": in_csv(b'a,b\nc,d\n1,"open\n2,3\n', "csv-open-quote", "3"),
    "misplaced quote": in_csv(b'a,b\n"x"y,1\n', "csv-open-quote", "2"),
    "no encoding fits": in_csv(b"a,b\n\xff\xff\xff,1\n", "csv-encoding", "2"),
    "half a UTF-16": in_csv(b"\xff\xfea\0b\0\0\xd8", "csv-encoding", "1"),
    "NUL at the start": in_csv(b"a,\0b\n", "damaged-file", "unknown"),
    "text over 1 MiB in csv": in_csv(b"a,b\n" + b"x" * (MIB + 1), "limit-exceeded", "text_bytes"),
    "lines without end": in_csv(b"\n" * 2_000_001, "limit-exceeded", "cells"),
    "blanks without end in csv": in_csv(b"," * 8_000_001, "limit-exceeded", "cells"),
    "2 000 001 cells": in_csv((b"1," * 1_999 + b"1\n") * 1_001, "limit-exceeded", "cells"),
    "a page under the name of a csv": in_csv(b"<html><table>", "not-a-workbook", "html"),
}

CONTENTS: dict[str, Refused] = {**CELLS, **TABLES, **TEXTS}
