"""Decisions on disputes: what is withdrawn or waived leaves before anything is priced, combined or capped."""

from fractions import Fraction

import pytest
from tests.ledger_tables import MONTHS, SiteYear, lines, points, site_year

from jobhome_score.scoring.results import RuleScore, Status


def both(year: SiteYear, name: str, text: str, **how: str) -> tuple[Fraction, Fraction]:
    """What a rule deducts before and after review."""
    return year.charge(name, **how)[1], year.reviewed(text).charge(name, **how)[1]


def rule_after(year: SiteYear, name: str, text: str, **how: str) -> RuleScore:
    return year.reviewed(text).rule(name, **how)


def test_one_finding_of_five_is_withdrawn(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    环境脏乱  ×5
    """
    decision = """
        工作表    行号  复核结论
        督导检查  4     撤销
    """
    assert both(ledgers, "1.6 environment", decision) == (5, 4)
    rule = rule_after(ledgers, "1.6 environment", decision)
    assert [place.row for miss in rule.found for place in miss.places] == [2, 3, 5, 6]
    (gone,) = rule.excused
    assert ([place.row for place in gone.miss.places], gone.points) == ([4], 1)


def test_a_finding_that_carries_a_count_may_be_withdrawn_in_part(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  数量
    水电未关  3
    水电未关  2
    """
    decision = """
        工作表    行号  数量  复核结论
        督导检查  2     1     撤销
    """
    assert both(ledgers, "1.6 utilities", decision) == (points("2.5"), 2)


def test_an_upheld_charge_is_told_and_stays(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    环境脏乱
    """
    decision = """
        工作表    行号  复核结论
        督导检查  2     维持
    """
    assert both(ledgers, "1.6 environment", decision) == (1, 1)
    rule = rule_after(ledgers, "1.6 environment", decision)
    assert (len(rule.reviewed), len(rule.excused), rule.status) == (1, 0, Status.MISSED)


def test_a_rule_whose_every_miss_is_excused_says_so(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    环境脏乱
    """
    decision = """
        工作表    行号  复核结论
        督导检查  2     免责
    """
    rule = rule_after(ledgers, "1.6 environment", decision)
    assert (rule.status, rule.deducted, rule.found) == (Status.EXCUSED, 0, [])
    assert rule.measured == {"": 1}


def test_a_registrant_and_the_cap_behind_which_the_others_wait(ledgers: SiteYear) -> None:
    """
    零工登记
    推荐次数
    2  ×25
    """
    # 25 × 0.1 = 2.5, capped at 2; with six of them withdrawn 19 × 0.1 = 1.9.
    rows = "\n".join(f"零工登记  {row}  撤销" for row in range(2, 8))
    assert both(ledgers, "2.6 registrants", f"工作表  行号  复核结论\n{rows}") == (2, points("1.9"))


FAIRS = """
    招聘活动
    企业数  岗位数  入场人次
    34      899     199
    34      900     200
    35      900     200      ×36
"""


@pytest.mark.parametrize(
    ("named", "after"),
    [
        ("工作表  行号  复核结论\n招聘活动  2  撤销", "0.5"),
        ("工作表  行号  分项  复核结论\n招聘活动  2  企业数  撤销", "1.5"),
        ("工作表  行号  分项  复核结论\n招聘活动  2  visitors  免责", "1.5"),
        ("指标  规则  期间  复核结论\n2.1  每场指标  A-1  撤销", "0.5"),
        ("指标  规则  期间  复核结论\n2.1  items  全年  免责", "0"),
        ("指标  规则  期间  复核结论\n2.1  items  2025-09  免责", "0"),
        ("指标  规则  期间  复核结论\n2.1  items  2025-10  免责", "2"),
        ("指标  规则  期间  数量  复核结论\n2.1  items  全年  3  免责", "0.5"),
        ("指标  规则  分项  复核结论\n2.1  items  companies  免责", "1"),
    ],
)
def test_the_items_of_a_fair_by_its_row_its_number_or_one_figure_alone(named: str, after: str) -> None:
    # Four items missed: three by the first fair, one by the second.
    assert both(site_year(FAIRS), "2.1 items", named) == (2, points(after))


def test_a_row_is_not_named_where_it_only_adds_to_a_figure(ledgers: SiteYear) -> None:
    """
    零工岗位
    岗位数
    300
    """
    decision = """
        工作表    行号  复核结论
        零工岗位  2     撤销
    """
    assert both(ledgers, "2.6 openings", decision) == (2, 2)
    (problem,) = [one for one in ledgers.reviewed(decision).assess().problems if "review" in one.code.value]
    assert problem.code.value == "review-without-charge"


SHORT = "招聘活动\n企业数  岗位数  入场人次\n35  900  200  ×35"


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("指标  规则  复核结论\n2.1  招聘会场次  免责", "0"),
        ("指标  规则  数量  复核结论\n2.1  招聘会场次  2  免责", "0.5"),
        ("指标  规则  数量  复核结论\n2.1  招聘会场次  4  免责", "0"),
        ("指标  规则  数量  复核结论\n2.1  招聘会场次  1  免责\n2.1  sessions  1  撤销", "0.5"),
        ("指标  规则  期间  复核结论\n2.1  招聘会场次  2025-09  免责", "1.5"),
        ("指标  复核结论\n2.1  免责", "0"),
    ],
)
def test_the_gap_of_a_count_as_a_whole_or_by_a_number(said: str, after: str) -> None:
    # 35 of 38 fairs: 1.5.
    assert both(site_year(SHORT), "2.1 sessions", said) == (points("1.5"), points(after))


