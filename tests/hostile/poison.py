"""One table of texts that somebody would like to see obeyed, and ledgers with one of them in every text cell."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import openpyxl
from tests.oracle.site_year import random_year
from tests.oracle.styles import write_year

POISONS = (
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠a",
    '=HYPERLINK("http://evil.example")',
    "[bold red]红[/bold red]", "[link=http://evil.example]x[/link]",
    ":smile:", "\x1b[31m红\x1b[0m", "\x1b]0;t\x07", "\x9b31m",
    "\u202egnp.exe", "a\u2066b", "a\u200bb", "\ufeffa", "\u2028a", "\U000e0041", "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>", '"><svg onload=alert(1)>', "[x](javascript:alert(1))", "| a | b |", "`rm`", "# a",
    "- a",
    "http://evil.example/x", "javascript:alert(1)", "mailto:a@b.example", "\\\\evil.example\\share", "{value}{0}%s",
    "\\u001b", "'--", "_x001B_",
)  # fmt: skip
FIELDS = frozenset(
    {
        "站点名称", "运营单位", "采购单位", "姓名", "岗位", "企业名称", "主题", "标题", "名称", "需求", "去向",
        "用工单位", "岗位名称", "内容",
        "说明", "文号",
    }
)  # fmt: skip
FILE = "=cmd|' calc'!A0 [bold]粗[bold] :smile: \x1b[31m\u202e<b>&`x`\n(javascript:alert(1)).xlsx"
SHEET = "=1+1 <b>x<b>&"
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def poisoned(text: str) -> str:
    """A text with a poison before it, always the same, so that names still agree between ledgers."""
    return POISONS[zlib.crc32(text.encode()) % len(POISONS)] + text


def stored(text: str) -> str:
    """A text as a workbook stores it: control characters as escapes."""
    return CONTROL.sub(lambda found: f"_x{ord(found[0]):04X}_", text.replace("_x001B_", "_x005F_x001B_"))


def ledgers(folder: Path, extra: bool) -> Path:
    """A sound small year, poisoned; with `extra` also a file that only has problems."""
    write_year(random_year(3), folder, "clean", 3)
    for number, path in enumerate(sorted(folder.glob("*.xlsx"))):
        book = openpyxl.load_workbook(path)
        for page in book.worksheets:
            for cell in _texts(page):
                cell.value = stored(poisoned(cell.value))
                cell.data_type = "s"
        path.unlink()
        book.save(folder / (f"{number}{FILE}" if number % 2 else path.name))
    if extra:
        book = openpyxl.Workbook()
        page = book.active
        page.title = SHEET
        book.create_sheet("考勤").append(["日期", "姓名", "状态", *map(stored, POISONS)])
        for poison in POISONS:
            for rows in (page, book["考勤"]):
                rows.append([stored(poison)] * 3)
                for cell in rows[rows.max_row]:
                    cell.data_type = "s"
        book.save(folder / f"9{FILE}")
    return folder


def _texts(page) -> Iterator:
    """The cells below the headers of free text, and beside those items of the project."""
    header = [cell.value for cell in page[1]]
    if header[:2] == ["项目", "内容"]:
        yield from (row[1] for row in page.iter_rows(min_row=2) if row[0].value in FIELDS and row[1].value)
        return
    for column, name in enumerate(header, start=1):
        if name in FIELDS:
            for row in range(2, page.max_row + 1):
                if isinstance(page.cell(row, column).value, str):
                    yield page.cell(row, column)
