"""Plain text in columns: Chinese characters are two wide, and no line begins with a closing mark."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from jobhome_score.patterns import pattern

CLOSING: Final = "，。；：、！？）》”’…%·,.;:!?)]"
OPENING: Final = "（《“‘(["
SIGNS: Final = "−×≥≤¥"
"""What no line ends with where a number follows."""
PIECE: Final = pattern(rf"[{re.escape(OPENING)}]*(?:[{SIGNS}]*[!-~]+|\s+|.)[{re.escape(CLOSING)}]*", re.DOTALL)
"""What stays on one line: a word, or one wide character, with the marks that cling to it."""


def width(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    marks = (mark for mark in text if not unicodedata.combining(mark))
    return sum(2 if unicodedata.east_asian_width(mark) in "WF" else 1 for mark in marks)


def wrapped(text: str, columns: int, first: str = "", rest: str = "") -> Iterator[str]:
    """The lines of a text, none wider than `columns` where its pieces allow; `first` and `rest` stand before them."""
    line, used, empty = first, width(first), True
    for piece in PIECE.findall(text):
        wide = width(piece)
        blank = piece.isspace() and "\u3000" not in piece
        if not empty and not blank and used + wide > columns:
            yield line.rstrip()
            line, used, empty = rest, width(rest), True
        if empty and blank:
            continue
        line, used, empty = line + piece, used + wide, False
    yield line.rstrip()


def packed(parts: Sequence[str], sep: str, columns: int) -> Iterator[str]:
    """The parts in lines of so many columns, as many on each as fit whole; one that fits on none is folded."""
    line = ""
    for at, part in enumerate(parts):
        said = part if at + 1 == len(parts) else part + sep.rstrip()
        space = sep[len(sep.rstrip()) :] if line else ""
        if line and width(line + space + said) > columns:
            yield from wrapped(line, columns)
            line = said
        else:
            line += space + said
    if line:
        yield from wrapped(line, columns)


def rule_line(columns: int, mark: str = "─") -> str:
    """A line across the page."""
    return mark * columns
