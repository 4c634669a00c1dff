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

Of = tuple[str, str]
"""An event and a kind of party."""

Calls = Sequence[int]
"""The rows of one party's successful calls."""


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for fairs, one for each kind of party."""
    relation = dossier.rows("callbacks")
    if relation is None or not dossier.season.has("events"):
        return
    days, dates = dossier.season.event_days, relation.column("date")
    reached = _reached(relation)
    early = {of: [rows for rows in calls if all(dates[row] < days[of[0]] for row in rows)]
             for of, calls in reached.items()}  # fmt: skip
    whole, soon = _by_event(reached), _by_event(early)
    asked = [event for event, number in whole.items() if number >= FEWEST]
    wrong = {event for event in asked if 2 * soon[event] > whole[event]}
    if asked:
        called = [one for of, found in early.items() if of[0] in wrong for one in found]
        yield _answer(relation, FAIR, called, (len(wrong), len(asked), MISDATED), {})
    for party, share in CONFIRMED.items():
        mine = [of for of in reached if of[1] == party and of[0] not in wrong]
        called = [one for of in mine for one in early[of]]
        among = sum(len(reached[of]) for of in mine)
        if among:
            yield _answer(relation, PARTY, called, (len(called), among, share), {"party": party})


def _answer(
    relation: Relation, code: str, called: Sequence[Calls], figures: tuple[int, int, Fraction], facts: Mapping[str, str]
) -> Answer:
    found, among, share = figures
    rows = places(relation, [row for one in called for row in one])
    return Answer(code, rows, found, among, among * share, binomial(among, share, found), facts, Weight.ODD_ROWS)


def _by_event(calls: Mapping[Of, Sequence[Calls]]) -> Mapping[str, int]:
    """How many parties there are of each event."""
    found: dict[str, int] = {}
    for (event, _), parties in calls.items():
        found[event] = found.get(event, 0) + len(parties)
    return found


def _reached(relation: Relation) -> Mapping[Of, Sequence[Calls]]:
    """The parties of each fair that were reached, each with its successful calls."""
    names = ("channel", "event", "party", "name", "phone", "reached")
    found: dict[Of, dict[tuple[str, str | None], list[int]]] = {}
    for row, values in enumerate(zip(*map(relation.column, names), strict=True)):
        channel, event, party, name, phone, reached = values
        if channel == "招聘会" and reached:
            found.setdefault((event, party), {}).setdefault((name, phone), []).append(row)
    return {of: tuple(parties.values()) for of, parties in found.items()}
