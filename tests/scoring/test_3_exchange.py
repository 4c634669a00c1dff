"""Section 3 of the score sheet against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import MONTHS, SiteYear, lines, points, site_year


def courses(*rows: str) -> SiteYear:
    """Courses as kind, participants and eligible."""
    return site_year(f"""
        培训
        类别  参训人数  应训人数
        {lines(rows)}
    """)


@pytest.mark.parametrize(("held", "short"), [(3, 0), (2, 0), (1, 1), (0, 2)])
def test_two_trainings_a_year(held: int, short: int) -> None:
    year = courses(*["点亮万家  80  100"] * held)
    assert year.charge("3.1 sessions") == (short, short)
    assert year.charge("3.1 sessions", as_of="2026-06-29") == (0, 0)


@pytest.mark.parametrize(
    ("rows", "misses"),
    [
        (("点亮万家  80  100",), 0),
        (("点亮万家  79  100",), 1),
        (("点亮万家  100  100", "点亮万家  60  100"), 0),  # 160 of 200
        (("点亮万家  10  10", "点亮万家  69  90"), 1),  # 79 of 100, though the mean of the rates is higher
        (("点亮万家  0  0",), 1),  # over nothing: a miss
        ((), 1),
        (("师资班  100  100",), 1),
    ],
)
def test_coverage_of_eighty_percent_over_all_sessions(rows: tuple[str, ...], misses: int) -> None:
    assert courses(*rows).charge("3.1 coverage") == (misses, misses * points("0.5"))
    assert courses(*rows).charge("3.1 coverage", as_of="2026-06-29") == (0, 0)


@pytest.mark.parametrize(
    ("kind", "rule", "cost"),
    [("业务竞赛", "3.1 contest", 2), ("师资班", "3.2 trainer_class", 3), ("职业指导师", "3.2 career_guides", 2)],
)
def test_what_must_be_held_once_costs_its_points_where_it_was_not(kind: str, rule: str, cost: int) -> None:
    assert courses().charge(rule) == (1, cost)
    assert courses(f"{kind}  0  -").charge(rule) == (0, 0)
    assert courses().charge(rule, as_of="2026-06-29") == (0, 0)


def test_nothing_held_leaves_half_a_point_of_3_1_and_none_of_3_2() -> None:
    # 5 less 2 + 0.5 + 2, and 5 less 3 + 2.
    assert (courses().score("3.1"), courses().score("3.2")) == (points("0.5"), 0)


def meetings(*months: str) -> SiteYear:
    return site_year(f"""
        报告与会议
        类别  所属期
        {lines(f"数据汇报会  {month}" for month in months)}
    """)


@pytest.mark.parametrize(("missing", "deducted"), [(0, 0), (1, 1), (3, 3), (4, 3), (12, 3)])
def test_a_month_without_a_meeting_costs_a_point_and_three_at_most(missing: int, deducted: int) -> None:
    assert meetings(*MONTHS[missing:]).charge("3.3 monthly_meeting") == (missing, deducted)


def test_a_meeting_belongs_to_the_month_it_covers_whenever_it_was_held(ledgers: SiteYear) -> None:
    """
    报告与会议
    类别        所属期   完成日期
    数据汇报会  2026-06  2026-07-05
    数据汇报会  2025-06  2025-07-05
    数据汇报会  2025-07  2025-07-31
    """
    assert ledgers.charge("3.3 monthly_meeting") == (10, 3)
    assert ledgers.charge("3.3 monthly_meeting", as_of="2025-08-30") == (0, 0)


@pytest.mark.parametrize(
    ("errors", "missing", "misses", "deducted"),
    [("0", "0", 0, "0"), ("-", "-", 1, "0.5"), ("1", "2", 3, "1.5"), ("2", "2", 4, "2"), ("3", "2", 5, "2")],
)
def test_errors_of_monthly_analyses_and_findings_cost_half_a_point_and_two_at_most(
    errors: str, missing: str, misses: int, deducted: str
) -> None:
    year = site_year(f"""
        报告与会议
        类别          所属期   错误处数
        月度数据分析  2025-09  {errors}
        季度分析报告  2025Q3   7
        督导检查
        问题类型  数量
        报告缺失  {missing}
    """)
    assert year.charge("3.3 content") == (misses, points(deducted))


def test_3_3_may_lose_its_five_points_in_both_parts(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  数量
    报告错误  9
    """
    assert ledgers.score("3.3") == 0
