"""Followers and callbacks by their own dates, which look beyond the rows of the period (2.5, obligations)."""

from jobhome_score.views.relation import Relation, rows_of
from jobhome_score.views.season import Season


def follower_counts(season: Season) -> Relation:
    """Every count up to the last day seen, also those before the period: one of them may be the base of the growth."""
    table = season.table("followers")
    days = table.columns["date"]
    return rows_of(table, [day <= season.horizon for day in days], days)


def callbacks_made(season: Season) -> Relation:
    """The callbacks by the day on which they were made, whatever their event."""
    table = season.table("callbacks")
    days, seen = table.columns["date"], season.seen
    known = {day: seen.holds(day) for day in set(days)}
    return rows_of(table, list(map(known.__getitem__, days)), days)
