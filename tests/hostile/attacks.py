"""Files made to cost time or memory: each was once too much for this reader, or for another one."""

import struct
from collections.abc import Callable

from tests.hostile.contents import repeated, rows
from tests.hostile.making import (
    BOOK,
    SHARED,
    SHEET,
    STYLES,
    book,
    inline,
    ods,
    packed,
    table,
    text_cell,
    with_part,
    with_shared,
    xlsx,
)  # fmt: skip
from tests.reading.made import MAIN, parts, sheet

HEADER = f'<row r="1">{inline("A1", "日期")}{inline("B1", "姓名")}{inline("C1", "状态")}</row>'
SERVICES = f'<row r="1">{inline("A1", "日期")}{inline("B1", "服务项目")}{inline("C1", "服务人次")}</row>'
LONG_SHARED = "<si><t>合" + "长" * 200_000 + "</t></si>"
LONG_COLUMNS = "".join(f'<c r="{letter}1" t="s"><v>0</v></c>' for letter in "DEFGHIJKLM") + "</row>"
GAP = '<table:table-cell table:number-columns-repeated="998"/>'
WIDE = text_cell("a") + GAP + text_cell("b")
COLLAPSED = '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048576"/>'


def below(cells: str, count: int, header: str = HEADER) -> str:
    body = "".join(f'<row r="{number}">{cells.format(number)}</row>' for number in range(2, count + 2))
    return header + body


def crowded_directory() -> bytes:
    """An archive with a million entries and no content."""
    entry = struct.pack("<4sHHHHHHLLLHHHHHLL", b"PK\1\2", 20, 20, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    directory = entry * 400_000
    end = struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 65_535, 65_535, len(directory), 34, 0)
    return b"PK\3\4" + bytes(30) + directory + end


def prefixed_sheets() -> bytes:
    """Many small sheets off the straight path over many shared texts."""
    cell = '<x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>'
    page = f'<x:worksheet xmlns:x="{MAIN}">{cell}</x:worksheet>'
    shared = "".join(f"<si><t>a{number}</t></si>" for number in range(200_000))
    members = parts({f"s{number}": page for number in range(250)})
    return packed({**members, SHARED: f'<sst xmlns="{MAIN}">{shared}</sst>'})


def wide_sheets() -> bytes:
    page = sheet(rows(20_000, '<c r="A{0}"><v>1</v></c><c r="ALL{0}"><v>1</v></c>'))
    return packed(parts({f"s{number}": page for number in range(8)}))


XLSX: dict[str, Callable[[], bytes]] = {
    "shared texts that never open": lambda: with_shared("</si>" * 300_000 + "<si>" * 300_000),
    "shared texts of nothing": lambda: with_shared("<si/>" * 3_000_000),
    "reading aids that never close": lambda: with_shared("<si><t>a</t>" + "<rPh x>" * 600_000 + "</si>"),
    "shared texts of blanks": lambda: with_part(SHARED, " " * 7_000_000),
    "a tag as long as a part": lambda: with_part(SHEET, f'<worksheet xmlns="{MAIN}" a="{"x" * 60_000_000}"/>'),
    "a cell as long as a part": lambda: with_part(
        SHEET, f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>{"x" * 60_000_000}</v></c></row>'
    ),
    "tags of nothing": lambda: with_part(SHEET, f'<worksheet xmlns="{MAIN}"><sheetData/>' + "<a/>" * 3_000_000),
    "a workbook of nothing": lambda: with_part(BOOK, f'<workbook xmlns="{MAIN}">' + "<a/>" * 2_000_000 + "</workbook>"),
    "rows that never close": lambda: xlsx('<row r="1">' * 500_000),
    "a format of brackets": lambda: with_part(
        STYLES,
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="{"[" * 900_000}"/></numFmts><cellXfs>'
        '<xf numFmtId="200"/></cellXfs></styleSheet>',
    ),
    "a sheet name of digits": lambda: xlsx(name="x" + "1" * 80 + "x"),
    "prefixed sheets over many texts": prefixed_sheets,
    "an area in many sheets": wide_sheets,
    "a directory without end": crowded_directory,
    "hidden rows": lambda: xlsx(rows(150_000).replace('">', '" hidden="1">')),
    "values under one merge": lambda: xlsx(
        rows(60_000, '<c r="A{0}"><v>1</v></c><c r="B{0}"><v>1</v></c>'),
        after='<mergeCells><mergeCell ref="A1:B60000"/></mergeCells>',
    ),
    "merges in every row": lambda: xlsx(
        rows(60_000, '<c r="A{0}"><v>1</v></c><c r="B{0}"><v>1</v></c>'),
        after="<mergeCells>" + "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 60_000)) + "</mergeCells>",
    ),
    "a total in every second row": lambda: xlsx(
        SERVICES
        + "".join(
            f'<row r="{n}">{inline(f"A{n}", "合计" if n % 2 else "2025-07-01")}<c r="C{n}"><v>1</v></c></row>'
            for n in range(2, 40_000)
        ),
        name="基础服务",
    ),
    "a problem in every cell": lambda: xlsx(
        below('<c r="A{0}" t="str"><v>?{0}</v></c><c r="C{0}" t="str"><v>?</v></c>', 100_000), name="考勤"
    ),
    "a long text in every row": lambda: packed(
        {
            **book(below('<c r="A{0}" t="s"><v>0</v></c>', 20_000), name="考勤"),
            SHARED: f'<sst xmlns="{MAIN}">{LONG_SHARED}</sst>',
        }
    ),
    "a long header in every column": lambda: packed(
        {
            **book(HEADER.replace("姓名", "谁").replace("</row>", LONG_COLUMNS), name="考勤"),
            SHARED: f'<sst xmlns="{MAIN}">{LONG_SHARED}</sst>',
        }
    ),
    "hidden columns again and again": lambda: xlsx(
        before="<cols>" + '<col min="1" max="16384" hidden="1"/>' * 300_000 + "</cols>"
    ),
    "styled blanks to the last column": lambda: xlsx(rows(40_000, '<c r="A{0}" s="1"/><c r="XFD{0}" s="1"/>')),
}  # fmt: skip

OTHERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "repeated tables": (
        "a.ods", lambda: ods("".join(table(repeated(100_000, text_cell("a") * 2), f"t{n}") for n in range(200)))
    ),
    "wide repeated tables": (
        "a.ods",
        lambda: ods("".join(table(repeated(19_000, WIDE), f"t{n}") for n in range(20))),
    ),
    "hidden rows again and again": (
        "a.ods",
        lambda: ods(table(COLLAPSED * 5_000)),
    ),
    "tags of nothing in ods": ("a.ods", lambda: ods(table("<a/>" * 2_000_000))),
    "a line of commas": ("a.csv", lambda: b"," * 40_000_000),
    "lines of nothing": ("a.csv", lambda: b"\n" * 40_000_000 + b"\xff"),
    "quotes": ("a.csv", lambda: b"a\n" + b'"a""' * 5_000_000),
    "one text": ("a.csv", lambda: b"a\n" + "😀".encode() * 10_000_000),
}  # fmt: skip

ATTACKS: dict[str, tuple[str, Callable[[], bytes]]] = {name: ("a.xlsx", data) for name, data in XLSX.items()} | OTHERS
