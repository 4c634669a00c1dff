"""The parts of a sample year's plan: every figure that the score depends on is stated here or in a year's table."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True)
class Project:
    """The project sheet."""

    site: str
    operator: str
    purchaser: str
    start: date
    end: date
    contract: Decimal
    base: Decimal | None
    assessed: Decimal | None
    paid: Decimal


@dataclass(frozen=True)
class Person:
    """Somebody on the roster; from `away` on every working day is leave; `every` 3 means on duty each third day."""

    name: str
    employment: str
    post: str
    role: str | None
    start: date
    end: date | None = None
    away: date | None = None
    every: int = 1


@dataclass(frozen=True)
class Fair:
    """A recruitment event; `number` is given once all fairs of the year are in order."""

    day: date
    kind: str
    theme: str
    companies: int
    positions: int
    visitors: int
    region: str = "市内"
    mode: str = "线下"
    online: str = "是"
    number: str | int = ""

    @property
    def offline(self) -> bool:
        """Whether people came to a place."""
        return self.mode != "线上"

    @property
    def on_screen(self) -> bool:
        """Whether one could apply from home."""
        return self.mode != "线下" or self.online == "是"


@dataclass(frozen=True)
class FairPlan:
    """Daily fairs are drawn, `large` and `changes` (by place in the year) excepted; the others are listed."""

    daily: int
    online_only: int
    large: tuple[int, ...]
    changes: Mapping[int, Mapping[str, int]]
    themed: tuple[Fair, ...]
    outreach: tuple[Fair, ...]
    intents: Fraction
    number: str
    offline_alone: int = 0  # every so manieth daily fair is not shown online; 0: none


@dataclass(frozen=True)
class CallPlan:
    """Shares called back with success; a half point off the whole, so that rounding down is seen."""

    fair_companies: Fraction
    fair_seekers: Fraction
    gig_seekers: Fraction
    frontdesk: Fraction


@dataclass(frozen=True)
class DeskPlan:
    """Distinct registrants at the front desk, and how many rows are second visits."""

    companies: int
    seekers: int
    repeats: int


@dataclass(frozen=True)
class OnlinePlan:
    """Online rows: how many were contacted; `short` are the recommendations of seekers who got too few."""

    companies: int
    called: int
    seekers: int
    contacted: int
    short: tuple[int, ...]


@dataclass(frozen=True)
class LivePlan:
    """Livestreams, videos, followers (day, count) first and last, partners; `special` are (host, kind)."""

    sessions: int
    views: tuple[int, int]
    positions: tuple[int, int]
    special: tuple[tuple[str, str], ...]
    videos: int
    followers: tuple[tuple[date, int], tuple[date, int]]
    deep: int
    touched: int
    again: int


@dataclass(frozen=True)
class GigPlan:
    """The day-labour market; `lacking` are (recommendations, follow-ups) of registrants who got too little."""

    workers: int
    lacking: tuple[tuple[int, int], ...]
    least_follow_ups: int
    jobs_a_month: int
    openings: tuple[int, int]
    openings_in: Mapping[str, int]
    classes: tuple[int, ...]
    classes_in: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True)
class Training:
    """A training other than the monthly classes of the day-labour market."""

    day: date
    kind: str
    theme: str
    participants: int
    eligible: int | None = None


@dataclass(frozen=True)
class ReportPlan:
    """Reports that are missing, as (kind, YYYY-MM or YYYYQn), errors noted in the monthly analyses, the spelling."""

    missing: frozenset[tuple[str, str]]
    errors: Mapping[str, int]
    month: str
    quarter: str


@dataclass(frozen=True)
class Finding:
    """What an inspection found."""

    day: date
    indicator: str | None
    kind: str
    note: str
    count: int | None = None
    fixed: date | None = None


@dataclass(frozen=True)
class Complaint:
    """A complaint as judged."""

    day: date
    content: str
    valid: str
    adverse: str | None = None
    points: Decimal | None = None


@dataclass(frozen=True)
class OfficePlan:
    """Services, visits, publicity and feedback; `publicity_flaws` are (timely, truthful) of single rows."""

    services: tuple[str, ...]
    service_rows: int
    substandard: int
    elsewhere: tuple[str, ...]
    visits: int
    unvisited: frozenset[str]
    channels: tuple[str, ...]
    publicity: int
    publicity_flaws: tuple[tuple[str, str], ...]
    feedback: int
    feedback_open: int
    feedback_late: int


@dataclass(frozen=True)
class Review:
    """A decision on a disputed charge: by its row in a sheet, or by indicator, rule and period."""

    verdict: str
    reason: str
    sheet: str | None = None
    row: int | None = None
    indicator: str | None = None
    rule: str | None = None
    period: str | None = None
    count: int | None = None
    document: str | None = None
