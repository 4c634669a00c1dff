"""A good calendar year: nearly everything met, and a bonus."""

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
    site="青岚市就业之家",
    operator="青岚众联人才服务有限公司",
    purchaser="青岚市公共就业服务中心",
    start=date(2025, 1, 1),
    end=date(2025, 12, 31),
    contract=Decimal("1350000.00"),
    base=Decimal("1000000.00"),
    assessed=Decimal("350000.00"),
    paid=Decimal("675000.00"),
)

PEOPLE = (
    Person("方志远", "专职", "负责人", None, date(2023, 1, 3)),
    Person("苏雅琴", "专职", "综合管理岗", "运营", date(2023, 1, 3)),
    Person("叶俊豪", "专职", "招聘专员", None, date(2024, 3, 1)),
    Person("姚梦洁", "专职", "直播专员", "主播", date(2024, 1, 2)),
    Person("石磊", "专职", "直播专员", "拍摄", date(2024, 1, 2)),
    Person("秦可儿", "专职", "新媒体专员", "剪辑", date(2024, 5, 6)),
    Person("汪建国", "专职", "零工专员", None, date(2023, 6, 1)),
    Person("龚小慧", "专职", "前台", None, date(2024, 12, 2)),
    Person("贺子轩", "见习", "前台", None, date(2025, 7, 1)),
)

DUTIES = (
    ("职业介绍与职业指导", "叶俊豪"),
    ("政策宣介", "方志远"),
    ("就业和失业登记", "龚小慧"),
    ("招聘会组织", "叶俊豪、苏雅琴"),
    ("直播带岗", "姚梦洁；石磊；秦可儿"),
    ("零工市场", "汪建国"),
    ("数据调研与报表", "苏雅琴"),
    ("回访", "龚小慧、汪建国"),
    ("环境与设施", "方志远"),
)

# Twelve fairs, all met but for the positions in December.
THEMED = (
    Fair(date(2025, 2, 8), "主题", "春风行动大型招聘会", 218, 6320, 840),
    Fair(date(2025, 3, 8), "主题", "春风行动女性专场", 204, 6050, 715),
    Fair(date(2025, 3, 22), "主题", "“10210”重点产业专场（一）", 58, 1220, 470),
    Fair(date(2025, 4, 19), "主题", "城市联合招聘高校毕业生春季专场", 72, 1410, 560),
    Fair(date(2025, 5, 17), "主题", "“10210”重点产业专场（二）", 63, 1280, 492),
    Fair(date(2025, 6, 14), "主题", "高校毕业生夏季专场", 66, 1350, 545),
    Fair(date(2025, 7, 12), "主题", "百日千万招聘专场", 57, 1190, 463),
    Fair(date(2025, 8, 16), "主题", "百日千万招聘制造业专场", 60, 1260, 478),
    Fair(date(2025, 9, 13), "主题", "民营企业服务月专场", 69, 1330, 504),
    Fair(date(2025, 10, 18), "主题", "金秋招聘月规上企业专场", 74, 1450, 538),
    Fair(date(2025, 11, 15), "主题", "高校毕业生秋季专场", 65, 1290, 521),
    Fair(date(2025, 12, 13), "主题", "“10210”重点产业专场（三）", 53, 985, 455),
)

OUTREACH = (
    Fair(date(2025, 3, 15), "外出", "赴省外劳务协作招聘", 30, 690, 104, region="省外", online="否"),
    Fair(date(2025, 4, 26), "外出", "高校园区引才招聘", 42, 910, 210, region="高校", online="否"),
    Fair(date(2025, 6, 21), "外出", "赴邻市联合招聘", 26, 600, 92, region="市外", online="否"),
    Fair(date(2025, 9, 20), "外出", "赴沿海城市引才招聘", 35, 780, 141, region="省外", online="否"),
    Fair(date(2025, 10, 25), "外出", "赴周边县市联合招聘", 24, 550, 85, region="市外", online="否"),
    Fair(date(2025, 11, 22), "外出", "大学城校园招聘", 44, 930, 226, region="高校", online="否"),
)

TRAININGS = (
    Training(date(2025, 4, 10), "点亮万家", "业务规范化培训第一期", 108, 124),
    Training(date(2025, 5, 22), "师资班", "青年求职能力实训师资班", 32),
    Training(date(2025, 6, 18), "业务竞赛", "公共就业服务业务竞赛", 48),
    Training(date(2025, 9, 11), "点亮万家", "业务规范化培训第二期", 112, 124),
    Training(date(2025, 10, 16), "职业指导师", "职业指导师遴选培育", 20),
)

FINDINGS = (
    Finding(date(2025, 1, 24), "1.6", "设施故障", "门禁故障", fixed=date(2025, 2, 6)),
    Finding(date(2025, 5, 27), "1.6", "环境脏乱", "停车场垃圾未清", fixed=date(2025, 5, 27)),
    Finding(date(2025, 7, 3), "1.6", "水电未关", "直播间灯光未关"),
    Finding(date(2025, 8, 8), "3.3", "报告错误", "七月直播场次与台账不符", 1, date(2025, 8, 9)),
)

PLAN = Plan(
    folder="good-year",
    seed="good",
    project=PROJECT,
    people=PEOPLE,
    duties=DUTIES,
    fairs=FairPlan(
        daily=40,
        online_only=12,
        large=(9, 28),
        changes={17: {"companies": 34}},
        themed=THEMED,
        outreach=OUTREACH,
        intents=Fraction(54, 100),
        number="2025-{:03d}",
    ),
    calls=CallPlan(Fraction("0.955"), Fraction("0.915"), Fraction("0.965"), Fraction("0.885")),
    desk=DeskPlan(companies=160, seekers=1270, repeats=70),
    online=OnlinePlan(companies=560, called=532, seekers=1800, contacted=1800, short=()),
    live=LivePlan(
        sessions=160,
        views=(700, 1240),
        positions=(170, 300),
        special=(
            ("主任", "直播带岗"),
            ("科长", "直播带岗"),
            ("企业HR", "企业HR进园区"),
            ("科长", "直播带岗"),
            ("局长", "直播带岗"),
            ("企业HR", "企业HR进园区"),
        ),
        videos=190,
        followers=((date(2025, 1, 1), 9_800), (date(2025, 12, 31), 11_050)),
        deep=40,
        touched=68,
        again=22,
    ),
    gig=GigPlan(
        workers=4200,
        lacking=((2, 3), (1, 2)),
        least_follow_ups=2,
        jobs_a_month=120,
        openings=(520, 640),
        openings_in={},
        classes=(54, 57),
        classes_in={},
    ),
    office=OfficePlan(
        services=SERVICES,
        service_rows=620,
        substandard=0,
        elsewhere=(),
        visits=60,
        unvisited=frozenset(),
        channels=("微信公众号", "小程序", "抖音", "电视台", "报纸", "社区公告栏"),
        publicity=96,
        publicity_flaws=(("否", "是"),),
        feedback=140,
        feedback_open=0,
        feedback_late=0,
    ),
    reports=ReportPlan(missing=frozenset(), errors={}, month="{year}年{month}月", quarter="{name}季度"),
    trainings=TRAININGS,
    findings=FINDINGS,
    complaints=(Complaint(date(2025, 6, 5), "反映招聘岗位已招满仍展示，经核为企业未及时下架", "否"),),
    awards=((date(2025, 11, 28), "创新举措", "“夜市招聘”服务模式", "青人社字〔2025〕18号"),),
    split_callbacks=True,
)
