"""Project, roster, duties and attendance."""

from datetime import date

from .book import Column, Row, Table
from .parts import Person
from .plan import Plan, working


def project(plan: Plan) -> Table:
    """The project sheet: two columns, what and its value."""
    of = plan.project
    rows: list[Row] = [
        ("站点名称", of.site),
        ("运营单位", of.operator),
        ("采购单位", of.purchaser),
        ("考核开始", of.start),
        ("考核结束", of.end),
        ("合同金额", of.contract),
    ]
    if of.base is not None and of.assessed is not None:
        rows += [("基础运营费", of.base), ("考核费用", of.assessed)]
    rows.append(("已付金额", of.paid))
    return Table("项目信息", (Column("项目", 16), Column("内容", 40)), rows, title="项目基本信息")


def staff(plan: Plan) -> Table:
    """The roster."""
    columns = (
        Column("姓名", 10),
        Column("用工类型"),
        Column("岗位", 16),
        Column("直播分工"),
        Column("到岗日期"),
        Column("离岗日期"),
    )
    rows: list[Row] = [(one.name, one.employment, one.post, one.role, one.start, one.end) for one in plan.people]
    return Table("人员名册", columns, rows, title=f"{plan.project.site}运营人员名册")


def duties(plan: Plan) -> Table:
    """Core duties and who answers for them."""
    return Table("职责清单", (Column("核心职责", 36), Column("责任人", 22)), list(plan.duties))


def attendance(plan: Plan) -> Table:
    """Everybody on working days, one person on duty on each other day unless it is `unguarded`."""
    rows: list[Row] = []
    rng = plan.rng("attendance")
    duty = 0
    for day in plan.days():
        present = [one for one in plan.people if one.start <= day and (one.end is None or day <= one.end)]
        if working(day):
            rows += [
                (day, one.name, _status(one, day, rng.random())) for one in present if day.toordinal() % one.every == 0
            ]
        elif day not in plan.unguarded:
            regulars = [one for one in present if one.employment == "专职" and not _away(one, day)]
            rows.append((day, regulars[duty % len(regulars)].name, "值班"))
            duty += 1
    return Table("考勤", (Column("日期"), Column("姓名", 10), Column("状态")), rows)


def _status(person: Person, day: date, chance: float) -> str:
    if _away(person, day):
        return "请假"
    if chance < 0.03:
        return "请假"
    return "外勤" if chance < 0.12 else "出勤"


def _away(person: Person, day: date) -> bool:
    return person.away is not None and day >= person.away
