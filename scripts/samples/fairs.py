"""Recruitment events: daily fairs on Thursdays, themed fairs and journeys as listed in the plan."""

from collections.abc import Mapping
from dataclasses import replace
from random import Random

from .book import Column, Row, Table
from .parts import Fair
from .plan import Plan, evenly, working

GROUPS = ("高校毕业生", "就业困难人员", "农村劳动力", "退役军人", "妇女", "制造业", "商贸服务业", "返乡人员")


def fairs(plan: Plan) -> tuple[Fair, ...]:
    """All events of the year, in order of their days and numbered."""
    every = sorted([*_daily(plan), *plan.fairs.themed, *plan.fairs.outreach], key=lambda fair: (fair.day, fair.kind))
    return tuple(replace(fair, number=_number(plan.fairs.number, n)) for n, fair in enumerate(every, start=1))


def _number(form: str, place: int) -> str | int:
    """Return the event's number: text, or a real number where the form is digits alone."""
    text = form.format(place)
    return int(text) if text.isdigit() else text


def _daily(plan: Plan) -> list[Fair]:
    wanted = plan.fairs
    thursdays = [day for day in plan.days() if day.weekday() == 3 and working(day)]
    places = evenly(wanted.daily, len(thursdays))
    rng = plan.rng("fairs")
    held = []
    for n, place in enumerate(places):
        fair = _drawn(Fair(thursdays[place], "日常", f"{GROUPS[n % len(GROUPS)]}专场招聘会", 0, 0, 0), rng)
        if n in wanted.large:
            fair = replace(fair, companies=54 + n % 5, positions=1210 + 10 * (n % 4), visitors=262 + n % 9)
        if wanted.offline_alone and n % wanted.offline_alone == 0:
            fair = replace(fair, online="否")
        held.append(_changed(fair, wanted.changes.get(n, {})))
    free = [day for n, day in enumerate(thursdays) if n not in places]
    for n, day in enumerate(free[: wanted.online_only]):
        theme = f"{GROUPS[(n + 3) % len(GROUPS)]}线上专场"
        companies, positions, visitors = rng.randint(18, 30), rng.randint(380, 620), rng.randint(60, 120)
        held.append(Fair(day, "日常", theme, companies, positions, visitors, mode="线上"))
    return held


def _drawn(fair: Fair, rng: Random) -> Fair:
    """Figures just over the task, so that only the planned changes fall short of it."""
    figures = (rng.randint(36, 45), rng.randint(905, 1090), rng.randint(201, 229))
    return replace(fair, companies=figures[0], positions=figures[1], visitors=figures[2])


def _changed(fair: Fair, figures: Mapping[str, int]) -> Fair:
    return replace(
        fair,
        companies=figures.get("companies", fair.companies),
        positions=figures.get("positions", fair.positions),
        visitors=figures.get("visitors", fair.visitors),
    )


def events(plan: Plan, every: tuple[Fair, ...]) -> Table:
    """The sheet of recruitment events, with a total row and a signature."""
    columns = (
        Column("活动编号", 14),
        Column("日期"),
        Column("类型", 8),
        Column("主题", 34),
        Column("形式", 10),
        Column("地域", 8),
        Column("企业数", 12, summed=True),
        Column("岗位数", 12, summed=True),
        Column("入场人次", 12, summed=True),
        Column("达成意向", 12, summed=True),
        Column("同步线上", 10),
    )
    rows: list[Row] = [
        (
            fair.number,
            fair.day,
            fair.kind,
            fair.theme,
            fair.mode,
            fair.region,
            fair.companies,
            fair.positions,
            fair.visitors,
            int(fair.visitors * plan.fairs.intents),
            fair.online if fair.mode == "线下" else None,
        )
        for fair in every
    ]
    title = f"{plan.project.site}招聘活动台账"
    return Table("招聘活动", columns, rows, title=title, total="合计", signature="制表人：综合管理岗")
