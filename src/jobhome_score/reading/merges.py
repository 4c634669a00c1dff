"""Values that a merged range hides: only its top left cell is ever seen."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from jobhome_score.reading.cells import Row, Value
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.references import Area
from jobhome_score.reading.rejection import over

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

    Raises Rejected when there are too many merges or they are too large.
    """
    if len(merges) > limits.merges:
        raise over("merges", limits.merges)
    positions = {number: position for position, number in enumerate(numbers)}
    width = len(rows[0]) if rows else 0
    room = limits.area
    found: set[Covered] = set()
    covers: list[Cover] = []
    for merge in merges:
        top, left, bottom, right = merge
        # never more steps than there are rows, however far down a range reaches
        inside = range(top, bottom + 1) if bottom - top < len(numbers) else numbers
        room -= len(inside) * max(1, min(right + 1, width) - left)
        if room < 0:
            raise over("area", limits.area)
        lines = [positions[number] for number in inside if top <= number <= bottom and number in positions]
        corner = (positions.get(top, -1), left)
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
