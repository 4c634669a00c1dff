"""Workbooks of the binary format made record by record."""

import io
import struct
import zipfile
from collections.abc import Sequence

from tests.reading.made import RELATIONS, TYPES, relation


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


def texts_of(shared: Sequence[str]) -> bytes:
    begins = record(159, struct.pack("<II", len(shared), len(shared)))
    return begins + b"".join(record(19, b"\0" + wide(text)) for text in shared) + record(160)


def styles() -> bytes:
    """Style 1 is a date, 2 a date of the file's own."""
    formats = record(615, struct.pack("<I", 1)) + record(44, struct.pack("<H", 176) + wide("yyyy/m/d")) + record(616)
    return record(278) + formats + record(617, struct.pack("<I", 3)) + style(0) + style(14) + style(176) + record(618)


def xlsb(part, *, shared=("企业", "求职者"), flags=0, state=0, names=("表",)) -> bytes:
    """A workbook with one part of a sheet, listed under each of these names."""
    book = record(131) + record(153, struct.pack("<II", flags, 0) + wide("")) + record(143)
    book += b"".join(record(156, struct.pack("<II", state, 1) + wide("rId1") + wide(name)) for name in names)
    related = relation(1, "worksheet", "worksheets/sheet1.bin") + relation(2, "styles", "styles.bin")
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS.format(relation(1, "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": book + record(144) + record(132),
        "xl/_rels/workbook.bin.rels": RELATIONS.format(related + relation(3, "sharedStrings", "sharedStrings.bin")),
        "xl/styles.bin": styles() + record(279),
        "xl/sharedStrings.bin": texts_of(shared),
        "xl/worksheets/sheet1.bin": part,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
