"""One pattern for the rows of a sheet, learned from the first of them.

The rows of a ledger look alike: the same columns, each with one style and one type. A pattern that spells out what is
the same lets the regular expression engine take a whole row in one step, several times faster than cell by cell.
Rows that differ are handed over whole and are taken cell by cell; nothing is ever skipped.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jobhome_score.evidence import letters
from jobhome_score.reading.cell_scan import ANY_CELL, PRESERVED, attributes
from jobhome_score.reading.kinds import Kinds, Meaning
from jobhome_score.reading.references import column_index

# how a cell opens: after its reference, up to the first character of its value
OPENING = re.compile(r'<c r="([A-Z]{1,3})[0-9]{1,7}"([^<>/]*+(?:/>|></c>|>(?:<v[^<>/]*+>|<is><t[^<>/]*+>|<f)))')
# a row follows a row at once, so that nothing between rows goes unseen
ROW_OPENS = r'(?:\A|(?<=</row>)|(?<=/>))\s*+<row r="([0-9]{1,7})"[^<>/]*+(?:/>|>(?:'
ROW_CLOSES = r"</row>|(.*?)</row>))"
SAME = 0.95  # from this share on, the other cells of a column count as exceptions
BLANKS = 6  # more ways of being empty are not spelled out
WIDEST = 256  # a wider pattern costs more than it saves


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the pattern: where it stands, and what its values mean where all of them are of one kind."""

    index: int
    meaning: Meaning | None


@dataclass(frozen=True, slots=True)
class RowPattern:
    """Matches one row: number, then what a column matches, then the rest.

    A column matches its value where all are of one kind, else the four groups of ANY_CELL. The rest is the whole
    content of a row that the columns do not describe.
    """

    pattern: re.Pattern[str]
    columns: tuple[Column, ...]


WHOLE_ROWS = RowPattern(re.compile(ROW_OPENS + ROW_CLOSES, re.DOTALL), ())
"""The pattern that describes no column: every row that holds anything is handed over whole."""


def learned(sample: str, known: Iterable[int], kinds: Kinds, most_columns: int) -> RowPattern:
    """The pattern of the rows in `sample`, with the columns already `known` whether or not they occur there."""
    found: dict[int, Counter[str]] = {index: Counter() for index in known}
    for column, opening in OPENING.findall(sample):
        found.setdefault(column_index(column), Counter())[opening] += 1
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
    empty = [opening for opening in openings if opening.endswith(("/>", "</c>"))]
    filled = Counter({opening: times for opening, times in openings.items() if opening not in empty})
    most = filled.most_common(1)
    if most and len(empty) <= BLANKS:
        opening, times = most[0]
        if times >= SAME * filled.total() and not opening.endswith("<f"):
            own, _, value = opening.partition(">")
            closing = "</t></is></c>" if value.startswith("<is>") else "</v></c>"
            ways = "|".join([f"{re.escape(opening)}([^<]*+){closing}", *map(re.escape, empty)])
            return f"(?:{reference}(?:{ways}))?+", kinds.meaning(attributes(own), preserved=PRESERVED in value)
    return f"(?:{reference}{ANY_CELL})?+", None
