"""What stands around the rows in the XML of a sheet: hidden columns before them, merged cells after them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from jobhome_score.reading.limits import MIB, Limits
from jobhome_score.reading.references import COLUMNS, Area, area
from jobhome_score.reading.rejection import Unfamiliar, over

SHEET = re.compile(rb"<worksheet[\s>]")
BODY_OPENS = re.compile(rb"<sheetData(/?)>")
BODY_CLOSES = b"</sheetData>"
ROW_CLOSES = b"</row>"
COLUMN = re.compile(r"<col\s([^<>]*)/>")
TRUE = frozenset({"1", "true"})
NOTHING = re.compile(r"0+(?:\.0*)?")
ATTRIBUTE = re.compile(r'([A-Za-z]+)="([^"<>]*)"')
MERGE = re.compile(r'<mergeCell ref="([A-Z0-9:]+)"\s*/>')


class Frame:
    """Cuts a sheet into what stands before its rows, the rows in blocks, and what stands after them."""

    def __init__(self, limits: Limits) -> None:
        """Start with nothing hidden and nothing merged."""
        self.hidden_columns: frozenset[int] = frozenset()
        self.merges: tuple[Area, ...] = ()
        self._limits = limits

    def bodies(self, blocks: Iterable[bytes]) -> Iterator[bytes]:
        """The rows in blocks that begin and end with a row. Complete only once exhausted."""
        source = iter(blocks)
        held = self._head(source)
        while held is not None:
            end = held.find(BODY_CLOSES)
            if end >= 0:
                yield held[:end].strip()
                self._tail(held[end + len(BODY_CLOSES) :] + b"".join(source))
                return
            cut = held.rfind(ROW_CLOSES) + len(ROW_CLOSES)
            if cut >= len(ROW_CLOSES):
                yield held[:cut]
                held = held[cut:]
            more = next(source, None)
            if more is None:
                raise Unfamiliar
            held += more

    def _head(self, source: Iterator[bytes]) -> bytes | None:
        """Read up to the rows; return the beginning of them, None for a sheet without any."""
        held = b""
        while (opens := BODY_OPENS.search(held)) is None:
            more = next(source, None)
            if more is None or len(held) > MIB:
                raise Unfamiliar
            held += more
        head = _plain(held[: opens.start()])
        if SHEET.search(held, 0, opens.start()) is None:
            raise Unfamiliar
        columns = map(hidden_columns, map(dict, map(ATTRIBUTE.findall, COLUMN.findall(head))))
        self.hidden_columns = frozenset(chain.from_iterable(columns))
        if opens[1]:
            self._tail(held[opens.end() :] + b"".join(source))
            return None
        return held[opens.end() :]

    def _tail(self, tail: bytes) -> None:
        """Keep the merged ranges."""
        text = _plain(tail)
        merges = MERGE.findall(text)
        if len(merges) != text.count("<mergeCell "):
            raise Unfamiliar
        if len(merges) > self._limits.merges:
            raise over("merges", self._limits.merges)
        self.merges = tuple(map(area, merges))


def hides_row(attributes: Mapping[str, str]) -> bool:
    """Whether a `row` element hides its row, by saying so or by a height of nothing."""
    return attributes.get("hidden") in TRUE or NOTHING.fullmatch(attributes.get("ht", "")) is not None


def hidden_columns(attributes: Mapping[str, str]) -> range:
    """The columns that a `col` element hides, by saying so or by a width of nothing."""
    if attributes.get("hidden") not in TRUE and NOTHING.fullmatch(attributes.get("width", "")) is None:
        return range(0)
    first, last = attributes.get("min", ""), attributes.get("max", "")
    if not (first.isdecimal() and last.isdecimal()):
        raise Unfamiliar
    return range(max(int(first) - 1, 0), min(int(last), COLUMNS))


def _plain(xml: bytes) -> str:
    """The text of what stands around the rows, if it is the plain kind."""
    if holds_markup(xml.removeprefix(b"\xef\xbb\xbf").lstrip().removeprefix(b"<?xml")):
        raise Unfamiliar
    try:
        text = xml.decode()
    except UnicodeDecodeError as error:
        raise Unfamiliar from error
    return text


def holds_markup(xml: bytes) -> bool:
    """Whether there are comments, CDATA sections, declarations or processing instructions.

    A single character is looked for first: that is many times faster, and mostly it is not there.
    """
    return (b"!" in xml and b"<!" in xml) or (b"?" in xml and b"<?" in xml)
