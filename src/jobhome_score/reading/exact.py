"""Numbers and dates as a spreadsheet stores them, without a float on the way."""

import datetime as dt
from decimal import Context, Decimal

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault

DIGITS = 15  # what a spreadsheet guarantees of a number; more is the noise of binary fractions
SMALLEST = -30  # exponents below are a residue of arithmetic, and a trap for exact fractions
NUMBER = pattern(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,5})?")
PRECISION = Context(prec=DIGITS)
SECONDS = 86_400
ALMOST_A_DAY = 1 - Decimal("1E-8")  # a thousandth of a second is missing
LAST_SERIAL = 2_958_465
FALSE_LEAP_DAY = 60  # the 1900 system knows a 29 February 1900
EPOCH_1900 = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet knows no time zone
EPOCH_BEFORE_LEAP = dt.datetime(1899, 12, 31)  # noqa: DTZ001
EPOCH_1904 = dt.datetime(1904, 1, 1)  # noqa: DTZ001
MIDNIGHT = dt.time(0)

Number = int | Decimal | Fault
Moment = dt.datetime | dt.date | dt.time | Fault


def number(text: str) -> Number:
    """The number that stands in a file as `text`: an int when whole, else its decimal with the 15 digits that count."""
    if len(text) <= DIGITS and text.isascii() and text.isdecimal():
        return int(text)
    if NUMBER.fullmatch(text) is None:
        return Fault(Code.BAD_NUMBER, text)
    value = PRECISION.create_decimal(text)
    if not value:
        return 0
    if value.adjusted() >= DIGITS:
        return Fault(Code.LOST_DIGITS, format(Decimal(text), "f") if value.adjusted() < 2 * DIGITS else text)
    if value.adjusted() < SMALLEST:
        return 0
    if value == value.to_integral_value():
        return int(value)
    return value.normalize(PRECISION)


def number_of(value: float) -> Number:
    """The same for a number that a library hands over as a float."""
    return number(repr(value))


def moment(text: str, *, since_1904: bool) -> Moment:
    """The date, the date with a time, or the time of day that a date-styled number means."""
    serial = number(text)
    if isinstance(serial, Fault):
        return Fault(Code.BAD_DATE, text)
    if serial < 0 or serial > LAST_SERIAL or (not since_1904 and FALSE_LEAP_DAY <= serial < FALSE_LEAP_DAY + 1):
        return Fault(Code.BAD_DATE, str(serial))
    days = int(serial)
    seconds = 0 if isinstance(serial, int) else _seconds(serial - days)
    if serial < 1:
        return (EPOCH_1900 + dt.timedelta(seconds=min(seconds, SECONDS - 1))).time()
    late = EPOCH_1900 if days > FALSE_LEAP_DAY else EPOCH_BEFORE_LEAP
    epoch = EPOCH_1904 if since_1904 else late
    try:
        if isinstance(serial, int):
            return dt.date.fromordinal(epoch.toordinal() + days)
        return epoch + dt.timedelta(days, seconds)
    except (OverflowError, ValueError):
        return Fault(Code.BAD_DATE, str(serial))


def _seconds(share: Decimal) -> int:
    """A share of a day in seconds; only what is midnight but for the noise of fractions is already the next day."""
    rounded = int((share * SECONDS).to_integral_value())
    return rounded if share > ALMOST_A_DAY else min(rounded, SECONDS - 1)


def duration(text: str, *, since_1904: bool) -> Moment | Decimal | int:
    """A number styled as elapsed time: a time of day below one day, else the plain number of days."""
    days = number(text)
    if isinstance(days, Fault) or not 0 <= days < 1:
        return days
    return moment(text, since_1904=since_1904)


def iso_moment(text: str) -> Moment:
    """A date that is stored as ISO 8601 text."""
    text = text.strip().removesuffix("Z")
    try:
        if "T" in text:
            return dt.datetime.fromisoformat(text).replace(tzinfo=None)
        return dt.time.fromisoformat(text) if ":" in text else dt.date.fromisoformat(text)
    except ValueError:
        return Fault(Code.BAD_DATE, text)
