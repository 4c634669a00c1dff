"""The rubric as a document: what a contract measures, requires, charges and pays. Built from nodes, never changed."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass
from jobhome_score.rubric.paying import Settlement


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence in both languages."""

    zh: str
    en: str

    def __getitem__(self, lang: str) -> str:
        """The sentence in a language."""
        return self.zh if lang == "zh" else self.en


class Comparison(Enum):
    """How a figure is held against a number."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


class Target(NamedTuple):
    """A requirement: `at_least: 38`, `more_than: 180`, `at_least: 90%` (a percentage is kept as 0.9)."""

    comparison: Comparison
    number: Fraction
    percent: bool = False


class Condition(NamedTuple):
    """What a column must be: one of some values, or a number in a range, or a text that contains a word."""

    column: str
    values: tuple[str | bool | Fraction, ...] = ()
    bounds: tuple[Target, ...] = ()
    contains: str | None = None


class Where(NamedTuple):
    """Conditions that must all hold; of each group in `any_of`, at least one."""

    all_of: tuple[Condition, ...] = ()
    any_of: tuple[Condition, ...] = ()


class How(Enum):
    """The ways to take a number from the rows of a cell."""

    COUNT = "count"
    DISTINCT = "distinct"
    SUM = "sum"
    MEAN = "mean"
    RATIO = "ratio"
    GROWTH = "growth"
    MULTIPLES = "multiples"


class Take(NamedTuple):
    """Which number. `columns`: of distinct, sum, mean, growth the one; of ratio part and whole (`all`: the rows).

    `steps`: for multiples, by column, what one session's task is. `base`: for growth, `start` or `first_in_period`.
    """

    how: How
    columns: tuple[str, ...] = ()
    steps: Mapping[str, Fraction] | None = None
    base: str = "start"


class Empty(Enum):
    """What one over nothing is: met, missed, or no cell at all."""

    MET = "met"
    MISSED = "missed"
    SKIPPED = "skipped"


class Measure(NamedTuple):
    """A number from a view, per cell. `take` holds one figure under the name "" or several named ones.

    `each`: period, month, quarter, week, half, row, or columns. `keep_best`: only that many best sessions.
    `months`: only rows of these calendar months, in whatever year.
    """

    of: str
    where: Where
    each: tuple[str, ...]
    take: Mapping[str, Take]
    keep_best: int | None = None
    if_empty: Empty | None = None
    months: frozenset[int] = frozenset()


class Per(Enum):
    """What is charged besides steps: each figure that misses, or each cell with any that does."""

    BREACH = "breach"
    CELL = "cell"


class PartStep(Enum):
    """What a part of a step costs: nothing, a whole step, or its share."""

    IGNORED = "ignored"
    COUNTED = "counted"
    PRORATED = "prorated"


class Combine(Enum):
    """Whether the misses of all cells add up or only the worst counts."""

    SUM = "sum"
    WORST = "worst"


class Price(NamedTuple):
    """What a miss costs or brings: `points` per step of the gap or per breach; or what a column of the row says."""

    points: Decimal | str
    per: Fraction | Per
    part_step: PartStep = PartStep.IGNORED
    combine: Combine = Combine.SUM
    cap: Decimal | None = None


class Due(Enum):
    """When a rule is due: as its cells end, or only at the end of the period."""

    RUNNING = "running"
    END = "end"


class Term(NamedTuple):
    """Named figures held against their targets: one measure, or several whose figures have different sources."""

    measures: tuple[Measure, ...]
    targets: Mapping[str, Target]
    price: Price
    due: Due


class Join(Enum):
    """How the terms of a rule come together: their charges add up, or the larger counts."""

    SUM = "sum"
    LARGER = "larger"


class Rule(NamedTuple):
    """One sentence of the standard column. `zero` names a column whose indicators score 0."""

    id: str
    title: Words
    says: Words
    cite: str
    terms: tuple[Term, ...]
    join: Join
    cap: Decimal | None
    zero: str | None
    points: Decimal | None
    """Only for a part of an indicator with points of its own."""


class Role(Enum):
    """What a section does to the total."""

    BASE = "base"
    BONUS = "bonus"
    PENALTY = "penalty"


class Indicator(NamedTuple):
    """A line of the score sheet. `points` is None for bonus and penalty lines; `cap` the most it may lose or gain."""

    id: str
    title: Words
    content: Words
    method: Words
    points: Decimal | None
    cap: Decimal | None
    rules: tuple[Rule, ...]
    unpriced: tuple[Words, ...]


class Section(NamedTuple):
    """A section of the score sheet: `points` of a base section, the cap of a bonus or penalty section."""

    id: str
    title: Words
    role: Role
    points: Decimal
    indicators: tuple[Indicator, ...]


class Obligation(NamedTuple):
    """A duty without a price: measured like a rule, never charged."""

    id: str
    title: Words
    measure: Measure
    target: Target


class CalendarRules(NamedTuple):
    """Whether part months at both ends are one cell, and days that the published calendar lacks."""

    join_parts: bool
    working: frozenset[dt.date]
    off: frozenset[dt.date]


class Rubric(NamedTuple):
    """A whole score sheet under one set of readings. `services` maps spellings of a service to its name."""

    id: str
    version: str
    title: Words
    source: Words
    services: Mapping[str, tuple[str, ...]]
    calendar: CalendarRules
    sections: tuple[Section, ...]
    obligations: tuple[Obligation, ...]
    settlement: Settlement

    def indicators(self) -> Mapping[str, Indicator]:
        """Every indicator by its id."""
        return {line.id: line for section in self.sections for line in section.indicators}
