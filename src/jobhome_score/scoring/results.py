"""What scoring comes to: misses, rules, indicators, sections, obligations, the total. Exact fractions throughout."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from fractions import Fraction

from jobhome_score.evidence import Place
from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Indicator, Obligation, Rule, Section, Target, Term
from jobhome_score.scoring.units import Unit


def _nothing(_: Place) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, slots=True)
class Miss:
    """One figure that misses its requirement: of which cell, under which name, how often it is charged, and its rows.

    `value` None is one over nothing. `places` are the rows that did count, or for a count that should be 0 the rows
    that should not be; empty where there were none. `says` gives the values of such a row that
    mattered, by column of the `view`.
    """

    cell: str
    name: str
    value: Fraction | None
    target: Target
    steps: Fraction
    places: Sequence[Place]
    says: Callable[[Place], Mapping[str, object]] = field(default=_nothing, compare=False)
    view: str = ""
    term: Term | None = field(default=None, compare=False)
    """The term that charges it; None for an obligation, which nothing charges."""
    units: Callable[[], Sequence[Unit]] = field(default=tuple, compare=False)
    """What it is made of, worked out when asked."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a decision said of a miss: the part that it means, with the steps no longer charged for it.

    `fell`: whether the part is charged no more. `points`: what it cost by itself, before anything is combined or
    capped. Nothing falls of what is upheld.
    """

    decision: ReviewDecision
    miss: Miss
    points: Fraction
    fell: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """What one week, month, quarter or half came to; `value` None is one over nothing."""

    label: str
    value: Fraction | None
    due: bool
    met: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """A duty of the calendar, every cell of the period in turn. `grain` is week, month, quarter or half."""

    grain: str
    name: str
    target: Target
    cells: Sequence[Cell]


class Status(Enum):
    """Where a rule or an obligation stands. Silence is not zero: what was not handed in is its own answer.

    Excused: missed, and a decision on review took every charge off.
    """

    MET = "met"
    MISSED = "missed"
    AWARDED = "awarded"
    NOT_YET_DUE = "not_yet_due"
    NO_EVIDENCE = "no_evidence"
    EXCUSED = "excused"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cells met their requirement, of how many that are due, and how many are not due yet."""

    met: int
    due: int
    pending: int


@dataclass(frozen=True, slots=True)
class RuleScore:
    """A rule scored. `deducted` is after the rule's own cap; for a bonus it is what the rule awards.

    `measured`: figures by name where the rule has one cell (of several terms, added up); else the tally of its cells.
    `lacking`: ledgers that were not handed in, in which case the rule is charged its worst.
    """

    rule: Rule
    status: Status
    measured: Mapping[str, Fraction | None] | Tally
    misses: Fraction
    deducted: Fraction
    uncapped: Fraction
    found: Sequence[Miss]
    lacking: frozenset[str]
    strips: Sequence[Strip] = ()
    reviewed: Sequence[Reviewed] = ()
    """What decisions said of its misses; `found` are those that stand."""
    beside: Sequence[Miss] = ()
    """Where only the larger of two shortfalls is charged, the misses of the other one."""

    @property
    def excused(self) -> Sequence[Reviewed]:
        """The misses, or parts of them, that are charged no more."""
        return tuple(one for one in self.reviewed if one.fell)

    @property
    def capped(self) -> bool:
        """Whether the rule's own cap cut what it deducts."""
        return self.deducted < self.uncapped


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """An indicator scored: `deducted` after its cap; a zeroed one keeps its figures and scores 0.

    For a bonus line `deducted` is what it awards, for a penalty line what it takes; `score` is 0 there.
    """

    indicator: Indicator
    rules: Sequence[RuleScore]
    deducted: Fraction
    score: Fraction
    zeroed: bool
    presumed: bool = False
    """Zeroed because the ledger that would name falsified indicators was withheld."""


@dataclass(frozen=True, slots=True)
class SectionScore:
    """A section scored: points reached, awarded or taken, after the section's cap."""

    section: Section
    indicators: Sequence[IndicatorScore]
    score: Fraction


@dataclass(frozen=True, slots=True)
class ObligationState:
    """Where a duty without a price stands; never part of the score."""

    obligation: Obligation
    status: Status
    measured: Fraction | Tally | None
    found: Sequence[Miss]
    strips: Sequence[Strip] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The whole score sheet: base + bonus - penalty, within the floor and ceiling of the settlement."""

    sections: Sequence[SectionScore]
    obligations: Sequence[ObligationState]
    base: Fraction
    bonus: Fraction
    penalty: Fraction
    total: Fraction