CALLS = """
    前台登记
    名称
    公司#  ×1000

    回访
    渠道  名称
    前台  公司#  ×864
"""


@pytest.mark.parametrize(
    ("reading", "count", "before", "after"),
    [
        ("whole", "1", "0.6", "0.4"),  # 3.6 points short: 3 whole ones, of 2.6 two
        ("started", "1", "0.8", "0.6"),
        ("proportional", "1", "0.72", "0.52"),
        ("proportional", "1.5", "0.72", "0.42"),
        ("whole", "0.7", "0.6", "0.4"),  # 2.9 are two whole ones
        ("whole", "0.6", "0.6", "0.6"),  # 3 are still three
    ],
)
def test_points_of_a_rate_leave_before_parts_of_a_point_are_looked_at(
    reading: str, count: str, before: str, after: str
) -> None:
    said = f"指标  规则  数量  复核结论\n1.4  前台登记回访  {count}  免责"
    found = both(site_year(CALLS), "1.4 frontdesk", said, percentage_points=reading)
    assert found == (points(before), points(after))


def staffed(absent: dict[str, int]) -> SiteYear:
    """Seven full-time people, each with one day a month, less the absent ones."""
    rows = [f"{month}-03  员工{number}" for month in MONTHS for number in range(1, 8 - absent.get(month, 0))]
    people = lines(f"员工{number}" for number in range(1, 8))
    return site_year(f"人员名册\n姓名\n{people}\n\n考勤\n日期  姓名\n{lines(rows)}")


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("指标  规则  期间  复核结论\n1.1  staffing  2025-11  免责", "2"),  # the next worst month counts
        ("指标  规则  期间  复核结论\n1.1  staffing  2026-02  免责", "3"),
        ("指标  规则  期间  复核结论\n1.1  staffing  2025Q4  免责", "2"),
        ("指标  规则  期间  复核结论\n1.1  staffing  2025年第四季度  免责\n1.1  staffing  2026-02  撤销", "0"),
        ("指标  规则  数量  复核结论\n1.1  staffing  1  免责", "2"),  # one person, in every month
    ],
)
def test_where_the_worst_month_counts_the_next_worst_is_charged(said: str, after: str) -> None:
    assert both(staffed({"2025-11": 3, "2026-02": 2}), "1.1 staffing", said) == (3, points(after))


def test_a_month_is_excused_before_the_cap_of_the_rule() -> None:
    # Five months without a meeting, capped at 3: with one excused still 3, with three excused 2.
    meetings = lines(f"数据汇报会  {month}" for month in MONTHS[5:])
    year = site_year(f"报告与会议\n类别  所属期\n{meetings}")
    said = [f"3.3  数据汇报会  {month}  免责" for month in MONTHS[:3]]
    head = "指标  规则  期间  复核结论\n"
    assert both(year, "3.3 monthly_meeting", head + said[0]) == (3, 3)
    assert both(year, "3.3 monthly_meeting", head + "\n".join(said)) == (3, 2)
    assert both(year, "3.3 monthly_meeting", "指标  规则  数量  复核结论\n3.3  monthly_meeting  3  免责") == (3, 2)


