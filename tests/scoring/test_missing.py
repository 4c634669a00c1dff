"""A ledger that was not handed in: nothing is scored, or its rules cost their worst, or both ends of a range."""

import datetime as dt
from pathlib import Path

import pytest
from tests.ledger_tables import SiteYear, points, site_year

from jobhome_score.assessment import MissingPolicy, Request, all_problems
from jobhome_score.ledgers.loading import check
from jobhome_score.problems import Code, LedgerError, errors
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.results import Status

NOON = dt.datetime(2026, 7, 3, 12, tzinfo=dt.UTC)
EVERY_LEDGER = tuple(site_year().sheets)


def test_a_missing_sheet_is_not_a_year_without_fairs() -> None:
    with pytest.raises(LedgerError) as caught:
        site_year().without("招聘活动").assess()
    (problem,) = errors(caught.value.problems)
    assert (problem.code, problem.value) == (Code.MISSING_LEDGER, "招聘活动")
    assert problem.facts["indicators"] == "1.4、2.1、2.2、2.3、2.4、4.1"


def test_every_ledger_of_the_terms_is_needed() -> None:
    with pytest.raises(LedgerError) as caught:
        site_year().without(*EVERY_LEDGER).assess()
    assert [problem.value for problem in errors(caught.value.problems)] == list(EVERY_LEDGER)


def told_of(folder: Path, **request: MissingPolicy) -> list[tuple[str, str]]:
    found = all_problems(check(read_ledgers(folder)), load_rubric(), Request(NOON, {}, **request))
    return [(problem.code.value, problem.value) for problem in found]


def test_of_an_empty_folder_its_being_empty_is_all_that_is_told(tmp_path: Path) -> None:
    assert told_of(tmp_path) == [("no-ledgers", "")]


def test_where_nothing_could_be_read_one_line_says_what_is_waited_for(tmp_path: Path) -> None:
    (tmp_path / "招聘活动.xlsx").write_bytes(b"PK\x03\x04")
    assert told_of(tmp_path) == [("damaged-file", ""), ("missing-ledger", "、".join(("项目信息", *EVERY_LEDGER)))]
    told = told_of(tmp_path, missing=MissingPolicy.ZERO)
    assert told == [("damaged-file", ""), ("missing-ledger", "项目信息")]


def test_beside_one_that_was_read_each_missing_one_is_told_but_for_a_refused_file(tmp_path: Path) -> None:
    (tmp_path / "招聘活动.xlsx").write_bytes(b"PK\x03\x04")
    (tmp_path / "反馈.csv").write_text("日期,渠道,内容\n", encoding="utf-8")
    missing = [name for name in ("项目信息", *EVERY_LEDGER) if name not in ("反馈", "招聘活动")]
    assert told_of(tmp_path) == [("damaged-file", ""), *(("missing-ledger", name) for name in missing)]


@pytest.mark.parametrize(("file", "said"), [("10 督导投诉.xlsx", "10 督导投诉.xlsx"), ("招聘活动.xlsx", "")])
def test_a_missing_ledger_may_lie_in_a_file_that_was_refused(tmp_path: Path, file: str, said: str) -> None:
    (tmp_path / file).write_bytes(b"PK\x03\x04")
    (tmp_path / "反馈.csv").write_text("日期,渠道,内容\n", encoding="utf-8")
    (tmp_path / "杂记.csv").write_text("甲,乙\n", encoding="utf-8")
    found = all_problems(check(read_ledgers(tmp_path)), load_rubric(), Request(NOON, {}))
    missing = [problem for problem in found if problem.code is Code.MISSING_LEDGER]
    assert {problem.facts["refused"] for problem in missing} == {said}
    assert all((file in problem_line(problem, "zh")) == bool(said) for problem in missing)


@pytest.mark.parametrize("missing", ["zero", "range"])
def test_without_the_project_nothing_can_be_scored(missing: str) -> None:
    year = SiteYear(site_year().sheets)
    with pytest.raises(LedgerError) as caught:
        year.assess(missing=missing)
    assert Code.MISSING_PROJECT_ITEM in {problem.code for problem in caught.value.problems}


WORST = """
    1.1 staffing 5              7 people short, but the indicator has 5
    1.1 duties 5                no end to it: the indicator's cap
    1.2 provided 3              14 short, capped
    1.2 substandard 3
    1.3 monthly_visits 5        12 months, capped
    1.3 quarterly_report 4      4 quarters
    1.3 data_errors 5
    1.4 fair_companies 3        90 points × 0.2 = 18, capped
    1.4 fair_seekers 3
    1.4 gig_seekers 3
    1.4 frontdesk 3
    1.5 channels 3              3 channels
    1.5 messages 5
    1.5 feedback 5
    1.6 environment 6
    1.6 faults 6
    1.6 special_equipment 6
    1.6 order 6
    1.6 utilities 6
    2.1 sessions 6              38 × 0.5 = 19, capped
    2.1 items 6
    2.2 sessions 6              12 × 0.5
    2.2 items 6
    2.3 sessions 5
    2.4 company_callbacks 1
    2.4 seeker_contact 1
    2.4 recommendations 1
    2.5 team 4                  4 people
    2.5 sessions 6              150 × 0.5 = 75, capped
    2.5 views 0.5
    2.5 videos 6                181 × 0.1 = 18.1, capped
    2.5 reach_followers 2
    2.5 director_sessions 1     2 × 0.5
    2.5 chief_sessions 2        4 × 0.5
    2.6 registrants 2
    2.6 openings 2              12 × 0.2 = 2.4, capped
    2.6 training 2
    2.6 quarterly_analysis 2    4 × 0.5
    3.1 sessions 2
    3.1 coverage 0.5
    3.1 contest 2
    3.2 trainer_class 3
    3.2 career_guides 2
    3.3 monthly_meeting 3       12, capped
    3.3 content 2
    4.1 daily_excess 0          an award that nobody can show is none
    4.2 honours 0
    5.1 complaints 5
    5.2 fabrication 5
"""


