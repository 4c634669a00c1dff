"""The mainland's working days, with the make-up days that the State Council sets for each year."""

import datetime as dt
from functools import cache
from typing import NamedTuple

MONDAY_TO_FRIDAY = 5
DAY = dt.timedelta(days=1)


@cache
def published() -> tuple[frozenset[dt.date], frozenset[dt.date], frozenset[int]]:
    """The days off and the make-up working days of the mainland's calendar, and the years it is known for."""
    from chinese_calendar.constants import holidays, workdays  # loaded only where working days are asked for

    return frozenset(holidays), frozenset(workdays), frozenset(day.year for day in holidays)


def published_years() -> frozenset[int]:
    """The years whose calendar the library knows."""
    return published()[2]


class Workdays(NamedTuple):
    """Working days; the rubric may add days that its calendar names, as working or as off."""

    working: frozenset[dt.date] = frozenset()
    off: frozenset[dt.date] = frozenset()

    def is_working(self, day: dt.date) -> bool:
        """Whether people work on a day; Monday to Friday where its year is not published."""
        if day in self.working:
            return True
        if day in self.off:
            return False
        return _is_working(day)

    def after(self, start: dt.date, end: dt.date) -> int:
        """How many working days lie after `start`, up to and including `end`; 0 where `end` is not later."""
        days = (end - start).days
        return sum(self.is_working(start + DAY * step) for step in range(1, days + 1))


def _is_working(day: dt.date) -> bool:
    off, made_up, _ = published()
    return day in made_up or (day.isoweekday() <= MONDAY_TO_FRIDAY and day not in off)
