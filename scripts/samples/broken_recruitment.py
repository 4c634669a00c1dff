"""Broken sheets: project, people, attendance, events, callbacks, online recruitment."""

from datetime import date
from decimal import Decimal

from .book import Formula
from .broken_sheet import Bad, Sheet, notice

PEOPLE = "01 项目与人员.xlsx"
ATTENDANCE = "02 考勤.xlsx"
EVENTS = "03 招聘活动.xlsx"
CALLS = "04 回访.xlsx"
ONLINE = "05 线上招聘.xlsx"

EVENT_HEADER: tuple[str | Bad, ...] = (
    "活动编号", "日期", "类型", "形式", "地域", "企业数", "岗位数", "入场人次", notice("天气", "unknown column"),
)  # fmt: skip
CALL_HEADER = ("日期", "渠道", "对象", "活动编号", "名称", "电话", "回访成功")
ONLINE_HEADER = ("活动编号", "对象", "名称", "电话", "已联系", "结果", "推荐次数")

RECRUITMENT: tuple[Sheet, ...] = (
    Sheet(
        PEOPLE,
        "项目信息",
        ("项目", "内容"),
        (
            ("站点名称", "残桥市就业之家"),
            ("运营单位", "残桥试样人力资源有限公司"),
            ("考核开始", date(2025, 1, 1)),
            ("考核结束", notice(date(2025, 11, 30), "period is not a year")),
            ("合同金额", Decimal("900000.00")),
            ("基础运营费", Decimal("600000.00")),
            ("考核费用", Bad(Decimal("250000.00"), "base and assessed fee are not the contract amount")),
        ),
    ),
    Sheet(
        PEOPLE,
        "人员名册",
        ("姓名", "用工类型", "到岗日期", "离岗日期"),
        (
            ("尹长青", "专职", date(2024, 1, 2), None),
            ("白若兰", "专职", date(2024, 1, 2), None),
            (Bad("白若兰", "duplicate key: staff"), "专职", date(2024, 1, 2), None),
            ("柳青青", Bad("劳务派遣", "unknown choice"), date(2024, 5, 6), None),
        ),
    ),
    Sheet(
        PEOPLE,
        "职责清单",
        ("核心职责", "责任人"),
        (("招聘会", "尹长青"), ("回访", "查无此人")),
    ),
    Sheet(
        ATTENDANCE,
        "考勤-1月",
        ("日期", "姓名", "状态"),
        (
            (date(2025, 1, 6), "尹长青", "出勤"),
            (date(2025, 1, 6), "白若兰", "出勤"),
            (Bad(date(2025, 1, 6), "duplicate key: attendance"), "尹 长青", "值班"),
        ),
    ),
    Sheet(
        ATTENDANCE,
        "考勤-2月",
        ("日期", "姓名", "备注"),
        ((date(2025, 2, 6), "尹长青", "在岗"),),
        problem="required column missing: 状态",
    ),
    Sheet(
        ATTENDANCE,
        "考勤-3月",
        ("日期", "姓名", "状态"),
        (
            (date(2025, 3, 6), "尹长青", "出勤"),
            (Bad(date(2025, 3, 7), "hidden row with data"), "尹长青", "出勤"),
        ),
        hidden_rows=frozenset({2}),
    ),
    Sheet(
        EVENTS,
        "招聘活动",
        EVENT_HEADER,
        (
            (
                "P-01",
                date(2025, 1, 9),
                "日常",
                "线下",
                "市内",
                Bad("三十几家", "text in a number column"),
                910,
                205,
                "晴",
            ),
            ("P-02", Bad("2025-02-30", "no such date"), "日常", "线下", "市内", 36, 910, 205),
            ("P-03", Bad(date(2101, 3, 6), "date outside 2000–2100"), "日常", "线下", "市内", 36, 910, 205),
            ("P-04", date(2025, 3, 13), "日常", "线下", "市内", Bad(Decimal("35.5"), "fraction for a count"), 910, 205),
            ("P-05", date(2025, 3, 20), "日常", "线下", "市内", 36, Bad(-910, "negative count"), 205),
            ("P-06", date(2025, 3, 27), "日常", Bad("电视直播", "unknown choice"), "市内", 36, 910, 205),
            ("P-07", date(2025, 4, 3), "日常", "线下", "市内", 36, 910, Bad(None, "required cell empty")),
            (Bad("P-01", "duplicate key: events"), date(2025, 4, 10), "日常", "线下", "市内", 36, 910, 205),
            (
                "P-09",
                date(2025, 4, 17),
                "日常",
                "线下",
                "市内",
                Bad(Formula("=#REF!+1", "#REF!"), "error cell"),
                910,
                205,
            ),
            (
                "P-10",
                date(2025, 4, 24),
                "日常",
                "线下",
                "市内",
                36,
                Bad(Formula("=450*2", ""), "formula without a value"),
                205,
            ),
            ("P-11", notice(date(2024, 12, 26), "row outside the period"), "日常", "线下", "市内", 36, 910, 205),
            ("P-12", date(2025, 5, 15), "主题", "线下", "市内", 52, Bad("约1000", "approximate number"), 455),
            ("P-13", date(2025, 5, 22), "日常", "线下", "市内", Bad("30-40", "range for a number"), 910, 205),
        ),
    ),
    Sheet(
        EVENTS,
        "招聘活动2025年6月",
        EVENT_HEADER[:8],
        (
            ("P-21", date(2025, 6, 5), "日常", "线下", "市内", 36, 910, 205),
            ("P-22", date(2025, 6, 12), "日常", "线下", "市内", 38, 920, 215),
            ("合计", None, None, None, None, 74, 1830, notice(520, "total row differs from our sum")),
        ),
    ),
    Sheet(
        CALLS,
        "回访",
        CALL_HEADER,
        (
            (date(2025, 6, 9), "招聘会", "企业", "P-21", "云溪试样商贸有限公司", "139-0000-0001", "是"),
            (
                date(2025, 6, 9),
                "招聘会",
                "企业",
                Bad("P-99", "callback of no event"),
                "云溪试样物流有限公司",
                "139-0000-0002",
                "是",
            ),
            (
                date(2025, 6, 10),
                "招聘会",
                "求职者",
                Bad(None, "fair callback without an event"),
                "苗小苗",
                "139-0000-0003",
                "是",
            ),
            (date(2025, 6, 10), "前台", "求职者", None, "葛大勇", "139-0000-0004", Bad("可能", "neither yes nor no")),
            (date(2025, 6, 11), Bad("微信群", "unknown choice"), "求职者", None, "葛大勇", "139-0000-0004", "是"),
        ),
    ),
    Sheet(
        ONLINE,
        "线上招聘",
        ONLINE_HEADER,
        (
            ("P-21", "企业", "云溪试样商贸有限公司", "139-0000-0001", "是", None, None),
            (Bad("P-98", "online row of no event"), "求职者", "苗小苗", "139-0000-0003", "是", "成功", None),
            ("P-22", "求职者", "葛大勇", "139-0000-0004", "是", Bad(None, "seeker without an outcome"), 3),
            ("P-22", "求职者", "毛毛", "139-0000-0005", "是", "未成功", Bad("nan", "not a number")),
        ),
    ),
)
