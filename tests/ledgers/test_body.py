import pytest
from tests.ledgers.sheets import VISITS, account, checked, codes, sheet, told

from jobhome_score.ledgers.columns import BLOCK
from jobhome_score.ledgers.kinds import Swept, choice, sweep
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault, Value

HEAD = ("日期", "企业名称", "用工需求")
ONE = ("2025-09-04", "甲公司", 3)
TWO = ("2025-09-05", "乙公司", 4)


@pytest.mark.parametrize("word", ["合计", "总计", "小计", " 合 计 ", "合计：", "Total", "小计:"])
def test_total_rows_are_left_out_wherever_they_stand_and_rows_after_them_count(word: str) -> None:
    found = checked(sheet("企业走访", HEAD, ONE, (word, None, 3), TWO, (word, None, 7)))
    assert told(found) == [(Code.TOTAL_ROW, "3", word), (Code.TOTAL_ROW, "5", word)]
    assert found.tables["visits"].columns["company"] == ["甲公司", "乙公司"]
    assert account(found).left_out == {"header": 1, "total-row": 2}


@pytest.mark.parametrize(("total", "differs"), [(7, False), ("7人", False), (8, True), ("许多", True)])
def test_a_total_that_differs_from_our_sum_is_flagged(total: Value, differs: bool) -> None:
    found = checked(sheet("企业走访", HEAD, ONE, TWO, ("合计", None, total)))
    assert (Code.TOTAL_DIFFERS in codes(found)) is differs
    if differs:
        problem = found.problems[-1]
        assert (problem.place.cell, problem.facts["sum"], problem.stops) == ("C4", "7", False)


def test_a_total_may_stand_in_a_column_of_its_own() -> None:
    found = checked(sheet("企业走访", ("序号", *HEAD), (1, *ONE), ("合计", None, None, 3)))
    assert codes(found) == [Code.UNKNOWN_COLUMN, Code.TOTAL_ROW]


def test_a_person_called_total_is_a_person() -> None:
    found = checked(
        sheet("人员名册", ("姓名", "用工类型", "到岗日期"), ("合计", "专职", "2025-01-01"), ("合计", None, None))
    )
    assert told(found) == [(Code.TOTAL_ROW, "3", "合计")]
    assert found.tables["staff"].columns["name"] == ["合计"]


def test_a_duty_called_total_with_an_owner_is_a_duty() -> None:
    found = checked(sheet("职责清单", ("核心职责", "责任人"), ("合计", "张三"), ("合计", None)))
    assert (codes(found), found.tables["duties"].columns["owner"]) == ([Code.TOTAL_ROW], ["张三"])


def test_rows_that_are_only_numbered_are_no_records() -> None:
    found = checked(sheet("企业走访", ("序号", *HEAD), (1, *ONE), (2,), (3,)))
    assert codes(found) == [Code.UNKNOWN_COLUMN]
    assert account(found).left_out == {"header": 1, "numbered-only": 2}


def test_text_outside_every_known_column_is_listed_and_left_out() -> None:
    found = checked(sheet("企业走访", (*HEAD, "备注"), ONE, (None, None, None, "以上属实")))
    assert told(found) == [(Code.UNKNOWN_COLUMN, "D1", "备注"), (Code.LOOSE_TEXT, "3", "以上属实")]
    assert account(found).left_out == {"header": 1, "loose-text": 1}


@pytest.mark.parametrize(
    "text", ["制表人：张三", "填表人: 张三", "审核：", "单位（盖章）：", "备注：数据截至六月", "日期：2026-06-30"]
)
def test_signature_lines_below_are_listed_and_left_out(text: str) -> None:
    found = checked(sheet("企业走访", HEAD, ONE, (text,)))
    assert (codes(found), account(found).counted) == ([Code.LOOSE_TEXT], 1)


@pytest.mark.parametrize("row", [("2025-09-06",), (None, "丙公司"), (None, None, 5), ("单位：甲", "丙公司")])
def test_a_row_with_something_of_ours_is_a_record_that_lacks_something(row: tuple[Value, ...]) -> None:
    found = checked(sheet("企业走访", HEAD, ONE, row))
    assert set(codes(found)) <= {Code.EMPTY_CELL, Code.BAD_DATE}
    assert codes(found)
    assert account(found).faulty == 1


def test_a_header_repeated_further_down_is_an_error() -> None:
    found = checked(sheet("企业走访", HEAD, ONE, HEAD, TWO))
    assert told(found) == [(Code.REPEATED_HEADER, "3", "日期")]
    assert len(found.tables["visits"]) == 2


