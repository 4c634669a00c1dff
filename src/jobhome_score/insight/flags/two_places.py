"""Whether one person visited two fairs of one day that lie in different regions.

Looked at are seekers with a number of their own who were called after two offline events of one day, one in the city
and one elsewhere, or in two other regions. Companies are not asked about: they send two people. Livestreams name
roles and no people, and attendance has one row a day: neither can tell of two places. Null model: with the chance
`MISTYPED` a call bears the number of another event; the tail is binomial over the people of such days.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier, Weight, places
from jobhome_score.insight.flags.numbers_called import real
from jobhome_score.insight.flags.tails import binomial

CODE = "two_places"
MISTYPED = Fraction(1, 100)


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer, where two events of one day lie in different regions."""
    calls, regions = dossier.rows("callbacks"), _regions(dossier)
    if calls is None or not regions:
        return
    days = dossier.season.event_days
    found: dict[tuple[dt.date, str, str], dict[str, int]] = {}
    names = ("channel", "party", "event", "name", "phone")
    for row, (channel, party, event, name, phone) in enumerate(zip(*map(calls.column, names), strict=True)):
        if channel == "招聘会" and party == "求职者" and event in regions and real(phone) is not None:
            found.setdefault((days[event], name, phone), {}).setdefault(regions[event], row)
    if found:
        twice = [stood for stood in found.values() if len(stood) > 1]
        rows = [row for stood in twice for row in stood.values()]
        chance = binomial(len(found), MISTYPED, len(twice))
        usual = len(found) * MISTYPED
        yield Answer(CODE, places(calls, rows), len(twice), len(found), usual, chance, {}, Weight.ODD_ROWS)


def _regions(dossier: Dossier) -> Mapping[str, str]:
    """The region of each offline event that shares its day with one in another region."""
    events = dossier.rows("events")
    if events is None:
        return {}
    regions: dict[str, str] = {}
    by_day: dict[object, set[str]] = {}
    days = dossier.season.event_days
    for event, region, offline in zip(*map(events.column, ("event", "region", "offline")), strict=True):
        if offline:
            regions[event] = region
            by_day.setdefault(days[event], set()).add(region)
    return {event: region for event, region in regions.items() if len(by_day[days[event]]) > 1}
