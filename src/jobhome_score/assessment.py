"""The whole journey from checked ledgers and a rubric to one value that says everything: score, payout, receipt."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING

from jobhome_score import __version__
from jobhome_score.ledgers.loading import Checked
from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.ledgers.tables import Contract, SheetAccount
from jobhome_score.problems import LedgerError, Problem, errors
from jobhome_score.rubric.decisions import Decision
from jobhome_score.rubric.document import Reading, Role, Rubric
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.fitting import Apart, absent, apart, misfits, missing_ledgers, season_of
from jobhome_score.scoring.results import IndicatorScore, Score
from jobhome_score.scoring.review.deciding import undecided
from jobhome_score.scoring.review.in_force import decide, review_problems, used
from jobhome_score.scoring.rules import Missing
from jobhome_score.scoring.sheet import score_season
from jobhome_score.settlement import Payout, settle
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

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
    """The score and the payout before review; `lines`: what each indicator added to the total then."""

    base: Fraction
    bonus: Fraction
    penalty: Fraction
    total: Fraction
    payout: Payout
    lines: Mapping[str, Fraction]


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


def all_problems(
    checked: Checked, source: RubricSource, request: Request, reviews: Checked | None = None
) -> tuple[Problem, ...]:  # fmt: skip
    """Every problem of the ledgers under a rubric, errors and warnings, in the order in which they were met.

    Some problems of `reviews` show only when everything is scored.
    """
    rubric = source.under(request.readings)
    found = tuple(_all_problems(checked, rubric, request, _season(checked, rubric, request), reviews))
    if reviews is None or errors(found):
        return found
    try:
        return assess(checked, source, request, reviews=reviews).problems
    except LedgerError as stopped:
        return stopped.problems


def _season(checked: Checked, rubric: Rubric, request: Request) -> Season | None:
    """The season as far as the ledgers could be read; None without a period."""
    found = checked.as_far_as_read()
    return None if found is None else season_of(found, rubric, request.as_of)


def _all_problems(
    checked: Checked, rubric: Rubric, request: Request, season: Season | None, reviews: Checked | None
) -> Iterator[Problem]:  # fmt: skip
    only_project = request.missing is not MissingPolicy.FAIL
    sheets = absent(checked, rubric, only_project=only_project)
    unfit = misfits(checked, rubric, season, request.made.date())
    return chain(checked.problems, sheets, unfit, review_problems(checked, reviews))


def assess(
    checked: Checked,
    source: RubricSource,
    request: Request,
    built: dict[str, Relation] | None = None,
    reviews: Checked | None = None,
) -> Assessment:
    """Score ledgers under a rubric. Raises LedgerError with every problem, RubricError where the rubric is wrong.

    `built` keeps the views that were made, for further questions about the same ledgers. `reviews` holds the decisions
    on disputes that the auditor wants applied, which may be `checked` itself; without it none are.
    """
    rubric = source.under(request.readings)
    season = _season(checked, rubric, request)
    problems = tuple(_all_problems(checked, rubric, request, season, reviews))
    if season is None or errors(problems):
        raise LedgerError(problems)
    contract = season.ledgers.contract
    views = {} if built is None else built
    decided = decide(checked, reviews, source, rubric, request.as_of)
    problems += decided.problems
    if errors(problems):
        raise LedgerError(problems)

    def result(missing: Missing, decisions: Sequence[ReviewDecision]) -> Result:
        score = score_season(rubric, season, missing, views, decisions)
        return Result(score, settle(rubric.settlement, score.total, contract))

    def before(missing: Missing) -> Before | None:
        return _before(result(missing, ())) if decided.decisions else None

    reviewed = result(Missing.WORST, decided.decisions)
    problems += tuple(undecided(decided.decisions, used(reviewed.score)))
    if errors(problems):
        raise LedgerError(problems)
    ranged = request.missing is MissingPolicy.RANGE
    return Assessment(
        rubric=rubric,
        rubric_sha256=source.sha256,
        readings=source.readings,
        options=source.options(request.readings),
        contract=contract,
        request=request,
        result=reviewed,
        best=result(Missing.BEST, decided.decisions) if ranged else None,
        absent=missing_ledgers(checked, rubric),
        inputs=tuple(_inputs(season, checked, reviews)),
        problems=problems,
        depends=source.depends(),
        version=__version__,
        review=Review(
            _source(checked, reviews), decided.decisions, decided.later, decided.listed,
            before(Missing.WORST), before(Missing.BEST) if ranged else None,
        ),
    )  # fmt: skip


def _inputs(season: Season, checked: Checked, reviews: Checked | None) -> Iterator[Input]:
    """Every sheet that went in, once each."""
    left_out = apart(season)
    accounts = (*checked.accounts, *(() if reviews is None else reviews.accounts))
    once = {(one.file, one.sheet, one.sha256): one for one in accounts}
    for one in once.values():
        yield Input(one, left_out.get((one.file, one.sheet), Apart(0, 0)))


def _source(checked: Checked, reviews: Checked | None) -> ReviewSource:
    if reviews is None:
        return ReviewSource.NONE
    return ReviewSource.LEDGERS if reviews is checked else ReviewSource.FILE


def _before(result: Result) -> Before:
    score = result.score
    lines = {line.indicator.id: adds(line, section.section.role) for section in score.sections
             for line in section.indicators}  # fmt: skip
    return Before(score.base, score.bonus, score.penalty, score.total, result.payout, lines)


def adds(line: IndicatorScore, role: Role) -> Fraction:
    """What an indicator adds to the total; less than nothing for a penalty."""
    return {Role.BASE: line.score, Role.BONUS: line.deducted, Role.PENALTY: -line.deducted}[role]
