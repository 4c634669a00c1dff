"""Everything that is asked about raising a score at once: the plan, and its mirror."""

from jobhome_score.assessment import Assessment
from jobhome_score.insight.plan.ground import plan_ground
from jobhome_score.insight.plan.mirror import Fall, fall_of
from jobhome_score.insight.plan.planning import Plan, Wanted, plan
from jobhome_score.named import NamedTuple
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season


class Answer(NamedTuple):
    """A plan, and how far the band is from falling (None in the lowest)."""

    plan: Plan
    fall: Fall | None


def answer(assessment: Assessment, season: Season, built: dict[str, Relation], wanted: Wanted) -> Answer:
    """The plan of an assessment and its mirror; `built` are the views that were made for it."""
    return Answer(plan(plan_ground(assessment, season, built), wanted), fall_of(assessment, season, built))
