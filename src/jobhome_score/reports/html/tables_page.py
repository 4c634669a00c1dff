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
        looks = [_look(cells) for cells in zip(*grid.rows, strict=True)]
        names = zip(grid.headings, looks, strict=True)
        top = element("tr", *(element("th", name, scope="col", class_=look) for name, look in names))
        rows = [_row(grid.headings, looks, row) for row in grid.rows]
        foot = [element("tfoot", _row(grid.headings, looks, grid.foot))] if grid.foot else []
        yield element(
            "div", element("table", element("thead", top), element("tbody", joined(rows)), *foot), class_="scroll"
        )


def _row(headings: Sequence[str], looks: Sequence[str], row: Sequence[Cell]) -> Html:
    cells = zip(headings, looks, row, strict=True)
    return element("tr", *(element("td", cell_text(cell), data_label=name, class_=look) for name, look, cell in cells))


def _look(cells: Sequence[Cell]) -> str:
    """The look of a column of numbers, which are never broken; one that is mostly text has none."""
    texts = sum(isinstance(cell, str) and bool(cell) for cell in cells)
    return "n" if 2 * texts < sum(cell not in (None, "") for cell in cells) else ""
