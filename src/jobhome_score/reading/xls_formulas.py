"""Formulas of an .xls that were never calculated.

Programs that cannot calculate leave an empty text or a 0 as the result, and xlrd hands that over like any other. Excel,
WPS and LibreOffice note in the workbook by which engine it was calculated. Where no engine is named and no formula has
any other result, none was.
"""

import struct
from collections.abc import Collection, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from jobhome_score.reading.xls_records import records, starts_of

if TYPE_CHECKING:
    from xlrd.book import Book

WITH_NOTE = 80  # the format of Excel 97 and later
FORMULA, CALCULATED_BY = 0x0006, 0x01C1
NOTHING = (bytes(8), b"\x03\0\0\0\0\0\xff\xff")  # a number of nothing, a text of nothing
RESULT = slice(6, 14)

Cell = tuple[int, int]


def uncalculated(book: "Book") -> Sequence[Collection[Cell]]:
    """For every sheet the cells, by row and column from 0, whose formula has no result that anybody worked out."""
    none: Sequence[Collection[Cell]] = [()] * book.nsheets
    stream: bytes | None = book.mem
    if stream is None or book.biff_version < WITH_NOTE:
        return none
    if any(kind == CALCULATED_BY for kind, _ in records(stream, book.base)):
        return none
    starts = starts_of(book)
    formulas = {
        start: [content for kind, content in records(stream, start) if kind == FORMULA] for start in set(starts)
    }
    if any(content[RESULT] not in NOTHING for content in chain.from_iterable(formulas.values())):
        return none
    return [{struct.unpack_from("<HH", content) for content in formulas[start]} for start in starts]
