"""Workbooks written by hand, part by part."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

TYPES = '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
# style 1 is a date, 2 a date with a Chinese built-in format, 3 a time, 4 elapsed time, 5 a date of the file's own
STYLES = (
    f'<styleSheet xmlns="{MAIN}">'
    '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/>'
    '<xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="176"/></cellXfs></styleSheet>'
)


def relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'


def parts(
    sheets: Mapping[str, str], shared: str = "", settings: str = "", states: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The parts of a workbook from the whole XML of its sheets."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" r:id="rId{number}" {(states or {}).get(name, "")}/>'
        for number, name in enumerate(sheets, start=1)
    )
    related = "".join(
        relation(number, "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)
    )
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(relation(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELATION}">{settings}'
            f"<sheets>{listed}</sheets></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": RELATIONS.format(
            related + relation(901, "styles", "styles.xml") + relation(902, "sharedStrings", "/xl/sharedStrings.xml")
        ),
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        **{f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets.values(), start=1)},
    }


def sheet(rows: str, before: str = "", after: str = "") -> str:
    """The XML of a sheet around its rows."""
    return f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def zipped(path: Path, members: Mapping[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path
