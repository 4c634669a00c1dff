import pytest
from tests.ledger_tables import site_year
from tests.ledgers.sheets import PROJECT, checked, codes, sheet, told

from jobhome_score.problems import Code, errors
from jobhome_score.reading.cells import Value

Rows = tuple[tuple[Value, ...], ...]
EVENT = ("活动编号", "日期", "类型", "形式", "地域", "企业数", "岗位数", "入场人次")


def event(number: Value) -> tuple[Value, ...]:
    return (number, "2025-09-04", "日常", "线下", "市内", 35, 900, 200)


WORKER = ("登记日期", "姓名", "电话", "推荐次数", "跟踪次数")
REPEATS = [
    (
        "人员名册", ("姓名", "到岗日期", "用工类型"),
        ("张三", "2025-01-01", "专职"), ("张 三", "2025/1/1", "兼职"), "张三、2025-01-01",
    ),
    (
        "考勤", ("日期", "姓名", "状态"),
        ("2025-09-01", "张三", "出勤"), ("2025-09-01", "张三", "请假"), "2025-09-01、张三",
    ),
    ("招聘活动", EVENT, event(1001), event("1001"), "1001"),
    (
        "直播", ("日期", "开始时间", "平台", "主题", "形式", "场观", "岗位数"),
        ("2025-09-01", "19:30", None, "一", "直播带岗", 1, 1), ("2025-09-01", "19：30:00", "抖音", "二", "其他", 2, 2),
        "2025-09-01、19:30:00、抖音",
    ),
    ("短视频", ("发布日期", "标题"), ("2025-09-01", "一"), ("2025-09-01", "一"), "2025-09-01、一"),
    ("零工登记", WORKER, ("2025-09-01", "李四", "138-0", 3, 1), ("2025-10-01", "李四", "1380", 3, 1), "李四、1380"),
    ("零工登记", WORKER, ("2025-09-01", "李四", None, 3, 1), ("2025-10-01", "李四", None, 3, 1), "李四"),
    ("粉丝", ("日期", "平台", "粉丝数"), ("2025-09-01", "抖音", 1), ("2025-09-01", "抖 音", 2), "2025-09-01、抖音"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "head", "one", "two", "key"), REPEATS)
def test_a_key_may_not_repeat_and_the_problem_names_both_rows(
    name: str, head: tuple[Value, ...], one: tuple[Value, ...], two: tuple[Value, ...], key: str
) -> None:
    (problem,) = checked(sheet(name, head, one, two)).problems
    assert (problem.code, problem.value, problem.place.row) == (Code.DUPLICATE_KEY, key, 3)
    assert problem.facts["other"] == f"台账.xlsx › {name} › 2"


def test_a_key_may_not_repeat_over_several_workbooks() -> None:
    rows = (("日期", "姓名", "状态"), ("2025-09-01", "张三", "出勤"))
    (problem,) = checked(sheet("考勤", *rows, file="a.xlsx"), sheet("考勤", *rows, file="b.xlsx")).problems
    assert (problem.code, problem.place.file, problem.facts["other"]) == (
        Code.DUPLICATE_KEY,
        "b.xlsx",
        "a.xlsx › 考勤 › 2",
    )


@pytest.mark.parametrize(
    ("name", "head", "one", "two"),
    [
        ("人员名册", ("姓名", "到岗日期", "用工类型"), ("张三", "2025-01-01", "专职"), ("张三", "2025-09-01", "专职")),
        ("考勤", ("日期", "姓名", "状态"), ("2025-09-01", "张三", "出勤"), ("2025-09-02", "张三", "出勤")),
        ("招聘活动", EVENT, event("a1"), event("A1")),
        ("零工登记", WORKER, ("2025-09-01", "李四", None, 3, 1), ("2025-09-01", "李四", "1", 3, 1)),
    ],
)  # fmt: skip
def test_keys_that_differ_in_one_part_do_not_repeat(name: str, head: Rows, one: Rows, two: Rows) -> None:
    assert set(codes(checked(sheet(name, head, one, two)))) <= {Code.LOOKALIKE_NAME, Code.TWIN_ROW}