def test_joined_part_months_answer_to_either_month() -> None:
    year = site_year("报告与会议\n类别  所属期\n数据汇报会  2025-09").during("2025-07-16", "2026-07-15")
    said = "指标  规则  期间  复核结论\n3.3  monthly_meeting  2026-07  免责"
    rule = rule_after(year, "3.3 monthly_meeting", said)
    assert [one.miss.cell for one in rule.excused] == ["2025-07+2026-07"]


def test_weeks_and_the_larger_of_two_charges(ledgers: SiteYear) -> None:
    """
    直播
    日期
    2025-07-07  ×140
    """
    # By the year 10 sessions short, 5 points; by the weeks 51 of 52 without their three, far more.
    said = "指标  规则  期间  复核结论\n2.5  sessions  2025-W29  免责"
    before, after = both(ledgers, "2.5 sessions", said, live_weekly="weekly")
    assert before - after == points("1.5")
    assert both(ledgers, "2.5 sessions", said) == (5, 5)  # in a year's count no single week is missing


def test_where_a_breach_is_charged_once_it_falls_with_the_last_row(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    特种设备违规  ×2
    """
    one = "工作表  行号  复核结论\n督导检查  2  撤销"
    two = one + "\n督导检查  3  免责"
    assert both(ledgers, "1.6 special_equipment", one) == (6, 3)
    assert both(ledgers, "1.6 special_equipment", one, special_equipment="once") == (3, 3)
    assert both(ledgers, "1.6 special_equipment", two, special_equipment="once") == (3, 0)


def test_a_withdrawn_fabrication_gives_the_indicator_back(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    环境脏乱  -
    数据造假  1.6
    数据造假  2.1
    """
    said = "工作表  行号  复核结论\n督导检查  3  撤销"
    before, after = ledgers.assess().score, ledgers.reviewed(said).assess().score
    lines_ = {line.indicator.id: line for section in after.sections for line in section.indicators}
    assert (ledgers.score("1.6"), lines_["1.6"].score, lines_["1.6"].zeroed) == (0, 9, False)
    assert lines_["2.1"].zeroed
    assert (before.penalty, after.penalty) == (5, 5)  # the extra 5 go once, for 2.1
    assert after.total - before.total == 9


def test_an_indicator_named_as_falsified_by_two_rows_falls_with_the_second_only(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    数据造假  1.6
    数据造假  1.6
    """
    one = "工作表  行号  指标  复核结论\n督导检查  2  1.6  撤销"
    two = one + "\n督导检查  3  5.2  撤销"
    assert ledgers.reviewed(one).score("1.6") == 0
    after = ledgers.reviewed(two).assess().score
    assert (ledgers.reviewed(two).score("1.6"), after.penalty) == (10, 0)


def test_waiving_an_indicator_does_not_undo_its_fabrication(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    环境脏乱  -
    数据造假  1.6
    """
    assert ledgers.reviewed("指标  复核结论\n1.6  免责").score("1.6") == 0


def test_complaints_plain_and_adverse(ledgers: SiteYear) -> None:
    """
    投诉
    有效  不良影响  扣分
    是    否        -
    是    是        3
    是    是        1
    """
    assert both(ledgers, "5.1 complaints", "工作表  行号  复核结论\n投诉  3  撤销") == (points("4.5"), points("1.5"))
    assert both(ledgers, "5.1 complaints", "工作表  行号  复核结论\n投诉  2  免责") == (points("4.5"), 4)
    assert both(ledgers, "5.1 complaints", "指标  期间  复核结论\n5.1  2025-09  免责") == (points("4.5"), 0)


def test_an_award_may_be_withdrawn_and_then_lowers_the_score(ledgers: SiteYear) -> None:
    """
    表彰加分
    级别
    国家级
    省部级
    """
    assert both(ledgers, "4.2 honours", "工作表  行号  复核结论\n表彰加分  2  撤销") == (5, 2)
    assert both(ledgers, "4.2 honours", "指标  复核结论\n4.2  撤销") == (5, 0)
    assert both(ledgers, "4.2 honours", "工作表  行号  复核结论\n表彰加分  3  维持") == (5, 5)


def test_a_fair_withdrawn_by_its_row_keeps_its_bonus_unless_the_bonus_is_named(ledgers: SiteYear) -> None:
    """
    招聘活动
    企业数  岗位数  入场人次
    51      901     201
    """
    assert both(ledgers, "4.1 daily_excess", "工作表  行号  复核结论\n招聘活动  2  撤销") == (
        points("0.5"),
        points("0.5"),
    )
    named = "工作表  行号  指标  复核结论\n招聘活动  2  4.1  撤销"
    assert both(ledgers, "4.1 daily_excess", named) == (points("0.5"), 0)


@pytest.mark.parametrize(
    ("until", "found", "sessions", "meetings"),
    [
        ("2025-09-03", "2", "1.5", "3"),
        ("2025-09-04", "0", "1.5", "3"),  # the day of the findings; the meeting of September is due on the 30th
        ("2025-09-30", "0", "1.5", "3"),
        ("2026-06-29", "0", "1.5", "1"),
        ("2026-06-30", "0", "0", "0"),
    ],
)
def test_a_waiver_ends_with_its_last_day(until: str, found: str, sessions: str, meetings: str) -> None:
    year = site_year(f"{SHORT}\n\n督导检查\n问题类型\n环境脏乱  ×2")
    said = f"指标  有效期至  复核结论\n1.6  {until}  免责\n2.1  {until}  免责\n3.3  {until}  免责"
    rules = ("1.6 environment", "2.1 sessions", "3.3 monthly_meeting")
    assert [year.reviewed(said).charge(rule)[1] for rule in rules] == [*map(points, (found, sessions, meetings))]


def test_a_decision_made_after_the_as_of_date_is_not_known_yet(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    环境脏乱
    """
    said = "工作表  行号  复核日期  复核结论\n督导检查  2  2025-10-01  撤销"
    year = ledgers.reviewed(said)
    assert year.charge("1.6 environment", as_of="2025-09-30") == (1, 1)
    assert year.charge("1.6 environment", as_of="2025-10-01") == (0, 0)
    assert len(year.assess(as_of="2025-09-30").review.later) == 1


def test_decisions_that_the_auditor_does_not_adopt_are_listed_and_change_nothing(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    环境脏乱

    复核
    工作表    行号  复核结论
    督导检查  2     撤销
    """
    assessment = ledgers.assess()
    assert ledgers.charge("1.6 environment") == (1, 1)
    assert (assessment.review.decisions, len(assessment.review.listed)) == ((), 1)
    assert "reviews-not-applied" in {one.code.value for one in assessment.problems}


def test_the_score_before_review_is_kept_line_by_line(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    环境脏乱  ×5
    """
    plain, review = ledgers.assess(), ledgers.reviewed("指标  复核结论\n1.6  撤销").assess()
    assert review.review.before is not None
    assert review.review.before.total == plain.score.total
    assert review.score.total == plain.score.total + 5
    assert (review.review.before.lines["1.6"], ledgers.score("1.6")) == (5, 5)


def test_cells_charged_for_any_of_their_figures_stay_charged_for_the_other() -> None:
    trainings = lines(f"{month}-05  灵活就业技能  30  ×2" for month in MONTHS[1:])
    year = site_year(f"培训\n日期  类别  参训人数\n2025-07-05  灵活就业技能  30\n{trainings}")
    # July lacks a session and participants, charged once: 0.2.
    head = "指标  规则  分项  期间  复核结论\n2.6  training  "
    assert both(year, "2.6 training", head + "sessions  2025-07  免责", gig_training="month_total")[1] == points("0.2")
    whole = head + "sessions  2025-07  免责\n2.6  training  participants  2025-07  免责"
    assert both(year, "2.6 training", whole, gig_training="month_total") == (points("0.2"), 0)


def test_what_was_never_measured_cannot_be_excused() -> None:
    year = site_year().without("直播").reviewed("指标  复核结论\n2.5  免责")
    assessment = year.assess(missing="zero")
    assert year.rule("2.5 views", missing="zero").deducted == points("0.5")
    assert assessment.review.before is not None
