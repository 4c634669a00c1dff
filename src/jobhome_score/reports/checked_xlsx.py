"""A copy of the ledgers' rows: cells to put right are coloured, a column says why. The originals stay as they are."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from jobhome_score.ledgers.kinds import shown
from jobhome_score.locales import Lang, say
from jobhome_score.problems import Problem, Severity
from jobhome_score.reading.cells import Reading, Sheet, Value
from jobhome_score.reports.escape import plain
from jobhome_score.reports.problems_text import problem_line

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own time has no zone
LONGEST_NAME = 31
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
FILLS = {Severity.ERROR: "#FFC7CE", Severity.WARNING: "#FFEB9C"}
WIDEST, NARROWEST = 60, 8


def checked_xlsx(reading: Reading, problems: Sequence[Problem], lang: Lang) -> bytes:
    """Every sheet that was read, row for row, with its problems; the first sheet lists them all."""
    import xlsxwriter  # heavy, and only this format wants it

    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": CREATED})
    fills = {severity: book.add_format({"bg_color": colour}) for severity, colour in FILLS.items()}
    _list(book, problems, fills, lang)
    taken = {say(lang, "checked.list").casefold()}
    for workbook in reading.workbooks:
        for sheet in workbook.sheets:
            found = [one for one in problems if (one.place.file, one.place.sheet) == (sheet.file, sheet.name)]
            page = book.add_worksheet(_name(sheet, taken))
            _sheet(page, sheet, found, fills, lang)
    book.close()
    return out.getvalue()


def _list(book: Any, problems: Sequence[Problem], fills: Mapping[Severity, Any], lang: Lang) -> None:
    page = book.add_worksheet(say(lang, "checked.list"))
    bold = book.add_format({"bold": True})
    for column, key in enumerate(("file", "sheet", "cell", "value", "message")):
        page.write_string(0, column, say(lang, f"checked.{key}"), bold)
    for row, problem in enumerate(problems, 1):
        place = problem.place
        cells = (
            place.file,
            place.sheet,
            place.cell or str(place.row or ""),
            problem.value,
            problem_line(problem, lang),
        )
        for column, text in enumerate(cells):
            page.write_string(row, column, plain(text), fills[problem.severity])
    page.set_column(0, 3, 22)
    page.set_column(4, 4, 90)
    page.freeze_panes(1, 0)


def _name(sheet: Sheet, taken: set[str]) -> str:
    """A sheet name that Excel takes and that no other sheet has."""
    bare = plain(sheet.name).translate(FORBIDDEN).strip() or "sheet"
    for number in range(1, len(taken) + 2):
        tail = "" if number == 1 else f" ({number})"
        name = bare[: LONGEST_NAME - len(tail)] + tail
        if name.casefold() not in taken:
            taken.add(name.casefold())
            return name
    raise AssertionError(bare)  # pragma: no cover - one number is always free


def _sheet(page: Any, sheet: Sheet, problems: Sequence[Problem], fills: Mapping[Severity, Any], lang: Lang) -> None:
    width = max((len(row) for row in sheet.rows), default=0)
    marked = dict(_marks(problems, fills))
    page.write_string(0, width, say(lang, "checked.why"))
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        for column, value in enumerate(row):
            _cell(page, number - 1, column, value, marked.get((number, column)))
    for number, texts in _by_row(problems, lang).items():
        page.write_string(max(number - 1, 0), width, "\n".join(texts))
    for (number, column), fill in marked.items():
        if not _holds(sheet, number, column):
            page.write_blank(number - 1, column, None, fill)
    page.set_column(0, max(width - 1, 0), 14)
    page.set_column(width, width, WIDEST)


def _marks(problems: Sequence[Problem], fills: Mapping[Severity, Any]) -> Iterator[tuple[tuple[int, int], Any]]:
    for problem in sorted(problems, key=lambda one: one.severity is Severity.ERROR):
        if problem.place.row:
            yield (problem.place.row, max(problem.place.column, 0)), fills[problem.severity]


def _by_row(problems: Sequence[Problem], lang: Lang) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for problem in problems:
        found.setdefault(problem.place.row or 1, []).append(plain(problem_line(problem, lang)))
    return found


def _holds(sheet: Sheet, number: int, column: int) -> bool:
    return any(at == number and column < len(row) and row[column] is not None
               for at, row in zip(sheet.numbers, sheet.rows, strict=True) if at == number)  # fmt: skip


def _cell(page: Any, row: int, column: int, value: Value, fill: Any) -> None:
    """Numbers as numbers, everything else as text; nothing is ever a formula or a link."""
    if value is None:
        return
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        page.write_number(row, column, value, fill)
    else:
        page.write_string(row, column, plain(shown(value)), fill)
