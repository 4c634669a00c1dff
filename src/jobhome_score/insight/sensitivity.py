"""How total and payout depend on the open readings: one change at a time, the extremes of all, the fewest that matter.

Readings that stand outside the indicators are enumerated first; what is left falls into lines (see `reach`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from jobhome_score.assessment import Assessment, MissingPolicy
from jobhome_score.insight.framing import Choices, Options, Stages, combinations
from jobhome_score.insight.reach import Keep, Search, both_ends, every_sum
from jobhome_score.insight.scenarios import Line, Scenery, Scored, lines, scored_before
from jobhome_score.ledgers.tables import Contract
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Role
from jobhome_score.rubric.paying import Band, Basis, Settlement
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.sheet import within_limits
from jobhome_score.settlement import Payout, settle
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A total and payout, and the options that lead to it (all of them, or only those that differ)."""

    options: Options
    total: Fraction
    payout: Payout


@dataclass(frozen=True, slots=True)
class Effect:
    """What happens if only one reading changes to one option; `outcome` None where the ledgers cannot support it."""

    reading: str
    option: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Everything about the open readings of an assessment; decided ones stay as they are.

    `lowest` and `highest` are those of the payout, `least` and `most` those of the total, each with the fewest changes.
    `decisive`: the fewest readings that move the payout when changed, with the outcome; None where none can.
    `resting`: by indicator, the points now deducted that other readings would give back; `deducted`: all of them.
    """

    used: Outcome
    effects: tuple[Effect, ...]
    lowest: Outcome
    highest: Outcome
    least: Outcome
    most: Outcome
    decisive: Outcome | None
    resting: Mapping[tuple[str, ...], Fraction]
    deducted: Fraction

    @property
    def rests(self) -> Fraction:
        """How many of the points deducted rest on open readings."""
        return sum(self.resting.values(), NOTHING)


@dataclass(frozen=True)
class Ground:
    """What the questions are asked of: lines and settlements, under whatever options, each made once."""

    source: RubricSource
    contract: Contract
    choices: Choices
    strict: bool
    stages: Stages
    settling: tuple[str, ...]
    """The readings of the settlement block."""
    _lines: dict[tuple[str, ...], tuple[Line, ...]] = field(default_factory=dict, repr=False)
    _settlements: dict[tuple[str, ...], Settlement] = field(default_factory=dict, repr=False)
    scored: Scored = field(default_factory=dict, repr=False)
    """The rules scored so far, those of the assessment from the start."""

    def lines(self, options: Options) -> tuple[Line, ...]:
        """The lines on the stage of a full set of options."""
        key = tuple(options[name] for name in self.stages.names)
        if key not in self._lines:
            frame = dict(zip(self.stages.names, key, strict=True))
            choices = {**self.choices, **{name: (option,) for name, option in frame.items()}}
            scenery = Scenery(self.source, self.stages.at(options), frame, choices, self.strict, self.scored)
            self._lines[key] = lines(scenery)
        return self._lines[key]

    def settlement(self, options: Options) -> Settlement:
        """The settlement under a full set of options."""
        key = tuple(options[name] for name in self.settling)
        if key not in self._settlements:
            self._settlements[key] = self.source.settlement(options)
        return self._settlements[key]

    def payout(self, options: Options) -> Outcome | None:
        """Total and payout under a full set of options; None where a ledger or a fee part that they need is absent."""
        rules = self.settlement(options)
        if rules.basis is Basis.ASSESSED and None in (self.contract.base_fee, self.contract.assessed_fee):
            return None
        points = [line.value(options) for line in self.lines(options)]
        if None in points:
            return None
        total = within_limits(rules, sum((each for each in points if each is not None), NOTHING))
        return Outcome(options, total, settle(rules, total, self.contract))

    def worlds(self) -> Iterator[Options]:
        """Every combination of the readings that are not a matter of single lines."""
        return combinations(self.choices, tuple(dict.fromkeys((*self.stages.names, *self.settling))))


def ground(
    assessment: Assessment, source: RubricSource, season: Season, built: dict[str, Relation] | None = None
) -> Ground:  # fmt: skip
    """The ground on which the readings of an assessment are questioned; `built` are views that were made before."""
    decided = assessment.request.decisions
    choices = {name: (decided[name].option,) if name in decided else source.option_names(name)
               for name in source.readings}  # fmt: skip
    stages = Stages(source, season, assessment.rubric, {} if built is None else built, assessment.review.decisions)
    strict = assessment.request.missing is MissingPolicy.FAIL
    on = Ground(source, assessment.contract, choices, strict, stages, tuple(source.settlement_readings()))
    on.scored.update(scored_before(stages.at(assessment.options), assessment.score))
    return on


def sensitivity(assessment: Assessment, on: Ground) -> Sensitivity:
    """Answer every question about the readings. Raises RubricError where a combination makes no rubric."""
    used = on.payout(assessment.options)
    assert used is not None  # noqa: S101 - the assessment itself was settled under these options
    assert used.total == assessment.score.total  # noqa: S101 - whatever else is said would be wrong
    reached = list(_reached(assessment.options, on))
    return Sensitivity(
        used=used,
        effects=tuple(single_effects(assessment, on)),
        lowest=_end(reached, lambda one: one.payout.payable),
        highest=_end(reached, lambda one: -one.payout.payable),
        least=_end(reached, lambda one: one.total),
        most=_end(reached, lambda one: -one.total),
        decisive=_decisive(assessment.options, used, reached),
        resting=resting(assessment.options, on),
        deducted=_deducted(assessment),
    )


def single_effects(assessment: Assessment, on: Ground) -> Iterator[Effect]:
    """Each option not in use, if only its reading changed to it."""
    for name, option in single_changes(assessment, on):
        yield Effect(name, option, on.payout({**assessment.options, name: option}))


def single_changes(assessment: Assessment, on: Ground) -> Iterator[tuple[str, str]]:
    """Each option not in use, with its reading."""
    used = assessment.options
    return ((name, option) for name, options in on.choices.items() for option in options if option != used[name])


Counted = tuple[int, Outcome]
"""How many readings were changed, and what that led to."""


def _reached(used: Options, on: Ground) -> Iterator[Counted]:
    """What each number of changes can lead to: of totals and of payouts at least the extremes."""
    kept: dict[tuple[tuple[str, ...], Keep], Sequence[tuple[int, Options]]] = {}
    for world in on.worlds():
        options = {**used, **world}
        keep = both_ends if rises(on.settlement(options)) else every_sum
        own = {name for line in on.lines(options) for name in line.readings}
        fixed = {name: (option,) for name, option in world.items()}
        key = (tuple(option for name, option in world.items() if name in own or name in on.stages.names), keep)
        if key not in kept:
            spread = Search({**on.choices, **fixed}, used, keep).spread(on.lines(options))
            kept[key] = [(count, gain.options) for count, gains in spread.items() for gain in gains]
        for _, inner in kept[key]:
            outcome = on.payout({**options, **inner})
            if outcome is not None:
                yield len(changes(used, outcome)), outcome


def changes(used: Options, outcome: Outcome) -> Options:
    """The options of an outcome that differ from those in use."""
    return {name: option for name, option in outcome.options.items() if used[name] != option}


def rises(rules: Settlement) -> bool:
    """Whether more points never pay less: a band's least share is no smaller than the most of the band below."""
    pairs = zip(rules.bands, rules.bands[1:], strict=False)
    return all(_least(band, rules) >= _most(below, band, rules) for band, below in pairs)


