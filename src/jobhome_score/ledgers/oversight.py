"""The ledgers of training and oversight: trainings, findings, complaints, awards, and the decisions on disputes."""

from decimal import Decimal
from typing import Annotated

from jobhome_score.ledgers.days import WhenKind
from jobhome_score.ledgers.kinds import choice, yes_no
from jobhome_score.ledgers.numbers import Number
from jobhome_score.ledgers.rows import Column, Date, Flag, LedgerRow, Text, Whole
from jobhome_score.ledgers.site import DATE_NAMES

TrainingKind = Annotated[
    str,
    choice(
        "灵活就业技能", "点亮万家", "业务竞赛", "师资班", "职业指导师",
        also={"灵活就业技能培训": "灵活就业技能", "就业技能培训": "灵活就业技能", "点亮万家培训": "点亮万家",
              "点亮万家业务培训": "点亮万家", "“点亮万家”业务培训": "点亮万家", "竞赛": "业务竞赛", "市级业务竞赛": "业务竞赛",
              "业务技能竞赛": "业务竞赛", "师资班培训": "师资班", "青年求职能力实训师资班": "师资班",
              "职业指导师培育": "职业指导师", "职业指导师遴选培育": "职业指导师"},
    ),
]  # fmt: skip
FindingType = Annotated[
    str,
    choice(
        "服务不达标", "数据遗漏", "数据错误", "信息不及时", "信息虚假", "环境脏乱", "设施故障", "特种设备违规", "未巡查",
        "停车乱停乱放", "违规充电", "水电未关", "报告缺失", "报告错误", "数据造假",
        also={"服务未达标": "服务不达标", "漏报": "数据遗漏", "错报": "数据错误", "信息发布不及时": "信息不及时",
              "虚假信息": "信息虚假", "脏乱": "环境脏乱", "设备故障": "设施故障", "设施设备故障": "设施故障",
              "特种设备违规操作": "特种设备违规", "未开展巡查": "未巡查", "乱停乱放": "停车乱停乱放", "停车场乱停乱放": "停车乱停乱放",
              "水电未及时关闭": "水电未关", "造假": "数据造假", "弄虚作假": "数据造假"},
    ),
]  # fmt: skip
AwardLevel = Annotated[
    str,
    choice("国家级", "省部级", "创新举措",
           also={"国家": "国家级", "国家级表彰": "国家级", "省级": "省部级", "部级": "省部级", "省部级表彰": "省部级",
                 "创新": "创新举措", "national": "国家级", "provincial": "省部级", "innovation": "创新举措"}),
]  # fmt: skip
Valid = Annotated[bool, yes_no(("有效", "属实", "成立"), ("无效", "不属实", "不成立"))]
Verdict = Annotated[
    str,
    choice("维持", "撤销", "免责",
           also={"维持原扣分": "维持", "维持原认定": "维持", "予以维持": "维持", "不予采纳": "维持", "驳回": "维持",
                 "撤回": "撤销", "取消": "撤销", "予以撤销": "撤销", "撤销扣分": "撤销", "不扣分": "撤销", "更正": "撤销",
                 "豁免": "免责", "免予扣分": "免责", "免除": "免责", "予以免责": "免责", "不可抗力": "免责",
                 "upheld": "维持", "withdrawn": "撤销", "waived": "免责"}),
]  # fmt: skip
When = Annotated[str, WhenKind()]
Steps = Annotated[Decimal, Number(Decimal("0.01"), Decimal(100_000))]
AuditorsPoints = Annotated[Decimal, Number(Decimal("0.5"), Decimal(5))]


class Training(LedgerRow, ledger="trainings", sheet="培训", also=("培训台账", "培训记录", "业务培训", "培训情况")):
    """A training course. `eligible` are those who should have come, needed for 点亮万家."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "培训日期", "培训时间"))]
    kind: Annotated[TrainingKind, Column("类别", also=("培训类别", "类型", "培训类型"))]
    title: Annotated[Text, Column("主题", also=("培训主题", "培训名称", "培训内容", "名称"), blank=None)]
    participants: Annotated[Whole, Column("参训人数", also=("培训人数", "参加人数", "参训人次", "人数"), unit="人")]
    eligible: Annotated[
        Whole, Column("应训人数", also=("应参训人数", "应培训人数", "应参加人数"), unit="人", blank=None)
    ]


class Finding(
    LedgerRow, ledger="findings", sheet="督导检查", also=("督导", "督导检查台账", "检查记录", "督导记录", "日常督导")
):
    """Something an inspection found. The type decides the indicator, save for 数据造假, which names its own."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "检查日期", "检查时间", "督导日期"))]
    indicator: Annotated[Text, Column("指标", also=("考核指标", "指标编号", "二级指标", "对应指标"), blank=None)]
    type: Annotated[FindingType, Column("问题类型", also=("类型", "问题类别", "类别"))]
    note: Annotated[Text, Column("说明", also=("问题说明", "问题描述", "情况说明", "问题"))]
    count: Annotated[Whole, Column("数量", also=("处数", "次数", "问题数量"), unit="处", blank=1)]
    fixed: Annotated[Date, Column("整改日期", also=("整改完成日期", "修复日期", "处理日期", "整改时间"), blank=None)]


