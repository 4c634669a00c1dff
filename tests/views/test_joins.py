"""What no single ledger can say."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from tests.ledger_tables import SiteYear, site_year

from jobhome_score.measures.measuring import Workbench
from jobhome_score.rubric.source import load_rubric
from jobhome_score.views import conduct, fairs, parties, people, reach
from jobhome_score.views.catalogue import views
from jobhome_score.views.relation import Relation


def columns(relation: Relation, *names: str) -> list[Sequence[Any]]:
    return list(zip(*(relation.column(name) for name in names), strict=True))


def test_who_was_on_post_month_by_month_with_the_rows_that_show_it(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名   用工类型  到岗日期    离岗日期    直播分工
    张三   专职      2025-01-01  -           主播
    李四   专职      2025-08-01  -           -
    王五   实习      2025-01-01  2025-07-31  -

    考勤
    日期        姓名  状态
    2025-07-01  张三  请假
    2025-07-02  张三  值班
    2025-07-03  张三  出勤
    2025-07-02  李四  出勤
    2025-07-31  王五  外勤
    2025-08-01  王五  出勤
    2025-08-04  李四  出勤
    """
    found = people.on_post_by_month(ledgers.season(as_of="2025-08-31"))
    assert columns(found, "name", "employment", "live_role") == [
        ("张三", "专职", "主播"),
        ("王五", "实习", None),
        ("李四", "专职", None),
    ]
    assert list(found.moments()) == [dt.date(2025, 7, 1), dt.date(2025, 7, 1), dt.date(2025, 8, 1)]
    assert [str(place) for place in found.places(0)] == ["台账.xlsx › 人员名册 › 2", "台账.xlsx › 考勤 › 3"]


