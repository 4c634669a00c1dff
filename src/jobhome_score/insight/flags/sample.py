"""A sample of rows for on-site checking, the same for the same seed whatever the order of rows or files.

Drawn without replacement by exponential keys (Efraimidis and Spirakis): each row gets −ln(u) ÷ weight, and the rows of
the smallest keys are the sample. Its u comes from the SHA-256 of seed, the workbook's SHA-256, sheet and Excel row
alone: nobody can choose rows, and who repeats it draws the same ones.
"""

import hashlib
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from heapq import nsmallest
from math import log
from typing import Any

from jobhome_score.assessment import Assessment
from jobhome_score.evidence import Place
from jobhome_score.insight.flags.weights import Stake, stakes
from jobhome_score.ledgers.catalogue import REVIEWS, ledgers
from jobhome_score.measures.measuring import Workbench
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass
from jobhome_score.views.season import UNDATED, Season

NOT_THE_OPERATORS = frozenset({"findings", "complaints", REVIEWS})
"""Ledgers that the auditor writes, or that only speak of the others."""

EXACT = Context(prec=40)
BITS = 64
CLOSE_CALLS = 100
"""So many rows more than wanted are drawn by quick keys, and exact keys decide among them: a logarithm of forty digits
takes its time, and a quick one errs by far less than lies between the last row wanted and the hundredth after it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A row to be checked: of which ledger, what it says, its weight, and what hangs on it (None: nothing)."""

    place: Place
    ledger: str
    says: Mapping[str, Any]
    weight: int
    stake: Stake | None


@dataclass(frozen=True, slots=True)
class Sample:
    """The rows drawn, in the order of the ledgers; `among` rows of `total` weight were there to be drawn."""

    seed: str
    rows: tuple[Drawn, ...]
    among: int
    total: int


class Candidate(NamedTuple):
    """A row that may be drawn: the head of its hash, its weight, its place, ledger and row in the table."""

    head: int
    weight: int
    place: Place
    ledger: str
    row: int


def sample(assessment: Assessment, bench: Workbench, size: int, seed: str) -> Sample:
    """Draw `size` rows of what the operator recorded in the period, or all where there are fewer."""
    held = stakes(assessment, bench)
    every = list(_candidates(bench.season, held, seed))
    likely = nsmallest(size + CLOSE_CALLS, every, lambda one: -log((one.head + 0.5) / 2**BITS) / one.weight)
    chosen = nsmallest(size, likely, lambda one: (exponential(one.head, one.weight), one.place))
    order = list(ledgers())
    rows = [Drawn(one.place, one.ledger, _says(bench.season, one), one.weight, held.get(one.place))
            for one in sorted(chosen, key=lambda one: (order.index(one.ledger), one.place))]  # fmt: skip
    return Sample(seed, tuple(rows), len(every), sum(one.weight for one in every))


def _candidates(season: Season, held: Mapping[Place, Stake], seed: str) -> Iterator[Candidate]:
    hashes = {account.file: account.sha256 for account in season.ledgers.accounts}
    for name, table in season.ledgers.tables.items():
        if name in NOT_THE_OPERATORS or (name == "online" and not season.has("events")):
            continue
        moments = None if name in UNDATED else season.moments(name)
        for row in range(len(table)):
            place = table.place(row)
            stake = held.get(place)
            if stake is not None or moments is None or season.belongs(moments[row]):
                head = head_of(seed, hashes.get(place.file, ""), place)
                yield Candidate(head, 1 if stake is None else stake.weight, place, name, row)


def head_of(seed: str, sha256: str, place: Place) -> int:
    """The first 64 bits of the SHA-256 of seed, file hash, sheet and row, in UTF-8 with a line end between them."""
    text = f"{seed}\n{sha256}\n{place.sheet}\n{place.row}"
    return int.from_bytes(hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[: BITS // 8], "big")


def exponential(head: int, weight: int) -> Decimal:
    """The key of a row: −ln(u) ÷ weight with u = (head + ½) ÷ 2⁶⁴, to forty digits."""
    u = EXACT.divide(Decimal(2 * head + 1), Decimal(2 ** (BITS + 1)))
    return EXACT.divide(EXACT.minus(EXACT.ln(u)), Decimal(weight))


def _says(season: Season, drawn: Candidate) -> Mapping[str, Any]:
    columns = season.table(drawn.ledger).columns
    return {name: column[drawn.row] for name, column in columns.items() if column[drawn.row] is not None}
