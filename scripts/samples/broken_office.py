"""Broken sheets: reports, visits, services, publicity, findings, complaints, awards, and a sheet of no ledger."""

from datetime import date
from decimal import Decimal

from .broken_sheet import Bad, Sheet, notice

REPORTS = "08 报告与走访.xlsx"
SERVICES = "09 基础服务.xlsx"
INSPECTION = "10 督导投诉表彰.xlsx"
OTHER = "11 其他.xlsx"

REPORT_HEADER = ("类别", "所属期", "完成日期", "错误处数")
FINDING_HEADER = ("日期", "指标", "问题类型", "说明", "数量", "整改日期")
COMPLAINT_HEADER = ("日期", "内容", "有效", "不良影响", "扣分")

OFFICE: tuple[Sheet, ...] = (
    Sheet(
        REPORTS,
        "报告与会议",
        REPORT_HEADER,
        (
            ("季度分析报告", Bad("2025-03", "quarterly report covers a month"), date(2025, 4, 8), None),
            ("数据汇报会", Bad("2025Q2", "monthly meeting covers a quarter"), date(2025, 7, 4), None),
            ("零工供求分析", Bad("上半年", "neither month nor quarter"), date(2025, 7, 9), None),
            ("月度数据分析", "2025-06", date(2025, 7, 6), Bad("两处", "text in a number column")),
        ),
    ),
    Sheet(
        REPORTS,
        "企业走访",
        ("日期", "企业名称", "走访人", "用工需求"),
        (
            (date(2025, 3, 11), "云溪试样商贸有限公司", "尹长青", 12),
            (notice(date(2025, 3, 11), "whole row repeated"), "云溪试样商贸有限公司", "尹长青", 12),
        ),
    ),
    Sheet(
        SERVICES,
        "基础服务",
        ("日期", "服务项目", "服务人次"),
        (
            (date(2025, 3, 3), "职业介绍", 12),
            (date(2025, 3, 4), notice("代订车票", "service outside the catalogue"), 5),
        ),
    ),
    Sheet(
        SERVICES,
        "前台登记",
        ("日期", "对象", "名称", "电话"),
        ((date(2025, 3, 3), Bad("路人", "unknown choice"), "葛大勇", "139-0000-0004"),),
    ),
    Sheet(
        SERVICES,
        "宣传",
        ("日期", "渠道", "标题", "及时"),
        ((date(2025, 3, 5), "小程序", "招聘会预告", Bad("差不多", "neither yes nor no")),),
    ),
    Sheet(SERVICES, "反馈", ("日期", "内容", "处理日期"), ((date(2025, 3, 6), "咨询", Bad("待定", "no such date")),)),
    Sheet(
        SERVICES,
        "反馈-2月",
        ("二月六日", "岗位咨询", "二月七日"),
        (("二月八日", "时间咨询", "二月八日"),),
        problem="header not found",
    ),
    Sheet(
        SERVICES,
        "宣传-3月",
        ("日期", "渠道", "标题"),
        ((date(2025, 3, 9), "小程序", "活动报道"),),
        problem="hidden sheet with data",
        concealed=True,
    ),
    Sheet(
        INSPECTION,
        "督导检查",
        FINDING_HEADER,
        (
            (date(2025, 3, 11), Bad("9.9", "unknown indicator"), "环境脏乱", "地面脏污", None, None),
            (date(2025, 3, 12), Bad(None, "fabrication without an indicator"), "数据造假", "截图拼接", None, None),
            (
                date(2025, 3, 20),
                "1.6",
                "设施故障",
                "监控离线",
                None,
                notice(date(2025, 3, 18), "fixed before it was found"),
            ),
            (date(2025, 3, 21), notice("2.1", "indicator contradicts the type"), "水电未关", "灯未关", None, None),
            (date(2025, 3, 22), "1.6", Bad("味道不好", "unknown choice"), "异味", None, None),
            (date(2025, 3, 23), "1.6", "环境脏乱", Bad(None, "required cell empty"), None, None),
        ),
    ),
    Sheet(
        INSPECTION,
        "投诉",
        COMPLAINT_HEADER,
        (
            (date(2025, 4, 1), "被媒体曝光", "是", "是", Bad(None, "adverse complaint without points")),
            (date(2025, 4, 2), "等候过长", "是", "否", Bad(1, "points without adverse impact")),
            (date(2025, 4, 3), "泄露简历", "是", "是", Bad(Decimal(7), "points outside 0.5–5")),
        ),
    ),
    Sheet(
        INSPECTION,
        "表彰加分",
        ("日期", "级别", "名称"),
        ((date(2025, 6, 3), Bad("市级", "unknown choice"), "优秀窗口"),),
    ),
    Sheet(
        OTHER, "临时记录", ("时间", "事项"), ((date(2025, 6, 4), "补录若干"),), problem="sheet of no ledger with data"
    ),
)
