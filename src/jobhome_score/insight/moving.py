"""The single changes of readings that move the payout.

Many cannot: an indicator is held between its caps whatever its rules come to. Where the payout is the same at both
ends, nothing is measured under the other option.
"""

from decimal import Decimal
from fractions import Fraction

from jobhome_score.assessment import Assessment
from jobhome_score.insight.scenarios import Line
from jobhome_score.insight.sensitivity import Effect, Ground, Outcome, rises, single_changes
from jobhome_score.records import dataclass
from jobhome_score.rubric.paying import Settlement
from jobhome_score.scoring.sheet import within_limits
from jobhome_score.settlement import settle

NOTHING = Fraction(0)


def moving(assessment: Assessment, on: Ground) -> tuple[Effect, ...]:
    """The single changes that move the payout, the largest first. Raises RubricError where one makes no rubric."""
    used = on.payout(assessment.options)
    assert used is not None  # noqa: S101 - the assessment itself was settled under these options
    now = _now(on, used)
    found: list[tuple[Decimal, Effect]] = []
    for name, option in single_changes(assessment, on):
        outcome = None if now.stays(name, option) else on.payout({**used.options, name: option})
        if outcome is not None and outcome.payout.payable != used.payout.payable:
            found.append((abs(outcome.payout.payable - used.payout.payable), Effect(name, option, outcome)))
    return tuple(effect for _, effect in sorted(found, key=lambda one: -one[0]))


@dataclass(frozen=True, slots=True)
class _Now:
    """What is in use: the lines with their values, and the points that they add up to before any limit.

    `rules` None: the payout of an end says nothing of what lies between, as more points may pay less.
    """

    on: Ground
    used: Outcome
    lines: tuple[tuple[Line, Fraction], ...]
    points: Fraction
    rules: Settlement | None

    def stays(self, name: str, option: str) -> bool:
        """Whether the payout is the same whatever the ledgers say under another option of one reading."""
        if self.rules is None or name in self.on.stages.names or name in self.on.settling:
            return False
        options = {**self.used.options, name: option}
        least = most = self.points
        for line, value in self.lines:
            if name in line.readings:
                ends = line.between(options)
                if ends is None:
                    return False
                least, most = least + ends[0] - value, most + ends[1] - value
        return self._pays_the_same(self.rules, least) and self._pays_the_same(self.rules, most)

    def _pays_the_same(self, rules: Settlement, points: Fraction) -> bool:
        payout = settle(rules, within_limits(rules, points), self.on.contract)
        return payout.payable == self.used.payout.payable


def _now(on: Ground, used: Outcome) -> _Now:
    lines = tuple((line, line.value(used.options) or NOTHING) for line in on.lines(used.options))
    rules = on.settlement(used.options)
    points = sum((value for _, value in lines), NOTHING)
    return _Now(on, used, lines, points, rules if rises(rules) else None)
