"""One table of an OpenDocument spreadsheet as it is met event by event."""

from collections.abc import Callable, Collection
from decimal import Decimal

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cell_scan import without_value
from jobhome_score.reading.cells import Fault, Value
from jobhome_score.reading.exact import iso_moment, moment, number
from jobhome_score.reading.grid import Grid, rows_in_order
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.references import COLUMNS, ROWS, Area, small_number
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.xml_events import Attributes
from jobhome_score.reading.xml_text import plain_text

BLANKS_A_CELL = 100  # more blanks than so many count as cells, for one short tag makes up to a million
MARKS = {"tab": "\t", "line-break": "\n"}
GROUPS = frozenset({"table-row-group", "table-column-group"})
NUMBERS = frozenset({"float", "percentage", "currency"})
ERROR = pattern(r"#[A-Z0-9/!?]+|Err:[0-9]+")
TIME = pattern(r"PT(?:([0-9]{1,6})H)?(?:([0-9]{1,6})M)?(?:([0-9]{1,6}(?:\.[0-9]*)?)S)?")
LINE_SPACE = pattern(r"[ \t\r\n]+")


class Table:
    """Rows and cells with their repetitions taken apart, in so far as they hold anything."""

    def __init__(
        self, name: str, limits: Limits, count: Callable[[int], None], styles_hiding: Collection[str], *, hidden: bool
    ) -> None:
        """Start before the first row; `count` is told of cells and merges, and refuses too many.

        Rows and columns of the styles in `styles_hiding` are too small to be seen.
        """
        self._styles_hiding = styles_hiding
        self._groups: list[bool] = []
        self.name = name
        self._hidden = hidden
        self._limits = limits
        self._rows: dict[int, dict[int, Value]] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merges: list[Area] = []
        self._far: list[tuple[int, int]] = []
        self._columns = 0
        self._row = 1
        self._repeated_row = 1
        self._cells: dict[int, Value] = {}
        self._column = 0
        self._cell: Attributes | None = None
        self._paragraphs: list[list[str]] = []
        self._length = 0
        self._count = count

    def grid(self) -> Grid:
        """The whole table."""
        numbers, rows = rows_in_order(self._rows, self._limits)
        return Grid(
            self.name,
            numbers,
            rows,
            self._hidden,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
            tuple(self._merges),
            self._far,
        )

    def opened(self, name: str, attributes: Attributes) -> None:
        """An element of the table begins."""
        if name in GROUPS:
            self._groups.append(attributes.get("display") == "false")
            return
        match name:
            case "table-column":
                first, self._columns = self._columns, self._columns + self._repeated(attributes, "columns", COLUMNS)
                if self._hides(attributes):
                    self._hidden_columns.update(range(first, min(self._columns, COLUMNS)))
            case "table-row":
                self._repeated_row = self._repeated(attributes, "rows", ROWS)
                self._column = 0
                if self._hides(attributes):
                    self._hidden_rows.update(range(self._row, min(self._row + self._repeated_row, ROWS + 1)))
            case "table-cell" | "covered-table-cell":
                self._cell = attributes
                self._paragraphs = []
                self._length = 0
            case "p":
                self._paragraphs.append([])
            case "s":
                blanks = min(small_number(attributes.get("c", "1"), 1), self._limits.text_bytes)
                self._count(blanks // BLANKS_A_CELL)
                self.text(" " * blanks, kept=True)
            case "tab" | "line-break":
                self.text(MARKS[name], kept=True)

    def text(self, text: str, *, kept: bool = False) -> None:
        """Text of a cell; runs of blanks count as one unless they are `kept`."""
        if self._cell is not None and self._paragraphs:
            self._length += len(text)
            if self._length > self._limits.text_bytes:
                raise over("text_bytes", self._limits.text_bytes, sheet=self.name, row=self._row)
            self._paragraphs[-1].append(text if kept else LINE_SPACE.sub(" ", text))

    def closed(self, name: str) -> None:
        """An element of the table ends."""
        if name in {"table-cell", "covered-table-cell"} and self._cell is not None:
            self._close_cell(self._cell)
            self._cell = None
        elif name == "table-row":
            self._close_row()
        elif name in GROUPS and self._groups:
            self._groups.pop()

    def _hides(self, attributes: Attributes) -> bool:
        """Whether a row or a column cannot be seen: filtered, collapsed, in a closed group, or of no size."""
        return (
            attributes.get("visibility", "visible") != "visible"
            or attributes.get("style-name", "") in self._styles_hiding
            or any(self._groups)
        )

    def _close_cell(self, attributes: Attributes) -> None:
        """Keep a cell, as often as it is repeated, if it holds anything."""
        times = self._repeated(attributes, "columns", COLUMNS)
        first, self._column = self._column, self._column + times
        self._merge(attributes, first)
        value = self._value(attributes, "\n".join("".join(pieces) for pieces in self._paragraphs))
        if value is None:
            return
        if self._column > COLUMNS:
            raise Rejected(Code.BAD_REFERENCE, sheet=self.name, row=self._row)
        for column in range(first, min(self._column, self._limits.columns)):
            self._cells[column] = value
        if self._column > self._limits.columns:
            self._count(1)
            self._far.append((self._row, max(first, self._limits.columns)))

    def _merge(self, attributes: Attributes, column: int) -> None:
        """Keep a merged range."""
        down, across = (small_number(attributes.get(f"number-{way}-spanned", "1"), 1) for way in ("rows", "columns"))
        if (down, across) != (1, 1) and down and across:
            self._count(1)
            self._merges.append((self._row, column, self._row + down - 1, column + across - 1))

    def _close_row(self) -> None:
        """Keep a row, as often as it is repeated, if it holds anything."""
        last = self._row + self._repeated_row - 1
        if self._cells:
            if last > ROWS:
                raise Rejected(Code.BAD_REFERENCE, sheet=self.name, row=ROWS)
            self._count(len(self._cells) * self._repeated_row)
            for row in range(self._row, last + 1):
                self._rows[row] = self._cells
            self._cells = {}
        self._row = last + 1

    def _repeated(self, attributes: Attributes, what: str, most: int) -> int:
        """How often an element stands for itself."""
        times = attributes.get(f"number-{what}-repeated", "1")
        found = small_number(times, 0)
        if not 1 <= found <= most:
            raise Rejected(Code.BAD_REFERENCE, times, sheet=self.name, row=self._row)
        return found

    def _value(self, attributes: Attributes, text: str) -> Value:
        """What a cell holds, by its type."""
        kind = attributes.get("value-type", "")
        formula = attributes.get("formula")
        if kind == "error" or (formula is not None and ERROR.fullmatch(text)):
            return Fault(Code.ERROR_CELL, text or "#ERROR")
        if kind in NUMBERS:
            return number(attributes.get("value", ""))
        if kind == "date":
            return iso_moment(attributes.get("date-value", ""))
        if kind == "time":
            return _time(attributes.get("time-value", ""))
        if kind == "boolean":
            return attributes.get("boolean-value") == "true"
        if formula is not None and not kind:
            return without_value(formula.partition("=")[2])
        return plain_text(attributes.get("string-value", text), self._limits.text_bytes)


def _time(stored: str) -> Value:
    """A time of day; longer times are the plain number of days, as in a workbook."""
    found = TIME.fullmatch(stored)
    if found is None:
        return Fault(Code.BAD_TIME, stored)
    hours, minutes, seconds = (Decimal(part or 0) for part in found.groups())
    days = (hours * 3600 + minutes * 60 + seconds) / 86_400
    return moment(format(days, "f"), since_1904=False) if days < 1 else number(format(days, "f"))
