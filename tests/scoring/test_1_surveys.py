"""Visits, reports and data (1.3) against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import MONTHS, QUARTERS, SiteYear, lines, points, site_year


def visits(*days: str) -> str:
    return f"""
        企业走访
        日期
        {lines(days)}
    """


def test_every_month_without_a_visit_costs_a_point() -> None:
    assert site_year(visits(*(f"{month}-28" for month in MONTHS))).charge("1.3 monthly_visits") == (0, 0)
    assert site_year(visits(*(f"{month}-28" for month in MONTHS[2:]))).charge("1.3 monthly_visits") == (2, 2)
    assert site_year(visits("2025-07-01", "2025-07-02")).charge("1.3 monthly_visits") == (11, 11)
    assert site_year(visits("2025-06-30", "2026-07-01")).charge("1.3 monthly_visits") == (12, 12)


def test_part_months_at_both_ends_are_one_month_or_two() -> None:
    year = site_year(visits("2025-07-20", *(f"{month}-05" for month in MONTHS[1:]))).during("2025-07-15", "2026-07-14")
    assert year.charge("1.3 monthly_visits") == (0, 0)
    assert year.charge("1.3 monthly_visits", part_months="each") == (1, 1)


def test_a_month_is_due_once_it_has_ended() -> None:
    year = site_year(visits("2025-07-05"))
    assert year.charge("1.3 monthly_visits", as_of="2025-08-30") == (0, 0)
    assert year.charge("1.3 monthly_visits", as_of="2025-08-31") == (1, 1)


def reports(kind: str, *covers: str) -> str:
    return f"""
        报告与会议
        类别  所属期
        {lines(f"{kind}  {span}" for span in covers)}
    """


@pytest.mark.parametrize(("missing", "each", "once"), [(0, 0, 0), (1, 1, 1), (4, 4, 1)])
def test_a_quarter_without_its_report_costs_a_point_each_or_once(missing: int, each: int, once: int) -> None:
    year = site_year(reports("季度分析报告", *QUARTERS[missing:]))
    assert year.charge("1.3 quarterly_report") == (each, each)
    assert year.charge("1.3 quarterly_report", quarterly_report="once") == (once, once)


def test_another_report_of_the_same_quarter_is_no_quarterly_report() -> None:
    assert site_year(reports("零工供求分析", *QUARTERS)).charge("1.3 quarterly_report") == (4, 4)


def test_omissions_and_errors_cost_half_a_point_each(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  数量  日期
    数据遗漏  -     2025-07-01
    数据错误  2     2026-06-30
    数据错误  9     2026-07-01
    数据错误  0     2025-09-01
    """
    # 1 + 2, the third lies after the period: 3 × 0.5.
    assert ledgers.charge("1.3 data_errors") == (3, points("1.5"))
