"""The day-labour market and the trainings."""

from collections.abc import Sequence

from .book import Column, Row, Table
from .contacts import Registration, shared
from .parts import Training
from .plan import Plan, evenly
from .words import companies

JOBS = ("装卸工", "保洁员", "服务员", "家政员", "分拣员", "包装工", "泥瓦工", "送餐员", "保安", "促销员")
CLASSES = ("家政服务", "短视频拍摄", "养老护理", "中式面点", "电商客服", "安全生产")


def gig_workers(plan: Plan, people: Sequence[Registration]) -> Table:
    """Registrants, all with three recommendations and a follow-up but for the planned few."""
    rng, wanted = plan.rng("gig workers"), plan.gig
    lacking = dict(zip(evenly(len(wanted.lacking), len(people)), wanted.lacking, strict=True))
    rows: list[Row] = []
    for n, one in enumerate(people):
        drawn = (rng.choice((3, 3, 3, 4, 5)), rng.randint(wanted.least_follow_ups, 4))
        given, followed = lacking.get(n, drawn)
        outcome = rng.choice(("灵活就业", "灵活就业", "单位就业", "求职中"))
        rows.append((one.day, one.party.name, one.party.phone, given, followed, outcome))
    columns = (
        Column("登记日期"),
        Column("姓名", 10),
        Column("电话", 16),
        Column("推荐次数", 10),
        Column("跟踪次数", 10),
        Column("去向", 12),
    )
    return Table("零工登记", columns, rows, title="零工市场求职登记台账")


def gig_jobs(plan: Plan) -> Table:
    """Jobs published: each month's openings on both platforms add up to the planned or the drawn number."""
    rng, wanted = plan.rng("gig jobs"), plan.gig
    firms = companies(rng, 90)
    rows: list[Row] = []
    for month, days in plan.month_days().items():
        total = wanted.openings_in.get(month) or rng.randint(*wanted.openings)
        count = min(wanted.jobs_a_month, total)
        openings = shared(total, [rng.randint(2, 8) * total for _ in range(count)])
        for n, number in enumerate(openings):
            day = days[n * len(days) // count]
            rows.append((day, rng.choice(firms).name, JOBS[n % len(JOBS)], number, "是", "是"))
        # Openings that only one platform shows, which the clause does not count.
        rows.append((days[-1], firms[0].name, "临时工", 40, "否", "是"))
    columns = (
        Column("发布日期"),
        Column("用工单位", 30),
        Column("岗位名称", 14),
        Column("岗位数", 10, summed=True),
        Column("省级平台", 10),
        Column("市级平台", 10),
    )
    return Table("零工岗位", columns, rows, title="零工岗位归集发布台账", total="合计")


def trainings(plan: Plan) -> Table:
    """The market's monthly classes and the trainings that the plan lists."""
    found: list[Training] = list(plan.trainings)
    for month, days in plan.month_days().items():
        sizes = plan.gig.classes_in.get(month, plan.gig.classes)
        for n, size in enumerate(sizes):
            day = days[(n + 1) * len(days) // (len(sizes) + 1)]
            theme = f"{CLASSES[(day.month + n) % len(CLASSES)]}技能培训"
            found.append(Training(day, "灵活就业技能", theme, size))
    rows: list[Row] = [
        (one.day, one.kind, one.theme, one.participants, one.eligible) for one in sorted(found, key=lambda one: one.day)
    ]
    columns = (Column("日期"), Column("类别", 14), Column("主题", 26), Column("参训人数", 10), Column("应训人数", 10))
    return Table("培训", columns, rows)
