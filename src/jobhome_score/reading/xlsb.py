"""Workbooks of the binary .xlsb format: the same package as an .xlsx, with records instead of XML.

Read here rather than by a library because those at hand show error cells as empty text, know nothing of hidden rows,
and can bring the process down on hostile files.
"""

import struct
from collections.abc import Sequence

from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code
from jobhome_score.reading.archive import Archive
from jobhome_score.reading.cells import Fault, Value
from jobhome_score.reading.columns import Columns
from jobhome_score.reading.exact import duration, moment, number
from jobhome_score.reading.grid import Grid, Tally, rows_in_order
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.number_formats import Shows, built_in, custom
from jobhome_score.reading.package import CHART_SHEET, WORKSHEET, SheetPart, relations
from jobhome_score.reading.references import COLUMNS, ROWS, Area
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.xlsb_records import Record, records, rk, wide
from jobhome_score.reading.xml_text import plain_text

CELLS = frozenset(range(Record.RK, Record.FORMULA_ERROR + 1)) | {Record.RICH_TEXT}
ERRORS = {0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A"}
STYLE_BITS = 0xFFFFFF
HIDDEN_ROW_BYTE, HIDDEN_ROW_BIT = 11, 0x10
LOWEST, NARROWEST = 20, 64
"""Twentieths of a point of height, 256ths of a digit of width: of a row or a column with less, nobody sees a thing."""


class Book(NamedTuple):
    """What the cells of all sheets refer to."""

    shared: Sequence[str]
    shows: Sequence[Shows]
    since_1904: bool
    limits: Limits


def read_xlsb(archive: Archive, main: str, limits: Limits) -> list[Grid]:
    """The worksheets of the workbook whose main part is `main`; raises Rejected."""
    try:
        return _grids(archive, main, limits)
    except (struct.error, IndexError, ValueError) as error:
        raise Rejected(Code.DAMAGED_FILE, reason="xlsb") from error


def _grids(archive: Archive, main: str, limits: Limits) -> list[Grid]:
    """The worksheets in order."""
    related = relations(archive, main, limits)
    named = {relation.kind: relation.target for relation in related.values()}
    sheets: list[SheetPart] = []
    since_1904 = False
    for kind, content in records(archive.read(main), limits):
        if kind == Record.WORKBOOK_SETTINGS:
            since_1904 = bool(content[0] & 1)
        elif kind == Record.SHEET:
            identifier, end = wide(content, 8)
            relation = related.get(identifier)
            name, _ = wide(content, end)
            if relation and relation.kind == WORKSHEET:
                sheets.append(SheetPart(name, relation.target, content[0] != 0))
            elif not relation or relation.kind != CHART_SHEET:
                sheets.append(SheetPart(name, "", hidden=False, is_worksheet=False))
    _refuse_doubles([sheet.part for sheet in sheets if sheet.is_worksheet])
    if len(sheets) > limits.sheets:
        raise over("sheets", limits.sheets)
    shared = _shared(archive.read(named["sharedStrings"]), limits) if "sharedStrings" in named else []
    shows = _shows(archive.read(named["styles"]), limits) if "styles" in named else []
    book = Book(shared, shows, since_1904, limits)
    tally = Tally(limits)
    return [
        tally.taken(_Sheet(book).grid(sheet, archive.read(sheet.part)))
        if sheet.is_worksheet
        else Grid(sheet.name, (), (), is_worksheet=False)
        for sheet in sheets
    ]


def _refuse_doubles(parts: Sequence[str]) -> None:
    """Raise Rejected where two sheets are one part: its rows would count twice."""
    if len(set(parts)) < len(parts):
        raise Rejected(Code.DAMAGED_FILE, reason="xlsb")


def _shared(part: bytes, limits: Limits) -> list[str]:
    """The shared texts; a byte of flags stands before each."""
    return [wide(content, 1)[0] for kind, content in records(part, limits) if kind == Record.SHARED_ITEM]


def _shows(part: bytes, limits: Limits) -> list[Shows]:
    """What each cell style shows."""
    codes: dict[int, str] = {}
    shows: list[Shows] = []
    inside = False
    for kind, content in records(part, limits):
        if kind == Record.NUMBER_FORMAT:
            codes[struct.unpack_from("<H", content)[0]] = wide(content, 2)[0]
        elif kind in {Record.CELL_STYLES, Record.CELL_STYLES_END}:
            inside = kind == Record.CELL_STYLES
        elif kind == Record.CELL_STYLE and inside:
            (key,) = struct.unpack_from("<H", content, 2)
            shows.append(custom(codes[key]) if key in codes else built_in(key))
    return shows


class _Sheet:
    """A sheet as it accumulates, record by record."""

    def __init__(self, book: Book) -> None:
        """Start before the first row."""
        self._book = book
        self._row = 0
        self._rows: dict[int, dict[int, Value]] = {}
        self._hidden_rows: set[int] = set()
        self._columns = Columns()
        self._merges: list[Area] = []
        self._far: list[tuple[int, int]] = []
        self._cells = 0

    def grid(self, sheet: SheetPart, part: bytes) -> Grid:
        """The whole sheet; raises Rejected where it refers outside of itself."""
        inside = True
        for kind, content in records(part, self._book.limits):
            if kind == Record.SHEET_DATA_ENDS:
                inside = False
            elif kind == Record.ROW and inside:
                self._open_row(sheet.name, content)
            elif kind in CELLS and inside:
                self._cell(sheet.name, kind, content)
            elif kind == Record.COLUMN:
                first, last, width = struct.unpack_from("<III", content)
                self._columns.state(first, last, hidden=bool(content[16] & 1) or width < NARROWEST)
            elif kind == Record.MERGE:
                top, bottom, left, right = struct.unpack_from("<IIII", content)
                self._merges.append((top + 1, left, bottom + 1, right))
        numbers, rows = rows_in_order(self._rows, self._book.limits)
        return Grid(
            sheet.name,
            numbers,
            rows,
            sheet.hidden,
            frozenset(self._hidden_rows),
            self._columns.hidden(),
            tuple(self._merges),
            self._far,
        )

    def _open_row(self, sheet: str, content: bytes) -> None:
        """The rows stand in ascending order."""
        (index,) = struct.unpack_from("<I", content)
        if not self._row <= index < ROWS:
            raise Rejected(Code.BAD_REFERENCE, str(index + 1), sheet=sheet)
        self._row = index + 1
        if content[HIDDEN_ROW_BYTE] & HIDDEN_ROW_BIT or struct.unpack_from("<H", content, 8)[0] < LOWEST:
            self._hidden_rows.add(self._row)

    def _cell(self, sheet: str, kind: int, content: bytes) -> None:
        """Keep a cell that holds anything."""
        column, style = struct.unpack_from("<II", content)
        value = self._value(kind, style & STYLE_BITS, content[8:])
        if self._row == 0 or column >= COLUMNS or column in self._rows.get(self._row, ()):
            raise Rejected(Code.BAD_REFERENCE, str(column + 1), sheet=sheet, row=self._row)
        if value is None:
            return
        if column < self._book.limits.columns:
            self._rows.setdefault(self._row, {})[column] = value
        else:
            self._far.append((self._row, column))
        self._cells += 1
        if self._cells > self._book.limits.cells:
            raise over("cells", self._book.limits.cells)

    def _value(self, kind: int, style: int, stored: bytes) -> Value:
        """What a cell holds, by the kind of its record."""
        match kind:
            case Record.RK:
                return self._number(rk(struct.unpack_from("<I", stored)[0]), style)
            case Record.REAL | Record.FORMULA_NUMBER:
                return self._number(repr(struct.unpack_from("<d", stored)[0]), style)
            case Record.ERROR | Record.FORMULA_ERROR:
                return Fault(Code.ERROR_CELL, ERRORS.get(stored[0], "#ERROR"))
            case Record.BOOLEAN | Record.FORMULA_BOOLEAN:
                return bool(stored[0])
            case Record.SHARED_TEXT:
                return plain_text(self._book.shared[struct.unpack_from("<I", stored)[0]], self._book.limits.text_bytes)
            case Record.RICH_TEXT:
                return plain_text(wide(stored, 1)[0], self._book.limits.text_bytes)
            case _:
                return plain_text(wide(stored, 0)[0], self._book.limits.text_bytes)

    def _number(self, text: str, style: int) -> Value:
        """A number as its style shows it."""
        shows = self._book.shows[style] if style < len(self._book.shows) else Shows.NUMBER
        match shows:
            case Shows.DATE:
                return moment(text, since_1904=self._book.since_1904)
            case Shows.ELAPSED:
                return duration(text, since_1904=self._book.since_1904)
            case Shows.NUMBER:
                return number(text)