class Complaint(
    LedgerRow, ledger="complaints", sheet="投诉", also=("投诉台账", "投诉纠纷", "投诉记录", "投诉纠纷台账")
):
    """A complaint. `points` is what the auditor decided where it had adverse impact."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "投诉日期", "投诉时间"))]
    content: Annotated[Text, Column("内容", also=("投诉内容", "投诉事项"))]
    valid: Annotated[Valid, Column("有效", also=("是否有效", "有效投诉", "是否属实"))]
    adverse: Annotated[Flag, Column("不良影响", also=("是否造成不良影响", "造成不良影响"), blank=False)]
    points: Annotated[AuditorsPoints, Column("扣分", also=("扣分值", "扣分分值"), unit="分", blank=None)]


class Award(LedgerRow, ledger="awards", sheet="表彰加分", also=("表彰", "表彰台账", "加分", "创新成果", "表彰奖励")):
    """A commendation, or an innovation that proved effective."""

    date: Annotated[Date, Column("日期", also=(*DATE_NAMES, "表彰日期", "获奖日期"))]
    level: Annotated[AwardLevel, Column("级别", also=("表彰级别", "等级", "类别"))]
    title: Annotated[Text, Column("名称", also=("表彰名称", "荣誉名称", "项目名称", "成果名称"))]
    document: Annotated[Text, Column("文号", also=("文件号", "文件文号", "依据文号"), blank=None)]


class Review(
    LedgerRow,
    ledger="reviews",
    sheet="复核",
    also=("复核台账", "复核记录", "复核结论", "复核决定", "异议复核", "申诉复核", "异议处理", "免责事项", "复核与免责"),
):
    """What the auditor decided about a charge in dispute: named by its row, or by indicator, rule and period.

    `count`: so many of several misses; blank means all of them. Nobody has to keep this ledger.
    """

    file: Annotated[Text, Column("文件", also=("台账文件", "文件名", "所在文件", "工作簿"), blank=None)]
    worksheet: Annotated[Text, Column("工作表", also=("台账", "台账名称", "所在工作表", "表名"), blank=None)]
    row: Annotated[Whole, Column("行号", also=("所在行", "行", "台账行号", "行次"), blank=None)]
    indicator: Annotated[Text, Column("指标", also=("指标编号", "考核指标", "对应指标", "争议指标"), blank=None)]
    rule: Annotated[Text, Column("规则", also=("扣分规则", "扣分项", "扣分事项", "规则名称"), blank=None)]
    figure: Annotated[Text, Column("分项", also=("指标项", "分项指标", "数据项"), blank=None)]
    when: Annotated[When, Column("期间", also=("所属期", "所属期间", "考核期间", "活动编号", "场次"), blank=None)]
    count: Annotated[Steps, Column("数量", also=("复核数量", "处数", "核减数量", "免责数量"), blank=None)]
    verdict: Annotated[Verdict, Column("复核结论", also=("结论", "复核意见", "复核决定", "处理结果", "复核结果"))]
    reason: Annotated[Text, Column("理由", also=("复核理由", "原因", "事由", "复核依据", "免责理由"))]
    by: Annotated[Text, Column("复核人", also=("复核单位", "复核人员", "认定单位", "认定人", "批准人"))]
    date: Annotated[Date, Column("复核日期", also=("日期", "复核时间", "认定日期", "决定日期", "批准日期"))]
    document: Annotated[Text, Column("文号", also=("文件号", "文件文号", "依据文号", "依据文件"), blank=None)]
    until: Annotated[Date, Column("有效期至", also=("免责至", "有效至", "截止日期", "有效期", "免责期限"), blank=None)]
