"""The straight path, the thorough path and an independent reader agree cell for cell."""

import datetime as dt
import random
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
import python_calamine
import xlsxwriter
from tests.reading.made import parts, sheet, zipped

from jobhome_score.reading import xlsx
from jobhome_score.reading.cells import Fault, Sheet, Value
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden
from jobhome_score.reading.rejection import Unfamiliar

TEXTS = [
    "企业",
    "a&b <c>",
    " 前后 ",
    "第一行\n第二行",
    "0012",
    "=x",
    "😀",
    '"',
    "_x000D_",
    "x" * 300,
    "NA",
    "None",
    "１２",
]


def anything(chance: random.Random) -> object:
    return chance.choice(
        [
            None,
            None,
            chance.randrange(10_000),
            -chance.randrange(100),
            chance.randrange(10**6) / 100,
            chance.random(),
            chance.choice(TEXTS),
            f"{chance.choice(TEXTS)}{chance.randrange(1000)}",
            chance.random() < 0.5,
            dt.date(2025, 7, 1) + dt.timedelta(chance.randrange(400)),
            dt.datetime.fromisoformat("2025-07-01T08:30") + dt.timedelta(minutes=chance.randrange(400_000)),
            dt.time(chance.randrange(24), chance.randrange(60)),
        ]
    )


def ledger_like(chance: random.Random, rows: int, width: int) -> list[list[object]]:
    """Columns that are mostly of one kind, with exceptions."""
    kinds = [chance.randrange(4) for _ in range(width)]

    def usual(kind: int, row: int) -> object:
        return [row, f"名{row % 50}", dt.date(2025, 7, 1) + dt.timedelta(row % 365), row / 4][kind]

    return [[anything(chance) if chance.random() < 0.03 else usual(kind, row) for kind in kinds] for row in range(rows)]


def by_xlsxwriter(path: Path, rows: list[list[object]], first_row: int, first_column: int) -> None:
    with xlsxwriter.Workbook(str(path)) as book:
        page = book.add_worksheet("表")
        formats = {
            dt.date: book.add_format({"num_format": "yyyy-mm-dd"}),
            dt.datetime: book.add_format({"num_format": "yyyy/m/d h:mm"}),
            dt.time: book.add_format({"num_format": "hh:mm"}),
        }
        bold = book.add_format({"bold": True})
        for r, row in enumerate(rows, start=first_row):
            for c, value in enumerate(row, start=first_column):
                if isinstance(value, str):
                    page.write_string(r, c, value, bold if r % 7 == 0 else None)
                elif value is None:
                    page.write_blank(r, c, None, bold)
                else:
                    page.write(r, c, value, formats.get(type(value)))


def by_openpyxl(path: Path, rows: list[list[object]], first_row: int, first_column: int) -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for r, row in enumerate(rows, start=first_row + 1):
        for c, value in enumerate(row, start=first_column + 1):
            if value is not None:
                cell = page.cell(r, c, value)  # type: ignore[arg-type]
                if isinstance(value, str):
                    cell.data_type = "s"
    book.save(path)


def plain(value: Value) -> object:
    """A value of ours as the other reader gives it."""
    match value:
        case None:
            return ""
        case bool():
            return value
        case int() | Decimal():
            return float(value)
        case Fault():
            return value.shown
        case _:
            return value


def same(ours: object, theirs: object) -> bool:
    if isinstance(theirs, str) and not theirs.strip():
        theirs = ""
    if isinstance(ours, float) and isinstance(theirs, float):
        return abs(ours - theirs) <= 1e-14 * abs(theirs)
    if isinstance(ours, dt.datetime) and isinstance(theirs, dt.datetime):
        return abs(ours - theirs) < dt.timedelta(seconds=1)
    if isinstance(ours, dt.date) and isinstance(theirs, dt.datetime):
        return dt.datetime.combine(ours, dt.time()) == theirs
    if isinstance(ours, dt.time) and isinstance(theirs, dt.time):
        return (ours.hour, ours.minute) == (theirs.hour, theirs.minute)
    return ours == theirs


