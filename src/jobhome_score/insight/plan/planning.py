"""The plan: the cheapest repairs that reach a total, exact under every cap, and what each indicator can regain.

What a plan promises is not read off the frontiers: scoring itself prices the figures as the plan would leave them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice

from jobhome_score.insight.plan.costs import NO_COSTS, Costs
from jobhome_score.insight.plan.frontier import Frontier, Step, leaves, within
from jobhome_score.insight.plan.ground import Figures, Ground, Ruled, raw
from jobhome_score.insight.plan.levers import Lever, Standing
from jobhome_score.insight.plan.staircases import NOTHING, Move, Pick, Pricing, exact, moved, rule_frontier
from jobhome_score.insight.plan.whole import Whole, picks_of
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Indicator, Role
from jobhome_score.scoring.results import Score
from jobhome_score.scoring.sheet import within_limits
from jobhome_score.settlement import Payout, least_total, settle

FIRST_LIMIT, WIDER = 32, 4
"""The cost up to which a plan is sought first, and how much farther each time none is found."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a plan: the score to reach (None: the next band), what units cost, whether bonus counts."""

    score: Fraction | None = None
    costs: Costs = NO_COSTS
    bonus: bool = False


class Repair(NamedTuple):
    """What is done at a rule: so many units, at which cost, over which levers and units."""

    ruled: Ruled
    units: Fraction
    cost: Fraction
    moves: Sequence[Move]


class Stair(NamedTuple):
    """What an indicator regains by the cheapest so many units."""

    units: Fraction
    cost: Fraction
    points: Fraction


