"""Recruitment events with what follows from their form, and the days on which fairs were due (2.1-2.4)."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from jobhome_score.evidence import Place
from jobhome_score.ledgers.tables import Table
from jobhome_score.ledgers.wording import key
from jobhome_score.views.people import ATTENDED
from jobhome_score.views.relation import Joined, Relation, joined
from jobhome_score.views.season import Season

ONE_DAY = dt.timedelta(days=1)
OFFLINE = frozenset({"线下", "线上线下"})
ONLINE = frozenset({"线上", "线上线下"})


def events(season: Season) -> Relation:
    """The events, with `offline` (线下, 线上线下) and `online` (线上, 线上线下, or 同步线上)."""
    table = season.table("events")
    modes = table.columns["mode"]
    beside = table.columns["online"]
    return season.rows(
        "events",
        {
            "offline": [mode in OFFLINE for mode in modes],
            "online": [mode in ONLINE or bool(also) for mode, also in zip(modes, beside, strict=True)],
        },
    )


def fair_days(season: Season) -> Relation:
    """Every day seen, with its weekday (1 Monday), whether it is a working day, and how many daily fairs it had."""
    table = season.table("events")
    days = table.columns["date"]
    rows: dict[dt.date, list[int]] = {}
    for row, kind in enumerate(table.columns["kind"]):
        if kind == "日常":
            rows.setdefault(days[row], []).append(row)
    return joined(_days(season, table, rows, "daily_fairs"))


def duty_days(season: Season) -> Relation:
    """Every day seen, with its weekday (1 Monday), whether it is a working day, and how many people attended."""
    table = season.table("attendance")
    days = table.columns["date"]
    rows: dict[dt.date, list[int]] = {}
    for row, status in enumerate(table.columns["status"]):
        if status in ATTENDED:
            rows.setdefault(days[row], []).append(row)
    return joined(_days(season, table, rows, "attended"))


def _days(season: Season, table: Table, rows: Mapping[dt.date, Sequence[int]], name: str) -> Iterator[Joined]:
    day = season.seen.start
    while day <= season.seen.end:
        values = {
            "date": day,
            "weekday": day.isoweekday(),
            "working": season.workdays.is_working(day),
            name: len(rows.get(day, ())),
        }
        yield Joined(values, partial(_places, table, rows.get(day, ())), day)
        day += ONE_DAY


def _places(table: Table, rows: Sequence[int]) -> Sequence[Place]:
    return [table.place(row) for row in rows]


def services(season: Season) -> Relation:
    """The service records, with `item`: the catalogue's name for the service, None where it has none."""
    written = season.table("services").columns["service"]
    known = {text: season.catalogue.get(key(text).casefold()) for text in set(written)}
    return season.rows("services", {"item": [known[text] for text in written]})
