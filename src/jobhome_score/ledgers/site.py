"""The ledgers of the site and its people: project, staff, duties, attendance."""

from typing import Annotated

from jobhome_score.ledgers.kinds import choice
from jobhome_score.ledgers.rows import Column, Date, LedgerRow, Text, Yuan

Employment = Annotated[
    str,
    choice(
        "专职", "兼职", "实习", "见习",
        also={
            "全职": "专职", "专职人员": "专职", "全职人员": "专职", "固定专职": "专职", "兼职人员": "兼职",
            "实习生": "实习", "实习人员": "实习", "就业见习": "见习", "见习生": "见习", "见习人员": "见习",
            "就业见习人员": "见习", "full-time": "专职", "part-time": "兼职", "intern": "实习", "trainee": "见习",
        },
    ),
]  # fmt: skip
LiveRole = Annotated[
    str,
    choice(
        "运营", "主播", "拍摄", "剪辑",
        also={"直播运营": "运营", "摄像": "拍摄", "摄影": "拍摄", "后期": "剪辑", "后期剪辑": "剪辑", "主持": "主播",
              "operator": "运营", "host": "主播", "camera": "拍摄", "editor": "剪辑"},
    ),
]  # fmt: skip
Attendance = Annotated[
    str,
    choice(
        "出勤", "值班", "外勤", "请假", "旷工", "休息",
        also={"正常出勤": "出勤", "正常": "出勤", "到岗": "出勤", "上班": "出勤", "在岗": "出勤", "节假日值班": "值班",
              "周末值班": "值班", "出差": "外勤", "外出": "外勤", "事假": "请假", "病假": "请假", "年假": "请假",
              "年休假": "请假", "调休": "休息", "轮休": "休息", "休": "休息", "缺勤": "旷工", "present": "出勤",
              "on duty": "值班", "field": "外勤", "leave": "请假", "absent": "旷工", "off": "休息"},
    ),
]  # fmt: skip

PEOPLE_NAMES = ("人员姓名", "员工姓名", "职工姓名", "名字")
DATE_NAMES = ("时间", "登记时间", "登记日期", "发生日期", "记录日期")


class Project(LedgerRow, ledger="project", sheet="项目信息", also=("项目", "项目基本信息", "项目概况", "基本信息")):
    """The contract year of one site: two columns, item and content. Money in yuan; both fee parts or neither."""

    site: Annotated[Text, Column("站点名称", also=("站点", "就业之家", "就业之家名称", "市场名称"))]
    operator: Annotated[Text, Column("运营单位", also=("运营机构", "供应商", "服务商", "承接单位"))]
    purchaser: Annotated[Text, Column("采购单位", also=("采购人", "业主单位", "业主", "委托单位"), blank=None)]
    period_start: Annotated[Date, Column("考核开始", also=("考核开始日期", "考核起始日期", "开始日期", "考核期开始"))]
    period_end: Annotated[Date, Column("考核结束", also=("考核结束日期", "考核截止日期", "结束日期", "考核期结束"))]
    contract_amount: Annotated[Yuan, Column("合同金额", also=("合同总金额", "合同价", "服务费总额"), unit="元")]
    base_fee: Annotated[Yuan, Column("基础运营费", also=("基础费用", "基础服务费"), unit="元", blank=None)]
    assessed_fee: Annotated[
        Yuan, Column("考核费用", also=("评估考核费用", "考核费", "绩效考核费用"), unit="元", blank=None)
    ]
    paid: Annotated[Yuan, Column("已付金额", also=("已支付金额", "已付", "已拨付金额"), unit="元", blank=None)]


class Staff(LedgerRow, ledger="staff", sheet="人员名册", also=("人员", "人员花名册", "花名册", "员工名册", "人员信息")):
    """A person's engagement. The same name may come back with another start."""

    name: Annotated[Text, Column("姓名", also=PEOPLE_NAMES, key=True)]
    employment: Annotated[Employment, Column("用工类型", also=("用工性质", "人员类型", "人员性质", "用工形式"))]
    post: Annotated[Text, Column("岗位", also=("职务", "岗位名称", "工作岗位"), blank=None)]
    live_role: Annotated[LiveRole, Column("直播分工", also=("直播岗位", "直播角色", "直播团队分工"), blank=None)]
    start: Annotated[Date, Column("到岗日期", also=("入职日期", "到岗时间", "上岗日期", "入职时间"), key=True)]
    end: Annotated[Date, Column("离岗日期", also=("离职日期", "离岗时间", "离职时间"), blank=None)]


class Duty(LedgerRow, ledger="duties", sheet="职责清单", also=("职责", "岗位职责", "岗位职责清单", "核心职责清单")):
    """A core duty and who answers for it; several people stand in one cell."""

    duty: Annotated[Text, Column("核心职责", also=("职责", "职责内容", "工作职责", "岗位职责"))]
    owner: Annotated[Text, Column("责任人", also=("负责人", "责任人员", "经办人"), blank=None)]


class AttendanceDay(LedgerRow, ledger="attendance", sheet="考勤", also=("考勤表", "考勤记录", "到岗考勤", "出勤记录")):
    """What a person did on a day."""

    date: Annotated[Date, Column("日期", also=("时间", "考勤日期", "出勤日期"), key=True)]
    name: Annotated[Text, Column("姓名", also=PEOPLE_NAMES, key=True)]
    status: Annotated[Attendance, Column("状态", also=("考勤状态", "出勤情况", "考勤情况", "出勤状态", "考勤"))]
