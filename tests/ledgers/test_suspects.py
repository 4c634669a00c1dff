"""Layouts and values by which a record would count many times, or not at all, and nobody would notice."""

from dataclasses import replace

import pytest
from tests.ledger_tables import site_year
from tests.ledgers.sheets import PROJECT, VISITS, checked, sheet, told

from jobhome_score.problems import Code

FAIR = ("日常", "线下", "市内")
HEADER = ("活动编号", "日期", "类型", "形式", "地域", "企业数", "岗位数", "入场人次")
FAIRS = (("A-1", "2025-09-04", *FAIR, 36, 920, 215), ("A-2", "2025-09-11", *FAIR, None, 930, 220))


def found(*sheets, code):
    return [one for one in told(checked(sheet("项目信息", *PROJECT), *sheets)) if one[0] is code]


def test_a_figure_merged_over_rows_counts_in_each_and_is_told():
    fairs = replace(sheet("招聘活动", HEADER, *FAIRS), merges=((2, 5, 3, 5),))
    assert found(fairs, code=Code.MERGED_COUNT) == [(Code.MERGED_COUNT, "F2", "36")]
    assert checked(fairs).tables["events"].columns["companies"] == [36, 36]


@pytest.mark.parametrize("merge", [(2, 2, 3, 2), (2, 5, 2, 6), (1, 5, 1, 6), (3, 5, 9, 5), (4, 5, 9, 5)])
def test_other_merges_multiply_no_figure(merge):
    assert found(replace(sheet("招聘活动", HEADER, *FAIRS), merges=(merge,)), code=Code.MERGED_COUNT) == []


def test_a_record_above_its_header_is_told():
    header, first, second = VISITS
    visits = sheet("企业走访", ("走访台账",), first, ("2025年", "台账"), header, second)
    assert found(visits, code=Code.ROW_ABOVE_HEADER) == [(Code.ROW_ABOVE_HEADER, "2", "2025-09-04")]


def test_the_first_line_of_a_header_in_two_is_no_record():
    visits = sheet("企业走访", ("2025-09-04", "企业名称"), ("日期", None), VISITS[1])
    assert found(visits, code=Code.ROW_ABOVE_HEADER) == []


def test_titles_above_columns_of_text_alone_are_no_records():
    assert (
        found(sheet("职责清单", ("职责", "分工"), ("核心职责", "责任人"), ("政策", "王芳")), code=Code.ROW_ABOVE_HEADER)
        == []
    )


@pytest.mark.parametrize("name", ["说明", "填表说明", "README"])
def test_a_ledger_that_passes_for_instructions_is_told(name):
    assert found(sheet(name, ("走访",), *VISITS), code=Code.LEDGER_IN_INSTRUCTIONS) == [
        (Code.LEDGER_IN_INSTRUCTIONS, "2", name)
    ]


@pytest.mark.parametrize("rows", [(), VISITS[:1], (("日期", "填当天"), ("企业名称", "全称")), (("姓名",), ("王芳",))])
def test_instructions_are_none(rows):
    assert found(sheet("说明", *rows), code=Code.LEDGER_IN_INSTRUCTIONS) == []


def test_a_blank_sheet_counts_as_an_empty_ledger_and_is_told():
    assert found(sheet("投诉"), code=Code.BLANK_LEDGER) == [(Code.BLANK_LEDGER, "0", "")]
    assert "complaints" in checked(sheet("投诉")).tables


def test_an_empty_ledger_with_its_header_or_a_blank_month_is_not():
    assert found(sheet("投诉", ("日期", "内容", "有效")), code=Code.BLANK_LEDGER) == []
    assert found(sheet("企业走访-7月"), sheet("企业走访-8月", *VISITS), code=Code.BLANK_LEDGER) == []
    assert found(sheet("复核"), code=Code.BLANK_LEDGER) == []


LIVE = """直播
日期  开始时间  主题  平台  场观
2025-09-04  19:30  专场  抖音  900
2025-09-04  19:30  专场  快手  50
2025-09-05  19:30  专场  快手  50
2025-09-06  19:30  专场  快手  50
2025-09-06  19:30  专场  视频号  50
"""
VIDEOS = """短视频
发布日期  标题  平台
2025-09-04  甲  抖音
2025-09-04  甲  快手
2025-09-05  甲  快手
2025-09-04  乙  快手
"""
HANDLED = "反馈\n日期  处理日期\n2025-09-04  2025-09-03\n2025-09-04  2025-09-04\n2025-09-04  -"
LEFT = "人员名册\n姓名  到岗日期  离岗日期\n王芳  2025-08-01  2025-07-31\n李娜  2025-08-01  2025-08-01"
EARLY = """报告与会议
类别  所属期  完成日期
数据汇报会  2025-09  2025-08-31
数据汇报会  2025-10  2025-10-01
季度分析报告  一季度  2025-12-31
"""
STRANGERS = "考勤\n姓名  日期\n陌生人  2025-09-04\n陌生人  2025-09-05\n路人  2025-09-05"
COUNTS = "督导检查\n问题类型  数量\n环境脏乱  0\n环境脏乱  1\n环境脏乱  -"


@pytest.mark.parametrize(
    ("tables", "code", "cells"),
    [
        (COUNTS, Code.COUNT_OF_NOTHING, ["B2"]),
        (HANDLED, Code.HANDLED_BEFORE_FEEDBACK, ["B2"]),
        (LEFT, Code.LEFT_BEFORE_ARRIVAL, ["C2"]),
        (EARLY, Code.REPORT_TOO_EARLY, ["C2", "C4"]),
        (STRANGERS, Code.NOT_ON_ROSTER, ["A2", "A4"]),
        (LIVE, Code.SAME_ELSEWHERE, ["D3", "D6"]),
        (VIDEOS, Code.SAME_ELSEWHERE, ["C3"]),
    ],
)
def test_values_that_change_what_counts_are_told(tables, code, cells):
    problems = [one for one in site_year(tables).check().problems if one.code is code]
    assert [one.place.cell for one in problems] == cells
