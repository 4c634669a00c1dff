"""What each indicator regains by how many repairs, worked out by hand from the clauses."""

from tests.ledger_tables import SiteYear, lines, site_year
from tests.plans import ground, planned, staircase, stairs

from jobhome_score.insight.plan.levers import Standing
from jobhome_score.insight.plan.planning import Wanted, pricing_of
from jobhome_score.insight.plan.staircases import rule_frontier


def test_each_event_short_is_a_repair(ledgers: SiteYear) -> None:
    """
    招聘活动
    类型  地域
    外出  市外  ×3
    """
    assert stairs(planned(ground(ledgers)), "2.3") == [(1, "1.0"), (2, "2.0")]


def test_below_its_cap_nothing_is_regained(ledgers: SiteYear) -> None:
    """38 fairs short cost 19, of which 6 are charged: the first 26 bring nothing."""
    found = stairs(planned(ground(ledgers)), "2.1")
    assert found[:2] == [(27, "0.5"), (28, "1.0")]
    assert found[-1] == (38, "6.0")


def test_a_rate_is_repaired_by_parties() -> None:
    found = planned(ground(desk(100, 87)))
    assert stairs(found, "1.4") == [(1, "0.2"), (2, "0.4"), (3, "0.6")]


def desk(registered: int, reached: int) -> SiteYear:
    called = lines(f"前台  公司{n}" for n in range(1, reached + 1))
    return site_year(f"前台登记\n名称\n公司#  ×{registered}\n回访\n渠道  名称\n{called}")


def test_a_rate_falls_by_whole_points_only() -> None:
    """87 of 101 is 86.14 %, three whole points short: 88, 89 and 90 of 101 are 87.13, 88.12 and 89.11 %."""
    assert stairs(planned(ground(desk(101, 87))), "1.4") == [(1, "0.2"), (2, "0.4"), (3, "0.6")]


def test_each_started_point_takes_the_last_party_too() -> None:
    """Four started points: below 90 % one is charged to the end, and 91 of 101 are needed."""
    found = planned(ground(desk(101, 87), percentage_points="started"))
    assert stairs(found, "1.4") == [(1, "0.2"), (2, "0.4"), (3, "0.6"), (4, "0.8")]


def test_only_the_worst_month_counts_so_every_short_month_must_be_put_right(ledgers: SiteYear) -> None:
    """Seven people on the roster, nobody ever attended: 12 months of 7, capped at 5; 24 to gain the first point."""
    found = stairs(planned(ground(ledgers)), "1.1")
    assert found[0] == (36, "1.0")
    assert found[-1] == (84, "5.0")


def test_one_further_session_serves_the_year_and_its_week(ledgers: SiteYear) -> None:
    """
    直播
    日期        开始时间
    2025-07-07  第#场     ×148
    """
    on = ground(ledgers, live_weekly="weekly")
    assert on.rules["2.5 sessions"].score.misses == 50 * 3
    assert {at: lever.most for at, lever in on.rules["2.5 sessions"].levers.items() if at[0] == 0} == {(0, 0): 2}
    frontier = rule_frontier(on.rules["2.5 sessions"], pricing_of(on, Wanted(), bonus=False))
    assert (frontier[-1].cost, frontier[-1].value) == (150, 0)


def test_a_cell_is_put_right_as_a_whole(ledgers: SiteYear) -> None:
    """
    零工岗位
    发布日期    岗位数
    2025-07-05  463
    2025-08-05  499
    2025-09-05  500
    2025-10-05  500
    2025-11-05  500
    2025-12-05  500
    2026-01-05  500
    2026-02-05  500
    2026-03-05  500
    2026-04-05  500
    2026-05-05  500
    2026-06-05  500
    """
    only = {f"_2_6_{rule}": "none" for rule in ("registrants", "training", "quarterly_analysis")}
    assert stairs(planned(ground(ledgers), **only), "2.6") == [(1, "0.2"), (38, "0.4")]


