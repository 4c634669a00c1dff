"""The rows behind a miss: where they stand, and what they say, column by column."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any, Final

from jobhome_score.evidence import Place
from jobhome_score.records import dataclass
from jobhome_score.stored.leaves import Value, Whole
from jobhome_score.stored.shapes import At, Book, Plain, Shape, Wrong, listed, paired

SHEET: Final = 2
"""A place begins with its file and sheet."""


@dataclass(frozen=True, slots=True)
class Places:
    """Places one after another, those of a sheet together: `[[0, 3, 4, 7], [2, 9]]`, the sheet's number first.

    A row stands for itself; a cell is its row and column.
    """

    label: str = "places"

    def write(self, value: Sequence[Place], book: Book) -> Plain:
        """Runs of rows, each behind the number of its sheet."""
        return [
            [book.sheets.setdefault(sheet, len(book.sheets)), *map(_row, run)]
            for sheet, run in groupby(value[:], key=lambda place: place[:SHEET])
        ]

    def read(self, node: Plain, at: At, book: Book) -> tuple[Place, ...]:
        """Every place in its order."""
        sheets = tuple(book.sheets)
        found: list[Place] = []
        for number, run in enumerate(listed(node, at), 1):
            here = at / number
            if not isinstance(run, list) or not run or type(run[0]) is not int or not 0 <= run[0] < len(sheets):
                raise Wrong(here, "sheet", run[0] if isinstance(run, list) and run else run)
            file, sheet = sheets[run[0]]
            found += (Place(file, sheet, *_cell(row, here, book)) for row in run[1:])
        return tuple(found)


def _row(place: Place) -> int | list[int]:
    return place.row if place.column < 0 else [place.row, place.column]


def _cell(node: Plain, at: At, book: Book) -> tuple[int, ...]:
    """A row, or a row and a column."""
    cell = tuple(Whole().read(one, at, book) for one in (node if isinstance(node, list) else [node]))
    if len(cell) not in (1, 2) or min(cell) < 0:
        raise Wrong(at, "row", node)
    return cell


@dataclass(frozen=True, slots=True)
class Later:
    """Something worked out when asked; written as what it came to."""

    inner: Shape
    label: str = "later"

    def write(self, value: Callable[[], Any], book: Book) -> Plain:
        """What it comes to."""
        return self.inner.write(value(), book)

    def read(self, node: Plain, at: At, book: Book) -> Callable[[], Any]:
        """A function that gives what was read."""
        return partial(_given, self.inner.read(node, at, book))


def _given(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Says:
    """The field of a miss that gives the values of its rows; written by column, a value a place."""

    name: str

    def write(self, miss: Any, into: dict[str, Plain], book: Book) -> None:
        """Every column once; nothing where no row says anything."""
        rows = [miss.says(place) for place in miss.places[:]]
        if any(rows):
            write = Value().write
            into[self.name] = {column: [write(row[column], book) for row in rows] for column in rows[0]}

    def read(self, found: Mapping[str, Plain], at: At, got: Mapping[str, Any], book: Book) -> Any:
        """A function that gives the values of a row by its place."""
        places, here = got["places"], at / self.name
        columns = paired(found.get(self.name, {}), here)
        rows: dict[Place, dict[str, object]] = {place: {} for place in places}
        for column, values in columns.items():
            if len(listed(values, here / column)) != len(places):
                raise Wrong(here / column, "as_many", str(len(values)), str(len(places)))
            for number, (place, value) in enumerate(zip(places, values, strict=True), 1):
                rows[place][column] = Value().read(value, here / column / number, book)
        return partial(_said, rows)


def _said(rows: Mapping[Place, Mapping[str, object]], place: Place) -> Mapping[str, object]:
    return rows.get(place, {})
