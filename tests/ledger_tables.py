"""Ledgers written as text tables, taken through the real loading path.

A line with a ledger's name begins a table; then its headers and rows, columns two or more blanks apart, `-` an empty
cell. `×38` at the end of a row stands for 38 such rows, and `#` in a cell is the number of the row in its table.
Required columns that a table does not show hold what does not matter; ledgers that are not shown are there, and empty.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import Any

from jobhome_score.assessment import Assessment, MissingPolicy, Request, assess
from jobhome_score.ledgers.catalogue import PROJECT, REVIEWS, ledgers
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.ledgers.wording import header_key
from jobhome_score.reading.cells import Reading, Row, Sheet, Workbook
from jobhome_score.rubric.source import RubricSource, load_rubric
from jobhome_score.scoring.fitting import season_of
from jobhome_score.scoring.results import IndicatorScore, ObligationState, RuleScore
from jobhome_score.views.season import Season

BETWEEN = re.compile(r"\s{2,}")
TIMES = re.compile(r"×([0-9]+)")
MADE = dt.datetime(2026, 7, 3, 9, 12, tzinfo=dt.UTC)
BOOK = "台账.xlsx"
DAY = "2025-09-04"
PLAIN: Mapping[str, str] = MappingProxyType({
    "人员名册": "用工类型=专职 到岗日期=2025-01-01",
    "考勤": "状态=出勤",
    "基础服务": f"日期={DAY} 服务人次=1",
    "企业走访": f"日期={DAY} 企业名称=公司#",
    "报告与会议": f"完成日期={DAY}",
    "招聘活动": f"活动编号=A-# 日期={DAY} 类型=日常 形式=线下 地域=市内 企业数=0 岗位数=0 入场人次=0",
    "回访": f"日期={DAY} 渠道=招聘会 对象=企业 名称=公司# 回访成功=是",
    "前台登记": f"日期={DAY} 对象=企业 名称=公司#",
    "线上招聘": "活动编号=A-1 对象=企业 名称=公司# 已联系=是",
    "直播": f"日期={DAY} 开始时间=第#场 主题=直播 形式=直播带岗 场观=0 岗位数=0",
    "短视频": f"发布日期={DAY} 标题=视频#",
    "粉丝": "平台=抖音",
    "直播企业": f"日期={DAY} 企业名称=公司# 合作=触达",
    "零工登记": f"登记日期={DAY} 姓名=零工# 推荐次数=3 跟踪次数=1",
    "零工岗位": f"发布日期={DAY} 用工单位=某厂 岗位名称=小工 省级平台=是 市级平台=是",
    "培训": f"日期={DAY} 参训人数=0",
    "宣传": f"日期={DAY} 渠道=公众号 标题=消息#",
    "反馈": f"日期={DAY} 内容=意见#",
    "督导检查": f"日期={DAY} 说明=记录#",
    "投诉": f"日期={DAY} 内容=投诉# 有效=是",
    "表彰加分": f"日期={DAY} 名称=表彰#",
    "复核": "理由=查明 复核人=督导组 复核日期=2026-07-02",
})  # fmt: skip
"""What required columns hold in a table that does not show them."""

PERIOD = ("2025-07-01", "2026-06-30")
MONTHS = (*(f"2025-{month:02}" for month in range(7, 13)), *(f"2026-{month:02}" for month in range(1, 7)))
QUARTERS = ("2025Q3", "2025Q4", "2026Q1", "2026Q2")


def points(text: str) -> Fraction:
    """An exact number of points."""
    return Fraction(text)


def lines(rows: Iterable[str]) -> str:
    """Rows for a table."""
    return "\n".join(rows)


@cache
def rubric_source() -> RubricSource:
    """The packaged rubric."""
    return load_rubric()


@dataclass(frozen=True)
class SiteYear:
    """The sheets of one site's year by ledger name, and its project items."""

    sheets: Mapping[str, Sheet]
    items: Mapping[str, str] = field(default_factory=dict)
    source: RubricSource = field(default_factory=rubric_source)
    applied: bool = False
    """Whether the decisions in the sheet 复核 are applied."""

    def reviewed(self, text: str) -> "SiteYear":
        """The same year with a table of decisions on disputes, applied."""
        return replace(self, sheets={**self.sheets, "复核": dict(_tables(f"复核\n{text}"))["复核"]}, applied=True)

    def during(self, start: str, end: str) -> "SiteYear":
        """The same ledgers in another period."""
        return self.on_project(考核开始=start, 考核结束=end)

    def on_project(self, **items: str) -> "SiteYear":
        """The same ledgers with other items on the project sheet."""
        return replace(self, items={**self.items, **items})

    def without(self, *names: str) -> "SiteYear":
        """The same year with some ledgers not handed in."""
        return replace(self, sheets={name: sheet for name, sheet in self.sheets.items() if name not in names})

    def reading(self) -> Reading:
        """What the reading room would have made of a workbook with these sheets."""
        rows: tuple[Row, ...] = tuple(self.items.items())
        project = Sheet(BOOK, ledgers()[PROJECT].sheet, tuple(range(1, len(rows) + 1)), rows)
        return Reading((Workbook(BOOK, "", (project, *self.sheets.values())),))

    def check(self) -> Checked:
        """The ledgers checked."""
        return check(self.reading())

    def season(self, as_of: str = "", **readings: str) -> Season:
        """The season that views look at."""
        day = dt.date.fromisoformat(as_of) if as_of else None
        return season_of(self.check().ledgers(), self.source.under(readings), day)

    def assess(self, as_of: str = "", missing: str = "fail", **readings: str) -> Assessment:
        """The whole assessment under these readings, the defaults for the rest."""
        day = dt.date.fromisoformat(as_of) if as_of else None
        checked = self.check()
        request = Request(MADE, readings, day, MissingPolicy(missing))
        return assess(checked, self.source, request, reviews=checked if self.applied else None)

    def line(self, name: str, **how: Any) -> IndicatorScore:
        """One indicator scored."""
        sections = self.assess(**how).score.sections
        return next(line for section in sections for line in section.indicators if line.indicator.id == name)

    def score(self, name: str, **how: Any) -> Fraction:
        """The points of one indicator."""
        return self.line(name, **how).score

    def rule(self, name: str, **how: Any) -> RuleScore:
        """One rule scored, by names such as `2.1 items`."""
        line, rule = name.split()
        return next(one for one in self.line(line, **how).rules if one.rule.id == rule)

    def charge(self, name: str, **how: Any) -> tuple[Fraction, Fraction]:
        """The misses of a rule, and the points deducted (or awarded) after its own cap."""
        rule = self.rule(name, **how)
        return rule.misses, rule.deducted

    def duty(self, name: str, **how: Any) -> ObligationState:
        """Where an obligation stands."""
        return next(duty for duty in self.assess(**how).score.obligations if duty.obligation.id == name)


