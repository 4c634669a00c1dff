"""履约事项 of the fairs and the services around them: met or not, at the end of the period."""

from datetime import timedelta

from .case import Case
from .clauses_callbacks import offline_fairs
from .rows import Row, count, day, is_yes, name_key
from .spans import days, is_working_day


def held_online(fair: Row) -> bool:
    """Whether an event was held online, too."""
    return fair["mode"] in ("线上", "线上线下") or is_yes(fair, "online")


def total(rows: list[Row], column: str) -> int:
    """The sum of a column."""
    return sum(count(row, column) for row in rows)


def in_months(rows: list[Row], *numbers: int) -> list[Row]:
    """Rows of these calendar months, in whatever year."""
    return [row for row in rows if day(row).month in numbers]


def large(fairs: list[Row], companies: int, positions: int) -> int:
    """Fairs with at least so many companies and positions."""
    return sum(1 for fair in fairs if count(fair, "companies") >= companies and count(fair, "positions") >= positions)


def thursdays_kept(case: Case) -> bool:
    """Whether every Thursday that is a working day has a daily fair, in any mode."""
    held = {day(row) for row in case.rows("events") if row["kind"] == "日常"}
    wanted = [moment for moment in days(case.start, case.end) if moment.weekday() == 3 and is_working_day(moment)]
    return all(moment in held for moment in wanted)


def every_fair_online_beside(case: Case) -> bool:
    """Whether every offline daily and themed fair was also held online."""
    return all(held_online(fair) for fair in offline_fairs(case) if fair["kind"] in ("日常", "主题"))


def annual_sums(case: Case) -> dict[str, bool]:
    """The yearly numbers of all events."""
    events = case.rows("events")
    return {
        "fairs_offline": len(offline_fairs(case)) >= 50,
        "fairs_online": sum(1 for row in events if held_online(row)) >= 50,
        "companies_total": total(events, "companies") >= 2800,
        "seekers_total": total(events, "visitors") >= 13_000,
        "positions_total": total(events, "positions") >= 60_000,
        "intents_total": total(events, "intents") >= 8000,
    }


def campaigns(case: Case) -> dict[str, bool]:
    """The campaigns that are bound to months."""
    events, services = case.rows("events"), case.rows("services")
    aid = [row for row in services if name_key(row, "service") == "就业援助"]
    return {
        "spring_fairs": large(in_months(events, 1, 2, 3), 200, 6000) >= 2,
        "campus_spring": large(in_months(events, 4, 5), 50, 0) >= 1,
        "hundred_days": total(in_months(events, 6, 7, 8), "positions") >= 3000,
        "private_firms_month": len(in_months(events, 9)) >= 2,
        "live_week": len(in_months(case.rows("livestreams"), 9)) >= 1,
        "golden_autumn": len(in_months(events, 10)) >= 2,
        "graduates": len(in_months(events, 6, 7, 10, 11)) >= 4,
        "graduate_aid": len(in_months(aid, 11, 12)) >= 1,
    }


def fair_obligations(case: Case) -> dict[str, bool]:
    """Every obligation that the events decide, with the services of graduate aid."""
    themes = [name_key(row, "theme") for row in case.rows("events")]
    return {
        **annual_sums(case),
        **campaigns(case),
        "thursdays": thursdays_kept(case),
        "key_industries": sum(1 for theme in themes if "10210" in theme) >= 3,
        "online_beside": every_fair_online_beside(case),
    }


def weekend_duty_kept(case: Case, attended: set[object]) -> bool:
    """Whether somebody attended on every weekend day and public holiday."""
    step = timedelta(days=1)
    moment = case.start
    while moment <= case.end:
        if (moment.weekday() >= 5 or not is_working_day(moment)) and moment not in attended:
            return False
        moment += step
    return True
