"""Times of day in the spellings that offices use, so that one start time is one session however it is written."""

import re
from collections.abc import Mapping

from jobhome_score.patterns import pattern

DIGITS: Mapping[str, int] = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
NUMERAL = pattern("[〇零一二两三四五六七八九十]+")
AFTER_NOON = "中午|下午|傍晚|今晚|当晚|晚上|晚间|晚|夜间|夜里|PM|P\\.M\\."
BEFORE_NOON = "凌晨|清晨|早晨|早上|早|上午|AM|A\\.M\\."
NIGHT = frozenset("晚夜")
CLOCK_TEXT = pattern(
    rf"(?:(?P<late>{AFTER_NOON})|(?P<early>{BEFORE_NOON}))?"
    r"(?P<hour>[01]?[0-9]|2[0-3])"
    r"(?:[:.](?P<minute>[0-5][0-9])(?:[:.](?P<second>[0-5][0-9])(?:\.[0-9]+)?)?"
    r"|[点时](?:(?P<minutes>[0-5]?[0-9])分?(?:(?P<seconds>[0-5]?[0-9])秒)?|(?P<half>半)|(?P<quarters>[13])刻)?[整正]?)?"
    r"(?:(?P<pm>PM|P\.M\.)|(?P<am>AM|A\.M\.))?",
    re.IGNORECASE,
)
RUN_TEXT = pattern(r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])")
AROUND = pattern(r"(?:北京时间)?(?P<time>.+?)(?:开始|开播|起|准时)?")
SPAN = pattern(r"(?:--|[-~至到\u2010-\u2015\u2212])")
LONGEST = 40
"""No time is written longer, not even with its end."""

NOON = 12


def time_in_text(text: str) -> str | None:
    """HH:MM:SS of a text's key, of a span its start; None where it is no time of day. A bare number is none."""
    if len(text) > LONGEST:
        return None
    start, *end = SPAN.split(NUMERAL.sub(lambda found: _number(found[0]), text), maxsplit=1)
    if end and _alone(end[0]) is None:
        return None
    return _alone(start)


def _number(numeral: str) -> str:
    """The Arabic numeral, as far as hours and minutes go: 十九, 三十, 二十五; others come back as they are."""
    tens, ten, units = numeral.rpartition("十")
    if len(tens) > 1 or "十" in tens or len(units) > (1 if ten else 2):
        return numeral
    if not ten:
        return "".join(str(DIGITS[sign]) for sign in units)
    return str((DIGITS.get(tens, 1)) * 10 + (DIGITS[units] if units else 0))


def _alone(text: str) -> str | None:
    around = AROUND.fullmatch(text)
    if around is None:
        return None
    run = RUN_TEXT.fullmatch(around["time"])
    if run is not None:
        return f"{run['hour']}:{run['minute']}:00"
    found = CLOCK_TEXT.fullmatch(around["time"])
    return None if found is None or around["time"].isdecimal() else _told(found)


def _told(found: re.Match[str]) -> str:
    minute = 30 if found["half"] else int(found["quarters"] or 0) * 15 or int(found["minute"] or found["minutes"] or 0)
    second = int(found["second"] or found["seconds"] or 0)
    return f"{_hour(found):02}:{minute:02}:{second:02}"


def _hour(found: re.Match[str]) -> int:
    """The hour of 24. Twelve at night and in the small hours is midnight; noon and 12 PM are not."""
    hour = int(found["hour"])
    late = found["late"] or found["pm"] or ""
    at_night = bool(NIGHT & set(late))
    if hour == NOON:
        return 0 if at_night or found["early"] in ("凌晨", "AM") or found["am"] else NOON
    by_day = hour > NOON or (at_night and hour < 5) or (late == "中午" and hour > 9)  # noqa: PLR2004
    return hour + NOON if late and not by_day else hour
