"""One question to the oracle: a site-year, how its open clauses are read, and up to which date."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .rows import Row, Year, day, text

DEFAULTS: Mapping[str, str] = {
    "part_months": "together",
    "headcount": "worst_month",
    "services_cap": "indicator",
    "quarterly_report": "each",
    "callback_rates": "each",
    "callback_nobody": "skipped",
    "percentage_points": "whole",
    "special_equipment": "each",
    "session_items": "each",
    "sessions_counted": "all",
    "outreach_campus": "counts",
    "live_team": "full_time",
    "live_weekly": "annual",
    "live_views": "annual",
    "videos_target": "more_than",
    "reach_followers": "once",
    "followers_base": "start",
    "gig_registrants": "person",
    "gig_openings": "standard",
    "gig_training": "month",
    "missing_session": "session",
    "bonus_companies": "exceeds",
    "bonus_gate": "standard",
    "complaints_cap": "all",
    "fraud_extra": "once",
    "total_cap": "capped",
    "score_gaps": "continuous",
    "fee_basis": "contract",
}

OPTIONS: Mapping[str, tuple[str, ...]] = {
    "part_months": ("together", "each"),
    "headcount": ("worst_month", "period"),
    "services_cap": ("indicator", "substandard"),
    "quarterly_report": ("each", "once"),
    "callback_rates": ("each", "pooled", "worst"),
    "callback_nobody": ("skipped", "missed"),
    "percentage_points": ("whole", "started", "proportional"),
    "special_equipment": ("each", "once"),
    "session_items": ("each", "average"),
    "sessions_counted": ("all", "best"),
    "outreach_campus": ("counts", "outside_only"),
    "live_team": ("full_time", "anyone"),
    "live_weekly": ("annual", "weekly"),
    "live_views": ("annual", "session"),
    "videos_target": ("more_than", "at_least"),
    "reach_followers": ("once", "each"),
    "followers_base": ("start", "first_in_period"),
    "gig_registrants": ("person", "each", "none_only"),
    "gig_openings": ("standard", "content"),
    "gig_training": ("month", "each", "month_total"),
    "missing_session": ("session", "session_and_items"),
    "bonus_companies": ("exceeds", "includes"),
    "bonus_gate": ("standard", "content"),
    "complaints_cap": ("all", "adverse_only"),
    "fraud_extra": ("once", "each"),
    "total_cap": ("capped", "uncapped"),
    "score_gaps": ("continuous", "rounded", "truncated"),
    "fee_basis": ("contract", "assessed"),
}


@dataclass(frozen=True)
class Case:
    """A year under one set of readings; `cut` is the last day that counts, `as_of` None without an as-of date."""

    year: Year
    readings: Mapping[str, str]
    start: date
    end: date
    as_of: date | None

    @property
    def cut(self) -> date:
        """The as-of date, or the period's end."""
        return self.end if self.as_of is None else self.as_of

    @property
    def over(self) -> bool:
        """Whether the period has ended, so that annual targets are due."""
        return self.cut == self.end

    def inside(self, moment: date) -> bool:
        """Whether a deciding date belongs to the period and is not later than the as-of date."""
        return self.start <= moment <= self.cut

    def rows(self, ledger: str) -> list[Row]:
        """The rows of a ledger that is decided by its own date."""
        return [row for row in self.year[ledger] if self.inside(day(row))]

    def event_days(self) -> dict[str, date]:
        """The date of every event, inside the period or not."""
        return {text(row, "event"): day(row) for row in self.year["events"]}

    def findings(self, *kinds: str) -> int:
        """How many findings of these types there are; one that carries a count is that many."""
        found = [row for row in self.rows("findings") if row["type"] in kinds]
        return sum(times(row) for row in found)


def times(finding: Row) -> int:
    """How many findings one row stands for; blank is one."""
    number = finding.get("count")
    return number if isinstance(number, int) else 1


def open_case(year: Year, readings: Mapping[str, str], as_of: date | None) -> Case:
    """Put a question; an as-of date after the period is the period's end."""
    project = year["project"][0]
    start, end = day(project, "period_start"), day(project, "period_end")
    asked = None if as_of is None else min(as_of, end)
    return Case(year, {**DEFAULTS, **readings}, start, end, asked)
