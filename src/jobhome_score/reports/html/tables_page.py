"""A report of tables as a page: one file, no script, readable on narrow screens and on paper."""

from collections.abc import Iterator, Sequence
from importlib.resources import files

from jobhome_score.locales import Lang
from jobhome_score.reports.html.frame import framed
from jobhome_score.reports.html.markup import Html, element, joined, list_of, pairs
from jobhome_score.reports.tables import Cell, Grid, TableReport, cell_text


def tables_html(report: TableReport, lang: Lang) -> str:
    """Every table of the report under its heading."""
    top = element("header", element("h1", report.title), pairs(report.facts, "facts"))
    parts = (_grid(grid, f"t{at}") for at, grid in enumerate(report.grids, 1))
    main = element("main", top, *parts, class_="tables")
    return framed(report.title, main, lang, files(__package__).joinpath("tables.css").read_text("utf-8"))


def _grid(grid: Grid, anchor: str) -> Html:
    return element("section", element("h2", grid.title), *_inside(grid), id=anchor)


def _inside(grid: Grid) -> Iterator[Html]:
    if grid.said:
        yield list_of((element("span", words) for words in grid.said), "lead")
    if grid.rows:
        columns = zip(grid.headings, zip(*grid.rows, strict=True), strict=True)
        top = element("tr", *(element("th", name, scope="col", class_=_class(cells)) for name, cells in columns))
        rows = [_row(grid.headings, row) for row in grid.rows]
        foot = [element("tfoot", _row(grid.headings, grid.foot))] if grid.foot else []
        yield element(
            "div", element("table", element("thead", top), element("tbody", joined(rows)), *foot), class_="scroll"
        )


def _row(headings: Sequence[str], row: Sequence[Cell]) -> Html:
    cells = zip(headings, row, strict=True)
    return element("tr", *(_cell(name, cell) for name, cell in cells))


def _cell(name: str, cell: Cell) -> Html:
    """A cell under its heading; numbers are never broken."""
    return element("td", cell_text(cell), data_label=name, class_=_class((cell,)))


def _class(cells: Sequence[Cell]) -> str:
    """The look of numbers, or of what stands over them; text has none."""
    return "" if any(isinstance(cell, str) and cell for cell in cells) else "n"
