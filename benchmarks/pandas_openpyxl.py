"""What one would write without the product: the same indicator table with pandas, for the default readings.

`python pandas_openpyxl.py FOLDER [ENGINE]`. It trusts its input: no checks, no evidence, no other readings.
"""

import json
import re
import sys
from pathlib import Path
from typing import Literal

import pandas as pd
from chinese_calendar import get_workdays

Engine = Literal["openpyxl", "calamine"]
Frames = dict[str, pd.DataFrame]
Scores = dict[str, float]
SHEETS = [
    "项目信息", "人员名册", "职责清单", "考勤", "基础服务", "企业走访", "报告与会议", "招聘活动", "回访", "前台登记",
    "线上招聘", "直播", "短视频", "粉丝", "直播企业", "零工登记", "零工岗位", "培训", "宣传", "反馈", "督导检查",
    "投诉", "表彰加分",
]  # fmt: skip
DATES = ("日期", "发布日期", "登记日期", "到岗日期", "离岗日期", "处理日期", "整改日期")
FIRST = ("日期", "姓名", "核心职责", "类别", "活动编号", "发布日期", "登记日期", "项目")
SERVICES = [
    "职业介绍", "政策宣介", "职业指导", "信息发布", "岗位归集", "就业和失业登记", "就业援助", "青年就业见习",
    "供需数据分析", "创业服务", "职业培训", "妇女权益保障", "劳动关系协调", "毕业生补助申请", "流动人员档案",
    "就业扶持政策落实", "就业动态监测", "法律援助咨询",
]  # fmt: skip


def tidy(raw: pd.DataFrame) -> pd.DataFrame:
    """Take the header where it stands, drop units, totals and signatures, make dates dates."""
    top = next(i for i, first in enumerate(raw[0]) if first in FIRST)
    df = raw.iloc[top + 1 :].copy()
    df.columns = [re.sub(r"（.*?）", "", str(name)) for name in raw.iloc[top]]
    df = df[df.iloc[:, 0].notna() & (df.iloc[:, 0] != "合计")]
    for name in DATES:
        if name in df:
            df[name] = pd.to_datetime(df[name])
    if "电话" in df:
        df["电话"] = df["电话"].astype(str).str.replace("-", "")
    return df


def read(folder: str, engine: Engine) -> Frames:
    """Every ledger as one frame; sheets kept by the month are put together."""
    found: dict[str, list[pd.DataFrame]] = {}
    for path in sorted(Path(folder).glob("*.xlsx")):
        for name, raw in pd.read_excel(path, sheet_name=None, header=None, dtype=object, engine=engine).items():
            ledger = next((sheet for sheet in SHEETS if name == sheet or name.startswith(sheet + "-")), None)
            if ledger:
                found.setdefault(ledger, []).append(tidy(raw))
    return {name: pd.concat(frames, ignore_index=True) for name, frames in found.items()}


def keep(df: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp, column: str = "日期") -> pd.DataFrame:
    """Rows of the period."""
    return df[df[column].between(start, end)]


