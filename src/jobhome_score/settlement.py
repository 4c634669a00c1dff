"""From a total to a share of the fee, and from the share to an amount."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import ceil, floor

from jobhome_score.ledgers.tables import Contract
from jobhome_score.records import dataclass
from jobhome_score.rubric.paying import Band, Basis, Rounding, Settlement

FEN = Decimal("0.01")
HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Payout:
    """What is paid. `share` is exact (0.95); amounts in yuan, rounded half up to the fen once, at the end.

    `band` is the one reached; `judged` the total as rounded for the settlement.
    """

    judged: Fraction
    band: Band
    share: Fraction
    fee: Decimal
    payable: Decimal
    paid: Decimal

    @property
    def due(self) -> Decimal:
        """Still to be paid; negative where too much was."""
        return self.payable - self.paid


def judged(total: Fraction, rounding: Rounding) -> Fraction:
    """The total as the bands see it (reading `score_gaps`); the printed total stays what it is."""
    match rounding:
        case Rounding.NONE:
            return total
        case Rounding.HALF_UP:
            return Fraction(floor(total + HALF))
        case Rounding.DOWN:
            return Fraction(floor(total))


def least_total(score: Fraction, rounding: Rounding) -> Fraction:
    """The smallest total that the bands see as at least `score`."""
    match rounding:
        case Rounding.NONE:
            return score
        case Rounding.HALF_UP:
            return ceil(score) - HALF
        case Rounding.DOWN:
            return Fraction(ceil(score))


def settle(rules: Settlement, total: Fraction, contract: Contract) -> Payout:
    """The payout for a total. Under `assessed` both fee parts must be known; the caller checks."""
    score = judged(total, rules.rounding)
    band = next(band for band in rules.bands if score >= band.at_least)
    share = score / Fraction(rules.out_of) if band.pays is None else band.pays
    if rules.basis is Basis.ASSESSED and contract.base_fee is not None and contract.assessed_fee is not None:
        payable = Fraction(contract.base_fee) + Fraction(contract.assessed_fee) * share
    else:
        payable = Fraction(contract.contract_amount) * share
    return Payout(score, band, share, contract.contract_amount, to_fen(payable), contract.paid)


def to_fen(amount: Fraction) -> Decimal:
    """An exact amount rounded half up to 0.01 yuan."""
    whole = floor(amount * 100 + HALF)
    return (Decimal(whole) * FEN).quantize(FEN, ROUND_HALF_UP)
