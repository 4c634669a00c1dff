"""Who was to be called back and who was reached (1.4).

A party is one name with one phone on one side (企业 or 求职者); at a fair, of one event.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, compress
from operator import itemgetter
from typing import Any

from jobhome_score.evidence import Place
from jobhome_score.named import NamedTuple
from jobhome_score.views.fairs import OFFLINE
from jobhome_score.views.relation import Relation, stacked
from jobhome_score.views.season import Season

FAIR, GIG, DESK = "招聘会", "零工市场", "前台"
COMPANY, SEEKER = "企业", "求职者"
COMPANIES = "fair_companies", COMPANY, "companies"
SEEKERS = "fair_seekers", SEEKER, "visitors"


class Group(NamedTuple):
    """One group to call back, a fair or a registrant a row: how many were due and reached, and the ledger rows."""

    name: str
    due: Sequence[int]
    reached: Sequence[int]
    places: Callable[[int], Sequence[Place]]


def fair_callbacks(season: Season) -> Relation:
    """Per offline event and side: `due`, its companies or visitors; `reached`, distinct parties, at most as many."""
    return _together([*_fairs(season)])


def gig_callbacks(season: Season) -> Relation:
    """Per distinct gig registrant: `due` 1, and `reached` 1 where a callback of the gig market succeeded."""
    return _together([_registrants(season, "gig_workers", "gig_seekers", GIG)])


def desk_callbacks(season: Season) -> Relation:
    """Per distinct front-desk registrant, company or seeker: `due` 1, and `reached` 1 where a callback succeeded."""
    return _together([_registrants(season, "frontdesk", "frontdesk", DESK)])


def all_callbacks(season: Season) -> Relation:
    """The four groups together."""
    return stacked([fair_callbacks(season), gig_callbacks(season), desk_callbacks(season)])


def _together(groups: Sequence[Group]) -> Relation:
    """The groups one after another, each behind a row of nobody, so that one with nobody to call is not overlooked."""
    starts = [0, *accumulate(1 + len(group.due) for group in groups)]
    columns: dict[str, Sequence[Any]] = {
        "group": [group.name for group in groups for _ in range(1 + len(group.due))],
        "due": [number for group in groups for number in (0, *group.due)],
        "reached": [number for group in groups for number in (0, *group.reached)],
    }

    def places(row: int) -> Sequence[Place]:
        at = bisect_right(starts, row) - 1
        inside = row - starts[at] - 1
        return groups[at].places(inside) if inside >= 0 else ()

    return Relation(starts[-1], columns.__getitem__, lambda: [None] * starts[-1], places)


def _fairs(season: Season) -> Iterator[Group]:
    reached = Counter(map(itemgetter(0, 1), set(season.reached.get(FAIR, ()))))
    events = season.rows("events")
    numbers, offline = events.column("event"), [mode in OFFLINE for mode in events.column("mode")]
    rows = list(compress(range(events.size), offline))
    for group, side, size in (COMPANIES, SEEKERS):
        sizes = list(compress(events.column(size), offline))
        names = [reached[numbers[row], side] for row in rows]
        yield Group(group, sizes, list(map(min, names, sizes)), lambda at: events.places(rows[at]))


def _registrants(season: Season, ledger: str, group: str, channel: str) -> Group:
    reached = set(map(itemgetter(1, 2, 3), season.reached.get(channel, ())))
    rows = season.rows(ledger)
    sides = rows.column("party") if ledger == "frontdesk" else [SEEKER] * rows.size
    first = _first_rows(list(zip(sides, rows.column("name"), rows.column("phone"), strict=True)))
    where = list(first.values())
    names = list(map(int, map(reached.__contains__, first)))
    return Group(group, [1] * len(first), names, lambda at: rows.places(where[at]))


def _first_rows(parties: Sequence[tuple[Any, ...]]) -> dict[tuple[Any, ...], int]:
    """Each registrant once, in order, with the first row that names them."""
    rows = dict(zip(parties, range(len(parties)), strict=True))
    if len(rows) < len(parties):
        rows |= zip(reversed(parties), range(len(parties) - 1, -1, -1), strict=True)
    return rows
