"""Months, quarters, weeks and working days of a period."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import chinese_calendar

from .case import Case
from .rows import Row, text

LAST_PUBLISHED_YEAR = max(day.year for day in chinese_calendar.constants.holidays)


@dataclass(frozen=True)
class Cell:
    """A month or quarter to be judged; more than one span where part months are joined."""

    spans: tuple[tuple[date, date], ...]
    due: date

    def holds(self, moment: date) -> bool:
        """Whether a date falls into the cell."""
        return any(first <= moment <= last for first, last in self.spans)


def month_span(year: int, month: int) -> tuple[date, date]:
    """First and last day of a calendar month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def quarter_span(year: int, quarter: int) -> tuple[date, date]:
    """First and last day of a calendar quarter."""
    return date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1]


def covered_span(report: Row) -> tuple[date, date]:
    """The month or quarter that a report covers, written 2026-03 or 2026Q1."""
    covers = text(report, "covers")
    if "Q" in covers:
        return quarter_span(int(covers[:4]), int(covers[5:]))
    return month_span(int(covers[:4]), int(covers[5:]))


def months_touched(case: Case) -> list[tuple[date, date]]:
    """Every calendar month that lies in the period at least in part."""
    spans = []
    year, month = case.start.year, case.start.month
    while date(year, month, 1) <= case.end:
        spans.append(month_span(year, month))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return spans


def quarters_touched(case: Case) -> list[tuple[date, date]]:
    """Every calendar quarter that lies in the period at least in part."""
    quarters = {(first.year, (first.month + 2) // 3) for first, _ in months_touched(case)}
    return [quarter_span(year, quarter) for year, quarter in sorted(quarters)]


def to_cells(case: Case, spans: list[tuple[date, date]]) -> list[Cell]:
    """The cells to judge, the part ones at both ends joined where the reading says so."""
    cells = [Cell((span,), min(span[1], case.end)) for span in spans]
    first_is_part, last_is_part = spans[0][0] < case.start, spans[-1][1] > case.end
    together = case.readings["part_months"] == "together"
    if together and first_is_part and last_is_part and len(cells) > 1:
        return [*cells[1:-1], Cell((spans[0], spans[-1]), case.end)]
    return cells


def months(case: Case) -> list[Cell]:
    """The months that are due by the as-of date."""
    return [cell for cell in to_cells(case, months_touched(case)) if cell.due <= case.cut]


def quarters(case: Case) -> list[Cell]:
    """The quarters that are due by the as-of date."""
    return [cell for cell in to_cells(case, quarters_touched(case)) if cell.due <= case.cut]


def mondays(case: Case) -> list[date]:
    """The Mondays of the ISO weeks that lie wholly in the period and have ended."""
    first = case.start + timedelta(days=-case.start.weekday() % 7)
    found = []
    while first + timedelta(days=6) <= case.cut:
        found.append(first)
        first += timedelta(days=7)
    return found


def reports(case: Case, kind: str) -> list[Row]:
    """Reports of a kind whose month or quarter lies in the period; they go by what they cover."""
    found = []
    for row in case.year["reports"]:
        first, last = covered_span(row)
        if row["kind"] == kind and first <= case.cut and last >= case.start:
            found.append(row)
    return found


def cells_without_report(case: Case, kind: str, cells: list[Cell]) -> int:
    """How many cells no report of a kind covers."""
    covered = {covered_span(row) for row in reports(case, kind)}
    return sum(1 for cell in cells if not covered.intersection(cell.spans))


def is_working_day(moment: date) -> bool:
    """Whether the mainland works that day; Monday to Friday where the year is not yet published."""
    if moment.year > LAST_PUBLISHED_YEAR:
        return moment.weekday() < 5
    return bool(chinese_calendar.is_workday(moment))


def working_days(after: date, until: date) -> int:
    """Working days after one day, up to and including another."""
    length = (until - after).days
    return sum(1 for step in range(1, length + 1) if is_working_day(after + timedelta(days=step)))


def days(first: date, last: date) -> list[date]:
    """Every day from the first to the last."""
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]