def test_who_was_on_post_at_any_time_of_the_period(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名  到岗日期    离岗日期
    张三  2025-01-01  2025-07-01
    李四  2026-06-30  -
    王五  2026-07-01  -
    赵六  2025-01-01  2025-06-30
    钱七  2025-01-01  -

    考勤
    日期        姓名
    2025-07-01  张三
    2026-06-30  李四
    2026-06-30  王五
    2025-07-01  赵六
    2025-06-30  钱七
    """
    assert list(people.on_post_in_period(ledgers.season()).column("name")) == ["张三", "李四"]


def test_gaps_between_duties_and_people(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名  用工类型  到岗日期
    张三  专职      2025-01-01
    李四  兼职      2025-01-01
    王五  专职      2026-06-30
    赵六  专职      2026-07-01

    职责清单
    核心职责  责任人
    一        张三/王五
    二        张 三，
    三        张三;李四
    四        、
    五        -
    """
    # 赵六 comes after the period; 四 names nobody, only a mark; a blank inside a name does not matter.
    found = people.duty_gaps(ledgers.season())
    assert list(found.column("gap")) == ["not_full_time", "no_owner", "no_owner"]
    assert [found.places(row)[0].row for row in range(found.size)] == [4, 5, 6]


@pytest.mark.parametrize("mark", list("、，,;；/"))
def test_several_owners_may_stand_in_one_cell(mark: str) -> None:
    year = site_year(f"人员名册\n姓名\n张三\n李四\n职责清单\n核心职责  责任人\n一  张三{mark}李四")
    assert people.duty_gaps(year.season()).size == 0


CALLED = """
    招聘活动
    活动编号  形式      企业数  入场人次
    A-1       线下      2       3
    A-2       线上线下  5       0
    A-3       线上      9       9

    回访
    活动编号  对象    名称    电话  回访成功
    A-1       企业    公司#   -     是  ×4
    A-1       求职者  甲      1     是
    A-1       求职者  甲      2     是
    A-1       求职者  甲      -     是
    A-1       求职者  甲      1     是
    A-2       企业    公司#   -     否
    A-2       企业    公司#   -     是
    A-3       企业    公司#   -     是
"""


def test_never_more_parties_are_reached_than_a_fair_had_and_online_fairs_have_no_part() -> None:
    found = parties.fair_callbacks(site_year(CALLED).season())
    rows = columns(found, "group", "due", "reached")
    # The first row of each group says that it exists; 甲 with phone 1, with phone 2 and without are three parties.
    assert rows == [
        ("fair_companies", 0, 0),
        ("fair_companies", 2, 2),
        ("fair_companies", 5, 1),
        ("fair_seekers", 0, 0),
        ("fair_seekers", 3, 3),
        ("fair_seekers", 0, 0),
    ]


def test_registrants_are_told_apart_by_side_name_and_phone(ledgers: SiteYear) -> None:
    """
    前台登记
    对象    名称  电话
    企业    甲    0799-1
    企业    甲    07991
    企业    甲    -
    求职者  甲    0799-1

    回访
    渠道      对象    名称  电话    回访成功
    前台      企业    甲    0799 1  是
    前台      企业    甲    -       否
    零工市场  企业    甲    -       是
    """
    found = parties.desk_callbacks(ledgers.season())
    assert columns(found, "due", "reached") == [(0, 0), (1, 1), (1, 0), (1, 0)]


def test_the_four_groups_are_there_even_with_nobody_in_them() -> None:
    found = parties.all_callbacks(site_year().season())
    assert columns(found, "group", "due") == [
        ("fair_companies", 0),
        ("fair_seekers", 0),
        ("gig_seekers", 0),
        ("frontdesk", 0),
    ]


def test_the_rows_of_the_four_groups_lead_to_the_ledgers_of_each(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  形式  企业数  入场人次
    A         线下  1       1

    零工登记
    姓名  电话
    甲    1
    乙    2

    前台登记
    对象    名称  电话
    求职者  丙    3

    回访
    渠道  对象    名称  电话  回访成功
    前台  求职者  丙    3     是
    """
    season = ledgers.season()

    found = parties.all_callbacks(season)

    # each behind a row of nobody: the companies of A and its visitors, 甲 and 乙, 丙
    assert [[place.row for place in found.places(row)] for row in range(found.size)] == [
        [], [2], [], [2], [], [2], [3], [], [2],
    ]  # fmt: skip
    assert [place.sheet for row in (1, 5, 8) for place in found.places(row)] == ["招聘活动", "零工登记", "前台登记"]
    assert columns(Workbench(season, load_rubric().under({})).relation("all_callbacks"), "group", "due", "reached") == (
        columns(found, "group", "due", "reached")
    )


def test_counts_of_followers_before_the_period_are_kept_and_later_ones_are_not(ledgers: SiteYear) -> None:
    """
    粉丝
    日期        粉丝数
    2024-01-01  1
    2025-06-30  2
    2026-06-30  3
    2026-07-01  4
    """
    assert list(reach.follower_counts(ledgers.season()).column("followers")) == [1, 2, 3]
    assert list(reach.follower_counts(ledgers.season(as_of="2025-12-31")).column("followers")) == [1, 2]


def test_call_backs_by_the_day_on_which_they_were_made(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  日期
    A-1       2025-06-30

    回访
    日期        渠道    活动编号
    2025-07-02  招聘会  A-1
    2026-07-02  前台    -
    """
    assert reach.callbacks_made(ledgers.season()).size == 1
    assert ledgers.season().rows("callbacks").size == 0


def test_events_with_what_follows_from_their_form(ledgers: SiteYear) -> None:
    """
    招聘活动
    形式      同步线上
    线下      -
    线下      是
    线下      否
    线上      -
    线上线下  -
    """
    found = fairs.events(ledgers.season())
    assert columns(found, "offline", "online") == [
        (True, False),
        (True, True),
        (True, False),
        (False, True),
        (True, True),
    ]


def test_days_with_their_fairs_and_people(ledgers: SiteYear) -> None:
    """
    招聘活动
    日期        类型
    2025-09-04  日常
    2025-09-04  日常
    2025-09-04  主题

    考勤
    日期        姓名  状态
    2025-09-06  张三  值班
    2025-09-06  李四  休息
    """
    season = ledgers.during("2025-09-04", "2025-09-07").season()
    assert columns(fairs.fair_days(season), "weekday", "working", "daily_fairs") == [
        (4, True, 2),
        (5, True, 0),
        (6, False, 0),
        (7, False, 0),
    ]
    assert list(fairs.duty_days(season).column("attended")) == [0, 0, 1, 0]


def test_services_are_matched_to_the_catalogue(ledgers: SiteYear) -> None:
    """
    基础服务
    服务项目
    职业介绍
    档案 管理
    其他事项
    """
    assert list(fairs.services(ledgers.season()).column("item")) == ["职业介绍", "流动人员档案", None]


def test_faults_wait_for_their_fix_and_other_findings_do_not(ledgers: SiteYear) -> None:
    """
    督导检查
    日期        问题类型  整改日期
    2025-09-01  设施故障  2025-09-03
    2025-09-01  设施故障  -
    2025-09-01  环境脏乱  -
    """
    season = ledgers.season(as_of="2025-09-02")
    assert list(conduct.findings(season).column("working_days")) == [1, 1, None]
    assert conduct.findings(ledgers.season()).column("working_days")[0] == 2


@pytest.mark.parametrize("name", sorted(views()))
def test_every_view_builds_over_an_empty_year_with_the_columns_it_declares(name: str) -> None:
    view = views()[name]
    relation = view.build(site_year().season())
    assert all(len(relation.column(column)) == relation.size for column in view.columns)
    assert len(relation.moments()) == relation.size
