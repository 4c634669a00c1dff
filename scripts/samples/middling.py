"""The year of the README: a believable site that lost a little in most places."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from .parts import (
    CallPlan,
    Complaint,
    DeskPlan,
    Fair,
    FairPlan,
    Finding,
    GigPlan,
    LivePlan,
    OfficePlan,
    OnlinePlan,
    Person,
    Project,
    ReportPlan,
    Training,
)
from .plan import Plan
from .services_named import SERVICES

PROJECT = Project(
    site="云溪市就业之家",
    operator="云溪启明人力资源服务有限公司",
    purchaser="云溪市公共就业服务中心",
    start=date(2025, 7, 1),
    end=date(2026, 6, 30),
    contract=Decimal("1200000.00"),
    base=Decimal("840000.00"),
    assessed=Decimal("360000.00"),
    paid=Decimal("600000.00"),
)

# One left at the end of January and was replaced in March: February saw six.
PEOPLE = (
    Person("周文海", "专职", "负责人", None, date(2024, 7, 1)),
    Person("林晓芸", "专职", "综合管理岗", "运营", date(2024, 7, 1)),
    Person("陈立群", "专职", "招聘专员", None, date(2024, 9, 2)),
    Person("何嘉怡", "专职", "直播专员", "主播", date(2024, 7, 1)),
    Person("吴振邦", "专职", "直播专员", "拍摄", date(2025, 3, 3)),
    Person("郑思雨", "专职", "新媒体专员", "剪辑", date(2025, 6, 16)),
    Person("彭国栋", "专职", "零工专员", None, date(2024, 7, 1), end=date(2026, 1, 31)),
    Person("罗敏", "专职", "零工专员", None, date(2026, 3, 2)),
    Person("许可欣", "实习", "前台", None, date(2025, 7, 7)),
    Person("谢春燕", "兼职", "前台", None, date(2025, 7, 1), every=3),
)

DUTIES = (
    ("职业介绍与职业指导", "陈立群"),
    ("政策宣介", "周文海"),
    ("就业和失业登记", "林晓芸"),
    ("就业援助", "周文海、陈立群"),
    ("信息发布与宣传", "郑思雨"),
    ("招聘会组织", "陈立群，林晓芸"),
    ("直播带岗", "何嘉怡、吴振邦"),
    ("零工市场", "彭国栋、罗敏"),
    ("数据调研与报表", "林晓芸"),
    ("回访", "郑思雨/陈立群"),
    ("环境与设施", "周文海"),
)

# Eleven fairs; that of 28 February was twice the task and counts as two. That of August was short of visitors.
THEMED = (
    Fair(date(2025, 7, 19), "主题", "百日千万招聘制造业专场", 56, 1180, 468),
    Fair(date(2025, 8, 23), "主题", "百日千万招聘女性专场", 53, 1060, 431),
    Fair(date(2025, 9, 13), "主题", "民营企业服务月专场", 61, 1240, 486),
    Fair(date(2025, 9, 27), "主题", "“10210”重点产业陶瓷新材料专场", 58, 1315, 472),
    Fair(date(2025, 10, 18), "主题", "金秋招聘月规上企业专场", 64, 1290, 495),
    Fair(date(2025, 11, 15), "主题", "高校毕业生秋季专场", 55, 1085, 503),
    Fair(date(2025, 12, 13), "主题", "“10210”重点产业电子信息专场", 52, 1020, 457),
    Fair(date(2026, 2, 28), "主题", "春风行动大型招聘会", 206, 6080, 930),
    Fair(date(2026, 3, 14), "主题", "春风行动返乡人员专场", 212, 6150, 620),
    Fair(date(2026, 4, 18), "主题", "城市联合招聘高校毕业生春季专场", 67, 1340, 528),
    Fair(date(2026, 5, 16), "主题", "“10210”重点产业智能装备专场", 54, 1110, 461, online="否"),
)

OUTREACH = (
    Fair(date(2025, 9, 20), "外出", "赴邻市劳务对接", 24, 560, 88, region="市外", online="否"),
    Fair(date(2025, 10, 25), "外出", "赴沿海城市引才招聘", 32, 740, 135, region="省外", online="否"),
    Fair(date(2025, 11, 22), "外出", "大学城校园招聘", 38, 820, 164, region="高校", online="否"),
    Fair(date(2026, 3, 21), "外出", "赴省外返乡人员招聘", 27, 630, 97, region="省外", online="否"),
    Fair(date(2026, 4, 25), "外出", "赴周边县市联合招聘", 22, 510, 76, region="市外", online="否"),
)

TRAININGS = (
    Training(date(2025, 9, 16), "点亮万家", "业务规范化培训第一期", 96, 118),
    Training(date(2025, 10, 23), "业务竞赛", "公共就业服务业务竞赛", 42),
    Training(date(2025, 11, 6), "师资班", "青年求职能力实训师资班", 30),
    Training(date(2026, 3, 24), "点亮万家", "业务规范化培训第二期", 101, 120),
    Training(date(2026, 4, 15), "职业指导师", "职业指导师遴选培育", 18),
)

# Reported before National Day: in time, for the holiday does not count. That of November took seven working days.
FINDINGS = (
    Finding(date(2025, 8, 12), "1.6", "环境脏乱", "一楼洗手间有异味", fixed=date(2025, 8, 12)),
    Finding(date(2025, 9, 30), "1.6", "设施故障", "二楼监控摄像头离线", fixed=date(2025, 10, 14)),
    Finding(date(2025, 11, 3), "1.6", "设施故障", "电子大屏花屏", fixed=date(2025, 11, 12)),
    Finding(date(2025, 12, 18), "1.3", "数据遗漏", "十一月报表漏报见习人数", 1, date(2025, 12, 19)),
    Finding(date(2026, 1, 20), None, "水电未关", "下班后会议室空调未关"),
    Finding(date(2026, 3, 9), "1.6", "设施故障", "自助查询机无法开机", fixed=date(2026, 3, 11)),
)

COMPLAINTS = (
    Complaint(date(2025, 10, 30), "反映前台等候时间过长，经核属实", "是"),
    Complaint(date(2026, 4, 9), "反映企业拖欠工资，与运营单位无关", "否"),
)

PLAN = Plan(
    folder="",
    seed="middling",
    project=PROJECT,
    people=PEOPLE,
    duties=DUTIES,
    fairs=FairPlan(
        daily=37,
        online_only=8,
        large=(11, 30),
        changes={
            7: {"companies": 33},
            15: {"companies": 50, "positions": 935, "visitors": 214},
            22: {"visitors": 187},
        },
        themed=THEMED,
        outreach=OUTREACH,
        intents=Fraction(44, 100),
        number="ZP{:03d}",
        offline_alone=6,
    ),
    calls=CallPlan(Fraction("0.925"), Fraction("0.875"), Fraction("0.935"), Fraction("0.885")),
    desk=DeskPlan(companies=150, seekers=1290, repeats=60),
    online=OnlinePlan(companies=600, called=549, seekers=1900, contacted=1880, short=(2,)),
    live=LivePlan(
        sessions=152,
        views=(640, 1080),
        positions=(150, 290),
        special=(
            ("主任", "直播带岗"),
            ("科长", "直播带岗"),
            ("企业HR", "企业HR进园区"),
            ("局长", "直播带岗"),
            ("科长", "直播带岗"),
        ),
        videos=178,
        followers=((date(2025, 7, 1), 12_480), (date(2026, 6, 30), 13_790)),
        deep=34,
        touched=70,
        again=26,
    ),
    gig=GigPlan(
        workers=5000,
        lacking=((2, 2), (2, 3), (0, 0), (2, 1), (3, 0), (4, 0)),
        least_follow_ups=1,
        jobs_a_month=125,
        openings=(520, 640),
        openings_in={"2026-02": 462},
        classes=(54, 57),
        classes_in={"2026-02": (52, 43)},
    ),
    office=OfficePlan(
        services=SERVICES[:15],
        service_rows=600,
        substandard=1,
        elsewhere=(),
        visits=60,
        unvisited=frozenset(),
        channels=("微信公众号", "小程序", "抖音", "电视台", "社区公告栏"),
        publicity=90,
        publicity_flaws=(("否", "是"),),
        feedback=150,
        feedback_open=1,
        feedback_late=0,
    ),
    reports=ReportPlan(
        missing=frozenset({("数据汇报会", "2026-02"), ("回访分析报告", "2025-12")}),
        errors={"2025-10": 1},
        month="{year}-{month:02d}",
        quarter="{year}Q{quarter}",
    ),
    trainings=TRAININGS,
    findings=FINDINGS,
    complaints=COMPLAINTS,
    awards=(),
    unguarded=frozenset({date(2025, 12, 14), date(2026, 5, 3)}),
    wording={"企业数": "企业数（家）", "岗位数": "岗位数（个）", "入场人次": "入场人次（人次）"},
)
