"""What the hard year put on record: people, listed fairs, findings, complaints, awards."""

from datetime import date
from decimal import Decimal

from .parts import Complaint, Fair, Finding, Person, Project, Review

PROJECT = Project(
    site="石桥市就业之家",
    operator="石桥聚力人力资源有限公司",
    purchaser="石桥市公共就业服务中心",
    start=date(2025, 3, 16),
    end=date(2026, 3, 15),
    contract=Decimal("980000.00"),
    base=None,
    assessed=None,
    paid=Decimal("196000.00"),
)

# From November four full-time people attended: one had left, one was on leave for good.
PEOPLE = (
    Person("曾广明", "专职", "负责人", "运营", date(2024, 3, 18)),
    Person("田小雨", "专职", "直播专员", "主播", date(2024, 3, 18)),
    Person("范志强", "专职", "直播专员", "拍摄", date(2024, 6, 3)),
    Person("蒋丽萍", "专职", "招聘专员", None, date(2024, 3, 18)),
    Person("魏东升", "专职", "零工专员", None, date(2024, 3, 18), end=date(2025, 10, 31)),
    Person("熊雅婷", "专职", "综合管理岗", None, date(2025, 6, 3), away=date(2025, 11, 1)),
    Person("邹思远", "实习", "新媒体", "剪辑", date(2025, 3, 17)),
    Person("丁晓燕", "见习", "前台", None, date(2025, 4, 1)),
    Person("康美玲", "兼职", "前台", None, date(2025, 3, 16), every=3),
)

# Three misses: a duty without an owner, one owned by an intern, and 熊雅婷 answers for nothing.
DUTIES = (
    ("职业介绍与职业指导", "蒋丽萍"),
    ("政策宣介", "曾广明"),
    ("就业和失业登记", None),
    ("招聘会组织", "蒋丽萍、曾广明"),
    ("直播带岗", "田小雨，范志强"),
    ("信息发布与宣传", "邹思远"),
    ("零工市场", "魏东升"),
    ("数据调研与报表", "曾广明"),
    ("环境与设施", "范志强"),
)

# Seven fairs; eight items missed in the first three.
THEMED = (
    Fair(date(2025, 4, 19), "主题", "高校毕业生春季专场", 38, 820, 260),
    Fair(date(2025, 6, 14), "主题", "女性专场", 42, 910, 318, online="否"),
    Fair(date(2025, 8, 16), "主题", "百日千万招聘专场", 44, 1030, 390, online="否"),
    Fair(date(2025, 9, 13), "主题", "民营企业服务月专场", 57, 1150, 466),
    Fair(date(2025, 10, 18), "主题", "金秋招聘月专场", 61, 1220, 480),
    Fair(date(2025, 12, 13), "主题", "“10210”重点产业专场", 53, 1075, 458, online="否"),
    Fair(date(2026, 3, 7), "主题", "春风行动招聘会", 96, 2650, 702),
)

# Journeys that stayed within the city, and a fair of the year before.
OUTREACH = (
    Fair(date(2025, 3, 13), "日常", "上一年度末场招聘会", 40, 960, 212),
    Fair(date(2025, 5, 24), "外出", "赴工业园区送岗", 20, 450, 70, region="市内", online="否"),
    Fair(date(2025, 11, 8), "外出", "赴乡镇送岗", 18, 380, 64, region="市内", online="否"),
)

