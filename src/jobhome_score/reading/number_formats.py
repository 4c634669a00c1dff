"""Which number formats show a number as a date or a time."""

import re
from enum import Enum

from jobhome_score.patterns import pattern

BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)})
BUILT_IN_ELAPSED = frozenset({46})
# what a format shows literally: quoted, escaped, padded and filled characters
LITERAL = pattern(r'"[^"]*"|\\.|_.|\*.')
ELAPSED = pattern(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
BRACKETS = pattern(r"\[[^\]]*\]")
LONGEST_CODE = 255  # as in Excel; more would only keep the patterns busy
DATE_LETTER = pattern(r"[ymdhs]|aaa", re.IGNORECASE)  # aaa is the weekday in Chinese formats


class Shows(Enum):
    """What a cell's style makes of its number."""

    NUMBER = "number"
    DATE = "date"
    ELAPSED = "elapsed"


def built_in(number: int) -> Shows:
    """What a built-in format shows, the Chinese date formats 27 to 36 and 50 to 58 among them."""
    if number in BUILT_IN_ELAPSED:
        return Shows.ELAPSED
    return Shows.DATE if number in BUILT_IN_DATES else Shows.NUMBER


def custom(code: str) -> Shows:
    """What a format code shows, by its first section."""
    shown = LITERAL.sub("", code[:LONGEST_CODE]).split(";", 1)[0]
    if ELAPSED.search(shown):
        return Shows.ELAPSED
    shown = BRACKETS.sub("", shown)
    if "general" in shown.lower():
        return Shows.NUMBER
    return Shows.DATE if DATE_LETTER.search(shown) else Shows.NUMBER
