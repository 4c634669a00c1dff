"""The legacy style: old .xls workbooks and .csv files in the two encodings that offices use."""

import csv
from datetime import date, time
from decimal import Decimal
from io import StringIO
from pathlib import Path
from random import Random

import xlwt  # type: ignore[import-untyped]

from .columns import Sheet, sheets
from .rows import Row, Year


def lines(ledger: str, sheet: Sheet, rows: list[Row]) -> list[list[object]]:
    """Header and rows; the project stands on its side, without a header."""
    if ledger == "project":
        return [[chinese, rows[0][name]] for name, chinese, _ in sheet.columns]
    return [
        [chinese for _, chinese, _ in sheet.columns],
        *([row[name] for name, _, _ in sheet.columns] for row in rows),
    ]


def as_text(value: object) -> str:
    """A value as a .csv holds it."""
    match value:
        case None:
            return ""
        case bool():
            return "是" if value else "否"
        case date():
            return f"{value.year}/{value.month}/{value.day}"
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def write_csv(path: Path, body: list[list[object]], encoding: str) -> None:
    """A .csv with the line ends of Windows."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([[as_text(value) for value in line] for line in body])
    path.write_bytes(text.getvalue().encode(encoding))


def write_xls(path: Path, title: str, body: list[list[object]]) -> None:
    """An .xls with one sheet."""
    book = xlwt.Workbook(encoding="utf-8")
    page = book.add_sheet(title)
    formats = {date: xlwt.easyxf(num_format_str="yyyy-mm-dd"), time: xlwt.easyxf(num_format_str="hh:mm")}
    for row, line in enumerate(body):
        for column, value in enumerate(line):
            match value:
                case None:
                    continue
                case bool():
                    page.write(row, column, "是" if value else "否")
                case date() | time():
                    page.write(row, column, value, formats[type(value)])
                case Decimal():
                    page.write(row, column, float(value))
                case _:
                    page.write(row, column, value)
    book.save(str(path))


def write_legacy(year: Year, folder: Path, dice: Random) -> None:
    """Write each ledger as .xls or as .csv."""
    for ledger, sheet in sheets().items():
        body = lines(ledger, sheet, year[ledger])
        encoding = dice.choice(("xls", "gb18030", "utf-8-sig", "utf-8"))
        if encoding == "xls":
            write_xls(folder / f"{sheet.title}.xls", sheet.title, body)
        else:
            write_csv(folder / f"{sheet.title}.csv", body, encoding)
