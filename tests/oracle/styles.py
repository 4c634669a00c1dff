"""Writers of one site-year in five styles, which must all give the same score."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from random import Random

from openpyxl import Workbook

from .columns import Sheet, sheets
from .rows import Row, Year
from .style_legacy import write_legacy
from .style_messy import write_messy

STYLES = ("clean", "one_workbook", "english", "messy", "legacy")


def tidy(value: object) -> object:
    """A value as Excel itself would keep it: yes and no in words, amounts as numbers."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return float(value) if isinstance(value, Decimal) else value


def plain_english(value: object) -> object:
    """A value with dates as ISO text and yes and no in English."""
    match value:
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case Decimal():
            return str(value)
        case _:
            return value


def fill(book: Workbook, title: str, lines: list[list[object]]) -> None:
    """Add a sheet with these lines."""
    page = book.create_sheet(title)
    for line in lines:
        page.append(line)


def chinese_lines(ledger: str, sheet: Sheet, rows: list[Row]) -> list[list[object]]:
    """Header and rows of a ledger; the project stands on its side."""
    if ledger == "project":
        return [["项目", "内容"], *([chinese, tidy(rows[0][name])] for name, chinese, _ in sheet.columns)]
    body = [[tidy(row[name]) for name, _, _ in sheet.columns] for row in rows]
    return [[chinese for _, chinese, _ in sheet.columns], *body]


def english_lines(ledger: str, sheet: Sheet, rows: list[Row]) -> list[list[object]]:
    """Header and rows of a ledger in English ids."""
    if ledger == "project":
        return [["item", "value"], *([name, plain_english(rows[0][name])] for name, _, _ in sheet.columns)]
    body = [[plain_english(row[name]) for name, _, _ in sheet.columns] for row in rows]
    return [[name for name, _, _ in sheet.columns], *body]


def empty_book() -> Workbook:
    """A workbook without the sheet that openpyxl puts in."""
    book = Workbook()
    for page in book.worksheets:
        book.remove(page)
    return book


def write_clean(year: Year, folder: Path, dice: Random) -> None:
    """One workbook a ledger, Chinese headers, real dates."""
    del dice
    for ledger, sheet in sheets().items():
        book = empty_book()
        fill(book, sheet.title, chinese_lines(ledger, sheet, year[ledger]))
        book.save(folder / f"{sheet.title}.xlsx")


def write_one_workbook(year: Year, folder: Path, dice: Random) -> None:
    """All ledgers in one workbook, in any order."""
    book = empty_book()
    for ledger, sheet in dice.sample(sorted(sheets().items()), len(sheets())):
        fill(book, sheet.title, chinese_lines(ledger, sheet, year[ledger]))
    book.save(folder / "台账.xlsx")


def write_english(year: Year, folder: Path, dice: Random) -> None:
    """English ids for sheets and headers, dates as text."""
    del dice
    for ledger, sheet in sheets().items():
        book = empty_book()
        fill(book, ledger, english_lines(ledger, sheet, year[ledger]))
        book.save(folder / f"{ledger}.xlsx")


def writers() -> dict[str, Callable[[Year, Path, Random], None]]:
    """The writer of every style."""
    return {
        "clean": write_clean,
        "one_workbook": write_one_workbook,
        "english": write_english,
        "messy": write_messy,
        "legacy": write_legacy,
    }


def write_year(year: Year, folder: Path, style: str, seed: int) -> None:
    """Write a site-year into an empty folder in one style."""
    folder.mkdir(parents=True, exist_ok=True)
    writers()[style](year, folder, Random(f"{style}-{seed}"))
