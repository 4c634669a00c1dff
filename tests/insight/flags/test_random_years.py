"""Whatever a year holds, questions and sample have an answer, and the score is what it was."""

import pytest
from tests.ledger_tables import rubric_source, site_year
from tests.random_years import drawn, figures

from jobhome_score.insight.flags.answers import Dossier
from jobhome_score.insight.flags.family import FAMILY, LEVEL, flags
from jobhome_score.insight.flags.sample import sample
from jobhome_score.insight.flags.weights import HEAVIEST
from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.scoring.sheet import score_season


@pytest.mark.parametrize("seed", [3, 17, 41, 58])
def test_any_year_can_be_asked_and_drawn_from(seed: int) -> None:
    year = drawn(seed).honest()
    assessment, season = year.assess_with_season()
    dossier = Dossier(season, rubric_source().under(year.readings), {})
    found = flags(dossier)
    rare = [answer.chance for answer in found.leads if answer.chance is not None]
    assert all(0 <= chance <= LEVEL for chance in rare)
    assert found.level * max(1, found.asked) <= max(FAMILY, LEVEL)
    assert all(answer.found <= answer.among for answer in (*found.leads, *found.remarks))
    picked = sample(assessment, dossier.bench, 25, str(seed))
    assert len(picked.rows) == min(25, picked.among)
    assert all(1 <= row.weight <= 1 + HEAVIEST for row in picked.rows)
    assert figures(score_season(assessment.rubric, season)) == figures(assessment.score)


@pytest.mark.parametrize("name", ["events", "callbacks", "attendance", "staff", "online", "livestreams", "gig_jobs"])
def test_a_ledger_that_was_not_handed_in_is_not_asked_about(name: str) -> None:
    sheet = ledgers()[name].sheet
    year = site_year(YEAR).without(sheet)
    assessment = year.assess(missing="zero")
    dossier = Dossier(year.season(), assessment.rubric, {})
    found = flags(dossier)
    assert all(answer.facts.get("ledger") != name for answer in (*found.leads, *found.remarks))
    assert all(row.ledger != name for row in sample(assessment, dossier.bench, 100, "1").rows)


YEAR = """
招聘活动
活动编号  企业数
A-1       36
A-2       40

回访
活动编号  名称
A-1       甲
A-2       乙

线上招聘
活动编号  名称
A-1       甲
A-2       乙

考勤
日期        姓名
2025-09-01  张三

人员名册
姓名
张三

直播
场观
900

零工岗位
岗位数
20
"""
