"""Livestreams, videos, followers and partner companies."""

from datetime import date, time

from .book import Column, Row, Table
from .plan import Plan, evenly
from .words import companies

TITLES = ("园区名企带岗", "制造业专场", "就业政策一刻钟", "商贸服务专场", "毕业生专场", "家门口就业")
SPECIAL = {"企业HR进园区": "企业HR进园区探岗"}


def livestreams(plan: Plan) -> Table:
    """Three evenings a week, some left out or a Friday added until the planned number is met."""
    rng, wanted = plan.rng("live"), plan.live
    days = _evenings(plan, wanted.sessions)
    special = dict(zip(evenly(len(wanted.special), len(days)), wanted.special, strict=True))
    rows: list[Row] = []
    for n, day in enumerate(days):
        host, kind = special.get(n, (None, "政策宣讲" if n % 9 == 4 else "直播带岗"))
        title = SPECIAL.get(kind) or (f"{host}直播带岗" if host else TITLES[n % len(TITLES)])
        start = time(15, 0) if kind == "企业HR进园区" else time(19, 30)
        rows.append((day, start, title, kind, host, rng.randint(*wanted.views), rng.randint(*wanted.positions), None))
    columns = (
        Column("日期"),
        Column("开始时间", 10),
        Column("主题", 24),
        Column("形式", 14),
        Column("主讲", 8),
        Column("场观", 10, summed=True),
        Column("岗位数", 10, summed=True),
        Column("平台", 10),
    )
    return Table("直播", columns, rows, title=f"{plan.project.site}直播台账", total="合计")


def _evenings(plan: Plan, count: int) -> list[date]:
    slots = [day for day in plan.days() if day.weekday() in {1, 3, 5}]
    if count <= len(slots):
        return [slots[place] for place in evenly(count, len(slots))]
    fridays = [day for day in plan.days() if day.weekday() == 4]
    return sorted([*slots, *(fridays[place] for place in evenly(count - len(slots), len(fridays)))])


def videos(plan: Plan) -> Table:
    """Short videos, no two of one day, title and platform."""
    rng, count = plan.rng("videos"), plan.live.videos
    rows: list[Row] = [
        (
            plan.day_at(n, count),
            f"{TITLES[n % len(TITLES)]}第{n + 1}期",
            ("抖音", "视频号")[n % 4 == 3],
            rng.randint(300, 9000),
        )
        for n in range(count)
    ]
    return Table("短视频", (Column("发布日期"), Column("标题", 28), Column("平台", 10), Column("播放量", 10)), rows)


def followers(plan: Plan) -> Table:
    """Monthly counts of two platforms; only those of 抖音 matter."""
    (first, base), (last, end) = plan.live.followers
    days = [first, *(days[-1] for days in plan.month_days().values() if first < days[-1] < last), last]
    rows: list[Row] = []
    for n, day in enumerate(days):
        rows += [
            (day, "抖音", base + (end - base) * n // (len(days) - 1)),
            (day, "视频号", 3100 + 95 * n),
        ]
    return Table("粉丝", (Column("日期"), Column("平台"), Column("粉丝数")), rows)


def partners(plan: Plan) -> Table:
    """Companies touched; some of them came twice, the second time for more."""
    wanted = plan.live
    firms = companies(plan.rng("partners"), wanted.deep + wanted.touched)
    deep, touched = firms[: wanted.deep], firms[wanted.deep :]
    kinds = [(one, "触达") for one in (*deep[: wanted.again], *touched)]
    # Deeper contracts come after the first contact: all through the second half of the year.
    for n, one in enumerate(deep):
        kinds.insert(len(kinds) // 2 + n, (one, "深度合作"))
    rows: list[Row] = [(plan.day_at(n, len(kinds)), one.name, kind) for n, (one, kind) in enumerate(kinds)]
    return Table("直播企业", (Column("日期"), Column("企业名称", 30), Column("合作")), rows)
