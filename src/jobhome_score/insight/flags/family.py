"""All questions together, and the one level at which an answer becomes a lead.

A lead is what an honest ledger shows with a chance under `LEVEL`, and so rarely that all comparisons of a year
together show any in fewer than `FAMILY` honest years (Bonferroni: each comparison at `FAMILY` over their number); or
what it cannot show at all. Single odd rows that honest slips explain are kept apart as remarks: to be put right, no
sign.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jobhome_score.insight.flags import (
    after_leaving,
    before_event,
    copied_blocks,
    days_off,
    entered_twice,
    exact_hits,
    late_workbooks,
    on_leave,
    phone_runs,
    round_numbers,
    shared_phones,
    two_places,
)
from jobhome_score.insight.flags.answers import Answer, Dossier, Weight
from jobhome_score.records import dataclass

LEVEL = Fraction(1, 1000)
FAMILY = Fraction(1, 200)
"""Half of the one honest year in a hundred that may get a lead; the other half is left to hard contradictions."""

QUESTIONS = (
    before_event, shared_phones, phone_runs, copied_blocks, two_places, after_leaving, days_off, on_leave,
    entered_twice, exact_hits, round_numbers, late_workbooks,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flags:
    """What the questions came to. `leads` the rarest first; `remarks` are odd rows that honest slips explain.

    `asked` comparisons were made; each lead lies under `level`.
    """

    leads: tuple[Answer, ...]
    remarks: tuple[Answer, ...]
    asked: int
    level: Fraction


def flags(dossier: Dossier) -> Flags:
    """Ask every question; nothing of it changes a score."""
    answers = tuple(_answers(dossier))
    asked = sum(answer.chance is not None for answer in answers)
    level = min(LEVEL, FAMILY / max(1, asked))
    leads = [answer for answer in answers if _rare(answer, level)]
    remarks = [answer for answer in answers if answer.rows and answer.weight is Weight.ODD_ROWS
               and not _rare(answer, level)]  # fmt: skip
    return Flags(tuple(sorted(leads, key=_rarity)), tuple(remarks), asked, level)


def _answers(dossier: Dossier) -> Iterator[Answer]:
    for question in QUESTIONS:
        yield from question.ask(dossier)


def _rare(answer: Answer, level: Fraction) -> bool:
    return answer.chance is None or Fraction(answer.chance) <= level


def _rarity(answer: Answer) -> Decimal:
    return Decimal(0) if answer.chance is None else answer.chance
