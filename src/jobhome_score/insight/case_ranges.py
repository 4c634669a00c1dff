"""Ranges in the cells of a case: `职员1…职员7`, `2025-07…2026-06`, `2025Q3…2026Q2`, `2025-07-05…2026-06-05每月`."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.period import months_after

RANGE = re.compile(r"(?P<first>[^…]+)…(?P<last>[^…]+?)(?P<every>每日|每周|每月)?")
MONTH = re.compile(r"(?P<year>20[0-9]{2})-(?P<part>0[1-9]|1[0-2])")
QUARTER = re.compile(r"(?P<year>20[0-9]{2})Q(?P<part>[1-4])")
NUMBERED = re.compile(r"(?P<stem>.*?)(?P<number>[0-9]{1,6})")
MONTHS_A_YEAR, MONTHS_A_QUARTER = 12, 3
LONGEST = 5_000

Step = Callable[[dt.date, int], dt.date]
STEPS: Mapping[str | None, Step] = {
    None: lambda day, steps: day + dt.timedelta(days=steps),
    "每日": lambda day, steps: day + dt.timedelta(days=steps),
    "每周": lambda day, steps: day + dt.timedelta(weeks=steps),
    "每月": months_after,
}


def spread(cell: str) -> Sequence[str] | None:
    """What a cell stands for: itself, or each value of its range; None for a range that leads nowhere."""
    found = RANGE.fullmatch(cell)
    if found is None:
        return None if "…" in cell else (cell,)
    first, last, every = found["first"], found["last"], found["every"]
    days = _day(first), _day(last)
    if days[0] is not None and days[1] is not None:
        return tuple(map(str, _days(days[0], days[1], STEPS[every]))) or None
    if every is not None:
        return None
    for pattern, months in ((MONTH, 1), (QUARTER, MONTHS_A_QUARTER)):
        start, end = pattern.fullmatch(first), pattern.fullmatch(last)
        if start and end:
            return tuple(_spans(start, end, months)) or None
    return _numbers(first, last)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _days(first: dt.date, last: dt.date, step: Step) -> Iterator[dt.date]:
    for steps in range(LONGEST):
        day = step(first, steps)
        if day > last:
            return
        yield day


def _spans(start: re.Match[str], end: re.Match[str], months: int) -> Iterator[str]:
    a_year = MONTHS_A_YEAR // months
    first, last = (int(found["year"]) * a_year + int(found["part"]) - 1 for found in (start, end))
    for at in range(first, min(last, first + LONGEST) + 1):
        yield str(Span(at // a_year, at % a_year * months + 1, months))


def _numbers(first: str, last: str) -> Sequence[str] | None:
    start, end = NUMBERED.fullmatch(first), NUMBERED.fullmatch(last)
    if not start or not end or start["stem"] != end["stem"]:
        return None
    low, high, width = int(start["number"]), int(end["number"]), len(start["number"])
    if not low <= high <= low + LONGEST:
        return None
    return tuple(f"{start['stem']}{number:0{width}}" for number in range(low, high + 1))
