"""Kinds of dates, times and reporting spans, in every spelling that offices use and no other."""

import datetime as dt
from decimal import Decimal
from typing import Any

from jobhome_score.ledgers.clock import time_in_text
from jobhome_score.ledgers.kinds import Kind, TextKind, Unreadable, shown
from jobhome_score.ledgers.numbers import narrow
from jobhome_score.ledgers.wording import key
from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Value
from jobhome_score.records import dataclass, replace

FIRST_DAY, LAST_DAY = dt.date(2000, 1, 1), dt.date(2100, 12, 31)
EXCEL_DAY_ZERO = dt.date(1899, 12, 30)
"""Day 0 of Excel's 1900 system for every serial above 60, and so for every date a ledger may hold."""

LONGEST_CLOCK = 100
"""So many characters are looked at for a day before a time."""

LAST_NUMBER = 99_991_231
"""No larger number is a day, neither as a serial nor as 20260305."""

CLOCK = r"(?:[01]?[0-9]|2[0-4])[:：][0-5][0-9](?:[:：][0-5][0-9](?:\.[0-9]+)?)?"
DAY_TEXT = pattern(
    rf"(?P<year>[0-9]{{4}})(?:(?P<sign>[-/.])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>[0-9]{{1,2}})"
    rf"|年(?P<month_zh>[0-9]{{1,2}})月(?P<day_zh>[0-9]{{1,2}})[日号]"
    rf"|(?P<month_run>[0-9]{{2}})(?P<day_run>[0-9]{{2}}))"
    rf"(?:[T\s]*{CLOCK}Z?)?"
)
SERIAL_TEXT = pattern(r"[0-9]{5}(?:\.[0-9]+)?")


def day_of(value: Value) -> tuple[dt.date, bool]:
    """The day a cell names, and whether only a bare serial number names it. Raises Unreadable."""
    match value:
        case dt.datetime():
            return value.date(), False
        case dt.date():
            return value, False
        case str():
            return _day_in_text(narrow(value))
        case bool():
            raise Unreadable(Code.BAD_DATE)
        case int() | Decimal():
            return _day_in_number(Decimal(value))
    raise Unreadable(Code.BAD_DATE)


def _day_in_text(text: str) -> tuple[dt.date, bool]:
    if SERIAL_TEXT.fullmatch(text):
        return _day_in_number(Decimal(text))
    found = DAY_TEXT.fullmatch(text)
    if not found:
        raise Unreadable(Code.BAD_DATE)
    month = found["month"] or found["month_zh"] or found["month_run"]
    day = found["day"] or found["day_zh"] or found["day_run"]
    return _date(int(found["year"]), int(month), int(day)), False


