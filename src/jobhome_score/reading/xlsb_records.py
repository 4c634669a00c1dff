"""The records that the parts of an .xlsb are made of."""

import struct
from collections.abc import Iterator
from enum import IntEnum

from jobhome_score.reading.limits import Limits
from jobhome_score.reading.rejection import over

SEVEN_BITS = 0x7F
MORE = 0x80
PERCENT = 0x1  # an RK number: stored times a hundred
WHOLE = 0x2  # an RK number: an integer, not the upper half of a float


TAGS_A_RECORD = 4  # an empty record takes as long as so many tags


class Record(IntEnum):
    """The kinds of records that are read; all others are passed over."""

    ROW = 0
    RK = 2
    ERROR = 3
    BOOLEAN = 4
    REAL = 5
    TEXT = 6
    SHARED_TEXT = 7
    FORMULA_TEXT = 8
    FORMULA_NUMBER = 9
    FORMULA_BOOLEAN = 10
    FORMULA_ERROR = 11
    SHARED_ITEM = 19
    NUMBER_FORMAT = 44
    CELL_STYLE = 47
    COLUMN = 60
    RICH_TEXT = 62
    SHEET_DATA_ENDS = 146
    WORKBOOK_SETTINGS = 153
    SHEET = 156
    MERGE = 176
    CELL_STYLES = 617
    CELL_STYLES_END = 618


def records(part: bytes, limits: Limits) -> Iterator[tuple[int, bytes]]:
    """The kind and the content of every record; raises IndexError or ValueError where the part is cut short.

    Raises Rejected where there are more than a workbook within the limits could need.
    """
    position = 0
    left = limits.most_tags // TAGS_A_RECORD
    while position < len(part):
        left -= 1
        if left < 0:
            raise over("tags", limits.most_tags)
        kind, position = _varying(part, position, 2)
        size, position = _varying(part, position, 4)
        if position + size > len(part):
            message = "a record is cut short"
            raise ValueError(message)
        yield kind, part[position : position + size]
        position += size


def _varying(part: bytes, position: int, most: int) -> tuple[int, int]:
    """A number of seven bits a byte, and the position behind it."""
    value = 0
    for shift in range(most):
        byte = part[position]
        position += 1
        value |= (byte & SEVEN_BITS) << (7 * shift)
        if not byte & MORE:
            break
    return value, position


def wide(content: bytes, position: int) -> tuple[str, int]:
    """A text at a position, and the position behind it."""
    (length,) = struct.unpack_from("<I", content, position)
    end = position + 4 + 2 * length
    if end > len(content):
        message = "a text is cut short"
        raise ValueError(message)
    return content[position + 4 : end].decode("utf-16-le"), end


def rk(stored: int) -> str:
    """The text of a number in the short form."""
    if stored & WHOLE:
        whole = stored >> 2
        number: float = whole - (1 << 30) if whole >= 1 << 29 else whole
    else:
        (number,) = struct.unpack("<d", struct.pack("<Q", (stored & 0xFFFFFFFC) << 32))
    return repr(number / 100 if stored & PERCENT else number)
