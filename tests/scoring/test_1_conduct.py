"""Publicity (1.5) and premises (1.6) against figures worked out by hand from the clauses."""

import pytest
from tests.ledger_tables import SiteYear, lines, points, site_year


@pytest.mark.parametrize(
    ("channels", "short"),
    [
        ("公众号 小程序 抖音 报纸", 0),
        ("公众号 小程序 抖音", 0),
        ("公众号 小程序", 1),
        ("公众号 公众号 公众号", 2),
        ("", 3),
    ],
)
def test_three_channels_are_needed(channels: str, short: int) -> None:
    year = site_year(f"""
        宣传
        渠道
        {lines(channels.split())}
    """)
    assert year.charge("1.5 channels") == (short, short)
    assert year.charge("1.5 channels", as_of="2026-06-29") == (0, 0)


def test_a_message_late_and_untrue_counts_once_beside_the_findings(ledgers: SiteYear) -> None:
    """
    宣传
    渠道    及时  真实
    公众号  否    否
    公众号  是    否
    公众号  否    -
    公众号  -     是

    督导检查
    问题类型    数量
    信息不及时  2
    信息虚假    -
    """
    # Three messages and 2 + 1 findings: 6 × 0.5.
    assert ledgers.charge("1.5 messages") == (6, 3)


@pytest.mark.parametrize(
    ("handled", "as_of", "misses"),
    [
        ("-", "", 1),
        ("2026-06-30", "", 0),
        ("2026-07-01", "", 1),  # after the period: it was not handled in it
        ("2025-10-10", "2025-10-09", 1),
        ("2025-10-10", "2025-10-10", 0),
        ("-", "2025-09-03", 0),  # the feedback itself is later than the as-of date
    ],
)
def test_feedback_must_be_handled_by_the_end_or_the_as_of_date(handled: str, as_of: str, misses: int) -> None:
    year = site_year(f"""
        反馈
        日期        处理日期
        2025-09-04  {handled}
    """)
    assert year.charge("1.5 feedback", as_of=as_of) == (misses, points("0.5") * misses)


def test_publicity_costs_five_points_at_most(ledgers: SiteYear) -> None:
    """
    反馈
    内容
    意见  ×7
    """
    # No channel costs 3, seven open items 3.5: 6.5, but the indicator has only 5.
    assert (ledgers.charge("1.5 feedback"), ledgers.score("1.5")) == ((7, points("3.5")), 0)


@pytest.mark.parametrize(
    ("kind", "rule", "each"),
    [
        ("环境脏乱", "environment", "1"),
        ("未巡查", "order", "1"),
        ("停车乱停乱放", "order", "1"),
        ("违规充电", "order", "1"),
        ("水电未关", "utilities", "0.5"),
        ("特种设备违规", "special_equipment", "3"),
    ],
)
def test_what_a_finding_costs(kind: str, rule: str, each: str) -> None:
    year = site_year(f"""
        督导检查
        问题类型  数量
        {kind}    -
        {kind}    2
    """)
    assert year.charge(f"1.6 {rule}") == (3, 3 * points(each))


def test_special_equipment_may_be_read_as_charged_once(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型      数量
    特种设备违规  2
    """
    assert (ledgers.charge("1.6 special_equipment"), ledgers.score("1.6")) == ((2, 6), 4)
    assert ledgers.charge("1.6 special_equipment", special_equipment="once") == (1, 3)
    assert ledgers.score("1.6", special_equipment="once") == 7


@pytest.mark.parametrize(("dirty", "score"), [(5, 5), (6, 4), (7, 4)])
def test_premises_cost_six_points_at_most(dirty: int, score: int) -> None:
    year = site_year(f"""
        督导检查
        问题类型  数量
        环境脏乱  {dirty}
    """)
    assert (year.charge("1.6 environment"), year.score("1.6")) == ((dirty, dirty), score)


@pytest.mark.parametrize(
    ("found", "fixed", "late"),
    [
        ("2025-09-01", "2025-09-08", 0),  # Monday to Monday: 2, 3, 4, 5 and 8 September are five working days
        ("2025-09-01", "2025-09-09", 1),
        ("2025-09-05", "2025-09-12", 0),  # the weekend in between does not count
        ("2025-09-28", "2025-10-11", 0),  # 29, 30 September, 9, 10 and, made up for, Saturday 11 October
        ("2025-09-28", "2025-10-13", 1),
        ("2026-06-29", "2026-07-06", 0),  # a fix after the period counts on its day: 30 June, 1, 2, 3, 6 July
        ("2026-06-29", "2026-07-07", 1),
        ("2026-06-22", "-", 1),  # open to the period's end: 23 to 26, 29 and 30 June are six
        ("2026-06-23", "-", 0),  # five
    ],
)
def test_a_fault_must_be_fixed_within_five_working_days(found: str, fixed: str, late: int) -> None:
    year = site_year(f"""
        督导检查
        日期     问题类型  整改日期  数量
        {found}  设施故障  {fixed}   2
    """)
    assert year.charge("1.6 faults") == (late * 2, late * 2)


def test_with_an_as_of_date_a_later_fix_is_not_known_yet(ledgers: SiteYear) -> None:
    """
    督导检查
    日期        问题类型  整改日期
    2025-09-01  设施故障  2025-09-08
    2025-09-02  设施故障  2025-09-30
    """
    assert ledgers.charge("1.6 faults", as_of="2025-09-09") == (0, 0)
    assert ledgers.charge("1.6 faults", as_of="2025-09-10") == (1, 1)
    assert ledgers.charge("1.6 faults") == (1, 1)
