"""Frontiers: what is left of a charge at each cost at which less of it is left. Exact, by min-plus sums.

A value is what is charged, or for awards what is brought, counted negative: less is better alike.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import islice, pairwise
from math import lcm
from typing import Any

from jobhome_score.named import NamedTuple

Value = Fraction
Choice = Any
"""What was chosen to come here: nothing, a leaf, or a pair of choices."""


class Step(NamedTuple):
    """A point of a frontier."""

    cost: Fraction
    value: Value
    choice: Choice = None


Frontier = Sequence[Step]
"""Steps by rising cost and falling value; the first is what there is at no cost."""


def pareto(steps: Iterable[Step]) -> Frontier:
    """The steps that no other beats; of equals the first."""
    found: list[Step] = []
    for step in sorted(steps, key=lambda one: one[:2]):
        if not found or step.value < found[-1].value:
            found.append(step)
    return found


def at_rest(value: Value) -> Frontier:
    """A charge that nothing moves."""
    return (Step(Fraction(0), value),)


Cap = Fraction | None
"""The most that is charged, or brought."""


def within(value: Value, cap: Cap) -> Value:
    """A charge or an award under a cap."""
    return value if cap is None else max(-cap, min(value, cap))


def under(frontier: Frontier, *caps: Cap) -> Frontier:
    """The frontier under caps."""
    return pareto(Step(step.cost, reduce(within, caps, step.value), step.choice) for step in frontier)


def added(one: Frontier, other: Frontier, cap: Cap = None, most: Fraction | None = None) -> Frontier:
    """Two independent charges together, under a cap where there is one, at costs up to `most`.

    Counted in whole numbers, for speed alone.
    """
    both, caps = (*one, *other), () if cap is None else (cap,)
    costs = lcm(*(step.cost.denominator for step in both))
    values = lcm(*(step.value.denominator for step in both), *(limit.denominator for limit in caps))
    left, right = ([(int(step.cost * costs), int(step.value * values)) for step in each] for each in (one, other))
    high = sum(abs(value) for _, value in (*left, *right)) if cap is None else int(cap * values)
    dearest = left[-1][0] + right[-1][0] if most is None else int(most * costs)
    best: dict[int, tuple[int, int, int]] = {}
    for at, (cost, value) in enumerate(left):
        for place, (more, further) in enumerate(right):
            if cost + more > dearest:
                break
            total = value + further
            total = high if total > high else max(total, -high)
            known = best.get(cost + more)
            if known is None or total < known[0]:
                best[cost + more] = total, at, place
    found: list[Step] = []
    lowest = high + 1
    for cost in sorted(best):
        total, at, place = best[cost]
        if total < lowest:
            lowest, choice = total, _both(one[at].choice, other[place].choice)
            found.append(Step(Fraction(cost, costs), Fraction(total, values), choice))
    return found


def _both(one: Choice, other: Choice) -> Choice:
    return other if one is None else one if other is None else (one, other)


def leaves(choice: Choice) -> Iterable[Any]:
    """Everything chosen, in the order in which it was added."""
    waiting = [choice]
    while waiting:
        one = waiting.pop()
        if type(one) is tuple:
            waiting += reversed(one)
        elif one is not None:
            yield one


def summed(curves: Sequence[Frontier]) -> Frontier:
    """Many charges together: the cheapest steps first where that is exact, else pair by pair.

    It is exact where every step of every curve saves the same, and costs no less than the step before it.
    """
    savings = {a.value - b.value for curve in curves for a, b in pairwise(curve)}
    rising = all(b.cost - a.cost <= c.cost - b.cost for curve in curves for a, b, c in _triples(curve))
    if len(savings) <= 1 and rising:
        return _cheapest_first(curves, next(iter(savings), Fraction(0)))
    total: Frontier = at_rest(Fraction(0))
    for curve in curves:
        total = added(total, curve)
    return total


def _triples(curve: Frontier) -> Iterable[tuple[Step, Step, Step]]:
    return zip(curve, curve[1:], curve[2:], strict=False)


def _cheapest_first(curves: Sequence[Frontier], saving: Fraction) -> Frontier:
    value = sum((curve[0].value for curve in curves), Fraction(0))
    found = [Step(sum((curve[0].cost for curve in curves), Fraction(0)), value)]
    parts = sorted(
        ((b.cost - a.cost, at, step, b.choice) for at, curve in enumerate(curves)
         for step, (a, b) in enumerate(pairwise(curve))),
        key=lambda part: part[:3],
    )  # fmt: skip
    for cost, _, _, choice in parts:
        last = found[-1]
        found.append(Step(last.cost + cost, last.value - saving, _both(last.choice, choice)))
    return found


def joined(
    curves: Sequence[Frontier],
    together: Callable[[Sequence[Fraction]], Fraction],
    taken: Callable[[Sequence[Value]], Value] = max,
) -> Frontier:
    """The largest of many charges, each of which must come down for it to come down.

    `together` says what the costs come to: their sum, or where one row serves all of them the largest; `taken` what is
    charged, where that is not simply the largest.
    """
    levels = sorted({step.value for curve in curves for step in curve}, reverse=True)
    found: list[Step] = []
    for level in levels:
        reached = [step for curve in curves for step in _first_within(curve, level)]
        if len(reached) == len(curves):
            cost, value = together([step.cost for step in reached]), taken([step.value for step in reached])
            found.append(Step(cost, value, reduce(_both, [step.choice for step in reached])))
    return pareto(found)


def _first_within(curve: Frontier, level: Value) -> Iterable[Step]:
    """The cheapest step at which no more than `level` is left, if there is one."""
    return islice((step for step in curve if step.value <= level), 1)


def at(frontier: Frontier, cost: Fraction) -> Step:
    """Where one gets for a cost."""
    return frontier[bisect_right(frontier, cost, key=_cost) - 1]


def _cost(step: Step) -> Fraction:
    return step.cost
