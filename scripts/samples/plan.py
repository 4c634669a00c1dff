"""One sample year: its parts, its calendar and its sources of chance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

import chinese_calendar

from .parts import (
    CallPlan,
    Complaint,
    DeskPlan,
    FairPlan,
    Finding,
    GigPlan,
    LivePlan,
    OfficePlan,
    OnlinePlan,
    Person,
    Project,
    ReportPlan,
    Review,
    Training,
)


@dataclass(frozen=True)
class Plan:
    """One sample year."""

    folder: str
    seed: str
    project: Project
    people: tuple[Person, ...]
    duties: tuple[tuple[str, str | None], ...]
    fairs: FairPlan
    calls: CallPlan
    desk: DeskPlan
    online: OnlinePlan
    live: LivePlan
    gig: GigPlan
    office: OfficePlan
    reports: ReportPlan
    trainings: tuple[Training, ...]
    findings: tuple[Finding, ...]
    complaints: tuple[Complaint, ...]
    awards: tuple[tuple[date, str, str, str], ...]
    reviews: tuple[Review, ...] = ()
    unguarded: frozenset[date] = frozenset()
    wording: Mapping[str, str] = field(default_factory=dict)
    months: str = "{month}月"
    split_callbacks: bool = False

    def rng(self, ledger: str) -> Random:
        """Return a source of chance of the ledger's own: changing one ledger leaves the others as they were."""
        return Random(f"{self.seed}/{ledger}")

    def days(self) -> Iterator[date]:
        """Every day of the period."""
        length = (self.project.end - self.project.start).days + 1
        return (self.project.start + timedelta(n) for n in range(length))

    def month_days(self) -> dict[str, list[date]]:
        """The days of each calendar month of the period, by YYYY-MM."""
        months: dict[str, list[date]] = {}
        for day in self.days():
            months.setdefault(f"{day:%Y-%m}", []).append(day)
        return months

    def day_at(self, place: int, count: int, spare: int = 0) -> date:
        """Return the day of the `place`th of `count` rows spread over the period but for its last `spare` days."""
        length = (self.project.end - self.project.start).days + 1 - spare
        return self.project.start + timedelta(place * length // count)


def working(day: date) -> bool:
    """Whether the mainland works on `day`."""
    return bool(chinese_calendar.is_workday(day))


def evenly(count: int, among: int) -> tuple[int, ...]:
    """Return `count` places spread over `among`, neither the first nor the last where there is room."""
    return tuple((2 * n + 1) * among // (2 * count) for n in range(count))
