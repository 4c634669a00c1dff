"""A year that still runs: what was worked out by hand from the clauses, and what holds in every year.

As of 2025-09-11, 73 of the period's 365 days have gone by, a fifth, and 292 are left; July and August have ended.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from math import floor

import pytest
from tests.ledger_tables import MONTHS, SiteYear, lines, points, site_year
from tests.random_years import Drawn, drawn, figures

from jobhome_score.insight.goals import Goal, Outlook
from jobhome_score.insight.pacing import Pacing, pacing, runs_on, standing
from jobhome_score.scoring.results import IndicatorScore, RuleScore, Score, Status

FIFTH = "2025-09-11"
END = "2026-06-30"


def paced(year: SiteYear, as_of: str = FIFTH, capacities: Mapping[str, Fraction] | None = None, **how: str) -> Pacing:
    return pacing(year.assess(as_of, **how), year.season(as_of, **how), capacities or {})


def line(score: Score, name: str) -> IndicatorScore:
    return next(line for section in score.sections for line in section.indicators if line.indicator.id == name)


def rule(score: Score, name: str) -> RuleScore:
    indicator, rule_id = name.split()
    return next(rule for rule in line(score, indicator).rules if rule.rule.id == rule_id)


def goal(found: Pacing, name: str) -> Goal:
    return next(goal for goal in found.goals if goal.id == name)


def year_of(table: str, *rows: str) -> SiteYear:
    return site_year(f"{table}\n{lines(rows)}")


FAIRS = "招聘活动\n企业数  岗位数  入场人次"
GOOD_FAIR = "35  900  200"


@pytest.mark.parametrize(("held", "lost"), [(7, "1.5"), (8, "0"), (1, "6"), (0, "6")])
def test_a_count_goes_on_as_fast_as_it_went(held: int, lost: str) -> None:
    # 7 fairs in a fifth of the year are 35 in all of it: 3 short of 38, half a point each; 8 are 40; 5 lose the cap
    found = paced(year_of(FAIRS, *[GOOD_FAIR] * held))
    assert line(found.at_pace.score, "2.1").deducted == points(lost)


@pytest.mark.parametrize(("held", "lost"), [(7, "6"), (27, "5.5"), (37, "0.5"), (38, "0")])
def test_if_nothing_more_is_done_what_is_missing_stays_missing(held: int, lost: str) -> None:
    found = paced(year_of(FAIRS, *[GOOD_FAIR] * held))
    assert line(found.nothing_more.score, "2.1").deducted == points(lost)


def test_only_whole_things_are_counted() -> None:
    # as of 2025-09-12, 74 days: 7 x 365/74 = 34.5, so 34 fairs and 4 short
    assert line(paced(year_of(FAIRS, *[GOOD_FAIR] * 7), "2025-09-12").at_pace.score, "2.1").deducted == 2


def test_findings_go_on_at_their_rate() -> None:
    found = paced(year_of("督导检查\n问题类型  指标", "环境脏乱  1.6"))
    assert rule(found.at_pace.score, "1.6 environment").deducted == 5
    assert rule(found.nothing_more.score, "1.6 environment").deducted == 1


def test_fairs_to_come_miss_their_figures_as_often_as_those_held() -> None:
    # 1 of 8 fairs is one company short; of 40 fairs 5 will be
    found = paced(year_of(FAIRS, *[GOOD_FAIR] * 7, "34  900  200"))
    assert rule(found.at_pace.score, "2.1 items").misses == 5
    assert rule(found.nothing_more.score, "2.1 items").misses == 1


def test_of_the_best_fairs_no_more_are_judged_than_are_required() -> None:
    # 19 fairs, one of them short, all among the 38 best; there will be 95, of which 38 are judged: 2 misses, not 5
    found = paced(year_of(FAIRS, *[GOOD_FAIR] * 18, "34  900  200"), sessions_counted="best")
    assert rule(found.at_pace.score, "2.1 items").misses == 2


def test_months_to_come_are_missed_as_often_as_months_that_have_ended() -> None:
    # July was visited, August was not: half of twelve months; nothing more leaves eleven without a visit
    found = paced(year_of("企业走访\n日期", "2025-07-10"))
    assert rule(found.at_pace.score, "1.3 monthly_visits").misses == 6
    assert rule(found.nothing_more.score, "1.3 monthly_visits").misses == 11


def test_quarters_of_which_none_has_ended_say_nothing_about_the_pace() -> None:
    found = paced(site_year())
    assert rule(found.at_pace.score, "1.3 quarterly_report").misses == 0
    assert rule(found.nothing_more.score, "1.3 quarterly_report").misses == 4


def test_the_worst_month_stays_the_worst(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名  用工类型
    张三  专职

    考勤
    姓名  日期        状态
    张三  2025-07-01  出勤
    张三  2025-08-01  出勤
    """
    found = paced(ledgers)
    assert rule(found.at_pace.score, "1.1 staffing").misses == 6  # one of seven on post
    assert rule(found.nothing_more.score, "1.1 staffing").misses == 7  # nobody from September on


