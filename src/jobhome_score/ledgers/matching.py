"""Which ledger a sheet is, and which field each of its columns."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.ledgers.kinds import shown
from jobhome_score.ledgers.rows import Field, Ledger
from jobhome_score.ledgers.wording import header_key, key
from jobhome_score.patterns import pattern
from jobhome_score.reading.cells import Row
from jobhome_score.records import dataclass

HEADER_DEPTH = 20
"""Within how many Excel rows a header is looked for."""

INSTRUCTIONS = frozenset({"说明", "填写说明", "填表说明", "使用说明", "instructions", "readme"})

WHEN = pattern(r"(?:年度|月份|季度|q[1-4]|[上下]半|[一二三四五六七八九十]+(?=月|季)|[-0-9年月季日第_.、,~至()\[\]])++")
LONGEST_NAME = 1_000
"""No longer text is looked at as the name of a ledger or of a column."""


def sheet_key(name: str) -> str:
    """The key of a sheet's or file's name, without years, months and numbering around it."""
    if len(name) > LONGEST_NAME:
        return name
    bare = key(name).casefold()
    found = [one.span() for one in WHEN.finditer(bare)]
    start = found[0][1] if found and found[0][0] == 0 else 0
    end = found[-1][0] if found and found[-1][1] == len(bare) else len(bare)
    return bare[start:end] or bare


@cache
def _names() -> Mapping[str, Ledger]:
    return {
        sheet_key(name): ledger for ledger in ledgers().values() for name in (*ledger.also, ledger.id, ledger.sheet)
    }


def ledger_named(name: str) -> Ledger | None:
    """The ledger that a sheet's or file's name means, if any."""
    return _names().get(sheet_key(name))


def is_instructions(name: str) -> bool:
    """Whether a sheet explains the ledgers rather than being one."""
    return key(name).casefold() in INSTRUCTIONS


@dataclass(frozen=True, slots=True)
class Header:
    """A header found: at which index of the rows, which field each column is, and what went wrong.

    `missing` required fields; `doubled` fields named by several columns; `unknown` columns by their text.
    """

    index: int
    fields: Mapping[int, Field]
    missing: tuple[Field, ...]
    doubled: Mapping[str, tuple[int, ...]]
    unknown: Mapping[int, str]

    @property
    def columns(self) -> set[int]:
        """The columns that it names, rightly or not."""
        return {*self.fields, *self.unknown, *chain.from_iterable(self.doubled.values())}


def find_header(ledger: Ledger, numbers: Sequence[int], rows: Sequence[Row]) -> Header | None:
    """The first row that names all required columns, else the one that names most of them; None where none names two."""
    best: Header | None = None
    for index, number in enumerate(numbers):
        if number > HEADER_DEPTH:
            break
        for row in _readings_of(rows, index):
            header = read_header(ledger, index, row)
            if header.fields and not header.missing:
                return header
            if best is None or len(header.fields) > len(best.fields):
                best = header
    needed = min(2, len(ledger.fields))
    return best if best is not None and len(best.fields) >= needed else None


def _readings_of(rows: Sequence[Row], index: int) -> Iterator[Row]:
    """A row by itself, then together with the row above it: the two lines of a header with groups over its columns."""
    yield rows[index]
    if index:
        yield [above if below is None else below for above, below in zip(rows[index - 1], rows[index], strict=True)]


def read_header(ledger: Ledger, index: int, row: Row) -> Header:
    """What a row would mean as a header."""
    own, also = ledger.headers()
    texts = {column: shown(value).strip() for column, value in enumerate(row) if value is not None}
    keys = {column: header_key(text) if len(text) <= LONGEST_NAME else "" for column, text in texts.items()}
    claims: dict[str, list[int]] = {}
    for column, name in keys.items():
        if name in own:
            claims.setdefault(own[name].id, []).append(column)
    settled = set(claims)
    for column, name in keys.items():
        if name not in own and name in also and also[name].id not in settled:
            claims.setdefault(also[name].id, []).append(column)
    fields = {columns[0]: ledger.fields[name] for name, columns in claims.items()}
    named = set(claims)
    missing = tuple(field for field in ledger.fields.values() if field.required and field.id not in named)
    doubled = {name: tuple(columns) for name, columns in claims.items() if len(columns) > 1}
    taken = {column for columns in claims.values() for column in columns}
    return Header(index, fields, missing, doubled, {at: text for at, text in texts.items() if at not in taken})