def site_year(text: str = "") -> SiteYear:
    """A year with the tables of a text, from July 2025 to June 2026."""
    start, end = PERIOD
    items = {"站点名称": "某站", "运营单位": "某公司", "考核开始": start, "考核结束": end, "合同金额": "1000000"}
    return SiteYear(_empty() | dict(_tables(text)), items)


def _empty() -> dict[str, Sheet]:
    return {
        ledger.sheet: Sheet(BOOK, ledger.sheet, (1,), (tuple(each.column.zh for each in ledger.fields.values()),))
        for ledger in ledgers().values()
        if ledger.id not in (PROJECT, REVIEWS)
    }


def _tables(text: str) -> Iterator[tuple[str, Sheet]]:
    found: dict[str, list[list[str]]] = {}
    name = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        cells = BETWEEN.split(line)
        if len(cells) == 1 and (line in PLAIN or line == "职责清单"):
            name = line
            found[name] = []
        elif name:
            found[name].append(cells)
    yield from ((name, _sheet(name, *rows)) for name, rows in found.items())


def _sheet(name: str, headers: list[str], *written: list[str]) -> Sheet:
    own, also = next(ledger for ledger in ledgers().values() if ledger.sheet == name).headers()
    shown = {(own.get(key) or also[key]).id for key in map(header_key, headers)}
    plain = dict(part.split("=") for part in PLAIN.get(name, "").split())
    silent = {header: text for header, text in plain.items() if own[header_key(header)].id not in shown}
    rows = [[*cells, *silent.values()] for cells in _repeated(written, len(headers))]
    body = [
        tuple(None if cell == "-" else cell.replace("#", str(number)) for cell in row)
        for number, row in enumerate(rows, 1)
    ]
    return Sheet(BOOK, name, tuple(range(1, len(body) + 2)), ((*headers, *silent), *body))


def _repeated(written: Iterable[list[str]], width: int) -> Iterator[list[str]]:
    for *cells, last in written:
        times = TIMES.fullmatch(last)
        row = cells if times else [*cells, last]
        if len(row) != width:
            raise ValueError(row)
        yield from [row] * (int(times[1]) if times else 1)
