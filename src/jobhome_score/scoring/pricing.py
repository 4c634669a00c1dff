"""PRICE: how far a figure misses its requirement, and what that costs."""

from fractions import Fraction
from math import ceil, floor

from jobhome_score.measures.measuring import Figure
from jobhome_score.rubric.document import Comparison, Empty, PartStep, Per, Price, Target


def gap(figure: Figure, target: Target) -> Fraction:
    """How far a figure falls short of its requirement, or exceeds it, in the measure's own unit; 0 where it meets it.

    More than 180 of something that is counted means 181: the gap is to the next whole number.
    """
    if figure.meets(target):
        return Fraction(0)
    value = figure.value or Fraction(0)
    match target.comparison:
        case Comparison.AT_LEAST:
            return target.number - value
        case Comparison.MORE_THAN:
            return floor(target.number) + 1 - value
        case Comparison.AT_MOST:
            return value - target.number
        case Comparison.LESS_THAN:
            return value - ceil(target.number) + 1


def steps(figure: Figure, target: Target, price: Price) -> Fraction:
    """How many times a miss is charged: once for a breach, else the gap in steps (0.016 is 1.6 steps of 1%)."""
    missing = gap(figure, target)
    if not missing and (figure.empty is not Empty.MISSED):
        return Fraction(0)
    if isinstance(price.per, Per):
        return Fraction(1)
    count = missing / price.per
    match price.part_step:
        case PartStep.IGNORED:
            return Fraction(floor(count))
        case PartStep.COUNTED:
            return Fraction(ceil(count))
        case PartStep.PRORATED:
            return count
