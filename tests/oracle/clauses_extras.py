"""4 and 5: what is added and what is taken off."""

from decimal import Decimal
from fractions import Fraction

from .case import Case
from .clauses_callbacks import offline_fairs
from .figures import IndicatorFigures, RuleFigures
from .rows import Row, count, is_yes, text

AWARDS = {"国家级": 3, "省部级": 2, "创新举措": 2}


def extra(cap: int, rule_id: str, points: Fraction, misses: int) -> IndicatorFigures:
    """A bonus or penalty of one rule, up to its cap."""
    counted = min(Fraction(cap), points)
    figures: RuleFigures = {"measured": None, "misses": Fraction(misses), "deducted": counted}
    return {
        "points": Fraction(cap),
        "deducted": counted,
        "score": counted,
        "zeroed": False,
        "rules": {rule_id: figures},
    }


def excels(case: Case, fair: Row) -> bool:
    """Whether a daily fair is over 50 companies and over the task in positions and visitors."""
    companies, positions, visitors = (count(fair, column) for column in ("companies", "positions", "visitors"))
    enough = companies > 50 if case.readings["bonus_companies"] == "exceeds" else companies >= 50
    if not (enough and positions > 900 and visitors > 200):
        return False
    if case.readings["bonus_gate"] == "standard":
        return True
    return companies * 10 >= 35 * 13 and positions * 10 >= 900 * 13 and visitors * 10 >= 200 * 13


def daily_excess(case: Case) -> IndicatorFigures:
    """4.1, 0.5 for each such fair, at most 5."""
    fairs = sum(1 for fair in offline_fairs(case) if fair["kind"] == "日常" and excels(case, fair))
    return extra(5, "daily_excess", Fraction(fairs, 2), 0)


def honours(case: Case) -> IndicatorFigures:
    """4.2, at most 5."""
    return extra(5, "honours", Fraction(sum(AWARDS[text(row, "level")] for row in case.rows("awards"))), 0)


def own_points(complaint: Row) -> Fraction:
    """What the auditor set for an adverse complaint."""
    points = complaint["points"]
    if not isinstance(points, Decimal):
        raise TypeError(points)
    return Fraction(points)


def complaints(case: Case) -> IndicatorFigures:
    """5.1, 0.5 for each valid complaint, adverse ones as set."""
    valid = [row for row in case.rows("complaints") if is_yes(row, "valid")]
    plain = Fraction(sum(1 for row in valid if not is_yes(row, "adverse")), 2)
    adverse = sum((own_points(row) for row in valid if is_yes(row, "adverse")), Fraction(0))
    if case.readings["complaints_cap"] == "all":
        return extra(5, "complaints", plain + adverse, len(valid))
    return extra(10, "complaints", plain + min(Fraction(5), adverse), len(valid))


def falsified(case: Case) -> set[str]:
    """The indicators that findings of fabricated data name."""
    return {text(row, "indicator") for row in case.rows("findings") if row["type"] == "数据造假"}


def fabrication(case: Case) -> IndicatorFigures:
    """5.2, 5 points, once or for each indicator."""
    named = len(falsified(case))
    if case.readings["fraud_extra"] == "once":
        return extra(5, "fabrication", Fraction(5 * min(1, named)), min(1, named))
    return extra(10, "fabrication", Fraction(5 * named), named)
