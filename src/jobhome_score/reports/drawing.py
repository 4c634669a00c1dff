"""Text for a terminal: pieces in styles, folded into lines no wider than the screen.

Drawn here as `rich` would draw it: loading that and drawing one table takes as long as scoring a small year.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from jobhome_score.patterns import pattern
from jobhome_score.records import dataclass
from jobhome_score.reports.wrapping import width

if TYPE_CHECKING:
    Piece = tuple[str, str]
    """Words, and the style in which they stand."""
    Line = Sequence[Piece]
    Lines = Sequence[Line]

PLAIN, BOLD, DIM, MARKED = "", "1", "2", "1;7"
RED, GREEN, YELLOW, ALARM = "31", "32", "33", "1;31"
"""Styles by the numbers with which a terminal is told of them."""

WORD: Final = pattern(r"\s*\S+\s*")
CUT: Final = "…"


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the output is, and whether it may be coloured."""

    width: int
    colour: bool


def paragraph(screen: Screen, *pieces: "Piece") -> str:
    """Pieces with a blank between them, in lines no longer than the screen is wide."""
    line = [part for piece in pieces for part in (piece, (" ", PLAIN))][:-1]
    return "".join(inked(part, screen) + "\n" for part in folded(line, screen.width))


def unfolded(screen: Screen, words: str, style: str = PLAIN) -> str:
    """Lines that are as long as they are."""
    return "".join(inked([(line, style)], screen) + "\n" for line in words.split("\n"))


def cell(words: str, style: str = PLAIN) -> "Lines":
    """The lines of a cell of a table, in one style."""
    return [[(line, style)] for line in words.split("\n")]


def inked(line: "Line", screen: Screen) -> str:
    """A line as a terminal takes it, with the escapes of its styles where the screen may be coloured."""
    if not screen.colour:
        return _text(line)
    return "".join([f"\x1b[{style}m{words}\x1b[0m" if style and words else words for words, style in line])


def wide(line: "Line") -> int:
    """How many columns a line takes."""
    return sum([width(words) for words, _ in line])


def folded(line: "Line", columns: int) -> Iterator["Line"]:
    """A line in parts no wider than `columns`, parted before words, and within a word that is wider than that."""
    if wide(line) <= columns:
        yield line
        return
    text = _text(line)
    starts = [0, *_breaks(text, columns)]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield cut(_between(line, start, end), columns)


def cut(line: "Line", columns: int, mark: str = "") -> "Line":
    """As much of a line as fits, `mark` for the rest; half of a wide character is a blank."""
    if wide(line) <= columns:
        return line
    text = _text(line)
    room = columns - width(mark)
    kept = _fitting(text, room)
    filling = " " * (room - width(text[:kept])) + mark
    *whole, (last, style) = _between(line, 0, kept + bool(filling))
    return [*whole, (last[:-1] + filling if filling else last, style)]


def _text(line: "Line") -> str:
    return "".join([words for words, _ in line])


def _breaks(text: str, columns: int) -> Iterator[int]:
    """Where a text is parted."""
    used = 0
    for found in WORD.finditer(text):
        start, word = found.start(), found[0]
        wide = width(word.rstrip())
        if wide <= columns - used:
            used += width(word)
        elif wide <= columns:
            yield start
            used = width(word)
        else:
            for part in _chopped(word, columns):
                if start:
                    yield start
                start, used = start + len(part), width(part)


def _chopped(word: str, columns: int) -> Iterator[str]:
    """A word in parts that fit; a single character that does not is a part by itself."""
    while word:
        end = _fitting(word, columns) or 1
        yield word[:end]
        word = word[end:]


def _fitting(text: str, columns: int) -> int:
    """How many characters of a text fit."""
    if text.isascii():
        return min(len(text), columns)
    return sum(used <= columns for used in accumulate(map(width, text)))


def _between(line: "Line", start: int, end: int) -> list["Piece"]:
    """The characters of a line from one place to another, in their styles."""
    found, at = [], 0
    for words, style in line:
        part = words[max(0, start - at) : max(0, end - at)]
        at += len(words)
        if part:
            found.append((part, style))
    return found
