"""Empty ledgers as workbooks to fill in; what stands in them comes from the declarations that reading uses."""

import datetime as dt
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, Final

from jobhome_score.ledgers.catalogue import PROJECT, ledgers
from jobhome_score.ledgers.rows import Ledger
from jobhome_score.locales import Lang, say
from jobhome_score.reports.template_columns import Asked, asked

BOOKS: Final = (
    ("site", ("project", "staff", "duties")),
    ("attendance", ("attendance",)),
    ("events", ("events",)),
    ("callbacks", ("callbacks",)),
    ("online", ("online",)),
    ("live", ("livestreams", "videos", "followers", "partners")),
    ("gig", ("gig_workers", "gig_jobs")),
    ("trainings", ("trainings", "reports", "visits")),
    ("services", ("services", "frontdesk", "publicity", "feedback")),
    ("oversight", ("findings", "complaints", "awards")),
    ("reviews", ("reviews",)),
)
"""Which ledgers an operator keeps in one workbook."""

CREATED: Final = dt.datetime(2025, 1, 1)  # noqa: DTZ001 - a fixed moment, so that the same template has the same bytes
LAST_ROW: Final = 1_048_575
NOTE_WIDTH, NOTE_HEIGHT, NOTE_LINE = 320, 40, 22
HOW, NEVER = 7, 6
"""How many sentences the instructions have under either heading."""

Styles = Mapping[str, Any]


def templates(lang: Lang) -> dict[str, bytes]:
    """Every empty workbook by its file name."""
    return {f"{say(lang, f'template.book.{book}')}.xlsx": _workbook(book, names, lang) for book, names in BOOKS}


def sheet_name(ledger: Ledger, lang: Lang) -> str:
    """How a ledger's sheet is called in a language."""
    return ledger.sheet if lang == "zh" else ledger.id


def _workbook(book: str, names: Sequence[str], lang: Lang) -> bytes:
    import xlsxwriter  # heavy, and only this command needs it

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as made:
        title = say(lang, f"template.book.{book}")
        made.set_properties({"title": title, "created": CREATED})
        styles = _styles(made)
        found = [ledgers()[name] for name in names]
        columns = {ledger.id: [asked(ledger, field, lang) for field in ledger.fields.values()] for ledger in found}
        for ledger in found:
            sheet = made.add_worksheet(sheet_name(ledger, lang))
            if ledger.id == PROJECT:
                _write_project(made, sheet, columns[ledger.id], styles, lang)
            else:
                _write_ledger(made, sheet, columns[ledger.id], styles)
        _write_instructions(made.add_worksheet(say(lang, "template.instructions")), title, found, columns, styles, lang)
    return buffer.getvalue()


def _styles(book: Any) -> Styles:
    font = {"font_name": "宋体", "font_size": 11}
    header = {**font, "bold": True, "border": 1, "align": "center", "valign": "vcenter"}
    return {
        "required": book.add_format({**header, "bg_color": "#FCE4D6", "font_color": "#C00000"}),
        "optional": book.add_format({**header, "bg_color": "#DDEBF7"}),
        "title": book.add_format({**font, "bold": True, "font_size": 15}),
        "heading": book.add_format({**font, "bold": True, "bottom": 1}),
        "text": book.add_format({**font, "text_wrap": True, "valign": "top"}),
    }


def _cells(book: Any, column: Asked) -> Any:
    return book.add_format({"font_name": "宋体", "font_size": 11, "num_format": column.number_format})


def _header(sheet: Any, row: int, at: int, column: Asked, styles: Styles) -> None:
    sheet.write_string(row, at, column.header, styles["required" if column.required else "optional"])
    lines = -(-len(column.expects) // NOTE_LINE)
    size = {"width": NOTE_WIDTH, "height": NOTE_HEIGHT + NOTE_LINE * lines}
    sheet.write_comment(row, at, column.expects, {"author": "", "font_size": 10, **size})


def _write_ledger(book: Any, sheet: Any, columns: Sequence[Asked], styles: Styles) -> None:
    """A header and below it cells that know their format and what may stand in them."""
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, _cells(book, column))
        _header(sheet, 0, at, column, styles)
        if column.check:
            sheet.data_validation(1, at, LAST_ROW, at, dict(column.check))


def _write_project(book: Any, sheet: Any, items: Sequence[Asked], styles: Styles, lang: Lang) -> None:
    """Two columns, item and content; the contents are left empty."""
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 40)
    sheet.freeze_panes(1, 1)
    for at, key in enumerate(("template.item", "template.content")):
        sheet.write_string(0, at, say(lang, key), styles["optional"])
    for row, item in enumerate(items, start=1):
        _header(sheet, row, 0, item, styles)
        sheet.write_blank(row, 1, None, _cells(book, item))
        if item.check:
            sheet.data_validation(row, 1, row, 1, dict(item.check))


def _write_instructions(
    sheet: Any, title: str, found: Sequence[Ledger], columns: Mapping[str, Sequence[Asked]], styles: Styles, lang: Lang
) -> None:  # fmt: skip
    for at, width in enumerate((18, 18, 10, 90)):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, say(lang, "template.title", book=title), styles["title"])
    row = 2
    for heading, count in (("how", HOW), ("never", NEVER)):
        sheet.write_string(row, 0, say(lang, f"template.head.{heading}"), styles["heading"])
        for number in range(1, count + 1):
            sheet.write_string(row + number, 0, f"{number}. {say(lang, f'template.{heading}.{number}')}")
        row += count + 2
    sheet.write_string(row, 0, say(lang, "template.head.columns"), styles["heading"])
    _write_columns(sheet, row + 1, found, columns, styles, lang)


def _write_columns(
    sheet: Any, row: int, found: Sequence[Ledger], columns: Mapping[str, Sequence[Asked]], styles: Styles, lang: Lang
) -> None:  # fmt: skip
    for at, name in enumerate(("ledger", "name", "required", "expects")):
        sheet.write_string(row, at, say(lang, f"template.column.{name}"), styles["optional"])
    for ledger in found:
        row += 1
        sheet.write_string(row, 0, sheet_name(ledger, lang), styles["heading"])
        sheet.write_string(row, 3, say(lang, f"template.about.{ledger.id}"), styles["heading"])
        for column in columns[ledger.id]:
            row += 1
            sheet.write_string(row, 1, column.header, styles["text"])
            needed = say(lang, "template.required" if column.required else "template.optional")
            sheet.write_string(row, 2, needed, styles["text"])
            sheet.write_string(row, 3, column.expects, styles["text"])
