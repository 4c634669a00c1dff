"""The pieces hostile files are made of."""

import io
import random
import zipfile
from collections.abc import Mapping

from tests.reading.made import MAIN, parts, sheet

SHEET = "xl/worksheets/sheet1.xml"
SHARED = "xl/sharedStrings.xml"
BOOK = "xl/workbook.xml"
STYLES = "xl/styles.xml"
RELS = "xl/_rels/workbook.xml.rels"
CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
PAD_FROM = 7 << 20

Members = Mapping[str, str | bytes]


def packed(members: Members, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The archive; a large part gets noise, so that no ratio gives it away."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), noisy(content), method)
    return out.getvalue()


def noisy(content: str | bytes) -> str | bytes:
    if isinstance(content, bytes) or len(content) < PAD_FROM or " xmlns" not in content[:300]:
        return content
    noise = random.Random(1).randbytes(len(content) // 800).hex()
    return content.replace(" xmlns", f' pad="{noise}" xmlns', 1)


def book(rows: str = CELL, before: str = "", after: str = "", name: str = "表", **more: str) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet."""
    return {**parts({name: sheet(rows, before, after)}, **more)}


def xlsx(rows: str = CELL, before: str = "", after: str = "", **more: str) -> bytes:
    return packed(book(rows, before, after, **more))


def with_part(part: str, content: str | bytes, **more: str) -> bytes:
    """A workbook with one part replaced."""
    return packed({**book(**more), part: content})


def with_shared(items: str, rows: str = CELL) -> bytes:
    return packed({**book(rows), SHARED: f'<sst xmlns="{MAIN}">{items}</sst>'})


def without(part: str) -> bytes:
    return packed({name: content for name, content in book().items() if name != part})


def declared(part: str, declaration: str, members: Members | None = None) -> bytes:
    """A workbook one part of which begins with a declaration."""
    found = dict(members or book())
    xml = found[part]
    assert isinstance(xml, str)
    cut = xml.index("?>") + 2 if xml.startswith("<?xml") else 0
    return packed({**found, part: xml[:cut] + declaration + xml[cut:]})


def ods(tables: str, **more: str | bytes) -> bytes:
    return packed({**ods_members(tables), **more})


def ods_members(tables: str) -> dict[str, str | bytes]:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "table", "text", "style")
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return {"mimetype": ODS_TYPE, "content.xml": content}


def table(rows: str, name: str = "表") -> str:
    return f'<table:table table:name="{name}">{rows}</table:table>'


def text_cell(text: str, attributes: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{attributes}><text:p>{text}</text:p></table:table-cell>'


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def ole(*streams: str) -> bytes:
    """A compound file in so far as its streams have names."""
    return OLE + bytes(504) + b"".join(name.encode("utf-16-le") + bytes(64) for name in streams) + bytes(1_024)


def lying(data: bytes, part: str, size: int) -> bytes:
    """The archive with another size for a part in its directory."""
    at = data.rindex(part.encode())
    entry = data.rindex(b"PK\1\2", 0, at)
    return data[: entry + 24] + size.to_bytes(4, "little") + data[entry + 28 :]
