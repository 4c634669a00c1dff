"""A few simulated offices: honest ones get no lead, what was planted is found. The benchmark runs thousands."""

import pytest
from benchmarks.honest_years import found, honest
from benchmarks.planted import PLANTS

SEEDS = range(20_001, 20_003)


def test_honest_offices_get_no_lead() -> None:
    assert honest(SEEDS) == [(), ()]


@pytest.mark.thorough
def test_of_sixty_honest_offices_hardly_any_gets_a_lead() -> None:
    assert sum(bool(codes) for codes in honest(range(30_001, 30_061))) <= 2


@pytest.mark.thorough
@pytest.mark.parametrize("plant", PLANTS)
def test_what_was_planted_is_found(plant: str) -> None:
    assert found(plant, range(20_001, 20_004)) >= 2


def test_a_dragged_cell_is_found_in_an_office_that_is_honest_otherwise() -> None:
    assert found("phone_run", SEEDS[:1]) == 1


def test_every_question_has_something_planted_for_it() -> None:
    assert set(PLANTS) == {
        "fair_called_early", "shared_phone", "phone_run", "copied_block", "two_places", "after_leaving", "days_off",
        "on_leave", "entered_twice", "exact_hits", "round_numbers", "late_workbooks",
    }  # fmt: skip
