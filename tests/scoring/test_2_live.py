"""Livestreams (2.5) against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import MONTHS, SiteYear, lines, points, site_year


def crew(*people: str) -> SiteYear:
    """People of a kind of employment with a live role, on post all year."""
    names = [f"职员{n}" for n in range(len(people))]
    return site_year(f"""
        人员名册
        姓名  用工类型  直播分工
        {lines(f"{name}  {who}" for name, who in zip(names, people, strict=True))}
        考勤
        日期  姓名
        {lines(f"{month}-05  {name}" for month in MONTHS for name in names)}
    """)


@pytest.mark.parametrize(("people", "short"), [(5, 0), (4, 0), (3, 1), (1, 3)])
def test_a_live_team_of_four_is_needed(people: int, short: int) -> None:
    assert crew(*["专职  主播"] * people).charge("2.5 team") == (short, short)


def test_the_team_is_full_time_or_anyone_with_a_live_role() -> None:
    year = crew("专职  运营", "专职  拍摄", "专职  -", "实习  剪辑", "兼职  主播")
    assert year.charge("2.5 team") == (2, 2)
    assert year.charge("2.5 team", live_team="anyone") == (0, 0)


def test_the_team_is_counted_in_its_worst_month_or_over_the_period(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名  直播分工
    张三  主播

    考勤
    日期        姓名
    2025-07-05  张三
    """
    assert ledgers.charge("2.5 team") == (4, 4)
    assert ledgers.charge("2.5 team", headcount="period") == (3, 3)


def streams(held: int) -> SiteYear:
    return site_year(f"""
        直播
        日期        场观
        2025-09-04  800   ×{held}
    """)


@pytest.mark.parametrize(("held", "short"), [(151, 0), (150, 0), (149, 1), (137, 13)])
def test_each_livestream_short_of_150_costs_half_a_point(held: int, short: int) -> None:
    assert streams(held).charge("2.5 sessions") == (short, short * points("0.5"))


def test_weeks_of_fewer_than_three_are_charged_if_read_so() -> None:
    # 7 July 2025 to 28 June 2026 are 51 whole weeks; in 50 of them there is nothing: 50 × 3.
    assert streams(150).charge("2.5 sessions") == (0, 0)
    assert streams(150).charge("2.5 sessions", live_weekly="weekly") == (150, 75)
    # 30 in one week: the year is 120 short, the weeks are 150 short, and the larger counts.
    assert streams(30).charge("2.5 sessions", live_weekly="weekly") == (150, 75)


def test_the_larger_shortfall_of_year_and_weeks_is_charged() -> None:
    mondays = [f"2025-07-{day:02}" for day in (7, 14)]
    year = site_year(f"""
        直播
        日期
        {lines(f"{day}  ×3" for day in mondays)}
    """).during("2025-07-07", "2025-07-20")
    assert year.charge("2.5 sessions", live_weekly="weekly") == (144, 72)


def test_weeks_are_due_before_the_year_is() -> None:
    # As of Sunday 20 July the weeks of the 7th and 14th have passed; a day earlier only the first.
    assert streams(1).charge("2.5 sessions", live_weekly="weekly", as_of="2025-07-20") == (6, 3)
    assert streams(1).charge("2.5 sessions", live_weekly="weekly", as_of="2025-07-19") == (3, points("1.5"))
    assert streams(1).charge("2.5 sessions", as_of="2025-07-20") == (0, 0)


@pytest.mark.parametrize(("views", "misses"), [("120001", 0), ("12万", 1), ("119999", 1)])
def test_more_than_120_000_views_are_needed_in_the_year(views: str, misses: int) -> None:
    year = site_year(f"""
        直播
        场观
        {views}
    """)
    assert year.charge("2.5 views") == (misses, misses * points("0.5"))


def test_views_may_be_read_session_by_session(ledgers: SiteYear) -> None:
    """
    直播
    场观
    800
    799
    120000
    0
    """
    assert ledgers.charge("2.5 views") == (0, 0)
    assert ledgers.charge("2.5 views", live_views="session") == (2, 1)
    assert ledgers.charge("2.5 views", live_views="session", as_of="2025-09-04") == (2, 1)