def test_a_row_repeated_in_a_ledger_without_a_key_is_only_a_warning_and_counts() -> None:
    rows = (
        ("日期", "内容", "有效"),
        ("2025-09-01", "态度", "是"),
        ("2025-09-01", "态度", "是"),
        ("2025-09-01", "态度", "否"),
    )
    found = checked(sheet("投诉", *rows))
    assert (told(found), errors(found.problems)) == ([(Code.REPEATED_ROW, "3", "")], ())
    assert len(found.tables["complaints"]) == 3


def test_a_repeated_row_names_the_one_that_it_repeats_wherever_they_stand() -> None:
    alone = [(f"2025-09-{day:02}", "态度", "是") for day in range(1, 9)]
    twice, beside = ("2025-09-09", "态度", "是"), ("2025-09-09", "环境", "是")
    (problem,) = checked(sheet("投诉", ("日期", "内容", "有效"), *alone, twice, beside, twice)).problems
    assert (problem.code, problem.place.row, problem.facts["other"]) == (Code.REPEATED_ROW, 12, "台账.xlsx › 投诉 › 10")


def test_references_to_events_must_resolve() -> None:
    year = site_year("""
        招聘活动
        活动编号
        1001
        回访
        活动编号  渠道
        1001      招聘会
        1002      招聘会
        -         前台
        线上招聘
        活动编号
        1003
    """)
    found = [(problem.code, problem.value, problem.place.cell) for problem in year.check().problems]
    assert found == [(Code.DANGLING_REFERENCE, "1002", "A3"), (Code.DANGLING_REFERENCE, "1003", "A2")]


@pytest.mark.parametrize(
    ("table", "code", "cell"),
    [
        ("回访\n渠道  活动编号\n招聘会  -", Code.NEEDED_HERE, "B2"),
        ("回访\n渠道  活动编号\n前台  -", None, ""),
        ("招聘活动\n活动编号\nA-1\n线上招聘\n对象  结果\n求职者  -", Code.NEEDED_HERE, "B2"),
        ("招聘活动\n活动编号\nA-1\n线上招聘\n对象  结果\n企业  -", None, ""),
        ("培训\n类别  应训人数\n点亮万家  -", Code.NEEDED_HERE, "B2"),
        ("培训\n类别  应训人数\n师资班  -", None, ""),
        ("督导检查\n问题类型  指标\n数据造假  -", Code.NEEDED_HERE, "B2"),
        ("督导检查\n问题类型  指标\n环境脏乱  -", None, ""),
        ("投诉\n不良影响  扣分\n是  -", Code.NEEDED_HERE, "B2"),
        ("投诉\n不良影响  扣分\n是  5.1", Code.BAD_NUMBER, "B2"),
        ("投诉\n不良影响  扣分\n是  0.4", Code.BAD_NUMBER, "B2"),
        ("投诉\n不良影响  扣分\n否  1", Code.NOT_WANTED_HERE, "B2"),
        ("投诉\n不良影响  扣分\n-  1", Code.NOT_WANTED_HERE, "B2"),
        ("投诉\n不良影响  扣分\n是  5", None, ""),
        ("督导检查\n问题类型  整改日期\n设施故障  2025-09-03", Code.FIXED_BEFORE_REPORT, "B2"),
        ("督导检查\n问题类型  整改日期\n设施故障  2025-09-04", None, ""),
        ("报告与会议\n类别  所属期\n季度分析报告  2025-09", Code.WRONG_SPAN, "B2"),
        ("报告与会议\n类别  所属期\n零工供求分析  2025年9月", Code.WRONG_SPAN, "B2"),
        ("报告与会议\n类别  所属期\n数据汇报会  2025Q3", Code.WRONG_SPAN, "B2"),
        ("报告与会议\n类别  所属期\n回访分析报告  三季度", Code.WRONG_SPAN, "B2"),
        ("报告与会议\n类别  所属期\n月度数据分析  2025年9月", None, ""),
    ],
)
def test_what_must_hold_within_a_row(table: str, code: Code | None, cell: str) -> None:
    found = [(problem.code, problem.place.cell) for problem in site_year(table).check().problems]
    assert found == ([] if code is None else [(code, cell)])


