"""From the total to the money."""

from decimal import Decimal
from fractions import Fraction
from math import floor

from .case import Case


def money(case: Case, column: str) -> Fraction:
    """An amount of the project sheet."""
    value = case.year["project"][0][column]
    if not isinstance(value, Decimal):
        raise TypeError(value)
    return Fraction(value)


def percent(case: Case, total: Fraction) -> Fraction:
    """What share of the fee is paid, in percent."""
    read = {
        "continuous": total,
        "rounded": Fraction(floor(total + Fraction(1, 2))),
        "truncated": Fraction(floor(total)),
    }[case.readings["score_gaps"]]
    if read >= 95:
        return Fraction(100)
    return Fraction(95) if read >= 85 else read


def payable(case: Case, share: Fraction) -> Fraction:
    """Yuan, rounded half up to the fen."""
    if case.readings["fee_basis"] == "assessed":
        amount = money(case, "base_fee") + money(case, "assessed_fee") * share / 100
    else:
        amount = money(case, "contract_amount") * share / 100
    return Fraction(floor(amount * 100 + Fraction(1, 2)), 100)
