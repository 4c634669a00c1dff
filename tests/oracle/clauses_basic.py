"""1.1 to 1.3: people and duties, services, surveys."""

import re
from datetime import date

from .case import Case
from .figures import IndicatorFigures, RuleFigures, indicator, not_due, rule, short_of
from .rows import Row, day, day_or_none, is_no, name_key
from .spans import cells_without_report, months, quarters

CATALOGUE = (
    "职业介绍",
    "政策宣介",
    "职业指导",
    "信息发布",
    "岗位归集",
    "就业和失业登记",
    "就业援助",
    "青年就业见习",
    "供需数据分析",
    "创业服务",
    "职业培训",
    "妇女权益保障",
    "劳动关系协调",
    "毕业生补助申请",
    "流动人员档案",
    "就业扶持政策落实",
    "就业动态监测",
    "法律援助咨询",
)
ATTENDED = ("出勤", "值班", "外勤")


def on_post(person: Row, first: date, last: date) -> bool:
    """Whether a roster row is on post at some time between two days."""
    end = day_or_none(person, "end")
    return day(person, "start") <= last and (end is None or end >= first)


def attended(case: Case, first: date, last: date) -> set[str]:
    """Names with at least one attended day between two days of the period."""
    rows = [row for row in case.rows("attendance") if row["status"] in ATTENDED]
    return {name_key(row) for row in rows if first <= day(row) <= last}


def present(case: Case, roster: list[Row], first: date, last: date) -> set[str]:
    """Names of the roster that are on post and attended between two days."""
    return {name_key(person) for person in roster if on_post(person, first, last)} & attended(case, first, last)


def headcount(case: Case, roster: list[Row]) -> int | None:
    """People under the reading `headcount`; None while no month has ended."""
    if case.readings["headcount"] == "period":
        return len(present(case, roster, case.start, case.cut))
    crowds = [set[str]().union(*(present(case, roster, *span) for span in cell.spans)) for cell in months(case)]
    return min((len(crowd) for crowd in crowds), default=None)


def full_time(case: Case) -> list[Row]:
    """Roster rows of 专职 people; interns, trainees and part-timers never count."""
    return [row for row in case.year["staff"] if row["employment"] == "专职"]


def staffing(case: Case) -> RuleFigures:
    """At least 7 people, 1 point for each person short."""
    people = headcount(case, full_time(case))
    return not_due() if people is None else short_of(7, people, "1")


def owners(duty: Row) -> set[str]:
    """Everybody whom a duty names."""
    named = re.split("[、,，;；/]", name_key(duty, "owner"))
    return {name for name in named if name}


def duties(case: Case) -> RuleFigures:
    """Duties without a proper owner, and people on post without a duty, 1 point each."""
    roster = {name_key(person) for person in full_time(case)}
    named = [owners(duty) for duty in case.year["duties"]]
    improper = sum(1 for names in named if not names or not names <= roster)
    here = {name_key(person) for person in full_time(case) if on_post(person, case.start, case.cut)}
    idle = here - set[str]().union(*named)
    return rule(improper + len(idle), "1", improper + len(idle))


def people_and_duties(case: Case) -> IndicatorFigures:
    """1.1, 5 points, down to nothing."""
    return indicator(5, 5, {"staffing": staffing(case), "duties": duties(case)})


def services(case: Case) -> IndicatorFigures:
    """1.2, 5 points, at most 3 off."""
    rows = case.rows("services")
    distinct = {name_key(row, "service") for row in rows} & set(CATALOGUE)
    bad = case.findings("服务不达标") + sum(1 for row in rows if is_no(row, "up_to_standard"))
    provided = short_of(14, len(distinct), "1") if case.over else not_due()
    if case.readings["services_cap"] == "substandard":
        return indicator(5, None, {"provided": provided, "substandard": rule(bad, "1", bad, 3)})
    return indicator(5, 3, {"provided": provided, "substandard": rule(bad, "1", bad)})


def surveys(case: Case) -> IndicatorFigures:
    """1.3, 5 points, down to nothing."""
    visited = [day(row) for row in case.rows("visits")]
    unvisited = sum(1 for cell in months(case) if not any(cell.holds(moment) for moment in visited))
    unreported = cells_without_report(case, "季度分析报告", quarters(case))
    if case.readings["quarterly_report"] == "once":
        unreported = min(1, unreported)
    errors = case.findings("数据遗漏", "数据错误")
    return indicator(5, 5, {
        "monthly_visits": rule(unvisited, "1"),
        "quarterly_report": rule(unreported, "1"),
        "data_errors": rule(errors, "0.5", errors),
    })  # fmt: skip
