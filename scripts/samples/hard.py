"""A hard year from the middle of March: every cap reached, a full bonus, a fabricated indicator."""

from datetime import date
from fractions import Fraction

from .hard_record import AWARDS, COMPLAINTS, DUTIES, FINDINGS, OUTREACH, PEOPLE, PROJECT, REVIEWS, THEMED
from .parts import CallPlan, DeskPlan, FairPlan, GigPlan, LivePlan, OfficePlan, OnlinePlan, ReportPlan
from .plan import Plan
from .services_named import SERVICES

QUARTERS = ("2025Q1", "2025Q2", "2025Q3", "2025Q4", "2026Q1")

PLAN = Plan(
    folder="hard-year",
    seed="hard",
    project=PROJECT,
    people=PEOPLE,
    duties=DUTIES,
    fairs=FairPlan(
        daily=20,
        online_only=6,
        large=(0, 2, 3, 5, 6, 7, 9, 10, 11, 12, 14),
        changes={
            1: {"companies": 28, "positions": 720},
            4: {"visitors": 150},
            8: {"companies": 30, "visitors": 188},
            13: {"positions": 640},
        },
        themed=THEMED,
        outreach=OUTREACH,
        intents=Fraction(31, 100),
        number="1{:03d}",
        offline_alone=2,
    ),
    calls=CallPlan(Fraction("0.805"), Fraction("0.755"), Fraction("0.705"), Fraction("0.605")),
    desk=DeskPlan(companies=120, seekers=1000, repeats=50),
    online=OnlinePlan(companies=500, called=400, seekers=1200, contacted=1080, short=(2, 1, 0)),
    live=LivePlan(
        sessions=130,
        views=(480, 900),
        positions=(90, 210),
        special=(("主任", "直播带岗"), ("科长", "直播带岗"), ("企业HR", "企业HR进园区")),
        videos=150,
        followers=((date(2025, 3, 10), 8_000), (date(2026, 3, 14), 8_480)),
        deep=22,
        touched=58,
        again=10,
    ),
    gig=GigPlan(
        workers=3000,
        lacking=((2, 2), (0, 0), (3, 0)) * 10,
        least_follow_ups=1,
        jobs_a_month=80,
        openings=(260, 380),
        openings_in={"2025-03": 190, "2025-06": 560, "2026-03": 190},
        classes=(52,),
        classes_in={"2025-07": (55, 51), "2025-10": (56, 44), "2026-03": ()},
    ),
    office=OfficePlan(
        services=SERVICES[:12],
        service_rows=420,
        substandard=1,
        elsewhere=("爱心驿站",),
        visits=36,
        unvisited=frozenset({"2025-05", "2025-08", "2025-11", "2026-02"}),
        channels=("微信公众号", "小程序"),
        publicity=60,
        publicity_flaws=(("否", "是"), ("是", "否"), ("否", "否")),
        feedback=110,
        feedback_open=3,
        feedback_late=1,
    ),
    reports=ReportPlan(
        # The meeting of March was held in the second part of that month only, which serves for both parts.
        missing=frozenset(
            {
                *(("数据汇报会", month) for month in ("2025-03", "2025-06", "2025-09", "2025-12", "2026-01")),
                *(("季度分析报告", quarter) for quarter in ("2025Q1", "2025Q4", "2026Q1")),
                *(("零工供求分析", quarter) for quarter in QUARTERS),
                *(("直播月度分析", month) for month in ("2025-08", "2025-09")),
            }
        ),
        errors={"2025-05": 2, "2025-10": 1},
        month="{year}年{month}月",
        quarter="{year}年第{name}季度",
    ),
    trainings=(),
    findings=FINDINGS,
    complaints=COMPLAINTS,
    awards=AWARDS,
    reviews=REVIEWS,
    unguarded=frozenset({date(2025, 10, 2), date(2025, 10, 3), date(2026, 2, 18)}),
    wording={
        "企业数": "参会企业数（家）",
        "岗位数": "提供岗位数（个）",
        "入场人次": "接待人次",
        "电话": "联系电话",
        "用工类型": "用工性质",
        "已联系": "是否联系",
        "场观": "观看人次",
        "回访成功": "是否回访成功",
        "企业名称": "单位名称",
    },
    months="{year}年{month}月",
)
