"""The sample years were made by honest hands: no lead in any of them."""

import pytest
from tests.samples import SAMPLES, checked

from jobhome_score.insight.flags.answers import Dossier
from jobhome_score.insight.flags.family import flags
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.properties import properties_in
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.fitting import season_of


@pytest.mark.parametrize(("year", "remarks"), [(".", []), ("good-year", []), ("hard-year", ["on_leave"])])
def test_no_sample_year_gets_a_lead(year: str, remarks: list[str]) -> None:
    folder = SAMPLES / year
    ledgers = checked(year).ledgers()
    rubric = load_rubric().under({})
    known = {account.file: account.sha256 for account in ledgers.accounts}
    found = flags(Dossier(season_of(ledgers, rubric, None), rubric, properties_in(folder, known, Limits())))
    assert (found.leads, [one.code for one in found.remarks]) == ((), remarks)
    assert found.asked > 20