def _least(band: Band, rules: Settlement) -> Fraction:
    return Fraction(band.at_least) / Fraction(rules.out_of) if band.pays is None else band.pays


def _most(below: Band, band: Band, rules: Settlement) -> Fraction:
    return Fraction(band.at_least) / Fraction(rules.out_of) if below.pays is None else below.pays


def _end(reached: Sequence[Counted], measure: Callable[[Outcome], object]) -> Outcome:
    """The outcome that is least by a measure; of several, one with the fewest changes."""
    return min(reached, key=lambda one: (measure(one[1]), one[0]))[1]


def _decisive(used: Options, now: Outcome, reached: Sequence[Counted]) -> Outcome | None:
    """The fewest readings whose change moves the payout; of several such sets, one that moves it most."""
    moved = [one for one in reached if one[1].payout.payable != now.payout.payable]
    if not moved:
        return None
    _, found = min(moved, key=lambda one: (one[0], -abs(one[1].payout.payable - now.payout.payable)))
    return Outcome(changes(used, found), found.total, found.payout)


def resting(used: Options, on: Ground) -> Mapping[tuple[str, ...], Fraction]:
    """By indicator, the points now deducted that some other combination of its readings would not deduct."""
    best: dict[tuple[str, ...], Fraction] = {}
    for world in on.worlds():
        for line in on.lines({**used, **world}):
            values = [value for _, value in line.values()]
            best[line.ids] = max([*values, best.get(line.ids, values[0])]) if values else best.get(line.ids, NOTHING)
    now = {line.ids: line.value(used) or NOTHING for line in on.lines(used) if line.role is not Role.BONUS}
    return {ids: best[ids] - value for ids, value in now.items() if best[ids] > value}


def _deducted(assessment: Assessment) -> Fraction:
    """All points deducted: those the base score lacks, and the penalties."""
    score = assessment.score
    whole = sum((Fraction(one.section.points) for one in score.sections if one.section.role is Role.BASE), NOTHING)
    return whole - score.base + score.penalty
