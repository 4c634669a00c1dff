"""A relation: rows that a rule can measure, whether they stand in a ledger or were joined from several."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, compress
from typing import Any

from jobhome_score.evidence import Place
from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.tables import Table
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass, field

Moment = dt.date | Span
"""What decides into which month, quarter or week a row falls; a Span falls only into cells of its own length."""


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows with named columns. Names and texts are held by their comparison key.

    `moments` says when each row happened (None: at no particular time); `places` gives the ledger rows behind a row.
    """

    size: int
    column: Callable[[str], Sequence[Any]]
    moments: Callable[[], Sequence[Moment | None]]
    places: Callable[[int], Sequence[Place]]
    known: dict[Any, Sequence[int]] = field(default_factory=dict, repr=False, compare=False)
    """Rows that were looked for before, by what was asked of them: many rules ask the same, under many readings."""

    def over(self, name: str, rows: Sequence[int]) -> Iterable[Any]:
        """A column over some rows, which ascend: as many rows as there are, are all of them."""
        column = self.column(name)
        return column if len(rows) == self.size else map(column.__getitem__, rows)


def rows_of(
    table: Table, chosen: Sequence[bool], moments: Sequence[Moment], extra: Mapping[str, Sequence[Any]] | None = None
) -> Relation:
    """The chosen rows of a ledger, in order; `chosen`, `moments` and `extra` columns run along the whole table."""
    kept = list(compress(range(len(table)), chosen))
    whole = len(kept) == len(table)

    def pick(column: Sequence[Any]) -> Sequence[Any]:
        return column if whole else list(compress(column, chosen))

    @cache
    def column(name: str) -> Sequence[Any]:
        return pick(extra[name] if extra and name in extra else table.keyed(name))

    return Relation(len(kept), column, cache(lambda: pick(moments)), lambda row: (table.place(kept[row]),))


def stacked(parts: Sequence[Relation]) -> Relation:
    """The rows of several relations one after another, with the columns that all of them have."""
    starts = [0, *accumulate(part.size for part in parts)]

    @cache
    def column(name: str) -> Sequence[Any]:
        return list(chain.from_iterable(part.column(name) for part in parts))

    def places(row: int) -> Sequence[Place]:
        part = bisect_right(starts, row) - 1
        return parts[part].places(row - starts[part])

    return Relation(starts[-1], column, lambda: list(chain.from_iterable(part.moments() for part in parts)), places)


class Joined(NamedTuple):
    """One row of a view under construction: its values, how to find the ledger rows it was made from, its moment."""

    values: Mapping[str, Any]
    places: Callable[[], Sequence[Place]]
    moment: Moment | None = None


def joined(rows: Iterable[Joined]) -> Relation:
    """A relation over rows that were joined one by one."""
    made = tuple(rows)

    @cache
    def column(name: str) -> Sequence[Any]:
        return [row.values[name] for row in made]

    return Relation(len(made), column, lambda: [row.moment for row in made], lambda row: made[row].places())
