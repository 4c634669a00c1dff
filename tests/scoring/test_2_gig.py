"""The gig market (2.6) against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import MONTHS, QUARTERS, SiteYear, lines, points, site_year


@pytest.mark.parametrize(
    ("given", "followed", "person", "each", "none_only"),
    [(3, 1, 0, 0, 0), (2, 1, 1, 1, 0), (3, 0, 1, 1, 1), (2, 0, 1, 2, 1), (0, 1, 1, 1, 1), (0, 0, 1, 2, 1)],
)
def test_a_registrant_is_neglected_without_three_recommendations_or_a_follow_up(
    given: int, followed: int, person: int, each: int, none_only: int
) -> None:
    year = site_year(f"""
        零工登记
        推荐次数  跟踪次数
        {given}   {followed}
        {given}   {followed}
    """)
    for reading, misses in (("person", 2 * person), ("each", 2 * each), ("none_only", 2 * none_only)):
        assert year.charge("2.6 registrants", gig_registrants=reading) == (misses, misses * points("0.1"))


@pytest.mark.parametrize(("neglected", "deducted"), [(19, "1.9"), (20, "2"), (21, "2")])
def test_registrants_cost_two_points_at_most(neglected: int, deducted: str) -> None:
    year = site_year(f"""
        零工登记
        推荐次数
        2  ×{neglected}
    """)
    assert year.charge("2.6 registrants") == (neglected, points(deducted))


def openings(*months: str) -> SiteYear:
    """Openings as `2025-07  500`."""
    return site_year(f"""
        零工岗位
        发布日期  岗位数
        {lines(month.replace("  ", "-15  ") for month in months)}
    """)


@pytest.mark.parametrize(("number", "standard", "content"), [(500, 0, 0), (499, 12, 0), (400, 12, 0), (399, 12, 12)])
def test_five_hundred_openings_a_month_or_four_hundred(number: int, standard: int, content: int) -> None:
    year = openings(*(f"{month}  {number}" for month in MONTHS))
    # 12 months × 0.2 are 2.4, capped at 2.
    assert year.charge("2.6 openings") == (standard, min(2, standard * points("0.2")))
    assert year.charge("2.6 openings", gig_openings="content") == (content, min(2, content * points("0.2")))


def test_openings_of_a_month_add_up_and_those_of_another_do_not_help() -> None:
    year = openings("2025-07  1000", "2025-08  250", "2025-08  250", *(f"{month}  500" for month in MONTHS[3:]))
    assert year.charge("2.6 openings") == (1, points("0.2"))


def test_openings_count_only_on_both_platforms(ledgers: SiteYear) -> None:
    """
    零工岗位
    发布日期    岗位数  省级平台  市级平台
    2025-07-15  500     是        是
    2025-08-15  500     是        否
    2025-09-15  500     否        是
    """
    assert ledgers.charge("2.6 openings", as_of="2025-09-30") == (2, points("0.4"))


def trainings(*rows: str) -> SiteYear:
    return site_year(f"""
        培训
        日期  参训人数  类别
        {lines(f"{row}  灵活就业技能" for row in rows)}
    """)


@pytest.mark.parametrize(
    ("first_month", "month", "each", "month_total"),
    [
        (("2025-07-05  50", "2025-07-20  50"), 0, 0, 0),
        (("2025-07-05  49", "2025-07-20  50"), 1, 1, 0),
        (("2025-07-05  25", "2025-07-20  25"), 1, 2, 0),  # 50 in all will do under `month_total`
        (("2025-07-05  24", "2025-07-20  25"), 1, 2, 1),
        (("2025-07-05  500",), 1, 1, 1),
        (("2025-07-05  49",), 1, 2, 1),
        (("2025-07-05  49", "2025-07-12  50", "2025-07-19  50"), 0, 1, 0),
        ((), 1, 2, 1),
    ],
)
def test_two_trainings_of_fifty_a_month(first_month: tuple[str, ...], month: int, each: int, month_total: int) -> None:
    year = trainings(*first_month, *(f"{later}-{day}  50" for later in MONTHS[1:] for day in ("05", "20")))
    for reading, misses in (("month", month), ("each", each), ("month_total", month_total)):
        assert year.charge("2.6 training", gig_training=reading) == (misses, misses * points("0.2"))


def test_trainings_of_another_kind_do_not_help_and_the_cap_is_two(ledgers: SiteYear) -> None:
    """
    培训
    日期        类别    参训人数  应训人数
    2025-07-05  师资班  50        -  ×2
    """
    assert ledgers.charge("2.6 training") == (12, 2)
    # 12 months × 2 sessions missing: 4.8, capped.
    assert ledgers.charge("2.6 training", gig_training="each") == (24, 2)


@pytest.mark.parametrize("missing", [0, 1, 4])
def test_a_quarter_without_its_analysis_costs_half_a_point(missing: int) -> None:
    year = site_year(f"""
        报告与会议
        类别  所属期
        {lines(f"零工供求分析  {quarter}" for quarter in QUARTERS[missing:])}
    """)
    assert year.charge("2.6 quarterly_analysis") == (missing, missing * points("0.5"))


def test_quarters_are_due_when_they_have_ended() -> None:
    assert site_year().charge("2.6 quarterly_analysis", as_of="2025-09-29") == (0, 0)
    assert site_year().charge("2.6 quarterly_analysis", as_of="2025-09-30") == (1, points("0.5"))


def test_part_quarters_at_both_ends_are_one_quarter_or_two(ledgers: SiteYear) -> None:
    """
    报告与会议
    类别          所属期
    零工供求分析  2025Q3
    零工供求分析  2025Q4
    零工供求分析  2026Q1
    零工供求分析  2026Q2
    """
    year = ledgers.during("2025-08-01", "2026-07-31")
    assert year.charge("2.6 quarterly_analysis") == (0, 0)
    assert year.charge("2.6 quarterly_analysis", part_months="each") == (1, points("0.5"))


def test_the_whole_indicator_has_no_cap_but_its_points() -> None:
    # 2 + 2 + 2 + 2 of ten: 21 neglected, no openings, no trainings, no analysis.
    year = site_year("""
        零工登记
        推荐次数
        0  ×21
    """)
    assert year.score("2.6") == 2
