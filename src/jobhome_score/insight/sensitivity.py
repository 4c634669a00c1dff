"""How total and payout depend on the readings: one change at a time, the extremes of all, and the fewest that matter.

Total and payout never fall when an indicator's score rises, so extremes are found where every group of indicators that
share readings is at its own extreme; groups are enumerated inside and combined across, nothing is sampled.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product

from jobhome_score.assessment import Assessment
from jobhome_score.insight.scenarios import Line, Options, combinations, lines
from jobhome_score.ledgers.tables import Contract
from jobhome_score.rubric.document import Basis, Role, Settlement
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
    """Everything about the open readings of an assessment.

    `decisive`: the fewest readings that move the payout when changed, with the outcome; None where none can.
    `resting`: points of the base score now deducted that other readings would give back.
    """

    used: Outcome
    effects: tuple[Effect, ...]
    lowest: Outcome
    highest: Outcome
    decisive: Outcome | None
    resting: Fraction


@dataclass(frozen=True)
class Ground:
    """What the questions are asked of: the table of lines, and the settlement under each option of its own readings."""

    source: RubricSource
    contract: Contract
    lines: Sequence[Line]
    settlements: Mapping[tuple[str, ...], Settlement]
    settling: tuple[str, ...]
    """The readings of the settlement block."""

    def payout(self, options: Options) -> Outcome | None:
        """Total and payout under a full set of options; None where the fee parts it needs are not known."""
        rules = self.settlements[tuple(options[name] for name in self.settling)]
        if rules.basis is Basis.ASSESSED and self.contract.assessed_fee is None:
            return None
        total = within_limits(rules, sum((line.value(options) for line in self.lines), NOTHING))
        return Outcome(options, total, settle(rules, total, self.contract))


def ground(
    assessment: Assessment, source: RubricSource, season: Season, built: dict[str, Relation] | None = None
) -> Ground:  # fmt: skip
    """The ground on which the readings of an assessment are questioned; `built` are views that were made before."""
    zeroed = frozenset(line.indicator.id for section in assessment.score.sections
                       for line in section.indicators if line.zeroed)  # fmt: skip
    table = lines(source, season, assessment.rubric, zeroed, {} if built is None else built)
    settling = tuple(source.settlement_readings())
    settlements = {
        tuple(options[name] for name in settling): source.settlement(options)
        for options in combinations(source, settling)
    }
    return Ground(source, assessment.contract, table, settlements, settling)


def sensitivity(assessment: Assessment, on: Ground) -> Sensitivity:
    """Answer every question about the readings."""
    used = on.payout(assessment.options)
    assert used is not None  # noqa: S101 - the assessment itself was settled under these options
    effects = tuple(single_effects(assessment, on))
    lowest, highest = extremes(on)
    base = [line for line in on.lines if line.role is Role.BASE]
    resting = sum((max(value for _, value in line.values()) - line.value(assessment.options) for line in base), NOTHING)
    return Sensitivity(used, effects, lowest, highest, decisive(assessment, on, used), resting)


def single_effects(assessment: Assessment, on: Ground) -> Iterator[Effect]:
    """Each option not in use, if only its reading changed to it."""
    for name in on.source.readings:
        for option in on.source.option_names(name):
            if option != assessment.options[name]:
                yield Effect(name, option, on.payout({**assessment.options, name: option}))


def moving(assessment: Assessment, on: Ground) -> tuple[Effect, ...]:
    """The single changes that move the payout, the largest first."""
    payable = assessment.payout.payable
    found = [one for one in single_effects(assessment, on) if one.outcome and one.outcome.payout.payable != payable]
    return tuple(sorted(found, key=lambda one: -abs(one.outcome.payout.payable - payable) if one.outcome else 0))


def groups(on: Ground) -> "list[Group]":
    """Indicators that share readings, directly or through others, with the readings of each group."""
    found: list[tuple[set[str], list[Line]]] = []
    for line in on.lines:
        names, members = set(line.readings), [line]
        apart = []
        for group in found:
            if group[0] & names:
                names |= group[0]
                members = group[1] + members
            else:
                apart.append(group)
        found = [*apart, (names, members)]
    order = list(on.source.readings)
    return [(tuple(sorted(names, key=order.index)), members) for names, members in found]


def extremes(on: Ground) -> tuple[Outcome, Outcome]:
    """The lowest and highest payout (then total) over all combinations of readings, each with one that reaches it."""
    ends: tuple[dict[str, str], dict[str, str]] = ({}, {})
    for group in groups(on):
        sums = [end for choices in _group(on, group, {}) for end in choices.values()]
        ends[0].update(min((low for low, _ in sums), key=_by_gain)[1])
        ends[1].update(max((high for _, high in sums), key=_by_gain)[1])
    lows, highs = (
        [found for settling in combinations(on.source, on.settling) if (found := on.payout({**end, **settling}))]
        for end in ends
    )
    return min(lows, key=_rank), max(highs, key=_rank)


def _rank(outcome: Outcome) -> tuple[Decimal, Fraction]:
    return outcome.payout.payable, outcome.total


Gain = tuple[Fraction, Options]
"""What is added to the total, and the options that add it."""

Ends = Mapping[int, tuple[Gain, Gain]]
"""For each number of changed readings, the least and the most that can then be added."""


def _by_gain(gain: Gain) -> Fraction:
    return gain[0]


def _group(on: Ground, group: "Group", used: Options) -> Iterator[Ends]:
    """What a group can add, for each way to settle the readings that several of its indicators share.

    A change is an option that differs from the one used; with nothing used, nothing counts as a change.
    """
    names, members = group
    shared = [name for name in names if sum(name in line.readings for line in members) > 1]
    for options in combinations(on.source, shared):
        changes = _changes(options, used)
        best: Ends = {len(changes): ((NOTHING, dict(options)), (NOTHING, dict(options)))}
        for line in members:
            best = _combined(best, _line_ends(line, options, used))
        yield best


def _changes(options: Options, used: Options) -> list[str]:
    return [name for name, option in options.items() if used.get(name, option) != option]


def _line_ends(line: Line, fixed: Options, used: Options) -> Ends:
    """What an indicator can add by its own readings, the shared ones being settled."""
    found: dict[int, list[Gain]] = {}
    for options, value in line.values():
        if all(fixed.get(name, option) == option for name, option in options.items()):
            own = {name: option for name, option in options.items() if name not in fixed}
            found.setdefault(len(_changes(own, used)), []).append((value, own))
    return _ends(found)


def _ends(found: Mapping[int, Sequence[Gain]]) -> Ends:
    return {count: (min(gains, key=_by_gain), max(gains, key=_by_gain)) for count, gains in found.items()}


def _combined(left: Ends, right: Ends) -> Ends:
    """The extremes of two independent parts together, by the number of changes in both."""
    found: dict[int, list[Gain]] = {}
    for (first, ends), (second, more) in product(left.items(), right.items()):
        for a, b in zip(ends, more, strict=True):
            found.setdefault(first + second, []).append((a[0] + b[0], {**a[1], **b[1]}))
    return _ends(found)


def decisive(assessment: Assessment, on: Ground, used: Outcome) -> Outcome | None:
    """The fewest readings whose change moves the payout; of several such sets, one that moves it most."""
    total: Ends = {0: ((NOTHING, {}), (NOTHING, {}))}
    for group in groups(on):
        choices = list(_group(on, group, assessment.options))
        merged: dict[int, list[Gain]] = {}
        for ends in choices:
            for count, pair in ends.items():
                merged.setdefault(count, []).extend(pair)
        total = _combined(total, _ends(merged))
    for count in range(1, max(total) + len(on.settling) + 1):
        reached = _reached(assessment, on, total, count)
        moved = [found for found in reached if found.payout.payable != used.payout.payable]
        if moved:
            return max(moved, key=lambda found: abs(found.payout.payable - used.payout.payable))
    return None


def _reached(assessment: Assessment, on: Ground, total: Ends, count: int) -> Iterator[Outcome]:
    """The outcomes at both ends of what exactly `count` changes can do; `options` are the changes alone."""
    for settling in combinations(on.source, on.settling):
        left = count - len(_changes(settling, assessment.options))
        for _, options in total.get(left, ()):
            full = {**assessment.options, **options, **settling}
            outcome = on.payout(full)
            if outcome is not None:
                changed = {name: full[name] for name in _changes(full, assessment.options)}
                yield Outcome(changed, outcome.total, outcome.payout)


Group = tuple[tuple[str, ...], list[Line]]