def test_every_problem_of_a_row_is_found_at_once_with_its_cell() -> None:
    found = checked(sheet("企业走访", HEAD, ("昨天", None, "三十几"), (Fault(Code.ERROR_CELL, "#REF!"), "乙公司", -1)))
    assert told(found) == [
        (Code.BAD_DATE, "A2", "昨天"),
        (Code.EMPTY_CELL, "B2", ""),
        (Code.BAD_COUNT, "C2", "三十几"),
        (Code.ERROR_CELL, "A3", "#REF!"),
        (Code.BAD_COUNT, "C3", "-1"),
    ]
    assert (account(found).counted, account(found).faulty) == (0, 2)


def test_what_a_blank_means_is_in_the_column() -> None:
    head = ("日期", "问题类型", "说明", "数量", "整改日期")
    found = checked(sheet("督导检查", head, ("2025-09-04", "环境脏乱", "纸屑", None, None)))
    assert (found.tables["findings"].columns["count"], found.tables["findings"].columns["fixed"]) == ([1], [None])
    without = checked(sheet("督导检查", head[:3], ("2025-09-04", "环境脏乱", "纸屑")))
    assert (codes(without), without.tables["findings"].columns["count"]) == ([], [1])


def test_true_and_one_in_a_count_column_are_told_apart() -> None:
    found = checked(sheet("企业走访", HEAD, ("2025-09-04", "甲公司", 1), ("2025-09-04", "乙公司", True)))
    assert told(found) == [(Code.BAD_COUNT, "C3", "TRUE")]


@pytest.mark.parametrize("rows", [(), (ONE,), (ONE, ("合计", None, 3)), (("昨天", None, 1), ONE), (HEAD, ONE)])
def test_every_row_read_is_counted_left_out_or_faulty(rows: tuple[tuple[Value, ...], ...]) -> None:
    one = account(checked(sheet("企业走访", ("台账",), HEAD, *rows)))
    assert one.read == one.counted + sum(one.left_out.values()) + one.faulty == len(rows) + 2


def test_rows_can_be_had_as_frozen_models_and_as_a_frame() -> None:
    table = checked(sheet("企业走访", *VISITS)).tables["visits"]
    rows = list(table.rows())
    assert [row.model_dump()["company"] for row in rows] == ["甲公司", "乙公司"]
    with pytest.raises(ValueError, match="frozen"):
        rows[0].company = "丙公司"  # type: ignore[attr-defined]


def test_values_under_no_header_are_never_dropped_in_silence() -> None:
    found = checked(
        sheet(
            "企业走访",
            ("日期", "企业名称", None, "走访人", None),
            ("2025-09-04", "甲公司", None, "张三", None),
            ("2025-09-05", "乙公司", "约", "李四", None),
            ("2025-09-06", "丙公司", 3, "李四", None),
        )
    )
    (problem,) = found.problems
    assert (problem.code, problem.place.cell, problem.value) == (Code.NAMELESS_COLUMN, "C3", "约")
    assert problem.facts["count"] == "2"
    assert not problem.stops


def test_a_total_where_only_a_date_could_stand_is_one_however_much_it_fills() -> None:
    found = checked(sheet("企业走访", HEAD, ONE, TWO, ("合计", "2家", 7)))
    assert told(found) == [(Code.TOTAL_ROW, "4", "合计")]
    assert account(found).left_out == {"header": 1, "total-row": 1}


def test_a_person_called_total_stays() -> None:
    found = checked(sheet("人员名册", ("姓名", "用工类型", "到岗日期"), ("合计", "专职", "2025-01-01")))
    assert found.tables["staff"].columns["name"] == ["合计"]


def test_a_sheet_of_more_rows_than_are_turned_at_once_is_read_to_its_end() -> None:
    rows = [("2025-09-04", f"公司{number}", number % 7) for number in range(2 * BLOCK + 5)]
    found = checked(sheet("企业走访", HEAD, *rows[:-2], ("合计", None, None), *rows[-2:]))
    assert codes(found) == [Code.TOTAL_ROW]
    visits = found.tables["visits"]
    assert visits.columns["company"] == [company for _, company, _ in rows]
    assert visits.columns["vacancies"] == [count for _, _, count in rows]


def test_words_that_are_the_options_stay_and_synonyms_become_them() -> None:
    choices = choice("专职", "兼职", also={"全职": "专职"})
    column = ["专职", None, "兼职"]
    assert sweep(column, choices) == Swept(column, {}, {}, blank=True)
    assert sweep(["全职", "专职", "无"], choices) == Swept(
        ["专职", "专职", None], {2: Code.BAD_CHOICE}, {}, blank=False
    )