def assert_agrees(ours: Sheet, path: Path) -> None:
    theirs = python_calamine.load_workbook(str(path)).get_sheet_by_index(0)
    start = theirs.start or (0, 0)
    found = dict(zip(ours.numbers, ours.rows, strict=True))
    seen = set()
    for number, row in enumerate(theirs.to_python(skip_empty_area=True), start=start[0] + 1):
        mine = found.get(number, ())
        for column, value in enumerate(row, start=start[1]):
            own = plain(mine[column]) if column < len(mine) else ""
            assert same(own, value), (number, column, own, value)
        if number in found:
            seen.add(number)
    assert seen == set(found)


def thoroughly(path: Path, monkeypatch: pytest.MonkeyPatch) -> Sheet:
    def give_up(*_: object, **__: object) -> None:
        raise Unfamiliar

    with monkeypatch.context() as patched:
        patched.setattr(xlsx, "scan", give_up)
        return read_ledgers(path).workbooks[0].sheets[0]


@pytest.mark.parametrize("write", [by_xlsxwriter, by_openpyxl])
@pytest.mark.parametrize("seed", range(6))
def test_both_paths_and_calamine_see_the_same_cells(tmp_path, monkeypatch, write, seed):
    chance = random.Random(seed)
    path = tmp_path / "book.xlsx"
    width = chance.randrange(1, 12)
    if seed % 2:
        rows = [[anything(chance) for _ in range(width)] for _ in range(200)]
    else:
        rows = ledger_like(chance, 3_000, width)
    write(path, rows, chance.randrange(4), chance.randrange(3))
    reading = read_ledgers(path)
    assert reading.problems == ()
    straight = reading.workbooks[0].sheets[0]
    thorough = thoroughly(path, monkeypatch)
    assert (straight.numbers, [tuple(map(repr, row)) for row in straight.rows]) == (
        thorough.numbers,
        [tuple(map(repr, row)) for row in thorough.rows],
    )
    assert_agrees(straight, path)


