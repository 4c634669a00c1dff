"""One side of a comparison: what an assessment says, whether it was computed just now or stored by somebody else."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from jobhome_score.evidence import Place
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Words
from jobhome_score.scoring.results import Tally

Measured = Mapping[str, Fraction | None] | Tally
"""What a rule measured: figures by name (none where nothing was), or how many of its cells were met."""


class Spot(NamedTuple):
    """A row behind a miss, with the values that mattered in a few words."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class SideMiss:
    """A figure that misses its requirement. `row` is the row that it is the figure of, where it is one of a single row.

    `value` None is one over nothing; `required` in signs, such as >= 90%. `rows` looks the evidence up when asked.
    """

    cell: str
    name: str
    required: str
    value: Fraction | None
    times: Fraction
    row: Place | None
    rows: Callable[[], Sequence[Spot]] = field(compare=False)


@dataclass(frozen=True, slots=True)
class SideRule:
    """A rule as one side has it. `taken` is what it deducts or awards; `ledgers` those it measures, where known."""

    id: str
    title: Words
    required: str
    measured: Measured
    misses: Fraction
    taken: Fraction
    status: str
    lacking: tuple[str, ...]
    found: Sequence[SideMiss]
    ledgers: frozenset[str]


@dataclass(frozen=True, slots=True)
class SideLine:
    """An indicator as one side has it; `adds` is what it adds to the total, less than nothing for a penalty."""

    id: str
    title: Words
    adds: Fraction
    zeroed: bool
    rules: Sequence[SideRule]


@dataclass(frozen=True, slots=True)
class SideDuty:
    """An obligation as one side has it."""

    id: str
    title: Words
    measured: Measured
    status: str


class SideInput(NamedTuple):
    """A sheet that went in: its file, ledger, rows counted, and the SHA-256 of the file."""

    file: str
    sheet: str
    ledger: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what a side was assessed: rubric, readings, the day it is seen from, what absent ledgers mean.

    `reviews`: the files of the decisions on disputes that were applied, by SHA-256; none where none were.
    """

    rubric: str
    rubric_version: str
    rubric_sha256: str
    readings: Mapping[str, str]
    as_of: dt.date | None
    missing: str
    reviews: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a side comes to: the total, the share of the fee and the amounts; of a range, its lower end."""

    total: Fraction
    share: Fraction
    payable: Decimal
    lines: Mapping[str, Fraction]
    """What each indicator adds to the total."""


@dataclass(frozen=True, slots=True)
class Side:
    """A whole side. `name` is what it was given as; `stored` whether it was read from a result.

    `lang`: the language of what is said of its rows. `unreviewed`: what it came to before review, None without one.
    """

    name: str
    stored: bool
    lang: str
    project: Mapping[str, str]
    """Site, operator, period_start, period_end."""
    terms: Terms
    outcome: Outcome
    fee: Decimal
    paid: Decimal
    lines: Sequence[SideLine]
    duties: Sequence[SideDuty]
    inputs: Sequence[SideInput]
    version: str
    unreviewed: Outcome | None = None

    @property
    def before_review(self) -> Outcome:
        """What the side comes to without decisions on disputes."""
        return self.unreviewed or self.outcome
