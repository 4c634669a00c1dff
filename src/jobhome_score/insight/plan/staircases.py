"""What is left of a rule's charge at each cost: its figures priced by scoring, combined, joined and capped alike."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from jobhome_score.insight.plan.frontier import (
    Cap,
    Choice,
    Frontier,
    Step,
    Value,
    added,
    at_rest,
    joined,
    summed,
    under,
    within,
)
from jobhome_score.insight.plan.ground import Figures, Ruled
from jobhome_score.insight.plan.levers import Lever
from jobhome_score.measures.measuring import Figure
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Combine, Join, Per, Term
from jobhome_score.scoring.pricing import steps
from jobhome_score.scoring.rules import written

NOTHING = Fraction(0)


class Move(NamedTuple):
    """A lever moved by some units; `at` is the place of its figure among the rule's terms."""

    at: tuple[int, int]
    lever: Lever
    units: int


class Pick(NamedTuple):
    """What is done at a rule: so many units in all, and which levers move over which figures."""

    ruled: Ruled
    units: Fraction
    moves: Choice


@dataclass(frozen=True)
class Pricing:
    """Which levers may be used, and what a unit costs at each rule; None where nothing may be done there."""

    allowed: Callable[[Lever], bool]
    cost: Callable[[Ruled], Fraction | None]

    def levers(self, ruled: Ruled) -> Mapping[tuple[int, int], Lever]:
        """The levers of a rule that may be used."""
        if self.cost(ruled) is None:
            return {}
        return {at: lever for at, lever in ruled.levers.items() if self.allowed(lever)}


def exact(cap: Decimal | None) -> Cap:
    """A cap of the rubric as a fraction."""
    return None if cap is None else Fraction(cap)


def rule_frontier(ruled: Ruled, pricing: Pricing) -> Frontier:
    """What is left of the rule's deduction, after its own caps, at each cost; awards count negative."""
    levers, cost = pricing.levers(ruled), pricing.cost(ruled)
    if not levers or cost is None:
        sign = -1 if ruled.awards else 1
        return at_rest(within(sign * ruled.score.deducted, exact(ruled.rule.points)))
    unit = cost
    terms = [_term(ruled, number, levers, unit) for number in range(len(ruled.rule.terms))]
    caps = [exact(term.price.cap) for term in ruled.rule.terms]
    if ruled.rule.join is Join.SUM:
        whole: Frontier = at_rest(NOTHING)
        for term, cap in zip(terms, caps, strict=True):
            whole = added(whole, under(term, cap))
    else:
        whole = joined(terms, max if one_row_serves_all(ruled) else _sum, lambda values: _larger(values, caps))
    left = under(whole, exact(ruled.rule.cap), exact(ruled.rule.points))
    return [Step(step.cost, step.value, Pick(ruled, step.cost / unit, step.choice) if step.cost else None)
            for step in left]  # fmt: skip


def _sum(costs: Sequence[Fraction]) -> Fraction:
    return sum(costs, NOTHING)


def _larger(values: Sequence[Value], caps: Sequence[Cap]) -> Value:
    """The larger charge counts, under the cap of its own term."""
    pick = max(range(len(values)), key=lambda at: values[at])
    return within(values[pick], caps[pick])


def one_row_serves_all(ruled: Ruled) -> bool:
    """Whether the terms count the same rows in cells of different lengths, so that one more serves each of them."""
    measures = [measure for term in ruled.rule.terms for measure in term.measures]
    return len({(one.of, one.where, *one.take.values()) for one in measures}) == 1


def charge(figure: Figure, term: Term) -> Fraction:
    """What one figure is charged before any cap."""
    count = steps(figure, term.targets[figure.name], term.price) if figure.due else NOTHING
    if isinstance(term.price.points, str):
        return written(figure, term.price.points) if count else NOTHING
    return count * Fraction(term.price.points)


def term_charge(ruled: Ruled, number: int) -> Fraction:
    """What a term is charged now, before its cap."""
    return _term(ruled, number, {}, NOTHING)[0].value


def _term(ruled: Ruled, number: int, levers: Mapping[tuple[int, int], Lever], unit: Fraction) -> Frontier:
    """A term before its cap."""
    term, sign = ruled.rule.terms[number], -1 if ruled.awards else 1
    curves = [_curve(figure, term, (number, place), levers.get((number, place)), unit, sign)
              for place, figure in enumerate(ruled.figures[number])]  # fmt: skip
    if term.price.per is Per.CELL:
        curves = _by_cell(ruled.figures[number], curves, _sum)
    moving = [curve for curve in curves if len(curve) > 1]
    resting = [curve[0].value for curve in curves if len(curve) == 1]
    if term.price.combine is Combine.WORST:
        return joined([*moving, at_rest(max(resting, default=NOTHING))], _sum)
    return added(summed(moving), at_rest(sum(resting, NOTHING)))


def _curve(
    figure: Figure, term: Term, at: tuple[int, int], lever: Lever | None, unit: Fraction, sign: int
) -> Frontier:  # fmt: skip
    if lever is None:
        return at_rest(sign * charge(figure, term))
    points = term.price.points
    worth = Fraction(1) if isinstance(points, str) else Fraction(points)
    return [Step(units * unit, sign * left * worth, Move(at, lever, units) if units else None)
            for units, left in lever.landings]  # fmt: skip


def _by_cell(
    figures: Sequence[Figure], curves: Sequence[Frontier], together: Callable[[Sequence[Fraction]], Fraction]
) -> list[Frontier]:  # fmt: skip
    """Each cell is charged once, until every figure of it is met."""
    cells: dict[str, list[Frontier]] = {}
    for figure, curve in zip(figures, curves, strict=True):
        cells.setdefault(figure.cell, []).append(curve)
    return [joined(members, together) for members in cells.values()]


def moved(moves: Sequence[Move], figures: Figures) -> Figures:
    """The figures with levers moved; of several moves of one lever the farthest."""
    farthest: dict[tuple[int, int], Move] = {}
    for move in moves:
        if move.at not in farthest or farthest[move.at].units < move.units:
            farthest[move.at] = move
    return [
        [farthest[number, place].lever.moved(farthest[number, place].units) if (number, place) in farthest else figure
         for place, figure in enumerate(those)]
        for number, those in enumerate(figures)
    ]  # fmt: skip