def points_short(part: int, whole: int, wanted: int) -> int:
    """Whole percentage points below `wanted`, in whole numbers, so that nothing is rounded."""
    return max(0, (wanted * whole - 100 * part) // whole) if whole else 0


def basics(
    led: Frames, start: pd.Timestamp, end: pd.Timestamp, months: pd.PeriodIndex, quarters: pd.PeriodIndex
) -> tuple[Scores, int, int]:
    """Operations, data and oversight; also the live team's shortfall and the gig analyses missing."""
    staff, days = led["人员名册"], keep(led["考勤"], start, end)
    days = days[days["状态"].isin(["出勤", "值班", "外勤"])]
    full = staff[staff["用工类型"] == "专职"]
    on_post, live = [], []
    for month in months:
        there = set(days.loc[days["日期"].dt.to_period("M") == month, "姓名"])
        left = full["离岗日期"].isna() | (full["离岗日期"] >= month.start_time)
        now = full[(full["到岗日期"] <= month.end_time) & left & full["姓名"].isin(there)]
        on_post.append(now["姓名"].nunique())
        live.append(now.loc[now["直播分工"].notna(), "姓名"].nunique())
    owners = led["职责清单"]["责任人"].fillna("").str.split(r"[、，,;；/]", regex=True)
    names = set(full["姓名"])
    unowned = sum(not set(filter(None, each)) or not set(filter(None, each)) <= names for each in owners)
    current = full[(full["到岗日期"] <= end) & (full["离岗日期"].isna() | (full["离岗日期"] >= start))]
    idle = len(set(current["姓名"]) - {name for each in owners for name in each})
    finds = keep(led["督导检查"], start, end).copy()
    finds["数量"] = finds["数量"].fillna(1).astype(int)

    def count(*kinds: str) -> float:
        return finds.loc[finds["问题类型"].isin(kinds), "数量"].sum()

    services = keep(led["基础服务"], start, end)
    given = services.loc[services["服务项目"].isin(SERVICES), "服务项目"].nunique()
    visited = set(keep(led["企业走访"], start, end)["日期"].dt.to_period("M"))
    reports = led["报告与会议"]

    def missing(kind: str, spans: list[str]) -> int:
        return len(set(spans) - set(reports.loc[reports["类别"] == kind, "所属期"].astype(str)))

    publicity, feedback = keep(led["宣传"], start, end), keep(led["反馈"], start, end)
    messages = ((publicity["及时"] == "否") | (publicity["真实"] == "否")).sum() + count("信息不及时", "信息虚假")
    unanswered = (feedback["处理日期"].isna() | (feedback["处理日期"] > end)).sum()
    faults = finds[finds["问题类型"] == "设施故障"]
    waited = [
        len(get_workdays(row["日期"] + pd.Timedelta(days=1), row["整改日期"] if pd.notna(row["整改日期"]) else end))
        for _, row in faults.iterrows()
    ]
    late = faults.loc[[wait > 5 for wait in waited], "数量"].sum()
    month_names, quarter_names = [str(month) for month in months], [str(quarter) for quarter in quarters]
    errors = pd.to_numeric(reports.loc[reports["类别"] == "月度数据分析", "错误处数"]).sum()
    scores = {
        "1.1": min(5, max(0, 7 - min(on_post)) + unowned + idle),
        "1.2": min(3, max(0, 14 - given) + count("服务不达标") + (services["是否达标"] == "否").sum()),
        "1.3": min(
            5,
            len(set(months) - visited) + missing("季度分析报告", quarter_names) + 0.5 * count("数据遗漏", "数据错误"),
        ),
        "1.5": min(5, max(0, 3 - publicity["渠道"].nunique()) + 0.5 * messages + 0.5 * unanswered),
        "1.6": min(
            6,
            count("环境脏乱", "未巡查", "停车乱停乱放", "违规充电")
            + late
            + 3 * count("特种设备违规")
            + 0.5 * count("水电未关"),
        ),
        "3.3": min(3, missing("数据汇报会", month_names)) + min(2, 0.5 * (errors + count("报告缺失", "报告错误"))),
        "5.2": 5 * bool(count("数据造假")),
    }
    return scores, max(0, 4 - min(live)), missing("零工供求分析", quarter_names)


def callbacks(led: Frames, start: pd.Timestamp, end: pd.Timestamp, events: pd.DataFrame) -> float:
    """The four call-back rates."""
    calls = led["回访"].merge(events[["活动编号", "日期"]], on="活动编号", how="left", suffixes=("", "_活动"))
    fair = calls["渠道"] == "招聘会"
    calls["日期"] = calls["日期"].where(~fair, calls["日期_活动"])
    reached = keep(calls, start, end)
    reached = reached[reached["回访成功"] == "是"]
    offline = events[events["形式"] != "线上"].set_index("活动编号")
    short = 0
    for side, size in (("企业", "企业数"), ("求职者", "入场人次")):
        mine = reached[(reached["渠道"] == "招聘会") & (reached["对象"] == side)]
        names = mine.drop_duplicates(["活动编号", "名称", "电话"]).groupby("活动编号").size()
        got = names.reindex(offline.index).fillna(0).clip(upper=offline[size].astype(int)).sum()
        short += points_short(int(got), int(offline[size].sum()), 90)
    for ledger, channel, day in (("零工登记", "零工市场", "登记日期"), ("前台登记", "前台", "日期")):
        people = keep(led[ledger], start, end, day).rename(columns={"姓名": "名称"})
        people = people.assign(对象=people.get("对象", "求职者"))
        people = people.drop_duplicates(["对象", "名称", "电话"])
        found = people.merge(
            reached.loc[reached["渠道"] == channel, ["对象", "名称", "电话"]].drop_duplicates(),
            on=["对象", "名称", "电话"],
        )
        short += points_short(len(found), len(people), 90)
    return min(3, round(0.2 * short, 6))


def fairs(led: Frames, events: pd.DataFrame) -> Scores:
    """Fairs, outreach and online recruitment."""

    def items(df: pd.DataFrame, companies: int, positions: int, visitors: int) -> int:
        wanted = {"企业数": companies, "岗位数": positions, "入场人次": visitors}
        return sum((df[column] < least).sum() for column, least in wanted.items())

    held = events[events["形式"] != "线上"]
    daily, themed = held[held["类型"] == "日常"], held[held["类型"] == "主题"]
    ratio = pd.concat([themed["企业数"] / 50, themed["岗位数"] / 1000, themed["入场人次"] / 450], axis=1).min(axis=1)
    sessions = (ratio // 1).clip(lower=1).sum()
    out = events[(events["类型"] == "外出") & events["地域"].isin(["市外", "省外", "高校"])]
    online = led["线上招聘"].merge(events[["活动编号"]], on="活动编号")
    firms, seekers = online[online["对象"] == "企业"], online[online["对象"] == "求职者"]
    failed = seekers[seekers["结果"] == "未成功"]
    few = (3 - pd.to_numeric(failed["推荐次数"]).fillna(0)).clip(lower=0).sum()
    bonus = daily[(daily["企业数"] > 50) & (daily["岗位数"] > 900) & (daily["入场人次"] > 200)]
    return {
        "2.1": min(6, 0.5 * max(0, 38 - len(daily)) + 0.5 * items(daily, 35, 900, 200)),
        "2.2": min(6, 0.5 * max(0, 12 - sessions) + 0.5 * items(themed, 50, 1000, 450)),
        "2.3": min(5, max(0, 5 - len(out))),
        "2.4": min(1, 0.5 * points_short((firms["已联系"] == "是").sum(), len(firms), 90))
        + min(1, 0.5 * points_short((seekers["已联系"] == "是").sum(), len(seekers), 100))
        + min(1, 0.5 * few),
        "4.1": min(5, 0.5 * len(bonus)),
    }


def reach(
    led: Frames, start: pd.Timestamp, end: pd.Timestamp, months: pd.PeriodIndex, team: int, analyses: int
) -> Scores:
    """Livestreams, the gig market and trainings."""
    live, videos = keep(led["直播"], start, end), keep(led["短视频"], start, end, "发布日期")
    fans = led["粉丝"][led["粉丝"]["平台"] == "抖音"].sort_values("日期")
    before, within = fans[fans["日期"] <= start], keep(fans, start, end)
    base = (before.iloc[-1] if len(before) else within.iloc[0])["粉丝数"]
    reached = keep(led["直播企业"], start, end)["企业名称"].nunique()
    missed = reached < 100 or 10 * (within.iloc[-1]["粉丝数"] - base) < base
    chiefs = ((live["主讲"] == "科长") | (live["形式"] == "企业HR进园区")).sum()
    shorts = 0.5 * max(0, 150 - len(live)) + 0.5 * (live["场观"].sum() <= 120_000) + 0.1 * max(0, 181 - len(videos))
    leaders = max(0, 2 - live["主讲"].isin(["局长", "主任"]).sum()) + max(0, 4 - chiefs)
    gig, jobs = keep(led["零工登记"], start, end, "登记日期"), keep(led["零工岗位"], start, end, "发布日期")
    neglected = ((gig["推荐次数"] < 3) | (gig["跟踪次数"] < 1)).sum()
    both = jobs[(jobs["省级平台"] == "是") & (jobs["市级平台"] == "是")]
    openings = both.groupby(both["发布日期"].dt.to_period("M"))["岗位数"].sum().reindex(months).fillna(0)
    courses = keep(led["培训"], start, end)
    skills = courses[(courses["类别"] == "灵活就业技能") & (courses["参训人数"] >= 50)]
    monthly = skills.groupby(skills["日期"].dt.to_period("M")).size().reindex(months).fillna(0)
    lamps = courses[courses["类别"] == "点亮万家"]
    covered = 100 * lamps["参训人数"].sum() >= 80 * lamps["应训人数"].sum() and len(lamps) > 0
    kinds = set(courses["类别"])
    return {
        "2.5": min(6, team + shorts + 2 * missed + 0.5 * leaders),
        "2.6": min(2, 0.1 * neglected)
        + min(2, 0.2 * (openings < 500).sum())
        + min(2, 0.2 * (monthly < 2).sum())
        + 0.5 * analyses,
        "3.1": min(5, max(0, 2 - len(lamps)) + 0.5 * (not covered) + 2 * ("业务竞赛" not in kinds)),
        "3.2": 3 * ("师资班" not in kinds) + 2 * ("职业指导师" not in kinds),
    }


def extras(led: Frames, start: pd.Timestamp, end: pd.Timestamp) -> Scores:
    """Honours and complaints."""
    awards, complaints = keep(led["表彰加分"], start, end), keep(led["投诉"], start, end)
    valid = complaints[complaints["有效"] == "是"]
    adverse = valid["不良影响"] == "是"
    levels = {"国家级": 3, "省部级": 2, "创新举措": 2}
    return {
        "4.2": min(5, sum(levels[level] for level in awards["级别"])),
        "5.1": min(5, 0.5 * (~adverse).sum() + pd.to_numeric(valid.loc[adverse, "扣分"]).sum()),
    }


def main(folder: str, engine: Engine) -> None:
    """Print {indicator: points lost or gained} and the total."""
    led = read(folder, engine)
    project = led["项目信息"].set_index("项目")["内容"]
    start, end = pd.Timestamp(project["考核开始"]), pd.Timestamp(project["考核结束"])
    months, quarters = pd.period_range(start, end, freq="M"), pd.period_range(start, end, freq="Q")
    events = keep(led["招聘活动"], start, end)
    table, team, analyses = basics(led, start, end, months, quarters)
    table["1.4"] = callbacks(led, start, end, events)
    table |= fairs(led, events) | reach(led, start, end, months, team, analyses) | extras(led, start, end)
    table = {name: round(float(points), 6) for name, points in sorted(table.items())}
    lost = sum(points for name, points in table.items() if name[0] in "123")
    total = max(0, min(100, 100 - lost + table["4.1"] + table["4.2"] - min(10, table["5.1"] + table["5.2"])))
    print(json.dumps(table | {"total": round(total, 6)}))


if __name__ == "__main__":
    main(sys.argv[1], "calamine" if "calamine" in sys.argv[2:] else "openpyxl")
