"""Whether people were only ever called back before the event they had been to.

Looked at are parties of a fair (event, party, name, number) all of whose successful calls lie before its day. Asked
twice. Of fairs: at how many were most parties reached before it only? Null model: one fair in `MISDATED` bears a
wrong date, which makes all its calls look early. Of parties, at all other fairs: null model: calls to confirm an
invitation stand in the ledger and the later one failed or was never due, for `CONFIRMED` of companies and of seekers
at most, slips of dates included. Both tails are binomial.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier, Weight, places
from jobhome_score.insight.flags.tails import binomial
from jobhome_score.views.relation import Relation

FAIR, PARTY = "fair_called_early", "party_called_early"
MISDATED = Fraction(1, 1000)
CONFIRMED = {"企业": Fraction(1, 2), "求职者": Fraction(1, 10)}
FEWEST = 5
"""At a fair with fewer parties reached, most of them may be early by one or two calls."""

Reached = Mapping[tuple[str, str], Mapping[tuple[str, str | None], Sequence[int]]]
"""By event and kind of party: the rows of each party's successful calls."""


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for fairs, one for each kind of party."""
    relation = dossier.rows("callbacks")
    if relation is None or not dossier.season.has("events"):
        return
    days, dates = dossier.season.event_days, relation.column("date")
    early: dict[tuple[str, str], list[Sequence[int]]] = {}
    reached = _reached(relation)
    for (event, party), people in reached.items():
        early[event, party] = [rows for rows in people.values() if all(dates[row] < days[event] for row in rows)]
    whole, soon = (_by_event({of: len(one) for of, one in found.items()}) for found in (reached, early))
    wrong = {event for event, number in whole.items() if number >= FEWEST and 2 * soon[event] > number}
    asked = sum(number >= FEWEST for number in whole.values())
    if asked:
        rows = [row for (event, _), found in early.items() if event in wrong for one in found for row in one]
        chance = binomial(asked, MISDATED, len(wrong))
        yield Answer(FAIR, places(relation, rows), len(wrong), asked, asked * MISDATED, chance, {}, Weight.ODD_ROWS)
    for party, share in CONFIRMED.items():
        among = sum(len(found) for (event, kind), found in reached.items() if kind == party and event not in wrong)
        called = [
            one for (event, kind), found in early.items() if kind == party and event not in wrong for one in found
        ]
        if among:
            rows = [row for one in called for row in one]
            chance = binomial(among, share, len(called))
            yield Answer(PARTY, places(relation, rows), len(called), among, among * share, chance, {"party": party},
                         Weight.ODD_ROWS)  # fmt: skip


def _by_event(numbers: Mapping[tuple[str, str], int]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for (event, _), number in numbers.items():
        found[event] = found.get(event, 0) + number
    return found


def _reached(relation: Relation) -> "Reached":
    names = ("channel", "event", "party", "name", "phone", "reached")
    found: dict[tuple[str, str], dict[tuple[str, str | None], list[int]]] = {}
    for row, values in enumerate(zip(*map(relation.column, names), strict=True)):
        channel, event, party, name, phone, reached = values
        if channel == "招聘会" and reached:
            found.setdefault((event, party), {}).setdefault((name, phone), []).append(row)
    return found
