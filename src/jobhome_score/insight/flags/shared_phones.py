"""Whether one telephone stands under three or more names more often than families and agents would make it.

Null model: every number is somebody's own or a couple's, except that with `SHARED` chance it serves three people (a
family, a foreman with his crew; of companies an agent who registers for several), and then with the chance `MORE` for
another and another. The statistic is the number of names beyond the second, over all numbers; its tail is that of
clumps (`tails.clumped`). Numbers that stand for none (无, 13800138000) are left out.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier
from jobhome_score.insight.flags.numbers_called import parties, phoned
from jobhome_score.insight.flags.tails import clumped
from jobhome_score.views.relation import Relation

CODE = "shared_phone"
USUAL = 2
SHARED = {"求职者": Fraction(1, 400), "企业": Fraction(1, 60)}
MORE = Fraction(2, 3)

Stood = tuple[Relation, int]
Names = dict[str, dict[str, list[Stood]]]
"""By number and name, the first row of each ledger in which they stand together."""


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for seekers, one for companies."""
    by_party = _names(dossier)
    for party, chance in SHARED.items():
        if by_party[party]:
            yield _answer(party, by_party[party], chance)


def _names(dossier: Dossier) -> Mapping[str, Names]:
    found: dict[str, Names] = {party: {} for party in SHARED}
    for ledger, relation, phones in phoned(dossier):
        kinds, named = parties(relation, ledger), relation.column("name")
        seen: set[tuple[str, str, str]] = set()
        for row, told in enumerate(zip(phones, kinds, named, strict=True)):
            phone, party, name = told
            if phone is not None and told not in seen:
                seen.add((phone, party, name))
                found[party].setdefault(phone, {}).setdefault(name, []).append((relation, row))
    return found


def _answer(party: str, names: Names, chance: Fraction) -> Answer:
    shared = sorted((found for found in names.values() if len(found) > USUAL), key=len, reverse=True)
    extra = sum(len(found) - USUAL for found in shared)
    often = clumped(len(names), chance, MORE, extra)
    stood = [where for found in shared for rows in found.values() for where in rows]
    rows = tuple(place for relation, row in stood for place in relation.places(row))
    facts = {"party": party, "extra": str(extra), "most": str(max((len(found) for found in shared), default=0))}
    return Answer(CODE, rows, len(shared), len(names), len(names) * chance, often, facts)
