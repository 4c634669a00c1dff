"""The ledgers of recruitment: events, online contacts, livestreams and their reach, the gig market."""

from typing import Annotated

from jobhome_score.ledgers.kinds import choice, yes_no
from jobhome_score.ledgers.rows import Column, Date, Flag, LedgerRow, Phone, Text, Time, Whole
from jobhome_score.ledgers.services import COMPANY_NAMES, PHONE_NAMES, Party
from jobhome_score.ledgers.site import DATE_NAMES, PEOPLE_NAMES

EVENT_NAMES = ("招聘会编号", "场次编号", "编号", "活动场次", "活动编码")

EventKind = Annotated[
    str,
    choice(
        "日常", "主题", "外出",
        also={"日常招聘会": "日常", "日常招聘": "日常", "日常专场": "日常", "主题招聘会": "主题", "主题招聘": "主题",
              "专项": "主题", "专项招聘": "主题", "专项招聘会": "主题", "外出招聘": "外出", "外出招聘会": "外出",
              "daily": "日常", "themed": "主题", "outreach": "外出"},
    ),
]  # fmt: skip
Mode = Annotated[
    str,
    choice(
        "线下", "线上", "线上线下",
        also={"线上+线下": "线上线下", "线下+线上": "线上线下", "线上、线下": "线上线下", "线上/线下": "线上线下",
              "线下线上": "线上线下", "线上线下同步": "线上线下", "线上线下结合": "线上线下", "现场": "线下",
              "现场招聘": "线下", "网络": "线上", "offline": "线下", "online": "线上", "both": "线上线下"},
    ),
]  # fmt: skip
Region = Annotated[
    str,
    choice(
        "市内", "市外", "省外", "高校",
        also={"市外省内": "市外", "省内市外": "市外", "本市": "市内", "外省": "省外", "跨省": "省外", "高校聚集地": "高校",
              "校园": "高校", "院校": "高校", "local": "市内", "outside city": "市外", "outside province": "省外",
              "campus": "高校"},
    ),
]  # fmt: skip
OnlineOutcome = Annotated[
    str,
    choice("成功", "未成功", also={"未就业": "未成功", "失败": "未成功", "不成功": "未成功", "已就业": "成功", "已成功": "成功",
                                   "就业": "成功", "success": "成功", "failed": "未成功"}),
]  # fmt: skip
StreamKind = Annotated[
    str,
    choice("直播带岗", "政策宣讲", "企业HR进园区", "其他",
           also={"带岗直播": "直播带岗", "带岗": "直播带岗", "政策宣传": "政策宣讲", "政策宣讲直播": "政策宣讲",
                 "企业HR进园区探岗": "企业HR进园区", "HR进园区": "企业HR进园区", "其它": "其他"}),
]  # fmt: skip
Host = Annotated[
    str,
    choice("局长", "主任", "科长", "企业HR", "主播",
           also={"局长带岗": "局长", "主任带岗": "主任", "科长带岗": "科长", "HR": "企业HR", "企业人事": "企业HR"}),
]  # fmt: skip
Partnership = Annotated[
    str,
    choice("深度合作", "触达", also={"深度": "深度合作", "深度合作企业": "深度合作", "触达企业": "触达", "一般触达": "触达"}),
]  # fmt: skip
Contacted = Annotated[bool, yes_no(("已联系", "已回访", "联系"), ("未联系", "未回访"))]


class Event(LedgerRow, ledger="events", sheet="招聘活动", also=("招聘会", "招聘活动台账", "招聘会台账", "活动台账")):
    """A recruitment event as recorded on the day. `visitors` are visits (人次): one person may count twice."""

    event: Annotated[Text, Column("活动编号", also=EVENT_NAMES, key=True)]
    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "举办日期", "活动日期", "举办时间", "活动时间"))]
    kind: Annotated[EventKind, Column("类型", also=("活动类型", "招聘会类型", "类别"))]
    theme: Annotated[Text, Column("主题", also=("活动主题", "活动名称", "招聘会名称", "名称"), blank=None)]
    mode: Annotated[Mode, Column("形式", also=("活动形式", "举办形式", "方式"))]
    region: Annotated[Region, Column("地域", also=("区域", "举办地域", "地区", "活动地域"))]
    companies: Annotated[
        Whole, Column("企业数", also=("参会企业", "参会企业数", "企业数量", "参会企业数量"), unit="家")
    ]
    positions: Annotated[Whole, Column("岗位数", also=("提供岗位数", "岗位数量", "提供岗位", "岗位个数"), unit="个")]
    visitors: Annotated[
        Whole, Column("入场人次", also=("入场人数", "接待人次", "求职人次", "进场人次", "接待人数"), unit="人次")
    ]
    intents: Annotated[
        Whole, Column("达成意向", also=("达成意向人数", "意向人数", "达成就业意向"), unit="人", blank=None)
    ]
    online: Annotated[Flag, Column("同步线上", also=("是否同步线上", "线上同步", "同步举办线上"), blank=None)]


