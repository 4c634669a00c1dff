"""Whether the workbooks were made only after the period that they record.

Looked at is the day on which a workbook with dated rows was made, by its own word, not the day of its last saving:
any ledger is saved again. Workbooks made on one day count as one, for an export or a new template makes all of them
at once. Null model: one workbook (or such a batch) in `COPIED` was copied into a new file before it was handed in;
the tail is binomial. A single late workbook is therefore never a lead, only something to ask about.
"""

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from jobhome_score.evidence import Place
from jobhome_score.insight.flags.answers import Answer, Dossier, Weight
from jobhome_score.insight.flags.tails import binomial
from jobhome_score.views.season import UNDATED

CODE = "late_workbooks"
COPIED = Fraction(1, 5)


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer, where workbooks say when they were made and the period has ended."""
    season = dossier.season
    tables = [table for name, table in season.ledgers.tables.items() if name not in UNDATED]
    files = dict.fromkeys(piece.file for table in tables for piece in table.pieces if piece.numbers)
    made = {file: said.created for file in files
            if (said := dossier.properties.get(file)) is not None and said.created is not None}  # fmt: skip
    late = {file: day for file, day in made.items() if day > season.period.end}
    batches = len(set(late.values()))
    among = len(made) - len(late) + batches
    if made:
        facts = {"end": season.period.end.isoformat(), "files": str(len(late)), "days": _days(late)}
        rows = tuple(Place(file) for file in late)
        chance = binomial(among, COPIED, batches)
        yield Answer(CODE, rows, batches, among, among * COPIED, chance, facts, Weight.ODD_ROWS)


def _days(late: dict[str, dt.date]) -> str:
    return " ".join(day.isoformat() for day in sorted(set(late.values())))
