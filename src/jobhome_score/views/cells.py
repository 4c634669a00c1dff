"""The calendar cut into the cells that rules are measured in: months, quarters, weeks and halves of a period."""

import datetime as dt
from collections.abc import Iterator

from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.period import Period, months_after
from jobhome_score.named import NamedTuple

ONE_DAY = dt.timedelta(days=1)
ONE_WEEK = dt.timedelta(days=7)
MONTHS = {"month": 1, "quarter": 3}


class CalendarCell(NamedTuple):
    """A month, quarter, week or half, as far as it lies in the period; joined part months have two stretches.

    Due once its last day has passed.
    """

    label: str
    stretches: tuple[Period, ...]

    @property
    def last(self) -> dt.date:
        """Its last day in the period."""
        return self.stretches[-1].end

    def days(self) -> Iterator[dt.date]:
        """Its days in the period."""
        for stretch in self.stretches:
            day = stretch.start
            while day <= stretch.end:
                yield day
                day += ONE_DAY

    def holds(self, moment: dt.date | Span, grain: str) -> bool:
        """Whether what happened at a moment falls into it; a report only into a cell of the length that it covers."""
        if isinstance(moment, dt.date):
            return any(stretch.holds(moment) for stretch in self.stretches)
        return moment.months == MONTHS.get(grain) and any(stretch.touches(moment) for stretch in self.stretches)


def months_within(period: Period, months: int = 1) -> Iterator[Period]:
    """The calendar months (or quarters, with 3) that a period touches, each clipped to the period."""
    start = period.start
    while start <= period.end:
        turn = dt.date(start.year, (start.month - 1) // months * months + 1, 1)
        end = min(months_after(turn, months) - ONE_DAY, period.end)
        yield Period(start, end)
        start = end + ONE_DAY


def calendar_cells(period: Period, grain: str, *, join_parts: bool) -> tuple[CalendarCell, ...]:
    """The cells of a period. With `join_parts`, part months at both ends are one cell (reading `part_months`)."""
    if grain == "week":
        return tuple(
            CalendarCell(_week(first), (Period(first, first + ONE_WEEK - ONE_DAY),)) for first in _mondays(period)
        )
    if grain == "half":
        middle = months_after(period.start, 6)
        halves = (Period(period.start, min(middle - ONE_DAY, period.end)), Period(middle, period.end))
        return tuple(CalendarCell(f"H{n}", (half,)) for n, half in enumerate(halves, 1) if half.start <= half.end)
    months = MONTHS[grain]
    stretches = list(months_within(period, months))
    if join_parts and len(stretches) > 1 and _is_part(stretches[0], months) and _is_part(stretches[-1], months):
        first, *inner, last = stretches
        joint = CalendarCell(f"{_label(first, months)}+{_label(last, months)}", (first, last))
        return (*(CalendarCell(_label(each, months), (each,)) for each in inner), joint)
    return tuple(CalendarCell(_label(each, months), (each,)) for each in stretches)


def _is_part(stretch: Period, months: int) -> bool:
    span = _span(stretch, months)
    return stretch.start != span.first or stretch.end != span.last


def _span(stretch: Period, months: int) -> Span:
    return Span(stretch.start.year, (stretch.start.month - 1) // months * months + 1, months)


def _label(stretch: Period, months: int) -> str:
    return str(_span(stretch, months))


def _mondays(period: Period) -> Iterator[dt.date]:
    first = period.start + ONE_DAY * (-period.start.weekday() % 7)
    while first + ONE_WEEK - ONE_DAY <= period.end:
        yield first
        first += ONE_WEEK


def _week(monday: dt.date) -> str:
    year, week, _ = monday.isocalendar()
    return f"{year}-W{week:02}"
