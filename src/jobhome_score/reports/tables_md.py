"""A report of tables as Markdown and as CSV."""

import csv
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from io import StringIO

from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import csv_cell, markdown_cell
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.tables import Cell, Change, Grid, Share, TableReport, cell_text


def tables_md(report: TableReport, lang: Lang) -> str:
    """Every table of the report as Markdown."""
    lines = [f"# {markdown_cell(report.title)}", ""]
    lines += [f"- {fact(name, text, lang)}" for name, text in report.facts]
    for grid in report.grids:
        lines += ["", f"## {markdown_cell(grid.title)}", "", *_grid(grid)]
    return "\n".join(lines) + "\n"


def fact(name: str, text: str, lang: Lang, strong: str = "") -> str:
    """A fact by its name, with the colon of the language; `strong` stands around the fact."""
    return f"{markdown_cell(name)}{say(lang, 'list.colon')}{strong}{markdown_cell(text)}{strong}"


def _grid(grid: Grid) -> Iterator[str]:
    for words in grid.said:
        yield f"- {markdown_cell(words)}"
    if grid.said and grid.rows:
        yield ""
    if grid.rows:
        yield _line(grid.headings)
        yield "|" + " --- |" * len(grid.headings)
        yield from (_line([cell_text(cell) for cell in row]) for row in grid.rows)
    if grid.rows and grid.foot:
        yield "| " + " | ".join(f"**{text}**" if text else "" for text in map(_safe, grid.foot)) + " |"


def _safe(cell: Cell) -> str:
    return markdown_cell(cell_text(cell))


def _line(texts: Sequence[str]) -> str:
    return "| " + " | ".join(map(markdown_cell, texts)) + " |"


def tables_csv(grid: Grid) -> bytes:
    """One table as CSV in UTF-8 with a byte order mark, so that Excel and WPS open it as what it is; plain numbers."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (grid.headings, *grid.rows, *([grid.foot] if grid.foot else [])):
        writer.writerow([_plain(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return csv_cell(cell)
        case Change():
            return _plain(cell.by)
        case Share():
            return format(decimal_of(cell.exact), "f")
        case Fraction():
            return format(decimal_of(cell), "f")
        case Decimal():
            return format(cell, "f")
    return str(cell)
