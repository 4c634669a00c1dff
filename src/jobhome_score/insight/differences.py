"""What two sides do not share, as values: misses, rules, indicators, obligations, terms, and all of them together."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from jobhome_score.insight.attribution import Part
from jobhome_score.insight.row_changes import RowChanges
from jobhome_score.insight.sides import Side, SideDuty, SideLine, SideMiss, SideRule, Spot
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass


@dataclass(frozen=True, slots=True)
class MissDifference:
    """A miss that only one side has, or that both have with other figures.

    `only_a`, `only_b`: the rows behind it that the other side's has not.
    """

    a: SideMiss | None
    b: SideMiss | None
    only_a: Sequence[Spot]
    only_b: Sequence[Spot]


@dataclass(frozen=True, slots=True)
class RuleDifference:
    """A rule whose figures or misses differ; None where a side's rubric does not have it."""

    a: SideRule | None
    b: SideRule | None
    misses: Sequence[MissDifference]

    @property
    def either(self) -> SideRule:
        """The rule as one of the sides has it, for its name."""
        found = self.b or self.a
        assert found is not None  # noqa: S101 - a difference has at least one side
        return found


@dataclass(frozen=True, slots=True)
class LineDifference:
    """An indicator that differs, with its rules that do, and the parts of the whole difference that reach it."""

    a: SideLine | None
    b: SideLine | None
    rules: Sequence[RuleDifference]

    @property
    def either(self) -> SideLine:
        """The indicator as one of the sides has it, for its name."""
        found = self.b or self.a
        assert found is not None  # noqa: S101 - a difference has at least one side
        return found

    @property
    def gain(self) -> Fraction:
        """What B adds to the total through this indicator beyond what A adds."""
        nothing = Fraction(0)
        return (self.b.adds if self.b else nothing) - (self.a.adds if self.a else nothing)


class DutyDifference(NamedTuple):
    """An obligation that stands elsewhere, or was measured otherwise."""

    a: SideDuty | None
    b: SideDuty | None


class NamedDifference(NamedTuple):
    """A named thing that reads otherwise on the sides; None where a side does not have it."""

    name: str
    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that two sides do not share. All differences are B minus A.

    `parts` add up to the whole difference, in the order in which things were exchanged. `rows` are there where both
    sides are ledgers. `undivided`: why the parts could not be told apart; empty where they were.
    """

    a: Side
    b: Side
    terms: Sequence[NamedDifference]
    project: Sequence[NamedDifference]
    lines: Sequence[LineDifference]
    duties: Sequence[DutyDifference]
    rows: Sequence[RowChanges]
    parts: Sequence[Part]
    undivided: str

    @property
    def total(self) -> Fraction:
        """The difference of the totals."""
        return self.b.outcome.total - self.a.outcome.total

    @property
    def share(self) -> Fraction:
        """The difference of the shares of the fee."""
        return self.b.outcome.share - self.a.outcome.share

    @property
    def payable(self) -> Decimal:
        """The difference of the payable amounts."""
        return self.b.outcome.payable - self.a.outcome.payable

    @property
    def same(self) -> bool:
        """Whether the sides agree in terms, project, every figure, every miss and, where known, every row."""
        figures = self.lines or self.duties or self.total or self.payable or self.share
        return not (figures or self.terms or self.project or any(change.any for change in self.rows))
