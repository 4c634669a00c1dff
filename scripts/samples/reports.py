"""Reports and meetings of every month and quarter, but for those that the plan leaves out."""

from collections.abc import Iterator
from datetime import date, timedelta

from .book import Column, Table
from .plan import Plan

MONTHLY = ("月度数据分析", "数据汇报会", "直播月度分析", "回访分析报告")
QUARTERLY = ("季度分析报告", "零工供求分析")
QUARTER_NAMES = ("一", "二", "三", "四")


def reports(plan: Plan) -> Table:
    """The sheet of reports and meetings, in the order in which they were finished."""
    rows = sorted([*_monthly(plan), *_quarterly(plan)], key=lambda row: row[2])
    columns = (Column("类别", 16), Column("所属期", 14), Column("完成日期"), Column("错误处数", 10))
    return Table("报告与会议", columns, rows, title="报告与会议台账")


def _monthly(plan: Plan) -> Iterator[tuple[str, str, date, int | None]]:
    of = plan.reports
    for month in plan.month_days():
        year, number = int(month[:4]), int(month[5:])
        for place, kind in enumerate(MONTHLY):
            if (kind, month) not in of.missing:
                errors = of.errors.get(month) if kind == "月度数据分析" else None
                day = month_end(year, number) + timedelta(4 + place)
                yield kind, of.month.format(year=year, month=number), day, errors


def _quarterly(plan: Plan) -> Iterator[tuple[str, str, date, int | None]]:
    of = plan.reports
    quarters = dict.fromkeys((day.year, (day.month + 2) // 3) for day in plan.days())
    for year, quarter in quarters:
        for place, kind in enumerate(QUARTERLY):
            if (kind, f"{year}Q{quarter}") not in of.missing:
                covers = of.quarter.format(year=year, quarter=quarter, name=QUARTER_NAMES[quarter - 1])
                yield kind, covers, month_end(year, quarter * 3) + timedelta(9 + place), None


def month_end(year: int, month: int) -> date:
    """Return the last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
