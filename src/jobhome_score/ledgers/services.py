"""The ledgers of everyday services: services, visits, reports, callbacks, front desk, publicity, feedback."""

from typing import Annotated

from jobhome_score.ledgers.kinds import choice, yes_no
from jobhome_score.ledgers.rows import Column, Covers, Date, LedgerRow, Phone, Text, Whole
from jobhome_score.ledgers.site import DATE_NAMES

PHONE_NAMES = ("联系电话", "手机", "手机号", "手机号码", "联系方式", "电话号码")
COMPANY_NAMES = ("走访企业", "单位名称", "企业", "公司名称", "企业单位名称")

Party = Annotated[
    str,
    choice(
        "企业", "求职者",
        also={"用人单位": "企业", "单位": "企业", "公司": "企业", "参会企业": "企业", "求职人员": "求职者", "个人": "求职者",
              "求职个人": "求职者", "劳动者": "求职者", "company": "企业", "seeker": "求职者"},
    ),
]  # fmt: skip
CallbackChannel = Annotated[
    str,
    choice(
        "招聘会", "零工市场", "前台",
        also={"前台登记": "前台", "市场前台": "前台", "招聘活动": "招聘会", "现场招聘会": "招聘会", "零工": "零工市场",
              "fair": "招聘会", "gig market": "零工市场", "front desk": "前台"},
    ),
]  # fmt: skip
ReportKind = Annotated[
    str,
    choice(
        "季度分析报告", "零工供求分析", "月度数据分析", "数据汇报会", "直播月度分析", "回访分析报告",
        also={"季度报告": "季度分析报告", "季度分析": "季度分析报告", "零工市场供求分析": "零工供求分析",
              "零工供求分析报告": "零工供求分析", "零工市场供求分析报告": "零工供求分析", "月度分析报告": "月度数据分析",
              "月度数据分析报告": "月度数据分析", "月度数据汇报会": "数据汇报会", "月度汇报会": "数据汇报会",
              "直播月度分析报告": "直播月度分析", "回访分析": "回访分析报告", "回访报告": "回访分析报告"},
    ),
]  # fmt: skip
Reached = Annotated[bool, yes_no(("成功", "已回访", "已接通", "回访成功"), ("失败", "未成功", "未回访", "未接通"))]
Standard = Annotated[bool, yes_no(("达标", "合格"), ("不达标", "未达标", "不合格"))]
Timely = Annotated[bool, yes_no(("及时",), ("不及时", "未及时"))]
Truthful = Annotated[bool, yes_no(("真实", "属实"), ("不真实", "虚假", "不属实"))]


class Service(
    LedgerRow, ledger="services", sheet="基础服务", also=("基础服务台账", "服务台账", "公共服务", "基础服务记录")
):
    """A service given on a day. `served` are persons served (人次)."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "服务日期", "服务时间"))]
    service: Annotated[Text, Column("服务项目", also=("项目", "服务名称", "服务内容", "服务类别", "服务类型"))]
    served: Annotated[Whole, Column("服务人次", also=("人次", "服务人数", "人数"), unit="人次")]
    up_to_standard: Annotated[Standard, Column("是否达标", also=("达标", "达标情况"), blank=True)]


class Visit(
    LedgerRow, ledger="visits", sheet="企业走访", also=("走访", "走访台账", "园区企业走访", "企业走访台账", "走访记录")
):
    """A visit to an enterprise."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "走访日期", "走访时间"))]
    company: Annotated[Text, Column("企业名称", also=COMPANY_NAMES)]
    visitor: Annotated[Text, Column("走访人", also=("走访人员", "经办人"), blank=None)]
    vacancies: Annotated[
        Whole, Column("用工需求", also=("用工需求人数", "缺工人数", "需求人数"), unit="人", blank=None)
    ]


class Report(
    LedgerRow, ledger="reports", sheet="报告与会议", also=("报告", "报告会议", "分析报告", "报告及会议", "报告台账")
):
    """A report or meeting. It belongs where `covers` says, whenever it was finished."""

    kind: Annotated[ReportKind, Column("类别", also=("报告类别", "类型", "报告类型", "报告名称"))]
    covers: Annotated[Covers, Column("所属期", also=("所属期间", "所属月份", "所属时期", "报告期", "期间"))]
    date: Annotated[Date, Column("完成日期", also=("日期", "时间", "完成时间", "召开日期", "提交日期"))]
    errors: Annotated[Whole, Column("错误处数", also=("错误数", "差错数", "错误数量"), unit="处", blank=None)]


class Callback(LedgerRow, ledger="callbacks", sheet="回访", also=("回访台账", "回访记录", "后期回访", "后期回访台账")):
    """A call back to somebody who came. Those after a fair name its event and belong to its date."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "回访日期", "回访时间"))]
    channel: Annotated[CallbackChannel, Column("渠道", also=("来源", "回访渠道", "来源渠道"))]
    party: Annotated[Party, Column("对象", also=("回访对象", "对象类型", "对象类别"))]
    event: Annotated[Text, Column("活动编号", also=("招聘会编号", "场次编号", "编号", "活动场次"), blank=None)]
    name: Annotated[Text, Column("名称", also=("姓名", "企业名称", "单位名称", "姓名/名称", "名称/姓名", "对象名称"))]
    phone: Annotated[Phone, Column("电话", also=PHONE_NAMES, blank=None)]
    reached: Annotated[Reached, Column("回访成功", also=("是否回访成功", "是否回访", "是否成功", "回访情况"))]
    outcome: Annotated[Text, Column("结果", also=("回访结果", "备注结果"), blank=None)]


class FrontDesk(LedgerRow, ledger="frontdesk", sheet="前台登记", also=("前台", "前台登记台账", "前台登记表")):
    """Somebody who registered a need at the front desk."""

    date: Annotated[Date, Column("日期", also=DATE_NAMES)]
    party: Annotated[Party, Column("对象", also=("登记对象", "对象类型", "对象类别"))]
    name: Annotated[Text, Column("名称", also=("姓名", "企业名称", "单位名称", "姓名/名称", "名称/姓名"))]
    phone: Annotated[Phone, Column("电话", also=PHONE_NAMES, blank=None)]
    need: Annotated[Text, Column("需求", also=("登记需求", "招聘需求", "需求内容", "求职需求"), blank=None)]


class Publicity(LedgerRow, ledger="publicity", sheet="宣传", also=("宣传台账", "宣传报道", "宣传报道台账", "宣传记录")):
    """A message published."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "发布日期", "发布时间"))]
    channel: Annotated[Text, Column("渠道", also=("宣传渠道", "发布渠道", "平台"))]
    title: Annotated[Text, Column("标题", also=("宣传标题", "信息标题", "内容", "主题"))]
    timely: Annotated[Timely, Column("及时", also=("是否及时", "更新及时"), blank=True)]
    truthful: Annotated[Truthful, Column("真实", also=("是否真实", "信息真实"), blank=True)]


class Feedback(LedgerRow, ledger="feedback", sheet="反馈", also=("反馈台账", "反馈处理", "群众反馈", "意见反馈")):
    """Something said to us; without a handled date it is still open."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "反馈日期", "反馈时间"))]
    channel: Annotated[Text, Column("渠道", also=("反馈渠道", "来源"), blank=None)]
    content: Annotated[Text, Column("内容", also=("反馈内容", "反馈事项", "意见内容"))]
    handled: Annotated[Date, Column("处理日期", also=("处理时间", "办结日期", "办结时间", "回复日期"), blank=None)]
