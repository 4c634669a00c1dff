"""Texts, columns and problems without end cost no more than their length: ten times as long, not a hundred times."""

import time
from collections.abc import Callable

import pytest

from jobhome_score.evidence import Place
from jobhome_score.ledgers.body import SIGNATURE
from jobhome_score.ledgers.days import Clock, Day, SpanKind
from jobhome_score.ledgers.kinds import Kind, TextKind, Unreadable, yes_no
from jobhome_score.ledgers.matching import sheet_key
from jobhome_score.ledgers.numbers import LONGEST, Count, Money, narrow
from jobhome_score.ledgers.site import Employment
from jobhome_score.ledgers.wording import header_key, hides_characters, key, phone_key
from jobhome_score.problems import MOST_ALIKE, Code, Problem, folded
from jobhome_score.reading.number_formats import custom
from jobhome_score.reading.xml_text import cell_text

SHORT, TIMES = 20_000, 10
ENDLESS: dict[str, Callable[[int], str]] = {
    "blanks": lambda many: " " * many + "x",
    "blanks in a number": lambda many: "1" + " " * many + "2",
    "digits": lambda many: "1" * many,
    "commas": lambda many: "1," * many,
    "zeros": lambda many: "0." + "0" * many,
    "brackets": lambda many: "(" * many,
    "years": lambda many: "2025年" * many,
    "marks": lambda many: "a" + "\u0301\u0323" * many,
    "unseen": lambda many: "a\u200b" * many,
    "wide": lambda many: "１" * many,
    "composed": lambda many: "\u1ea4" * many,
    "escapes": lambda many: "_x0041" * many,
    "formats": lambda many: '"\\[h' * many,
}


def read(kind: Kind) -> Callable[[str], object]:
    def reading(text: str) -> object:
        try:
            return kind.read(text)
        except Unreadable:
            return None

    return reading


KINDS: dict[str, Callable[[str], object]] = {
    "count": read(Count()),
    "money": read(Money()),
    "day": read(Day()),
    "clock": read(Clock()),
    "span": read(SpanKind()),
    "text": read(TextKind()),
    "phone": read(TextKind(key=phone_key)),
    "yes or no": read(yes_no()),
    "choice": read(Employment.__metadata__[0]),
    "key": key,
    "unseen": hides_characters,
    "cell": lambda text: cell_text(text, 1 << 30),
    "format": custom,
    "sheet": sheet_key,
    "header": lambda text: header_key(text[:1_000]),
    "signature": lambda text: SIGNATURE.match(text[:50]),
}


def seconds(how: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    how(text)
    return time.process_time() - begun


@pytest.mark.parametrize("what", ENDLESS)
@pytest.mark.parametrize("how", KINDS)
def test_a_text_ten_times_as_long_takes_no_hundred_times_as_long(how: str, what: str) -> None:
    short = min(seconds(KINDS[how], ENDLESS[what](SHORT)) for _ in range(2))
    assert seconds(KINDS[how], ENDLESS[what](SHORT * TIMES)) < 5 * TIMES * short + 0.2


def test_a_number_is_short_before_any_pattern_looks_at_it() -> None:
    assert narrow("1" * (LONGEST + 1)) == ""
    assert narrow(" " * 1_000_000 + "１２" + " " * 1_000_000) == "12"


def test_problems_alike_are_told_as_a_thousand_and_a_number() -> None:
    found = (Problem(Code.BAD_DATE, Place("a.xlsx", "表", row, 0), "x") for row in range(50_000))
    told = list(folded(found))
    assert len(told) == MOST_ALIKE + 1
    assert told[-1].facts["more"] == str(50_000 - MOST_ALIKE - 1)
