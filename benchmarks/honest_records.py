"""The rest of an honest year: people, attendance, visits, livestreams, gig jobs, and the workbooks' own dates."""
# ruff: noqa: E501 - Chinese counts double

import datetime as dt
from typing import Any

from benchmarks.honest_habits import DAY, END, START, person
from benchmarks.honest_ledgers import Office, Table, Year, calls, days, fairs, online, registrants, rounded, working

STARTS = ("19:30", "15:00", "20:00")


def staff(office: Office) -> Table:
    """The roster; some leave and are replaced, and now and then a leaving date is mistyped."""
    dice = office.dice
    rows: Table = []
    for _ in range(dice.randint(8, 12)):
        row: dict[str, Any] = {
            "姓名": person(dice),
            "用工类型": "专职",
            "到岗日期": dt.date(2025, 1, 1),
            "离岗日期": None,
        }
        if dice.random() < 0.15:
            row["离岗日期"] = office.slipped(START + DAY * dice.randint(60, 300), 1 / 500)
        rows.append(row)
    return list({row["姓名"]: row for row in rows}.values())


def attendance(office: Office, people: Table) -> Table:
    """Working days for all, duty on other days by turns; half a month sometimes filled in from a template."""
    dice, how = office.dice, office.habits
    off = [day for day in days() if not working(day) and day.isoweekday() <= 5]
    filled = set(off[:0]) if not how.filled_holidays else set(off[: how.filled_holidays])
    rows: Table = []
    for day in days():
        here = [
            one for one in people if one["离岗日期"] is None or day <= one["离岗日期"] + DAY * dice.choice((0, 0, 0, 5))
        ]
        if working(day) or day in filled or (how.saturdays and day.isoweekday() == 6):
            rows += [
                {"日期": day, "姓名": one["姓名"], "状态": dice.choices(("出勤", "外勤", "请假"), (90, 7, 3))[0]}
                for one in here
            ]
        elif here:
            rows.append({"日期": day, "姓名": dice.choice(here)["姓名"], "状态": how.weekend_word})
    return rows


def visits(office: Office, present: Table) -> Table:
    """Visits by people who were there that day, save for slips and half days of leave."""
    dice = office.dice
    at_work = [row for row in present if row["状态"] != "请假"]
    away = [row for row in present if row["状态"] == "请假"] or at_work
    rows = []
    for _ in range(dice.randint(20, 120)):
        one = dice.choice(away if dice.random() < 0.01 else at_work)
        rows.append({"日期": office.slipped(one["日期"], office.habits.slips), "企业名称": dice.choice(office.town.companies)[0],
                     "走访人": one["姓名"]})  # fmt: skip
    return [row for row in rows if START <= row["日期"] <= END]


def livestreams(office: Office) -> Table:
    """Three evenings a week, in some offices on two platforms at once."""
    dice, how = office.dice, office.habits
    rows: Table = []
    for day in days():
        if day.weekday() in {1, 3, 5} and dice.random() < 0.97:
            views = round(dice.lognormvariate(6.8, 0.5))
            views = rounded(views, dice.choice((10, 50, 100))) if dice.random() < how.views_rounded else views
            positions = rounded(dice.randint(80, 300), how.positions_step)
            start = dice.choice(STARTS)
            row = {
                "日期": day,
                "开始时间": start,
                "主题": "直播带岗",
                "形式": "直播带岗",
                "场观": views,
                "岗位数": positions,
                "平台": "抖音",
            }
            rows.append(row)
            if how.simulcast:
                rows.append({**row, "平台": "视频号", "场观": round(views * dice.uniform(0.1, 0.6))})
    return rows


def videos(office: Office) -> Table:
    """Short videos; from ten thousand on their views are read off as 1.2万."""
    dice = office.dice
    rows = []
    for number in range(dice.randint(150, 220)):
        views = round(dice.lognormvariate(7.5, 0.9))
        if views >= 10_000:
            views = rounded(views, 1000)
        elif dice.random() < office.habits.views_rounded:
            views = rounded(views, dice.choice((10, 50, 100)))
        rows.append({"发布日期": office.day(), "标题": f"第{number}期", "播放量": views})
    return rows


def gig_jobs(office: Office) -> Table:
    """Openings month by month, a few at a time; some offices stop soon after the number that is asked for."""
    dice, rows = office.dice, list[dict[str, Any]]()
    for month in range(12):
        first = dt.date(2025 + (month + 6) // 12, (month + 6) % 12 + 1, 1)
        goal = 500 if office.habits.stops_openings else dice.randint(420, 800)
        sum_ = 0
        while sum_ < goal:
            openings = dice.choice((1, 2, 3, 5, 5, 8, 10, 10, 15, 20, 30))
            sum_ += openings
            rows.append({"发布日期": first + DAY * dice.randrange(28), "用工单位": dice.choice(office.town.companies)[0],
                         "岗位名称": "普工", "岗位数": openings, "省级平台": "是", "市级平台": "是"})  # fmt: skip
    return rows


def honest_year(office: Office) -> Year:
    """Every ledger that flags look at."""
    events = fairs(office)
    people = staff(office)
    present = attendance(office, people)
    desk, gig = registrants(office)
    return {
        "人员名册": people, "考勤": present, "企业走访": visits(office, present), "招聘活动": events,
        "回访": calls(office, events), "前台登记": desk, "线上招聘": online(office, events),
        "直播": livestreams(office), "短视频": videos(office), "零工登记": gig, "零工岗位": gig_jobs(office),
    }  # fmt: skip


def made(office: Office, files: tuple[str, ...]) -> dict[str, dt.date]:
    """When the workbooks were made, by their own word: before the year, as it went, or copied before handing in."""
    dice = office.dice
    way = dice.random()
    if way < 0.1:
        return dict.fromkeys(files, END + DAY * dice.randint(1, 20))  # exported from a system, all at once
    if way < 0.15:
        return {file: END + DAY * dice.choice((3, 4)) for file in files}  # a new template, over two days
    late = dice.choice((0, 0.05, 0.15, 0.3))
    return {file: END + DAY * dice.randint(1, 20) if dice.random() < late else START + DAY * dice.randint(-200, 60)
            for file in files}  # fmt: skip