@pytest.mark.parametrize(
    ("start", "end", "written", "settled"),
    [
        ("2025-07-01", "2026-06-30", "一季度", "2026Q1"),
        ("2025-07-01", "2026-06-30", "第三季度", "2025Q3"),
        ("2025-01-01", "2025-12-31", "四季度", "2025Q4"),
        ("2025-07-15", "2026-07-14", "三季度", ""),  # of 2025 or of 2026
        ("2025-07-15", "2026-07-14", "2026年三季度", "2026Q3"),
        ("2025-07-01", "2025-12-31", "一季度", ""),  # of no year of the period
    ],
)
def test_a_quarter_without_its_year_gets_that_of_the_period_if_there_is_one(
    start: str, end: str, written: str, settled: str
) -> None:
    text = f"报告与会议\n类别  所属期\n季度分析报告  {written}"
    found = site_year(text).during(start, end).check()
    wrong = [problem.code for problem in errors(found.problems)]
    assert wrong == ([] if settled else [Code.AMBIGUOUS_QUARTER])
    assert str(found.tables["reports"].columns["covers"][0] or "") == settled


def project(**items: Value) -> Rows:
    return (*PROJECT, *items.items())


def test_the_project_sheet_with_or_without_its_header_and_in_english() -> None:
    with_header, without = checked(sheet("项目信息", *PROJECT)), checked(sheet("项目信息", *PROJECT[1:]))
    english = (("site", "某站"), ("operator", "某公司"), ("period_start", "2025-07-01"), ("period_end", "2026-06-30"),
               ("contract_amount", "120万元"))  # fmt: skip
    assert with_header.contract == without.contract == checked(sheet("project", *english)).contract is not None


def test_the_project_sheet_may_have_a_title_and_columns_before_it() -> None:
    rows = (("项目基本情况表",), *((None, *item) for item in PROJECT))
    assert checked(sheet("项目信息", *rows)).contract == checked(sheet("项目信息", *PROJECT)).contract


@pytest.mark.parametrize("item", ["站点名称", "运营单位", "考核开始", "考核结束", "合同金额"])
def test_each_required_item_of_the_project_must_be_there(item: str) -> None:
    found = checked(sheet("项目信息", *(row for row in PROJECT if row[0] != item)))
    (problem,) = found.problems
    assert (problem.code, problem.facts["column"], found.contract) == (Code.MISSING_PROJECT_ITEM, item, None)


@pytest.mark.parametrize(
    ("items", "code"),
    [
        ({"基础运营费": 700_000}, Code.MISSING_PROJECT_ITEM),
        ({"考核费用": 700_000}, Code.MISSING_PROJECT_ITEM),
        ({"基础运营费": 700_000, "考核费用": 500_001}, Code.FEE_PARTS_DIFFER),
        ({"合同金额（元）": 1}, Code.REPEATED_PROJECT_ITEM),
        ({"已付金额": "许多"}, Code.BAD_MONEY),
        ({"联系人": "张三"}, Code.UNKNOWN_PROJECT_ITEM),
        ({"基础运营费": 700_000, "考核费用": "50万元"}, None),
        ({"已付金额": "¥1,000.50"}, None),
        ({"联系人": None}, None),
    ],
)
def test_items_of_the_project(items: dict[str, Value], code: Code | None) -> None:
    assert codes(checked(sheet("项目信息", *project(**items)))) == ([] if code is None else [code])


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("2025-07-01", "2026-06-30", None),
        ("2024-02-29", "2025-02-27", None),
        ("2025-07-15", "2026-07-14", None),
        ("2025-07-01", "2026-07-01", Code.PERIOD_NOT_A_YEAR),
        ("2025-07-01", "2025-12-31", Code.PERIOD_NOT_A_YEAR),
        ("2025-07-01", "2025-06-30", Code.BAD_PERIOD),
        ("2025-07-01", "1999-06-30", Code.DATE_OUT_OF_RANGE),
        ("明天", "2026-06-30", Code.BAD_DATE),
    ],
)
def test_the_period_of_the_project(start: str, end: str, code: Code | None) -> None:
    problems = site_year().during(start, end).check().problems
    assert [problem.code for problem in problems] == ([] if code is None else [code])
