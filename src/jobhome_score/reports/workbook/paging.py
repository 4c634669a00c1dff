"""Which parts of a sheet stand on which printed page, and the scale at which each page holds its parts whole."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from math import floor
from typing import Final

from jobhome_score.named import NamedTuple
from jobhome_score.reports.workbook.formats import MARGINS, Page

PAPER: Final = (11.69, 8.27)
"""A4 across, in inches."""
INCH: Final = 72
"""Points, in which heights are given."""
DIGIT, EDGE, PIXELS = 9.5, 5, 96
"""Pixels of a digit, of a column beside its digits, and of an inch. A digit has 7 where the fonts are there that the
workbook names, 8 in others, and 9.5 in those of machines without any of them."""
SURE: Final = 0.96
"""Printers and programs differ by a few parts in a hundred."""
LEAST: Final = 50
"""Per cent; smaller than this nobody reads, and more pages are taken."""
LARGEST: Final = 100
USUAL: Final = 15.0
"""The height of a row that nobody set."""


class Block(NamedTuple):
    """Rows that stand on one page, both ends included."""

    first: int
    last: int


def lay_out(page: Page, widths: Sequence[float], blocks: Sequence[Block], head: int, pages: int) -> None:
    """Break the sheet into pages between blocks, so many if they can be read; the `head` is repeated on each."""
    heights = [sum(page.heights.get(row, USUAL) for row in range(one.first, one.last + 1)) for one in blocks]
    again = page.heights.get(head, USUAL)
    across = _across(widths)
    for count in range(min(pages, len(blocks)), len(blocks) + 1):
        starts = min(_ways(len(blocks), count), key=lambda way: _highest(heights, way, again))
        scale = min(across, _scale(PAPER[1] - MARGINS["top"] - MARGINS["bottom"], _highest(heights, starts, again)))
        if scale >= LEAST:
            break
    page.sheet.set_print_scale(max(10, scale))
    page.sheet.set_h_pagebreaks([blocks[start].first for start in starts[1:]])


def _ways(blocks: int, pages: int) -> Iterator[tuple[int, ...]]:
    """Every way to begin so many pages with one of the blocks."""
    return ((0, *rest) for rest in combinations(range(1, blocks), pages - 1))


def _highest(heights: Sequence[float], starts: Sequence[int], head: float) -> float:
    """The height of the fullest page."""
    ends = pairwise((*starts, len(heights)))
    return max(sum(heights[first:last]) + (head if first else 0) for first, last in ends)


def _across(widths: Sequence[float]) -> int:
    inches = sum(width * DIGIT + EDGE for width in widths) / PIXELS
    return _scale(PAPER[0] - MARGINS["left"] - MARGINS["right"], inches * INCH)


def _scale(inches: float, points: float) -> int:
    """The scale, in per cent, at which so many points fit into so many inches."""
    return min(LARGEST, floor(100 * SURE * inches * INCH / points))
