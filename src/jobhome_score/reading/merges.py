"""Values that a merged range hides: only its top left cell is ever seen."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from jobhome_score.evidence import letters
from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Row, Value
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.references import Area
from jobhome_score.reading.rejection import Rejected, over

Covered = tuple[int, int]
"""A covered cell: the position of its row among the rows, and its column."""


class Cover(NamedTuple):
    """What one merged range hides: the first filled cell, its value, and how many more there are."""

    first: Covered
    value: Value
    others: int


def covered_values(
    merges: Sequence[Area], numbers: Sequence[int], rows: Sequence[Row], limits: Limits
) -> tuple[set[Covered], list[Cover]]:
    """The filled cells that merges hide, all together and range by range.

    Raises Rejected when there are too many merges, or so many overlap that together they outgrow the sheet.
    """
    if len(merges) > limits.merges:
        raise over("merges", limits.merges)
    width = len(rows[0]) if rows else 0
    room = 2 * len(rows) * width  # ranges that do not overlap cover no more than half of that
    found: set[Covered] = set()
    covers: list[Cover] = []
    for top, left, bottom, right in merges:
        lines = range(bisect_left(numbers, top), bisect_right(numbers, bottom))
        room -= len(lines) * max(0, min(right + 1, width) - left)
        if room < 0:
            reference = f"{letters(left)}{top}:{letters(right)}{bottom}"
            raise Rejected(Code.BAD_REFERENCE, reference, row=top, column=left)
        corner = (lines.start if lines and numbers[lines.start] == top else -1, left)
        cells = [cell for cell in _filled(rows, lines, left, right) if cell != corner and cell not in found]
        if cells:
            line, column = cells[0]
            covers.append(Cover(cells[0], rows[line][column], len(cells) - 1))
            found.update(cells)
    return found, covers


def _filled(rows: Sequence[Row], lines: Sequence[int], left: int, right: int) -> Iterator[Covered]:
    """The filled cells of a range."""
    for line in lines:
        for column, value in enumerate(rows[line][left : right + 1], start=left):
            if value is not None:
                yield line, column


def without(rows: Sequence[Row], covered: Iterable[Covered]) -> list[Row]:
    """The rows with those cells emptied."""
    changed: dict[int, list[Value]] = {}
    for line, column in covered:
        changed.setdefault(line, list(rows[line]))[column] = None
    return [tuple(changed[line]) if line in changed else row for line, row in enumerate(rows)]
