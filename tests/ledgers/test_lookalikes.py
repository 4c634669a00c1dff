"""One event, person, company or channel that was given two faces, so that it would count twice."""

import pytest
from tests.ledger_tables import site_year

from jobhome_score.ledgers.lookalikes import seen_as
from jobhome_score.problems import Code

SOLEMN = [Code.LOOKALIKE_NAME, Code.TWIN_ROW]


def told(text: str) -> list[tuple[str, str, str]]:
    found = site_year(text).check().problems
    return [(one.code.value, one.place.cell or str(one.place.row), one.value) for one in found if one.code in SOLEMN]


@pytest.mark.parametrize(
    "others",
    [
        "A-1  A–1",
        "A-1  A—1",
        "A-1  А-1",
        "A-1  a-1",
        "A-1  A1",
        "A-1  A一1",
        "A-1  A-01",
        "A-1  A.1",
        "A-1  A-1。",
        "Β-1  B-1",
    ],
)
def test_numbers_of_events_that_look_alike_are_told(others: str) -> None:
    one, other = others.split()
    assert told(f"招聘活动\n活动编号  企业数\n{one}  36\n{other}  37") == [("lookalike-name", "A3", other)]


@pytest.mark.parametrize("others", ["A-1  A-2", "A-11  A-1-1", "2025-1-11  2025-11-1", "日常1  主题1", "A-10  A-1"])
def test_numbers_that_differ_are_not(others: str) -> None:
    one, other = others.split()
    assert told(f"招聘活动\n活动编号  企业数\n{one}  36\n{other}  37") == []


def test_every_wording_is_told_once_however_many_rows_have_it() -> None:
    assert told("宣传\n渠道\nAPP\nАРР\nАРР\napp\n公众号") == [
        ("lookalike-name", "A3", "АРР"),
        ("lookalike-name", "A5", "app"),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "人员名册\n姓名\n阿里·买买提\n阿里买买提",
        "直播企业\n企业名称\n甲公司\n甲公司。",
        "短视频\n标题\n招聘会第1期\n招聘会（第1期）",
        "直播\n开始时间  平台\n19:30  DY\n19:30  dy",
    ],
)
def test_people_companies_titles_and_platforms_too(table: str) -> None:
    assert [code for code, _, _ in told(table)] == ["lookalike-name"]


def test_the_same_title_on_another_day_or_platform_is_another_video() -> None:
    assert told("短视频\n标题  发布日期\n第1期  2025-09-04\n第1期！  2025-09-05") == []


def test_one_event_under_two_numbers_is_told() -> None:
    assert told("招聘活动\n活动编号  企业数\n甲  36\n乙  36\n丙  37\n丁  0\n戊  0") == [("twin-row", "3", "乙")]


def test_a_set_of_twins_is_told_once() -> None:
    (one,) = [one for one in site_year("招聘活动\n企业数\n36  ×38").check().problems if one.code is Code.TWIN_ROW]
    assert (one.place.row, one.facts["count"]) == (3, "38")


def test_one_livestream_at_two_times_is_told() -> None:
    assert told("直播\n开始时间  场观\n19:30  812\n20:30  812\n21:30  813") == [("twin-row", "3", "20:30:00")]


def test_a_name_without_end_costs_little() -> None:
    assert seen_as("a" * 300_000) != seen_as("a" * 300_001)
