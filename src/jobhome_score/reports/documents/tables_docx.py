"""A report of tables as a document: title, facts, each table under its heading on wide pages."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from jobhome_score.locales import Lang, say
from jobhome_score.reports.documents.grid import Grid
from jobhome_score.reports.documents.writing import document_bytes, new_document, write_line, write_title
from jobhome_score.reports.tables import Cell, Change, Share, TableReport, cell_text
from jobhome_score.reports.tables import Grid as Table

if TYPE_CHECKING:
    from docx.document import Document

ROOM: Final = 26.1
"""Centimetres between the margins of a wide page."""


def tables_docx(report: TableReport, lang: Lang) -> bytes:
    """The document's bytes; the same report gives the same bytes."""
    document = new_document(report.title, lang, landscape=True)
    write_title(document, report.title)
    for name, text in report.facts:
        write_line(document, f"{name}{say(lang, 'list.colon')}{text}", size=11)
    for table in report.grids:
        write_line(document, table.title, head=True)
        for words in table.said:
            write_line(document, words, size=11, with_next=bool(table.rows))
        if table.rows:
            _table(document, table)
    return document_bytes(document)


def _table(document: "Document", table: Table) -> None:
    whole = sum(table.widths)
    grid = Grid(document, [ROOM * width / whole for width in table.widths])
    grid.head(table.headings)
    for cells in table.rows:
        grid.row([cell_text(cell) for cell in cells], centred=_numbers(cells))
    if table.foot:
        grid.row([cell_text(cell) for cell in table.foot], bold=True, centred=_numbers(table.foot))
    grid.close()


def _numbers(cells: Sequence[Cell]) -> list[int]:
    return [at for at, cell in enumerate(cells) if isinstance(cell, (Fraction, int, Decimal, Share, Change))]
