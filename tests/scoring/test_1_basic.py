"""Staff, duties (1.1) and services (1.2) against figures worked out by hand from the clauses."""

from collections.abc import Sequence

import pytest
from tests.ledger_tables import MONTHS, SiteYear, lines, site_year

ATTENDED_ALL_YEAR = [f"{month}-05" for month in MONTHS]
SERVICES = (
    "职业介绍", "政策宣介", "职业指导", "信息发布", "岗位归集", "就业和失业登记", "就业援助", "青年就业见习",
    "供需数据分析", "创业服务", "职业培训", "妇女权益保障", "劳动关系协调", "毕业生补助申请", "流动人员档案",
    "就业扶持政策落实", "就业动态监测", "法律援助咨询",
)  # fmt: skip


def crew(people: int, days: Sequence[str] = ATTENDED_ALL_YEAR) -> str:
    return f"""
        人员名册
        姓名
        {lines(f"职员{n}" for n in range(1, people + 1))}
        考勤
        日期  姓名
        {lines(f"{day}  职员{n}" for day in days for n in range(1, people + 1))}
    """


@pytest.mark.parametrize(("people", "short"), [(8, 0), (7, 0), (6, 1), (3, 4), (1, 6)])
def test_seven_full_time_people_are_needed_and_each_one_short_costs_a_point(people: int, short: int) -> None:
    assert site_year(crew(people)).charge("1.1 staffing") == (short, short)


def test_interns_trainees_and_part_timers_never_count() -> None:
    others = {"张三": "实习", "李四": "见习", "王五": "兼职", "赵六": "专职"}
    year = site_year(f"""
        人员名册
        姓名  用工类型
        {lines(f"{name}  {kind}" for name, kind in others.items())}
        考勤
        日期  姓名
        {lines(f"{day}  {name}" for day in ATTENDED_ALL_YEAR for name in others)}
    """)
    assert year.charge("1.1 staffing") == (6, 6)


@pytest.mark.parametrize(
    ("status", "short"), [("出勤", 6), ("值班", 6), ("外勤", 6), ("请假", 7), ("旷工", 7), ("休息", 7)]
)
def test_only_days_attended_put_a_person_on_post(status: str, short: int) -> None:
    year = site_year(f"""
        人员名册
        姓名
        张三
        考勤
        日期  姓名  状态
        {lines(f"{day}  张三  {status}" for day in ATTENDED_ALL_YEAR)}
    """)
    assert year.charge("1.1 staffing") == (short, short)


def test_the_month_with_the_fewest_people_decides_unless_the_whole_period_does() -> None:
    text = crew(7).replace("2026-02-05  职员3\n", "")
    assert site_year(text).charge("1.1 staffing") == (1, 1)
    assert site_year(text).charge("1.1 staffing", headcount="period") == (0, 0)


@pytest.mark.parametrize(
    ("start", "end", "short"),
    [
        ("2025-07-31", "-", 6),  # on post on July's last day: the only one of seven in every month
        ("2025-08-01", "-", 7),  # nobody in July
        ("2025-01-01", "2026-06-01", 6),  # still on post on June's first day
        ("2025-01-01", "2026-05-31", 7),  # gone before June
    ],
)
def test_who_came_late_or_left_early_is_not_on_post_in_the_months_outside(start: str, end: str, short: int) -> None:
    year = site_year(f"""
        人员名册
        姓名  到岗日期  离岗日期
        张三  {start}  {end}
        考勤
        日期  姓名
        {lines(f"{month}-01  张三" for month in MONTHS)}
    """)
    assert year.charge("1.1 staffing") == (short, short)


def test_one_who_left_and_came_back_is_one_person() -> None:
    year = site_year(f"""
        人员名册
        姓名    到岗日期    离岗日期
        张三    2025-01-01  2025-12-10
        张 三   2025-12-20  -
        考勤
        日期  姓名
        {lines(f"{day}  张三" for day in ATTENDED_ALL_YEAR)}
    """)
    assert year.charge("1.1 staffing") == (6, 6)


def test_staffing_is_judged_over_the_months_that_have_ended() -> None:
    year = site_year(crew(7, ["2025-07-05"]))
    assert year.charge("1.1 staffing", as_of="2025-08-30") == (0, 0)
    assert year.charge("1.1 staffing", as_of="2025-08-31") == (7, 7)


def test_duties_need_a_full_time_owner_and_full_time_people_a_duty(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名  用工类型
    张三  专职
    李四  专职
    王五  实习
    赵六  专职

    职责清单
    核心职责  责任人
    招聘      张三；李四
    登记      -
    宣传      张三、王五
    统计      路人
    """
    # 登记 has no owner, 宣传 names an intern, 统计 a stranger, and 赵六 owns nothing: 4 misses of 1 point.
    assert ledgers.charge("1.1 duties") == (4, 4)


def test_who_left_before_the_period_needs_no_duty_and_may_own_one(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名  到岗日期    离岗日期
    张三  2024-01-01  2025-06-30
    李四  2024-01-01  2025-06-30

    职责清单
    核心职责  责任人
    招聘      张三
    """
    assert ledgers.charge("1.1 duties") == (0, 0)


def test_staff_and_duties_together_cost_five_points_at_most() -> None:
    year = site_year(crew(4))
    # 3 people short and 4 without a duty are 7 points; the indicator has 5.
    assert (year.charge("1.1 staffing"), year.charge("1.1 duties")) == ((3, 3), (4, 4))
    assert (year.line("1.1").deducted, year.score("1.1")) == (5, 0)


def services(number: int, marks: str = "是") -> str:
    return f"""
        基础服务
        服务项目  是否达标
        {lines(f"{name}  {marks}" for name in SERVICES[:number])}
    """


@pytest.mark.parametrize(
    ("number", "short", "default", "only_substandard"),
    [(18, 0, 5, 5), (14, 0, 5, 5), (13, 1, 4, 4), (11, 3, 2, 2), (10, 4, 2, 1), (8, 6, 2, 0), (0, 14, 2, 0)],
)
def test_fourteen_of_the_services_are_needed(number: int, short: int, default: int, only_substandard: int) -> None:
    year = site_year(services(number))
    assert year.charge("1.2 provided") == (short, short)
    assert year.score("1.2") == default
    assert year.score("1.2", services_cap="substandard") == only_substandard


def test_a_service_under_another_name_is_the_same_and_one_outside_the_catalogue_is_none(ledgers: SiteYear) -> None:
    """
    基础服务
    服务项目      是否达标
    职业介绍      -
    职业介绍服务  -
    政策咨询      是
    代缴话费      否
    """
    # Two of the fourteen; the stranger does not count as one, but was not up to standard.
    assert ledgers.charge("1.2 provided") == (12, 12)
    assert ledgers.charge("1.2 substandard") == (1, 1)


def test_services_below_standard_are_capped_at_three(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型    数量
    服务不达标  -
    服务不达标  3
    """
    # 1 (blank) and 3 are 4; under `substandard` the rule itself stops at 3, and with 14 missing nothing is left.
    assert ledgers.charge("1.2 substandard") == (4, 4)
    assert ledgers.charge("1.2 substandard", services_cap="substandard") == (4, 3)


def test_the_annual_number_of_services_is_due_only_at_the_end() -> None:
    year = site_year(services(3, "否"))
    assert year.charge("1.2 provided", as_of="2026-06-29") == (0, 0)
    assert year.charge("1.2 provided", as_of="2026-06-30") == (11, 11)
    assert year.charge("1.2 substandard", as_of="2025-09-04") == (3, 3)
    assert year.charge("1.2 substandard", as_of="2025-09-03") == (0, 0)
