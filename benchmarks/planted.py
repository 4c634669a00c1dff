"""One fabrication a question, put into an honest year: what a lazy hand would do, not more."""
# ruff: noqa: E501 - Chinese counts double

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType

from benchmarks.honest_habits import DAY, END, person
from benchmarks.honest_ledgers import Office, Year

Made = dict[str, dt.date]
Plant = Callable[[Office, Year, Made], None]


def fairs_called_early(office: Office, year: Year, _: Made) -> None:
    """The callbacks of five fairs were written three weeks before they took place."""
    codes = {row["活动编号"] for row in office.dice.sample(year["招聘活动"], 5)}
    for row in year["回访"]:
        if row["活动编号"] in codes:
            row["日期"] -= DAY * 35


def shared_phone(office: Office, year: Year, _: Made) -> None:
    """Fifteen numbers serve for a hundred and fifty invented registrants."""
    numbers = [f"139{office.dice.randint(10**7, 10**8 - 1)}" for _ in range(15)]
    first = year["零工登记"][0]
    year["零工登记"] += [{**first, "姓名": f"{person(office.dice)}{at}", "电话": numbers[at % 15]} for at in range(150)]


def phone_run(office: Office, year: Year, _: Made) -> None:
    """Thirty numbers were made by dragging a cell."""
    start = office.dice.randint(13 * 10**9, 19 * 10**9)
    for at, row in enumerate(year["前台登记"][50:80]):
        row["电话"] = str(start + at)


def copied_block(office: Office, year: Year, _: Made) -> None:
    """Sixty callers of one fair stand in another's list again."""
    seekers = [row for row in year["回访"] if row["对象"] == "求职者"]
    early, late = year["招聘活动"][3], year["招聘活动"][30]
    block = [row for row in seekers if row["活动编号"] == early["活动编号"]][:60]
    year["回访"] += [{**row, "活动编号": late["活动编号"], "日期": late["日期"] + DAY * 3} for row in block]
    del office


def two_places(office: Office, year: Year, _: Made) -> None:
    """Thirty people stand in the lists of two fairs of one day, one of them in another province."""
    one, other = year["招聘活动"][5], year["招聘活动"][-1]
    other.update(日期=one["日期"], 地域="省外")
    people = [(person(office.dice), f"139{office.dice.randint(10**7, 10**8 - 1)}") for _ in range(30)]
    year["回访"] += [{"日期": one["日期"] + DAY * 4, "渠道": "招聘会", "对象": "求职者", "活动编号": event["活动编号"], "名称": name,
                    "电话": phone, "回访成功": "是"} for event in (one, other) for name, phone in people]  # fmt: skip


def after_leaving(_: Office, year: Year, __: Made) -> None:
    """Somebody left in November and is down as present until the end of the year."""
    who = year["人员名册"][0]["姓名"]
    year["人员名册"][0]["离岗日期"] = dt.date(2025, 11, 28)
    known = {row["日期"] for row in year["考勤"] if row["姓名"] == who}
    every = {row["日期"] for row in year["考勤"]}
    year["考勤"] += [{"日期": day, "姓名": who, "状态": "出勤"} for day in sorted(every - known) if day.month == 12]


def days_off(_: Office, year: Year, __: Made) -> None:
    """The sheet of attendance was filled down for everybody, holidays and all."""
    kept = {(row["日期"], row["姓名"]) for row in year["考勤"]}
    for day in sorted({row["日期"] for row in year["考勤"]}):
        for one in year["人员名册"]:
            if (day, one["姓名"]) not in kept and one["离岗日期"] is None:
                year["考勤"].append({"日期": day, "姓名": one["姓名"], "状态": "出勤"})


def on_leave(office: Office, year: Year, _: Made) -> None:
    """A third of the visits were invented for days on which the visitor was on leave."""
    away = [row for row in year["考勤"] if row["状态"] == "请假"]
    for row in year["企业走访"][: max(12, len(year["企业走访"]) // 3)]:
        one = office.dice.choice(away)
        row.update(日期=one["日期"], 走访人=one["姓名"])


def entered_twice(office: Office, year: Year, _: Made) -> None:
    """Four fairs were entered again for the next day with a few more visitors."""
    for number, row in enumerate(office.dice.sample(year["招聘活动"], 4)):
        more = row["入场人次"] + 3
        year["招聘活动"].append({**row, "活动编号": f"Z-{number}", "日期": row["日期"] + DAY, "入场人次": more})


def exact_hits(office: Office, year: Year, _: Made) -> None:
    """Of the fairs that fell short or nearly so, most were written down at the target."""
    for row in year["招聘活动"]:
        if row["类型"] == "日常" and office.dice.random() < 0.85:
            row["企业数"] = 35


def round_numbers(office: Office, year: Year, _: Made) -> None:
    """The companies of every fair were made up in fives."""
    for row in year["招聘活动"]:
        row["企业数"] = office.dice.choice((40, 45, 55, 60, 65, 70))


def late_workbooks(office: Office, _: Year, made: Made) -> None:
    """All registers were made up one after the other in the weeks after the year."""
    for number, file in enumerate(made):
        made[file] = END + DAY * (2 + number + office.dice.randint(0, 1))


PLANTS: Mapping[str, tuple[Plant, str]] = MappingProxyType(
    {
        "fair_called_early": (fairs_called_early, "callbacks of five fairs dated before them"),
        "shared_phone": (shared_phone, "15 numbers for 150 invented registrants"),
        "phone_run": (phone_run, "30 numbers from a dragged cell"),
        "copied_block": (copied_block, "up to 60 people copied to another fair"),
        "two_places": (two_places, "30 people at two fairs of one day"),
        "after_leaving": (after_leaving, "a month of attendance after leaving"),
        "days_off": (days_off, "attendance filled down over all holidays"),
        "on_leave": (on_leave, "a third of the visits by people on leave"),
        "entered_twice": (entered_twice, "four fairs entered again"),
        "exact_hits": (exact_hits, "most daily fairs (85 %) set to the target"),
        "round_numbers": (round_numbers, "companies made up in fives"),
        "late_workbooks": (late_workbooks, "all registers made up afterwards"),
    }
)
"""By the code of the lead that should come of it: how it is planted, and what it is in a few words."""
