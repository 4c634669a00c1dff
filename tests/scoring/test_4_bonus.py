"""The bonus section against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import SiteYear, points, site_year


@pytest.mark.parametrize(
    ("figures", "exceeds", "includes", "content"),
    [
        ("51  901  201", 1, 1, 0),
        ("50  901  201", 0, 1, 0),
        ("49  901  201", 0, 0, 0),
        ("51  900  201", 0, 0, 0),
        ("51  901  200", 0, 0, 0),
        ("51  1170  260", 1, 1, 1),  # 900 × 1.3 and 200 × 1.3; 35 × 1.3 is less than 51
        ("51  1169  260", 1, 1, 0),
        ("51  1170  259", 1, 1, 0),
    ],
)
def test_a_large_daily_fair_brings_half_a_point(figures: str, exceeds: int, includes: int, content: int) -> None:
    year = site_year(f"""
        招聘活动
        企业数  岗位数  入场人次
        {figures}
    """)
    half = points("0.5")
    assert year.charge("4.1 daily_excess") == (exceeds, exceeds * half)
    assert year.charge("4.1 daily_excess", bonus_companies="includes") == (includes, includes * half)
    assert year.charge("4.1 daily_excess", bonus_gate="content") == (content, content * half)


def test_only_daily_fairs_held_offline_bring_a_bonus(ledgers: SiteYear) -> None:
    """
    招聘活动
    类型  形式      企业数  岗位数  入场人次
    日常  线下      60      1200    300
    日常  线上线下  60      1200    300
    日常  线上      60      1200    300
    主题  线下      60      1200    300
    外出  线下      60      1200    300
    """
    assert ledgers.charge("4.1 daily_excess") == (2, 1)


@pytest.mark.parametrize(("large", "awarded"), [(9, "4.5"), (10, "5"), (11, "5")])
def test_large_fairs_bring_five_points_at_most(large: int, awarded: str) -> None:
    year = site_year(f"""
        招聘活动
        企业数  岗位数  入场人次
        51      901     201       ×{large}
    """)
    assert year.rule("4.1 daily_excess").deducted == points(awarded)


@pytest.mark.parametrize(
    ("levels", "awarded"),
    [
        ("国家级", 3),
        ("省部级", 2),
        ("创新举措", 2),
        ("国家级 省部级", 5),
        ("省部级 创新举措", 4),
        ("省部级 省部级 省部级", 5),
        ("国家级 国家级", 5),
    ],
)
def test_honours_bring_three_or_two_points_each_and_five_at_most(levels: str, awarded: int) -> None:
    rows = "\n".join(levels.split())
    year = site_year(f"""
        表彰加分
        级别
        {rows}
    """)
    assert year.rule("4.2 honours").deducted == awarded


def test_an_award_outside_the_period_brings_nothing(ledgers: SiteYear) -> None:
    """
    表彰加分
    日期        级别
    2025-06-30  国家级
    2026-07-01  国家级
    """
    assert ledgers.rule("4.2 honours").deducted == 0


def test_the_bonus_is_added_to_the_base(ledgers: SiteYear) -> None:
    """
    招聘活动
    企业数  岗位数  入场人次
    51      901     201       ×12

    表彰加分
    级别
    国家级  ×2
    """
    score = ledgers.assess().score
    # Without any ledger filled the base is 40.5; twelve daily fairs leave 2.1 at 4 (26 short: 13, capped at 6).
    # With 26 short it still loses 6, and 12 × 51 companies were not called back: 1.4 loses its 3.
    assert (score.base, score.bonus, score.total) == (points("37.5"), 10, points("47.5"))
