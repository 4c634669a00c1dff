"""The telephone numbers of the ledgers: which texts are numbers that somebody may have, and which only fill a cell."""

from collections.abc import Iterator, Sequence
from typing import Any

from jobhome_score.insight.flags.answers import Dossier
from jobhome_score.views.relation import Relation

WITH_PHONES = ("callbacks", "online", "frontdesk", "gig_workers")
SHORTEST, LONGEST = 7, 15
FEWEST_DIGITS = 4
"""A number of fewer different digits (11111111111, 10101010101) stands for none."""

REPEATED = 6
"""So many equal digits at the end (13000000000) stand for none."""

FILLERS = frozenset({"13800138000", "12345678901", "12345678910", "1234567890", "12345678", "1234567"})
"""Numbers that forms show as examples and clerks type where somebody left none."""


def real(phone: str | None) -> str | None:
    """The number without the country's own code; None for what stands for no number."""
    if phone is None:
        return None
    number = phone.removeprefix("+").removeprefix("86") if phone.startswith(("+86", "861")) else phone
    told = number.isascii() and number.isdigit() and SHORTEST <= len(number) <= LONGEST
    if not told or number in FILLERS or len(set(number)) < FEWEST_DIGITS:
        return None
    return None if len(set(number[-REPEATED:])) == 1 else number


def phoned(dossier: Dossier) -> Iterator[tuple[str, Relation, Sequence[str | None]]]:
    """Each ledger that has telephone numbers, with the number of each row."""
    for ledger in WITH_PHONES:
        relation = dossier.rows(ledger)
        if relation is not None and relation.size:
            known: dict[Any, str | None] = {}
            column = relation.column("phone")
            known.update((text, real(text)) for text in set(column))
            yield ledger, relation, [known[text] for text in column]


def parties(relation: Relation, ledger: str) -> Sequence[str]:
    """Who each row is about: 企业 or 求职者; the gig market registers people alone."""
    return ["求职者"] * relation.size if ledger == "gig_workers" else relation.column("party")
