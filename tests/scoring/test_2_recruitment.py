"""Daily and themed fairs and outreach (2.1 to 2.3) against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import SiteYear, lines, points, site_year

TASK = "35  900  200"
THEMED_TASK = "50  1000  450"


def fairs(kind: str, *figures: str) -> str:
    """Events of a kind, each with companies, positions, visitors and how often."""
    return f"""
        招聘活动
        类型  企业数  岗位数  入场人次
        {lines(f"{kind}  {each}" for each in figures)}
    """


@pytest.mark.parametrize(("held", "short"), [(39, 0), (38, 0), (37, 1), (26, 12), (0, 38)])
def test_each_daily_fair_short_of_38_costs_half_a_point(held: int, short: int) -> None:
    year = site_year(fairs("日常", f"{TASK}  ×{held}") if held else "")
    assert year.charge("2.1 sessions") == (short, short * points("0.5"))
    assert year.charge("2.1 sessions", missing_session="session_and_items") == (short, short * 2)
    # 12 short are 6 points, which is the cap; with their items 3 short are enough.
    assert year.score("2.1") == 10 - min(6, short * points("0.5"))


def test_annual_sessions_are_not_due_before_the_end() -> None:
    year = site_year(fairs("日常", TASK))
    assert year.charge("2.1 sessions", as_of="2026-06-29") == (0, 0)
    assert year.charge("2.1 sessions", as_of="2026-07-15") == (37, points("18.5"))


def test_a_fair_short_of_two_targets_counts_twice(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  日期        类型  形式  地域  企业数  岗位数  入场人次
    A-01      2025-09-04  日常  线下  市内  35      900     200
    A-02      2025-09-11  日常  线下  市内  34      899     200
    """
    assert ledgers.charge("2.1 items") == (2, 1)


@pytest.mark.parametrize(
    ("figures", "misses"),
    [("35  900  200", 0), ("34  900  200", 1), ("35  899  200", 1), ("35  900  199", 1), ("0  0  0", 3)],
)
def test_each_of_the_three_figures_of_a_daily_fair_is_held_to_its_target(figures: str, misses: int) -> None:
    assert site_year(fairs("日常", figures)).charge("2.1 items") == (misses, misses * points("0.5"))


def test_only_daily_fairs_held_offline_in_the_period_are_counted(ledgers: SiteYear) -> None:
    """
    招聘活动
    日期        类型  形式      企业数  岗位数  入场人次
    2025-07-01  日常  线下      35      900     200
    2026-06-30  日常  线上线下  0       900     200
    2025-09-04  日常  线上      0       0       0
    2025-09-04  主题  线下      0       0       0
    2025-06-30  日常  线下      0       0       0
    2026-07-01  日常  线下      0       0       0
    """
    assert ledgers.rule("2.1 sessions").measured == {"": 2}
    assert ledgers.charge("2.1 items") == (1, points("0.5"))


def test_on_average_each_figure_misses_once_at_most(ledgers: SiteYear) -> None:
    """
    招聘活动
    企业数  岗位数  入场人次
    34      900     100
    36      900     299
    35      900     200
    """
    # Fair by fair 34, 100 miss; on average 35 and 900 hold, and 599 ÷ 3 visitors are fewer than 200.
    assert ledgers.charge("2.1 items") == (2, 1)
    assert ledgers.charge("2.1 items", session_items="average") == (1, points("0.5"))


def test_an_average_over_no_fairs_misses_nothing() -> None:
    assert site_year().charge("2.1 items", session_items="average") == (0, 0)


def test_the_best_38_are_held_to_the_figures() -> None:
    year = site_year(fairs("日常", f"{TASK}  ×37", "34  900  200", "0  0  0", "34  899  200"))
    # All 40: 1 + 3 + 2 items; of the best 38 the one with a single item missed is the last one taken.
    assert year.charge("2.1 items") == (6, 3)
    assert year.charge("2.1 items", sessions_counted="best") == (1, points("0.5"))


