"""The sheets of an .xls that are no worksheets. xlrd passes them over, and a ledger on one of them would be lost."""

import struct
from collections.abc import Iterator
from typing import TYPE_CHECKING

from jobhome_score.reading.xls_records import records, starts_of

if TYPE_CHECKING:
    from xlrd.book import Book

UNICODE = 80  # the format of Excel 97 and later
TYPED = 50  # earlier workbooks have sheets of one kind
SHEET = 0x0085
WORKSHEET, CHART = 0, 2
OPENS_CHART = 0x0020
"""How the substream of a chart says what it is."""


def other_sheets(book: "Book") -> Iterator[str]:
    """The names of macro and dialog sheets and of modules, as they stand. A chart holds no cells."""
    from xlrd.biffh import unpack_string, unpack_unicode

    stream: bytes | None = book.mem
    if stream is None or book.biff_version < TYPED:
        return
    for kind, content in records(stream, book.base):
        if kind != SHEET:
            continue
        start, _, what = struct.unpack_from("<iBB", content)
        if what == WORKSHEET or (what == CHART and _opens(stream, book.base + start) == OPENS_CHART):
            continue
        modern = book.biff_version >= UNICODE
        yield unpack_unicode(content, 6, lenlen=1) if modern else unpack_string(content, 6, "latin-1", lenlen=1)


def sheets_share_a_place(book: "Book") -> bool:
    """Whether two worksheets are one stretch of the file: its rows would count twice."""
    places = starts_of(book) if book.biff_version >= TYPED else ()
    return len(set(places)) < len(places)


def _opens(stream: bytes, start: int) -> int:
    """What the substream at that place says that it is."""
    if not 0 <= start <= len(stream) - 8:
        return 0
    found: int = struct.unpack_from("<H", stream, start + 6)[0]
    return found
