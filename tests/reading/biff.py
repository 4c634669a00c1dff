"""Workbooks of Excel 5 and 95, made record by record: nothing else at hand writes them."""

import struct
from collections.abc import Mapping, Sequence

GLOBALS, WORKSHEET, CHART, MACRO = 0x0005, 0x0010, 0x0020, 0x0040


def record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def opening(what: int) -> bytes:
    return record(0x0809, struct.pack("<HHHH", 0x0500, what, 0, 1995))


def label(row: int, column: int, text: bytes) -> bytes:
    return record(0x0204, struct.pack("<HHHH", row, column, 0, len(text)) + text)


def old_book(
    sheets: Mapping[bytes, Sequence[bytes]],
    codepage: int | None = 936,
    kinds: Mapping[bytes, tuple[int, int]] | None = None,
    *,
    one_place: bool = False,
    more: bytes = b"",
) -> bytes:
    """A workbook of sheets with one column of texts each; `kinds` says what a sheet is by the list and by itself.

    `more` are further records, of the workbook and of each sheet.
    """
    front = opening(GLOBALS) + more + (record(0x0042, struct.pack("<H", codepage)) if codepage else b"")
    start = len(front) + sum(4 + 7 + len(name) for name in sheets) + 4
    listed = bodies = b""
    for name, texts in sheets.items():
        by_list, by_itself = (kinds or {}).get(name, (0, WORKSHEET))
        listed += record(
            0x0085, struct.pack("<iBBB", start + (0 if one_place else len(bodies)), 0, by_list, len(name)) + name
        )
        cells = b"".join(label(row, 0, text) for row, text in enumerate(texts))
        bodies += opening(by_itself) + cells + more + record(0x000A)
    return front + listed + record(0x000A) + bodies
