"""A report of tables: how each kind of cell reads, and that programs get the numbers."""

from decimal import Decimal
from fractions import Fraction
from io import BytesIO

import pytest
from openpyxl import load_workbook

from jobhome_score.reports.html.tables_page import tables_html
from jobhome_score.reports.tables import Cell, Change, Grid, Share, TableReport, cell_text
from jobhome_score.reports.tables_md import tables_csv, tables_md
from jobhome_score.reports.workbook.tables_xlsx import tables_xlsx

CELLS: list[tuple[Cell, str, object]] = [
    (Fraction(-1, 2), "−0.5", -0.5),
    (Change(Fraction(9, 2)), "+4.5", 4.5),
    (Change(Fraction(-9, 2)), "−4.5", -4.5),
    (Change(Fraction(0)), "0", 0),
    (Decimal(-67500), "−¥67,500.00", -67500),
    (Change(Decimal(42000)), "+¥42,000.00", 42000),
    (Change(Decimal(-67500)), "−¥67,500.00", -67500),
    (Share(Fraction(19, 20)), "95%", 0.95),
    (3, "3", 3),
    (None, "", None),
]


@pytest.mark.parametrize(("cell", "text", "number"), CELLS)
def test_a_difference_has_its_sign_for_people_and_its_number_for_programs(
    cell: Cell, text: str, number: object
) -> None:  # fmt: skip
    assert cell_text(cell) == text
    report = TableReport("报告", [("站点", "某站")], [Grid("表", ["值"], [[cell]], [12])])
    book = load_workbook(BytesIO(tables_xlsx(report, "zh")))
    found = book.worksheets[0].cell(4, 1).value
    assert (found or None) == (number or None) if number != 0 else found == 0
    written = tables_csv(report.grids[0]).decode("utf-8-sig").splitlines()[1:]
    assert written == (['""'] if number is None else [f"{number:f}".rstrip("0").rstrip(".") or "0"])  # type: ignore[str-format]
    assert f"| {text} |" in tables_md(report, "zh")
    assert "- 站点：某站" in tables_md(report, "zh")
    assert "- 站点: 某站" in tables_md(report, "en")


def test_numbers_of_workbooks_show_no_lone_point_and_differences_their_sign() -> None:
    """Excel writes 5. and 95.% where decimals are optional in a format."""
    cells: list[list[Cell]] = [[Fraction(5), Change(Fraction(5)), Change(Decimal(5)), Share(Fraction(1))]]
    report = TableReport("报告", [], [Grid("表", ["甲", "乙", "丙", "丁"], cells, [12] * 4, foot=cells[0])])

    sheet = load_workbook(BytesIO(tables_xlsx(report, "zh"))).worksheets[0]

    for row in (3, 4):
        assert [sheet.cell(row, column).number_format for column in (1, 2, 3, 4)] == [
            "General", "+General;-General;0", "+¥#,##0.00;-¥#,##0.00;¥0.00", "0.00%",
        ]  # fmt: skip


def test_a_column_of_numbers_stands_at_one_edge_with_its_heading_and_a_phrase_among_them() -> None:
    rows: list[list[Cell]] = [
        ["总分", Change(Fraction(3))],
        ["比例", "+5 个百分点"],
        ["应付", Change(Decimal(1))],
        ["款", None],
    ]

    page = tables_html(TableReport("报告", [], [Grid("表", ["项目", "差额"], rows, [12, 12])]), "zh")

    assert '<th scope="col">项目</th><th scope="col" class="n">差额</th>' in page
    assert '<td data-label="差额" class="n">+5 个百分点</td>' in page
    assert '<td data-label="项目">比例</td>' in page
