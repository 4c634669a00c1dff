"""Files that would show one thing in Excel and mean another here: what is seen is what counts, or nothing is read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.hostile.making import BOOK, RELS, SHARED, SHEET, book, packed, with_part, xlsx
from tests.reading.made import MAIN, relation, sheet

from jobhome_score.problems import Code
from jobhome_score.reading.cells import Reading
from jobhome_score.reading.folder import read_ledgers

SEEN = '<row r="1"><c r="A1"><v>2</v></c></row>'
FAKE = '<row r="1"><c r="A1"><v>1</v></c></row>'
AGAIN = '<row r="2"><c r="A2"><v>3</v></c></row>'
TWO_TEXTS = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'


def read(tmp_path: Path, data: bytes) -> Reading:
    (tmp_path / "a.xlsx").write_bytes(data)
    return read_ledgers(tmp_path / "a.xlsx")


def rows(reading: Reading) -> list[tuple[object, ...]]:
    return [tuple(row) for row in reading.workbooks[0].sheets[0].rows]


def codes(reading: Reading) -> list[str]:
    return [problem.code.value for problem in reading.problems]


def around(before: str, after: str = "") -> bytes:
    return with_part(SHEET, f'<worksheet xmlns="{MAIN}">{before}<sheetData>{SEEN}</sheetData>{after}</worksheet>')


@pytest.mark.parametrize("aside", ["<!--{}-->", "<?a {}?>"])
def test_rows_in_a_comment_are_no_rows(tmp_path: Path, aside: str) -> None:
    assert rows(read(tmp_path, around(aside.format(f"<sheetData>{FAKE}</sheetData>")))) == [(2,)]


def with_shared(items: str) -> bytes:
    return packed({**book(TWO_TEXTS), SHARED: f'<sst xmlns="{MAIN}" xmlns:x="{MAIN}">{items}</sst>'})


@pytest.mark.parametrize(
    "items",
    [
        "<x:si><x:t>甲</x:t></x:si><si><t>乙</t></si><si><t>丙</t></si>",
        "<si><x:t>甲</x:t></si><si><t>乙</t></si>",
        "<si><x:t>甲</x:t></si><si><x:t >乙</x:t ></si>",
        "<si><t>甲</t><x:rPh sb='0' eb='1'><x:t>jia</x:t></x:rPh></si><si><t>乙</t></si>",
    ],
)
def test_shared_texts_under_a_prefix_keep_their_numbers(tmp_path: Path, items: str) -> None:
    assert rows(read(tmp_path, with_shared(items))) == [("甲", "乙")]


def with_second_relation() -> bytes:
    related = str(book()[RELS]).replace("</Rel", relation(1, "worksheet", "worksheets/other.xml") + "</Rel")
    return packed({**book(), RELS: related, "xl/worksheets/other.xml": sheet(FAKE)})


def with_one_part_twice() -> bytes:
    listed = str(book()[BOOK]).replace("</sheets>", '<sheet name="二" sheetId="2" r:id="rId1"/></sheets>')
    return packed({**book(), BOOK: listed})


@pytest.mark.parametrize(
    "data",
    [
        lambda: around("", f"<sheetData>{AGAIN}</sheetData>"),
        lambda: around("", f"<!-- --><sheetData>{AGAIN}</sheetData>"),
        lambda: around(f"<x:sheetData xmlns:x='{MAIN}'>{FAKE}</x:sheetData>"),
        lambda: with_part(SHEET, f'<worksheet xmlns="{MAIN}"/>'),
        lambda: with_part(SHEET, "<a/>"),
        lambda: xlsx('<row r="1"><c r="A1" r="B1"><v>1</v></c></row>'),
        with_second_relation,
        with_one_part_twice,
        lambda: xlsx('<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'),
        lambda: xlsx('<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></c></row>'),
    ],
)
def test_what_has_two_meanings_or_none_is_damaged(tmp_path: Path, data: Callable[[], bytes]) -> None:
    reading = read(tmp_path, data())
    assert reading.workbooks == ()
    assert codes(reading) == ["damaged-file"]


HEIGHTS = ['ht="0"', '\tht="0"', 'ht="&#48;"', 'ht ="0"', "ht='0'", 'ht="-0"', 'ht=".0"', 'ht="0e1"', 'ht="0.1"',
           'hidden="&#49;"', "hidden = 'true'"]  # fmt: skip


@pytest.mark.parametrize("prefix", ["", "<!-- -->"])
@pytest.mark.parametrize("height", HEIGHTS)
def test_a_row_that_nobody_sees_is_hidden_however_it_says_so(tmp_path: Path, height: str, prefix: str) -> None:
    assert codes(read(tmp_path, xlsx(prefix + SEEN.replace('<row r="1"', f'<row r="1" {height}')))) == ["hidden-data"]


@pytest.mark.parametrize("height", ['ht="12.75"', 'ht="1"', 'customHeight="0"', 'hidden="0"', 'ht="9e1"'])
def test_a_row_that_is_seen_is_not(tmp_path: Path, height: str) -> None:
    assert codes(read(tmp_path, xlsx(SEEN.replace('<row r="1"', f'<row r="1" {height}')))) == []


@pytest.mark.parametrize(("width", "hidden"), [("0", True), ("0.1", True), ("-1", True), ("0.5", False), ("", False)])
def test_a_column_that_nobody_sees_is_hidden(tmp_path: Path, width: str, hidden: bool) -> None:
    cols = f'<cols><col min="1" max="1" width="{width}"/></cols>'
    assert codes(read(tmp_path, xlsx(SEEN, before=cols))) == (["hidden-data"] if hidden else [])


def test_what_programs_keep_for_themselves_is_no_value(tmp_path: Path) -> None:
    own = '<row r="1"><c r="A1"><v>1</v><extLst><ext><v>9</v><c r="B1"><v>9</v></c></ext></extLst></c></row>'
    assert rows(read(tmp_path, xlsx(own))) == [(1,)]


def shown(reading: Reading) -> list[object]:
    return [getattr(value, "code", value) for value in rows(reading)[0]]


@pytest.mark.parametrize("prefix", ["", "<!-- -->"])
def test_a_formula_of_text_without_any_value_was_never_calculated(tmp_path: Path, prefix: str) -> None:
    """An empty value is what =IF(A1>9,"late","") gives; no value at all is none."""
    cells = '<c r="A1" t="str"><f>x</f></c><c r="B1" t="str"><f>x</f><v></v></c><c r="C1" t="str"><f>x</f><v/></c>'
    data = xlsx(f'{prefix}<row r="1">{cells}<c r="D1"><f>x</f><v>4</v></c></row>')
    assert shown(read(tmp_path, data)) == [Code.FORMULA_WITHOUT_VALUE, None, None, 4]


@pytest.mark.parametrize("prefix", ["", "<!-- -->"])
@pytest.mark.parametrize(("asks", "first"), [("1", Code.FORMULA_WITHOUT_VALUE), ("0", 0)])
def test_a_workbook_that_asks_to_be_calculated_has_formulas_of_nothing(
    tmp_path: Path, prefix: str, asks: str, first: object
) -> None:
    """Programs that cannot calculate write 0 for a result, and ask Excel to do it when it opens the file."""
    cells = '<c r="A1"><f>SUM(B1:C1)</f><v>0</v></c><c r="B1"><v>0</v></c><c r="C1"><f>1+1</f><v>2</v></c>'
    calculation = f'<calcPr calcId="124519" fullCalcOnLoad="{asks}"/>'
    data = xlsx(f'{prefix}<row r="1">{cells}</row>', settings=calculation)
    assert shown(read(tmp_path, data)) == [first, 0, 2]


def with_other_sheet(identifier: str, kind: str) -> bytes:
    listed = f'<sheet name="考勤-3月" sheetId="2" r:id="{identifier}"/></sheets>'
    related = relation(9, kind, "macrosheets/sheet1.xml") + "</Rel"
    return packed(
        {
            **book(),
            BOOK: str(book()[BOOK]).replace("</sheets>", listed),
            RELS: str(book()[RELS]).replace("</Rel", related),
            "xl/macrosheets/sheet1.xml": sheet(FAKE),
        }
    )


@pytest.mark.parametrize(
    ("identifier", "kind", "found"),
    [
        ("rId9", "xlMacrosheet", ["ignored-file"]), ("rId9", "dialogsheet", ["ignored-file"]),
        ("", "xlMacrosheet", ["ignored-file"]), ("rId9", "chartsheet", []), ("rId8", "worksheet", ["damaged-file"]),
    ],
)  # fmt: skip
def test_a_sheet_that_is_no_worksheet_is_never_passed_over_in_silence(
    tmp_path: Path, identifier: str, kind: str, found: list[str]
) -> None:
    assert codes(read(tmp_path, with_other_sheet(identifier, kind))) == found
