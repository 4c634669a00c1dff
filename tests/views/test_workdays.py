"""The mainland's working days, from the notices of the State Council."""

import datetime as dt

import chinese_calendar
import pytest
from chinese_calendar.constants import holidays

from jobhome_score.views import workdays
from jobhome_score.views.workdays import Workdays

PUBLISHED = sorted({day.year for day in holidays})


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("days", "working"),
    [
        # National Day 2025: off from 1 to 8 October; worked on Sunday 28 September and Saturday 11 October.
        ("2025-09-28 2025-09-29 2025-09-30 2025-10-09 2025-10-10 2025-10-11 2025-10-13", True),
        ("2025-09-27 2025-10-01 2025-10-02 2025-10-03 2025-10-06 2025-10-07 2025-10-08 2025-10-12", False),
        # Spring Festival 2026: off from 15 to 23 February; worked on Saturdays 14 and 28 February.
        ("2026-02-13 2026-02-14 2026-02-24 2026-02-27 2026-02-28", True),
        ("2026-02-15 2026-02-16 2026-02-17 2026-02-20 2026-02-23 2026-02-22 2026-03-01", False),
        # An ordinary week, and New Year 2026 with Sunday 4 January made up.
        ("2025-09-01 2025-09-02 2025-09-03 2025-09-04 2025-09-05 2026-01-04", True),
        ("2025-09-06 2025-09-07 2026-01-01 2026-01-02 2026-01-03", False),
    ],
)
def test_holidays_and_the_days_that_make_up_for_them(days: str, working: bool) -> None:
    assert {day: Workdays().is_working(d(day)) for day in days.split()} == dict.fromkeys(days.split(), working)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2025-09-01", "2025-09-01", 0),
        ("2025-09-01", "2025-08-29", 0),
        ("2025-09-01", "2025-09-02", 1),
        ("2025-09-05", "2025-09-08", 1),  # Friday to Monday
        ("2025-09-30", "2025-10-08", 0),
        ("2025-09-30", "2025-10-11", 3),  # 9, 10 and Saturday 11 October
        ("2026-02-13", "2026-02-24", 2),  # Saturday 14 and Tuesday 24 February
        ("2026-02-14", "2026-02-28", 5),  # 24 to 27 and Saturday 28 February
    ],
)
def test_working_days_after_a_day_up_to_another(start: str, end: str, days: int) -> None:
    assert Workdays().after(d(start), d(end)) == days


def test_a_rubric_may_add_days_that_the_calendar_lacks() -> None:
    added = Workdays(working=frozenset({d("2025-09-06")}), off=frozenset({d("2025-09-01")}))
    assert (added.is_working(d("2025-09-06")), added.is_working(d("2025-09-01"))) == (True, False)
    assert added.after(d("2025-08-31"), d("2025-09-07")) == 5  # 2 to 5 and 6 September


def test_a_year_not_yet_published_is_monday_to_friday() -> None:
    assert [Workdays().is_working(d(f"2090-05-0{day}")) for day in (1, 2, 5, 6, 7)] == [True, True, True, False, False]


def days_of(year: int) -> list[dt.date]:
    return [dt.date(year, 1, 1) + dt.timedelta(days=step) for step in range(366 - (year % 4 > 0))]


@pytest.mark.parametrize("year", PUBLISHED)
def test_what_is_kept_ready_of_a_year_is_what_the_library_says_of_each_day(
    year: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    workdays.notice_of.cache_clear()
    monkeypatch.setattr(workdays, "published", None)  # the library is not asked
    ready = {day: Workdays().is_working(day) for day in days_of(year)}
    assert ready == {day: chinese_calendar.is_workday(day) for day in ready}


def test_the_days_kept_ready_are_written_by_the_script() -> None:
    """Red where the library has learnt a year: `make workdays` writes the days anew."""
    assert workdays.READY.read_text(encoding="utf-8") == workdays.ready_text(PUBLISHED)


def test_a_year_that_is_not_kept_ready_is_asked_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    ready = {year: workdays.notice_of(year) for year in (PUBLISHED[-1], 2090)}
    workdays.notice_of.cache_clear()
    monkeypatch.setattr(workdays, "_ready", dict)
    assert {year: workdays.notice_of(year) for year in ready} == ready
    assert [year for year, notice in ready.items() if notice is None] == [2090]
    workdays.notice_of.cache_clear()
