"""Tables for a terminal: columns under their headings, as wide as what stands in them and no wider than the screen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jobhome_score.records import dataclass
from jobhome_score.reports.drawing import BOLD, CUT, PLAIN, Screen, cell, cut, folded, inked, wide

if TYPE_CHECKING:
    from jobhome_score.reports.drawing import Line, Lines

    Row = Sequence[Lines]

RULE: Final = "─"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, on which side its text stands, how wide that is at least and at most.

    What is `whole` is never folded, and is cut where there is no room for it.
    """

    heading: str
    right: bool = False
    whole: bool = False
    least: int = 0
    most: int | None = None


def table(columns: Sequence[Column], groups: "Iterable[Sequence[Row]]", screen: Screen) -> str:
    """A heading, a rule and the rows, with an empty line between two groups of them."""
    heads = [cell(column.heading, BOLD) for column in columns]
    parts = [group for group in groups if group]
    widths = _widths(columns, [heads, *(row for group in parts for row in group)], screen.width)
    across = sum(widths) + len(widths) - 1
    lines = [*_beside(columns, heads, widths, BOLD), [(RULE * across, PLAIN)]]
    for at, group in enumerate(parts):
        lines += [[(" " * across, PLAIN)]] if at else []
        for row in group:
            lines += _beside(columns, row, widths, PLAIN)
    if across > screen.width:
        lines = [cut(line, screen.width) for line in lines]
    return "".join([inked(line, screen) + "\n" for line in lines])


def _beside(columns: Sequence[Column], row: "Row", widths: Sequence[int], style: str) -> "Iterator[Line]":
    """The lines of a row. Short cells stand at the top of it, short headings at the bottom."""
    cells = []
    for at, (column, lines, across) in enumerate(zip(columns, row, widths, strict=True)):
        left, right = _sides(columns, at)
        before, after = [(" ", style)] * left, [(" ", style)] * right
        cells.append([[*before, *line, *after] for line in _placed(column, lines, across - left - right)])
    height = max(map(len, cells))
    for lines, across in zip(cells, widths, strict=True):
        empty = [[(" " * across, style)]] * (height - len(lines))
        lines[:] = [*empty, *lines] if style else [*lines, *empty]
    for first, *others in zip(*cells, strict=True):
        yield [*first, *(piece for line in others for piece in ((" ", PLAIN), *line))]


def _sides(columns: Sequence[Column], at: int) -> tuple[int, int]:
    """The blanks on either side of a column; none at the edges of the table."""
    return min(at, 1), int(at + 1 < len(columns))


def _placed(column: Column, lines: "Lines", room: int) -> "Iterator[Line]":
    """The lines of a cell on their side of a column that has some room."""
    for line in lines if room > 0 else ():
        for part in [_cut(column, line, room)] if column.whole else folded(line, room):
            yield _aligned(_stripped(part), room, right=True) if column.right else _aligned(part, room, right=False)


def _cut(column: Column, line: "Line", room: int) -> "Line":
    return cut(_stripped(line) if column.right else line, room, CUT)


def _stripped(line: "Line") -> "Line":
    """A line without the blanks at its end."""
    *others, (words, style) = line
    return [*others, (words.rstrip(), style)]


def _aligned(line: "Line", room: int, *, right: bool) -> "Line":
    """A line as wide as the room; the blanks beside it look like the piece next to them."""
    blanks = " " * (room - wide(line))
    if right:
        (words, style), *others = line
        return [(blanks + words, style), *others]
    *others, (words, style) = line
    return [*others, (words + blanks, style)]


def _widths(columns: Sequence[Column], rows: "Sequence[Row]", room: int) -> Sequence[int]:
    """How wide each column is, with the blanks beside it."""
    left = room - (len(columns) - 1)
    contents = [max(wide(line) for row in rows for line in row[at]) for at in range(len(columns))]
    sides = [sum(_sides(columns, at)) for at in range(len(columns))]

    def bounded(limits: Iterable[int]) -> list[int]:
        return [_bounded(*each) for each in zip(columns, contents, sides, limits, strict=True)]

    widths = [one or 1 for one in bounded([left] * len(columns))]
    if sum(widths) <= left:
        return widths
    return bounded(_narrowed(widths, [not column.whole for column in columns], left))


def _bounded(column: Column, content: int, sides: int, limit: int) -> int:
    """The width that a column takes where there is room up to a limit; less than its least width it never takes."""
    if limit < 1:
        return 0
    wanted = max(min(content + sides, limit), column.least + sides if column.least else 0)
    return wanted if column.most is None else min(wanted, column.most + sides)


def _narrowed(widths: Sequence[int], foldable: Sequence[bool], room: int) -> Sequence[int]:
    """Widths that fit the room: the widest columns that can be folded give way first, at last all of them alike."""
    found = list(widths)
    while any(foldable) and sum(found) > room:
        most = max(one for one, may in zip(found, foldable, strict=True) if may)
        next_most = max(one if may and one != most else 0 for one, may in zip(found, foldable, strict=True))
        if most == next_most:
            break
        widest = [at for at, one in enumerate(found) if one == most and foldable[at]]
        _take(found, widest, sum(found) - room, most - next_most)
    if sum(found) > room:
        _take(found, [at for at, one in enumerate(found) if one], sum(found) - room, max(found))
    return found


def _take(widths: list[int], places: Sequence[int], excess: int, most: int) -> None:
    """Take what is too much from some columns in equal parts, from none more than it has or than `most`."""
    step = min(excess, most)
    for left, at in zip(range(len(places), 0, -1), places, strict=True):
        taken = min(step, widths[at], round(excess / left))
        widths[at] -= taken
        excess -= taken
