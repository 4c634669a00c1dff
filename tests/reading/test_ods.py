import datetime as dt
from decimal import Decimal

import pytest
import python_calamine
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from tests.reading.made import zipped

from jobhome_score.reading.cells import Fault
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden, Limits

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "draw": "drawing",
    }.items()
)
KIND = "application/vnd.oasis.opendocument.spreadsheet"


@pytest.fixture
def read(tmp_path):
    """Write a spreadsheet with one table of these rows, and read it."""

    def reading_of(rows, *, styles="", style="", **more):
        content = (
            f'<office:document-content {NAMES} xmlns:calcext="urn:calcext">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>"
            f'<table:table table:name="表" {style}>{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        )
        zipped(tmp_path / "a.ods", {"mimetype": KIND, "content.xml": content})
        return read_ledgers(tmp_path, **more)

    return reading_of


def cell(kind, attributes="", text=""):
    return f'<table:table-cell office:value-type="{kind}" {attributes}><text:p>{text}</text:p></table:table-cell>'


def row(*cells, attributes=""):
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def found(reading):
    (sheet,) = reading.workbooks[0].sheets
    return list(zip(sheet.numbers, sheet.rows, strict=True))


def test_values_by_their_types(read):
    cells = [
        cell("string", text="甲<text:s text:c='2'/>乙<text:line-break/>丙"),
        cell("float", 'office:value="12"'),
        cell("currency", 'office:value="0.10"'),
        cell("date", 'office:date-value="2025-07-01"'),
        cell("date", 'office:date-value="2025-07-01T19:30:00"'),
        cell("time", 'office:time-value="PT19H30M00S"'),
        cell("time", 'office:time-value="PT36H00M00S"'),
        cell("boolean", 'office:boolean-value="true"'),
        cell("string", text="  "),
    ]
    assert found(read(row(*cells))) == [
        (
            1,
            (
                "甲  乙\n丙",
                12,
                Decimal("0.1"),
                dt.date(2025, 7, 1),
                dt.datetime.fromisoformat("2025-07-01T19:30"),
                dt.time(19, 30),
                Decimal("1.5"),
                True,
            ),
        )
    ]


def test_errors_and_formulas_without_value_are_faults(read):
    cells = [
        cell("string", 'table:formula="of:=#REF!" calcext:value-type="error"', "#REF!"),
        cell("float", 'table:formula="of:=1/0" office:value="0"', "Err:502"),
        '<table:table-cell table:formula="of:=SUM([.A1])"/>',
    ]
    ((_, values),) = found(read(row(*cells)))
    assert all(isinstance(value, Fault) for value in values)
    assert [(value.code.value, value.shown) for value in values] == [
        ("error-cell", "#REF!"),
        ("error-cell", "Err:502"),
        ("formula-without-value", "=SUM([.A1])"),
    ]


def test_repetitions_are_taken_apart(read):
    reading = read(
        row(
            cell("float", 'office:value="1" table:number-columns-repeated="2"'),
            attributes='table:number-rows-repeated="2"',
        )
        + row("<table:table-cell/>", attributes='table:number-rows-repeated="1000"')
        + row('<table:table-cell table:number-columns-repeated="3"/>', cell("float", 'office:value="2"'))
        + row(
            '<table:table-cell table:number-columns-repeated="16384"/>',
            attributes='table:number-rows-repeated="1047000"',
        )
    )
    assert found(reading) == [(1, (1, 1, None, None)), (2, (1, 1, None, None)), (1003, (None, None, None, 2))]


def test_a_bomb_of_repetitions_is_rejected(read):
    bomb = cell("float", 'office:value="1" table:number-columns-repeated="900"')
    reading = read(row(bomb, attributes='table:number-rows-repeated="1048576"'))
    assert [(p.code.value, p.facts["limit"]) for p in reading.problems] == [("limit-exceeded", "cells")]


def test_remarks_and_drawings_belong_to_no_cell(read):
    remark = "<office:annotation><text:p>否</text:p></office:annotation>"
    drawing = "<draw:frame><draw:text-box><text:p>否</text:p></draw:text-box></draw:frame>"
    assert found(
        read(
            row(f'<table:table-cell office:value-type="string">{remark}<text:p>是</text:p>{drawing}</table:table-cell>')
        )
    ) == [(1, ("是",))]


def test_hidden_rows_columns_and_tables_are_known(read):
    rows = '<table:table-column table:visibility="collapse"/>' + row(
        cell("float", 'office:value="1"'), attributes='table:visibility="filter"'
    )
    assert [p.facts["what"] for p in read(rows).problems] == ["rows", "columns"]
    hiding = '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>'
    reading = read(rows, styles=hiding, style='table:style-name="ta1"')
    assert [p.facts["what"] for p in reading.problems] == ["sheet"]
    assert read(rows, hidden=Hidden.INCLUDE).problems == ()


def sized(name, kind, size):
    return f'<style:style style:name="{name}"><style:table-{kind}-properties style:{size}/></style:style>'


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ('<table:table-row-group table:display="false">' + row(cell("string", text="a")) + "</table:table-row-group>",
         ["rows"]),
        ('<table:table-column-group table:display="false"><table:table-column/></table:table-column-group>'
         + row(cell("string", text="a")), ["columns"]),
        (row(cell("string", text="a"), attributes='table:style-name="flat"'), ["rows"]),
        (row(cell("string", text="a"), attributes='table:style-name="tall"'), []),
        ('<table:table-column table:style-name="narrow"/>' + row(cell("string", text="a")), ["columns"]),
        ('<table:table-row-group table:display="true">' + row(cell("string", text="a")) + "</table:table-row-group>",
         []),
    ],
)  # fmt: skip
def test_closed_groups_and_rows_of_no_height_are_hidden(read, rows, what):
    styles = (
        sized("flat", "row", 'row-height="0.00cm"')
        + sized("tall", "row", 'row-height="0.45cm"')
        + sized("narrow", "column", 'column-width="0in"')
    )
    assert [p.facts["what"] for p in read(rows, styles=styles).problems] == what


