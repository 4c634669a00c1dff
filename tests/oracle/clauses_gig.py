"""2.6: the gig market."""

from .case import Case
from .figures import IndicatorFigures, RuleFigures, indicator, rule
from .rows import Row, count, day, is_yes
from .spans import Cell, cells_without_report, months, quarters


def lacks(case: Case, worker: Row) -> int:
    """How many misses one registrant is."""
    enough = 1 if case.readings["gig_registrants"] == "none_only" else 3
    unrecommended = count(worker, "recommendations") < enough
    unfollowed = count(worker, "follow_ups") == 0
    if case.readings["gig_registrants"] == "each":
        return int(unrecommended) + int(unfollowed)
    return int(unrecommended or unfollowed)


def openings(case: Case) -> RuleFigures:
    """Months with too few openings on both platforms, 0.2 each, at most 2."""
    target = {"standard": 500, "content": 400}[case.readings["gig_openings"]]
    jobs = [row for row in case.rows("gig_jobs") if is_yes(row, "provincial") and is_yes(row, "city")]
    short = 0
    for month in months(case):
        posted = sum(count(row, "openings") for row in jobs if month.holds(day(row)))
        short += 1 if posted < target else 0
    return rule(short, "0.2", None, 2)


def month_misses(case: Case, month: Cell, courses: list[Row]) -> int:
    """How many misses the courses of one month are."""
    sizes = [count(row, "participants") for row in courses if month.holds(day(row))]
    small = sum(1 for size in sizes if size < 50)
    match case.readings["gig_training"]:
        case "month":
            return int(len(sizes) - small < 2)
        case "each":
            return max(0, 2 - len(sizes)) + small
        case _:
            return int(len(sizes) < 2 or sum(sizes) < 50)


def training(case: Case) -> RuleFigures:
    """Two courses of at least 50 people a month, 0.2 for a miss, at most 2."""
    courses = [row for row in case.rows("trainings") if row["kind"] == "灵活就业技能"]
    return rule(sum(month_misses(case, month, courses) for month in months(case)), "0.2", None, 2)


def gig_market(case: Case) -> IndicatorFigures:
    """2.6, 10 points, three rules with caps of their own."""
    lacking = sum(lacks(case, row) for row in case.rows("gig_workers"))
    return indicator(10, None, {
        "registrants": rule(lacking, "0.1", None, 2),
        "openings": openings(case),
        "training": training(case),
        "quarterly_analysis": rule(cells_without_report(case, "零工供求分析", quarters(case)), "0.5"),
    })  # fmt: skip
