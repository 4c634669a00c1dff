"""What a contract pays: from the total of the score sheet to a share of the fee. Built from nodes, never changed."""

from decimal import Decimal
from enum import Enum
from fractions import Fraction

from jobhome_score.named import NamedTuple


class Rounding(Enum):
    """What happens to the total before its band is looked up."""

    NONE = "none"
    HALF_UP = "half_up"
    DOWN = "down"


class Basis(Enum):
    """On what the percentage is paid: the whole contract amount, or its assessed part."""

    CONTRACT = "contract"
    ASSESSED = "assessed"


class Band(NamedTuple):
    """From this total on, this share of the fee is paid; None: the total over what it is out of."""

    at_least: Decimal
    pays: Fraction | None


class Settlement(NamedTuple):
    """From a total to a share: floor and ceiling of the total, rounding, bands from the highest down, basis."""

    floor: Decimal
    ceiling: Decimal | None
    out_of: Decimal
    rounding: Rounding
    bands: tuple[Band, ...]
    basis: Basis
