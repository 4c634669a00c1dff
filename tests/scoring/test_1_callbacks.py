"""The call-backs (1.4) against rates worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import SiteYear, lines, points, site_year


def called(reached: int, companies: int) -> SiteYear:
    """One fair of so many companies, so many of which were reached."""
    return site_year(f"""
        招聘活动
        企业数
        {companies}
        回访
        活动编号  名称
        {lines(f"A-1  公司{n}" for n in range(reached))}
    """)


@pytest.mark.parametrize(
    ("reached", "companies", "whole", "started", "proportional"),
    [
        (100, 100, "0", "0", "0"),
        (90, 100, "0", "0", "0"),
        (89, 100, "1", "1", "1"),
        (88, 100, "2", "2", "2"),
        (442, 500, "1", "2", "1.6"),  # 88.4 %, as the terms' own example
        (15, 17, "1", "2", "30/17"),  # 90 % less 15/17 are 30/17 points: nothing is rounded on the way
        (899, 1000, "0", "1", "0.1"),
        (0, 50, "90", "90", "90"),
    ],
)
def test_each_percentage_point_below_ninety_costs_a_fifth_of_a_point(
    reached: int, companies: int, whole: str, started: str, proportional: str
) -> None:
    year = called(reached, companies)
    for reading, misses in (("whole", whole), ("started", started), ("proportional", proportional)):
        expected = (points(misses), points(misses) / 5)
        assert year.charge("1.4 fair_companies", percentage_points=reading) == expected


@pytest.mark.parametrize(("reached", "score"), [(76, "2.2"), (75, "2"), (74, "2")])
def test_call_backs_cost_three_points_at_most(reached: int, score: str) -> None:
    # 14 × 0.2 = 2.8; 15 × 0.2 = 3; 16 × 0.2 = 3.2, capped.
    assert called(reached, 100).score("1.4") == points(score)


FOUR_GROUPS = f"""
    招聘活动
    活动编号  企业数  入场人次
    A-1       10      100

    零工登记
    姓名
    {lines(f"零工{n}" for n in range(20))}

    前台登记
    对象    名称
    企业    甲公司
    企业    乙公司
    求职者  丙
    求职者  丁

    回访
    渠道      活动编号  对象    名称    回访成功
    招聘会    A-1       企业    公司#   是  ×9
    招聘会    A-1       求职者  来宾#   是  ×85
    零工市场  -         求职者  零工0   是
    零工市场  -         求职者  零工1   否
    零工市场  -         求职者  外人    是
    前台      -         企业    甲公司  是
    前台      -         企业    丙      是
    前台      -         求职者  丙      是
    前台      -         求职者  丁      是
"""


def test_the_four_rates_are_charged_by_themselves() -> None:
    year = site_year(FOUR_GROUPS)
    # 9/10 is 90 %; 85/100 is 5 short; 1/20 is 85 short; 3/4 is 15 short (a company named 丙 never registered).
    found = [year.charge(f"1.4 {rule}") for rule in ("fair_companies", "fair_seekers", "gig_seekers", "frontdesk")]
    assert found == [(0, 0), (5, 1), (85, 17), (15, 3)]


def test_one_rate_over_all_or_the_lowest_alone() -> None:
    year = site_year(FOUR_GROUPS)
    # 9 + 85 + 1 + 3 = 98 of 10 + 100 + 20 + 4 = 134: 73.13 %, 16 whole points short.
    assert year.charge("1.4 coverage", callback_rates="pooled") == (16, points("3.2"))
    assert year.charge("1.4 coverage", callback_rates="worst") == (85, 17)


def test_a_group_with_nobody_to_call_back_is_left_out_or_missed() -> None:
    year = called(9, 10)
    assert year.charge("1.4 gig_seekers") == (0, 0)
    assert year.charge("1.4 gig_seekers", callback_nobody="missed") == (90, 18)
    assert year.charge("1.4 gig_seekers", callback_nobody="missed", as_of="2026-06-29") == (0, 0)
    assert year.charge("1.4 coverage", callback_nobody="missed", callback_rates="worst") == (90, 18)
    # Pooled, 9 of 10 were reached: the other groups are empty, the whole is not.
    assert year.charge("1.4 coverage", callback_nobody="missed", callback_rates="pooled") == (0, 0)


def test_with_nobody_at_all_the_pooled_rate_is_skipped_or_missed() -> None:
    assert site_year().charge("1.4 coverage", callback_rates="pooled") == (0, 0)
    assert site_year().charge("1.4 coverage", callback_rates="pooled", callback_nobody="missed") == (90, 18)


def test_the_same_party_counts_once_and_never_more_than_the_fair_had(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  企业数
    A-1       10
    A-2       10

    回访
    活动编号  名称    电话
    A-1       甲公司  0799-6661
    A-1       甲 公司  07996661
    A-2       公司#   -  ×14
    """
    # 1 of 10 and, of 14 reached at a fair of 10, only 10: 11 of 20 are 55 %, 35 short.
    assert ledgers.charge("1.4 fair_companies") == (35, 7)


def test_an_online_fair_has_no_part_in_the_call_backs(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  形式      企业数
    A-1       线上      100
    A-2       线上线下  10

    回访
    活动编号  名称
    A-1       公司#  ×5
    A-2       公司#  ×8
    """
    assert ledgers.charge("1.4 fair_companies") == (10, 2)


def test_a_call_back_belongs_to_the_period_of_its_fair(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  日期        企业数
    A-1       2026-06-30  1
    A-0       2025-06-30  1

    回访
    日期        活动编号  名称
    2026-07-15  A-1       甲公司
    2025-07-15  A-0       乙公司
    """
    assert ledgers.charge("1.4 fair_companies") == (0, 0)
    assert ledgers.rule("1.4 fair_companies").measured == {"": 1}
