"""Sheets as they were read, for the rooms that check them."""

import datetime as dt
from collections.abc import Sequence

from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.ledgers.tables import SheetAccount
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Reading, Sheet, Value, Workbook

PROJECT: tuple[tuple[Value, ...], ...] = (
    ("项目", "内容"),
    ("站点名称", "某站"),
    ("运营单位", "某公司"),
    ("考核开始", dt.date(2025, 7, 1)),
    ("考核结束", dt.date(2026, 6, 30)),
    ("合同金额", 1_200_000),
)
VISITS: tuple[tuple[Value, ...], ...] = (("日期", "企业名称"), ("2025-09-04", "甲公司"), ("2025-09-11", "乙公司"))


def sheet(name: str, *rows: Sequence[Value], numbers: Sequence[int] = (), file: str = "台账.xlsx") -> Sheet:
    """A sheet of these rows, all made equally wide; numbered from 1 if not told otherwise."""
    width = max(map(len, rows), default=0)
    padded = [(*row, *(None,) * (width - len(row))) for row in rows]
    return Sheet(file, name, tuple(numbers) or tuple(range(1, len(rows) + 1)), padded)


def checked(*sheets: Sheet) -> Checked:
    """These sheets taken through checking, one workbook for each file name."""
    files = dict.fromkeys(each.file for each in sheets)
    books = [Workbook(file, f"sha of {file}", tuple(each for each in sheets if each.file == file)) for file in files]
    return check(Reading(tuple(books)))


def codes(found: Checked) -> list[Code]:
    """The codes of everything wrong but the lack of a project sheet, in order."""
    return [problem.code for problem in found.problems]


def told(found: Checked) -> list[tuple[Code, str, str]]:
    """Code, cell (or row), and value of each problem."""
    return [(problem.code, problem.place.cell or str(problem.place.row), problem.value) for problem in found.problems]


def account(found: Checked) -> SheetAccount:
    """The account of a lone sheet."""
    (only,) = found.accounts
    return only
