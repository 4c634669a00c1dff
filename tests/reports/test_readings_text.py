"""The readings as text: nothing is torn on a narrow screen, nothing is folded in a pipe."""

import pytest
from tests.ledger_tables import site_year

from jobhome_score.insight.sensitivity import ground, sensitivity
from jobhome_score.locales import Lang
from jobhome_score.reports.readings_text import readings_text
from jobhome_score.reports.wrapping import width
from jobhome_score.scoring.fitting import season_of


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [60, 80])
def test_lines_fit_the_screen_and_names_stay_whole(lang: Lang, columns: int) -> None:
    year = site_year()
    base = year.assess()
    found = sensitivity(base, ground(base, year.source, season_of(year.check().ledgers(), base.rubric, None)))
    whole, folded = readings_text(base, found, lang), readings_text(base, found, lang, columns)
    assert max(map(width, folded.splitlines())) <= columns
    assert folded.count("\n\n") == whole.count("\n\n")
    names = {word for word in whole.replace("、", " ").replace(",", " ").split() if "=" in word and word.isascii()}
    assert names
    assert all(name in folded for name in names)
    assert "".join(folded.split()) == "".join(whole.split())
