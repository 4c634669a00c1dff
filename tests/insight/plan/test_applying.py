"""A plan carried out in the ledgers and assessed again comes to what it promised, to the last fraction."""

import datetime as dt
from fractions import Fraction

import pytest
from tests.plan_rows import carried_out, year_of
from tests.plans import grounded, planned
from tests.random_years import Drawn, _books, drawn
from tests.samples import checked

from jobhome_score.insight.plan.ground import Ground
from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading


def sample(name: str, as_of: str = "", **readings: str) -> Drawn:
    year = year_of(checked(name))
    year.pop("reviews", None)  # the plan is carried out by who knows nothing of disputes
    return Drawn(year, readings, dt.date.fromisoformat(as_of) if as_of else None)


def ground_of(year: Drawn) -> Ground:
    return grounded(check(Reading(tuple(_books(year.year, None)))), year.readings, year.as_of)


def keeps_its_promise(year: Drawn, to: str = "", *, bonus: bool = False, **costs: str) -> Fraction:
    found = planned(ground_of(year), to, bonus=bonus, **costs)
    assert found.repairs
    total = carried_out(year, found).assess().score.total
    assert total == found.promised.total
    return total


def test_the_sample_year_reaches_the_next_band() -> None:
    assert keeps_its_promise(sample(".")) == Fraction("95.1")


@pytest.mark.parametrize("to", ["40", pytest.param("60", marks=pytest.mark.thorough),
                                pytest.param("85", marks=pytest.mark.thorough)])  # fmt: skip
def test_the_hard_year_rises_step_by_step(to: str) -> None:
    assert keeps_its_promise(sample("hard-year"), to) >= int(to)


@pytest.mark.parametrize(("to", "bonus"), [("85", False), pytest.param("93", False, marks=pytest.mark.thorough),
                                           pytest.param("90", True, marks=pytest.mark.thorough)])  # fmt: skip
def test_a_year_that_runs_ends_where_its_plan_says(to: str, bonus: bool) -> None:
    assert keeps_its_promise(sample(".", "2026-02-10"), to, bonus=bonus) >= int(to)


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(12))
def test_random_years_come_to_what_their_plans_promise(seed: int) -> None:
    """Under the default readings; what the doer of these tests cannot write down is left out of the plan."""
    year = Drawn(drawn(seed).year, {}, drawn(seed).as_of)
    on = ground_of(year)
    best = planned(on, _2_5_team="none").best
    for share in (2, 5, 9):
        to = on.now.total + (best - on.now.total) * share / 10
        if to > on.now.total:
            keeps_its_promise(year, str(float(round(to, 1))), _2_5_team="none")
