"""2.1 to 2.4: daily, themed, outgoing and online recruitment."""

from collections.abc import Sequence
from fractions import Fraction
from math import floor

from .case import Case
from .clauses_callbacks import offline_fairs, points_short
from .figures import IndicatorFigures, RuleFigures, indicator, not_due, rule, short_of
from .rows import Row, count, day, is_yes, text

DAILY = {"companies": 35, "positions": 900, "visitors": 200}
THEMED = {"companies": 50, "positions": 1000, "visitors": 450}


def missed_items(fair: Row, targets: dict[str, int]) -> int:
    """How many of its three items one fair misses."""
    return sum(1 for column, target in targets.items() if count(fair, column) < target)


def judged(case: Case, fairs: list[Row], targets: dict[str, int], required: int) -> list[Row]:
    """The fairs held against the items: all, or only the best of the required number."""
    if case.readings["sessions_counted"] == "all":
        return fairs
    ranked = sorted(fairs, key=lambda fair: (missed_items(fair, targets), day(fair), text(fair, "event")))
    return ranked[:required]


def missing(case: Case, target: int, held: int) -> RuleFigures:
    """Sessions short of an annual number; their items too where the reading says so."""
    charge = {"session": "0.5", "session_and_items": "2.0"}[case.readings["missing_session"]]
    return short_of(target, held, charge) if case.over else not_due()


def average_misses(fairs: Sequence[Row], targets: dict[str, int]) -> int:
    """Items whose average over the fairs is below its target; over no fair, none."""
    if not fairs:
        return 0
    means = {column: Fraction(sum(count(fair, column) for fair in fairs), len(fairs)) for column in targets}
    return sum(1 for column, target in targets.items() if means[column] < target)


def daily_fairs(case: Case) -> IndicatorFigures:
    """2.1, 10 points, at most 6 off."""
    fairs = [fair for fair in offline_fairs(case) if fair["kind"] == "日常"]
    kept = judged(case, fairs, DAILY, 38)
    items = sum(missed_items(fair, DAILY) for fair in kept)
    if case.readings["session_items"] == "average":
        items = average_misses(kept, DAILY)
    return indicator(10, 6, {"sessions": missing(case, 38, len(fairs)), "items": rule(items, "0.5")})


def multiple(fair: Row) -> int:
    """As how many sessions a themed fair counts."""
    ratios = (Fraction(count(fair, column), target) for column, target in THEMED.items())
    return max(1, floor(min(ratios)))


def themed_fairs(case: Case) -> IndicatorFigures:
    """2.2, 10 points, at most 6 off."""
    fairs = [fair for fair in offline_fairs(case) if fair["kind"] == "主题"]
    items = sum(missed_items(fair, THEMED) for fair in judged(case, fairs, THEMED, 12))
    sessions = missing(case, 12, sum(multiple(fair) for fair in fairs))
    return indicator(10, 6, {"sessions": sessions, "items": rule(items, "0.5")})


def outgoing_fairs(case: Case) -> IndicatorFigures:
    """2.3, 5 points, down to nothing."""
    places = {"counts": ("市外", "省外", "高校"), "outside_only": ("市外", "省外")}[case.readings["outreach_campus"]]
    held = sum(1 for row in case.rows("events") if row["kind"] == "外出" and row["region"] in places)
    return indicator(5, 5, {"sessions": short_of(5, held, "1") if case.over else not_due()})


def online_rate(case: Case, rows: list[Row], target: Fraction) -> RuleFigures:
    """Share contacted, 0.5 for each percentage point, at most 1; over nobody it is 0 % at the end."""
    if not rows and not case.over:
        return not_due()
    rate = Fraction(sum(1 for row in rows if is_yes(row, "contacted")), len(rows)) if rows else Fraction(0)
    return rule(points_short(case, rate, target), "0.5", rate, 1)


def online_fairs(case: Case) -> IndicatorFigures:
    """2.4, 5 points in three parts, each at most 1 off."""
    days = case.event_days()
    rows = [row for row in case.year["online"] if case.inside(days[text(row, "event")])]
    companies = [row for row in rows if row["party"] == "企业"]
    seekers = [row for row in rows if row["party"] == "求职者"]
    unlucky = [row for row in seekers if row["outcome"] == "未成功"]
    lacking = sum(max(0, 3 - count(row, "recommendations")) for row in unlucky)
    return indicator(5, None, {
        "company_callbacks": online_rate(case, companies, Fraction(9, 10)),
        "seeker_contact": online_rate(case, seekers, Fraction(1)),
        "recommendations": rule(lacking, "0.5", None, 1),
    })  # fmt: skip
