"""An .xls that xlrd stumbles over without need: at notes, names, drawings and links, which hold no cells.

Such records are given a kind that nobody knows, in place, so that everything else stands where it stood.
"""

import io
import struct
from collections.abc import Iterator

from jobhome_score.reading.xls_records import END, OPENING

OPENS = 0x0809  # of Excel 5 and later, where the list of sheets says where they begin
SHEET = 0x0085
UNKNOWN = 0x0CFE
NEEDLESS = frozenset({
    0x0017, 0x0018, 0x001C, 0x0023, 0x005C, 0x005D, 0x008C, 0x0092, 0x00EC, 0x015F, 0x01AE, 0x01B0, 0x01B1, 0x01B2,
    0x01B6, 0x01B8, 0x01BE, 0x0223, 0x0293, 0x0800, 0x0862,
})  # fmt: skip
"""Names and what they refer to, notes, drawings and their texts, author and country, colours and named styles,
conditions, validations, links and their tips, layouts."""


def without_needless(data: bytes) -> bytes | None:
    """The stream of a workbook without the records that hold no cells; None where it is not found."""
    stream = _stream(data)
    if stream is None or struct.unpack_from("<H", stream)[0] != OPENS:
        return None
    found = bytearray(stream)
    starts = [0]
    for kind, at, size in _positions(stream, 0):
        if kind == SHEET and size >= 4:  # noqa: PLR2004 - as long as the place it begins with
            starts.append(struct.unpack_from("<i", stream, at + 4)[0])
    for start in set(starts):
        for kind, at, _ in _positions(stream, start):
            if kind in NEEDLESS:
                struct.pack_into("<H", found, at, UNKNOWN)
    return bytes(found)


def _stream(data: bytes) -> bytes | None:
    """The workbook without its container."""
    from xlrd.compdoc import SIGNATURE, CompDoc

    if not data.startswith(SIGNATURE):
        return data
    container = CompDoc(data, logfile=io.StringIO())
    for name in ("Workbook", "Book"):
        memory, start, size = container.locate_named_stream(name)
        if memory:
            stream: bytes = memory[start : start + size]
            return stream if len(stream) > 1 else None
    return None


def _positions(stream: bytes, position: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and size of every record of a substream."""
    depth = 0
    while 0 <= position <= len(stream) - 4:
        kind, size = struct.unpack_from("<HH", stream, position)
        yield kind, position, size
        position += 4 + size
        depth += (kind & 0xFF == OPENING) - (kind == END)
        if depth <= 0:
            return
