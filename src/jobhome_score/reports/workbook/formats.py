"""How cells look and how they are written: text always as text, numbers as numbers, formulas only our own."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from jobhome_score.locales import Lang, say
from jobhome_score.records import dataclass, field
from jobhome_score.reports.escape import plain
from jobhome_score.reports.numbers import decimal_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | Decimal | Fraction | None

CREATED: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""A workbook must say when it was made; always this, so that the same input gives the same bytes."""

OPTIONS: Final[dict[str, Any]] = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip

A4: Final = 9
MARGINS: Final = {"left": 0.4, "right": 0.4, "top": 0.4, "bottom": 0.5}
NAMED_TOP: Final = 0.7
"""Inches around the printed part; more above it where the name of the sheet stands there."""
LARGEST_TEXT: Final = 32_767
LINE_HEIGHT: Final = 14
TITLED: Final = frozenset({"scores", "settlement", "charts"})
"""Sheets with a title of their own; the others print their names above their tables."""
HIGHEST: Final = 400
"""Points; Excel shows no row higher than 409."""

BODY, HEAD, TITLE = "仿宋", "黑体", "方正小标宋简体"

BOXED: Final = {"border": 1, "valign": "vcenter", "text_wrap": True, "font_name": BODY, "font_size": 10}
CENTRE: Final = {"align": "center"}
BOLD: Final = {"font_name": HEAD, "bold": True}
SUM: Final = {**BOXED, **BOLD, "bg_color": "#F2F2F2"}
SIGNED, SIGNED_MONEY = "+General;-General;0", "+¥#,##0.00;-¥#,##0.00;¥0.00"
LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "title": {"font_name": TITLE, "font_size": 18, "align": "center", "valign": "vcenter"},
    "line": {"font_name": BODY, "font_size": 11, "valign": "vcenter"},
    "hint": {"font_name": BODY, "font_size": 10, "italic": True, "text_wrap": True, "valign": "vcenter"},
    "head": {**BOXED, **BOLD, **CENTRE, "bg_color": "#D9E2F3"},
    "text": BOXED,
    "centre": {**BOXED, **CENTRE},
    "number": {**BOXED, **CENTRE, "num_format": "General"},
    "change": {**BOXED, **CENTRE, "num_format": SIGNED},
    "points": {**BOXED, **CENTRE, "num_format": "General"},
    "sum": {**BOXED, **BOLD, **CENTRE, "num_format": "General", "bg_color": "#F2F2F2"},
    "sum_text": {**BOXED, **BOLD, "bg_color": "#F2F2F2"},
    "total": {**BOXED, **BOLD, **CENTRE, "num_format": "General", "font_size": 14, "bg_color": "#FFE699"},
    "total_text": {**BOXED, **BOLD, "font_size": 12, "bg_color": "#FFE699"},
    "line_number": {**BOXED, "align": "left", "num_format": "General"},
    "money": {**BOXED, "align": "left", "num_format": "¥#,##0.00;-¥#,##0.00"},
    "percent": {**BOXED, "align": "left", "num_format": "0.00%"},
    "amount": {**BOXED, "align": "right", "num_format": "¥#,##0.00;-¥#,##0.00"},
    "change_amount": {**BOXED, "align": "right", "num_format": SIGNED_MONEY},
    "share": {**BOXED, **CENTRE, "num_format": "0.00%"},
    "sum_number": {**BOXED, **BOLD, **CENTRE, "num_format": "General", "bg_color": "#F2F2F2"},
    "sum_change": {**SUM, **CENTRE, "num_format": SIGNED},
    "sum_change_amount": {**SUM, "align": "right", "num_format": SIGNED_MONEY},
    "sum_amount": {**BOXED, **BOLD, "align": "right", "num_format": "¥#,##0.00;-¥#,##0.00", "bg_color": "#F2F2F2"},
    "sum_share": {**BOXED, **BOLD, **CENTRE, "num_format": "0.00%", "bg_color": "#F2F2F2"},
    "choice": {**BOXED, **CENTRE, "bg_color": "#FFF2CC", "locked": False},
    "link": {**BOXED, **CENTRE, "font_color": "#0563C1", "underline": 1},
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A sheet of the workbook with the looks that its cells may have."""

    sheet: "Worksheet"
    looks: "Mapping[str, Format]"
    lang: Lang
    heights: dict[int, float] = field(default_factory=dict)
    """The height of each row that has one of its own, in points."""

    def high(self, row: int, points: float) -> None:
        """Give a row its height."""
        self.heights[row] = points
        self.sheet.set_row(row, points)

    def put(self, row: int, column: int, cell: Cell, look: str = "text") -> None:
        """Write a value; text never becomes anything else."""
        match cell:
            case None:
                self.sheet.write_blank(row, column, None, self.looks[look])
            case Fraction():
                self.sheet.write_number(row, column, decimal_of(cell), self.looks[look])
            case Decimal() | int():
                self.sheet.write_number(row, column, cell, self.looks[look])
            case _:
                self.sheet.write_string(row, column, plain(cell)[:LARGEST_TEXT], self.looks[look])

    def live(self, row: int, column: int, formula: str, known: Fraction | Decimal | str, look: str = "points") -> None:
        """Write a formula of ours with the result that we know it has."""
        value = decimal_of(known) if isinstance(known, Fraction) else known
        shown = value if isinstance(value, str) else format(value, "f")
        number = value if isinstance(value, str) else _number(shown)
        self.sheet.write_formula(row, column, f"={formula}", self.looks[look], number)

    def merged(self, box: tuple[int, int, int, int], cell: Cell, look: str = "text") -> None:
        """Write a value over a box of cells (first row, first column, last row, last column)."""
        top, left, bottom, right = box
        if (top, left) != (bottom, right):
            self.sheet.merge_range(top, left, bottom, right, "", self.looks[look])
        self.put(top, left, cell, look)

    def header(self, row: int, keys: Sequence[str], widths: Sequence[float]) -> None:
        """Write the headings of a table, set its columns' widths, repeat it on every printed page."""
        names = [say(self.lang, f"workbook.{key}") for key in keys]
        for column, (name, width) in enumerate(zip(names, widths, strict=True)):
            self.sheet.set_column(column, column, width)
            self.put(row, column, name, "head")
        self.height(row, names, widths)
        self.sheet.repeat_rows(row)
        self.sheet.freeze_panes(row + 1, 0)

    def height(self, row: int, texts: Sequence[str], widths: Sequence[float], least: int = 1) -> None:
        """Make a row high enough for wrapped texts."""
        self.high(row, height_of(texts, widths, least))


