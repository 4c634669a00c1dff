"""The grammar of cells, as one table: what is written, into which kind of column, and what comes of it."""
# ruff: noqa: E501

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from jobhome_score.ledgers.days import Clock, Day, Span, SpanKind
from jobhome_score.ledgers.kinds import TextKind, Unreadable, choice, read_value, yes_no
from jobhome_score.ledgers.numbers import Count, Money, Number
from jobhome_score.ledgers.wording import phone_key
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault

COUNT, DATE, TIME, SPAN, MONEY, TEXT, MARK = Count(), Day(), Clock(), SpanKind(), Money(), TextKind(), yes_no()
NUMBER = Number(Decimal("0.5"), Decimal(5))
CHOICE = choice("线下", "线上", "线上线下", also={"线上+线下": "线上线下", "Both": "线上线下"})
THE_DAY = dt.date(2026, 3, 5)
N, D, T = Code.BAD_COUNT, Code.BAD_DATE, Code.BAD_TIME
Q = Code.BAD_SPAN


def d(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


COUNTS: list[tuple[Any, Any]] = [
    (12, 12), (0, 0), (Decimal("12.0"), 12), (Decimal("1E+2"), 100), (10**9, 10**9),
    ("12", 12), (" 12 ", 12), ("12.0", 12), ("12.00", 12), ("007", 7), ("0", 0),
    ("1,200", 1200), ("1,234,567", 1234567), ("１２", 12), ("１，２００", 1200), ("１２．０", 12), ("１,２００", 1200),
    ("12人", 12), ("35家", 35), ("35 家", 35), ("900个", 900), ("38场", 38), ("3次", 3), ("180条", 180),
    ("200人次", 200), ("200人/次", 200), ("5处", 5), ("100元", 100), ("１２人次", 12),
    ("1.2万", 12000), ("12万", 120000), ("1.2345万", 12345), ("1.2 万", 12000), ("12万人次", 120000), ("0.5万个", 5000),
    ("1.23456万", N), ("0.00001万", N), ("万", N), ("1万2千", N), ("1.2亿", N), ("1.2k", N),
    ("1.00000000000000000000000000000001万", N), ("9" * 15, 10**15 - 1), ("9" * 16, N), (Decimal("1E+999999999"), N),
    ("12.5", N), (Decimal("12.5"), N), (-1, N), ("-1", N), ("－1", N), ("−1", N), ("+12", N), ("(12)", N),
    ("约30", N), ("30+", N), ("30-40", N), ("30~40", N), ("30左右", N), ("近30", N), ("≥30", N),
    ("十二", N), ("三十几家", N), ("①", N), ("²", N), ("3²", N), ("½", N), ("Ⅻ", N), ("１２①", N), ("٣", N), ("१२", N),
    ("nan", N), ("NaN", N), ("inf", N), ("-inf", N), ("1E+05", N), ("1e3", N), ("0x10", N), ("1_000", N), ("True", N),
    ("1,20", N), ("1200,000", N), ("12,00", N), (",12", N), ("12,", N), ("1 200", N), ("1.200,00", N), ("12.", N),
    (".5", N), ("12家35", N), ("12家家", N), ("12吨", N), ("=12", N), ("12%", N), ("N/A", N), ("NA", N), ("-", N),
    ("无", N), (True, N), (False, N), (d("2026-03-05"), N), (dt.time(12), N),
    (Fault(Code.ERROR_CELL, "#REF!"), Code.ERROR_CELL),
    (Fault(Code.FORMULA_WITHOUT_VALUE, "=A1"), Code.FORMULA_WITHOUT_VALUE),
    (Fault(Code.LOST_DIGITS, "1.23456789012346E+17"), Code.LOST_DIGITS),
]  # fmt: skip
DATES: list[tuple[Any, Any]] = [
    (THE_DAY, THE_DAY), (dt.datetime(2026, 3, 5, 19, 30), THE_DAY),  # noqa: DTZ001 - cells know no zones
    ("2026-03-05", THE_DAY), ("2026-3-5", THE_DAY), ("2026/3/5", THE_DAY), ("2026/03/05", THE_DAY),
    ("2026.3.5", THE_DAY), ("2026.03.05", THE_DAY), ("2026年3月5日", THE_DAY), ("2026年03月05日", THE_DAY),
    ("2026年3月5号", THE_DAY), ("20260305", THE_DAY), (20260305, THE_DAY), (Decimal("20260305.0"), THE_DAY),
    (" 2026-03-05 ", THE_DAY), ("２０２６－０３－０５", THE_DAY), ("２０２６年３月５日", THE_DAY), ("２０２６／３／５", THE_DAY),
    ("2026-03-05 19:30", THE_DAY), ("2026-03-05 19:30:00", THE_DAY), ("2026-03-05T19:30:00", THE_DAY),
    ("2026/3/5 9:30", THE_DAY), ("2026年3月5日 9:30", THE_DAY), ("2026-03-05 00:00:00", THE_DAY),
    (46086, THE_DAY), (Decimal("46086.8125"), THE_DAY), ("46086", THE_DAY), ("46086.5", THE_DAY),
    (36526, d("2000-01-01")), (73415, d("2100-12-31")), ("2000-01-01", d("2000-01-01")), ("2100-12-31", d("2100-12-31")),
    ("2024-02-29", d("2024-02-29")),
    ("2024-02-30", D), ("2025-02-29", D), ("2026-13-01", D), ("2026-00-10", D), ("2026-04-31", D), ("20260230", D),
    (20260230, D), (20261301, D), ("2026-3", D), ("2026年3月", D), ("2026", D), (2026, Code.DATE_OUT_OF_RANGE),
    ("2026-03/05", D), ("2026-03.05", D), ("2026.3-5", D), ("26-3-5", D), ("03/05/2026", D), ("5 Mar 2026", D),
    ("3月5日", D), ("2026-03-05 25:00", D), ("2026-03-05 abc", D), ("2026-03-05、06", D), ("2026-03-05至06", D),
    ("二〇二六年三月五日", D), ("昨天", D), ("待定", D), ("-", D), ("nan", D), ("1E+05", D), ("2026-03-0５日", D),
    ("1999-12-31", Code.DATE_OUT_OF_RANGE), ("2101-01-01", Code.DATE_OUT_OF_RANGE),
    (36525, Code.DATE_OUT_OF_RANGE), (73416, Code.DATE_OUT_OF_RANGE), (60, Code.DATE_OUT_OF_RANGE),
    (d("1899-12-31"), Code.DATE_OUT_OF_RANGE), (19991231, Code.DATE_OUT_OF_RANGE), (99999999, D),
    (Decimal("0.5"), D), (0, D), (-5, D), (Decimal("-0.5"), D), (10**17, D), (Decimal("1E+999999999"), D), (True, D), (dt.time(9, 30), D),
    (Fault(Code.ERROR_CELL, "#VALUE!"), Code.ERROR_CELL),
]  # fmt: skip
TIMES: list[tuple[Any, Any]] = [
    (dt.time(19, 30), "19:30:00"), ("19:30", "19:30:00"), ("19:30:00", "19:30:00"), ("9:05", "09:05:00"),
    ("19：30", "19:30:00"), ("１９:３０", "19:30:00"), (dt.datetime(2026, 3, 5, 19, 30), "19:30:00"),  # noqa: DTZ001
    (Decimal("0.8125"), "19:30:00"), (0, "00:00:00"), (dt.time(19, 30, 0, 500), "19:30:00"),
    ("第1场", "第1场"), ("25:00", "25:00"), ("7", "7"), ("19:30甲", "19:30甲"), ("19:30-甲", "19:30-甲"), ("十十点", "十十点"),
    ("19:30 ", "19:30:00"), ("7:30 PM", "19:30:00"), ("7:30p.m.", "19:30:00"), ("晚7:30", "19:30:00"), ("晚上七点半", "19:30:00"),
    ("下午7点30分", "19:30:00"), ("19点30", "19:30:00"), ("19时30分", "19:30:00"), ("19.30", "19:30:00"), ("1930", "19:30:00"),
    ("十九点三十分", "19:30:00"), ("19:30-21:00", "19:30:00"), ("19:30～21:00", "19:30:00"), ("19:30开播", "19:30:00"),
    ("2026-03-05 19:30", "19:30:00"), ("2026年3月5日 晚7:30", "19:30:00"), ("19:30:00.000", "19:30:00"), ("19：30：00", "19:30:00"),
    ("晚七点三刻", "19:45:00"), ("7点整", "07:00:00"), ("上午9:05", "09:05:00"), ("9:05am", "09:05:00"), ("12:15 AM", "00:15:00"),
    ("12:15 PM", "12:15:00"), ("中午12点", "12:00:00"), ("中午11点半", "11:30:00"), ("中午1点", "13:00:00"), ("晚上12点", "00:00:00"),
    ("凌晨1点", "01:00:00"), ("夜里1点", "01:00:00"), ("今晚8点", "20:00:00"), ("晚上20:00", "20:00:00"), ("二十点零五分", "20:05:00"),
    (1, T), (Decimal("1.5"), T), (-1, T), (THE_DAY, T), (True, T), ("\u200b", Code.BAD_TEXT),
]  # fmt: skip
SPANS: list[tuple[Any, Any]] = [
    ("2026-03", Span(2026, 3, 1)), ("2026-3", Span(2026, 3, 1)), ("2026/03", Span(2026, 3, 1)),
    ("2026.3", Span(2026, 3, 1)), ("2026年3月", Span(2026, 3, 1)), ("2026年03月", Span(2026, 3, 1)),
    ("2026年3月份", Span(2026, 3, 1)), ("２０２６年３月", Span(2026, 3, 1)), ("2026 年 3 月", Span(2026, 3, 1)),
    (THE_DAY, Span(2026, 3, 1)), (dt.datetime(2026, 3, 1), Span(2026, 3, 1)), ("2026-03-31", Span(2026, 3, 1)),  # noqa: DTZ001
    (202603, Span(2026, 3, 1)), (46086, Span(2026, 3, 1)), (20260305, Span(2026, 3, 1)),
    ("2026Q1", Span(2026, 1, 3)), ("2026q4", Span(2026, 10, 3)), ("2026-Q2", Span(2026, 4, 3)),
    ("2026年第一季度", Span(2026, 1, 3)), ("2026年第3季度", Span(2026, 7, 3)), ("2026年四季度", Span(2026, 10, 3)),
    ("2026年度第二季度", Span(2026, 4, 3)), ("2026一季度", Span(2026, 1, 3)),
    ("一季度", Span(0, 1, 3)), ("第四季度", Span(0, 10, 3)), ("Q2", Span(0, 4, 3)), ("第3季度", Span(0, 7, 3)),
    ("2026-13", Q), ("2026-00", Q), ("2026Q5", Q), ("五季度", Q), ("2026", Q), ("3月", Q), ("2026年", Q), ("上半年", Q),
    ("2026-03至2026-04", Q), ("全年", Q), ("1999-12", Q), ("2101-01", Q), ("1999Q4", Q), ("9999Q4", Q), ("0000Q1", Q), ("2101Q1", Q), (True, Q),
    (202613, Q), (Decimal("0.5"), Q), ("nan", Q), ("十二", Q), (12, Q), (dt.time(9), Q), ("1", Q), ("三", Q),
]  # fmt: skip
M = Code.BAD_MONEY
MONIES: list[tuple[Any, Any]] = [
    (1200000, "1200000.00"), ("1200000", "1200000.00"), ("1,200,000.00", "1200000.00"), (Decimal("0.1"), "0.10"),
    ("¥1200000", "1200000.00"), ("￥1,200,000", "1200000.00"), ("¥ 12.5", "12.50"), ("1200000元", "1200000.00"),
    ("120万元", "1200000.00"), ("120万", "1200000.00"), ("1.23456万", "12345.60"), ("人民币100元整", "100.00"),
    ("１２０万元", "1200000.00"), ("0", "0.00"), ("12.345", M), (Decimal("12.345"), M), ("-1", M), (-1, M),
    ("壹佰元", M), ("100美元", M), ("$100", M), ("1,20", M), ("nan", M), ("1E+05", M), (True, M), ("约100", M), ("9" * 40, M), (Decimal("1E+999999999"), M),
    (THE_DAY, M),
]  # fmt: skip
P = Code.BAD_NUMBER
NUMBERS: list[tuple[Any, Any]] = [
    ("0.5", Decimal("0.5")), (5, Decimal(5)), ("5.0", Decimal("5.0")), ("2分", Decimal(2)), ("１.５", Decimal("1.5")),
    ("0.4", P), ("0.4999999999999999999999999999999", P), ("5.01", P), (Decimal("0.49"), P), ("-1", P), (0, P), ("nan", P), ("一", P), ("inf", P), (True, P),
]  # fmt: skip
B = Code.BAD_YES_NO
MARKS: list[tuple[Any, Any]] = [
    *((yes, True) for yes in ("是", "√", "✓", "✔", "Y", "y", "yes", "YES", "有", "true", "TRUE", "已", "1", "１", "Ｙ")),
    (1, True), (True, True), (Decimal("1.0"), True), (" 是 ", True),
    *((no, False) for no in ("否", "×", "✗", "X", "x", "N", "no", "无", "false", "FALSE", "未", "0", "０", "Ｎ")),
    (0, False), (False, False), ("否 ", False),
    (2, B), ("-", B), ("不", B), ("是否", B), ("待定", B), ("√√", B), ("yes!", B), ("?", B), ("部分", B), ("nan", B),
    (THE_DAY, B),
]  # fmt: skip
C = Code.BAD_CHOICE
CHOICES: list[tuple[Any, Any]] = [
    ("线下", "线下"), (" 线 下 ", "线下"), ("线上＋线下", "线上线下"), ("线上+线下", "线上线下"), ("BOTH", "线上线下"),
    ("线\u200b下", "线下"), ("线", C), ("线下、线上", C), ("线下活动", C), ("1", C), (1, C), (True, C),
]  # fmt: skip
TEXTS: list[tuple[Any, Any]] = [
    (1001, "1001"), ("1001", "1001"), (Decimal("1001.0"), "1001"), (Decimal("1.60"), "1.6"), (Decimal("1E+5"), "100000"),
    ("NA", "NA"), ("None", "None"), ("0012", "0012"), ("=abc", "=abc"), ("nan", "nan"), (" 张 三 ", "张 三"),
    (THE_DAY, "2026-03-05"), (True, "TRUE"), ("\u200b", Code.BAD_TEXT), ("\u3000", Code.BAD_TEXT), ("②", "②"),
]  # fmt: skip


def rows(kind: Any, table: list[tuple[Any, Any]]) -> list[Any]:
    return [pytest.param(kind, value, wanted, id=f"{kind.name}: {value!r}") for value, wanted in table]


@pytest.mark.parametrize(
    ("kind", "value", "wanted"),
    [
        *rows(COUNT, COUNTS), *rows(DATE, DATES), *rows(TIME, TIMES), *rows(SPAN, SPANS),
        *rows(MONEY, [(value, want if isinstance(want, Code) else Decimal(want)) for value, want in MONIES]),
        *rows(NUMBER, NUMBERS), *rows(MARK, MARKS), *rows(CHOICE, CHOICES), *rows(TEXT, TEXTS),
    ],
)  # fmt: skip
def test_what_a_cell_means(kind: Any, value: Any, wanted: Any) -> None:
    if isinstance(wanted, Code):
        with pytest.raises(Unreadable) as caught:
            read_value(value, kind)
        assert caught.value.code is wanted
    else:
        found = read_value(value, kind)
        assert (found, type(found)) == (wanted, type(wanted))


@pytest.mark.parametrize(
    ("kind", "value", "flag"),
    [
        (DATE, 46086, Code.NUMBER_AS_DATE),
        (DATE, "46086", Code.NUMBER_AS_DATE),
        (DATE, 20260305, None),
        (DATE, "2026-03-05", None),
        (DATE, THE_DAY, None),
        (TEXT, "张\u200b三", Code.INVISIBLE_CHARACTERS),
        (TEXT, "张\u202e三", Code.INVISIBLE_CHARACTERS),
        (TEXT, "张 三", None),
        (TEXT, "张\n三", None),
        (COUNT, "12人", None),
    ],
)
def test_what_is_worth_a_remark(kind: Any, value: Any, flag: Code | None) -> None:
    assert kind.flag(value) is flag


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("张 三", "张三"),
        ("ＡＢＣ公司", "ABC公司"),
        ("阿不都·外力", "阿不都•外力"),
        ("张\u200b三", "张三"),
        ("甲　公司", "甲公司"),
    ],
)
def test_names_are_compared_on_a_key(one: str, other: str) -> None:
    assert TEXT.key(one) == TEXT.key(other)


def test_letter_case_and_brackets_tell_names_apart() -> None:
    assert TEXT.key("A公司") != TEXT.key("a公司")
    assert TEXT.key("甲（萍乡）公司") == TEXT.key("甲(萍乡)公司") != TEXT.key("甲公司")


@pytest.mark.parametrize(
    "phone", ["0799-6661234", "0799 6661234", "07996661234", "０７９９－６６６１２３４", "0799—6661234"]
)
def test_hyphens_and_blanks_of_a_phone_do_not_matter(phone: str) -> None:
    assert phone_key(phone) == "07996661234"
