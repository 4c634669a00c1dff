"""What is said about readings holds: a what-if equals an assessment of its own, and nothing lies outside the range."""

import datetime as dt
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from tests.oracle.site_year import random_year
from tests.oracle.styles import write_year

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.insight.moving import moving
from jobhome_score.insight.sensitivity import Ground, ground, sensitivity, single_effects
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.rubric.source import RubricSource, load_rubric
from jobhome_score.scoring.fitting import season_of

MADE = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)


@pytest.fixture(scope="module", params=[1, *(pytest.param(seed, marks=pytest.mark.thorough) for seed in (8, 14))])
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Checked:
    folder = tmp_path_factory.mktemp("year")
    write_year(random_year(request.param), folder, "one_workbook", request.param)
    return check(read_ledgers(Path(folder)))


def asked(year: Checked, source: RubricSource, **readings: str) -> Assessment:
    return assess(year, source, Request(MADE, readings))


def on(year: Checked, source: RubricSource, assessment: Assessment) -> Ground:
    return ground(assessment, source, season_of(year.ledgers(), assessment.rubric, None))


def some_options(dice: Random, source: RubricSource, *, parts: bool) -> dict[str, str]:
    options = {name: dice.choice(source.option_names(name)) for name in source.readings}
    return options if parts else options | {"fee_basis": "contract"}


def test_every_what_if_is_what_an_assessment_would_say(year: Checked) -> None:
    source = load_rubric()
    base = asked(year, source)
    floor = on(year, source, base)
    parts = year.contract is not None and year.contract.assessed_fee is not None
    found = sensitivity(base, floor)
    dice = Random(7)
    for _ in range(12):
        options = some_options(dice, source, parts=parts)
        outcome, real = floor.payout(options), asked(year, source, **options)
        assert outcome is not None
        assert (outcome.total, outcome.payout.payable) == (real.score.total, real.payout.payable)
        assert found.lowest.payout.payable <= real.payout.payable <= found.highest.payout.payable
        assert found.least.total <= real.score.total <= found.most.total


def test_the_extremes_are_reached(year: Checked) -> None:
    source = load_rubric()
    base = asked(year, source)
    found = sensitivity(base, on(year, source, base))
    for end in (found.lowest, found.highest, found.least, found.most):
        real = asked(year, source, **{**base.options, **end.options})
        assert (real.score.total, real.payout.payable) == (end.total, end.payout.payable)


def test_no_smaller_set_of_readings_decides(year: Checked) -> None:
    source = load_rubric()
    base = asked(year, source)
    floor = on(year, source, base)
    found = sensitivity(base, floor).decisive
    size = len(found.options) if found else len(source.readings) + 1
    for names in combinations(source.readings, min(size - 1, 2)):
        for pick in range(2):
            options = dict(base.options)
            for name in names:
                others = [option for option in source.option_names(name) if option != base.options[name]]
                options[name] = others[min(pick, len(others) - 1)]
            outcome = floor.payout(options)
            assert outcome is None or outcome.payout.payable == base.payout.payable, names
    if found:
        real = asked(year, source, **{**base.options, **found.options})
        assert real.payout.payable == found.payout.payable != base.payout.payable


def test_what_moves_the_payout_is_listed_by_money(year: Checked) -> None:
    source = load_rubric()
    base = asked(year, source)
    effects = moving(base, on(year, source, base))
    money = [abs(one.outcome.payout.payable - base.payout.payable) for one in effects if one.outcome]
    assert money == sorted(money, reverse=True)
    for effect in effects[:3]:
        real = asked(year, source, **{effect.reading: effect.option})
        assert effect.outcome is not None
        assert real.payout.payable == effect.outcome.payout.payable


def test_what_cannot_move_the_payout_is_not_measured_and_nothing_else_is_left_out(year: Checked) -> None:
    source = load_rubric()
    base = asked(year, source)
    whole, quick = on(year, source, base), on(year, source, base)
    payable = base.payout.payable
    moved = [one for one in single_effects(base, whole) if one.outcome and one.outcome.payout.payable != payable]
    moved.sort(key=lambda one: -abs(one.outcome.payout.payable - payable) if one.outcome else 0)
    assert moving(base, quick) == tuple(moved)
    assert len(quick.scored) < len(whole.scored)
