"""OpenDocument spreadsheets, event by event.

Read here rather than by a library because those at hand show error cells as empty text and know nothing of hidden rows.
"""

from jobhome_score.problems import Code
from jobhome_score.reading.archive import Archive
from jobhome_score.reading.grid import Grid
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.ods_table import Table
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.xml_events import Attributes, parse

MANIFEST = "META-INF/manifest.xml"
ASIDE = frozenset({"annotation", "shapes", "tracked-changes", "frame", "custom-shape", "g", "forms", "ruby-text"})
"""Elements whose text belongs to no cell: remarks, drawings, forms, history, reading aids."""


def read_ods(archive: Archive, main: str, limits: Limits) -> list[Grid]:
    """The tables of a spreadsheet; raises Rejected."""
    if MANIFEST in archive and b"encryption-data" in archive.read(MANIFEST):
        raise Rejected(Code.ENCRYPTED_FILE)
    document = _Document(limits)
    try:
        parse(archive.blocks(main), limits, document.opened, document.closed, document.text)
    except ValueError as error:  # a count that is no number
        raise Rejected(Code.DAMAGED_FILE, reason="xml") from error
    if not document.spreadsheet:
        raise Rejected(Code.NOT_A_WORKBOOK, really="opendocument")
    return [table.grid() for table in document.tables]


class _Document:
    """The content of the document as it is met."""

    def __init__(self, limits: Limits) -> None:
        """Start before the first table."""
        self.tables: list[Table] = []
        self.spreadsheet = False
        self._limits = limits
        self._styles_hiding: set[str] = set()
        self._style = ""
        self._aside = 0
        self._open: Table | None = None

    def opened(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._aside or name in ASIDE:
            self._aside += 1
        elif name == "spreadsheet":
            self.spreadsheet = True
        elif name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties":
            if attributes.get("display") == "false":
                self._styles_hiding.add(self._style)
        elif name == "table":
            hidden = attributes.get("style-name", "") in self._styles_hiding
            self._open = Table(attributes.get("name", ""), self._limits, hidden=hidden)
            self.tables.append(self._open)
            if len(self.tables) > self._limits.sheets:
                raise over("sheets", self._limits.sheets)
        elif self._open:
            self._open.opened(name, attributes)

    def closed(self, name: str) -> None:
        """An element ends."""
        if self._aside:
            self._aside -= 1
        elif name == "table":
            self._open = None
        elif self._open:
            self._open.closed(name)

    def text(self, text: str) -> None:
        """Character data."""
        if self._open and not self._aside:
            self._open.text(text)
