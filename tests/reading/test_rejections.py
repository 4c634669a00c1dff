"""What a hostile or broken package earns."""

import zipfile

import pytest
from tests.reading.made import parts, sheet, zipped

from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden, Limits

CELL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def told(reading):
    return [(p.code.value, str(p.place), p.value, dict(p.facts)) for p in reading.problems]


def first(reading):
    code, _, _, facts = told(reading)[0]
    assert reading.workbooks == ()
    return code, facts


@pytest.mark.parametrize("rows", [1, 2])
@pytest.mark.parametrize("before", ["", "<!-- -->"])
@pytest.mark.parametrize("reference", ["A0", "XFE1", "A1048577", "AAAA1", "1A", "B2"])
def test_a_reference_outside_of_the_sheet_or_of_its_row_is_rejected(read, reference, before, rows):
    xml = before + f'<row r="{rows}"><c r="{reference}"><v>1</v></c></row>'
    if reference == "B2" and rows == 2:
        assert told(read(xml)) == []
    else:
        assert first(read(xml))[0] == "bad-cell-reference"


def test_row_zero_is_rejected(read):
    assert first(read('<row r="0"><c r="A0"><v>1</v></c></row>'))[0] == "bad-cell-reference"


def test_one_cell_twice_is_rejected(read):
    assert first(read('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))[0] == "bad-cell-reference"
    assert first(read(CELL + CELL))[0] == "bad-cell-reference"


def test_a_broken_row_is_never_passed_over(read):
    assert first(read(CELL + '<ro"><c r="A2"><v>2</v></c></row>'))[0] == "damaged-file"
    assert first(read(CELL + '<row r="2"/><c r="A2"><v>2</v></c></row>'))[0] == "damaged-file"
    assert first(read(CELL + '<c r="A2"><v>2</v></c>'))[0] == "bad-cell-reference"
    assert first(read(CELL + '<c r="A2"><v>2</v></c><c r="B2"/>' + CELL.replace("1", "3")))[0] == "bad-cell-reference"
    spaced = read(CELL + '<row r="2"><c r="A2"><v>2</v></c></row >')
    assert list(spaced.workbooks[0].sheets[0].rows) == [(1,), (2,)]


def test_rows_without_cells_may_stand_anywhere(read):
    empty = '<row r="{}" s="1"/>'
    rows = empty.format(1) + CELL.replace("1", "2") + empty.format(3) + empty.format(4) + CELL.replace("1", "5")
    found = read(rows + empty.format(6) + " " + empty.format(7)).workbooks[0].sheets[0]
    assert list(found.numbers) == [2, 5]
    assert read(empty.format(1)).workbooks[0].sheets[0].rows == []


def test_a_shared_text_that_does_not_exist_is_damage(read):
    assert first(read('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')) == ("damaged-file", {"reason": "cell"})


def test_two_far_cells_cost_nothing(read):
    reading = read(CELL + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    assert told(reading) == [("far-cell", "book.xlsx › 表 › XFD1048576", "", {"count": "1", "columns": "1000"})]
    assert reading.workbooks[0].sheets[0].rows == [(1,)]


def test_an_area_too_large_for_its_cells_is_rejected(written):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="AZ{n}"><v>1</v></c></row>' for n in range(1, 50))
    assert first(read_ledgers(written(rows), Limits(area=2_000))) == (
        "limit-exceeded",
        {"limit": "area", "allowed": "2000"},
    )


@pytest.mark.parametrize("before", ["", "<!-- -->"])
def test_too_many_cells_are_rejected(written, before):
    rows = before + "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 50))
    assert first(read_ledgers(written(rows), Limits(cells=48)))[1]["limit"] == "cells"
    assert told(read_ledgers(written(rows), Limits(cells=49))) == []


def test_too_many_sheets_merges_and_members_are_rejected(written):
    path = written(CELL, after='<mergeCells><mergeCell ref="B1:B2"/><mergeCell ref="C1:C2"/></mergeCells>')
    assert first(read_ledgers(path, Limits(merges=1)))[1]["limit"] == "merges"
    assert first(read_ledgers(path, Limits(sheets=0)))[1]["limit"] == "sheets"
    assert first(read_ledgers(path, Limits(members=3)))[1]["limit"] == "members"


def test_text_over_the_limit_is_rejected(written):
    path = written('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared=f"<si><t>{'字' * 400}</t></si>")
    assert first(read_ledgers(path, Limits(text_bytes=1_199)))[1]["limit"] == "text_bytes"
    assert told(read_ledgers(path, Limits(text_bytes=1_200))) == []


def test_unpacked_sizes_and_ratios_are_rejected(written):
    path = written(CELL, shared="<si><t>a</t></si>" * 600_000)
    assert first(read_ledgers(path, Limits(ratio=100)))[1]["limit"] == "ratio"
    assert first(read_ledgers(path, Limits(part_bytes=9_000_000)))[1]["limit"] == "part_bytes"
    assert first(read_ledgers(path, Limits(unpacked_bytes=9_000_000)))[1]["limit"] == "unpacked_bytes"


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"])
def test_document_types_and_entities_are_forbidden(tmp_path, part):
    members = parts({"表": '<?xml version="1.0"?>' + sheet(CELL)})
    xml = members[part]
    declared = '<!DOCTYPE a [<!ENTITY b "c">]>'
    cut = xml.index("?>") + 2 if xml.startswith("<?xml") else 0
    members[part] = xml[:cut] + declared + xml[cut:]
    assert first(read_ledgers(zipped(tmp_path / "a.xlsx", members)))[0] == "forbidden-xml"


def test_deep_xml_is_rejected(read):
    reading = read(CELL, after="<a>" * 101 + "</a>" * 101)
    assert first(reading) == ("limit-exceeded", {"limit": "depth", "allowed": "100"})


@pytest.mark.parametrize("name", ["../evil.xml", "xl\\evil.xml", "/evil.xml", "XL/workbook.xml"])
def test_member_names_that_are_traps_are_rejected(tmp_path, name):
    path = zipped(tmp_path / "a.xlsx", {**parts({"表": sheet(CELL)}), name: "x"})
    assert first(read_ledgers(path))[0] == "suspicious-archive"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_rejected(tmp_path):
    path = zipped(tmp_path / "a.xlsx", parts({"表": sheet(CELL)}))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/workbook.xml", "x")
    assert first(read_ledgers(path)) == ("suspicious-archive", {"why": "twice"})


def test_a_wrong_checksum_is_damage(tmp_path):
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts({"表": sheet(CELL)}).items():
            archive.writestr(name, content)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"<v>1</v>", b"<v>2</v>"))
    assert first(read_ledgers(path))[0] == "damaged-file"


def test_values_under_a_merge_are_flagged_and_not_read(read):
    reading = read(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>9</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
        after='<mergeCells><mergeCell ref="A1:A2"/></mergeCells>',
    )
    assert told(reading) == [("merged-value", "book.xlsx › 表 › A2", "2", {})]
    assert reading.workbooks[0].sheets[0].merges == ((1, 0, 2, 0),)
    assert list(reading.workbooks[0].sheets[0].rows) == [(1, 9)]


def test_many_huge_merges_are_not_walked_through(written):
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 200))
    path = written(rows, after="<mergeCells>" + '<mergeCell ref="B1:XFD1048576"/>' * 5_000 + "</mergeCells>")
    assert told(read_ledgers(path)) == []
    path = written(rows, after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 5_000 + "</mergeCells>")
    assert told(read_ledgers(path)) == [("bad-cell-reference", "book.xlsx › 表 › A1", "A1:XFD1048576", {})]


def test_hidden_sheets_rows_and_columns_with_data_are_errors(tmp_path):
    hidden_column = sheet(CELL, before='<cols><col min="1" max="16384" hidden="1"/></cols>')
    path = zipped(
        tmp_path / "a.xlsx",
        parts(
            {"甲": sheet(CELL), "乙": hidden_column, "丙": sheet("")},
            states={"甲": 'state="veryHidden"', "丙": 'state="hidden"'},
        ),
    )
    assert told(read_ledgers(path)) == [
        ("hidden-data", "a.xlsx › 甲", "", {"what": "sheet", "count": "1", "which": "甲"}),
        ("hidden-data", "a.xlsx › 乙 › A", "", {"what": "columns", "count": "1", "which": "A"}),
    ]
    assert [s.name for s in read_ledgers(path, hidden=Hidden.EXCLUDE).workbooks[0].sheets] == ["乙"]
