"""Whatever a year holds, questions and sample have an answer, and the score is what it was."""

import pytest
from tests.ledger_tables import rubric_source
from tests.random_years import drawn, figures

from jobhome_score.insight.flags.answers import Dossier
from jobhome_score.insight.flags.family import FAMILY, LEVEL, flags
from jobhome_score.insight.flags.sample import sample
from jobhome_score.insight.flags.weights import HEAVIEST
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