def test_what_each_rule_costs_at_worst() -> None:
    expected = {" ".join(row.split()[:2]): points(row.split()[2]) for row in WORST.strip().splitlines()}
    sections = site_year().without(*EVERY_LEDGER).assess(missing="zero").score.sections
    rules = [(line.indicator.id, rule) for section in sections for line in section.indicators for rule in line.rules]
    assert {f"{line} {rule.rule.id}": rule.deducted for line, rule in rules} == expected
    assert {rule.status for _, rule in rules} == {Status.NO_EVIDENCE}


@pytest.mark.parametrize(
    ("rule", "reading", "worst"),
    [
        ("1.2 provided", "services_cap=substandard", "5"),
        ("1.2 substandard", "services_cap=substandard", "3"),
        ("1.3 quarterly_report", "quarterly_report=once", "1"),
        ("1.6 special_equipment", "special_equipment=once", "3"),
        ("2.1 items", "session_items=average", "1.5"),  # three averages
        ("2.5 views", "live_views=session", "6"),  # as many sessions as one likes
        ("2.5 sessions", "live_weekly=weekly", "6"),
        ("2.5 reach_followers", "reach_followers=each", "4"),
        ("2.6 training", "gig_training=month_total", "2"),
        ("5.1 complaints", "complaints_cap=adverse_only", "10"),
        ("5.2 fabrication", "fraud_extra=each", "10"),
    ],
)
def test_what_a_rule_costs_at_worst_under_another_reading(rule: str, reading: str, worst: str) -> None:
    name, option = reading.split("=")
    year = site_year().without(*EVERY_LEDGER)
    assert year.rule(rule, missing="zero", **{name: option}).deducted == points(worst)


ALL_BUT_FINDINGS = tuple(name for name in EVERY_LEDGER if name != "督导检查")


@pytest.mark.parametrize("text", ["", "招聘活动\n企业数  岗位数  入场人次\n35  900  200  ×38"])
def test_withholding_everything_but_the_findings_leaves_what_the_caps_leave(text: str) -> None:
    # 1.1 keeps 0, 1.2 2, 1.3 0, 1.4 2, 1.5 0, 1.6 10 (findings alone), 2.1 4, 2.2 4, 2.3 0, 2.4 2, 2.5 4, 2.6 2,
    # 3.1 0.5, 3.2 0, 3.3 0: 30.5, less 5 of section 5, for the findings name no falsified indicator.
    score = site_year(text).without(*ALL_BUT_FINDINGS).assess(missing="zero").score
    assert (score.base, score.bonus, score.penalty, score.total) == (points("30.5"), 0, 5, points("25.5"))


def test_withheld_findings_may_have_named_any_indicator_as_falsified() -> None:
    score = site_year().without("督导检查").assess(missing="zero").score
    assert (score.base, score.bonus, score.total) == (0, 0, 0)
    lines = [line for section in score.sections[:4] for line in section.indicators]
    assert all(line.zeroed and line.presumed for line in lines)


def test_withholding_the_findings_never_pays(ledgers: SiteYear) -> None:
    """
    督导检查
    指标  问题类型  说明
    2.1   数据造假  虚报场次
    2.5   数据造假  虚报场观
    """
    handed_in = ledgers.assess().score.total
    assert ledgers.without("督导检查").assess(missing="zero").score.total <= handed_in


def test_a_range_runs_from_the_worst_to_the_best() -> None:
    assessment = site_year().without(*EVERY_LEDGER).assess(missing="range")
    assert assessment.score.total == 0
    assert assessment.best is not None
    best = assessment.best.score
    assert (best.base, best.bonus, best.penalty, best.total) == (100, 10, 0, 100)
    assert assessment.absent["staff"] == ("1.1", "2.5")


def test_only_the_rules_of_the_ledger_withheld_are_charged(ledgers: SiteYear) -> None:
    """
    短视频
    标题
    第#条  ×181

    直播企业
    企业名称
    公司#  ×100
    """
    year = ledgers.without("直播")
    assert year.charge("2.5 videos", missing="zero") == (0, 0)
    assert year.rule("2.5 sessions", missing="zero").lacking == {"livestreams"}
    assert site_year().assess(missing="zero").absent == {}


def test_a_fair_without_its_ledger_cannot_be_called_back_to(ledgers: SiteYear) -> None:
    """
    回访
    活动编号  名称
    A-1       甲公司
    """
    assert ledgers.without("招聘活动").rule("1.4 fair_companies", missing="zero").lacking == {"events"}
    assert ledgers.without("招聘活动").charge("1.4 gig_seekers", missing="zero") == (0, 0)
