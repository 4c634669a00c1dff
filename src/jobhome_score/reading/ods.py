"""OpenDocument spreadsheets, event by event.

Read here rather than by a library because those at hand show error cells as empty text and know nothing of hidden rows.
"""

import re

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.archive import Archive
from jobhome_score.reading.grid import Grid, Tally
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.ods_styles import ELEMENTS as STYLE_ELEMENTS
from jobhome_score.reading.ods_styles import HidingStyles
from jobhome_score.reading.ods_table import Table
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.xml_events import Attributes, parse

MANIFEST = "META-INF/manifest.xml"
ASIDE = frozenset({"annotation", "shapes", "tracked-changes", "frame", "custom-shape", "g", "forms", "ruby-text"})
"""Elements whose text belongs to no cell: remarks, drawings, forms, history, reading aids."""

KNOWN = STYLE_ELEMENTS | {
    "spreadsheet", "table", "table-column", "table-column-group", "table-row", "table-row-group", "table-cell",
    "covered-table-cell", "p", "s", "tab", "line-break",
}  # fmt: skip
"""Elements that mean anything here; all others are passed over quickly."""


def read_ods(archive: Archive, main: str, limits: Limits) -> list[Grid]:
    """The tables of a spreadsheet; raises Rejected."""
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise Rejected(Code.ENCRYPTED_FILE)
    document = _Document(limits)
    parse(archive.blocks(main), limits, document.opened, document.closed, document.text)
    if not document.spreadsheet:
        raise Rejected(Code.NOT_A_WORKBOOK, really="opendocument")
    tally = Tally(limits)
    return [tally.taken(table.grid()) for table in document.tables]


COPY = pattern(r"'[^']*(?:''[^']*)*'#.*", re.DOTALL)
"""The name of a table that is no sheet: what a formula last saw of another file."""


class _Document:
    """The content of the document as it is met."""

    def __init__(self, limits: Limits) -> None:
        """Start before the first table."""
        self.tables: list[Table] = []
        self.spreadsheet = False
        self._limits = limits
        self._styles_hiding = HidingStyles()
        self._aside = 0
        self._cells = 0
        self._open: list[Table] = []

    def opened(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._aside or name in ASIDE:
            self._aside += 1
        elif name not in KNOWN:
            return
        elif name == "spreadsheet":
            self.spreadsheet = True
        elif name in STYLE_ELEMENTS:
            self._styles_hiding.opened(name, attributes)
        elif name == "table":
            self._open_table(attributes)
        elif self._open:
            self._open[-1].opened(name, attributes)

    def _open_table(self, attributes: Attributes) -> None:
        """A table begins, which may stand inside of another one."""
        hidden = attributes.get("style-name", "") in self._styles_hiding
        table = Table(attributes.get("name", ""), self._limits, self._count, self._styles_hiding, hidden=hidden)
        self._open.append(table)
        if not COPY.fullmatch(table.name):
            self.tables.append(table)
        if len(self.tables) > self._limits.sheets:
            raise over("sheets", self._limits.sheets)

    def closed(self, name: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif name not in KNOWN:
            return
        elif name == "table":
            self._open.pop()
        elif self._open:
            self._open[-1].closed(name)

    def text(self, text: str) -> None:
        """Character data."""
        if self._open and not self._aside:
            self._open[-1].text(text)

    def _count(self, cells: int) -> None:
        """Count the cells of all tables, before their repetitions are taken apart."""
        self._cells += cells
        if self._cells > self._limits.cells:
            raise over("cells", self._limits.cells)
