"""Tables, and how they become workbooks whose bytes depend on nothing but the tables."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range

# A fixed moment, so that the same tables give the same bytes on any day.
CREATED = datetime(2025, 1, 1)  # noqa: DTZ001  (Excel knows no time zones)


@dataclass(frozen=True)
class Formula:
    """A formula and what a spreadsheet program had computed; an empty `cached` is a formula never computed."""

    text: str
    cached: str | int


Cell = str | int | Decimal | date | time | Formula | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A header, its width, whether the total row adds it up, whether it is hidden."""

    name: str
    width: float = 12
    summed: bool = False
    hidden: bool = False


@dataclass(frozen=True)
class Table:
    """One sheet: an optional title row, a header, rows, an optional total row and signature.

    `hidden` are rows counted from 0, `merged` areas whose values stay below the merge, `concealed` hides the sheet.
    """

    sheet: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    title: str = ""
    total: str = ""
    signature: str = ""
    hidden: frozenset[int] = frozenset()
    merged: tuple[str, ...] = ()
    concealed: bool = False

    @property
    def header_row(self) -> int:
        """The header's row, counted from 0."""
        return 1 if self.title else 0


def renamed(table: Table, wording: Mapping[str, str]) -> Table:
    """Return `table` with the headers that an office of its own wording would write."""
    return replace(table, columns=tuple(replace(one, name=wording.get(one.name, one.name)) for one in table.columns))


def by_month(table: Table, name: str) -> tuple[Table, ...]:
    """Cut `table` into a sheet for each month of its first column; `name` is a format with {year} and {month}."""
    months: dict[tuple[int, int], list[Row]] = {}
    for row in table.rows:
        day = row[0]
        if not isinstance(day, date):
            message = f"not a day: {day!r}"
            raise TypeError(message)
        months.setdefault((day.year, day.month), []).append(row)
    return tuple(
        replace(table, sheet=name.format(year=year, month=month), rows=rows)
        for (year, month), rows in sorted(months.items())
    )


def write_book(path: Path, tables: Iterable[Table]) -> None:
    """Write one workbook; the folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        book.set_properties({"title": path.stem, "created": CREATED})
        book.set_size(1600, 1000)
        styles = _styles(book)
        for table in tables:
            _write_table(book.add_worksheet(table.sheet), table, styles)


def _styles(book: Any) -> dict[str, Any]:
    font = {"font_name": "宋体", "font_size": 10}
    return {
        "title": book.add_format({"bold": True, "font_name": "黑体", "font_size": 15, "align": "center"}),
        "header": book.add_format({**font, "bold": True, "bg_color": "#DDEBF7", "border": 1, "align": "center"}),
        "total": book.add_format({**font, "bold": True, "top": 1}),
        "date": book.add_format({**font, "num_format": "yyyy-mm-dd"}),
        "time": book.add_format({**font, "num_format": "hh:mm"}),
        "money": book.add_format({**font, "num_format": "#,##0.00"}),
        "plain": book.add_format(font),
    }


def _write_table(sheet: Any, table: Table, styles: Mapping[str, Any]) -> None:
    top, last = table.header_row, max(len(table.columns) - 1, 0)
    if table.title and last:
        sheet.merge_range(0, 0, 0, last, table.title, styles["title"])
        sheet.set_row(0, 24)
    elif table.title:
        sheet.write_string(0, 0, table.title, styles["title"])
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width, None, {"hidden": column.hidden})
        sheet.write_string(top, index, column.name, styles["header"])
    for area in table.merged:
        sheet.merge_range(area, "", styles["plain"])
    for offset, row in enumerate(table.rows, start=top + 1):
        for index, value in enumerate(row):
            write_cell(sheet, offset, index, value, styles)
        if offset in table.hidden:
            sheet.set_row(offset, None, None, {"hidden": True})
    if table.concealed:
        sheet.hide()
    sheet.freeze_panes(top + 1, 0)
    if table.rows and not table.hidden:
        sheet.autofilter(top, 0, top + len(table.rows), last)
    _write_end(sheet, table, styles)


def _write_end(sheet: Any, table: Table, styles: Mapping[str, Any]) -> None:
    first, end = table.header_row + 1, table.header_row + 1 + len(table.rows)
    if table.total:
        sheet.write_string(end, 0, table.total, styles["total"])
        for index, column in enumerate(table.columns):
            if column.summed:
                values = (row[index] for row in table.rows)
                total = sum(value for value in values if isinstance(value, int))
                formula = f"=SUM({xl_range(first, index, end - 1, index)})"
                sheet.write_formula(end, index, formula, styles["total"], total)
    if table.signature:
        # Beside the last known column, where an office signs its page.
        sheet.write_string(end + 2, len(table.columns), table.signature, styles["plain"])


def write_cell(sheet: Any, row: int, column: int, value: Cell, styles: Mapping[str, Any]) -> None:
    """Write one value as what it is: text stays text, days are real days, an error is a real error."""
    match value:
        case None:
            return
        case Formula(text=text, cached=cached):
            sheet.write_formula(row, column, text, styles["plain"], cached)
        case str():
            sheet.write_string(row, column, value, styles["plain"])
        case date():
            sheet.write_datetime(row, column, value, styles["date"])
        case time():
            sheet.write_datetime(row, column, value, styles["time"])
        case Decimal():
            sheet.write_number(row, column, value, styles["money"])
        case int():
            sheet.write_number(row, column, value, styles["plain"])
