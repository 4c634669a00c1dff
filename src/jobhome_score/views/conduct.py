"""Feedback left open and faults left unrepaired, as far as the assessment can see (1.5, 1.6)."""

import datetime as dt

from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season


def feedback(season: Season) -> Relation:
    """The feedback, with `open`: not handled by the end of the period or the as-of date."""
    handled = season.table("feedback").columns["handled"]
    return season.rows("feedback", {"open": [day is None or day > season.horizon for day in handled]})


def findings(season: Season) -> Relation:
    """The findings, with `working_days`: from the report to the fix, or for an open one to the day of judgement.

    A fix after the period counts up to its day; with an as-of date a later fix is not known yet.
    """
    table = season.table("findings")
    rows = zip(table.columns["type"], table.columns["date"], table.columns["fixed"], strict=True)
    waited = [_waited(season, day, fixed) if kind == "设施故障" else None for kind, day, fixed in rows]
    return season.rows("findings", {"working_days": waited})


def _waited(season: Season, reported: dt.date, fixed: dt.date | None) -> int:
    known = fixed is not None and (season.as_of is None or fixed <= season.horizon)
    return season.workdays.after(reported, fixed if known and fixed is not None else season.judgement)
