"""Files that are odd but read: what they hold, and what is listed about them."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from tests.hostile.contents import one, repeated, rows
from tests.hostile.making import (
    BOOK,
    CELL,
    SHEET,
    book,
    lying,
    ods,
    packed,
    table,
    text_cell,
    with_part,
    with_shared,
    xlsx,
)
from tests.hostile.packages import xls
from tests.reading.made import MAIN, parts, sheet

STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_RELATION = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TRANSITIONAL_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ONE = [(1,)]
TWO = [(1,), (1,)]
VERY = 'state="veryHidden"'
MERGED = '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'
OVERLAP = MERGED.replace("</m", '<mergeCell ref="B2:C3"/></m', 1)
HIDE = '<cols><col min="1" max="1" {}/></cols>'
FOUR = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>'
USES = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
PHONETIC = (
    '<si><r><rPr><b/></rPr><t xml:space="preserve">就 </t></r><r><t>业</t></r><rPh sb="0" eb="1"><t>jiu</t></rPh></si>'
)
COLLAPSED = '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048576"/>'
INNER = f"<table:table-cell>{table(repeated(1), '内')}</table:table-cell>"


class Read(NamedTuple):
    """A file by its name and bytes; the rows it holds, and the codes of what is said about it."""

    file: str
    data: Callable[[], bytes]
    rows: Sequence[tuple[Any, ...]]
    codes: Sequence[str] = ()


def strict() -> bytes:
    """The same workbook in the strict variant of the format."""
    members = {
        name: content.replace(MAIN, STRICT).replace(TRANSITIONAL_RELATION, STRICT_RELATION)
        for name, content in parts({"表": sheet(CELL)}).items()
    }
    return packed(members)


def prefixed() -> bytes:
    body = '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    return with_part(SHEET, f'<x:worksheet xmlns:x="{MAIN}" xmlns:r="urn:r" r:r="7">{body}</x:worksheet>')


def cased() -> bytes:
    """Part names that differ from their relations in case only; Excel does not mind."""
    members = book()
    members["XL/Worksheets/Sheet1.XML"] = members.pop(SHEET)
    return packed(members)


XLSX: dict[str, Read] = {
    name: Read("a.xlsx", data, found, codes)
    for name, (data, found, *codes) in {
        "strict": (strict, ONE),
        "prefixed": (prefixed, ONE),
        "names in another case": (cased, ONE),
        "no shared texts and no styles": (
            lambda: packed({k: v for k, v in book().items() if "shared" not in k and "styles" not in k}), ONE
        ),
        "a size that is too large": (lambda: lying(xlsx(), SHEET, 7 << 20), ONE),
        "a false dimension": (lambda: xlsx(before='<dimension ref="A1:A1"/>', rows=rows(2)), [(1,), (1,)]),
        "a huge dimension": (lambda: xlsx(before='<dimension ref="A1:XFD1048576"/>'), ONE),
        "rows far below": (
            lambda: xlsx(CELL + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in (102, 999))),
            [(1,), (1,), (1,)], "far-row"
        ),
        "rows a hundred below": (lambda: xlsx(CELL + '<row r="101"><c r="A101"><v>1</v></c></row>'), TWO),
        "two corners of the sheet": (
            lambda: xlsx(CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), ONE, "far-cell"
        ),
        "rich text with reading aids": (lambda: with_shared(PHONETIC, USES), [("就 业",)]),
        "rich text, prefixed": (lambda: with_shared("<!-- -->" + PHONETIC, USES), [("就 业",)]),
        "an escape is one character": (lambda: one('<c r="A1" t="str"><v>a_x001B_b</v></c>'), [("a\x1bb",)]),
        "a control character": (lambda: one('<c r="A1" t="str"><v>a&#7;b</v></c>'), [("a\x07b",)]),
        "bidirectional marks": (lambda: one('<c r="A1" t="str"><v>a\u202eb</v></c>'), [("a\u202eb",)]),
        "the 1904 date system": (
            lambda: xlsx('<row r="1"><c r="A1" s="1"><v>44377</v></c></row>', settings='<workbookPr date1904="true"/>'),
            [(dt.date(2025, 7, 1),)],
        ),
        "a shared formula": (lambda: one('<c r="A1"><f t="shared" si="0"/><v>0.1</v></c>'), [(Decimal("0.1"),)]),
        "text that looks like a formula": (lambda: one('<c r="A1" t="str"><v>=1+1</v></c>'), [("=1+1",)]),
        "values under a merge": (lambda: xlsx(FOUR, after=MERGED), [(1, None)], "merged-value"),
        "overlapping merges": (
            lambda: xlsx(FOUR, after=OVERLAP), [(1, None)], "merged-value"
        ),
        "a style number without end": (lambda: one(f'<c r="A1" s="{"9" * 5_000}"><v>1</v></c>'), ONE),
        "a column number without end": (
            lambda: xlsx(before=f'<cols><col min="{"9" * 5_000}" max="9" hidden="1"/></cols>'), ONE
        ),
        "blanks without end between attributes": (
            lambda: xlsx(f'<row r="1"{" " * 900_000}><c r="A1"{" " * 900_000}><v>1</v></c></row>'), ONE
        ),
        "blanks without end between cells": (
            lambda: xlsx(f'<row r="1">{" " * 900_000}<c r="A1"><v>1</v></c>{" " * 900_000}</row>'), ONE
        ),
        "a number format without end": (
            lambda: with_part(
                "xl/styles.xml",
                f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="{"[" * 500_000}"/></numFmts>'
                '<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>',
            ),
            ONE,
        ),
        "hidden rows without data": (lambda: xlsx(CELL + '<row r="2" hidden="1"/>'), ONE),
        "hidden rows with data": (lambda: xlsx(rows(2).replace('r="2"', 'r="2" hidden="1"', 1)), TWO, "hidden-data"),
        "rows of no height": (lambda: xlsx(rows(2).replace('r="2"', 'r="2" ht="0"', 1)), TWO, "hidden-data"),
        "hidden columns with data": (lambda: xlsx(before=HIDE.format('hidden="1"')), ONE, "hidden-data"),
        "columns of no width": (lambda: xlsx(before=HIDE.format('width="0"')), ONE, "hidden-data"),
        "columns of no width by default": (
            lambda: xlsx(before='<sheetFormatPr defaultColWidth="0" defaultRowHeight="15"/>'), ONE, "hidden-data"
        ),
        "columns of no width by default, but stated": (
            lambda: xlsx(before='<sheetFormatPr defaultColWidth="0"/>' + HIDE.format('width="9"')), ONE
        ),
        "a very hidden sheet": (lambda: packed(parts({"表": sheet(CELL)}, states={"表": VERY})), ONE, "hidden-data"),
        "a hostile sheet name": (
            lambda: packed({**book(), BOOK: str(book()[BOOK]).replace("表", "=cmd|' /C calc'!A0&#10;&#x202e;")}), ONE
        ),
    }.items()
}  # fmt: skip

OTHERS: dict[str, Read] = {
    "ods": Read("a.ods", lambda: ods(table(repeated(2))), [("a",), ("a",)]),
    "ods, hidden rows without end": Read(
        "a.ods",
        lambda: ods(table(repeated(1) + COLLAPSED * 2_000)),
        [("a",)],
    ),
    "ods, a table inside a cell": Read(
        "a.ods", lambda: ods(table(repeated(1, text_cell("a") + INNER + text_cell("b")))),
        [("a", None, "b")],
    ),
    "ods, far cells": Read(
        "a.ods",
        lambda: ods(table(repeated(1, text_cell("a") + text_cell("b", ' table:number-columns-repeated="2000"')))),
        [("a", *["b"] * 999)], ("far-cell",),
    ),
    "xls": Read("a.xls", xls, ONE),
    "et that is an xls": Read("a.et", xls, ONE),
    "et that is an xlsx": Read("a.et", xlsx, ONE),
    "xls under the name of an xlsx": Read("a.xlsx", xls, ONE, ("renamed-format",)),
    "xlsx under the name of an xls": Read("a.xls", xlsx, ONE, ("renamed-format",)),
    "xlsx under the name of a csv": Read("a.csv", xlsx, ONE, ("renamed-format",)),
    "csv in UTF-8": Read("表.csv", "企业,1\n".encode, [("企业", "1")]),
    "csv with a mark": Read("表.csv", lambda: "企业,1\n".encode("utf-8-sig"), [("企业", "1")]),
    "csv in GB18030": Read("表.csv", lambda: "企业,𠮷\n".encode("gb18030"), [("企业", "𠮷")], ("guessed-encoding",)),
    "csv in UTF-16": Read("表.csv", lambda: "企业\t1\n".encode("utf-16"), [("企业", "1")]),
    "csv in two encodings": Read(
        "表.csv", lambda: "企业,一\n".encode() * 3 + "企业,二\n".encode("gb18030"),
        [*[("企业", "一")] * 3, ("企业", "二")], ("mixed-encoding",)
    ),
    "csv, ragged": Read("表.csv", lambda: b"1,2,3\n4\n\n5,6\n", [("1", "2", "3"), ("4", None, None), ("5", "6", None)],
        ("ragged-rows",)),
    "csv, ends of lines of all kinds": Read("表.csv", lambda: b"1\r2\r\n3\n", [("1",), ("2",), ("3",)]),
    "csv, a text of 200 000 letters": Read("表.csv", lambda: b"a," + b"x" * 200_000, [("a", "x" * 200_000)]),
    "csv, a separator that is none": Read("表.csv", lambda: b'sep="\na,b\n', [('sep="', None), ("a", "b")]),
    "csv, a million columns": Read("表.csv", lambda: b",".join([b"1"] * 1_000_000), [("1",) * 1_000], ("far-cell",)),
    "csv, nothing": Read("表.csv", lambda: b"", []),
    "csv, text as it stands": Read("表.csv", lambda: b"NA,None,0012,=abc\n", [("NA", "None", "0012", "=abc")]),
}  # fmt: skip

READABLE = {**XLSX, **OTHERS}