FINDINGS = (
    Finding(date(2025, 4, 8), "1.2", "服务不达标", "政策宣介材料过期"),
    Finding(date(2025, 4, 22), "1.6", "特种设备违规", "电梯超期未检仍运行", fixed=date(2025, 4, 30)),
    Finding(date(2025, 5, 13), "1.3", "数据遗漏", "用工监测表漏填", 2, date(2025, 5, 15)),
    Finding(date(2025, 6, 10), "1.6", "环境脏乱", "大厅地面脏污", 2),
    Finding(date(2025, 6, 24), "1.5", "信息不及时", "招聘会结束后仍在推送"),
    Finding(date(2025, 7, 15), "1.6", "未巡查", "保安巡查记录空白"),
    Finding(date(2025, 7, 16), "1.6", "停车乱停乱放", "消防通道停车"),
    Finding(date(2025, 7, 22), "1.5", "信息虚假", "虚构企业岗位", 2),
    Finding(date(2025, 8, 5), "1.6", "违规充电", "大厅内电动车充电"),
    Finding(date(2025, 8, 19), "1.3", "数据错误", "就业人数与台账不符"),
    Finding(date(2025, 9, 2), "1.6", "水电未关", "夜间照明未关", 2),
    # In time only because of National Day: 9, 10, 11 (a make-up day), 13, 14 October.
    Finding(date(2025, 9, 30), "1.6", "设施故障", "监控主机离线", fixed=date(2025, 10, 14)),
    # Late only because of the make-up Saturday: the sixth working day.
    Finding(date(2025, 9, 30), "1.6", "设施故障", "空调不制冷", fixed=date(2025, 10, 15)),
    Finding(date(2025, 11, 11), "1.6", "环境脏乱", "洗手间异味"),
    Finding(date(2025, 11, 18), "1.2", "服务不达标", "职业指导无记录"),
    Finding(date(2025, 12, 9), "3.3", "报告缺失", "十一月分析缺用工结构"),
    Finding(date(2025, 12, 16), "3.3", "报告错误", "岗位合计有误"),
    Finding(date(2026, 1, 13), "2.5", "数据造假", "直播场观截图系拼接"),
    Finding(date(2026, 1, 14), "2.5", "数据造假", "同一场直播重复报送"),
    # Over Spring Festival: 14 (a make-up day), 24, 25, 26, 27 February, and one day more.
    Finding(date(2026, 2, 13), "1.6", "设施故障", "饮水机漏水", fixed=date(2026, 2, 27)),
    Finding(date(2026, 2, 13), "1.6", "设施故障", "大屏无法点亮", fixed=date(2026, 2, 28)),
    # Both still open at the period's end, the second for three working days only.
    Finding(date(2026, 3, 2), "1.6", "设施故障", "自助终端故障"),
    Finding(date(2026, 3, 10), "1.6", "设施故障", "打印机故障"),
)

COMPLAINTS = (
    *(
        Complaint(date(2025, month, 20), content, "是", "否")
        for month, content in (
            (4, "前台态度冷淡"),
            (5, "岗位信息过期"),
            (6, "等候时间过长"),
            (7, "招聘会临时取消未通知"),
            (9, "登记信息遗失"),
            (10, "简历外泄"),
            (12, "补贴材料退回未说明原因"),
        )
    ),
    Complaint(date(2025, 11, 21), "虚构岗位被媒体曝光", "是", "是", Decimal(3)),
    Complaint(date(2026, 1, 22), "要求介绍体制内工作，不予认定", "否"),
)

AWARDS = (
    (date(2025, 6, 30), "国家级", "公共就业服务优秀项目", "示〔2025〕1号"),
    (date(2025, 9, 28), "省部级", "零工市场先进单位", "示〔2025〕27号"),
    (date(2026, 1, 9), "创新举措", "“流动招聘车”服务模式", "示〔2026〕3号"),
)

STOPPED = "石就业复〔2026〕5号"

# What the purchaser decided after the operator's objections. Row numbers are Excel's, below a title where there is one.
REVIEWS = (
    Review("撤销", "原始录屏完整，截图系平台自动合成", "督导检查", 20, document="石就业复〔2026〕3号"),
    Review("撤销", "两次报送为同一场的更正", "督导检查", 21, document="石就业复〔2026〕3号"),
    Review("免责", "检验机构停检，已提前报备", "督导检查", 4, document="石就业复〔2026〕4号"),
    Review(
        "免责", "市局统一安排停会", indicator="3.3", rule="数据汇报会", period="2025-12", document="石就业复〔2026〕5号"
    ),
    Review(
        "免责",
        "市局统一安排停会",
        indicator="3.3",
        rule="数据汇报会",
        period="2026年1月",
        document="石就业复〔2026〕5号",
    ),
    Review("免责", "防汛期间场地征用", indicator="2.1", rule="招聘会场次", period="全年", count=3),
    Review("撤销", "投诉对象为其他机构", "投诉", 9, document="石就业复〔2026〕6号"),
    Review("维持", "未提供新的证据", indicator="2.3"),
    Review("撤销", "表彰对象不是本站点", "表彰加分", 2, document="石就业复〔2026〕7号"),
)
