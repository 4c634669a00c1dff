"""One pattern for the rows of a sheet, learned from the first of them.

The rows of a ledger look alike: the same columns, each with one style and one type. A pattern that spells out what is
the same lets the regular expression engine take a whole row in one step, several times faster than cell by cell.
Rows that differ are handed over whole and are taken cell by cell; nothing is ever skipped.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from jobhome_score.evidence import letters
from jobhome_score.named import NamedTuple
from jobhome_score.patterns import pattern
from jobhome_score.reading.cell_scan import ANY_CELL, PRESERVED, attributes
from jobhome_score.reading.kinds import Kinds, Meaning
from jobhome_score.reading.references import column_index
from jobhome_score.records import dataclass

# how a cell opens: after its reference, up to the first character of its value
OPENING = pattern(r'<c r="([A-Z]{1,3})[0-9]{1,7}"([^<>/]*+(?:/>|></c>|>(?:<v[^<>/]*+>|<is><t[^<>/]*+>|<f)))')
ROW_OPENS = r'<row r="([0-9]{1,7})"([^<>/]*+)>(?:'
# whatever is no row matches as well, so that nothing between rows goes unseen: rows without any cell, and all the rest
ROW_CLOSES = r'</row>|(.*?)</row>)|(?:\s++|<row(?:\s++[A-Za-z:0-9]++="[^"<>&]*+")*+\s*+/>)++|(.+)'
SPECIAL = {ord(character): "\\" + character for character in r"\.^$*+?{}[]()|"}
SAME = 0.95  # from this share on, the other cells of a column count as exceptions
RARE = 50  # a cell that opens like one in more than so many is an exception
MOST_WAYS = 8  # more ways of opening a cell are not spelled out
WIDEST = 256  # a wider pattern costs more than it saves


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the pattern: where it stands, and what its values mean where all of them are of one kind."""

    index: int
    meaning: Meaning | None


class Way(NamedTuple):
    """Openings of cells whose values mean the same and close in the same way."""

    meaning: Meaning
    closing: str
    openings: list[str]


class RowPattern(NamedTuple):
    """Matches one row: number and attributes, then what a column matches, then the rest, then what is no row.

    A column matches its value where all are of one kind, else the four groups of ANY_CELL. The rest is the whole
    content of a row that the columns do not describe. Rows without any cell match without a number.
    """

    pattern: re.Pattern[str]
    columns: tuple[Column, ...]


WHOLE_ROWS = RowPattern(re.compile(ROW_OPENS + ROW_CLOSES, re.DOTALL), ())
"""The pattern that describes no column: every row that holds anything is handed over whole."""


class Habit:
    """What the sheets of one workbook have looked like so far: monthly sheets of a ledger share one pattern."""

    def __init__(self) -> None:
        """Start without any."""
        self.pattern: RowPattern | None = None
        self._unlearned = 0

    def is_worth_learning(self, size: int, enough: int) -> bool:
        """Whether blocks too small to learn from by themselves have added up to enough."""
        self._unlearned += size
        return self._unlearned > enough


def learned(sample: str, known: Iterable[int], kinds: Kinds, most_columns: int) -> RowPattern:
    """The pattern of the rows in `sample`, with the columns already `known` whether or not they occur there."""
    found: dict[int, Counter[str]] = {index: Counter() for index in known}
    for (column, opening), times in Counter(OPENING.findall(sample)).items():
        found.setdefault(column_index(column), Counter())[opening] += times
    parts: list[str] = []
    columns: list[Column] = []
    for index in sorted(found)[:WIDEST]:
        if index < most_columns:
            part, meaning = _column(letters(index), found[index], kinds)
            parts.append(part)
            columns.append(Column(index, meaning))
    return RowPattern(re.compile(ROW_OPENS + "".join(parts) + ROW_CLOSES, re.DOTALL), tuple(columns))


def _column(name: str, openings: Counter[str], kinds: Kinds) -> tuple[str, Meaning | None]:
    """The part of the pattern for one column, and the meaning of its values if they are of one kind."""
    reference = rf'<c r="{name}\1"'
    openings = _usual(openings)
    empty = [opening for opening in openings if opening.endswith(("/>", "</c>"))]
    for opening in empty:
        attributes(opening.partition(">")[0].removesuffix("/"))  # raises where they are none
    filled = Counter({opening: times for opening, times in openings.items() if opening not in empty})
    ways = _ways(filled, kinds)
    if ways and len(empty) <= MOST_WAYS:
        usual = max(ways, key=lambda way: sum(filled[opening] for opening in way.openings))
        if len(usual.openings) <= MOST_WAYS and sum(map(filled.__getitem__, usual.openings)) >= SAME * filled.total():
            value = f"{_either([*map(_literally, usual.openings)])}([^<]*+){usual.closing}"
            return f"(?:{reference}{_either([value, *map(_literally, empty)])})?+", usual.meaning
    return f"(?:{reference}{ANY_CELL})?+", None


def _either(patterns: Sequence[str]) -> str:
    """What matches one of several patterns."""
    return patterns[0] if len(patterns) == 1 else f"(?:{'|'.join(patterns)})"


def _literally(text: str) -> str:
    """The pattern of a text: what needs no backslash gets none, for a pattern is read letter by letter."""
    return text.translate(SPECIAL)


def _usual(openings: Counter[str]) -> Counter[str]:
    """The openings worth spelling out: those of the header alone would slow every row down."""
    least = openings.total() / RARE
    return Counter({opening: times for opening, times in openings.items() if times >= least})


def _ways(filled: Iterable[str], kinds: Kinds) -> list[Way]:
    """The openings without a formula, those that mean and close the same together, whatever their styles."""
    ways: dict[tuple[int, str], Way] = {}
    for opening in filled:
        if not opening.endswith("<f"):
            own, _, value = opening.partition(">")
            attributes(value.removesuffix(">").removeprefix("<is><t").removeprefix("<v"))  # raises where they are none
            meaning = kinds.meaning(attributes(own), preserved=PRESERVED in value)
            closing = "</t></is></c>" if value.startswith("<is>") else "</v></c>"
            ways.setdefault((id(meaning), closing), Way(meaning, closing, [])).openings.append(opening)
    return list(ways.values())
