"""The records of an .xls as they stand, for what xlrd passes over."""

import struct
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlrd.book import Book

END = 0x000A
STARTS = "_sh_abs_posn"  # xlrd keeps it to itself
OPENING = 0x09
"""The lower byte of every record that opens a substream."""


def records(stream: bytes, position: int) -> Iterator[tuple[int, bytes]]:
    """The records of a substream, from its beginning to its end."""
    depth = 0
    while position + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, position)
        yield kind, stream[position + 4 : position + 4 + size]
        position += 4 + size
        depth += (kind & 0xFF == OPENING) - (kind == END)  # a chart has both of its own
        if depth <= 0:
            return


def starts_of(book: "Book") -> Sequence[int]:
    """Where in the stream each worksheet begins."""
    found: Sequence[int] = getattr(book, STARTS)
    return found
