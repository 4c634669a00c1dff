"""PRICE: how far a figure misses its requirement, and what that costs."""

from fractions import Fraction
from math import ceil, floor

from jobhome_score.measures.measuring import Figure
from jobhome_score.rubric.document import Comparison, Empty, PartStep, Per, Price, Target

NOTHING = Fraction(0)


def gap(figure: Figure, target: Target) -> Fraction:
    """How far a figure falls short of its requirement, or exceeds it, in the measure's own unit; 0 where it meets it.

    More than 180 of something that is counted means 181: the gap is to the next whole number.
    """
    if figure.meets(target):
        return NOTHING
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


def just_met(target: Target) -> Fraction:
    """A figure that just meets a requirement."""
    match target.comparison:
        case Comparison.MORE_THAN:
            return Fraction(floor(target.number) + 1)
        case Comparison.LESS_THAN:
            return Fraction(ceil(target.number) - 1)
    return target.number


def steps(figure: Figure, target: Target, price: Price, excused: Fraction = NOTHING) -> Fraction:
    """How many times a miss is charged: once for a breach, else the gap in steps (0.016 is 1.6 steps of 1%).

    `excused` steps of the gap are left out before parts of a step are looked at.
    """
    missing = gap(figure, target)
    if not missing and (figure.empty is not Empty.MISSED):
        return NOTHING
    if isinstance(price.per, Per):
        return Fraction(1) if excused < 1 else NOTHING
    count = max(NOTHING, missing / price.per - excused)
    match price.part_step:
        case PartStep.IGNORED:
            return Fraction(floor(count))
        case PartStep.COUNTED:
            return Fraction(ceil(count))
        case PartStep.PRORATED:
            return count
