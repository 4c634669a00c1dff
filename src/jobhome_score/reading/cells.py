"""What a file holds once it is read: sheets of plain cells that keep their Excel row numbers."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from jobhome_score.problems import Code, Problem
from jobhome_score.records import dataclass


class Fault:
    """A cell that holds no usable value: an error, a formula never calculated, a number whose digits are lost."""

    __slots__ = ("code", "shown")

    def __init__(self, code: Code, shown: str) -> None:
        """`shown` is what the file holds there, such as #REF!."""
        self.code = code
        self.shown = shown

    def __repr__(self) -> str:
        """Show what a reader of the sheet would see."""
        return f"Fault({self.code.value}, {self.shown!r})"


Value = None | str | bool | int | Decimal | dt.datetime | dt.date | dt.time | Fault
"""A plain cell. None is empty; numbers are exact, a whole one is an int; dates are what the cell's format says."""

Row = Sequence[Value]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows that hold anything, each with its Excel row number, all equally wide from column A.

    `merges` are the merged ranges as first row, first column, last row, last column (rows from 1, columns from 0);
    `hidden_left_out` counts the filled rows that were left out because they are hidden.
    """

    file: str
    name: str
    numbers: Sequence[int]
    rows: Sequence[Row]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_left_out: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file as it was read: its name inside the folder, the SHA-256 of its bytes, its sheets in order.

    `unpacked` counts the bytes that were read of it, those of an archive once they are unpacked.
    """

    file: str
    sha256: str
    sheets: tuple[Sheet, ...]
    unpacked: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from a ledger folder, in the order of file names, with every problem met on the way."""

    workbooks: tuple[Workbook, ...]
    problems: tuple[Problem, ...] = ()
