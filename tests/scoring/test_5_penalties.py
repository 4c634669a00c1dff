"""The penalty section against figures worked out by hand from the clauses."""

from fractions import Fraction

import pytest
from tests.ledger_tables import SiteYear, points, site_year


@pytest.mark.parametrize(("valid", "cost"), [(0, "0"), (1, "0.5"), (9, "4.5"), (10, "5"), (11, "5")])
def test_each_valid_complaint_costs_half_a_point_and_five_at_most(valid: int, cost: str) -> None:
    year = site_year(
        f"""
        投诉
        有效
        是  ×{valid}
        """
        if valid
        else ""
    )
    assert year.line("5.1").deducted == points(cost)


def test_an_invalid_complaint_costs_nothing_even_if_adverse(ledgers: SiteYear) -> None:
    """
    投诉
    有效  不良影响  扣分
    否    -         -
    否    是        5
    """
    assert ledgers.charge("5.1 complaints") == (0, 0)


def test_an_adverse_complaint_costs_what_the_auditor_wrote_instead_of_the_half_point(ledgers: SiteYear) -> None:
    """
    投诉
    有效  不良影响  扣分
    是    是        1.5
    是    是        0.5
    是    否        -
    """
    assert ledgers.rule("5.1 complaints").deducted == points("2.5")


@pytest.mark.parametrize(
    ("plain", "adverse", "everything", "adverse_only"),
    [
        (2, "5", "5", "6"),  # 1 + 5
        (2, "3\n是  是  3", "5", "6"),  # 1 + the adverse 6, capped at 5
        (12, "5", "5", "10"),  # 6 + 5, but the section has 10
    ],
)
def test_the_cap_of_five_holds_for_all_complaints_or_only_the_adverse(
    plain: int, adverse: str, everything: str, adverse_only: str
) -> None:
    year = site_year(f"""
        投诉
        有效  不良影响  扣分
        是    否        -     ×{plain}
        是    是        {adverse}
    """)
    assert year.line("5.1").deducted == points(everything)
    assert year.line("5.1", complaints_cap="adverse_only").deducted == points(adverse_only)


@pytest.mark.parametrize(("named", "once", "each"), [("1.6", 5, 5), ("1.6 1.6", 5, 5), ("1.6 2.3", 5, 10)])
def test_fabrication_costs_five_points_once_or_for_each_indicator(named: str, once: int, each: int) -> None:
    rows = "\n".join(f"数据造假  {name}" for name in named.split())
    year = site_year(f"""
        督导检查
        问题类型  指标
        {rows}
    """)
    assert year.line("5.2").deducted == once
    assert year.line("5.2", fraud_extra="each").deducted == each


def test_three_fabricated_indicators_cost_ten_at_most(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    数据造假  1.6
    数据造假  2.3
    数据造假  3.1
    """
    assert ledgers.line("5.2", fraud_extra="each").deducted == 10


def test_a_falsified_indicator_scores_nothing_and_keeps_its_figures(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    环境脏乱  -
    数据造假  1.6
    """
    line = ledgers.line("1.6")
    assert (line.zeroed, line.score, line.deducted, line.rules[0].misses) == (True, 0, 1, 1)


def test_a_falsified_bonus_awards_nothing(ledgers: SiteYear) -> None:
    """
    表彰加分
    级别
    国家级

    督导检查
    问题类型  指标
    数据造假  4.2
    """
    score = ledgers.assess().score
    assert (ledgers.line("4.2").zeroed, score.bonus, score.penalty) == (True, 0, 5)
    assert ledgers.rule("4.2 honours").deducted == 3


def test_naming_a_penalty_costs_the_five_only(ledgers: SiteYear) -> None:
    """
    投诉
    有效
    是

    督导检查
    问题类型  指标
    数据造假  5.1
    """
    assert (ledgers.line("5.1").zeroed, ledgers.line("5.1").deducted) == (False, points("0.5"))
    assert ledgers.assess().score.penalty == points("5.5")


def test_a_fabrication_found_none_times_or_outside_the_period_is_none(ledgers: SiteYear) -> None:
    """
    督导检查
    日期        问题类型  指标  数量
    2025-09-04  数据造假  1.6   0
    2026-07-01  数据造假  1.6   1
    """
    assert (ledgers.line("5.2").deducted, ledgers.score("1.6")) == (0, 10)


def test_penalties_cost_ten_at_most_and_the_total_never_falls_below_nothing(ledgers: SiteYear) -> None:
    """
    投诉
    有效
    是  ×12

    督导检查
    问题类型  指标
    数据造假  1.4
    数据造假  1.6
    数据造假  2.1
    数据造假  2.2
    数据造假  2.4
    数据造假  2.5
    数据造假  2.6
    """
    score = ledgers.assess().score
    # The empty year's 40.5 less 5, 10, 4, 4, 3, 4, 4 of the indicators named; 5 for complaints and 5 for fabrication.
    assert (score.base, score.penalty, score.total) == (points("6.5"), 10, Fraction(0))
