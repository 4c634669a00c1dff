"""Whether somebody attends who has left, or has not come yet.

A hard contradiction between roster and attendance: at least `DAYS` attended days more than `GRACE` days outside every
engagement of that name. Within the grace people hand over their work. It cannot happen unless the roster bears a
wrong date, the person came back without a new line on it, or two people have one name.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier, Weight, places
from jobhome_score.views.people import ATTENDED

CODE = "after_leaving"
GRACE = dt.timedelta(days=7)
DAYS = 5

Engagement = tuple[dt.date, dt.date | None]


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for each person who contradicts the roster."""
    attendance = dossier.rows("attendance")
    if attendance is None or not dossier.season.has("staff"):
        return
    engaged = _engagements(dossier)
    found: dict[str, list[int]] = {}
    columns = zip(*map(attendance.column, ("date", "name", "status")), strict=True)
    for row, (day, name, status) in enumerate(columns):
        if status in ATTENDED and name in engaged and _outside(day, engaged[name]):
            found.setdefault(name, []).append(row)
    for name, rows in found.items():
        if len(rows) >= DAYS:
            ends = [end for _, end in engaged[name] if end is not None]
            left = max(ends).isoformat() if ends else ""
            facts = {"name": name, "left": left, "start": min(start for start, _ in engaged[name]).isoformat()}
            among = attendance.column("name").count(name)
            yield Answer(CODE, places(attendance, rows), len(rows), among, Fraction(0), None, facts, Weight.ODD_ROWS)


def _engagements(dossier: Dossier) -> dict[str, list[Engagement]]:
    staff = dossier.season.table("staff")
    found: dict[str, list[Engagement]] = {}
    for name, start, end in zip(staff.keyed("name"), staff.columns["start"], staff.columns["end"], strict=True):
        found.setdefault(name, []).append((start, end))
    return found


def _outside(day: dt.date, engagements: Sequence[Engagement]) -> bool:
    return not any(start - GRACE <= day and (end is None or day <= end + GRACE) for start, end in engagements)
