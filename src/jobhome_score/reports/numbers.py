"""Exact fractions as decimals: in full where they end, else rounded half up. Never through a float."""

from decimal import Decimal
from fractions import Fraction
from math import floor

HALF = Fraction(1, 2)
LONG = 6
"""Decimals that people still read in full."""


def decimal_of(value: Fraction, places: int = 6) -> Decimal:
    """The exact decimal where there is one, however long; else rounded half up to some places."""
    length = _length(value)
    if length is None:
        return _rounded(value, places)
    return Decimal(f"{value.numerator * 10**length // value.denominator}E-{length}")


def shown(value: Fraction, places: int = 2) -> str:
    """The number as people read it: in full where it ends within six decimals, else rounded half up; minus as −."""
    length = _length(value)
    exact = length is not None and length <= LONG
    return format(decimal_of(value) if exact else _rounded(value, places), "f").replace("-", "−")


def recalled(value: Fraction, places: int = 2) -> Fraction:
    """A number that may come from a stored result: one that fills the decimals kept there was cut, and is rounded."""
    length = _length(value)
    return value if length is not None and length < LONG else Fraction(_rounded(value, places))


def _length(value: Fraction) -> int | None:
    """How many decimals the exact number has; None where it has no end."""
    rest, length = value.denominator, 0
    counts = []
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
            length += 1
        counts.append(length)
        length = 0
    return max(counts) if rest == 1 else None


def _rounded(value: Fraction, places: int) -> Decimal:
    """Half up, away from zero, without zeros at the end."""
    steps = floor(abs(value) * 10**places + HALF)
    while places and steps % 10 == 0:
        steps, places = steps // 10, places - 1
    return Decimal(f"{'-' if value < 0 and steps else ''}{steps}E-{places}")
