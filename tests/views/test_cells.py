"""The calendar cut into cells."""

import datetime as dt

import pytest

from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.period import Period, months_after
from jobhome_score.views.cells import CalendarCell, calendar_cells


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def cells(start: str, end: str, grain: str, *, together: bool = True) -> tuple[CalendarCell, ...]:
    return calendar_cells(Period(d(start), d(end)), grain, join_parts=together)


def labels(start: str, end: str, grain: str, *, together: bool = True) -> list[str]:
    return [cell.label for cell in cells(start, end, grain, together=together)]


def test_an_aligned_year_has_twelve_months_and_four_quarters_either_way() -> None:
    for together in (True, False):
        months = labels("2025-07-01", "2026-06-30", "month", together=together)
        assert (len(months), months[0], months[-1]) == (12, "2025-07", "2026-06")
        quarters = labels("2025-07-01", "2026-06-30", "quarter", together=together)
        assert quarters == ["2025Q3", "2025Q4", "2026Q1", "2026Q2"]


def test_part_months_at_both_ends_are_one_cell_due_at_the_end() -> None:
    months = cells("2025-07-15", "2026-07-14", "month")
    assert (len(months), months[0].label, months[-1].label) == (12, "2025-08", "2025-07+2026-07")
    joint = months[-1]
    assert joint.last == d("2026-07-14")
    assert [joint.holds(d(day), "month") for day in ("2025-07-15", "2025-07-31", "2025-08-01", "2026-07-14")] == [
        True,
        True,
        False,
        True,
    ]


def test_part_months_each_by_themselves() -> None:
    months = cells("2025-07-15", "2026-07-14", "month", together=False)
    assert (len(months), months[0].label, months[-1].label) == (13, "2025-07", "2026-07")
    assert months[0].last == d("2025-07-31")


def test_part_quarters_follow_the_same_rule() -> None:
    # From August to July the quarters are whole in the middle, and July to September is cut at both ends.
    assert labels("2025-08-01", "2026-07-31", "quarter") == ["2025Q4", "2026Q1", "2026Q2", "2025Q3+2026Q3"]
    assert len(labels("2025-08-01", "2026-07-31", "quarter", together=False)) == 5


def test_a_single_part_month_is_due_by_itself() -> None:
    assert labels("2025-07-15", "2025-09-30", "month") == ["2025-07", "2025-08", "2025-09"]
    assert labels("2025-07-01", "2025-09-14", "month") == ["2025-07", "2025-08", "2025-09"]
    assert labels("2025-07-10", "2025-07-20", "month") == ["2025-07"]


def test_two_adjoining_part_months_are_one() -> None:
    assert labels("2025-07-15", "2025-08-14", "month") == ["2025-07+2025-08"]


def test_a_report_falls_into_the_cell_of_its_own_length_only() -> None:
    (month, *_) = cells("2025-07-01", "2026-06-30", "month")
    (quarter, *_) = cells("2025-07-01", "2026-06-30", "quarter")
    assert month.holds(Span(2025, 7, 1), "month")
    assert not month.holds(Span(2025, 7, 3), "month")
    assert quarter.holds(Span(2025, 7, 3), "quarter")
    assert not quarter.holds(Span(2025, 7, 1), "quarter")


def test_a_report_for_either_part_serves_the_joined_month() -> None:
    joint = cells("2025-07-15", "2026-07-14", "month")[-1]
    assert joint.holds(Span(2025, 7, 1), "month")
    assert joint.holds(Span(2026, 7, 1), "month")
    assert not joint.holds(Span(2025, 8, 1), "month")


@pytest.mark.parametrize(
    ("start", "end", "weeks"),
    [
        ("2025-09-01", "2025-09-14", ["2025-W36", "2025-W37"]),  # Monday to Sunday
        ("2025-09-02", "2025-09-14", ["2025-W37"]),
        ("2025-09-01", "2025-09-13", ["2025-W36"]),
        ("2025-09-02", "2025-09-13", []),
        ("2025-12-22", "2026-01-11", ["2025-W52", "2026-W01", "2026-W02"]),  # the week of New Year is 2026's first
        ("2020-12-28", "2021-01-03", ["2020-W53"]),
    ],
)
def test_only_weeks_that_lie_in_the_period_wholly_count(start: str, end: str, weeks: list[str]) -> None:
    assert labels(start, end, "week") == weeks


def test_a_year_from_july_has_51_whole_weeks() -> None:
    weeks = cells("2025-07-01", "2026-06-30", "week")
    assert (len(weeks), weeks[0].stretches[0].start, weeks[-1].last) == (51, d("2025-07-07"), d("2026-06-28"))


@pytest.mark.parametrize(
    ("start", "end", "halves"),
    [
        ("2025-07-01", "2026-06-30", [("2025-07-01", "2025-12-31"), ("2026-01-01", "2026-06-30")]),
        ("2025-07-15", "2026-07-14", [("2025-07-15", "2026-01-14"), ("2026-01-15", "2026-07-14")]),
        ("2024-08-31", "2025-08-30", [("2024-08-31", "2025-02-27"), ("2025-02-28", "2025-08-30")]),
        ("2025-07-01", "2025-10-31", [("2025-07-01", "2025-10-31")]),
    ],
)
def test_the_halves_part_six_months_after_the_start(start: str, end: str, halves: list[tuple[str, str]]) -> None:
    found = [(str(part.start), str(part.end)) for cell in cells(start, end, "half") for part in cell.stretches]
    assert found == halves


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2025-07-01", 6, "2026-01-01"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2023-08-31", 6, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-12-31", 1, "2026-01-31"),
    ],
)
def test_months_after_a_long_month_end_where_the_month_does(day: str, months: int, later: str) -> None:
    assert months_after(d(day), months) == d(later)


@pytest.mark.parametrize(
    ("as_of", "end"),
    [
        (None, "2026-06-30"),
        ("2025-12-31", "2025-12-31"),
        ("2026-06-30", "2026-06-30"),
        ("2027-01-01", "2026-06-30"),
        ("2025-01-01", "2025-06-30"),  # before the period nothing is seen
    ],
)
def test_what_is_seen_as_of_a_day(as_of: str | None, end: str) -> None:
    year = Period(d("2025-07-01"), d("2026-06-30"))
    assert year.until(d(as_of) if as_of else None) == Period(year.start, d(end))
