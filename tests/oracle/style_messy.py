"""The messy style: everything that a ledger may look like and still be read."""

from pathlib import Path
from random import Random

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from .columns import Sheet, sheets
from .rows import Row, Year, day
from .spellings import spell, spell_header

EXTRA = "档案盒号"


def sheet_title(dice: Random, sheet: Sheet) -> str:
    """The sheet's name, with a year or blanks around it."""
    title = sheet.title
    return dice.choice((title, f"{title}2026", f"{title}2026年", f"2026年{title}", f" {title} ", f"{title} 2026"))


def title_rows(dice: Random, page: Worksheet, title: str) -> None:
    """Up to three lines that stand above a header."""
    for line in dice.choice(((), (f"2026年度{title}台账",), (f"{title}统计", "填报单位：萍乡市就业之家", None))):
        page.append([line])


def total_row(order: list[tuple[str, str, str]], rows: list[Row]) -> list[object]:
    """A 合计 row, with the sum of each column of counts but the first column."""
    sums: list[object] = ["合计"]
    for name, _, kind in order[1:]:
        numbers = [row[name] for row in rows]
        sums.append(sum(number for number in numbers if isinstance(number, int)) if kind == "count" else None)
    return sums


def messy_sheet(dice: Random, book: Workbook, title: str, sheet: Sheet, rows: list[Row]) -> None:
    """Write one sheet: shuffled columns and rows, odd spellings, an unknown column, blank rows, a total."""
    page = book.create_sheet(title)
    title_rows(dice, page, sheet.title)
    order = dice.sample(sheet.columns, len(sheet.columns))
    page.append([*(spell_header(dice, sheet, name, chinese) for name, chinese, _ in order), EXTRA])
    for row in dice.sample(rows, len(rows)):
        if dice.random() < 0.03:
            page.append([None])
        page.append([*(spell(dice, kind, row[name], name) for name, _, kind in order), dice.choice((None, "甲-3"))])
        if dice.random() < 0.02:
            page.append([])
    if rows and dice.random() < 0.6:
        page.append(total_row(order, rows))


def messy_project(dice: Random, book: Workbook, sheet: Sheet, project: Row) -> None:
    """The project sheet, on its side, with or without its header row."""
    page = book.create_sheet(sheet_title(dice, sheet))
    if dice.random() < 0.5:
        page.append(["项目", "内容"])
    for name, chinese, kind in dice.sample(sheet.columns, len(sheet.columns)):
        page.append([dice.choice((chinese, name)), spell(dice, kind, project[name], name)])


def new_book() -> Workbook:
    """A workbook without sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def write_attendance(dice: Random, folder: Path, sheet: Sheet, rows: list[Row]) -> None:
    """Attendance, month by month into sheets like 考勤-3月."""
    book = new_book()
    for month in sorted({day(row).month for row in rows}) or [1]:
        title = dice.choice((f"{sheet.title}-{month}月", f"{sheet.title}2026年{month}月"))
        messy_sheet(dice, book, title, sheet, [row for row in rows if day(row).month == month])
    book.save(folder / "考勤汇总.xlsx")


def write_in_halves(dice: Random, folder: Path, sheet: Sheet, rows: list[Row]) -> None:
    """One ledger split over two workbooks."""
    for half in (0, 1):
        book = new_book()
        messy_sheet(dice, book, sheet_title(dice, sheet), sheet, rows[half::2])
        book.save(folder / f"{sheet.title}（{half + 1}）.xlsx")


def write_messy(year: Year, folder: Path, dice: Random) -> None:
    """Write the year as a careless office would: some ledgers apart, the others in three workbooks."""
    books = [new_book() for _ in range(3)]
    for number, (ledger, sheet) in enumerate(sheets().items()):
        match ledger:
            case "project":
                messy_project(dice, books[0], sheet, year[ledger][0])
            case "attendance":
                write_attendance(dice, folder, sheet, year[ledger])
            case "callbacks":
                write_in_halves(dice, folder, sheet, year[ledger])
            case _:
                messy_sheet(dice, books[number % 3], sheet_title(dice, sheet), sheet, year[ledger])
    for number, book in enumerate(books):
        book.save(folder / f"台账{number + 1}.xlsx")
