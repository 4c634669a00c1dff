"""Rows that are kept as columns: that is how they are read, how they are checked, and how they take least room."""

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import overload

from jobhome_score.reading.cells import Row, Value


class Columnar(Sequence[Row]):
    """Filled rows of one width, made one by one where somebody asks for a row."""

    __slots__ = ("columns",)

    def __init__(self, columns: Sequence[Sequence[Value]]) -> None:
        """`columns` are equally long; there are none where there are no rows."""
        self.columns = columns

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.columns[0]) if self.columns else 0

    def __iter__(self) -> Iterator[Row]:
        """The rows from the top."""
        return zip(*self.columns, strict=True)

    @overload
    def __getitem__(self, at: int) -> Row: ...

    @overload
    def __getitem__(self, at: slice) -> "Columnar": ...

    def __getitem__(self, at: int | slice) -> "Row | Columnar":
        """One row, or some rows as columns again. Raises IndexError for a row that does not exist."""
        if isinstance(at, slice):
            return Columnar([column[at] for column in self.columns])
        if not self.columns:
            raise IndexError(at)
        return tuple([column[at] for column in self.columns])

    def __eq__(self, other: object) -> bool:
        """Whether these are the same rows, however the others are kept."""
        return isinstance(other, Sequence) and len(self) == len(other) and all(map(_same, self, other))

    def __repr__(self) -> str:
        """The rows as a list shows them."""
        return f"Columnar({list(self)!r})"

    __hash__ = None  # type: ignore[assignment]  # as any other list of rows


def _same(row: Row, other: object) -> bool:
    return row == other


class Gathering:
    """Columns as they grow, stretch by stretch of rows that belong below the rows before."""

    def __init__(self) -> None:
        """Start without rows."""
        self.numbers: list[int] = []
        self.columns: list[list[Value]] = []

    def area(self, more: int, width: int) -> int:
        """How many cells there would be with so many more rows of that width."""
        return (len(self.numbers) + more) * max(width, len(self.columns))

    def add(self, numbers: Sequence[int], columns: Sequence[Sequence[Value]]) -> None:
        """Take filled rows, by column from the first one; all rows become as wide as the widest."""
        while len(self.columns) < len(columns):
            self.columns.append([None] * len(self.numbers))
        for column, values in zip(self.columns, columns, strict=False):
            column.extend(values)
        for column in self.columns[len(columns) :]:
            column.extend([None] * len(numbers))
        self.numbers += numbers


def filled_rows(
    numbers: Sequence[int], columns: Sequence[Sequence[Value]]
) -> tuple[Sequence[int], Sequence[Sequence[Value]]]:
    """The rows that hold anything, with their numbers. A column without a blank spares the look at every row."""
    if not columns:
        return (), ()
    if not all(None in column for column in columns):
        return numbers, columns
    blank = (None,) * len(columns)
    kept = [row != blank for row in zip(*columns, strict=True)]
    if all(kept):
        return numbers, columns
    return list(compress(numbers, kept)), [list(compress(column, kept)) for column in columns]
