"""Where a year stands while it still runs, and where it is going. Projections are never part of the score."""

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction

from jobhome_score.assessment import Assessment, Result
from jobhome_score.insight.goals import Goal, goals
from jobhome_score.insight.pace import Elapsed, at_this_pace, elapsed
from jobhome_score.measures.measuring import Workbench
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Indicator, Role
from jobhome_score.scoring.results import RuleScore, Score, Status
from jobhome_score.scoring.rules import Missing
from jobhome_score.scoring.sheet import score_season
from jobhome_score.settlement import settle
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

JUDGED_OTHERWISE = frozenset({"findings"})
"""Views that change with the day of judgement: a fault still open gets older."""


@dataclass(frozen=True, slots=True)
class Pacing:
    """The year as of a day: how far it has gone, two projections of its end, and what its targets still ask for.

    `nothing_more`: the period ended, nothing done or known after the day. `at_pace`: the year goes on as it went.
    """

    day: dt.date
    gone: Elapsed
    nothing_more: Result
    at_pace: Result
    goals: tuple[Goal, ...]


def runs_on(assessment: Assessment) -> bool:
    """Whether an assessment is of a day before the end of its period, so that there is something to project."""
    day = assessment.request.as_of
    return day is not None and assessment.contract.period.start <= day < assessment.contract.period.end


def pacing(
    assessment: Assessment,
    season: Season,
    capacities: Mapping[str, Fraction],
    built: Mapping[str, Relation] | None = None,
) -> Pacing:
    """The pacing of an assessment as of a day of its period. `capacities`: what can be done in a week, by goal.

    Absent ledgers cost both projections their worst. `built` are views of the season that were made before.
    """
    rubric, known = assessment.rubric, dict(built or {})
    bench = Workbench(season, rubric, known, assessment.review.decisions)
    at_pace = at_this_pace(bench, Missing.WORST)
    reused = {name: view for name, view in known.items() if name not in JUDGED_OTHERWISE}
    nothing_more = score_season(rubric, season.as_if_over(), Missing.WORST, reused, assessment.review.decisions)
    gone = elapsed(season)
    return Pacing(
        season.horizon, gone, _settled(assessment, nothing_more), _settled(assessment, at_pace),
        goals(bench, gone, capacities),
    )  # fmt: skip


def _settled(assessment: Assessment, score: Score) -> Result:
    return Result(score, settle(assessment.rubric.settlement, score.total, assessment.contract))


Standing = tuple[Indicator, RuleScore]


def standings(assessment: Assessment) -> Iterator[Standing]:
    """Every rule that something can be missed under, with its indicator; bonus rows ask for nothing."""
    for section in assessment.score.sections:
        if section.section.role is not Role.BONUS:
            yield from ((line.indicator, rule) for line in section.indicators for rule in line.rules)


def standing(assessment: Assessment, status: Status) -> tuple[Standing, ...]:
    """The rules that stand so: due and met, due and missed, or not yet due."""
    return tuple(one for one in standings(assessment) if one[1].status is status)
