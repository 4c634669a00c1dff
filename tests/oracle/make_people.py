"""Random roster, duties and attendance."""

from datetime import date, timedelta

from .chance import Chance
from .rows import Row, day, day_or_none
from .spans import days, is_working_day

DUTIES = ("前台咨询", "职业介绍", "岗位归集", "直播运营", "零工管理", "数据统计", "设施维护", "档案整理")
ROLES = ("运营", "主播", "拍摄", "剪辑")


def people(chance: Chance, number: int) -> list[str]:
    """Distinct names."""
    names: dict[str, None] = {}
    while len(names) < number:
        names[chance.person()] = None
    return list(names)


def roster_row(chance: Chance, name: str, employment: str, start: date, end: date | None) -> Row:
    """One row of the roster."""
    role = chance.maybe(chance.pick(ROLES), 0.75)
    return {
        "name": name,
        "employment": employment,
        "post": chance.maybe("专员"),
        "live_role": role,
        "start": start,
        "end": end,
    }


def employed(chance: Chance, name: str, employment: str) -> list[Row]:
    """The roster rows of one person, who may come late, leave, or come back."""
    long_ago = chance.start - timedelta(days=chance.whole(0, 400))
    if chance.often(0.5 + chance.care / 2):
        return [roster_row(chance, name, employment, long_ago, None)]
    left = chance.day()
    if chance.often(0.3):
        return [roster_row(chance, name, employment, left, None)]
    rows = [roster_row(chance, name, employment, long_ago, left)]
    if chance.often(0.5):
        again = "专职" if chance.often(0.8) else "实习"
        back = min(left + timedelta(days=chance.whole(1, 60)), chance.end + timedelta(days=20))
        rows.append(roster_row(chance, name, again, back, None))
    return rows


def staff(chance: Chance) -> list[Row]:
    """About seven 专职 people, and some who do not count."""
    full, others = chance.near(7), chance.whole(0, 3)
    names = people(chance, full + others)
    rows = [row for name in names[:full] for row in employed(chance, name, "专职")]
    for name in names[full:]:
        rows += employed(chance, name, chance.pick(("兼职", "实习", "见习")))
    return rows


def duty_owner(chance: Chance, name: str, roster: list[Row]) -> str | None:
    """Whom a duty names: somebody, sometimes with another, sometimes nobody or a stranger."""
    if chance.often((1 - chance.care) / 6):
        return chance.pick((None, "外包人员", f"{name}、外包人员"))
    if roster and chance.often(0.15):
        return name + chance.pick(("、", "，", ",", "；", ";", "/")) + str(chance.pick(roster)["name"])
    return name


def duties(chance: Chance, roster: list[Row]) -> list[Row]:
    """Core duties, in turn given to those of the roster who are 专职."""
    owners = list(dict.fromkeys(str(row["name"]) for row in roster if row["employment"] == "专职"))
    names = owners[: len(owners) - (0 if chance.careful() else 1)] or ["外包人员"]
    wanted = [DUTIES[number] if number < len(DUTIES) else f"职责{number}" for number in range(max(6, len(names)))]
    return [
        {"duty": duty, "owner": duty_owner(chance, names[number % len(names)], roster)}
        for number, duty in enumerate(wanted)
    ]


def attended_days(chance: Chance, person: Row, first: date, last: date) -> list[date]:
    """On which days of a month somebody on post was seen."""
    end = day_or_none(person, "end")
    first, last = max(first, day(person, "start")), last if end is None else min(last, end)
    if first > last or chance.often((1 - chance.care) / 12):
        return []
    return [chance.day_between(first, last) for _ in range(chance.whole(1, 3))]


def attendance(chance: Chance, roster: list[Row]) -> list[Row]:
    """Some days of each person and month, perhaps weekends, and noise."""
    status: dict[tuple[date, str], str] = {}
    for person in roster:
        for first, last in chance.months():
            for moment in attended_days(chance, person, first, last):
                status[moment, str(person["name"])] = chance.pick(("出勤", "出勤", "值班", "外勤"))
    names = [str(person["name"]) for person in roster] + ["访客"]
    for _ in range(40):
        status.setdefault((chance.stray(), chance.pick(names)), chance.pick(("请假", "旷工", "休息", "出勤")))
    for moment in weekend_days(chance):
        status[moment, names[0]] = "值班"
    return [{"date": moment, "name": name, "status": said} for (moment, name), said in status.items()]


def weekend_days(chance: Chance) -> list[date]:
    """Weekend days and public holidays, in some years all, in some all but one, in most none."""
    if not chance.often(0.3):
        return []
    wanted = [
        moment for moment in days(chance.start, chance.end) if moment.weekday() >= 5 or not is_working_day(moment)
    ]
    return wanted if chance.often(0.7) else wanted[1:]
