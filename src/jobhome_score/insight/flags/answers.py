"""What a question about ledgers is asked of, and what it answers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property

from jobhome_score.evidence import Place
from jobhome_score.measures.measuring import Workbench
from jobhome_score.reading.properties import Properties
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Rubric
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season


class Weight(Enum):
    """What rows found say: each by itself something odd, or only all of them together."""

    ODD_ROWS = "odd_rows"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Answer:
    """What one comparison came to.

    `found` of `among` things were as asked, where about `expected` would be usual. `chance`: how often an honest ledger
    shows as much, by the null model of the question; None for what no honest ledger shows at all. `facts` name ids of
    ledgers and columns and figures for its sentences.
    """

    code: str
    rows: Sequence[Place]
    found: int
    among: int
    expected: Fraction
    chance: Decimal | None
    facts: Mapping[str, str] = field(default_factory=dict)
    weight: Weight = Weight.PATTERN


@dataclass(frozen=True)
class Dossier:
    """Everything that questions look at: the season, its rubric, and what the workbooks say of themselves."""

    season: Season
    rubric: Rubric
    properties: Mapping[str, Properties]

    @cached_property
    def bench(self) -> Workbench:
        """A workbench on which figures are taken."""
        return Workbench(self.season, self.rubric)

    def rows(self, ledger: str) -> Relation | None:
        """The rows of a ledger that belong to the season; None where it was not handed in."""
        if not self.season.has(ledger) or (ledger == "online" and not self.season.has("events")):
            return None
        return self.bench.relation(ledger) if ledger in WITH_VIEW else self.season.rows(ledger)


WITH_VIEW = frozenset({"events"})


def places(relation: Relation, rows: Sequence[int]) -> tuple[Place, ...]:
    """Where rows of a relation stand, in order, each once."""
    return tuple(dict.fromkeys(place for row in rows for place in relation.places(row)))