def test_several_figures_of_a_month_under_one_charge(ledgers: SiteYear) -> None:
    """
    培训
    类别          日期        参训人数
    灵活就业技能  2025-07-05  30
    灵活就业技能  2025-08-05  50
    """
    on = ground(ledgers, gig_training="month_total")
    levers = on.rules["2.6 training"].levers
    assert [lever.most for lever in levers.values()][:3] == [1, 20, 1]


def test_a_finding_struck_is_a_repair_of_its_own(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型    数量
    环境脏乱    2
    水电未关    1
    """
    assert stairs(planned(ground(ledgers)), "1.6") == [(1, "1.0"), (2, "2.0"), (3, "2.5")]


def test_of_complaints_the_dearest_goes_first(ledgers: SiteYear) -> None:
    """
    投诉
    有效  不良影响  扣分
    是    是        1
    是    是        3
    是    否        -
    """
    assert stairs(planned(ground(ledgers)), "5.1") == [(1, "3.0"), (2, "4.0"), (3, "4.5")]


def test_a_falsified_indicator_regains_nothing(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    数据造假  2.3
    """
    found = planned(ground(ledgers))
    assert stairs(found, "2.3") == []
    assert stairs(found, "5.2") == []
    assert list(found.ground.zeroed) == ["2.3"]


def test_a_rule_above_the_cap_brings_nothing_by_itself(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型      数量
    环境脏乱      3
    特种设备违规  2
    """
    found = staircase(planned(ground(ledgers)), "1.6")
    assert [one.rule.id for one in found.idle] == ["environment"]


def test_what_can_be_done_and_what_is_too_late(ledgers: SiteYear) -> None:
    """
    反馈
    日期
    2025-08-01
    督导检查
    日期        问题类型
    2025-08-01  环境脏乱
    零工登记
    登记日期    跟踪次数
    2025-08-01  0
    线上招聘
    活动编号  对象    已联系  结果    推荐次数
    A-1       求职者  否      未成功  1
    招聘活动
    活动编号  日期        企业数
    A-1       2025-08-01  34
    """
    on = ground(ledgers, "2025-12-31")
    found = {name: {lever.standing for lever in one.levers.values()} for name, one in on.rules.items()}
    doable, record, final = ({standing} for standing in Standing)
    assert found["1.5 feedback"] == found["2.6 registrants"] == doable
    assert found["2.4 seeker_contact"] == found["2.4 recommendations"] == doable
    assert found["2.1 sessions"] == found["3.2 trainer_class"] == found["1.5 channels"] == doable
    assert found["1.4 fair_companies"] == doable
    assert found["1.3 monthly_visits"] == found["1.3 quarterly_report"] == found["1.1 staffing"] == record
    assert found["1.6 environment"] == found["2.1 items"] == final
    over = ground(ledgers)
    after = {name: {lever.standing for lever in one.levers.values()} for name, one in over.rules.items()}
    assert after["1.5 feedback"] == after["2.1 sessions"] == record
    assert after["1.6 environment"] == after["2.1 items"] == final


def test_months_that_still_run_are_not_charged(ledgers: SiteYear) -> None:
    levers = ground(ledgers, "2025-09-30").rules["1.3 monthly_visits"].levers.values()
    assert [lever.figure.cell for lever in levers] == ["2025-07", "2025-08", "2025-09"]


def test_followers_that_are_missing_are_counted_from_the_base(ledgers: SiteYear) -> None:
    """
    粉丝
    日期        粉丝数
    2025-07-01  1000
    2026-06-30  1063
    """
    (companies, followers) = ground(ledgers).rules["2.5 reach_followers"].levers.values()
    assert (companies.most, followers.most) == (100, 37)


def test_without_two_counts_the_growth_is_one_thing_to_show(ledgers: SiteYear) -> None:
    (_, followers) = ground(ledgers).rules["2.5 reach_followers"].levers.values()
    assert followers.whole_figure
    assert followers.most == 1


def test_more_than_180_videos_takes_181(ledgers: SiteYear) -> None:
    """
    短视频
    标题
    视频#  ×178
    """
    (lever,) = ground(ledgers).rules["2.5 videos"].levers.values()
    assert lever.most == 3
    (lever,) = ground(ledgers, videos_target="at_least").rules["2.5 videos"].levers.values()
    assert lever.most == 2
