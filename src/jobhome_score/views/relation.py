"""A relation: rows that a rule can measure, whether they stand in a ledger or were joined from several."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain
from typing import Any, NamedTuple

from jobhome_score.evidence import Place
from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.tables import Table

Moment = dt.date | Span
"""What decides into which month, quarter or week a row falls; a Span falls only into cells of its own length."""


class Relation(NamedTuple):
    """Rows with named columns. Names and texts are held by their comparison key.

    `moments` says when each row happened (None: at no particular time); `places` gives the ledger rows behind a row.
    """

    size: int
    column: Callable[[str], Sequence[Any]]
    moments: Callable[[], Sequence[Moment | None]]
    places: Callable[[int], Sequence[Place]]


def rows_of(
    table: Table, kept: Sequence[int], moments: Sequence[Moment], extra: Mapping[str, Sequence[Any]] | None = None
) -> Relation:
    """The chosen rows of a ledger, in order; `moments` and `extra` columns run along the whole table."""
    whole = len(kept) == len(table)

    def pick(column: Sequence[Any]) -> Sequence[Any]:
        return column if whole else [column[row] for row in kept]

    @cache
    def column(name: str) -> Sequence[Any]:
        return pick(extra[name] if extra and name in extra else table.keyed(name))

    return Relation(len(kept), column, lambda: pick(moments), lambda row: (table.place(kept[row]),))


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
    return Relation(
        len(made),
        lambda name: [row.values[name] for row in made],
        lambda: [row.moment for row in made],
        lambda row: made[row].places(),
    )
