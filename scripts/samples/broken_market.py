"""Broken sheets: livestreams, videos, followers, partners, the day-labour market."""

from datetime import date, time
from decimal import Decimal

from .broken_sheet import Bad, Sheet, notice

LIVE = "06 直播与短视频.xlsx"
GIG = "07 零工市场.xlsx"

LIVE_HEADER = ("日期", "开始时间", "主题", "形式", "场观", "岗位数", "平台")
GIG_HEADER = ("登记日期", "姓名", "电话", "推荐次数", "跟踪次数")
JOB_HEADER = ("发布日期", "用工单位", "岗位名称", "岗位数", "省级平台", "市级平台")

MARKET: tuple[Sheet, ...] = (
    Sheet(
        LIVE,
        "直播",
        LIVE_HEADER,
        (
            (date(2025, 3, 4), time(19, 30), "制造业专场", "直播带岗", 820, 200, "抖音"),
            (Bad(date(2025, 3, 4), "duplicate key: livestreams"), "19:30:00", "同一场再报", "直播带岗", 820, 200, None),
            (date(2025, 3, 6), time(19, 30), "商贸专场", "直播带岗", Bad("30+", "open-ended number"), 200, None),
        ),
    ),
    Sheet(
        LIVE,
        "短视频",
        ("发布日期", "标题", "平台", "播放量"),
        (
            (date(2025, 3, 5), "岗位推介第1期", "抖音", 900),
            (Bad(date(2025, 3, 5), "duplicate key: videos"), "岗位推介第1期", "抖音", 950),
            (date(2025, 3, 8), "岗位推介第2期", "抖音", Bad("1E+05", "exponent as text")),
        ),
    ),
    Sheet(
        LIVE,
        "粉丝",
        ("日期", "平台", "粉丝数"),
        (
            (date(2025, 1, 1), "抖音", 5000),
            (Bad(date(2025, 1, 1), "duplicate key: followers"), "抖音", 5100),
            (Bad(Decimal("0.5"), "fraction of a day for a date"), "抖音", 5200),
            (Bad(60, "serial 60 is no day"), "抖音", 5300),
            (Bad(-3, "negative serial for a date"), "抖音", 5350),
            (notice(45748, "plain number read as a date"), "抖音", 5400),
            (date(2025, 5, 31), "抖音", 5500),
            (date(2025, 6, 30), "视频号", Bad("十二", "number in words")),
        ),
    ),
    Sheet(
        LIVE,
        "粉丝-7月",
        ("日期", "平台", "粉丝数"),
        ((date(2025, 7, 30), "抖音", 5600), (date(2025, 7, 31), "抖音", notice(5650, "value hidden under a merge"))),
        merged=("C2:C3",),
    ),
    Sheet(
        LIVE,
        "直播企业",
        ("日期", "企业名称", "合作"),
        ((date(2025, 4, 2), "云溪试样商贸有限公司", Bad("洽谈", "unknown choice")),),
    ),
    Sheet(
        LIVE,
        "直播企业-5月",
        ("日期", "企业名称", Bad("企业名称", "column matched twice"), "合作"),
        ((date(2025, 5, 6), "云溪试样物流有限公司", "云溪试样物流有限公司", "触达"),),
    ),
    Sheet(
        GIG,
        "零工登记",
        GIG_HEADER,
        (
            (date(2025, 4, 1), "葛大勇", "139-0000-0004", 3, 2),
            (date(2025, 4, 8), Bad("葛大勇", "duplicate key: gig_workers"), "13900000004", 3, 2),
            (date(2025, 4, 9), "苗小苗", Bad(123456789012345678, "18 digits stored as a number"), 3, 2),
            (date(2025, 4, 10), notice("毛\u200b毛", "invisible character in a name"), "139-0000-0005", 3, 2),
            (date(2025, 4, 11), "巴图", "139-0000-0006", Bad("①", "not a number"), 2),
        ),
    ),
    Sheet(
        GIG,
        "零工岗位",
        JOB_HEADER,
        (
            (date(2025, 4, 1), "云溪试样商贸有限公司", "分拣员", Bad("1_000", "not a number"), "是", "是"),
            (date(2025, 4, 2), "云溪试样商贸有限公司", "装卸工", 12, "是", Bad(None, "required cell empty")),
        ),
    ),
    Sheet(
        GIG,
        "零工岗位-5月",
        (*JOB_HEADER[:4], Bad("省级平台", "hidden column with data"), "市级平台"),
        ((date(2025, 5, 2), "云溪试样商贸有限公司", "装卸工", 12, "是", "是"),),
        hidden_columns=frozenset({4}),
    ),
)
