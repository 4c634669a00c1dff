"""The period of an assessment, usually one contract year."""

import datetime as dt

from jobhome_score.ledgers.days import Span
from jobhome_score.named import NamedTuple


class Period(NamedTuple):
    """From the first to the last day, both included."""

    start: dt.date
    end: dt.date

    def holds(self, day: dt.date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end

    def touches(self, span: Span) -> bool:
        """Whether a month or quarter lies in it at least in part."""
        return span.first <= self.end and span.last >= self.start

    def until(self, as_of: dt.date | None) -> "Period":
        """The part of it that an assessment as of a day can see. A day after the end is the end."""
        return (
            self if as_of is None else Period(self.start, min(self.end, max(as_of, self.start - dt.timedelta(days=1))))
        )

    @property
    def is_a_year(self) -> bool:
        """Whether it is twelve calendar months to the day."""
        return self.end + dt.timedelta(days=1) == months_after(self.start, 12)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month some months later; the last day where that month is shorter."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    for shorter in range(4):
        try:
            return dt.date(year, month, day.day - shorter)
        except ValueError:
            continue
    raise AssertionError(day)  # pragma: no cover - no month is shorter than 28 days
