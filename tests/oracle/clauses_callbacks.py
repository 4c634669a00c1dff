"""1.4: whom the market called back."""

from collections import Counter
from fractions import Fraction
from math import ceil, floor

from .case import Case
from .figures import IndicatorFigures, indicator, not_due, rule
from .rows import Row, count, is_yes, name_key, phone_key, text

GROUPS = ("fair_companies", "fair_seekers", "gig_seekers", "frontdesk")


def points_short(case: Case, rate: Fraction, target: Fraction) -> Fraction:
    """Percentage points below a target rate, as the reading `percentage_points` counts them."""
    gap = max(Fraction(0), (target - rate) * 100)
    counted = {"whole": Fraction(floor(gap)), "started": Fraction(ceil(gap)), "proportional": gap}
    return counted[case.readings["percentage_points"]]


def offline_fairs(case: Case) -> list[Row]:
    """Events held offline, wholly or also online, of every type."""
    return [row for row in case.rows("events") if row["mode"] in ("线下", "线上线下")]


def reached_at_fairs(case: Case, party: str) -> Counter[str]:
    """Distinct parties with a successful callback, for each event number."""
    parties = {
        (text(row, "event"), name_key(row), phone_key(row))
        for row in case.year["callbacks"]
        if row["channel"] == "招聘会" and row["party"] == party and is_yes(row, "reached")
    }
    return Counter(event for event, _, _ in parties)


def fair_group(case: Case, party: str, column: str) -> tuple[int, int]:
    """Called back and due over the offline fairs; never more of an event than it had."""
    reached = reached_at_fairs(case, party)
    fairs = offline_fairs(case)
    called = sum(min(reached[text(fair, "event")], count(fair, column)) for fair in fairs)
    return called, sum(count(fair, column) for fair in fairs)


def registrant_group(case: Case, channel: str, registrants: set[tuple[str, str, str]]) -> tuple[int, int]:
    """Called back and due among distinct registrants."""
    reached = {
        (text(row, "party"), name_key(row), phone_key(row))
        for row in case.rows("callbacks")
        if row["channel"] == channel and is_yes(row, "reached")
    }
    return len(registrants & reached), len(registrants)


def groups(case: Case) -> dict[str, tuple[int, int]]:
    """The four groups: how many were called back, of how many."""
    gig = {("求职者", name_key(row), phone_key(row)) for row in case.rows("gig_workers")}
    desk = {(text(row, "party"), name_key(row), phone_key(row)) for row in case.rows("frontdesk")}
    return {
        "fair_companies": fair_group(case, "企业", "companies"),
        "fair_seekers": fair_group(case, "求职者", "visitors"),
        "gig_seekers": registrant_group(case, "零工市场", gig),
        "frontdesk": registrant_group(case, "前台", desk),
    }


def rate_of(case: Case, called: int, due: int) -> Fraction | None:
    """One rate; None where nobody was to be called and that is skipped, or not yet due."""
    if due:
        return Fraction(called, due)
    missed = case.readings["callback_nobody"] == "missed" and case.over
    return Fraction(0) if missed else None


def callbacks(case: Case) -> IndicatorFigures:
    """1.4, 5 points, 0.2 for each percentage point, at most 3 off."""
    found = groups(case)
    rates = {group: rate_of(case, *found[group]) for group in GROUPS}
    if case.readings["callback_rates"] == "each":
        return indicator(5, 3, {
            group: not_due() if rate is None else rule(points_short(case, rate, Fraction(9, 10)), "0.2", rate)
            for group, rate in rates.items()
        })  # fmt: skip
    if case.readings["callback_rates"] == "pooled":
        rate = rate_of(case, sum(called for called, _ in found.values()), sum(due for _, due in found.values()))
    else:
        rate = min((rate for rate in rates.values() if rate is not None), default=None)
    figures = not_due() if rate is None else rule(points_short(case, rate, Fraction(9, 10)), "0.2", rate)
    return indicator(5, 3, {"coverage": figures})
