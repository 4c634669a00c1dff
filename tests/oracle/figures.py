"""The figures that the oracle gives, and how an indicator is made from its rules."""

from fractions import Fraction
from typing import TypedDict


class RuleFigures(TypedDict):
    """One rule: what was measured (None where that is no single number), misses and points after the rule's own cap."""

    measured: Fraction | None
    misses: Fraction
    deducted: Fraction


class IndicatorFigures(TypedDict):
    """One indicator; `deducted` is what a bonus row awards, too, under section 4."""

    points: Fraction
    deducted: Fraction
    score: Fraction
    zeroed: bool
    rules: dict[str, RuleFigures]


def rule(
    misses: Fraction | int, charge: str, measured: Fraction | int | None = None, cap: int | None = None
) -> RuleFigures:
    """Price misses; `cap` is the rule's own."""
    deducted = Fraction(misses) * Fraction(charge)
    return {
        "measured": None if measured is None else Fraction(measured),
        "misses": Fraction(misses),
        "deducted": deducted if cap is None else min(Fraction(cap), deducted),
    }


def not_due() -> RuleFigures:
    """Neither met nor missed."""
    return rule(0, "0")


def short_of(target: int, measured: int, charge: str) -> RuleFigures:
    """So many short of a target."""
    return rule(max(0, target - measured), charge, measured)


def indicator(points: int, cap: int | None, rules: dict[str, RuleFigures]) -> IndicatorFigures:
    """Points minus the capped sum of the rules, never below 0."""
    lost = sum((figures["deducted"] for figures in rules.values()), Fraction(0))
    lost = lost if cap is None else min(Fraction(cap), lost)
    lost = min(Fraction(points), lost)
    return {"points": Fraction(points), "deducted": lost, "score": points - lost, "zeroed": False, "rules": rules}
