"""A copy of the ledgers' rows: cells to put right are coloured, a column says why. The originals stay as they are."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

from jobhome_score.ledgers.kinds import shown
from jobhome_score.locales import Lang, say
from jobhome_score.problems import Problem, Severity
from jobhome_score.reading.cells import Reading, Sheet, Value
from jobhome_score.reading.references import ROWS
from jobhome_score.reports.escape import plain
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.reports.workbook.formats import NAMED, height_of, paper

CREATED = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's own time has no zone
LONGEST_NAME = 31
LONGEST_TEXT = 16_000  # Excel takes 32 767 units of UTF-16
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
FILLS = {Severity.ERROR: "#FFC7CE", Severity.WARNING: "#FFEB9C"}
FOLDED = {"text_wrap": True, "valign": "top"}
WIDEST = 60
WIDTHS = (22, 18, 9, 22, 80)
"""Columns of the list of problems."""


def checked_xlsx(reading: Reading, problems: Sequence[Problem], lang: Lang) -> bytes:
    """Every sheet that was read, row for row, with its problems; the first sheet lists them all."""
    import xlsxwriter  # heavy, and only this format wants it

    out = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"created": CREATED})
    fills = {severity: book.add_format({"bg_color": colour}) for severity, colour in FILLS.items()}
    folded = {severity: book.add_format({"bg_color": colour, **FOLDED, "border": 1})
              for severity, colour in FILLS.items()}  # fmt: skip
    _list(book, problems, _beyond(reading, lang), folded, lang)
    why = book.add_format(FOLDED)
    taken = {say(lang, "checked.list").casefold()}
    by_sheet: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        by_sheet.setdefault((problem.place.file, problem.place.sheet), []).append(problem)
    for workbook in reading.workbooks:
        for sheet in workbook.sheets:
            page = paper(book.add_worksheet(_name(sheet, taken)), lang, NAMED)
            _sheet(page, sheet, by_sheet.get((sheet.file, sheet.name), ()), fills, why, lang)
    book.close()
    return out.getvalue()


def _beyond(reading: Reading, lang: Lang) -> list[tuple[str, str, str, str, str]]:
    """A line for each sheet with more rows than a workbook holds, as a .csv may have; they are read all the same."""
    said = say(lang, "checked.beyond", last=str(ROWS))
    return [
        (sheet.file, sheet.name, str(ROWS + 1), "", said)
        for workbook in reading.workbooks
        for sheet in workbook.sheets
        if sheet.numbers and sheet.numbers[-1] > ROWS
    ]


def _list(
    book: Any,
    problems: Sequence[Problem],
    beyond: Sequence[tuple[str, ...]],
    fills: Mapping[Severity, Any],
    lang: Lang,
) -> None:
    page = paper(book.add_worksheet(say(lang, "checked.list")), lang, NAMED)
    bold = book.add_format({"bold": True, "border": 1})
    page.repeat_rows(0)
    for column, width in enumerate(WIDTHS):
        page.set_column(column, column, width)
    page.freeze_panes(1, 0)
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
        texts = [_fitting(plain(text)) for text in cells]
        page.set_row(row, _height(texts, WIDTHS))
        for column, text in enumerate(texts):
            page.write_string(row, column, text, fills[problem.severity])
    for row, line in enumerate(beyond, len(problems) + 1):
        for column, text in enumerate(line):
            page.write_string(row, column, _fitting(plain(text)), fills[Severity.WARNING])


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


def _sheet(
    page: Any, sheet: Sheet, problems: Sequence[Problem], fills: Mapping[Severity, Any], reasons: Any, lang: Lang
) -> None:  # fmt: skip
    """Row after row from the top, as a book that is written while it grows wants it."""
    width = max((len(row) for row in sheet.rows), default=0)
    held = dict(zip(sheet.numbers, sheet.rows, strict=True))
    marks, texts = _marks(problems, fills), _by_row(problems, lang)
    page.set_column(0, max(width - 1, 0), 14)
    page.set_column(width, width, WIDEST)
    for number in sorted({1, *held, *marks, *texts}):
        row, marked = held.get(number, ()), marks.get(number, {})
        why = texts.get(number, [say(lang, "checked.why")] if number == 1 else [])
        reason = _fitting("\n".join(why))
        if number in texts:
            page.set_row(number - 1, _height((reason,), (WIDEST,)))
        for column, value in enumerate(row):
            _cell(page, number - 1, column, value, marked.get(column))
        for column, fill in marked.items():
            if column >= len(row) or row[column] is None:
                page.write_blank(number - 1, column, None, fill)
        if why:
            page.write_string(number - 1, width, reason, reasons)


def _marks(problems: Sequence[Problem], fills: Mapping[Severity, Any]) -> dict[int, dict[int, Any]]:
    """The fills by row and column; an error covers a warning."""
    found: dict[int, dict[int, Any]] = {}
    for problem in sorted(problems, key=lambda one: one.severity is Severity.ERROR):
        if problem.place.row:
            found.setdefault(problem.place.row, {})[max(problem.place.column, 0)] = fills[problem.severity]
    return found


def _by_row(problems: Sequence[Problem], lang: Lang) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for problem in problems:
        found.setdefault(problem.place.row or 1, []).append(plain(problem_line(problem, lang)))
    return found


def _cell(page: Any, row: int, column: int, value: Value, fill: Any) -> None:
    """Numbers as numbers, everything else as text; nothing is ever a formula or a link."""
    if value is None:
        return
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        page.write_number(row, column, value, fill)
    else:
        page.write_string(row, column, _fitting(plain(shown(value))), fill)


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """The height of a row in the workbook's own font, a tenth larger than that of our other sheets."""
    return 1.1 * height_of(texts, [width / 1.1 for width in widths])


def _fitting(text: str) -> str:
    """The text as far as a cell can hold it; a longer one would not be written at all."""
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
