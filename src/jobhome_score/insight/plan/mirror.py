"""The mirror of a plan, for whoever pays: how many further misses until the settlement band falls.

A miss is one further charge of a rule that deducts. Each next one is the dearest under the caps that hold by then; as
caps only ever make the next miss cheaper, no other choice falls faster.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from jobhome_score.assessment import Assessment
from jobhome_score.insight.plan.frontier import within
from jobhome_score.insight.plan.ground import Ground, Ruled, as_assessed, plan_ground, raw
from jobhome_score.insight.plan.levers import SHORT
from jobhome_score.insight.plan.staircases import NOTHING, exact, term_charge
from jobhome_score.measures.measuring import Figure
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Combine, Join, Per, Role, Term
from jobhome_score.scoring.pricing import steps
from jobhome_score.settlement import judged, least_total
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

MOST = 1000
"""More misses than this are no warning."""


class Missed(NamedTuple):
    """Further misses of one rule, and the points that they take together."""

    ruled: Ruled
    times: int
    points: Fraction


@dataclass(frozen=True, slots=True)
class Fall:
    """How far the total is above its band's floor, and the fewest further misses that take it below.

    `misses` is None where no number of misses would do it.
    """

    floor: Fraction
    distance: Fraction
    misses: Sequence[Missed] | None

    @property
    def times(self) -> int:
        """How many misses there are."""
        return sum(one.times for one in self.misses or ())


Place = tuple[str, int]
"""A term of a rule, by the rule's name and the term's number."""


@dataclass
class _State:
    """What is charged at each term so far."""

    ground: Ground
    rules: Mapping[str, Ruled]
    charges: dict[Place, Fraction]
    left: dict[Place, int | None] = field(default_factory=dict)

    def total(self, more: Place | None = None) -> Fraction:
        """The raw total, with one more miss at a term where one is named."""
        sheet = self.ground.assessment.rubric.sections
        lost = NOTHING
        for section in sheet:
            if section.role is Role.BONUS:
                continue
            lines = (self._line([one for one in self.ground.of(line) if one.name in self.rules], more)
                     for line in section.indicators)  # fmt: skip
            cap = None if section.role is Role.BASE else Fraction(section.points)
            lost += within(sum(lines, NOTHING), cap)
        return -lost

    def _line(self, rules: Sequence[Ruled], more: Place | None) -> Fraction:
        if not rules:
            return NOTHING
        taken = sum((self._rule(one, more) for one in rules), NOTHING)
        line = rules[0].line
        return within(within(taken, exact(line.cap)), exact(line.points))

    def _rule(self, one: Ruled, more: Place | None) -> Fraction:
        charges = [self._charge(one, number, more) for number in range(len(one.rule.terms))]
        taken = max(charges) if one.rule.join is Join.LARGER else sum(charges, NOTHING)
        return within(within(taken, exact(one.rule.cap)), exact(one.rule.points))

    def _charge(self, one: Ruled, number: int, more: Place | None) -> Fraction:
        place, term = (one.name, number), one.rule.terms[number]
        extra = price_of(term) if place == more else NOTHING
        return within(self.charges[place] + extra, exact(term.price.cap))


def fall_of(assessment: Assessment, season: Season, built: dict[str, Relation]) -> Fall | None:
    """The fewest further misses that let the band of an assessment fall; None in the lowest band."""
    return fall(plan_ground(assessment, season, built, as_assessed))


def fall(ground: Ground) -> Fall | None:
    """The fewest further misses that let the band of a ground fall; None in the lowest band."""
    rules, total = ground.assessment.rubric.settlement, ground.now.total
    band = next(band for band in rules.bands if judged(total, rules.rounding) >= band.at_least)
    if band == rules.bands[-1]:
        return None
    distance = raw(ground.now) - least_total(Fraction(band.at_least), rules.rounding)
    return Fall(Fraction(band.at_least), total - least_total(Fraction(band.at_least), rules.rounding),
                _fewest(ground, distance))  # fmt: skip


def _fewest(ground: Ground, distance: Fraction) -> Sequence[Missed] | None:
    state = _begin(ground)
    start = now = state.total()
    taken: Counter[str] = Counter()
    points: dict[str, Fraction] = {}
    while start - now <= distance:
        losses = [(now - state.total(place), place) for place, left in state.left.items() if left is None or left]
        loss, place = max(losses, key=lambda one: one[0], default=(NOTHING, ("", 0)))
        if not loss or taken.total() == MOST:
            return None
        name, number = place
        state.charges[place] += price_of(state.rules[name].rule.terms[number])
        left = state.left[place]
        state.left[place] = None if left is None else left - 1
        now -= loss
        taken[name] += 1
        points[name] = points.get(name, NOTHING) + loss
    return [Missed(state.rules[name], times, points[name]) for name, times in taken.items()]


def _begin(ground: Ground) -> _State:
    rules = {name: one for name, one in ground.rules.items() if _countable(ground, one)}
    charges = {(name, number): term_charge(one, number) for name, one in rules.items()
               for number in range(len(one.rule.terms))}  # fmt: skip
    state = _State(ground, rules, charges)
    for name, one in rules.items():
        for number in _open_terms(one, charges):
            state.left[name, number] = _further(one.rule.terms[number], one.figures[number])
    return state


def _countable(ground: Ground, one: Ruled) -> bool:
    """Whether further misses of a rule can be counted: it deducts, its ledgers are there, its indicator scores."""
    zeroed = one.line.id in ground.zeroed and one.section.role is not Role.PENALTY
    return not (one.awards or one.score.lacking or one.rule.zero or zeroed)


def _open_terms(one: Ruled, charges: Mapping[Place, Fraction]) -> Iterator[int]:
    """The terms at which a miss has a price of its own; where the larger counts, the one that counts now."""
    numbers = range(len(one.rule.terms))
    if one.rule.join is Join.LARGER:
        numbers = range((pick := max(numbers, key=lambda number: charges[one.name, number])), pick + 1)
    yield from (number for number in numbers if price_of(one.rule.terms[number]))


def price_of(term: Term) -> Fraction:
    """What one further miss costs before any cap; nothing where only whoever records it can say."""
    points = term.price.points
    return Fraction(points) if isinstance(points, Decimal) else NOTHING


def _further(term: Term, figures: Sequence[Figure]) -> int | None:
    """How often a term can still be charged; None where there is no end to it."""
    due = [figure for figure in figures if figure.due]
    if isinstance(term.price.per, Per):
        missed = {figure.cell for figure in due if not figure.meets(term.targets[figure.name])}
        met = [figure for figure in due if figure.meets(term.targets[figure.name])]
        if term.price.combine is Combine.WORST:
            return int(bool(met) and not missed)
        return len({figure.cell for figure in met} - missed) if term.price.per is Per.CELL else len(met)
    if any(target.comparison not in SHORT for target in term.targets.values()):
        return None
    now, worst = ([steps(figure, term.targets[figure.name], term.price) for figure in those]
                  for those in (due, [figure._replace(value=NOTHING) for figure in due]))  # fmt: skip
    if term.price.combine is Combine.WORST:
        return int(max(worst, default=NOTHING) - max(now, default=NOTHING))
    return int(sum(worst, NOTHING) - sum(now, NOTHING))
