"""Tails are exact: against sums of fractions that are written out here another way."""

from decimal import Decimal
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobhome_score.insight.flags.tails import binomial, clumped, hypergeometric

CLOSE = Fraction(1, 10**38)
SHARES = st.fractions(min_value=Fraction(1, 50), max_value=Fraction(4, 5), max_denominator=60)


def chance(trials: int, share: Fraction, count: int) -> Fraction:
    return comb(trials, count) * share**count * (1 - share) ** (trials - count)


def test_two_heads_or_three_of_three_coins() -> None:
    assert binomial(3, Fraction(1, 2), 2) == Decimal("0.5")
    assert binomial(3, Fraction(1, 2), 3) == Decimal("0.125")


def test_what_is_to_be_expected_is_no_sign() -> None:
    assert binomial(10, Fraction(1, 2), 5) == 1
    assert hypergeometric(10, 5, 4, 2) == 1
    assert clumped(100, Fraction(1, 10), Fraction(1, 2), 20) == 1
    assert binomial(0, Fraction(1, 2), 0) == 1


def test_all_forty_one_fairs_at_a_target_that_a_third_may_hit() -> None:
    assert Fraction(binomial(41, Fraction(1, 3), 41)) == pytest.approx(Fraction(1, 3**41), rel=1e-40)


@given(st.integers(1, 60), SHARES, st.data())
def test_a_binomial_tail_is_the_sum_of_its_terms(trials: int, share: Fraction, data: st.DataObject) -> None:
    least = data.draw(st.integers(int(trials * share) + 1, trials))
    exact = sum((chance(trials, share, count) for count in range(least, trials + 1)), Fraction(0))
    assert abs(Fraction(binomial(trials, share, least)) - exact) <= CLOSE * exact


@given(st.integers(2, 40), st.data())
def test_a_hypergeometric_tail_is_the_share_of_all_draws(every: int, data: st.DataObject) -> None:
    marked, drawn = data.draw(st.integers(0, every)), data.draw(st.integers(0, every))
    least = data.draw(st.integers(0, min(marked, drawn) + 1))
    ways = sum(comb(marked, hit) * comb(every - marked, drawn - hit) for hit in range(least, min(marked, drawn) + 1))
    exact = Fraction(ways, comb(every, drawn)) if least * every > marked * drawn else Fraction(1)
    assert abs(Fraction(hypergeometric(every, marked, drawn, least)) - exact) <= CLOSE


def clumps(trials: int, share: Fraction, more: Fraction, least: int) -> Fraction:
    """One minus the chance of every smaller sum, each sum put together clump by clump."""
    sums = {0: Fraction(1)}
    for _ in range(trials):
        after: dict[int, Fraction] = {}
        for held, weight in sums.items():
            after[held] = after.get(held, Fraction(0)) + weight * (1 - share)
            for size in range(1, least - held):
                step = weight * share * more ** (size - 1) * (1 - more)
                after[held + size] = after.get(held + size, Fraction(0)) + step
        sums = after
    return 1 - sum((weight for held, weight in sums.items() if held < least), Fraction(0))


@given(st.integers(1, 8), st.integers(1, 12))
def test_a_tail_of_clumps_is_what_is_left_of_the_smaller_sums(trials: int, least: int) -> None:
    share, more = Fraction(1, 9), Fraction(1, 3)
    if least > trials * share / (1 - more):
        assert abs(Fraction(clumped(trials, share, more, least)) - clumps(trials, share, more, least)) <= CLOSE


def test_a_ledger_of_a_million_rows_is_answered_at_once() -> None:
    assert 0 < binomial(1_000_000, Fraction(1, 1000), 1_200) < Decimal("1e-8")
    assert 0 < clumped(1_000_000, Fraction(1, 100_000), Fraction(1, 2), 80) < Decimal("1e-6")
    assert binomial(500_000, Fraction(1, 100), 500_000) == Decimal("1e-1000")
    assert 0 < hypergeometric(2_000_000, 4, 1_000, 3) < Decimal("1e-8")