def height_of(texts: Sequence[str], widths: Sequence[float], least: int = 1) -> int:
    """How high, in points, a row must be for texts that are folded into columns of some widths."""
    lines = [
        sum(max(1, ceil(width_of(line) / (width - 1))) for line in text.split("\n"))
        for text, width in zip(texts, widths, strict=True)
    ]
    return min(HIGHEST, max(least, *lines) * LINE_HEIGHT + 4)


def _number(text: str) -> Any:
    """A number as a formula's result holds it: the decimal's own digits."""
    return Decimal(text)


def width_of(text: str) -> int:
    """How many Latin letters wide a text is."""
    return sum(2 if ord(mark) >= 0x1100 else 1 for mark in text)  # noqa: PLR2004 - from here on letters are wide


def looks_of(book: "Workbook") -> "Mapping[str, Format]":
    """The looks of a workbook."""
    return {name: book.add_format(dict(look)) for name, look in LOOKS.items()}


def page_of(book: "Workbook", looks: "Mapping[str, Format]", lang: Lang, name: str) -> Page:
    """A new sheet of the workbook, ready for printing."""
    sheet = book.add_worksheet(say(lang, f"workbook.sheet.{name}"))
    return Page(paper(sheet, lang, "" if name in TITLED else NAMED), looks, lang)


NAMED: Final = '&C&"黑体"&14&A'
"""The head of a printed page that has no title of its own: the name of its sheet."""


def paper(sheet: "Worksheet", lang: Lang, header: str) -> "Worksheet":
    """Set a sheet up for A4 landscape, one page wide, numbered, under a header or none."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(**{**MARGINS, "top": NAMED_TOP} if header else MARGINS)
    if header:
        sheet.set_header(header)
    sheet.set_footer(f"&C{say(lang, 'workbook.page')}")
    return sheet


def quoted(lang: Lang, name: str) -> str:
    """A sheet's name as formulas write it."""
    return "'" + say(lang, f"workbook.sheet.{name}").replace("'", "''") + "'!"


def literal(text: str) -> str:
    """A text as formulas write it; cut where Excel takes no longer one."""
    return '"' + plain(text)[:LITERAL].replace('"', '""') + '"'


LITERAL: Final = 120
