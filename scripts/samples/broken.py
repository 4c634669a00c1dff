"""The broken year: few rows, one of each problem, and the list of what was planted where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from .book import Cell, Column, Table
from .broken_market import MARKET
from .broken_office import OFFICE
from .broken_recruitment import RECRUITMENT
from .broken_sheet import ERROR, Bad, Sheet

# No workbook holds trainings: that ledger is absent.
SHEETS: tuple[Sheet, ...] = (*RECRUITMENT, *MARKET, *OFFICE)


class Planted(NamedTuple):
    """A planted problem: its idea, where it is (no cell: the sheet; no file: the folder), error or warning.

    For a repeated key, a repeated row, a hidden row or column the cell says which row or column is meant.
    """

    problem: str
    file: str
    sheet: str
    cell: str
    degree: str


@dataclass(frozen=True)
class _Spot:
    cell: str
    bad: Bad


def _spots(sheet: Sheet) -> Iterator[_Spot]:
    for row, cells in enumerate((sheet.header, *sheet.rows)):
        for column, cell in enumerate(cells):
            if isinstance(cell, Bad):
                yield _Spot(xl_rowcol_to_cell(row, column), cell)


def _planted() -> Iterator[Planted]:
    yield Planted("ledger absent: trainings", "", "", "", ERROR)
    for sheet in SHEETS:
        if sheet.problem:
            yield Planted(sheet.problem, sheet.file, sheet.name, "", ERROR)
        for spot in _spots(sheet):
            yield Planted(spot.bad.problem, sheet.file, sheet.name, spot.cell, spot.bad.degree)


def _plain(cell: Cell | Bad) -> Cell:
    return cell.value if isinstance(cell, Bad) else cell


def _table(sheet: Sheet) -> Table:
    columns = tuple(
        Column(str(_plain(name)), 16, hidden=n in sheet.hidden_columns) for n, name in enumerate(sheet.header)
    )
    rows = [tuple(_plain(cell) for cell in row) for row in sheet.rows]
    return Table(sheet.name, columns, rows, hidden=sheet.hidden_rows, merged=sheet.merged, concealed=sheet.concealed)


PLANTED: tuple[Planted, ...] = tuple(_planted())
BOOKS: dict[str, tuple[Table, ...]] = {
    file: tuple(_table(sheet) for sheet in SHEETS if sheet.file == file)
    for file in sorted({one.file for one in SHEETS})
}
