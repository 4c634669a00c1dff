"""履约事项: what the terms require without a charge, met or not at the end of the period."""

from calendar import monthrange
from datetime import date

from .case import Case
from .clauses_basic import ATTENDED
from .clauses_live import short_weeks
from .obligations_fairs import fair_obligations, total, weekend_duty_kept
from .rows import count, day, name_key
from .spans import cells_without_report, months


def six_months_on(start: date) -> date:
    """The same day six months later, or the last day of that month."""
    number = start.year * 12 + start.month - 1 + 6
    year, month = number // 12, number % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))


def directors_in_both_halves(case: Case) -> bool:
    """Whether a 局长 or 主任 was live in each half of the period."""
    held = [day(row) for row in case.rows("livestreams") if row.get("host") in ("局长", "主任")]
    middle = six_months_on(case.start)
    return any(moment < middle for moment in held) and any(moment >= middle for moment in held)


def callbacks_every_month(case: Case) -> bool:
    """Whether each month has callbacks, by their own date."""
    made = [day(row) for row in case.year["callbacks"] if case.inside(day(row))]
    return all(any(cell.holds(moment) for moment in made) for cell in months(case))


def live_obligations(case: Case) -> dict[str, bool]:
    """What is required of the livestreams."""
    streams = case.rows("livestreams")
    deep = {name_key(row, "company") for row in case.rows("partners") if row["kind"] == "深度合作"}
    return {
        "live_weekly": short_weeks(case) == 0,
        "live_views": total(streams, "views") > 120_000,
        "live_positions": total(streams, "positions") >= 30_000,
        "deep_partners": len(deep) >= 30,
        "director_halves": directors_in_both_halves(case),
        "live_analysis": cells_without_report(case, "直播月度分析", months(case)) == 0,
    }


def obligations(case: Case) -> dict[str, bool]:
    """Met or not, for every obligation."""
    attended: set[object] = {day(row) for row in case.rows("attendance") if row["status"] in ATTENDED}
    return {
        **fair_obligations(case),
        **live_obligations(case),
        "gig_follow_ups": all(count(row, "follow_ups") >= 2 for row in case.rows("gig_workers")),
        "callbacks_monthly": callbacks_every_month(case),
        "callback_reports": cells_without_report(case, "回访分析报告", months(case)) == 0,
        "weekend_duty": weekend_duty_kept(case, attended),
    }