def test_what_a_formula_last_saw_of_another_file_is_no_sheet(tmp_path):
    tables = "".join(
        f'<table:table table:name="{name}">{row(cell("string", text="a"))}</table:table>'
        for name in ("表", "'file:///a/b.ods'#$表")
    )
    content = (
        f"<office:document-content {NAMES}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    zipped(tmp_path / "a.ods", {"mimetype": KIND, "content.xml": content})
    assert [sheet.name for sheet in read_ledgers(tmp_path).workbooks[0].sheets] == ["表"]


def test_merges_are_kept_and_covered_values_flagged(read):
    spanned = cell("string", 'table:number-rows-spanned="2" table:number-columns-spanned="1"', "甲")
    covered = '<table:covered-table-cell office:value-type="string"><text:p>乙</text:p></table:covered-table-cell>'
    reading = read(row(spanned) + row(covered))
    assert reading.workbooks[0].sheets[0].merges == ((1, 0, 2, 0),)
    assert [(p.code.value, str(p.place), p.value) for p in reading.problems] == [
        ("merged-value", "a.ods › 表 › A2", "乙")
    ]


def test_other_documents_and_protected_ones_are_told(tmp_path):
    zipped(tmp_path / "a.ods", {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    manifest = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
    zipped(tmp_path / "b.ods", {"mimetype": KIND, "content.xml": "?", "META-INF/manifest.xml": manifest})
    assert [p.code.value for p in read_ledgers(tmp_path).problems] == ["not-a-workbook", "encrypted-file"]


def test_limits_hold(read):
    rows = row(cell("float", 'office:value="1"')) * 3
    assert [p.facts["limit"] for p in read(rows, limits=Limits(cells=2)).problems] == ["cells"]


def test_an_independent_reader_sees_the_same(tmp_path):
    document = OpenDocumentSpreadsheet()
    table = Table(name="表")
    document.spreadsheet.addElement(table)
    for number in range(20):
        line = TableRow()
        table.addElement(line)
        for attributes, text in (
            ({"valuetype": "float", "value": number / 4}, str(number / 4)),
            ({"valuetype": "string"}, f"名 {number} 字"),
            ({"valuetype": "date", "datevalue": "2025-07-01"}, "7月1日"),
        ):
            held = TableCell(**attributes)
            held.addElement(P(text=text))
            line.addElement(held)
    document.save(str(tmp_path / "a.ods"))
    theirs = python_calamine.load_workbook(str(tmp_path / "a.ods")).get_sheet_by_index(0).to_python()
    (ours,) = read_ledgers(tmp_path).workbooks[0].sheets
    assert [tuple(line) for line in theirs] == [(float(a), b, c) for a, b, c in ours.rows]
