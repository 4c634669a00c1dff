"""Plans over ledgers made for tests."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction

from tests.ledger_tables import MADE, SiteYear, rubric_source

from jobhome_score.assessment import Request, assess
from jobhome_score.insight.plan.costs import Costs
from jobhome_score.insight.plan.ground import Ground, Seen, outlook, plan_ground
from jobhome_score.insight.plan.planning import Plan, Stair, Staircase, Wanted, plan
from jobhome_score.ledgers.loading import Checked
from jobhome_score.scoring.fitting import season_of
from jobhome_score.views.relation import Relation


def grounded(
    checked: Checked,
    readings: Mapping[str, str],
    as_of: dt.date | None = None,
    seen: Seen = outlook,
    reviews: Checked | None = None,
) -> Ground:
    """The ground of checked ledgers under the packaged rubric."""
    built: dict[str, Relation] = {}
    assessment = assess(checked, rubric_source(), Request(MADE, readings, as_of), built, reviews)
    season = season_of(checked.ledgers(), assessment.rubric, as_of)
    return plan_ground(assessment, season, built, seen)


def ground(year: SiteYear, as_of: str = "", seen: Seen = outlook, **readings: str) -> Ground:
    """The ground of a year of tables."""
    checked, day = year.check(), dt.date.fromisoformat(as_of) if as_of else None
    return grounded(checked, readings, day, seen, checked if year.applied else None)


def planned(on: Ground, to: str = "", *, bonus: bool = False, default: str = "1", **costs: str) -> Plan:
    """The plan to a score; costs by names such as `_2_1_items`, `none` for what may not be done."""
    found = {_name(name): None if cost == "none" else Fraction(cost) for name, cost in costs.items()}
    return plan(on, Wanted(Fraction(to) if to else None, Costs(found, Fraction(default)), bonus))


def _name(keyword: str) -> str:
    first, second, *rest = keyword.strip("_").split("_")
    return f"{first}.{second} {'_'.join(rest)}".strip()


def staircase(found: Plan, line: str) -> Staircase:
    """What an indicator regains."""
    return next(one for one in found.staircases if one.line.id == line)


def stairs(found: Plan, line: str) -> list[tuple[int, str]]:
    """The stairs of an indicator: repairs and points."""
    return [_told(stair) for stair in staircase(found, line).stairs]


def _told(stair: Stair) -> tuple[int, str]:
    return int(stair.units), str(float(stair.points))


def repairs(found: Plan) -> dict[str, int]:
    """How many repairs there are at each rule."""
    assert found.repairs is not None
    return {one.ruled.name: int(one.units) for one in found.repairs}
