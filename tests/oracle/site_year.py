"""A random, valid site-year from a seed: every rule is sometimes below, at and just above its target."""

from datetime import date
from decimal import Decimal
from random import Random

from .chance import Chance, year_after
from .make_callbacks import callbacks, frontdesk, gig_workers, online
from .make_fairs import events
from .make_live import followers, gig_jobs, livestreams, partners, videos
from .make_office import feedback, publicity, reports, services, trainings, visits
from .make_oversight import awards, complaints, findings
from .make_people import attendance, duties, staff
from .rows import Row, Year

STARTS = (
    date(2025, 7, 1),
    date(2025, 1, 1),
    date(2024, 4, 1),
    date(2025, 7, 15),
    date(2025, 2, 1),
    date(2024, 11, 16),
    date(2024, 2, 29),
    date(2024, 8, 31),
)
ODD_PERIODS = ((date(2025, 3, 10), date(2025, 12, 31)), (date(2025, 5, 1), date(2026, 1, 20)))
MAY_BE_EMPTY = (
    "awards",
    "complaints",
    "feedback",
    "findings",
    "visits",
    "online",
    "videos",
    "trainings",
    "gig_jobs",
    "followers",
)


def period(dice: Random) -> tuple[date, date]:
    """Mostly a contract year, calendar-aligned or not; now and then another length."""
    if dice.random() < 0.06:
        return dice.choice(ODD_PERIODS)
    if dice.random() < 0.2:
        start = date(2024, 1, dice.randint(1, 28)).replace(month=dice.randint(1, 12))
        return start, year_after(start)
    start = dice.choice(STARTS)
    return start, year_after(start)


def project(chance: Chance) -> Row:
    """The project sheet, with the two parts of the fee in half of the years."""
    fen = chance.whole(10_000_000, 300_000_000)
    base = chance.whole(0, fen)
    parts = (Decimal(base) / 100, Decimal(fen - base) / 100) if chance.often(0.5) else (None, None)
    return {
        "site": "萍乡市就业之家",
        "operator": "某人力资源有限公司",
        "purchaser": chance.maybe("萍乡市就业中心"),
        "period_start": chance.start,
        "period_end": chance.end,
        "contract_amount": Decimal(fen) / 100,
        "base_fee": parts[0],
        "assessed_fee": parts[1],
        "paid": chance.maybe(Decimal(chance.whole(0, 9_000_000)) / 100),
    }


def random_year(seed: int) -> Year:
    """A site-year, keyed by ledger; the same seed gives the same year."""
    dice = Random(seed)
    start, end = period(dice)
    chance = Chance(dice, start, end, dice.choice((0.3, 0.7, 0.9, 0.97, 1.0)))
    roster, fairs, gig, desk = staff(chance), events(chance), gig_workers(chance), frontdesk(chance)
    year: Year = {
        "project": [project(chance)],
        "staff": roster,
        "duties": duties(chance, roster),
        "attendance": attendance(chance, roster),
        "services": services(chance),
        "visits": visits(chance),
        "reports": reports(chance),
        "events": fairs,
        "callbacks": callbacks(chance, fairs, gig, desk),
        "frontdesk": desk,
        "online": online(chance, fairs),
        "livestreams": livestreams(chance),
        "videos": videos(chance),
        "followers": followers(chance),
        "partners": partners(chance),
        "gig_workers": gig,
        "gig_jobs": gig_jobs(chance),
        "trainings": trainings(chance),
        "publicity": publicity(chance),
        "feedback": feedback(chance),
        "findings": findings(chance),
        "complaints": complaints(chance),
        "awards": awards(chance),
    }
    if chance.often(0.1):
        year[chance.pick(MAY_BE_EMPTY)] = []
    if chance.often(0.03):
        year = {ledger: rows if ledger in ("project", "staff") else [] for ledger, rows in year.items()}
    return year
