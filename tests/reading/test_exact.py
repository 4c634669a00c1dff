import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jobhome_score.reading.cells import Fault
from jobhome_score.reading.exact import moment, number, number_of
from jobhome_score.reading.number_formats import Shows, built_in, custom


@given(some.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_is_itself(whole):
    assert number(str(whole)) == number(f"{whole}.0") == whole
    assert type(number(f"{whole}.0")) is int


@given(some.decimals(-(10**6), 10**6, places=6))
def test_a_decimal_is_what_was_typed(typed):
    assert number(str(typed)) == typed
    assert number_of(float(typed)) == typed


@pytest.mark.parametrize("text", ["1e15", "-1234567890123456", "360101199001011234", "9.9E+99999"])
def test_more_than_fifteen_digits_are_lost(text):
    found = number(text)
    assert isinstance(found, Fault)
    assert found.code.value == "lost-digits"


@pytest.mark.parametrize("text", ["", "nan", "inf", "1_000", "１２", "0x1", "1e", "²", "1 2", "1e999999999"])
def test_what_is_no_number_is_a_fault(text):
    found = number(text)
    assert isinstance(found, Fault)
    assert found.code.value == "bad-number"


def test_the_residue_of_arithmetic_is_nothing():
    assert number("1e-99999") == 0
    assert number("5.5511151231257827E-17") == Decimal("5.55111512312578E-17")


@given(some.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31)))
def test_a_day_is_the_same_in_both_systems(day):
    serial = (day - dt.date(1899, 12, 30)).days
    assert moment(str(serial), since_1904=False) == day
    if serial - 1462 >= 1:
        assert moment(str(serial - 1462), since_1904=True) == day


def test_days_before_the_false_leap_day():
    assert moment("59", since_1904=False) == dt.date(1900, 2, 28)
    assert moment("61", since_1904=False) == dt.date(1900, 3, 1)
    assert moment("60", since_1904=True) == dt.date(1904, 3, 1)


@pytest.mark.parametrize("text", ["60", "60.5", "-0.5", "2958466", "1e14", "x"])
def test_what_is_no_day_is_a_fault(text):
    found = moment(text, since_1904=False)
    assert isinstance(found, Fault)
    assert found.code.value == "bad-date"


def test_times_are_rounded_to_the_second():
    assert moment("0.812499999999", since_1904=False) == dt.time(19, 30)
    assert moment("0.999999999", since_1904=False) == dt.time(23, 59, 59)
    assert moment("45839.9999999999", since_1904=False) == dt.datetime.fromisoformat("2025-07-02T00:00")


def test_the_last_half_second_of_a_day_belongs_to_it():
    assert moment("45839.9999966", since_1904=False) == dt.datetime.fromisoformat("2025-07-01T23:59:59")


@pytest.mark.parametrize(
    "code",
    [
        "yyyy-mm-dd",
        'yyyy"年"m"月"d"日"',
        "[$-804]aaaa",
        "[DBNum1][$-804]m\\月d\\日",
        "h:mm AM/PM",
        "yyyy/m/d;@",
        "m/d/yy h:mm",
    ],
)
def test_codes_that_show_a_date(code):
    assert custom(code) is Shows.DATE


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "0.00",
        '#,##0" days"',
        "[Red]0",
        "\\d0",
        '0.0"年"',
        "0.00E+00",
        "@",
        "_m0",
        "[$¥-804]#,##0",
        "0;[Red]-0",
    ],
)
def test_codes_that_show_a_number(code):
    assert custom(code) is Shows.NUMBER


def test_codes_that_show_elapsed_time():
    assert custom("[h]:mm") is Shows.ELAPSED
    assert built_in(46) is Shows.ELAPSED


@pytest.mark.parametrize("number_format", [14, 22, 27, 31, 36, 45, 47, 50, 58])
def test_built_in_dates(number_format):
    assert built_in(number_format) is Shows.DATE
