"""Whether the whole staff is written down as at work on public holidays on which nothing took place.

Looked at are the weekdays that the mainland's calendar makes holidays (weekends are no sign: many offices open on
Saturdays; make-up working days are working days here). A day is odd where most people of the roster, and at least
`FEWEST`, attended otherwise than on duty (值班), while no event, livestream or training stands on that day. Null model:
one such day in `BUSY` had a reason that the ledgers do not tell; the tail is binomial over these days.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier, places
from jobhome_score.insight.flags.tails import binomial
from jobhome_score.views.people import ATTENDED
from jobhome_score.views.workdays import MONDAY_TO_FRIDAY

CODE = "days_off"
BUSY = Fraction(1, 10)
MOST = Fraction(3, 4)
FEWEST = 4
ON_DUTY = "值班"
HAPPENINGS = ("events", "livestreams", "trainings")


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer, where attendance and roster were handed in."""
    attendance, season = dossier.rows("attendance"), dossier.season
    if attendance is None or not attendance.size or not season.has("staff"):
        return
    off, busy = _holidays(dossier), _busy_days(dossier)
    at_work: dict[dt.date, list[int]] = {day: [] for day in off if day not in busy}
    for row, (day, status) in enumerate(zip(attendance.column("date"), attendance.column("status"), strict=True)):
        if day in at_work and status in ATTENDED and status != ON_DUTY:
            at_work[day].append(row)
    odd = {day: rows for day, rows in at_work.items()
           if len(rows) >= FEWEST and len(rows) >= MOST * _roster(dossier, day)}  # fmt: skip
    if at_work:
        chance = binomial(len(at_work), BUSY, len(odd))
        rows = places(attendance, [row for found in odd.values() for row in found])
        facts = {"days": _named(odd)}
        yield Answer(CODE, rows, len(odd), len(at_work), len(at_work) * BUSY, chance, facts)


def _named(days: Mapping[dt.date, object]) -> str:
    return " ".join(day.isoformat() for day in sorted(days))


def _holidays(dossier: Dossier) -> list[dt.date]:
    """The weekdays of the part of the period already seen on which nobody has to work."""
    seen, workdays = dossier.season.seen, dossier.season.workdays
    every = (seen.start + dt.timedelta(days=step) for step in range((seen.end - seen.start).days + 1))
    return [day for day in every if day.isoweekday() <= MONDAY_TO_FRIDAY and not workdays.is_working(day)]


def _busy_days(dossier: Dossier) -> set[dt.date]:
    held = (dossier.rows(ledger) for ledger in HAPPENINGS)
    return {day for relation in held if relation is not None for day in relation.column("date")}


def _roster(dossier: Dossier, day: dt.date) -> int:
    staff = dossier.season.table("staff")
    rows = zip(staff.keyed("name"), staff.columns["start"], staff.columns["end"], strict=True)
    return len({name for name, start, end in rows if start <= day and (end is None or day <= end)})