def test_the_straight_path_is_taken_for_usual_workbooks(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        message = "the straight path gave up"
        raise AssertionError(message)

    monkeypatch.setattr(xlsx, "parsed", refuse)
    rows = ledger_like(random.Random(1), 4_000, 8)
    for write in (by_xlsxwriter, by_openpyxl):
        write(tmp_path / "book.xlsx", rows, 0, 0)
        assert len(read_ledgers(tmp_path / "book.xlsx").workbooks[0].sheets[0].rows) == 4_000


CELLS = {
    "inline": ('t="inlineStr"><is><t>甲</t></is>', "甲"),
    "inline with blanks that count": ('t="inlineStr"><is><t xml:space="preserve"> 甲 </t></is>', " 甲 "),
    "inline with blanks that do not": ('t="inlineStr"><is><t> 甲 </t></is>', "甲"),
    "rich text": ('t="inlineStr"><is><r><t>甲</t></r><rPh sb="0" eb="1"><t>JIA</t></rPh><r><t>乙</t></r></is>', "甲乙"),
    "entities": ('t="str"><v>&lt;&#65;&#x4e2d;&amp;amp;</v>', "<A中&amp;"),
    "escaped control character": ('t="str"><v>a_x000D_b_x005F_x000D_</v>', "a\rb_x000D_"),
    "line break": ('t="str"><v>a\r\nb</v>', "a\nb"),
    "comment": ('t="str"><v>a<!-- no -->b</v>', "ab"),
    "cdata": ('t="str"><v><![CDATA[<a>]]></v>', "<a>"),
    "blank text": ('t="str"><v>  </v>', None),
    "true": ('t="b"><v>1</v>', True),
    "whole": ("><v>12.0</v>", 12),
    "decimal": ("><v>0.1</v>", Decimal("0.1")),
    "noise of binary fractions": ("><v>4.4000000000000004</v>", Decimal("4.4")),
    "exponent": ("><v>1.5E-2</v>", Decimal("0.015")),
    "date": ('s="1"><v>45839</v>', dt.date(2025, 7, 1)),
    "Chinese date": ('s="2"><v>45839</v>', dt.date(2025, 7, 1)),
    "date of the file's own": ('s="5"><v>45839</v>', dt.date(2025, 7, 1)),
    "date and time": ('s="1"><v>45839.8125</v>', dt.datetime.fromisoformat("2025-07-01T19:30")),
    "time": ('s="3"><v>0.8125</v>', dt.time(19, 30)),
    "elapsed under a day": ('s="4"><v>0.5</v>', dt.time(12)),
    "elapsed over a day": ('s="4"><v>1.5</v>', Decimal("1.5")),
    "iso date": ('t="d"><v>2025-07-01</v>', dt.date(2025, 7, 1)),
    "formula": ("><f>A1+1</f><v>3</v>", 3),
    "shared formula": ('><f t="shared" si="0"/><v>3</v>', 3),
    "formula with empty text": ('t="str"><f>"" &amp; ""</f><v></v>', None),
    "unknown style": ('s="99"><v>5</v>', 5),
}
FAULTS = {
    "error": ('t="e"><v>#REF!</v>', "error-cell", "#REF!"),
    "formula without value": ("><f>SUM(A1:A2)</f>", "formula-without-value", "=SUM(A1:A2)"),
    "formula with empty value": ("><f>SUM(A1:A2)</f><v></v>", "formula-without-value", "=SUM(A1:A2)"),
    "formula with closed value": ("><f>A1&amp;A2</f><v/>", "formula-without-value", "=A1&A2"),
    "lost digits": ("><v>3.6010119900101123E+17</v>", "lost-digits", "360101199001011230"),
    "sixteen digits": ("><v>1234567890123456</v>", "lost-digits", "1234567890123456"),
    "serial 60": ('s="1"><v>60</v>', "bad-date", "60"),
    "negative date": ('s="1"><v>-1</v>', "bad-date", "-1"),
    "no number": ("><v>NaN</v>", "bad-number", "NaN"),
    "underscore": ("><v>1_000</v>", "bad-number", "1_000"),
    "huge": ("><v>1E+99999</v>", "lost-digits", "1E+99999"),
    "nul": ('t="str"><v>a_x0000_b</v>', "bad-text", "a\0b"),
}


@pytest.mark.parametrize("name", CELLS)
@pytest.mark.parametrize("rows", [1, 4_000])
def test_a_cell_means_the_same_on_both_paths(tmp_path, monkeypatch, name, rows):
    content, value = CELLS[name]
    xml = "".join(
        f'<row r="{row}"><c r="B{row}" {content}</c><c r="C{row}" t="b"><v>0</v></c></row>'
        for row in range(3, 3 + rows)
    )
    path = zipped(tmp_path / "book.xlsx", parts({"表": sheet(xml)}))
    straight = read_ledgers(path).workbooks[0].sheets[0]
    thorough = thoroughly(path, monkeypatch)
    for found in (straight, thorough):
        assert set(found.rows) == {(None, value, False)}
        assert list(found.numbers) == list(range(3, 3 + rows))
        assert type(found.rows[0][1]) is type(value)


@pytest.mark.parametrize("name", FAULTS)
def test_a_cell_without_a_usable_value_is_a_fault_on_both_paths(tmp_path, monkeypatch, name):
    content, code, shown = FAULTS[name]
    path = zipped(tmp_path / "book.xlsx", parts({"表": sheet(f'<row r="1"><c r="A1" {content}</c></row>')}))
    for found in (read_ledgers(path).workbooks[0].sheets[0], thoroughly(path, monkeypatch)):
        fault = found.rows[0][0]
        assert isinstance(fault, Fault)
        assert (fault.code.value, fault.shown) == (code, shown)


@pytest.mark.parametrize(
    "broken",
    [
        '<row r="9"><c r="A9" s="x/></row>',
        '<row r="9"><c r="A9" s=0"><v></v></c></row>',
        '<row r="9"><c r="A9" s="1" t="sv></c></row>',
        '<row r="9"><c r="A9" t=><f>1</f></c></row>',
        '<row r="9"><c r="A9"><vx>3</v></c></row>',
        '<row r="9"><c r="A9"><fx>1</f><v>3</v></c></row>',
        '<row r="9"><c r="A9"><f&lt;>1</f><v>3</v></c></row>',
        '<row r="9"><c r="A9"><v&lt;>3</v></c></row>',
        '<row "9"/>',
        '<row r="8&lt;8"x="1"/>',
    ],
)
@pytest.mark.parametrize("rows", [0, 8, 4_000])
def test_what_is_no_xml_is_refused_where_it_holds_no_value_either(read, broken, rows):
    """A cell that was cut short looks like an empty one."""
    xml = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="B{row}"/></row>' for row in range(10, 10 + rows))
    reading = read(broken + xml)
    assert [(one.code.value, one.facts["reason"]) for one in reading.problems] == [("damaged-file", "xml")]


def test_the_1904_date_system_is_kept(read):
    reading = read('<row r="1"><c r="A1" s="1"><v>44377</v></c></row>', settings='<workbookPr date1904="1"/>')
    assert reading.workbooks[0].sheets[0].rows == [(dt.date(2025, 7, 1),)]


def test_prefixes_and_other_encodings_take_the_thorough_path(tmp_path):
    members = parts({"表": ""})
    xml = (
        '<?xml version="1.0" encoding="UTF-16"?><x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<x:sheetData><x:row r="2"><x:c r="A2" t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    path = zipped(tmp_path / "book.xlsx", {**members, "xl/worksheets/sheet1.xml": xml.encode("utf-16")})
    found = read_ledgers(path).workbooks[0].sheets[0]
    assert (list(found.numbers), list(found.rows)) == ([2], [("甲",)])


def test_rows_without_numbers_are_counted(read):
    found = read("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>").workbooks[0].sheets[0]
    assert (list(found.numbers), list(found.rows)) == ([1, 2], [(1, 2), (3, None)])


def test_hidden_rows_are_known_on_both_paths(read):
    plain_rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
    for rows in (plain_rows, plain_rows + "<!-- -->"):
        reading = read(rows)
        assert [(str(p.place), p.facts["what"], p.facts["which"]) for p in reading.problems] == [
            ("book.xlsx › 表 › 2", "rows", "2")
        ]


def test_styled_empty_rows_cost_nothing_and_are_left_out(read):
    rows = '<row r="1"><c r="A1"><v>1</v></c></row>' + "".join(
        f'<row r="{row}" s="1"><c r="A{row}" s="1"/><c r="XFD{row}" s="1"/></row>' for row in range(2, 5_000)
    )
    reading = read(rows)
    assert reading.problems == ()
    assert reading.workbooks[0].sheets[0].rows == [(1,)]


def test_a_false_dimension_loses_nothing(read):
    rows = '<row r="5"><c r="C5"><v>1</v></c></row>'
    found = read(rows, before='<dimension ref="A1"/>').workbooks[0].sheets[0]
    assert (list(found.numbers), list(found.rows)) == ([5], [(None, None, 1)])


def test_hidden_include_changes_nothing_and_exclude_leaves_out(written):
    path = written(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row><row r="2" ht="0"><c r="A2"><v>2</v></c></row>',
        before='<cols><col min="2" max="2" hidden="1"/></cols>',
    )
    included = read_ledgers(path, hidden=Hidden.INCLUDE)
    assert (included.problems, included.workbooks[0].sheets[0].rows) == ((), [(1, 5), (2, None)])
    excluded = read_ledgers(path, hidden=Hidden.EXCLUDE)
    found = excluded.workbooks[0].sheets[0]
    assert (list(found.rows), found.hidden_left_out) == ([(1, None)], 1)
    assert [p.code.value for p in excluded.problems] == ["hidden-left-out", "hidden-left-out"]
