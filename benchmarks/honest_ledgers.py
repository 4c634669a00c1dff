"""Honest ledgers of one office: tables by ledger name, rows in the order in which a clerk would write them."""
# ruff: noqa: E501 - Chinese counts double

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

import chinese_calendar
from benchmarks.honest_habits import DAY, END, START, Habits, Town, habits, person, town

Table = list[dict[str, Any]]
Year = dict[str, Table]
AT_HOME = 9_000
"""People of the town; those after them live elsewhere."""

TARGETS = {"日常": (35, 900, 200), "主题": (50, 1000, 450), "外出": (10, 300, 80)}


@dataclass(frozen=True)
class Office:
    """An office with its dice, its habits and its town."""

    dice: Random
    habits: Habits
    town: Town

    def some(self, number: int) -> int:
        """A number of rows for a site of this size."""
        return max(1, int(number * self.habits.size * self.dice.uniform(0.7, 1.3)))

    def day(self) -> dt.date:
        """Any day of the period."""
        return START + DAY * self.dice.randrange((END - START).days + 1)

    def slipped(self, day: dt.date, rate: float) -> dt.date:
        """The day as written: now and then a month or a digit of the day off."""
        return day + DAY * self.dice.choice((-30, 30, -10, 10, -1, 1)) if self.dice.random() < rate else day


def open_office(seed: int) -> Office:
    """The office of a seed."""
    dice = Random(f"honest {seed}")
    drawn = habits(dice)
    return Office(dice, drawn, town(dice, drawn))


def days() -> list[dt.date]:
    """Every day of the period."""
    return [START + DAY * step for step in range((END - START).days + 1)]


def working(day: dt.date) -> bool:
    """Whether the mainland works on a day."""
    return bool(chinese_calendar.is_workday(day))


def rounded(value: int, step: int) -> int:
    """The value as a clerk writes it who rounds to a step."""
    return max(step, round(value / step) * step)


def fair(office: Office, number: int, day: dt.date, kind: str, region: str) -> dict[str, Any]:
    """One fair: companies promised and come, positions that they bring, people who happen to come."""
    dice, how = office.dice, office.habits
    companies_goal, positions_goal, visitors_goal = TARGETS[kind]
    if how.margin < 0:
        companies = round(dice.gauss(companies_goal * 1.2, companies_goal * 0.12))
    else:
        promised = companies_goal + how.margin + round(dice.expovariate(0.5))
        companies = (
            sum(dice.random() > 0.07 for _ in range(promised)) + int(dice.random() < 0.5) + int(dice.random() < 0.2)
        )
        if companies < companies_goal and dice.random() < 0.5:
            companies = companies_goal
    if dice.random() < how.companies_rounded:
        companies = rounded(companies, 5)
    positions = sum(dice.choice((3, 5, 8, 10, 20, 30, 50, 60)) for _ in range(max(1, companies)))
    while positions < positions_goal and dice.random() < 0.9:
        positions += dice.choice((5, 10, 20))
    visitors = rounded(round(dice.gauss(visitors_goal * 1.12, visitors_goal * 0.12)), how.visitors_step)
    intents = int(visitors * dice.uniform(0.2, 0.6)) if dice.random() < 0.9 else None
    return {"活动编号": f"A-{number:03}", "日期": office.slipped(day, how.event_slips), "类型": kind, "形式": "线下", "地域": region,
            "企业数": max(1, companies), "岗位数": rounded(positions, how.positions_step), "入场人次": visitors,
            "达成意向": intents}  # fmt: skip


def fairs(office: Office) -> Table:
    """Daily fairs on Thursdays, themed ones, journeys; two-day fairs as two rows; now and then a row pasted twice."""
    dice, how = office.dice, office.habits
    thursdays = [day for day in days() if day.weekday() == 3 and working(day)]
    held = [(day, "日常", "市内") for day in sorted(dice.sample(thursdays, dice.randint(36, len(thursdays))))]
    held += [(office.day(), "主题", "市内") for _ in range(dice.randint(10, 14))]
    held += [(dice.choice(thursdays) if how.same_day else office.day(), "外出", dice.choice(("市外", "省外", "高校")))
             for _ in range(dice.randint(4, 8))]  # fmt: skip
    rows = [fair(office, number, *one) for number, one in enumerate(sorted(held), 1)]
    for first in dice.sample(rows, how.two_days):
        second = dict(first, 活动编号=first["活动编号"] + "-2", 日期=first["日期"] + DAY)
        second["入场人次"] = rounded(round(first["入场人次"] * dice.uniform(0.6, 1.1)), how.visitors_step)
        second["达成意向"] = int(second["入场人次"] * dice.uniform(0.2, 0.6))
        rows.append(second)
    if how.duplicates:
        again = dice.choice(rows)
        rows.append(dict(again, 活动编号=again["活动编号"] + "B"))
    return rows


