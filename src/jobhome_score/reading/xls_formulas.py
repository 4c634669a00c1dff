"""Formulas of an .xls that were never calculated.

Programs that cannot calculate leave an empty text or a 0 as the result, and xlrd hands that over like any other. Excel,
WPS and LibreOffice note in the workbook by which engine it was calculated. Where no engine is named and no formula has
any other result, none was.
"""

import struct
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlrd.book import Book

WITH_NOTE = 80  # the format of Excel 97 and later
FORMULA, END, CALCULATED_BY = 0x0006, 0x000A, 0x01C1
NOTHING = (bytes(8), b"\x03\0\0\0\0\0\xff\xff")  # a number of nothing, a text of nothing
RESULT = slice(6, 14)

STARTS = "_sh_abs_posn"  # where the sheets begin; xlrd tells nobody

Cell = tuple[int, int]


def uncalculated(book: "Book") -> Sequence[Collection[Cell]]:
    """For every sheet the cells, by row and column from 0, whose formula has no result that anybody worked out."""
    none: Sequence[Collection[Cell]] = [()] * book.nsheets
    stream: bytes | None = book.mem
    if stream is None or book.biff_version < WITH_NOTE:
        return none
    if any(kind == CALCULATED_BY for kind, _ in _records(stream, book.base)):
        return none
    starts: Sequence[int] = getattr(book, STARTS)
    formulas = {
        start: [content for kind, content in _records(stream, start) if kind == FORMULA] for start in set(starts)
    }
    if any(content[RESULT] not in NOTHING for content in chain.from_iterable(formulas.values())):
        return none
    return [{struct.unpack_from("<HH", content) for content in formulas[start]} for start in starts]


def _records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """The records of a substream, from its beginning to its end."""
    depth = 0
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, position)
        yield kind, stream[position + 4 : position + 4 + size]
        position += 4 + size
        depth += (kind & 0xFF == 0x09) - (kind == END)  # noqa: PLR2004 - a chart has a beginning and an end of its own
        if depth <= 0:
            return
