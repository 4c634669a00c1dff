"""The mainland's working days, with the make-up days that the State Council sets for each year.

A library knows them; loading its tables would cost a fiftieth of an assessment, so what it knows lies beside this
module in `workdays.json`: by year the weekdays off and the weekend days that make up for them, as months and days.
Years that are not in there are asked of the library.
"""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from jobhome_score.named import NamedTuple

MONDAY_TO_FRIDAY = 5
DAY = dt.timedelta(days=1)

READY: Final = Path(__file__).with_suffix(".json")


class Notice(NamedTuple):
    """What is set for a year: weekdays off, and weekend days that are worked to make up for them."""

    off: frozenset[dt.date]
    made_up: frozenset[dt.date]


@cache
def notice_of(year: int) -> Notice | None:
    """What is set for a year; None where it is not published, as far as the library knows."""
    held = _ready().get(str(year))
    return published(year) if held is None else Notice(*(_days(year, days) for days in held))


@cache
def _ready() -> Mapping[str, Sequence[str]]:
    held: Mapping[str, Sequence[str]] = json.loads(READY.read_bytes())
    return held


def _days(year: int, days: str) -> frozenset[dt.date]:
    return frozenset(dt.date.fromisoformat(f"{year}-{day}") for day in days.split())


def published(year: int) -> Notice | None:
    """What the library says of a year; None where it does not know it."""
    from chinese_calendar.constants import holidays, workdays  # loaded only where it is asked

    off = frozenset(day for day in holidays if day.year == year)
    if not off:
        return None
    return Notice(
        frozenset(day for day in off if _is_weekday(day)),
        frozenset(day for day in workdays if day.year == year and not _is_weekday(day)),
    )


def ready_text(years: Iterable[int]) -> str:
    """What `notice_of` reads, of years that the library knows: a line for each."""
    lines = [f'"{year}":{json.dumps([_text(days) for days in published(year) or ()])}' for year in years]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _text(days: Iterable[dt.date]) -> str:
    return " ".join(f"{day:%m-%d}" for day in sorted(days))


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
    notice = notice_of(day.year)
    if notice is None:
        return _is_weekday(day)
    return day in notice.made_up or (_is_weekday(day) and day not in notice.off)


def _is_weekday(day: dt.date) -> bool:
    return day.isoweekday() <= MONDAY_TO_FRIDAY
