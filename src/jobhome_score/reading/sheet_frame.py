"""What stands around the rows in the XML of a sheet: hidden columns before them, merged cells after them."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import chain

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault
from jobhome_score.reading.columns import Columns
from jobhome_score.reading.exact import number
from jobhome_score.reading.limits import MIB, Limits
from jobhome_score.reading.references import COLUMNS, Area, area, small_number
from jobhome_score.reading.rejection import Rejected, Unfamiliar, over
from jobhome_score.reading.xml_events import Attributes, parse

BODY_OPENS = pattern(rb"<sheetData(/?)>")
BODY_CLOSES = b"</sheetData>"
ROW_CLOSES = b"</row>"
DECLARED = pattern(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^<>]*?encoding=[\"']([^\"'<>]*)")
DECLARATION = pattern(rb"\A(?:\xef\xbb\xbf)?\s*<\?xml\s[^<>]*\?>")
PLAIN_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii"})
TRUE = frozenset({"1", "true"})
LONGEST_ROW = 8 * MIB  # what is held is looked through with every block
HANDY = 128 * 1024
"""Bytes of XML that are taken at once: a processor's cache holds them and the values they become."""

LOWEST, NARROWEST = 1, Decimal("0.25")
"""Points of height and digits of width: of a row or a column with less, nobody sees a thing."""


class Frame:
    """What the elements around the rows say, met one by one."""

    def __init__(self, limits: Limits) -> None:
        """Start with nothing hidden and nothing merged, before the rows."""
        self.columns = Columns()
        self.merges: list[Area] = []
        self._limits = limits
        self._bodies = 0

    def opened(self, name: str, attributes: Attributes) -> None:
        """An element outside of the rows begins; raises Rejected when it refers outside of the sheet."""
        if name == "col":
            _state(self.columns, attributes)
        elif name == "sheetFormatPr":
            self.columns.hidden_unless_stated = _is_less(attributes.get("defaultColWidth", ""), NARROWEST)
        elif name == "mergeCell":
            self.merges.append(area(attributes.get("ref", "")))
            if len(self.merges) > self._limits.merges:
                raise over("merges", self._limits.merges)
        elif name == "sheetData":
            self._bodies += 1

    def finish(self) -> None:
        """Raise Rejected unless there was one body, as in every sheet: of two, programs show the one or the other."""
        if self._bodies != 1:
            raise Rejected(Code.DAMAGED_FILE, reason="xml")


def bodies(blocks: Iterable[bytes], frame: Frame, limits: Limits) -> Iterator[bytes]:
    """The rows of a sheet in blocks that begin and end with a row; `frame` is filled once they are exhausted."""
    source = iter(blocks)
    held = b""
    while (opens := BODY_OPENS.search(held)) is None:
        more = next(source, None)
        if more is None or len(held) > MIB:
            raise Unfamiliar
        held += more
    head = held[: opens.end()]
    held = held[opens.end() :]
    if not has_plain_encoding(head) or holds_markup(DECLARATION.sub(b"", head, count=1)):
        raise Unfamiliar  # the body found may stand inside of a comment
    if not opens[1]:
        while True:
            cut = held.rfind(ROW_CLOSES) + len(ROW_CLOSES)
            end = held.find(BODY_CLOSES, max(0, cut - len(ROW_CLOSES)))
            if end >= 0:
                break
            if len(held) > LONGEST_ROW + cut:
                raise Unfamiliar
            if cut >= len(ROW_CLOSES):
                yield from _handy(held[:cut])
                held = held[cut:]
            more = next(source, None)
            if more is None:
                raise Unfamiliar
            held += more
        yield from _handy(held[:end].strip())
        held = held[end:]
    parse(chain((head, held), source), limits, frame.opened)
    frame.finish()


def _handy(rows: bytes) -> Iterator[bytes]:
    """The rows in pieces that begin and end with a row, small enough that what is made of one stays near at hand."""
    start = 0
    while len(rows) - start > HANDY:
        cut = rows.find(ROW_CLOSES, start + HANDY)
        if cut < 0:
            break
        yield rows[start : cut + len(ROW_CLOSES)]
        start = cut + len(ROW_CLOSES)
    yield rows[start:]


def has_plain_encoding(xml: bytes) -> bool:
    """Whether XML is UTF-8 by its own declaration, or by having none."""
    declared = DECLARED.match(xml)
    return declared is None or declared[1].lower() in PLAIN_ENCODINGS


def hides_row(attributes: Mapping[str, str]) -> bool:
    """Whether a `row` element hides its row, by saying so or by a height of nothing."""
    return attributes.get("hidden") in TRUE or _is_less(attributes.get("ht", ""), LOWEST)


def _state(columns: Columns, attributes: Mapping[str, str]) -> None:
    """Take in a `col` element, which hides its columns by saying so or by a width of nothing."""
    first, last = small_number(attributes.get("min", ""), COLUMNS + 1), small_number(attributes.get("max", ""), 0)
    hides = attributes.get("hidden") in TRUE or _is_less(attributes.get("width", ""), NARROWEST)
    columns.state(first - 1, last - 1, hidden=hides)


def _is_less(size: str, least: int | Decimal) -> bool:
    """Whether a height or a width is stated, and is less than that."""
    stated = number(size.strip()) if size else least
    return not isinstance(stated, Fault) and stated < least


def holds_markup(xml: bytes) -> bool:
    """Whether there are comments, CDATA sections, declarations or processing instructions.

    A single character is looked for first: that is many times faster, and mostly it is not there.
    """
    return (b"!" in xml and b"<!" in xml) or (b"?" in xml and b"<?" in xml)
