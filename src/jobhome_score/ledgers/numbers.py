"""Kinds of numbers: counts, plain numbers and money, read exactly from text or from the cell's own number."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from jobhome_score.ledgers.kinds import Kind, Unreadable
from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Value
from jobhome_score.records import dataclass

NARROW = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), 0xFF0C, 0xFF0E, 0xFF0D, 0xFF0F)} | {0xFFE5: 0xA5}
"""Full-width digits and the marks , . - / ¥ to the plain ones."""

UNITS = "人次|家次|人/次|个次|人|家|个|场|次|条|处|元|名|位|期|部|份|项|件|期次|天|岗"
DIGITS = r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<fraction>\.[0-9]+)?"
COUNT_TEXT = pattern(rf"{DIGITS}\s*(?P<many>万)?\s*(?:{UNITS})?")
NUMBER_TEXT = pattern(rf"(?P<sign>-?){DIGITS}\s*(?:分)?")
MONEY_TEXT = pattern(rf"(?:¥|人民币|RMB|CNY)?\s*{DIGITS}\s*(?P<many>万)?\s*(?:元整|元)?")
FEN = Decimal("0.01")
LARGEST = 10**15
"""Excel keeps 15 digits; whatever has more is no count of anything."""


LONGEST = 100
"""No number or date is longer; blanks without end would keep the patterns busy for hours."""


def narrow(text: str) -> str:
    """Full-width digits and marks as the plain ones; nothing else changes, so that ² and ① stay what they are.

    A text too long for any number or date comes back empty.
    """
    text = text.strip()
    return text.translate(NARROW) if len(text) <= LONGEST else ""


def _decimal(found: re.Match[str]) -> Decimal:
    """The number exactly as written: made from its text, as arithmetic would round what is very long."""
    many = "E4" if found.groupdict().get("many") else ""
    return Decimal(found["digits"].replace(",", "") + (found["fraction"] or "") + many)


def _whole(number: Decimal | int) -> int | None:
    return int(number) if 0 <= number < LARGEST and number == int(number) else None


@dataclass(frozen=True, slots=True)
class Count(Kind):
    """A whole number, 0 or more: 12, 12.0, "1,200", １２, 12人, 1.2万."""

    name: str = "count"

    def read(self, value: Value) -> int:
        """Return the number; a fraction, a negative or a date is refused."""
        number: Decimal | int | None = None
        if isinstance(value, str):
            found = COUNT_TEXT.fullmatch(narrow(value))
            number = _decimal(found) if found else None
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            number = value
        whole = None if number is None else _whole(number)
        if whole is None:
            raise Unreadable(Code.BAD_COUNT)
        return whole

    def takes(self, types: set[type]) -> bool:
        """Whole numbers as they stand."""
        return types <= {int}

    def fits(self, values: Any) -> bool:
        """0 or more."""
        return bool(min(values) >= 0)


@dataclass(frozen=True, slots=True)
class Number(Kind):
    """An exact number between two bounds, both allowed."""

    low: Decimal
    high: Decimal
    name: str = "number"

    def read(self, value: Value) -> Decimal:
        """Return the number."""
        number: Decimal | None = None
        if isinstance(value, str):
            found = NUMBER_TEXT.fullmatch(narrow(value))
            number = _decimal(found).copy_sign(Decimal(found["sign"] + "1")) if found else None
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            number = Decimal(value)
        if number is None or not self.low <= number <= self.high:
            raise Unreadable(Code.BAD_NUMBER)
        return number

    def wants(self) -> str:
        """The bounds."""
        return f"{self.low}–{self.high}"


@dataclass(frozen=True, slots=True)
class Money(Kind):
    """Yuan with at most two decimals, 0 or more: 1200000, 1,200,000.00, ¥1200000, 120万元."""

    name: str = "money"

    def read(self, value: Value) -> Decimal:
        """Return the amount with exactly two decimals."""
        amount: Decimal | None = None
        if isinstance(value, str):
            found = MONEY_TEXT.fullmatch(narrow(value))
            amount = _decimal(found) if found else None
        elif isinstance(value, int | Decimal) and not isinstance(value, bool):
            amount = Decimal(value)
        fen = None if amount is None or amount < 0 else _to_fen(amount)
        if fen is None:
            raise Unreadable(Code.BAD_MONEY)
        return fen


def _to_fen(amount: Decimal) -> Decimal | None:
    """The amount with two decimals; None where it has more, or more digits than money ever has."""
    try:
        fen = amount.quantize(FEN)
    except InvalidOperation:
        return None
    return fen if fen == amount else None
