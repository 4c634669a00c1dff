"""Who was to be called back and who was reached (1.4).

A party is one name with one phone on one side (企业 or 求职者); at a fair, of one event.
"""

from collections.abc import Iterator
from functools import partial

from jobhome_score.views.fairs import OFFLINE
from jobhome_score.views.relation import Joined, Relation, joined
from jobhome_score.views.season import Season

FAIR, GIG, DESK = "招聘会", "零工市场", "前台"
COMPANY, SEEKER = "企业", "求职者"
Party = tuple[str, str, str | None]
COMPANIES = "fair_companies", COMPANY, "companies"
SEEKERS = "fair_seekers", SEEKER, "visitors"


def fair_callbacks(season: Season) -> Relation:
    """Per offline event and side: `due`, its companies or visitors; `reached`, distinct parties, at most as many."""
    return joined(_fairs(season))


def gig_callbacks(season: Season) -> Relation:
    """Per distinct gig registrant: `due` 1, and `reached` 1 where a callback of the gig market succeeded."""
    return joined(_registrants(season, "gig_workers", "gig_seekers", GIG))


def desk_callbacks(season: Season) -> Relation:
    """Per distinct front-desk registrant, company or seeker: `due` 1, and `reached` 1 where a callback succeeded."""
    return joined(_registrants(season, "frontdesk", "frontdesk", DESK))


def all_callbacks(season: Season) -> Relation:
    """The four groups together, each with at least one row, so that a group with nobody to call is not overlooked."""
    return joined(
        [
            *_fairs(season),
            *_registrants(season, "gig_workers", "gig_seekers", GIG),
            *_registrants(season, "frontdesk", "frontdesk", DESK),
        ]
    )


def _nobody(group: str) -> Joined:
    return Joined({"group": group, "due": 0, "reached": 0}, tuple)


def _fairs(season: Season) -> Iterator[Joined]:
    reached = _reached_at_fairs(season)
    events = season.rows("events")
    modes, numbers = events.column("mode"), events.column("event")
    for group, side, size in (COMPANIES, SEEKERS):
        sizes = events.column(size)
        yield _nobody(group)
        for row in range(events.size):
            if modes[row] in OFFLINE:
                names = len(reached.get((numbers[row], side), ()))
                values = {"group": group, "due": sizes[row], "reached": min(names, sizes[row])}
                yield Joined(values, partial(events.places, row))


def _reached_at_fairs(season: Season) -> dict[tuple[str, str], set[tuple[str, str | None]]]:
    """Names and phones successfully called back, by event and side."""
    calls = season.rows("callbacks")
    names = ("channel", "reached", "event", "party", "name", "phone")
    found: dict[tuple[str, str], set[tuple[str, str | None]]] = {}
    for channel, reached, event, party, name, phone in zip(*map(calls.column, names), strict=True):
        if reached and channel == FAIR:
            found.setdefault((event, party), set()).add((name, phone))
    return found


def _registrants(season: Season, ledger: str, group: str, channel: str) -> Iterator[Joined]:
    calls = season.rows("callbacks")
    columns = map(calls.column, ("channel", "reached", "party", "name", "phone"))
    reached = {(side, name, phone) for by, ok, side, name, phone in zip(*columns, strict=True) if ok and by == channel}
    yield _nobody(group)
    rows = season.rows(ledger)
    for party, row in _distinct(rows, ledger).items():
        yield Joined({"group": group, "due": 1, "reached": int(party in reached)}, partial(rows.places, row))


def _distinct(rows: Relation, ledger: str) -> dict[Party, int]:
    """Each registrant once, with the first row that names them."""
    sides = rows.column("party") if ledger == "frontdesk" else [SEEKER] * rows.size
    found: dict[Party, int] = {}
    for row, party in enumerate(zip(sides, rows.column("name"), rows.column("phone"), strict=True)):
        found.setdefault(party, row)
    return found
