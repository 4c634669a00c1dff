"""Whether people visited companies on days on which the attendance has them on leave or absent.

Null model: with the chance `SLIP` a visit bears a wrong date, or leave was taken for half a day; the tail is binomial
over the visits whose visitor stands in that day's attendance. A rest day (休息) is no contradiction.
"""

from collections.abc import Iterator
from fractions import Fraction

from jobhome_score.evidence import Place
from jobhome_score.insight.flags.answers import Answer, Dossier, Weight
from jobhome_score.insight.flags.tails import binomial
from jobhome_score.ledgers.wording import key
from jobhome_score.views.people import OWNERS

CODE = "on_leave"
SLIP = Fraction(1, 30)
AWAY = frozenset({"请假", "旷工"})


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer, where visits and attendance were handed in."""
    visits, attendance = dossier.rows("visits"), dossier.rows("attendance")
    if visits is None or attendance is None:
        return
    days = zip(attendance.column("date"), attendance.column("name"), strict=True)
    known = {day: row for row, day in enumerate(days)}
    status, found, among = attendance.column("status"), dict[Place, None](), 0
    odd = 0
    for row, (day, visitors) in enumerate(zip(visits.column("date"), visits.column("visitor"), strict=True)):
        stood = [known[day, name] for name in _names(visitors) if (day, name) in known]
        away = [at for at in stood if status[at] in AWAY]
        among += bool(stood)
        odd += bool(away)
        found |= dict.fromkeys(place for at in away for place in (*visits.places(row), *attendance.places(at)))
    if among:
        chance = binomial(among, SLIP, odd)
        yield Answer(CODE, tuple(found), odd, among, among * SLIP, chance, {}, Weight.ODD_ROWS)


def _names(text: str | None) -> list[str]:
    return [key(part) for part in OWNERS.split(text or "") if part]
