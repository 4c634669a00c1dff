"""The whole score sheet as frontiers: rules into indicators, indicators into sections, under their caps."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import product

from jobhome_score.insight.plan.families import Family, families, family_frontier
from jobhome_score.insight.plan.frontier import Frontier, Step, added, at_rest, leaves, within
from jobhome_score.insight.plan.ground import Ground, Ruled
from jobhome_score.insight.plan.staircases import NOTHING, Pick, Pricing, exact, rule_frontier
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Indicator, Role, Section

MOST_WAYS = 500
"""So many numbers of rows that serve two indicators are tried at the most; beyond that each is counted by itself."""

Held = Mapping[str, Step]
"""Rules that stand at a step chosen before, by name."""


@dataclass(frozen=True)
class Whole:
    """The score sheet under a pricing. Values are points lost, those brought counted negative."""

    ground: Ground
    pricing: Pricing
    known: dict[tuple[str, tuple[Fraction, ...]], Frontier] = field(default_factory=dict, repr=False)

    @cached_property
    def kin(self) -> Sequence[Family]:
        """The families of rules that one row serves."""
        alive = [one for one in self.ground.rules.values() if one.line.id not in self.ground.zeroed]
        return families(alive, self.pricing, running=self.ground.running)

    @cached_property
    def ways(self) -> Sequence[Held]:
        """Every way to choose the rows that serve two indicators; the first is none, the last as many as help."""
        far = [one for family in self.kin for one in family.far]
        frontiers = [rule_frontier(one, self.pricing) for one in far]
        count = 1
        for frontier in frontiers:
            count *= len(frontier)
        if count > MOST_WAYS:
            return ({},)
        return [dict(zip([one.name for one in far], way, strict=True)) for way in product(*frontiers)]

    def frontier(self, way: Held, most: Fraction | None = None) -> Frontier:
        """The sheet's frontier one way, at costs up to `most`; it begins at the points lost now."""
        start = Step(NOTHING, self._value(self.ways[0], 0))
        whole: Frontier = at_rest(NOTHING)
        for section in self.ground.assessment.rubric.sections:
            part: Frontier = at_rest(NOTHING)
            for line in section.indicators:
                part = added(part, self.line(section, line, way), _cap(section), most)
                if not part:
                    return [start]
            whole = added(whole, part, None, most)
        return [start, *(step for step in whole if step.value < start.value)]

    def cost(self) -> Fraction:
        """What everything costs that can be done."""
        sections = self.ground.assessment.rubric.sections
        return sum((self.line(section, line, way)[-1].cost for way in (self.ways[0], self.ways[-1])
                    for section in sections for line in section.indicators), NOTHING)  # fmt: skip

    def most(self) -> Fraction:
        """What can be regained at the most, at any cost."""
        return self._value(self.ways[0], 0) - self._value(self.ways[-1], -1)

    def _value(self, way: Held, step: int) -> Fraction:
        """The points lost at the first or at the last step of everything."""
        total = NOTHING
        for section in self.ground.assessment.rubric.sections:
            lines = (self.line(section, line, way)[step].value for line in section.indicators)
            total += within(sum(lines, NOTHING), _cap(section))
        return total

    def line(self, section: Section, line: Indicator, held: Held) -> Frontier:
        """What an indicator loses at each cost, what `held` rules cost included."""
        if line.id in self.ground.zeroed and section.role is not Role.PENALTY:
            return at_rest(NOTHING)
        bearing = (one for family in self.kin for one in family.far if line.id in (family.base.line.id, one.line.id))
        key = line.id, tuple(held[one.name].cost for one in bearing if one.name in held)
        if key not in self.known:
            self.known[key] = self._line(line, held)
        return self.known[key]

    def _line(self, line: Indicator, held: Held) -> Frontier:
        caps = [cap for cap in (exact(line.cap), exact(line.points)) if cap is not None]
        whole: Frontier = at_rest(NOTHING)
        for part in self._parts(self.ground.of(line), held):
            whole = added(whole, part, min(caps, default=None))
        return whole

    def _parts(self, rules: Sequence[Ruled], held: Held) -> Iterator[Frontier]:
        inside = {one.name for family in self.kin for one in (family.base, *family.specials, *family.riders)}
        names = {one.name for one in rules}
        for family in self.kin:
            if family.base.name in names:
                yield family_frontier(family, self.pricing, _given(family, held))
        for one in rules:
            if one.name in held:
                yield [held[one.name]]
            elif one.name not in inside:
                yield rule_frontier(one, self.pricing)


def _given(family: Family, held: Held) -> int:
    """How many rows of a family's base the rules of other indicators bring."""
    steps = (held[one.name] for one in family.far if one.name in held)
    return sum(int(pick.units) for step in steps for pick in picks_of(step))


def picks_of(step: Step) -> Sequence[Pick]:
    """What is done to come to a step."""
    return [pick for pick in leaves(step.choice) if isinstance(pick, Pick)]


def _cap(section: Section) -> Fraction | None:
    return None if section.role is Role.BASE else Fraction(section.points)