def test_among_equally_good_fairs_the_earliest_is_kept(ledgers: SiteYear) -> None:
    """
    招聘活动
    日期        企业数  岗位数  入场人次
    2025-09-04  35      900     200  ×37
    2026-03-05  0       900     200
    2026-03-06  35      0       200
    """
    # Each of the last two misses one item. Kept is that of 5 March: the average of companies falls to 35 × 37 ÷ 38.
    best = {"sessions_counted": "best", "session_items": "average"}
    assert [miss.name for miss in ledgers.rule("2.1 items", **best).found] == ["companies"]


def test_daily_fairs_cost_six_points_at_most() -> None:
    year = site_year(fairs("日常", f"{TASK}  ×30", "0  0  0  ×3"))
    # 5 short are 2.5; 9 items are 4.5; together 7.
    assert (year.charge("2.1 sessions"), year.charge("2.1 items")) == ((5, points("2.5")), (9, points("4.5")))
    assert (year.line("2.1").deducted, year.score("2.1")) == (6, 4)


@pytest.mark.parametrize(
    ("figures", "sessions"),
    [
        ("50  1000  450", 1),
        ("99  2000  900", 1),
        ("100  1999  900", 1),
        ("100  2000  899", 1),
        ("100  2000  900", 2),
        ("149  3000  1350", 2),
        ("150  3000  1350", 3),
        ("10  10  10", 1),  # below the task it is still one session held
    ],
)
def test_a_themed_fair_of_a_multiple_counts_as_that_many(figures: str, sessions: int) -> None:
    assert site_year(fairs("主题", figures)).rule("2.2 sessions").measured == {"": sessions}


@pytest.mark.parametrize(("held", "short"), [(13, 0), (12, 0), (11, 1), (1, 11)])
def test_each_themed_fair_short_of_twelve_costs_half_a_point(held: int, short: int) -> None:
    year = site_year(fairs("主题", f"{THEMED_TASK}  ×{held}"))
    assert year.charge("2.2 sessions") == (short, short * points("0.5"))
    assert year.charge("2.2 sessions", missing_session="session_and_items") == (short, short * 2)
    assert year.score("2.2") == 10 - min(6, short * points("0.5"))


@pytest.mark.parametrize(
    ("figures", "misses"), [("50  1000  450", 0), ("49  1000  450", 1), ("50  999  449", 2), ("0  0  0", 3)]
)
def test_each_figure_of_a_themed_fair_is_held_to_its_target(figures: str, misses: int) -> None:
    assert site_year(fairs("主题", figures)).charge("2.2 items") == (misses, misses * points("0.5"))


def test_the_best_twelve_themed_fairs() -> None:
    year = site_year(fairs("主题", f"{THEMED_TASK}  ×11", "49  999  450", "0  0  0"))
    assert year.charge("2.2 items") == (5, points("2.5"))
    assert year.charge("2.2 items", sessions_counted="best") == (2, 1)
    # The reading `average` is for daily fairs only.
    assert year.charge("2.2 items", session_items="average") == (5, points("2.5"))


@pytest.mark.parametrize(("held", "short"), [(6, 0), (5, 0), (4, 1), (0, 5)])
def test_five_events_outside_the_city_are_needed(held: int, short: int) -> None:
    text = f"""
        招聘活动
        类型  地域
        外出  省外  ×{held}
    """
    year = site_year(text if held else "")
    assert (year.charge("2.3 sessions"), year.score("2.3")) == ((short, short), 5 - short)


def test_where_universities_cluster_counts_as_outreach_if_read_so(ledgers: SiteYear) -> None:
    """
    招聘活动
    类型  地域  形式
    外出  高校  线下
    外出  市外  线上
    外出  省外  线下
    外出  市内  线下
    日常  省外  线下
    """
    assert ledgers.charge("2.3 sessions") == (2, 2)
    assert ledgers.charge("2.3 sessions", outreach_campus="outside_only") == (3, 3)
