import pytest
from tests.ledgers.sheets import PROJECT, VISITS, checked, codes, sheet, told

from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.ledgers.matching import is_instructions, ledger_named
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Value

NAMES = [(name, ledger.id) for ledger in ledgers().values() for name in (ledger.sheet, ledger.id, *ledger.also)]
AROUND = (
    "{}", " {} ", "2026年{}", "{}2026", "{}2025-2026", "{}-3月", "{}（2026年3月）", "3月{}", "2025年7月-2026年6月{}",
    "1.{}", "01 {}", "{}_2",
)  # fmt: skip


@pytest.mark.parametrize(("name", "ledger"), NAMES, ids=str)
def test_every_name_of_a_ledger_is_known_with_years_and_months_around_it(name: str, ledger: str) -> None:
    for around in AROUND:
        found = ledger_named(around.format(name))
        assert found is not None, around
        assert found.id == ledger, around


def test_no_two_ledgers_share_a_name() -> None:
    keys: dict[str, str] = {}
    for name, ledger in NAMES:
        found = ledger_named(name)
        assert found is not None
        assert keys.setdefault(name, ledger) == ledger == found.id


@pytest.mark.parametrize(
    ("name", "ledger"),
    [
        ("招 聘 活 动", "events"),
        ("EVENTS", "events"),
        ("招聘活动２０２６", "events"),
        ("考勤2026年第1季度", "attendance"),
        ("考勤（三月）", "attendance"),
        ("考勤十二月", "attendance"),
        ("2025年下半年培训", "trainings"),
        ("宣传（2025年度）", "publicity"),
        ("直播2026Q1", "livestreams"),
    ],
)
def test_spellings_of_sheet_names(name: str, ledger: str) -> None:
    found = ledger_named(name)
    assert found is not None
    assert found.id == ledger


@pytest.mark.parametrize("name", ["Sheet1", "2026", "3月", "招聘", "通讯录", "年度", "", "考勤说明"])
def test_what_is_no_name_of_a_ledger(name: str) -> None:
    assert ledger_named(name) is None


@pytest.mark.parametrize("name", ["说明", " 说明 ", "填写说明", "README"])
def test_instruction_sheets_are_known_and_skipped(name: str) -> None:
    assert is_instructions(name)
    found = checked(sheet(name, ("请如实填写",), ("每行一条",)))
    assert (codes(found), found.accounts[0].left_out) == ([], {"instructions": 2})


def test_a_sheet_that_matches_nothing_is_an_error_unless_it_is_empty() -> None:
    found = checked(sheet("通讯录", ("姓名",), ("张三",)), sheet("Sheet2"))
    (problem,) = found.problems
    assert (problem.code, problem.value, problem.stops) == (Code.UNMATCHED_SHEET, "通讯录", True)
    assert "招聘活动" in problem.facts["known"]
    assert [dict(one.left_out) for one in found.accounts] == [{"unmatched": 2}, {}]


def test_a_lone_sheet_goes_by_its_files_name() -> None:
    found = checked(sheet("Sheet1", *VISITS, file="年度台账/企业走访2026.xlsx"))
    assert (codes(found), len(found.tables["visits"])) == ([], 2)


def test_empty_sheets_and_instructions_do_not_count_beside_a_lone_sheet() -> None:
    file = "企业走访.xlsx"
    found = checked(
        sheet("说明", ("填写说明",), file=file), sheet("Sheet1", *VISITS, file=file), sheet("Sheet2", file=file)
    )
    assert (codes(found), len(found.tables["visits"])) == ([], 2)


def test_of_two_filled_sheets_none_goes_by_the_files_name() -> None:
    file = "企业走访.xlsx"
    found = checked(sheet("Sheet1", *VISITS, file=file), sheet("Sheet2", *VISITS, file=file))
    assert codes(found) == [Code.UNMATCHED_SHEET, Code.UNMATCHED_SHEET]


def test_a_sheets_own_name_wins_over_its_files() -> None:
    found = checked(sheet("企业走访", *VISITS, file="考勤.xlsx"))
    assert list(found.tables) == ["visits"]


def test_several_sheets_feed_one_ledger_and_each_row_keeps_its_place() -> None:
    found = checked(
        sheet("企业走访7月", *VISITS, file="a.xlsx"),
        sheet("企业走访8月", VISITS[0], ("2025-08-01", "丙公司"), numbers=(3, 7), file="b.xlsx"),
    )
    table = found.tables["visits"]
    assert table.columns["company"] == ["甲公司", "乙公司", "丙公司"]
    assert [str(table.place(row, "company")) for row in (0, 2)] == [
        "a.xlsx › 企业走访7月 › B2",
        "b.xlsx › 企业走访8月 › B7",
    ]


@pytest.mark.parametrize(("rows", "remarks"), [((), [Code.BLANK_LEDGER]), (VISITS[:1], [])])
def test_an_empty_sheet_is_an_empty_ledger_and_not_an_absent_one(
    rows: tuple[tuple[Value, ...], ...], remarks: list[Code]
) -> None:
    found = checked(sheet("企业走访", *rows))
    assert (codes(found), found.handed_in, len(found.tables["visits"])) == (remarks, {"visits"}, 0)


