"""2.5: livestreams, videos, reach and followers."""

from datetime import timedelta
from fractions import Fraction

from .case import Case
from .clauses_basic import full_time, headcount
from .figures import IndicatorFigures, RuleFigures, indicator, not_due, rule, short_of
from .rows import Row, count, day, name_key, text
from .spans import mondays


def team(case: Case) -> RuleFigures:
    """At least 4 people with a live role, 1 point for each person short."""
    roster = full_time(case) if case.readings["live_team"] == "full_time" else case.year["staff"]
    people = headcount(case, [row for row in roster if text(row, "live_role")])
    return not_due() if people is None else short_of(4, people, "1")


def short_weeks(case: Case) -> int:
    """Sessions missing from 3 in the weeks that lie wholly in the period."""
    held = [day(row) for row in case.rows("livestreams")]
    streams = [sum(1 for moment in held if first <= moment < first + timedelta(days=7)) for first in mondays(case)]
    return sum(max(0, 3 - number) for number in streams)


def sessions(case: Case) -> RuleFigures:
    """At least 150 livestreams, 0.5 for each one short."""
    held = len(case.rows("livestreams"))
    short = max(0, 150 - held) if case.over else 0
    if case.readings["live_weekly"] == "weekly":
        return rule(max(short, short_weeks(case)), "0.5")
    return rule(short, "0.5", held) if case.over else not_due()


def views(case: Case) -> RuleFigures:
    """More than 120 000 views in the year, or 800 a session, 0.5 for a miss."""
    seen = [count(row, "views") for row in case.rows("livestreams")]
    if case.readings["live_views"] == "session":
        return rule(sum(1 for number in seen if number < 800), "0.5")
    return rule(0 if sum(seen) > 120_000 else 1, "0.5", sum(seen)) if case.over else not_due()


def videos(case: Case) -> RuleFigures:
    """More than 180 videos, 0.1 for each one short."""
    target = {"more_than": 181, "at_least": 180}[case.readings["videos_target"]]
    return short_of(target, len(case.rows("videos")), "0.1") if case.over else not_due()


def douyin_counts(case: Case) -> list[Row]:
    """Every count of followers on 抖音 up to the last day, oldest first."""
    rows = [row for row in case.year["followers"] if name_key(row, "platform") == "抖音" and day(row) <= case.cut]
    return sorted(rows, key=day)


def followers_grew(case: Case) -> bool:
    """Whether the last count of the period is at least 10 % over the base; from 0 any growth will do."""
    counts = douyin_counts(case)
    inside = [row for row in counts if case.inside(day(row))]
    early = [row for row in counts if day(row) <= case.start]
    if not inside:
        return False
    base = early[-1] if early and case.readings["followers_base"] == "start" else inside[0]
    if base is inside[-1]:
        return False
    before, after = count(base, "followers"), count(inside[-1], "followers")
    return after > 0 if before == 0 else Fraction(after, before) - 1 >= Fraction(1, 10)


def reach_and_followers(case: Case) -> RuleFigures:
    """100 partner companies, and followers up by 10 %: 2 points for missing either."""
    if not case.over:
        return not_due()
    partners = len({name_key(row, "company") for row in case.rows("partners")})
    missed = int(partners < 100) + int(not followers_grew(case))
    return rule(min(1, missed) if case.readings["reach_followers"] == "once" else missed, "2")


def hosted_sessions(case: Case) -> dict[str, RuleFigures]:
    """2 sessions by a director and 4 by a section chief or with HR, 0.5 for each one short."""
    if not case.over:
        return {"director_sessions": not_due(), "chief_sessions": not_due()}
    streams = case.rows("livestreams")
    directors = sum(1 for row in streams if row.get("host") in ("局长", "主任"))
    chiefs = sum(1 for row in streams if row.get("host") == "科长" or row["kind"] == "企业HR进园区")
    return {"director_sessions": short_of(2, directors, "0.5"), "chief_sessions": short_of(4, chiefs, "0.5")}


def livestreams(case: Case) -> IndicatorFigures:
    """2.5, 10 points, at most 6 off."""
    return indicator(10, 6, {
        "team": team(case),
        "sessions": sessions(case),
        "views": views(case),
        "videos": videos(case),
        "reach_followers": reach_and_followers(case),
        **hosted_sessions(case),
    })  # fmt: skip
