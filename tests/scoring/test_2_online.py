"""Online recruitment (2.4) against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import SiteYear, lines, points, site_year


def online(party: str, contacted: int, of: int, more: str = "") -> SiteYear:
    marks = ["是"] * contacted + ["否"] * (of - contacted)
    return site_year(f"""
        招聘活动
        活动编号
        A-1
        线上招聘
        对象  已联系  结果
        {lines(f"{party}  {mark}  成功" for mark in marks)}
        {more}
    """)


@pytest.mark.parametrize(
    ("called", "of", "misses", "deducted"),
    [(90, 100, 0, "0"), (89, 100, 1, "0.5"), (88, 100, 2, "1"), (87, 100, 3, "1"), (0, 100, 90, "1")],
)
def test_ninety_percent_of_online_companies_are_called_back(called: int, of: int, misses: int, deducted: str) -> None:
    assert online("企业", called, of).charge("2.4 company_callbacks") == (misses, points(deducted))


@pytest.mark.parametrize(
    ("contacted", "of", "whole", "started", "proportional"),
    [
        (100, 100, "0", "0", "0"),
        (99, 100, "0.5", "0.5", "0.5"),
        (197, 200, "0.5", "1", "0.75"),  # 98.5 %
        (98, 100, "1", "1", "1"),
        (50, 100, "1", "1", "1"),
    ],
)
def test_every_online_seeker_is_contacted(contacted: int, of: int, whole: str, started: str, proportional: str) -> None:
    year = online("求职者", contacted, of)
    for reading, deducted in (("whole", whole), ("started", started), ("proportional", proportional)):
        assert year.rule("2.4 seeker_contact", percentage_points=reading).deducted == points(deducted)


@pytest.mark.parametrize(
    ("rows", "misses", "deducted"),
    [
        ("未成功  3", 0, "0"),
        ("未成功  2", 1, "0.5"),
        ("未成功  5\n求职者  未成功  1", 2, "1"),  # five for one do not make up for another's one
        ("未成功  -", 3, "1"),
        ("成功  0", 0, "0"),
        ("成功  -", 0, "0"),
    ],
)
def test_every_unsuccessful_seeker_gets_three_recommendations(rows: str, misses: int, deducted: str) -> None:
    year = site_year(f"""
        招聘活动
        活动编号
        A-1
        线上招聘
        对象    结果  推荐次数
        求职者  {rows}
    """)
    assert year.charge("2.4 recommendations") == (misses, points(deducted))


def test_a_rate_over_nobody_is_a_miss_at_the_end_and_nobody_lacks_recommendations() -> None:
    year = site_year()
    rules = ("company_callbacks", "seeker_contact", "recommendations")
    assert [year.charge(f"2.4 {rule}") for rule in rules] == [(90, 1), (100, 1), (0, 0)]
    assert [year.charge(f"2.4 {rule}", as_of="2026-06-29") for rule in rules] == [(0, 0), (0, 0), (0, 0)]
    assert year.score("2.4") == 3


def test_online_rows_belong_to_the_period_of_their_event(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  日期
    A-0       2025-06-30
    A-1       2026-06-30

    线上招聘
    活动编号  对象    已联系  结果    推荐次数
    A-0       求职者  否      未成功  0
    A-1       求职者  是      未成功  3
    """
    assert ledgers.charge("2.4 seeker_contact") == (0, 0)
    assert ledgers.charge("2.4 recommendations") == (0, 0)
