"""Cell references as Excel writes them."""

import re
from functools import lru_cache

from jobhome_score.evidence import LETTERS
from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.rejection import Rejected

ROWS = 1_048_576
COLUMNS = 16_384
CELL = pattern(r"([A-Z]{1,3})([0-9]{1,7})", re.IGNORECASE)

LONGEST_NUMBER = 9  # digits; no row, column, style or format has more, and thousands of digits cannot be converted

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column; rows from 1, columns from 0, both ends inside."""


@lru_cache(maxsize=2_048)
def column_index(letters: str) -> int:
    """The column counted from 0 that letters name."""
    index = 0
    for letter in letters.upper():
        index = index * LETTERS + ord(letter) - ord("A") + 1
    return index - 1


def small_number(text: str, otherwise: int) -> int:
    """The number that an attribute states; `otherwise` where it states none, or one that nothing can have."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else otherwise


def cell(reference: str) -> tuple[int, int]:
    """The row from 1 and the column from 0 of a reference such as F12; raises Rejected outside the sheet."""
    found = CELL.fullmatch(reference)
    if found is None:
        raise Rejected(Code.BAD_REFERENCE, reference)
    row, column = int(found[2]), column_index(found[1])
    if not 1 <= row <= ROWS or column >= COLUMNS:
        raise Rejected(Code.BAD_REFERENCE, reference)
    return row, column


def area(reference: str) -> Area:
    """The corners of a range such as B2:C9, or of a single cell; raises Rejected outside the sheet."""
    first, _, last = reference.partition(":")
    top, left = cell(first)
    bottom, right = cell(last or first)
    return min(top, bottom), min(left, right), max(top, bottom), max(left, right)