def _day_in_number(number: Decimal) -> tuple[dt.date, bool]:
    if not 1 <= number <= LAST_NUMBER:
        raise Unreadable(Code.BAD_DATE)
    whole = int(number)
    if number == whole and len(str(whole)) == len("20260305"):
        return _date(whole // 10_000, whole // 100 % 100, whole % 100), False
    try:
        return EXCEL_DAY_ZERO + dt.timedelta(days=whole), True
    except OverflowError as reason:
        raise Unreadable(Code.BAD_DATE) from reason


def _date(year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError as reason:
        raise Unreadable(Code.BAD_DATE) from reason


@dataclass(frozen=True, slots=True)
class Day(Kind):
    """A calendar day from 2000 to 2100; a time of day beside it is dropped."""

    name: str = "date"

    def read(self, value: Value) -> dt.date:
        """Return the day."""
        day, _ = day_of(value)
        if not FIRST_DAY <= day <= LAST_DAY:
            raise Unreadable(Code.DATE_OUT_OF_RANGE)
        return day

    def flag(self, value: Value) -> Code | None:
        """Flag a bare number: Excel shows a number there, not a date."""
        return Code.NUMBER_AS_DATE if day_of(value)[1] else None

    def takes(self, types: set[type]) -> bool:
        """Days as they stand."""
        return types <= {dt.date}

    def fits(self, values: Any) -> bool:
        """From 2000 to 2100."""
        return bool(min(values) >= FIRST_DAY and max(values) <= LAST_DAY)


@dataclass(frozen=True, slots=True)
class Clock(Kind):
    """A time of day, or whatever text was written for it. 19:30 = 19:30:00 = 晚7点半."""

    name: str = "time"

    def read(self, value: Value) -> str:
        """Return the time as HH:MM:SS, else the text itself."""
        match value:
            case dt.datetime():
                return value.time().replace(microsecond=0).isoformat()
            case dt.time():
                return value.replace(microsecond=0).isoformat()
            case bool() | dt.date():
                raise Unreadable(Code.BAD_TIME)
            case int() | Decimal():
                return _time_in_number(Decimal(value))
        text = key(shown(value))
        if not text:
            raise Unreadable(Code.BAD_TEXT)
        return time_in_text(_without_day(shown(value))) or text

    def flag(self, value: Value) -> Code | None:
        """Flag a text that is no time: two wordings of one start would count as two sessions."""
        return Code.TEXT_AS_TIME if isinstance(value, str) and time_in_text(_without_day(value)) is None else None


def _without_day(text: str) -> str:
    """The key of a text without the day written before its time."""
    parts = text.strip()[:LONGEST_CLOCK].split(maxsplit=1)
    dated = len(parts) > 1 and DAY_TEXT.fullmatch(narrow(parts[0]))
    return key(parts[1] if dated else text)


SECONDS_A_DAY = 86_400


def _time_in_number(number: Decimal) -> str:
    if not 0 <= number < 1:
        raise Unreadable(Code.BAD_TIME)
    minutes, second = divmod(round(number * SECONDS_A_DAY) % SECONDS_A_DAY, 60)
    hour, minute = divmod(minutes, 60)
    return dt.time(hour, minute, second).isoformat()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The month (1) or quarter (3 months) that a report covers. `year` is 0 where only 一季度 was written."""

    year: int
    month: int
    months: int

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        """Its last day."""
        turn = self.month + self.months
        return dt.date(self.year + (turn > 12), turn - 12 if turn > 12 else turn, 1) - dt.timedelta(days=1)  # noqa: PLR2004

    def __str__(self) -> str:
        """2026-03 or 2026Q1."""
        return f"{self.year}-{self.month:02}" if self.months == 1 else f"{self.year}Q{(self.month + 2) // 3}"


MONTH_TEXT = pattern(r"(?P<year>[0-9]{4})(?:[-/.](?P<a>[0-9]{1,2})|年(?P<b>[0-9]{1,2})月(?:份|度)?)")
QUARTER_TEXT = pattern(r"(?:(?P<year>[0-9]{4})(?:年度?|[-/.])?)?(?:[Qq](?P<q>[1-4])|第?(?P<zh>[一二三四1-4])季度?)")
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}


@dataclass(frozen=True, slots=True)
class SpanKind(Kind):
    """A month or a quarter: 2026-03, 2026年3月, 2026Q1, 2026年第一季度, 一季度; a real date means its month."""

    name: str = "span"

    def read(self, value: Value) -> Span:
        """Return the span; a quarter without its year keeps year 0 until the period is known."""
        if isinstance(value, str):
            return self._in_text(key(value))
        if type(value) is int and len(str(value)) == len("202603"):
            return self._month(value // 100, value % 100)
        return self._month_of_day(value)

    def _in_text(self, text: str) -> Span:
        if found := MONTH_TEXT.fullmatch(text):
            return self._month(int(found["year"]), int(found["a"] or found["b"]))
        if found := QUARTER_TEXT.fullmatch(text):
            quarter = QUARTERS.get(found["zh"] or "") or int(found["q"] or found["zh"])
            first = self._month(int(found["year"]), quarter * 3 - 2) if found["year"] else Span(0, quarter * 3 - 2, 1)
            return replace(first, months=3)
        return self._month_of_day(text)

    def _month_of_day(self, value: Value) -> Span:
        try:
            day = Day().read(value)
        except Unreadable as reason:
            raise Unreadable(Code.BAD_SPAN) from reason
        return self._month(day.year, day.month)

    def _month(self, year: int, month: int) -> Span:
        if not (FIRST_DAY.year <= year <= LAST_DAY.year and 1 <= month <= 12):  # noqa: PLR2004
            raise Unreadable(Code.BAD_SPAN)
        return Span(year, month, 1)


@dataclass(frozen=True, slots=True)
class WhenKind(TextKind):
    """What a decision is about, in its own words: a month, a quarter, a week, an event's number, the whole year.

    A date means its month, as Excel makes one of a month that somebody types.
    """

    name: str = "when"

    def read(self, value: Value) -> str:
        """Return the text; of a date its month."""
        if isinstance(value, dt.date):
            return f"{value.year}-{value.month:02}"
        return TextKind.read(self, value)
