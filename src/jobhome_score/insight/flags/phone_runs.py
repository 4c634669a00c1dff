"""Whether telephone numbers count upwards from row to row, as a dragged cell makes them.

Null model: with the chance `NEXT` a row's number is the one after (or before) that of the row above, because
colleagues or a couple with numbers bought together come together; then with the chance `MORE` the next row goes on
so. Runs of `SHORTEST` rows and more are counted, by their rows beyond the first `SHORTEST - 1`; the tail is that of
clumps.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier, places
from jobhome_score.insight.flags.numbers_called import phoned
from jobhome_score.insight.flags.tails import clumped

CODE = "phone_run"
SHORTEST = 5
NEXT, MORE = Fraction(1, 100), Fraction(1, 2)
BEGINS = NEXT * MORE ** (SHORTEST - 2)
"""The chance that a run of `SHORTEST` rows begins at a row."""


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for each ledger with telephone numbers."""
    for ledger, relation, phones in phoned(dossier):
        held = [row for row, phone in enumerate(phones) if phone is not None]
        if len(held) < SHORTEST:
            continue
        runs = [run for run in _runs(held, [int(phones[row] or 0) for row in held]) if len(run) >= SHORTEST]
        extra = sum(len(run) - SHORTEST + 1 for run in runs)
        rows = places(relation, [row for run in runs for row in run])
        facts = {"ledger": ledger, "runs": str(len(runs)), "most": str(max(map(len, runs), default=0))}
        usual = len(held) * BEGINS * SHORTEST
        yield Answer(CODE, rows, len(rows), len(held), usual, clumped(len(held), BEGINS, MORE, extra), facts)


def _runs(rows: Sequence[int], numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """The rows in stretches over which the number rises by one, or falls by one, each time."""
    first, way = 0, 0
    for at in range(1, len(rows) + 1):
        step = numbers[at] - numbers[at - 1] if at < len(rows) else 0
        if step in (1, -1) and way in (0, step):
            way = step
            continue
        yield rows[first:at]
        first, way = (at - 1, step) if step in (1, -1) else (at, 0)
