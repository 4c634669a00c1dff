"""What is asked of an assessment, and the one value that says everything: score, payout, receipt."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING

from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.ledgers.tables import Contract, SheetAccount
from jobhome_score.problems import Problem
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.decisions import Decision
from jobhome_score.rubric.document import Role, Rubric
from jobhome_score.rubric.readings import Reading
from jobhome_score.scoring.fitting import Apart
from jobhome_score.scoring.results import IndicatorScore, Score
from jobhome_score.settlement import Payout

if TYPE_CHECKING:
    import pandas as pd


class MissingPolicy(Enum):
    """What an absent ledger means: nothing is scored, its rules cost their worst, or a range from worst to best."""

    FAIL = "fail"
    ZERO = "zero"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of an assessment: readings chosen, the day it is seen from, what absent ledgers mean, and when.

    `made` is the time printed on the receipt; its day decides which calendar years should be published.
    `decisions`: the readings that somebody with the power to do so has decided; they hold whatever `readings` leave
    open. Raises ValueError where the two contradict each other.
    """

    made: dt.datetime
    readings: Mapping[str, str]
    as_of: dt.date | None = None
    missing: MissingPolicy = MissingPolicy.FAIL
    decisions: Mapping[str, Decision] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Let the decided options stand among the readings."""
        decided = {name: one.option for name, one in self.decisions.items()}
        for name, option in decided.items():
            if self.readings.get(name, option) != option:
                raise ValueError(name)
        object.__setattr__(self, "readings", {**self.readings, **decided})


@dataclass(frozen=True, slots=True)
class Result:
    """A score and what it pays."""

    score: Score
    payout: Payout


class ReviewSource(Enum):
    """Which decisions on disputes were applied: none, those among the ledgers, those of a file the auditor named."""

    NONE = "none"
    LEDGERS = "ledgers"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Before:
    """The score and the payout before review; `lines`: what each indicator added to the total then.

    `sections`: what each section came to; `rules`: what each rule took or brought, by indicator and id.
    """

    base: Fraction
    bonus: Fraction
    penalty: Fraction
    total: Fraction
    payout: Payout
    lines: Mapping[str, Fraction]
    sections: Mapping[str, Fraction]
    rules: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Review:
    """The decisions on disputes: `decisions` are in force, `listed` were among the ledgers and are not applied.

    `later`: made after the as-of date. `before`: the score without them, None where there was nothing to review;
    under `--missing range` that of the lower end, and `best_before` that of the upper one.
    """

    source: ReviewSource = ReviewSource.NONE
    decisions: tuple[ReviewDecision, ...] = ()
    later: tuple[ReviewDecision, ...] = ()
    listed: tuple[ReviewDecision, ...] = ()
    before: Before | None = None
    best_before: Before | None = None


@dataclass(frozen=True, slots=True)
class Input:
    """One sheet that went in, with what became of its rows; `sha256` is the file's."""

    account: SheetAccount
    apart: Apart


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything an assessment says. Under `--missing range`, `result` is the lower end and `best` the upper one.

    `absent`: ledgers not handed in, each with the indicators that need it. `problems` are warnings only.
    """

    rubric: Rubric
    rubric_sha256: str
    readings: Mapping[str, Reading]
    options: Mapping[str, str]
    contract: Contract
    request: Request
    result: Result
    best: Result | None
    absent: Mapping[str, tuple[str, ...]]
    inputs: tuple[Input, ...]
    problems: tuple[Problem, ...]
    depends: Mapping[str, tuple[str, ...]]
    """The readings that each indicator depends on; under "" those of the calendar and the settlement."""
    version: str
    review: Review = Review()

    @property
    def score(self) -> Score:
        """The score sheet."""
        return self.result.score

    @property
    def payout(self) -> Payout:
        """The payout."""
        return self.result.payout

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The readings that are decided, in the order of the rubric."""
        return {name: self.request.decisions[name] for name in self.readings if name in self.request.decisions}

    def frame(self) -> "pd.DataFrame":
        """One row an indicator as a pandas frame for analysis; points as exact text."""
        import pandas as pd  # heavy, and only analysts want it

        lines = [(section, line) for section in self.score.sections for line in section.indicators]
        return pd.DataFrame(
            {
                "section": [section.section.id for section, _ in lines],
                "indicator": [line.indicator.id for _, line in lines],
                "title": [line.indicator.title.zh for _, line in lines],
                "points": [str(line.indicator.points or "") for _, line in lines],
                "score": [str(line.score) for _, line in lines],
                "deducted": [str(line.deducted) for _, line in lines],
                "zeroed": [line.zeroed for _, line in lines],
            }
        )


def adds(line: IndicatorScore, role: Role) -> Fraction:
    """What an indicator adds to the total; less than nothing for a penalty."""
    return {Role.BASE: line.score, Role.BONUS: line.deducted, Role.PENALTY: -line.deducted}[role]