@dataclass(frozen=True, slots=True)
class Staircase:
    """An indicator: what its repairs regain, step by step; `idle` rules regain nothing by themselves under a cap."""

    line: Indicator
    role: Role
    stairs: Sequence[Stair]
    idle: Sequence[Ruled]


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer. `repairs` is None where none reach the score; empty where nothing needs to be done.

    `best`: the total if everything that can be done is done; `with_bonus`: and every bonus still to be earned.
    """

    ground: Ground
    wanted: Wanted
    score: Fraction | None
    """The score to reach as the bands see it; None in the highest band."""
    repairs: Sequence[Repair] | None
    promised: Score
    payout: Payout
    best: Fraction
    with_bonus: Fraction
    staircases: Sequence[Staircase]

    @property
    def cost(self) -> Fraction:
        """What the repairs cost."""
        return sum((one.cost for one in self.repairs or ()), NOTHING)

    @property
    def units(self) -> Fraction:
        """How many repairs there are."""
        return sum((one.units for one in self.repairs or ()), NOTHING)


def plan(ground: Ground, wanted: Wanted) -> Plan:
    """The cheapest plan; of equally cheap ones the one that regains most, then the first in the order of the sheet."""
    rules, contract = ground.assessment.rubric.settlement, ground.assessment.contract
    score = wanted.score if wanted.score is not None else next_band(ground)
    pricing = pricing_of(ground, wanted, bonus=wanted.bonus)
    whole = Whole(ground, pricing)
    picks = None if score is None else _cheapest(whole, least_total(score, rules.rounding))
    promised = scored_after(ground, picks or ())
    return Plan(
        ground=ground,
        wanted=wanted,
        score=score,
        repairs=() if score is None else None if picks is None else _repairs(picks, pricing),
        promised=promised,
        payout=settle(rules, promised.total, contract),
        best=_best(whole),
        with_bonus=_best(Whole(ground, pricing_of(ground, wanted, bonus=True))),
        staircases=tuple(_staircases(whole)),
    )


def next_band(ground: Ground) -> Fraction | None:
    """Where the band above the assessed one begins; in the highest, while the period runs, what it takes to stay."""
    bands, seen = ground.assessment.rubric.settlement.bands, ground.assessment.payout.judged
    above = [Fraction(band.at_least) for band in bands if band.at_least > seen]
    return min(above, default=Fraction(bands[0].at_least) if ground.running else None)


def pricing_of(ground: Ground, wanted: Wanted, *, bonus: bool) -> Pricing:
    """What may be done: while the period runs whatever is still doable, afterwards any change of the record."""

    def allowed(lever: Lever) -> bool:
        return lever.standing is Standing.DOABLE if ground.running else True

    def cost(ruled: Ruled) -> Fraction | None:
        if ruled.awards and not bonus:
            return None
        return wanted.costs.of(ruled.line.id, ruled.rule.id)

    return Pricing(allowed, cost)


def scored_after(ground: Ground, picks: Sequence[Pick]) -> Score:
    """What scoring makes of the figures after some repairs."""
    return _scored(ground, {pick.ruled.name: moved(_moves(pick), pick.ruled.figures) for pick in picks})


def totals_after(ground: Ground, repairs: Sequence[Repair]) -> Iterator[Fraction]:
    """What the total comes to after each repair in turn, the ones before it being done."""
    changed: dict[str, Figures] = {}
    for one in repairs:
        changed[one.ruled.name] = moved(one.moves, one.ruled.figures)
        yield _scored(ground, changed).total


def _scored(ground: Ground, changed: Mapping[str, Figures]) -> Score:
    return ground.score(lambda ruled: changed.get(ruled.name, ruled.figures))


def _moves(pick: Pick) -> Sequence[Move]:
    return [one for one in leaves(pick.moves) if isinstance(one, Move)]


def _cheapest(whole: Whole, total: Fraction) -> Sequence[Pick] | None:
    ground = whole.ground
    if within_limits(ground.assessment.rubric.settlement, total) != total:
        return None
    need = total - raw(ground.now)
    if need <= 0:
        return ()
    if need > whole.most():
        return None
    limit, all_of_it = Fraction(FIRST_LIMIT), whole.cost()
    while True:  # what costs no more than a limit is made of parts that cost no more, and there are few of those
        found = _within(whole, need, limit)
        if found is not None:
            return picks_of(found)
        limit = limit * WIDER if limit < all_of_it else 2 * all_of_it


def _within(whole: Whole, need: Fraction, limit: Fraction) -> Step | None:
    """The cheapest way at a cost up to a limit."""
    best: Step | None = None
    for way in whole.ways:
        for step in _reaching(whole.frontier(way, limit if best is None else best.cost), need):
            if best is None or step[:2] < best[:2]:
                best = step
    return best


def _reaching(frontier: Frontier, need: Fraction) -> Iterable[Step]:
    """The cheapest step that regains what is needed."""
    return islice((step for step in frontier if frontier[0].value - step.value >= need), 1)


def _best(whole: Whole) -> Fraction:
    """The highest total that can still be reached: everything done, within the ceiling."""
    return within_limits(whole.ground.assessment.rubric.settlement, raw(whole.ground.now) + whole.most())


def _repairs(picks: Sequence[Pick], pricing: Pricing) -> Sequence[Repair]:
    found = []
    for pick in picks:
        if pick.units:
            cost = pick.units * (pricing.cost(pick.ruled) or NOTHING)
            found.append(Repair(pick.ruled, pick.units, cost, _moves(pick)))
    return found


def _staircases(whole: Whole) -> Iterator[Staircase]:
    for section in whole.ground.assessment.rubric.sections:
        for line in section.indicators:
            first, *steps = whole.line(section, line, {})
            yield Staircase(line, section.role, [_stair(first, step) for step in steps], _idle(whole, line))


def _stair(first: Step, step: Step) -> Stair:
    return Stair(sum((pick.units for pick in picks_of(step)), NOTHING), step.cost, first.value - step.value)


def _idle(whole: Whole, line: Indicator) -> Sequence[Ruled]:
    """The rules of an indicator that, put right by themselves, regain nothing: a cap holds all the same."""
    if line.id in whole.ground.zeroed:
        return ()
    frontiers = {one: rule_frontier(one, whole.pricing) for one in whole.ground.of(line)}
    charged = sum((frontier[0].value for frontier in frontiers.values()), NOTHING)

    def left(charge: Fraction) -> Fraction:
        return within(within(charge, exact(line.cap)), exact(line.points))

    return [
        one for one, frontier in frontiers.items()
        if frontier[0].value > frontier[-1].value >= 0
        and left(charged - frontier[0].value + frontier[-1].value) == left(charged)
    ]  # fmt: skip