@pytest.mark.parametrize(("made", "more_than", "at_least"), [(181, 0, 0), (180, 1, 0), (179, 2, 1), (170, 11, 10)])
def test_more_than_180_videos_are_needed(made: int, more_than: int, at_least: int) -> None:
    year = site_year(f"""
        短视频
        标题
        第#条  ×{made}
    """)
    assert year.charge("2.5 videos") == (more_than, more_than * points("0.1"))
    assert year.charge("2.5 videos", videos_target="at_least") == (at_least, at_least * points("0.1"))


def reach(companies: int, *counts: str) -> SiteYear:
    return site_year(f"""
        直播企业
        企业名称
        {lines(f"公司{n}" for n in range(companies))}
        粉丝
        日期  粉丝数
        {lines(counts)}
    """)


@pytest.mark.parametrize(
    ("companies", "last", "once", "each"), [(100, 1100, 0, 0), (99, 1100, 1, 1), (100, 1099, 1, 1), (99, 1099, 1, 2)]
)
def test_a_hundred_companies_and_ten_percent_more_followers(companies: int, last: int, once: int, each: int) -> None:
    year = reach(companies, "2025-07-01  1000", f"2026-06-30  {last}")
    assert year.charge("2.5 reach_followers") == (once, 2 * once)
    assert year.charge("2.5 reach_followers", reach_followers="each") == (each, 2 * each)
    assert year.charge("2.5 reach_followers", as_of="2026-06-29") == (0, 0)


@pytest.mark.parametrize(
    ("counts", "start", "first_in_period"),
    [
        (("2025-06-01  1000", "2025-08-01  1050", "2026-06-01  1100"), 0, 1),  # the count before the period is the base
        (("2025-05-01  1000", "2025-06-30  1050", "2026-06-01  1100"), 1, 1),  # the last one on or before the first day
        (("2025-06-30  1000", "2025-07-01  1050", "2026-06-01  1155"), 0, 0),  # the first day itself: 1155 ÷ 1050
        (("2025-08-01  1000", "2026-06-01  1100"), 0, 0),  # no earlier count: the first in the period
        (("2025-06-30  1000", "2026-06-01  1100"), 0, 1),  # first in the period and last are one count: no growth
        (("2025-06-30  1000", "2026-07-01  2000"), 1, 1),  # after the period is too late
        (("2026-06-01  5000",), 1, 1),
        ((), 1, 1),
        (("2025-07-01  0", "2026-06-01  1"), 0, 0),  # from nothing any growth will do
        (("2025-07-01  0", "2026-06-01  0"), 1, 1),
    ],
)
def test_followers_grow_from_the_base_that_the_reading_names(
    counts: tuple[str, ...], start: int, first_in_period: int
) -> None:
    year = reach(100, *counts)
    assert year.charge("2.5 reach_followers") == (start, 2 * start)
    assert year.charge("2.5 reach_followers", followers_base="first_in_period") == (
        first_in_period,
        2 * first_in_period,
    )


def test_only_followers_on_douyin_count(ledgers: SiteYear) -> None:
    """
    直播企业
    企业名称
    公司#  ×100

    粉丝
    日期        平台    粉丝数
    2025-07-01  抖音    1000
    2026-06-01  抖 音   1000
    2026-06-01  视频号  5000
    """
    assert ledgers.charge("2.5 reach_followers") == (1, 2)


def test_sessions_with_officials(ledgers: SiteYear) -> None:
    """
    直播
    形式          主讲
    直播带岗      局长
    企业HR进园区  主任
    企业HR进园区  科长
    政策宣讲      科长
    企业HR进园区  -
    直播带岗      企业HR
    直播带岗      -
    """
    # Director sessions: 局长 and 主任. Section chief or HR in the park: rows two to five.
    assert ledgers.charge("2.5 director_sessions") == (0, 0)
    assert ledgers.charge("2.5 chief_sessions") == (0, 0)


@pytest.mark.parametrize(("host", "rule", "short"), [("局长", "director", 1), ("科长", "chief", 3)])
def test_each_session_with_an_official_short_costs_half_a_point(host: str, rule: str, short: int) -> None:
    year = site_year(f"""
        直播
        主讲
        {host}
    """)
    assert year.charge(f"2.5 {rule}_sessions") == (short, short * points("0.5"))


def test_livestreams_cost_six_points_at_most() -> None:
    # 13 short are 6.5 by themselves; nobody is on the team, no video, and so on.
    assert (streams(137).line("2.5").deducted, streams(137).score("2.5")) == (6, 4)
