"""A report that is made of tables: one value for Markdown, CSV, pages and workbooks alike."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.settlement_text import money, percent_text


class Share(NamedTuple):
    """A share of the fee, exact (0.95), shown as a percentage."""

    exact: Fraction


class Change(NamedTuple):
    """By how much something differs: points or yuan, shown with their sign."""

    by: Fraction | Decimal


Cell = str | int | Fraction | Decimal | Share | Change | None
"""A text, a count, points (Fraction), yuan (Decimal), a share, a difference, or nothing."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table under its title; `widths` in Latin letters, `foot` its last row, `said` what stands above it."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]
    foot: Sequence[Cell] = ()
    said: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class TableReport:
    """Tables under one title, with facts by name above them."""

    title: str
    facts: Sequence[tuple[str, str]]
    grids: Sequence[Grid]


def cell_text(cell: Cell) -> str:
    """A cell as people read it."""
    match cell:
        case None:
            return ""
        case Share():
            return percent_text(cell.exact)
        case Change():
            return ("+" if cell.by > 0 else "") + cell_text(cell.by)
        case Fraction():
            return shown(cell)
        case Decimal():
            return money(cell)
    return str(cell)
