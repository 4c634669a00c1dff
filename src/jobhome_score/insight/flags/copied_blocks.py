"""Whether blocks of people were copied from one event's list into another's.

Looked for are five or more rows in a row whose people (name and number) stand in the same order, without a gap, in
the list of an earlier event. Companies are not asked about: the same firms come every week and their list is a
template. Null model: at a row, with the chance `TOGETHER`, this person and the next stand side by side in an earlier
list too (neighbours who come together, lists sorted by name), then with the chance `MORE` the one after as well. Only
rows beyond the first `COMPANY` of a block are counted; the tail is that of clumps.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from jobhome_score.insight.flags.answers import Answer, Dossier, places
from jobhome_score.insight.flags.tails import clumped
from jobhome_score.views.relation import Relation

CODE = "copied_block"
SHORTEST = 5
COMPANY = 7
"""So many people who always come and sign together are no sign, however often they come."""

TOGETHER, MORE = Fraction(1, 50), Fraction(1, 2)
BEGINS = TOGETHER * MORE ** (COMPANY - 1)
"""The chance that at a row a block begins that is longer than any company."""

Person = tuple[str, str | None]
Pair = tuple[Person, Person]
Spot = tuple[str, int]
"""An event and a place in its list."""


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for the callbacks, one for the online contacts."""
    for ledger in ("callbacks", "online"):
        relation = dossier.rows(ledger)
        lists = _lists(relation) if relation is not None and dossier.season.has("events") else {}
        if relation is not None and len(lists) > 1:
            yield _answer(dossier, ledger, relation, lists)


def _lists(relation: Relation) -> Mapping[str, Sequence[int]]:
    """The rows of seekers by event, each person once, in the order of the ledger."""
    found: dict[str, list[int]] = {}
    seen: set[tuple[str, Person]] = set()
    events, kinds = relation.column("event"), relation.column("party")
    for row, event in enumerate(events):
        if event is None or kinds[row] != "求职者" or (event, _person(relation, row)) in seen:
            continue
        seen.add((event, _person(relation, row)))
        found.setdefault(event, []).append(row)
    return found


def _person(relation: Relation, row: int) -> Person:
    return relation.column("name")[row], relation.column("phone")[row]


def _answer(dossier: Dossier, ledger: str, relation: Relation, lists: Mapping[str, Sequence[int]]) -> Answer:
    days = dossier.season.event_days
    order = sorted(lists, key=lambda event: (str(days.get(event)), event))
    blocks = list(_blocks(relation, lists, order))
    rows = [row for event, first, last, (source, at) in blocks
            for part in (lists[event][first:last], lists[source][at : at + last - first]) for row in part]  # fmt: skip
    copied = sum(last - first for _, first, last, _ in blocks)
    among = sum(map(len, lists.values()))
    beyond = sum(max(0, last - first - COMPANY) for _, first, last, _ in blocks)
    chance = clumped(among, BEGINS, MORE, beyond)
    facts = {
        "ledger": ledger,
        "blocks": str(len(blocks)),
        "most": str(max((b - a for _, a, b, _ in blocks), default=0)),
    }
    return Answer(CODE, places(relation, rows), copied, among, among * BEGINS / (1 - MORE), chance, facts)


def _blocks(
    relation: Relation, lists: Mapping[str, Sequence[int]], order: Sequence[str]
) -> Iterator[tuple[str, int, int, Spot]]:
    """Each block: its event, where it begins and ends in its list, and where its model begins."""
    known: dict[Pair, Spot] = {}
    for event in order:
        people = [_person(relation, row) for row in lists[event]]
        first, model = 0, ("", 0)
        for at in range(len(people)):
            pair = (people[at], people[at + 1]) if at + 1 < len(people) else None
            spot = known.get(pair) if pair else None
            if spot is not None and model[0] and spot == (model[0], model[1] + at - first):
                continue
            if model[0] and at - first + 1 >= SHORTEST:
                yield event, first, at + 1, model
            first, model = at, spot or ("", 0)
        for at, pair in enumerate(pairwise(people)):
            known.setdefault(pair, (event, at))
