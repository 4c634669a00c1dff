"""A ledger of a million rows: attendance of a thousand people over a thousand days, written as plain XML."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROWS = 1_000_000
PEOPLE = 1_000
FIRST = dt.date(2024, 1, 1)
SERIAL = (FIRST - dt.date(1899, 12, 30)).days
BLOCK = 10_000
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STATES = ("出勤", "值班", "外勤", "请假", "休息")
TYPES = "application/vnd.openxmlformats-package.relationships+xml"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    f'<Default Extension="xml" ContentType="application/xml"/>'
    f'<Default Extension="rels" ContentType="{TYPES}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="考勤" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}">'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
}


def write(path: Path) -> None:
    """Write the workbook; the same bytes every time, but for the archive's own."""
    texts = ("日期", "姓名", "状态", *STATES, *(f"职工{number:04}" for number in range(PEOPLE)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, xml in PARTS.items():
            book.writestr(name, HEAD + xml)
        items = "".join(f"<si><t>{text}</t></si>" for text in texts)
        book.writestr("xl/sharedStrings.xml", f'{HEAD}<sst xmlns="{MAIN}" uniqueCount="{len(texts)}">{items}</sst>')
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            sheet.write(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>'.encode())
            sheet.write(_row(1, ('t="s"', 0), ('t="s"', 1), ('t="s"', 2)).encode())
            for block in _blocks():
                sheet.write(block.encode())
            sheet.write(b"</sheetData></worksheet>")


def _blocks() -> Iterator[str]:
    for start in range(0, ROWS, BLOCK):
        yield "".join(_attended(number) for number in range(start, start + BLOCK))


def _attended(number: int) -> str:
    day, person = divmod(number, PEOPLE)
    state = 3 + number * 7 % len(STATES)
    return _row(number + 2, ('s="1"', SERIAL + day), ('t="s"', 3 + len(STATES) + person), ('t="s"', state))


def _row(number: int, *cells: tuple[str, int]) -> str:
    inside = "".join(
        f'<c r="{letter}{number}" {kind}><v>{value}</v></c>' for letter, (kind, value) in zip("ABC", cells, strict=True)
    )
    return f'<row r="{number}">{inside}</row>'
