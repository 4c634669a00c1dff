"""The columns of every ledger, as the ledgers' specification lists them."""
# ruff: noqa: E501

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """One ledger: its Chinese name, and of each column the English id, the Chinese name and the kind of its cells."""

    title: str
    columns: tuple[tuple[str, str, str], ...]


def sheet(title: str, columns: str) -> Sheet:
    """A ledger from words like `date=日期:date`."""
    parts = [column.replace("=", ":").split(":") for column in columns.split()]
    return Sheet(title, tuple((name, chinese, kind) for name, chinese, kind in parts))


def sheets() -> dict[str, Sheet]:
    """Every ledger by its English id."""
    return {
        "project": sheet("项目信息", "site=站点名称:text operator=运营单位:text purchaser=采购单位:text period_start=考核开始:date "
                         "period_end=考核结束:date contract_amount=合同金额:money base_fee=基础运营费:money "
                         "assessed_fee=考核费用:money paid=已付金额:money"),
        "staff": sheet("人员名册", "name=姓名:name employment=用工类型:choice post=岗位:text live_role=直播分工:choice "
                       "start=到岗日期:date end=离岗日期:date"),
        "duties": sheet("职责清单", "duty=核心职责:text owner=责任人:text"),
        "attendance": sheet("考勤", "date=日期:date name=姓名:name status=状态:choice"),
        "services": sheet("基础服务", "date=日期:date service=服务项目:name served=服务人次:count up_to_standard=是否达标:yes_no"),
        "visits": sheet("企业走访", "date=日期:date company=企业名称:name visitor=走访人:text vacancies=用工需求:count"),
        "reports": sheet("报告与会议", "kind=类别:choice covers=所属期:covers date=完成日期:date errors=错误处数:count"),
        "events": sheet("招聘活动", "event=活动编号:code date=日期:date kind=类型:choice theme=主题:text mode=形式:choice "
                        "region=地域:choice companies=企业数:count positions=岗位数:count visitors=入场人次:count "
                        "intents=达成意向:count online=同步线上:yes_no"),
        "callbacks": sheet("回访", "date=日期:date channel=渠道:choice party=对象:choice event=活动编号:code name=名称:name "
                           "phone=电话:phone reached=回访成功:yes_no outcome=结果:text"),
        "frontdesk": sheet("前台登记", "date=日期:date party=对象:choice name=名称:name phone=电话:phone need=需求:text"),
        "online": sheet("线上招聘", "event=活动编号:code party=对象:choice name=名称:name phone=电话:phone contacted=已联系:yes_no "
                        "outcome=结果:choice recommendations=推荐次数:count"),
        "livestreams": sheet("直播", "date=日期:date start=开始时间:clock title=主题:text kind=形式:choice host=主讲:choice "
                             "views=场观:count positions=岗位数:count platform=平台:name"),
        "videos": sheet("短视频", "date=发布日期:date title=标题:text platform=平台:name views=播放量:count"),
        "followers": sheet("粉丝", "date=日期:date platform=平台:name followers=粉丝数:count"),
        "partners": sheet("直播企业", "date=日期:date company=企业名称:name kind=合作:choice"),
        "gig_workers": sheet("零工登记", "date=登记日期:date name=姓名:name phone=电话:phone recommendations=推荐次数:count "
                             "follow_ups=跟踪次数:count outcome=去向:text"),
        "gig_jobs": sheet("零工岗位", "date=发布日期:date company=用工单位:name title=岗位名称:text openings=岗位数:count "
                          "provincial=省级平台:yes_no city=市级平台:yes_no"),
        "trainings": sheet("培训", "date=日期:date kind=类别:choice title=主题:text participants=参训人数:count eligible=应训人数:count"),
        "publicity": sheet("宣传", "date=日期:date channel=渠道:name title=标题:text timely=及时:yes_no truthful=真实:yes_no"),
        "feedback": sheet("反馈", "date=日期:date channel=渠道:text content=内容:text handled=处理日期:date"),
        "findings": sheet("督导检查", "date=日期:date indicator=指标:indicator type=问题类型:choice note=说明:text count=数量:count "
                          "fixed=整改日期:date"),
        "complaints": sheet("投诉", "date=日期:date content=内容:text valid=有效:yes_no adverse=不良影响:yes_no points=扣分:number"),
        "awards": sheet("表彰加分", "date=日期:date level=级别:choice title=名称:text document=文号:text"),
    }  # fmt: skip
