"""How broken sheets are written down: a bad cell stands in its row beside what is wrong with it."""

from dataclasses import dataclass

from .book import Cell

ERROR, WARNING = "error", "warning"


@dataclass(frozen=True)
class Bad:
    """A cell with a planted problem."""

    value: Cell
    problem: str
    degree: str = ERROR


@dataclass(frozen=True)
class Sheet:
    """A sheet of a broken workbook; `problem` is one of the sheet as a whole."""

    file: str
    name: str
    header: tuple[str | Bad, ...]
    rows: tuple[tuple[Cell | Bad, ...], ...]
    problem: str = ""
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    concealed: bool = False


def notice(value: Cell, problem: str) -> Bad:
    """A cell that is worth a warning and does not stop scoring."""
    return Bad(value, problem, WARNING)