def strangers(office: Office, number: int) -> list[tuple[str, str | None]]:
    """Who came to a fair in another place: nobody of those who can be at home on that day."""
    elsewhere = office.town.people[AT_HOME:]
    return list(dict.fromkeys(office.dice.choices(elsewhere, k=number)))


def visitors(office: Office, regulars: list[int], number: int) -> list[tuple[str, str | None]]:
    """Who came, in the order of the list: regulars, groups together, strangers."""
    dice, people = office.dice, office.town.people[:AT_HOME]
    comers: list[int] = []
    while len(comers) < number:
        drawn = dice.random()
        if drawn < office.habits.group_share:
            comers += dice.choice(office.town.groups)
        else:
            comers.append(dice.choice(regulars) if drawn < 0.2 else dice.randrange(len(people)))
    found = [people[one] for one in dict.fromkeys(comers)]
    if office.habits.sorts == "name":
        return sorted(found, key=lambda one: one[0])
    return sorted(found, key=lambda one: one[1] or "") if office.habits.sorts == "phone" else found


def calls(office: Office, events: Table) -> Table:
    """Callbacks after each fair; in some offices also the calls before it, of which not all came."""
    dice, how = office.dice, office.habits
    regulars = [dice.randrange(AT_HOME) for _ in range(300)]
    usual = dice.sample(office.town.companies, 60)
    rows: Table = []

    def call(day: dt.date, party: str, event: str, who: tuple[str, str | None], *, reached: bool) -> None:
        rows.append({"日期": office.slipped(day, how.slips), "渠道": "招聘会", "对象": party, "活动编号": event, "名称": who[0],
                     "电话": who[1], "回访成功": "是" if reached else "否"})  # fmt: skip

    for event in events:
        day, code = event["日期"], event["活动编号"]
        firms = list(dict.fromkeys([*usual[: min(60, event["企业数"])], *dice.sample(office.town.companies, 5)]))
        many = office.some(event["入场人次"])
        came = strangers(office, many) if event["类型"] == "外出" else visitors(office, regulars, many)
        for party, who, before in (("企业", firms, how.confirms), ("求职者", came, how.invites)):
            for one in who:
                early = dice.random() < before
                if early:
                    call(day - DAY * dice.randint(1, 6), party, code, one, reached=dice.random() < 0.9)
                absent = early and dice.random() < 0.1
                if not absent and dice.random() < how.called:
                    wrong = dice.random() < how.slips
                    told = dice.choice(events)["活动编号"] if wrong else code
                    call(day + DAY * dice.randint(1, 12), party, told, one, reached=dice.random() < 0.93)
    return rows


def registrants(office: Office) -> tuple[Table, Table]:
    """The front desk and the gig market: strangers, some foremen for their crews, colleagues with numbers in a row."""
    dice, people = office.dice, office.town.people
    desk: Table = [{"日期": office.day(), "对象": "求职者", "名称": name, "电话": phone}
                   for name, phone in dice.choices(people, k=office.some(1500))]  # fmt: skip
    desk += [{"日期": office.day(), "对象": "企业", "名称": name, "电话": phone}
             for name, phone in dice.choices(office.town.companies, k=office.some(300))]  # fmt: skip
    workers = list(dict.fromkeys(dice.choices(people, k=office.some(4000))))
    for _ in range(office.habits.foremen):
        whose = dice.choice([phone for _, phone in people[:500] if phone and phone.startswith("1")])
        workers += [(person(dice), whose) for _ in range(dice.randint(3, 12))]
    for _ in range(office.habits.block_numbers):
        first = dice.randint(13 * 10**9, 19 * 10**9)
        at = dice.randrange(len(workers))
        workers[at:at] = [(person(dice), str(first + step)) for step in range(dice.randint(3, 8))]
    found = dict.fromkeys(workers)
    dates = sorted(office.day() for _ in found)
    gig = [{"登记日期": day, "姓名": name, "电话": phone, "推荐次数": dice.choice((3, 3, 3, 3, 4, 5)), "跟踪次数": dice.randint(1, 4)}
           for day, (name, phone) in zip(dates, found, strict=True)]  # fmt: skip
    return sorted(desk, key=lambda row: row["日期"]), gig


def online(office: Office, events: Table) -> Table:
    """Contacts of the online side of each fair."""
    dice, rows = office.dice, list[dict[str, Any]]()
    regulars = [dice.randrange(AT_HOME) for _ in range(200)]
    for event in events:
        head = {"活动编号": event["活动编号"], "已联系": "是"}
        rows += [{**head, "对象": "企业", "名称": name, "电话": phone}
                 for name, phone in dice.sample(office.town.companies, max(1, office.some(10)))]  # fmt: skip
        rows += [{**head, "对象": "求职者", "名称": name, "电话": phone, "结果": "成功"}
                 for name, phone in visitors(office, regulars, office.some(40))]  # fmt: skip
    return rows
