"""Rules that one and the same new row serves: a director's session is a session too, a new fair displaces a bad one.

A *base* rule counts rows. A *special* one counts some of them more narrowly: each of its rows is one of the base for
nothing. A *rider* holds only the best rows to their figures: each new row of the base, which meets them, takes the
place of the worst.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from jobhome_score.insight.plan.frontier import Frontier, Step, added, at, leaves, pareto
from jobhome_score.insight.plan.ground import Ruled
from jobhome_score.insight.plan.levers import Lever
from jobhome_score.insight.plan.staircases import NOTHING, Move, Pick, Pricing, rule_frontier
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Measure


@dataclass(frozen=True, eq=False)
class Family:
    """A base rule with those that its rows serve; `far` are specials of other indicators."""

    base: Ruled
    lever: Lever
    specials: Sequence[Ruled]
    riders: Sequence[Ruled]
    far: Sequence[Ruled]


def sole(ruled: Ruled, pricing: Pricing) -> Lever | None:
    """The only lever of a rule, where each of its units is one new row."""
    levers = list(pricing.levers(ruled).values())
    if len(levers) != 1 or not (levers[0].adds_rows or levers[0].figure.empty is not None):
        return None
    return levers[0]


def families(rules: Sequence[Ruled], pricing: Pricing, *, running: bool) -> Sequence[Family]:
    """The families among rules.

    Once nothing can be held any more, a narrower count is put right by itself, by what the record says of old rows;
    only a rate over nothing still takes a new one.
    """
    soles = {one.name: (one, lever) for one in rules if (lever := sole(one, pricing)) is not None}
    taken: set[str] = set()
    found = []
    for name, (base, lever) in soles.items():
        if name in taken or not lever.adds_rows:
            continue
        others = {other: pair for other, pair in soles.items()
                  if (running or pair[1].figure.empty) and other not in {name, *taken}}  # fmt: skip
        narrower = [one for one, held in others.values()
                    if _serves(held.measure, lever.measure, empty=held.figure.empty is not None)]  # fmt: skip
        riders = [one for one in rules if one.line.id == base.line.id and _rides(one, lever.measure)]
        if narrower or riders:
            taken |= {name, *(one.name for one in narrower), *(one.name for one in riders)}
            near = [one for one in narrower if one.line.id == base.line.id]
            found.append(Family(base, lever, near, riders, [one for one in narrower if one not in near]))
    return found


def _serves(narrow: Measure, wide: Measure, *, empty: bool) -> bool:
    """Whether whatever the narrow measure counts, the wide one counts too."""
    both = ((wide.where.all_of, narrow.where.all_of), (wide.where.any_of, narrow.where.any_of))
    more = all(set(few) <= set(many) for few, many in both)
    return narrow.of == wide.of and narrow.months == wide.months and more and (narrow.where != wide.where or empty)


def _rides(ruled: Ruled, wide: Measure) -> bool:
    measures = [measure for term in ruled.rule.terms for measure in term.measures]
    return bool(ruled.figures) and any(
        one.keep_best is not None and (one.of, one.where, one.months) == (wide.of, wide.where, wide.months)
        for one in measures
    )


def family_frontier(family: Family, pricing: Pricing, given: int) -> Frontier:
    """What is left of the deductions of a family's rules within its indicator, with `given` rows of the base free."""
    unit = pricing.cost(family.base) or NOTHING
    alone = rule_frontier(family.base, pricing)
    riding = _Riding(family, pricing)
    found: list[Step] = []
    for special in product(*(rule_frontier(one, pricing) for one in family.specials)):
        picks = [pick for step in special for pick in leaves(step.choice)]
        free = given + sum(int(pick.units) for pick in picks)
        cost, value = sum((step.cost for step in special), NOTHING), sum((step.value for step in special), NOTHING)
        for total in _totals(family, alone, unit, free):
            left = at(alone, total * unit).value + value
            held = Pick(family.base, Fraction(total - free), Move(_place(family, pricing), family.lever, total))
            here = Step(cost + (total - free) * unit, left, (held, *picks) if total else None)
            found += added([here], riding.on(total)) if family.riders else [here]
    return pareto(found)


def _place(family: Family, pricing: Pricing) -> tuple[int, int]:
    return next(iter(pricing.levers(family.base)))


def _totals(family: Family, alone: Frontier, unit: Fraction, free: int) -> Iterator[int]:
    """How many new rows of the base are worth looking at."""
    totals = {free, *(int(step.cost / unit) for step in alone)}
    for rider in family.riders:
        keep = max(measure.keep_best or 0 for term in rider.rule.terms for measure in term.measures)
        totals.update(range(free, keep + 1))
    return iter(sorted(total for total in totals if total >= free))


class _Riding:
    """The frontiers of the riders for each number of new rows."""

    def __init__(self, family: Family, pricing: Pricing) -> None:
        self._family, self._pricing = family, pricing
        self._known: dict[int, Frontier] = {}

    def on(self, total: int) -> Frontier:
        """The riders together when so many new rows stand before the old ones."""
        if total not in self._known:
            self._known[total] = self._made(total)
        return self._known[total]

    def _made(self, total: int) -> Frontier:
        whole: Frontier = (Step(NOTHING, NOTHING),)
        for rider in self._family.riders:
            keep = max(measure.keep_best or 0 for term in rider.rule.terms for measure in term.measures)
            then = rider.with_best(max(0, keep - total)) if total else rider
            steps = rule_frontier(then, self._pricing)
            marked = [step if step.choice or not total else step._replace(choice=Pick(then, NOTHING, None))
                      for step in steps]  # fmt: skip
            whole = added(whole, marked)
        return whole
