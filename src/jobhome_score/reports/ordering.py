"""In which order a report lists the indicators: as the annex has them, or what costs most first."""

from collections.abc import Sequence
from enum import Enum
from fractions import Fraction

from jobhome_score.assessment import Assessment, adds
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore


class Order(Enum):
    """By the clauses of the annex, or by the points lost."""

    CLAUSES = "clauses"
    POINTS = "points"


Ranked = tuple[IndicatorScore, Role]


def in_clauses(assessment: Assessment) -> Sequence[Ranked]:
    """Every indicator with the role of its section, as the annex has them."""
    return [(line, section.section.role) for section in assessment.score.sections for line in section.indicators]


def costliest(assessment: Assessment) -> Sequence[Ranked]:
    """What costs most first; equal costs as the annex has them, and what was awarded last."""
    return sorted(in_clauses(assessment), key=lambda ranked: -cost(*ranked))


def cost(line: IndicatorScore, role: Role) -> Fraction:
    """The points that an indicator keeps from the total; less than nothing where it adds some."""
    whole = Fraction(line.indicator.points or 0) if role is Role.BASE else Fraction(0)
    return whole - adds(line, role)
