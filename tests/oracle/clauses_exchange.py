"""3: trainings, job-seeking skills, monthly reporting."""

from fractions import Fraction

from .case import Case
from .figures import IndicatorFigures, RuleFigures, indicator, not_due, rule, short_of
from .rows import Row, count
from .spans import cells_without_report, months, reports


def trainings(case: Case, kind: str) -> list[Row]:
    """Trainings of one kind."""
    return [row for row in case.rows("trainings") if row["kind"] == kind]


def coverage(sessions: list[Row]) -> RuleFigures:
    """At least 80 % of those eligible took part, 0.5 for a miss; of nobody, 0 %."""
    took_part = sum(count(row, "participants") for row in sessions)
    eligible = sum(count(row, "eligible") for row in sessions)
    rate = Fraction(took_part, eligible) if eligible else Fraction(0)
    return rule(0 if rate >= Fraction(4, 5) else 1, "0.5", rate)


def business_training(case: Case) -> IndicatorFigures:
    """3.1, 5 points, down to nothing; annual."""
    if not case.over:
        return indicator(5, 5, {"sessions": not_due(), "coverage": not_due(), "contest": not_due()})
    sessions = trainings(case, "点亮万家")
    return indicator(5, 5, {
        "sessions": short_of(2, len(sessions), "1"),
        "coverage": coverage(sessions),
        "contest": at_least_one(case, "业务竞赛", "2"),
    })  # fmt: skip


def at_least_one(case: Case, kind: str, charge: str) -> RuleFigures:
    """One training of a kind is enough."""
    return short_of(1, len(trainings(case, kind)), charge)


def seeker_skills(case: Case) -> IndicatorFigures:
    """3.2, 5 points, down to nothing; annual."""
    if not case.over:
        return indicator(5, 5, {"trainer_class": not_due(), "career_guides": not_due()})
    return indicator(5, 5, {
        "trainer_class": at_least_one(case, "师资班", "3"),
        "career_guides": at_least_one(case, "职业指导师", "2"),
    })  # fmt: skip


def reporting(case: Case) -> IndicatorFigures:
    """3.3, 5 points, down to nothing."""
    unmet = cells_without_report(case, "数据汇报会", months(case))
    errors = sum(count(row, "errors") for row in reports(case, "月度数据分析"))
    errors += case.findings("报告缺失", "报告错误")
    return indicator(5, 5, {
        "monthly_meeting": rule(unmet, "1", None, 3),
        "content": rule(errors, "0.5", errors, 2),
    })  # fmt: skip
