"""Whether one telephone stands under three or more names more often than families and agents would make it.

Null model: every number is somebody's own or a couple's, except that with `SHARED` chance it serves three people (a
family, a foreman with his crew; of companies an agent who registers for several), and then with the chance `MORE` for
another and another. The statistic is the number of names beyond the second, over all numbers; its tail is that of
clumps (`tails.clumped`). Numbers that stand for none (无, 13800138000) are left out.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from jobhome_score.evidence import Place
from jobhome_score.insight.flags.answers import Answer, Dossier, places
from jobhome_score.insight.flags.numbers_called import parties, phoned
from jobhome_score.insight.flags.tails import clumped

CODE = "shared_phone"
USUAL = 2
SHARED = {"求职者": Fraction(1, 400), "企业": Fraction(1, 60)}
MORE = Fraction(2, 3)

Names = dict[str, dict[str, list[Place]]]
"""By number and name, a row of each ledger in which they stand together."""


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for seekers, one for companies."""
    for party, chance in SHARED.items():
        names = _names(dossier, party)
        if names:
            yield _answer(party, names, chance)


def _names(dossier: Dossier, party: str) -> Names:
    found: Names = {}
    for ledger, relation, phones in phoned(dossier):
        kinds, named = parties(relation, ledger), relation.column("name")
        seen: set[tuple[str, str]] = set()
        for row, phone in enumerate(phones):
            if phone is not None and kinds[row] == party and (phone, named[row]) not in seen:
                seen.add((phone, named[row]))
                found.setdefault(phone, {}).setdefault(named[row], []).append(places(relation, (row,))[0])
    return found


def _answer(party: str, names: Names, chance: Fraction) -> Answer:
    shared = sorted((found for found in names.values() if len(found) > USUAL), key=len, reverse=True)
    extra = sum(len(found) - USUAL for found in shared)
    often: Decimal = clumped(len(names), chance, MORE, extra)
    rows = tuple(place for found in shared for stood in found.values() for place in stood)
    facts = {"party": party, "extra": str(extra), "most": str(max((len(found) for found in shared), default=0))}
    return Answer(CODE, rows, len(shared), len(names), len(names) * chance, often, facts)