def test_an_empty_sheet_beside_a_filled_one_adds_nothing() -> None:
    found = checked(sheet("企业走访"), sheet("企业走访7月", *VISITS), sheet("企业走访8月"))
    table = found.tables["visits"]
    assert (codes(found), len(table), [table.place(row).row for row in (0, 1)]) == ([], 2, [2, 3])


def test_ledgers_in_english() -> None:
    rows = (("date", "company", "vacancies"), ("2025-09-04", "甲公司", 3))
    found = checked(sheet("visits", *rows), sheet("project", *PROJECT))
    assert (codes(found), found.tables["visits"].columns["vacancies"]) == ([], [3])


def test_a_header_is_told_from_title_rows_and_its_place_is_kept() -> None:
    rows = (("萍乡市就业之家",), ("企业走访台账", "2026年"), *VISITS)
    found = checked(sheet("企业走访", *rows, numbers=(1, 3, 4, 5, 9)))
    assert (codes(found), str(found.tables["visits"].place(1))) == ([], "台账.xlsx › 企业走访 › 9")
    assert found.accounts[0].left_out == {"title": 2, "header": 1}


def test_a_header_below_the_twentieth_row_is_not_found() -> None:
    assert codes(checked(sheet("企业走访", *VISITS, numbers=(20, 21, 22)))) == []
    found = checked(sheet("企业走访", *VISITS, numbers=(21, 22, 23)))
    assert (codes(found), found.accounts[0].faulty) == ([Code.HEADER_NOT_FOUND], 3)


@pytest.mark.parametrize(
    "header",
    [
        "企业数（家）",
        "企业数(家)",
        "企业数【家】",
        " 企 业 数 ",
        "企业数*",
        "参会企业数",
        "参会企业（家）",
        "Companies",
        "企业\n数",
    ],
)
def test_spellings_of_a_header(header: str) -> None:
    names = ("活动编号", "日期", "类型", "形式", "地域", header, "岗位数", "入场人次")
    found = checked(sheet("招聘活动", names, ("A-1", "2025-09-04", "日常", "线下", "市内", 35, 900, 200)))
    assert (codes(found), found.tables["events"].columns["companies"]) == ([], [35])


def test_a_header_matched_by_its_own_name_wins_over_a_synonym() -> None:
    # 时间 is a synonym of 日期, which stands there itself: the other column is merely unknown.
    found = checked(sheet("企业走访", ("时间", "日期", "企业名称"), ("上午", "2025-09-04", "甲公司")))
    assert told(found) == [(Code.UNKNOWN_COLUMN, "A1", "时间")]
    assert [str(day) for day in found.tables["visits"].columns["date"]] == ["2025-09-04"]


@pytest.mark.parametrize("headers", [("日期", "日期", "企业名称"), ("时间", "登记日期", "企业名称")])
def test_a_column_named_twice_is_an_error(headers: tuple[str, ...]) -> None:
    found = checked(sheet("企业走访", headers, ("2025-09-04", "2025-09-05", "甲公司")))
    assert told(found) == [(Code.DUPLICATE_COLUMN, "1", "A、B")]
    assert "visits" not in found.tables


def test_a_missing_column_is_named_with_the_columns_nobody_knows() -> None:
    found = checked(sheet("企业走访", ("日期", "走访人", "企业"), ("2025-09-04", "张三", "甲公司")))
    assert codes(found) == []
    found = checked(sheet("企业走访", ("日期", "走访人", "厂名"), ("2025-09-04", "张三", "甲公司")))
    missing, unknown = found.problems
    assert (missing.code, missing.facts["column"], missing.facts["unknown"]) == (
        Code.MISSING_COLUMN,
        "企业名称",
        "厂名",
    )
    assert (unknown.code, unknown.place.cell) == (Code.UNKNOWN_COLUMN, "C1")


def test_unknown_columns_are_reported_once_and_kept_out() -> None:
    found = checked(
        sheet(
            "企业走访",
            ("序号", "日期", "企业名称", "备注"),
            (1, "2025-09-04", "甲公司", "好"),
            (2, "2025-09-05", "乙公司", None),
        )
    )
    assert told(found) == [(Code.UNKNOWN_COLUMN, "A1", "序号"), (Code.UNKNOWN_COLUMN, "D1", "备注")]
    assert not any(problem.stops for problem in found.problems)
    assert len(found.tables["visits"]) == 2


def test_columns_in_any_order_with_blank_ones_before_them() -> None:
    found = checked(
        sheet("企业走访", (None, "用工需求", None, "企业名称", "日期"), (None, 3, None, "甲公司", "2025-09-04"))
    )
    assert (codes(found), found.tables["visits"].columns["vacancies"]) == ([], [3])
    assert found.tables["visits"].place(0, "vacancies").cell == "B2"


def test_a_header_whose_names_are_another_ledgers_is_not_found() -> None:
    assert codes(checked(sheet("企业走访", ("姓名", "状态"), ("张三", "出勤")))) == [Code.HEADER_NOT_FOUND]
