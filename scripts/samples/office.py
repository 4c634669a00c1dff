"""Services, visits, publicity, feedback, and what the purchaser noted: findings, complaints, awards, decisions."""

from datetime import timedelta

from .book import Column, Row, Table
from .plan import Plan, evenly
from .words import companies


def services(plan: Plan) -> Table:
    """Services in turn; the last planned ones were not up to standard."""
    rng, wanted = plan.rng("services"), plan.office
    poor = evenly(wanted.substandard, wanted.service_rows)
    rows: list[Row] = []
    for n in range(wanted.service_rows):
        name = wanted.services[n % len(wanted.services)]
        standard = "否" if n in poor else ("是" if n % 3 else None)
        rows.append((plan.day_at(n, wanted.service_rows), name, rng.randint(3, 60), standard))
    rows += [(plan.project.end, name, rng.randint(20, 60), None) for name in wanted.elsewhere]
    columns = (Column("日期"), Column("服务项目", 22), Column("服务人次", 12, summed=True), Column("是否达标", 10))
    return Table("基础服务", columns, rows, title="基础服务台账", total="合计")


def visits(plan: Plan) -> Table:
    """Visits to companies in every month but the planned ones."""
    rng, wanted = plan.rng("visits"), plan.office
    months = {month: days for month, days in plan.month_days().items() if month not in wanted.unvisited}
    each = wanted.visits // len(months)
    firms = companies(rng, wanted.visits)
    visitors = [one.name for one in plan.people if one.employment == "专职" and one.end is None and one.away is None]
    rows: list[Row] = []
    for days in months.values():
        for n in range(each):
            day = days[(n + 1) * len(days) // (each + 1)]
            rows.append((day, firms[len(rows)].name, rng.choice(visitors), rng.randint(0, 60)))
    columns = (Column("日期"), Column("企业名称", 30), Column("走访人", 10), Column("用工需求", 10))
    return Table("企业走访", columns, rows, title="园区企业用工走访台账")


def publicity(plan: Plan) -> Table:
    """What was published, over the channels in turn; flaws as planned."""
    wanted = plan.office
    flaws = dict(zip(evenly(len(wanted.publicity_flaws), wanted.publicity), wanted.publicity_flaws, strict=True))
    topics = ("招聘会预告", "就业政策解读", "企业岗位推介", "活动现场报道", "技能培训通知")
    rows: list[Row] = []
    for n in range(wanted.publicity):
        timely, truthful = flaws.get(n, (None, None))
        channel, title = wanted.channels[n % len(wanted.channels)], f"{topics[n % len(topics)]}（{n + 1}）"
        rows.append((plan.day_at(n, wanted.publicity), channel, title, timely, truthful))
    columns = (Column("日期"), Column("渠道", 14), Column("标题", 26), Column("及时", 8), Column("真实", 8))
    return Table("宣传", columns, rows)


def feedback(plan: Plan) -> Table:
    """What people wrote; all handled within days but for the planned ones."""
    wanted = plan.office
    left = evenly(wanted.feedback_open, wanted.feedback)
    contents = ("岗位信息咨询", "简历上传失败", "招聘会时间咨询", "薪资与描述不符，请核实", "建议增加周末场次")
    rows: list[Row] = []
    for n in range(wanted.feedback):
        day = plan.day_at(n, wanted.feedback, spare=8)
        handled = None if n in left else day + timedelta(n % 4)
        rows.append((day, ("小程序", "公众号", "电话")[n % 3], contents[n % len(contents)], handled))
    end = plan.project.end
    # Handled, but after the period had ended.
    rows += [(end, "小程序", contents[n], end + timedelta(3 + n)) for n in range(wanted.feedback_late)]
    columns = (Column("日期"), Column("渠道", 10), Column("内容", 30), Column("处理日期"))
    return Table("反馈", columns, rows)


def findings(plan: Plan) -> Table:
    """What inspections found."""
    columns = (
        Column("日期"),
        Column("指标", 8),
        Column("问题类型", 14),
        Column("说明", 40),
        Column("数量", 8),
        Column("整改日期"),
    )
    rows: list[Row] = [(one.day, one.indicator, one.kind, one.note, one.count, one.fixed) for one in plan.findings]
    return Table("督导检查", columns, rows, title="日常督导检查记录")


def complaints(plan: Plan) -> Table:
    """Complaints as judged."""
    columns = (Column("日期"), Column("内容", 44), Column("有效", 8), Column("不良影响", 10), Column("扣分", 8))
    return Table(
        "投诉", columns, [(one.day, one.content, one.valid, one.adverse, one.points) for one in plan.complaints]
    )


def awards(plan: Plan) -> Table:
    """Honours and innovations."""
    columns = (Column("日期"), Column("级别", 12), Column("名称", 44), Column("文号", 24))
    return Table("表彰加分", columns, list(plan.awards))


def reviews(plan: Plan) -> Table:
    """What the purchaser decided about charges in dispute, a month after the year's end."""
    columns = (
        Column("文件", 22), Column("工作表", 12), Column("行号", 8), Column("指标", 8), Column("规则", 14),
        Column("期间", 12), Column("数量", 8), Column("复核结论", 10), Column("理由", 34), Column("复核人", 26),
        Column("复核日期"), Column("文号", 22),
    )  # fmt: skip
    day = plan.project.end + timedelta(30)
    rows: list[Row] = [
        ("10 督导投诉表彰.xlsx" if one.sheet else None, one.sheet, one.row, one.indicator, one.rule, one.period,
         one.count, one.verdict, one.reason, plan.project.purchaser, day, one.document)
        for one in plan.reviews
    ]  # fmt: skip
    return Table("复核", columns, rows, title="扣分异议复核决定")
