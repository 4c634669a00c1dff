"""Which rows of a ledger two hand-ins share, whichever workbook, sheet or order they stand in, and which they do not.

Rows are compared as scoring sees them: typed values, texts by their key. First equal rows are paired, then rows with
the same key, then rows that share most of what identifies them.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from jobhome_score.evidence import Place
from jobhome_score.ledgers.rows import Ledger
from jobhome_score.ledgers.tables import Table
from jobhome_score.records import dataclass

MOST_COMPARED: Final = 4_000
"""So many rows left over on a side are still held against each other; beyond that nobody reads the pairs."""

COMMON: Final = 40
"""A value in more rows than this tells nothing about which of them is meant."""

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A row that both sides have and that is not the same: its index on either side, and the columns that differ."""

    a: int
    b: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowChanges:
    """A ledger on both sides; None where a side did not hand it in. Rows are indexes into the tables."""

    ledger: Ledger
    a: Table | None
    b: Table | None
    same: Sequence[tuple[int, int]]
    changed: Sequence[Change]
    removed: Sequence[int]
    added: Sequence[int]

    @property
    def any(self) -> bool:
        """Whether the sides differ."""
        return bool(self.changed or self.removed or self.added) or (self.a is None) is not (self.b is None)

    def twins(self) -> Iterator[tuple[Place, Place]]:
        """The places of each row that both sides have, changed or not."""
        if self.a is not None and self.b is not None:
            for first, second in (*self.same, *((one.a, one.b) for one in self.changed)):
                yield self.a.place(first), self.b.place(second)


def row_changes(ledger: Ledger, a: Table | None, b: Table | None) -> RowChanges:
    """Align the rows of a ledger."""
    if a is None or b is None:
        return RowChanges(ledger, a, b, (), (), _all(a), _all(b))
    names = list(ledger.fields)
    columns_a, columns_b = ([table.keyed(name) for name in names] for table in (a, b))
    if all(list(one) == list(other) for one, other in zip(columns_a, columns_b, strict=True)):
        return RowChanges(ledger, a, b, [(row, row) for row in range(len(a))], (), (), ())
    rows_a, rows_b = (list(zip(*columns, strict=True)) for columns in (columns_a, columns_b))
    same, left_a, left_b = _equal(rows_a, rows_b)
    pairs = dict(_by_key(ledger, names, (rows_a, left_a), (rows_b, left_b)))
    left_a, left_b = _without(left_a, set(pairs)), _without(left_b, set(pairs.values()))
    pairs |= dict(_by_likeness((rows_a, left_a), (rows_b, left_b)))
    changed = [
        Change(one, other, tuple(_differing(names, rows_a[one], rows_b[other]))) for one, other in sorted(pairs.items())
    ]
    removed, added = _without(left_a, set(pairs)), _without(left_b, set(pairs.values()))
    return RowChanges(ledger, a, b, same, changed, removed, added)


def _all(table: Table | None) -> Sequence[int]:
    return () if table is None else range(len(table))


def _without(rows: Sequence[int], taken: set[int]) -> list[int]:
    return [row for row in rows if row not in taken]


def _differing(names: Sequence[str], one: Row, other: Row) -> Iterator[str]:
    return (name for name, left, right in zip(names, one, other, strict=True) if left != right)


def _equal(rows_a: Sequence[Row], rows_b: Sequence[Row]) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Rows that are the same in every column, each paired once; what is left over on either side."""
    waiting: dict[Row, list[int]] = {}
    for at in reversed(range(len(rows_b))):
        waiting.setdefault(rows_b[at], []).append(at)
    same: list[tuple[int, int]] = []
    left: list[int] = []
    for at, row in enumerate(rows_a):
        twins = waiting.get(row)
        if twins:
            same.append((at, twins.pop()))
        else:
            left.append(at)
    return same, left, sorted(row for rows in waiting.values() for row in rows)


Left = tuple[Sequence[Row], Sequence[int]]
"""All rows of a side, and the indexes of those that are still without a partner."""


def _by_key(ledger: Ledger, names: Sequence[str], a: Left, b: Left) -> Iterator[tuple[int, int]]:
    """Rows left over that carry the same key; a key that stands twice on a side names nobody."""
    spots = [names.index(name) for name in ledger.key]
    if spots:
        on_a, on_b = (_unique(rows, left, spots) for rows, left in (a, b))
        yield from ((row, on_b[key]) for key, row in on_a.items() if key in on_b)


def _unique(rows: Sequence[Row], left: Sequence[int], spots: Sequence[int]) -> Mapping[Row, int]:
    keys = {row: tuple(rows[row][spot] for spot in spots) for row in left}
    counts = Counter(keys.values())
    return {key: row for row, key in keys.items() if counts[key] == 1}


def _by_likeness(a: Left, b: Left) -> Iterator[tuple[int, int]]:
    """Rows left over that share at least half of what identifies them, the most alike first."""
    (rows_a, left_a), (rows_b, left_b) = a, b
    if not left_a or not left_b or max(len(left_a), len(left_b)) > MOST_COMPARED:
        return
    tells = _tells(rows_a, rows_b)
    alike = sorted(_candidates(a, b, tells), key=lambda found: (-found[0], found[1], found[2]))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for _, one, other in alike:
        if one not in taken_a and other not in taken_b:
            taken_a.add(one)
            taken_b.add(other)
            yield one, other


Tells = Sequence[Mapping[Any, int]]
"""By column: how many bits of identity each value carries; a blank carries none."""


def _tells(rows_a: Sequence[Row], rows_b: Sequence[Row]) -> Tells:
    every = len(rows_a) + len(rows_b)
    columns = zip(*rows_a, strict=True), zip(*rows_b, strict=True)
    counts = [Counter(one) + Counter(other) for one, other in zip(*columns, strict=True)]
    return [
        {value: 0 if value is None else (every // count).bit_length() for value, count in column.items()}
        for column in counts
    ]


def _candidates(a: Left, b: Left, tells: Tells) -> Iterator[tuple[int, int, int]]:
    """Pairs alike enough, with how many bits they share; only rows that share a telling value are looked at."""
    (rows_a, left_a), (rows_b, left_b) = a, b
    homes: dict[tuple[int, Any], list[int]] = {}
    for row in left_b:
        for column, value in enumerate(rows_b[row]):
            if value is not None:
                homes.setdefault((column, value), []).append(row)
    for one in left_a:
        near = {other for column, value in enumerate(rows_a[one])
                for other in homes.get((column, value), ()) if len(homes[column, value]) <= COMMON}  # fmt: skip
        for other in sorted(near):
            shared = _bits(tells, rows_a[one], rows_b[other])
            whole = max(_bits(tells, rows_a[one], rows_a[one]), _bits(tells, rows_b[other], rows_b[other]))
            if shared and 2 * shared >= whole:
                yield shared, one, other


def _bits(tells: Tells, one: Row, other: Row) -> int:
    """How many bits of identity two rows share."""
    return sum(bits[left] for bits, left, right in zip(tells, one, other, strict=True) if left == right)