class OnlineContact(LedgerRow, ledger="online", sheet="线上招聘", also=("线上招聘台账", "线上招聘会", "线上对接")):
    """A company or seeker who took part online. For companies `contacted` means called back."""

    event: Annotated[Text, Column("活动编号", also=EVENT_NAMES)]
    party: Annotated[Party, Column("对象", also=("对象类型", "对象类别"))]
    name: Annotated[Text, Column("名称", also=("姓名", "企业名称", "单位名称", "姓名/名称", "名称/姓名"))]
    phone: Annotated[Phone, Column("电话", also=PHONE_NAMES, blank=None)]
    contacted: Annotated[Contacted, Column("已联系", also=("是否联系", "是否已联系", "联系情况"))]
    outcome: Annotated[OnlineOutcome, Column("结果", also=("求职结果", "对接结果"), blank=None)]
    recommendations: Annotated[Whole, Column("推荐次数", also=("推荐岗位次数", "岗位推荐次数"), unit="次", blank=0)]


class Livestream(LedgerRow, ledger="livestreams", sheet="直播", also=("直播台账", "直播记录", "直播招聘", "直播场次")):
    """A livestream. `views` are the session's own."""

    date: Annotated[Date, Column("日期", also=("时间", "直播日期", "直播时间"), key=True)]
    start: Annotated[Time, Column("开始时间", also=("开播时间", "开始", "直播开始时间"), key=True)]
    title: Annotated[Text, Column("主题", also=("直播主题", "标题", "直播标题", "名称"))]
    kind: Annotated[StreamKind, Column("形式", also=("直播形式", "类型", "直播类型"))]
    host: Annotated[Host, Column("主讲", also=("主讲人", "主持", "主讲人身份"), blank="主播")]
    views: Annotated[Whole, Column("场观", also=("观看人次", "观看人数", "场观人次", "观看量"), unit="人次")]
    positions: Annotated[Whole, Column("岗位数", also=("发布岗位数", "岗位数量", "提供岗位数"), unit="个")]
    platform: Annotated[Text, Column("平台", also=("直播平台",), key=True, blank="抖音")]


class Video(LedgerRow, ledger="videos", sheet="短视频", also=("视频", "短视频台账", "视频发布", "短视频发布")):
    """A short video published."""

    date: Annotated[Date, Column("发布日期", also=("日期", "时间", "发布时间"), key=True)]
    title: Annotated[Text, Column("标题", also=("视频标题", "视频名称", "主题", "名称"), key=True)]
    platform: Annotated[Text, Column("平台", also=("发布平台",), key=True, blank=None)]
    views: Annotated[Whole, Column("播放量", also=("播放次数", "观看人次", "播放"), unit="次", blank=None)]


class FollowerCount(LedgerRow, ledger="followers", sheet="粉丝", also=("粉丝数", "粉丝台账", "粉丝统计", "粉丝数统计")):
    """The followers of an account on a day."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "统计日期", "统计时间"), key=True)]
    platform: Annotated[Text, Column("平台", also=("账号平台",), key=True)]
    followers: Annotated[Whole, Column("粉丝数", also=("粉丝量", "粉丝总数", "粉丝数量", "关注数"), unit="人")]


class Partner(
    LedgerRow, ledger="partners", sheet="直播企业", also=("合作企业", "直播合作企业", "触达企业", "直播企业台账")
):
    """A company reached through livestreams, or working with us closely."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "合作日期"))]
    company: Annotated[Text, Column("企业名称", also=COMPANY_NAMES)]
    kind: Annotated[Partnership, Column("合作", also=("合作类型", "合作方式", "合作形式", "合作程度"))]


class GigWorker(
    LedgerRow, ledger="gig_workers", sheet="零工登记", also=("零工登记台账", "零工人员", "灵活就业登记", "零工人员登记")
):
    """A person registered at the gig market, with how often jobs were recommended and the person followed up."""

    date: Annotated[Date, Column("登记日期", also=("日期", "时间", "登记时间"))]
    name: Annotated[Text, Column("姓名", also=(*PEOPLE_NAMES, "登记人", "求职者姓名"), key=True)]
    phone: Annotated[Phone, Column("电话", also=PHONE_NAMES, key=True, blank=None)]
    recommendations: Annotated[Whole, Column("推荐次数", also=("推荐岗位次数", "岗位推荐次数"), unit="次")]
    follow_ups: Annotated[Whole, Column("跟踪次数", also=("跟踪就业次数", "回访次数", "跟踪服务次数"), unit="次")]
    outcome: Annotated[Text, Column("去向", also=("就业去向", "去向情况"), blank=None)]


class GigJob(LedgerRow, ledger="gig_jobs", sheet="零工岗位", also=("零工岗位台账", "零工岗位发布", "零工岗位信息")):
    """A gig job published; it counts where it stands on both platforms."""

    date: Annotated[Date, Column("发布日期", also=("日期", "时间", "发布时间"))]
    company: Annotated[Text, Column("用工单位", also=("单位", "单位名称", "企业名称", "用人单位", "用工企业"))]
    title: Annotated[Text, Column("岗位名称", also=("岗位", "工种", "职位名称", "零工岗位"))]
    openings: Annotated[
        Whole, Column("岗位数", also=("需求人数", "岗位数量", "提供岗位数", "招工人数", "用工人数"), unit="个")
    ]
    provincial: Annotated[Flag, Column("省级平台", also=("是否录入省级平台", "省平台", "省级"))]
    city: Annotated[Flag, Column("市级平台", also=("是否录入市级平台", "市平台", "市级"))]
