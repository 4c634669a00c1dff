"""Frontiers are exact: nothing that adding, joining and capping leaves out is any better than what it keeps."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from jobhome_score.insight.plan.frontier import (
    Frontier,
    Step,
    added,
    at,
    at_rest,
    joined,
    leaves,
    pareto,
    summed,
    under,
)

AMOUNTS = st.integers(0, 12).map(lambda number: Fraction(number, 4))


@st.composite
def frontiers(draw: st.DrawFn) -> Frontier:
    """A charge that some steps bring down."""
    value = draw(AMOUNTS)
    steps = [Step(Fraction(0), value)]
    for at_, (cost, left) in enumerate(draw(st.lists(st.tuples(st.integers(1, 5), AMOUNTS), max_size=4))):
        steps.append(Step(Fraction(cost), min(left, value), f"{cost} {at_}"))
    return pareto(steps)


def told(frontier: Frontier) -> list[tuple[Fraction, Fraction]]:
    return [step[:2] for step in frontier]


def by_hand(pairs: list[tuple[Fraction, Fraction]]) -> list[tuple[Fraction, Fraction]]:
    """The pairs of cost and value that no other beats."""
    return sorted({one for one in pairs if not any(o[0] <= one[0] and o[1] <= one[1] and o != one for o in pairs)})


@settings(deadline=None, max_examples=60)
@given(frontiers(), frontiers(), st.none() | AMOUNTS)
def test_two_charges_add_up_under_a_cap(one: Frontier, other: Frontier, cap: Fraction | None) -> None:
    pairs = [(a.cost + b.cost, a.value + b.value if cap is None else min(cap, a.value + b.value))
             for a, b in product(one, other)]  # fmt: skip
    assert told(added(one, other, cap)) == by_hand(pairs)


@settings(deadline=None, max_examples=60)
@given(frontiers(), frontiers(), st.integers(0, 8))
def test_a_limit_leaves_out_only_what_costs_more(one: Frontier, other: Frontier, most: int) -> None:
    whole = told(added(one, other))
    assert told(added(one, other, None, Fraction(most))) == [step for step in whole if step[0] <= most]


@settings(deadline=None, max_examples=60)
@given(st.lists(frontiers(), min_size=1, max_size=3))
def test_many_charges_add_up(curves: list[Frontier]) -> None:
    pairs = [(sum((s.cost for s in way), Fraction(0)), sum((s.value for s in way), Fraction(0)))
             for way in product(*curves)]  # fmt: skip
    assert told(summed(curves)) == by_hand(pairs)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.integers(1, 6), max_size=4).map(sorted), min_size=1, max_size=3))
def test_steps_that_all_save_the_same_are_taken_cheapest_first(prices: list[list[int]]) -> None:
    curves = []
    for prices_of_one in prices:
        steps = [Step(Fraction(0), Fraction(len(prices_of_one)))]
        for price in prices_of_one:
            steps.append(Step(steps[-1].cost + price, steps[-1].value - 1, object()))
        curves.append(steps)
    pairs = [(sum((s.cost for s in way), Fraction(0)), sum((s.value for s in way), Fraction(0)))
             for way in product(*curves)]  # fmt: skip
    assert told(summed(curves)) == by_hand(pairs)


@settings(deadline=None, max_examples=60)
@given(st.lists(frontiers(), min_size=1, max_size=3))
def test_the_largest_charge_comes_down_with_all_of_them(curves: list[Frontier]) -> None:
    def both_ways(largest: bool) -> list[tuple[Fraction, Fraction]]:
        return [(max(s.cost for s in way) if largest else sum((s.cost for s in way), Fraction(0)),
                 max(s.value for s in way)) for way in product(*curves)]  # fmt: skip

    assert told(joined(curves, lambda costs: sum(costs, Fraction(0)))) == by_hand(both_ways(largest=False))
    assert told(joined(curves, max)) == by_hand(both_ways(largest=True))


def test_a_cap_makes_the_first_steps_worthless() -> None:
    charge = [Step(Fraction(n), Fraction(5 - n), n) for n in range(6)]
    assert told(under(charge, Fraction(3))) == [(0, 3), (3, 2), (4, 1), (5, 0)]
    assert told(under(charge, None, Fraction(2), Fraction(3))) == [(0, 2), (4, 1), (5, 0)]


def test_an_award_is_counted_negative_and_capped_alike() -> None:
    award = [Step(Fraction(n), Fraction(-n), n) for n in range(5)]
    assert told(under(award, Fraction(2))) == [(0, 0), (1, -1), (2, -2)]


def test_where_a_cost_leads() -> None:
    charge = [Step(Fraction(0), Fraction(3)), Step(Fraction(2), Fraction(1)), Step(Fraction(5), Fraction(0))]
    assert [at(charge, Fraction(cost)).value for cost in (0, 1, 2, 4, 5, 9)] == [3, 3, 1, 1, 0, 0]


def test_choices_come_in_the_order_in_which_they_were_added() -> None:
    curves = [[Step(Fraction(0), Fraction(1)), Step(Fraction(1), Fraction(0), name)] for name in "abc"]
    whole: Frontier = at_rest(Fraction(0))
    for curve in curves:
        whole = added(whole, curve)
    assert list(leaves(whole[-1].choice)) == ["a", "b", "c"]
