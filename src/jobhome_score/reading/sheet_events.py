"""The thorough path through the XML of a sheet: event by event, whatever its prefixes, encoding or order.

It is several times slower than the straight path of `sheet_scan`, and is taken only where that one gives up.
"""

from collections.abc import Iterable, Mapping

from jobhome_score.evidence import letters
from jobhome_score.problems import Code
from jobhome_score.reading.cell_scan import without_value
from jobhome_score.reading.cells import Value
from jobhome_score.reading.grid import Grid, rows_in_order
from jobhome_score.reading.kinds import Kinds
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.references import cell
from jobhome_score.reading.rejection import Rejected, Unfamiliar, over
from jobhome_score.reading.run_text import RunText
from jobhome_score.reading.sheet_frame import Frame, hides_row
from jobhome_score.reading.xml_events import Attributes, parse

EXTENSIONS = "extLst"
"""What programs keep for themselves; nothing in there is the value of a cell."""


def parsed(name: str, blocks: Iterable[bytes], kinds: Kinds, limits: Limits) -> Grid:
    """The grid of one sheet; raises Rejected when the XML is damaged or refers outside of the sheet."""
    sheet = _Sheet(kinds, limits)
    parse(blocks, limits, sheet.opened, sheet.closed, sheet.text)
    sheet.frame.finish()
    numbers, rows = rows_in_order(sheet.rows, limits)
    return Grid(
        name,
        numbers,
        rows,
        hidden_rows=frozenset(sheet.hidden_rows),
        hidden_columns=sheet.frame.columns.hidden(),
        merges=tuple(sheet.frame.merges),
        far=sheet.far,
    )


class _Sheet:
    """A sheet as it accumulates, event by event."""

    def __init__(self, kinds: Kinds, limits: Limits) -> None:
        """Start before the first row."""
        self.row = 0
        self.rows: dict[int, dict[int, Value]] = {}
        self.hidden_rows: set[int] = set()
        self.frame = Frame(limits)
        self.far: list[tuple[int, int]] = []
        self._kinds = kinds
        self._limits = limits
        self._column = -1
        self._seen: set[tuple[int, int]] = set()
        self._cell: Attributes = {}
        self._run = RunText()
        self._parts: dict[str, list[str]] = {}
        self._part = ""
        self._inside = False
        self._aside = 0
        self._open = False
        self._filled = 0

    def opened(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._aside or (self._inside and name == EXTENSIONS):
            self._aside += 1
        elif name == "sheetData":
            self._inside = True
            self.frame.opened(name, attributes)
        elif not self._inside:
            self.frame.opened(name, attributes)
        elif name == "row":
            self.row = _counted(attributes.get("r"), self.row + 1)
            self._column = -1
            if hides_row(attributes):
                self.hidden_rows.add(self.row)
        elif name == "c":
            self._open_cell(attributes)
        elif name in {"v", "f"}:
            if name in self._parts:  # of two values, programs show the one or the other
                raise Rejected(Code.DAMAGED_FILE, row=self.row, column=self._column, reason="cell")
            self._part = name
            self._parts[name] = []
        else:
            self._run.opened(name, attributes)

    def _open_cell(self, attributes: Attributes) -> None:
        """Find out where the cell stands."""
        if self._open:
            raise Rejected(Code.DAMAGED_FILE, row=self.row, column=self._column, reason="cell")
        self._open = True
        self._cell = attributes
        self._parts.clear()
        if "r" in attributes:
            row, self._column = cell(attributes["r"])
            if row != self.row:
                raise Rejected(Code.BAD_REFERENCE, attributes["r"], row=self.row)
        else:
            self._column += 1
            cell(f"{letters(self._column)}{self.row}")
        if (self.row, self._column) in self._seen:
            raise Rejected(Code.BAD_REFERENCE, attributes.get("r", ""), row=self.row, column=self._column)
        self._seen.add((self.row, self._column))

    def text(self, text: str) -> None:
        """Character data."""
        if self._aside:
            return
        if self._part:
            self._parts[self._part].append(text)
        else:
            self._run.add(text)

    def closed(self, name: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif name == "sheetData":
            self._inside = False
        elif not self._inside:
            return
        elif name == self._part:
            self._part = ""
        elif name == "c":
            self._close_cell()
        else:
            self._run.closed(name)

    def _close_cell(self) -> None:
        """Keep the cell if it holds anything."""
        self._open = False
        value = self._value(self._run.taken(), {part: "".join(texts) for part, texts in self._parts.items()})
        if value is None:
            return
        if self._column < self._limits.columns:
            self.rows.setdefault(self.row, {})[self._column] = value
        else:
            self.far.append((self.row, self._column))
        self._filled += 1
        if self._filled > self._limits.cells:
            raise over("cells", self._limits.cells)

    def _value(self, inline: str, parts: Mapping[str, str]) -> Value:
        """What the cell holds, by its type."""
        stored = parts.get("v", inline)
        if self._kinds.doubtful and stored == "0" and "f" in parts:
            return without_value(parts["f"])
        if stored:
            try:
                return self._kinds.meaning(self._cell, preserved=True)[stored]
            except (KeyError, Unfamiliar) as error:  # a shared text or a cell type that does not exist
                raise Rejected(Code.DAMAGED_FILE, stored, row=self.row, column=self._column, reason="cell") from error
        if "f" in parts and ("v" not in parts or self._cell.get("t") != "str"):
            return without_value(parts["f"])
        return None


def _counted(number: str | None, following: int) -> int:
    """The number of a row: as stated, else the one after the row before."""
    if number is None:
        return following
    row, _ = cell(f"A{number}")
    return row
