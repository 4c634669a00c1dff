"""An assessment written as plain data and read back is the same assessment, field by field."""

import datetime as dt
import json
from typing import Any

import pytest
from tests.ledger_tables import lines, points, site_year
from tests.random_years import drawn
from tests.samples import checked
from tests.stored.told import told

from jobhome_score.assessment import Request, assess
from jobhome_score.insight.moving import moving
from jobhome_score.insight.pacing import pacing, runs_on
from jobhome_score.insight.sensitivity import ground, sensitivity
from jobhome_score.insight.told import Told
from jobhome_score.locales import Lang
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.stored_result import parsed, read_result
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.fitting import season_of
from jobhome_score.views.relation import Relation

MADE = dt.datetime(2026, 7, 3, 9, 12, tzinfo=dt.timezone(dt.timedelta(hours=8)))
SOURCE = load_rubric()


def sample(name: str, **asked: Any) -> Told:
    """A sample year assessed, with the readings that would move its payout, and its pacing where it still runs."""
    ledgers = checked(name)
    built: dict[str, Relation] = {}
    request = Request(MADE, asked.pop("readings", {}), **asked)
    assessment = assess(ledgers, SOURCE, request, built)
    season = season_of(ledgers.ledgers(), assessment.rubric, request.as_of)
    on = ground(assessment, SOURCE, season, built)
    paced = pacing(assessment, season, {"2.1/sessions": points("1/3")}, built) if runs_on(assessment) else None
    return Told(assessment, moving(assessment, on), paced, sensitivity(assessment, on))


def check_round_trip(found: Told, lang: Lang = "zh") -> None:
    text = assessment_json(found.assessment, lang, found.effects, found.pacing, found.whole)
    assert told(read_result(parsed(text.encode()), SOURCE)) == told(found)


@pytest.mark.parametrize("name", ["hard-year", *(pytest.param(name, marks=pytest.mark.thorough)
                                                 for name in (".", "good-year"))])  # fmt: skip
def test_a_sample_year_comes_back_as_it_was_in_whatever_language_it_was_written(name: str) -> None:
    found = sample(name)
    assert found.effects
    check_round_trip(found, "zh")
    check_round_trip(found, "en")


def test_it_comes_back_under_other_readings_and_as_of_a_day() -> None:
    readings = {"gig_openings": "content", "fee_basis": "assessed", "sessions_counted": "best"}
    found = sample(".", readings=readings, as_of=dt.date(2026, 3, 31))
    assert found.pacing
    check_round_trip(found)


def test_random_years_come_back_as_they_were() -> None:
    for seed in range(4):
        check_round_trip(Told(drawn(seed).assess()))


@pytest.mark.thorough
def test_many_random_years_come_back_as_they_were() -> None:
    for seed in range(4, 60):
        check_round_trip(Told(drawn(seed).assess()))


@pytest.mark.parametrize("missing", ["zero", "range"])
def test_a_year_without_a_ledger_comes_back_with_what_is_absent(missing: str) -> None:
    assessment = drawn(7).lacking("events").assess(missing)
    assert assessment.absent
    assert (assessment.best is None) == (missing == "zero")
    check_round_trip(Told(assessment))


def test_a_score_without_a_finite_decimal_comes_back_exact() -> None:
    """Of 17 companies 15 are reached: 90 % less 15/17 are 30/17 points, and 6/17 are charged."""
    year = site_year(f"""
        招聘活动
        企业数
        17
        回访
        活动编号  名称
        {lines(f"A-1  公司{n}" for n in range(15))}
    """)
    assessment = year.assess(percentage_points="proportional")
    assert assessment.score.total.denominator % 17 == 0
    check_round_trip(Told(assessment))


def test_decisions_on_disputes_come_back_with_their_reasons() -> None:
    year = site_year("督导检查\n问题类型\n环境脏乱  ×3\n水电未关\n")
    rows = "督导检查  2  撤销  报告已更正  区人社局  文〔2026〕3号\n督导检查  3  维持  照片清楚  区人社局  -"
    assessment = year.reviewed(f"工作表  行号  复核结论  理由  复核人  文号\n{rows}").assess()
    assert assessment.review.decisions
    check_round_trip(Told(assessment))


def test_the_figures_of_the_result_are_exact_texts() -> None:
    assessment = sample(".").assessment
    stored = json.loads(assessment_json(assessment, "zh"))
    score = stored["exact"]["assessment"]["result"]["score"]
    assert (score["base"], score["bonus"], score["penalty"], score["total"]) == ("871/10", "1", "1/2", "438/5")
    assert points("438/5") == assessment.score.total
