"""Mutants of workbooks, sound and hostile; `make fuzz` tries many more."""

import pytest
from tests.hostile.fuzz import SECONDS, mutant, tried

pytestmark = pytest.mark.thorough

BATCHES, EACH = 20, 30


def test_a_mutant_is_always_the_same() -> None:
    assert mutant(7) == mutant(7) != mutant(8)


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_mutant_escapes_loses_a_row_or_takes_long(batch: int) -> None:
    for seed in range(batch * EACH, (batch + 1) * EACH):
        assert tried(seed) < SECONDS, seed