def test_what_has_no_date_is_a_state_and_does_not_grow(ledgers: SiteYear) -> None:
    """
    职责清单
    核心职责
    窗口
    """
    assert rule(paced(ledgers).at_pace.score, "1.1 duties").misses == 1


def test_a_rate_stays_what_it_is(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  形式
    A-1       线上

    线上招聘
    对象    已联系  结果
    求职者  是      成功  ×49
    求职者  否      成功
    """
    for result in (paced(ledgers).at_pace, paced(ledgers).nothing_more):
        assert rule(result.score, "2.4 seeker_contact").deducted == 1  # 98 % of 100 %, two points short


def test_growth_goes_on() -> None:
    # from 1000 to 1020 in a fifth of the year is 10 % in all of it
    table = year_of("粉丝\n统计日期  粉丝数", "2025-07-01  1000", "2025-09-01  1020")
    assert {miss.name for miss in rule(paced(table).at_pace.score, "2.5 reach_followers").found} == {"companies"}


def test_the_larger_of_two_shortfalls_counts_at_the_pace_too() -> None:
    # 30 livestreams in one week of nine: at the pace 150 in the year, but 8 of 9 weeks without their 3
    table = year_of("直播\n日期", "2025-07-08  ×30")
    assert rule(paced(table).at_pace.score, "2.5 sessions").deducted == 0
    # weeks of 2025-07-07 to 2025-09-01 have ended: nine of 51, eight of them 3 short: floor(24 x 51/9) sessions missing
    assert rule(paced(table, live_weekly="weekly").at_pace.score, "2.5 sessions").misses == 136


def test_a_fault_still_open_gets_late_and_a_later_repair_is_not_known() -> None:
    table = year_of("督导检查\n日期  问题类型  指标  整改日期", "2025-09-09  设施故障  1.6  2025-09-12")
    found = paced(table)
    assert rule(table.assess(FIFTH).score, "1.6 faults").misses == 0
    assert rule(found.at_pace.score, "1.6 faults").misses == 0
    assert rule(found.nothing_more.score, "1.6 faults").misses == 1


def test_complaints_priced_by_the_auditor_go_on(ledgers: SiteYear) -> None:
    """
    投诉
    有效  不良影响  扣分
    是    是        0.6
    """
    assert rule(paced(ledgers).at_pace.score, "5.1 complaints").deducted == 3


def test_projections_are_settled_like_a_score() -> None:
    found = paced(site_year())
    share = found.nothing_more.payout.share
    assert share == found.nothing_more.score.total / 100  # below 85 the total is the percentage
    assert found.nothing_more.payout.payable == 1_000_000 * share


# -- targets ------------------------------------------------------------------------------------------------------


def test_a_target_says_what_is_missing_and_by_when_to_begin() -> None:
    table = year_of(FAIRS, *[GOOD_FAIR] * 7)
    found = goal(paced(table, capacities={"2.1/sessions": Fraction(2)}), "2.1/sessions")
    assert (found.so_far, found.missing, found.weekly) == (7, 31, Fraction(31 * 7, 292))
    # two a week: 31 fairs take 109 days, and 109 days before the end begin on 14 March
    assert (found.capacity, found.stated, found.outlook) == (2, True, Outlook.OPEN)
    assert found.start_by == dt.date(2026, 3, 14)


def test_without_a_capacity_the_pace_so_far_decides() -> None:
    found = goal(paced(year_of(FAIRS, *[GOOD_FAIR] * 7)), "2.1/sessions")
    assert (found.capacity, found.stated) == (Fraction(7 * 7, 73), False)
    assert (found.outlook, found.start_by) == (Outlook.LOST, None)  # 31 x 73/7 days are 324, and 292 are left


def test_nothing_done_is_no_pace() -> None:
    found = goal(paced(site_year()), "3.2/career_guides")
    assert (found.capacity, found.outlook) == (0, Outlook.LOST)


def test_the_last_day_that_is_left_is_still_early_enough() -> None:
    # 31 fairs in 292 days at exactly what is needed: begin tomorrow
    weekly = Fraction(31 * 7, 292)
    table = year_of(FAIRS, *[GOOD_FAIR] * 7)
    found = goal(paced(table, capacities={"2.1/sessions": weekly}), "2.1/sessions")
    assert found.start_by == dt.date(2025, 9, 12)
    slower = goal(paced(table, capacities={"2.1/sessions": weekly - Fraction(1, 10**6)}), "2.1/sessions")
    assert slower.outlook is Outlook.LOST


def test_a_target_that_is_reached_asks_for_nothing() -> None:
    found = goal(paced(year_of(FAIRS, *[GOOD_FAIR] * 38)), "2.1/sessions")
    assert (found.missing, found.weekly, found.outlook, found.start_by) == (0, 0, Outlook.REACHED, None)


@pytest.mark.parametrize(("reading", "missing"), [("more_than", 181), ("at_least", 180)])
def test_more_than_180_videos_are_181(reading: str, missing: int) -> None:
    assert goal(paced(site_year(), videos_target=reading), "2.5/videos").missing == missing


def test_each_of_several_figures_is_a_target_and_so_are_those_of_the_obligations() -> None:
    names = [one.id for one in paced(site_year()).goals]
    assert {"2.5/reach_followers/companies", "2.5/reach_followers/followers", "fairs_offline"} <= set(names)
    assert "3.1/coverage" not in names  # a rate has no amount that could be worked off
    assert "spring_fairs" not in names  # months of their own, not the whole period


def test_no_later_day_would_do() -> None:
    table = year_of(FAIRS, *[GOOD_FAIR] * 20)
    for weekly in (Fraction(1), Fraction(3, 2), Fraction(7), Fraction(31, 10)):
        found = goal(paced(table, "2026-01-15", {"2.1/sessions": weekly}), "2.1/sessions")
        assert found.start_by is not None
        days = (dt.date(2026, 6, 30) - found.start_by).days + 1
        assert floor(days * weekly / 7) >= 18 > floor((days - 1) * weekly / 7)


# -- what holds in every year -------------------------------------------------------------------------------------


def years() -> Iterator[Drawn]:
    """Random years as of a day before their end."""
    for seed in (2, 5, 11, 17):
        found = drawn(seed)
        yield replace(found, as_of=found.start + dt.timedelta(days=40 + 53 * seed % 280))


def pacing_of(year: Drawn, **capacities: Fraction) -> Pacing:
    assessment, season = year.assess_with_season()
    return pacing(assessment, season, capacities)


@pytest.fixture(scope="module", params=list(years()), ids=lambda year: str(year.as_of))
def running(request: pytest.FixtureRequest) -> Drawn:
    found: Drawn = request.param
    return found


def test_doing_nothing_more_never_beats_the_day(running: Drawn) -> None:
    assessment, found = running.assess(), pacing_of(running)
    assert runs_on(assessment)
    for section, later in zip(assessment.score.sections, found.nothing_more.score.sections, strict=True):
        for now, then in zip(section.indicators, later.indicators, strict=True):
            assert then.score <= now.score
            assert then.deducted >= now.deducted
    assert found.nothing_more.score.total <= assessment.score.total
    assert found.nothing_more.payout.payable <= assessment.payout.payable


def test_at_the_end_both_projections_are_the_score(running: Drawn) -> None:
    whole = replace(running, as_of=running.end)
    assessment, found = whole.assess(), pacing_of(whole)
    for projected in (found.nothing_more, found.at_pace):
        assert figures(projected.score) == figures(assessment.score)
        assert projected.payout == assessment.payout


def test_later_rows_are_not_known(running: Drawn) -> None:
    assert running.as_of is not None
    late = running.as_of + dt.timedelta(days=1)
    fair = {"event": "后来", "date": late, "kind": "日常", "mode": "线下", "region": "市内", "companies": 99,
            "positions": 9999, "visitors": 999}  # fmt: skip
    more = running.having("events", fair).having("visits", {"date": late, "company": "后来公司"})
    assert figures_of(pacing_of(more)) == figures_of(pacing_of(running))


def test_more_rows_never_lower_the_pace_of_a_count(running: Drawn) -> None:
    plain = {"date": running.start, "title": "加场", "kind": "直播带岗", "views": 0, "positions": 0}
    streams = [{**plain, "start": dt.time(0, minute)} for minute in range(9)]
    before, after = pacing_of(running), pacing_of(running.having("livestreams", *streams))
    name = "2.5/sessions"
    assert goal(after, name).so_far == goal(before, name).so_far + 9
    assert goal(after, name).capacity > goal(before, name).capacity
    if running.readings.get("live_views") != "session":
        assert line(after.at_pace.score, "2.5").deducted <= line(before.at_pace.score, "2.5").deducted


def figures_of(found: Pacing) -> object:
    return (
        found.goals,
        [(one.indicator.id, one.deducted) for result in (found.nothing_more, found.at_pace)
         for section in result.score.sections for one in section.indicators],
    )  # fmt: skip


def test_every_rule_stands_in_one_place() -> None:
    year = year_of("企业走访\n日期", *(f"{month}-10" for month in MONTHS[:2]))
    assessment = year.assess(FIFTH)
    found = {status: {f"{line.id} {rule.rule.id}" for line, rule in standing(assessment, status)} for status in Status}
    assert "1.3 monthly_visits" in found[Status.MET]
    assert "1.1 staffing" in found[Status.MISSED]
    assert {"2.1 sessions", "1.3 quarterly_report"} <= found[Status.NOT_YET_DUE]
    assert not found[Status.MET] & found[Status.MISSED] & found[Status.NOT_YET_DUE]


def test_nothing_is_paced_before_the_period_after_it_or_without_a_day() -> None:
    year = site_year()
    assert [runs_on(year.assess(day)) for day in ("", "2025-06-30", "2025-07-01", "2026-06-29", END, "2027-01-01")] == [
        False, False, True, True, False, False
    ]  # fmt: skip


def decided_on(text: str) -> str:
    """A table of decisions that are known by the as-of date."""
    head, *rows = text.splitlines()
    return lines([f"{head}  复核日期", *(f"{row}  2025-09-10" for row in rows)])


def test_a_withdrawn_finding_does_not_go_on() -> None:
    # two findings in a fifth of the year are ten at its end; one of them withdrawn leaves five
    year = year_of("督导检查\n问题类型", "环境脏乱  ×2")
    reviewed = year.reviewed(decided_on("工作表  行号  复核结论\n督导检查  2  撤销"))
    assert rule(paced(year).at_pace.score, "1.6 environment").deducted == 10
    assert rule(paced(reviewed).at_pace.score, "1.6 environment").deducted == 5


def test_fairs_that_are_excused_are_not_missing_at_the_end() -> None:
    # 7 fairs in a fifth of the year are 35 of 38; two of the three that lack are waived
    year = year_of(FAIRS, *[GOOD_FAIR] * 7)
    reviewed = year.reviewed(decided_on("指标  规则  数量  复核结论\n2.1  sessions  2  免责"))
    assert line(paced(year).at_pace.score, "2.1").deducted == points("1.5")
    assert line(paced(reviewed).at_pace.score, "2.1").deducted == points("0.5")


def test_an_excused_month_is_no_sign_of_those_to_come() -> None:
    # neither July nor August was visited: 12 of 12; July waived, one of two is missed, 6 of 12
    year = site_year()
    reviewed = year.reviewed(decided_on("指标  规则  期间  复核结论\n1.3  monthly_visits  2025-07  免责"))
    assert rule(paced(year).at_pace.score, "1.3 monthly_visits").misses == 12
    assert rule(paced(reviewed).at_pace.score, "1.3 monthly_visits").misses == 6


def test_a_withdrawn_complaint_takes_its_own_points_off_the_pace() -> None:
    # an adverse complaint of 0.5 and a plain one of 0.5 are five times 1; the adverse one withdrawn, five times 0.5
    year = year_of("投诉\n不良影响  扣分", "是  0.5", "否  -")
    reviewed = year.reviewed(decided_on("工作表  行号  复核结论\n投诉  2  撤销"))
    assert line(paced(year).at_pace.score, "5.1").deducted == 5
    assert line(paced(reviewed).at_pace.score, "5.1").deducted == points("2.5")


def test_a_withdrawn_fabrication_is_gone_from_both_projections() -> None:
    year = year_of("督导检查\n问题类型  指标", "数据造假  1.6")
    reviewed = year.reviewed(decided_on("工作表  行号  复核结论\n督导检查  2  撤销"))
    for found in (paced(reviewed).at_pace.score, paced(reviewed).nothing_more.score):
        assert (line(found, "1.6").score, line(found, "5.2").deducted) == (10, 0)
    assert (line(paced(year).at_pace.score, "1.6").score, line(paced(year).at_pace.score, "5.2").deducted) == (0, 5)


def test_a_waiver_that_ends_before_the_period_does_not_reach_its_end() -> None:
    # a yearly count belongs to the day of assessment: the waiver ends in October, both projections in June
    until = "指标  规则  复核结论  有效期至  复核日期\n2.1  sessions  免责  2025-10-31  2025-09-10"
    nearly = year_of(FAIRS, *[GOOD_FAIR] * 30).reviewed(until)
    assert line(nearly.assess().score, "2.1").deducted == 4
    assert line(paced(nearly).nothing_more.score, "2.1").deducted == 4
    assert line(paced(year_of(FAIRS, *[GOOD_FAIR] * 7).reviewed(until)).at_pace.score, "2.1").deducted == points("1.5")


def test_what_is_excused_is_not_missing_from_a_target() -> None:
    # 7 of 38 fairs, two waived: 29 are missing (at 7 in 73 days 302 of the 292 left); all of it waived, none is
    year = year_of(FAIRS, *[GOOD_FAIR] * 7)
    some, every = (year.reviewed(decided_on(f"指标  规则  数量  复核结论\n2.1  sessions  {count}  免责"))
                   for count in "2-")  # fmt: skip
    plain, some_, every_ = (goal(paced(one), "2.1/sessions") for one in (year, some, every))
    assert (plain.so_far, plain.excused, plain.missing) == (7, 0, 31)
    assert (some_.so_far, some_.excused, some_.missing, some_.outlook) == (7, 2, 29, Outlook.LOST)
    assert some_.weekly == Fraction(29 * 7, paced(some).gone.rest)
    assert (every_.so_far, every_.excused, every_.missing, every_.outlook) == (7, 31, 0, Outlook.REACHED)


def test_a_waiver_that_ends_early_leaves_a_target_as_it_is() -> None:
    until = "指标  规则  复核结论  有效期至  复核日期\n2.1  sessions  免责  2025-10-31  2025-09-10"
    found = goal(paced(year_of(FAIRS, *[GOOD_FAIR] * 7).reviewed(until)), "2.1/sessions")
    assert (found.excused, found.missing) == (0, 31)
