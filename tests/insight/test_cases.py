"""The packaged rubric passes its own cases; wrong, missing and malformed cases are told with their line."""

from fractions import Fraction
from functools import cache
from pathlib import Path
from textwrap import dedent

import pytest

from jobhome_score.insight.case_needs import Edge, Need
from jobhome_score.insight.case_ranges import spread
from jobhome_score.insight.case_run import Bench
from jobhome_score.insight.cases import Failure, Gap, Outcome, Unloadable, WrongFigure, run_cases, run_text
from jobhome_score.rubric.nodes import RubricError
from jobhome_score.rubric.source import find_rubric, load_rubric, read_rubric

FAIRS = """\
    filled:
      招聘活动: {活动编号: 第#场, 日期: 2025-09-04, 类型: 日常, 形式: 线下, 地域: 市内, 岗位数: "900", 入场人次: "200"}
    cases:
      - about: 2.1 items
        shows: {zh: 一场34家, en: A fair of 34}
        ledgers:
          招聘活动: |
            企业数
            34
            35  ×2
        expect: {misses: 1, deducted: 0.5}
"""


@cache
def bench() -> Bench:
    """The packaged rubric, settled once for all tests."""
    return Bench(load_rubric(), {})


def outcome(text: str, rubric: Bench | None = None) -> Outcome:
    return run_text(rubric or bench(), "x.cases.yaml", dedent(text))


def wrong(found: Outcome) -> list[Failure]:
    return [failure for failure in found.failures if not isinstance(failure, Gap)]


def refused(text: str) -> list[tuple[str, int, int]]:
    with pytest.raises(RubricError) as caught:
        outcome(text)
    return [(problem.code, *problem.mark) for problem in caught.value.problems]


def changed(old: str, new: str, text: str = FAIRS) -> str:
    assert old in text
    return text.replace(old, new)


def test_the_packaged_rubric_passes_every_tenth_of_its_cases() -> None:
    text = find_rubric("pingxiang-2025").with_name("pingxiang-2025.cases.yaml").read_text(encoding="utf-8")
    head, *cases = text.split("  - about: ")
    found = outcome(head + "".join("  - about: " + case for case in cases[::10]))
    assert wrong(found) == []
    assert len(found.passed) > 20


@pytest.mark.thorough
def test_the_packaged_rubric_passes_all_its_cases_and_they_show_all_of_it() -> None:
    found = run_cases(load_rubric(), find_rubric("pingxiang-2025"))
    assert found is not None
    assert found.failures == ()
    assert len(found.passed) == found.cases > 200
    assert found.shown == found.needed > 300


def test_a_rubric_without_cases_beside_it_has_no_outcome(tmp_path: Path) -> None:
    assert run_cases(load_rubric(), tmp_path / "alone.yaml") is None


def test_cases_are_found_beside_the_rubric(tmp_path: Path) -> None:
    (tmp_path / "mine.cases.yaml").write_text(dedent(FAIRS), encoding="utf-8-sig")
    found = run_cases(load_rubric(), tmp_path / "mine.yaml")
    assert found is not None
    assert [case.line for case in found.passed] == [4]


def test_cases_that_are_not_utf_8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.cases.yaml").write_bytes("cases: [] # 案例".encode("gb18030"))
    with pytest.raises(RubricError) as caught:
        run_cases(load_rubric(), tmp_path / "mine.yaml")
    assert caught.value.problems[0].code == "yaml-encoding"


def test_a_wrong_expectation_fails_with_its_line() -> None:
    (failure,) = wrong(outcome(changed("deducted: 0.5", "deducted: 1")))
    assert isinstance(failure, WrongFigure)
    assert (failure.line, failure.name) == (11, "deducted")
    assert (failure.expected, failure.found) == (Fraction(1), Fraction(1, 2))


def test_a_changed_number_of_the_rubric_fails_the_case_that_shows_it() -> None:
    text = find_rubric("pingxiang-2025").read_text(encoding="utf-8")
    assert text.count("companies: {at_least: 35}") == 1
    laxer = read_rubric("laxer.yaml", text.replace("companies: {at_least: 35}", "companies: {at_least: 34}"))
    assert [
        failure.found for failure in wrong(outcome(FAIRS, Bench(laxer, {}))) if isinstance(failure, WrongFigure)
    ] == [0, 0]


def test_a_figure_that_the_subject_does_not_have_is_not_found() -> None:
    (failure,) = wrong(outcome(changed("deducted: 0.5", "awarded: 0.5")))
    assert isinstance(failure, WrongFigure)
    assert failure.found is None


def test_what_a_case_shows_is_covered_and_what_none_shows_is_a_gap() -> None:
    gaps = {failure.need for failure in outcome(FAIRS).failures if isinstance(failure, Gap)}
    target = "companies 日常 ≥ 35"
    assert Need("2.1 items", target, Edge.BELOW) not in gaps
    assert Need("2.1 items", target, Edge.AT) not in gaps
    assert Need("2.1 items", target, Edge.ABOVE) in gaps
    assert Need("2.1", "= 6", Edge.EXCEEDED) in gaps
    assert Need("2.1 sessions", "missing_session: session / session_and_items", Edge.APART) in gaps


def test_a_case_that_fails_covers_nothing() -> None:
    gaps = {failure.need for failure in outcome(changed("misses: 1", "misses: 2")).failures if isinstance(failure, Gap)}
    assert Need("2.1 items", "companies 日常 ≥ 35", Edge.BELOW) in gaps


def test_a_removed_case_is_a_gap() -> None:
    text = find_rubric("pingxiang-2025").with_name("pingxiang-2025.cases.yaml").read_text(encoding="utf-8")
    head, *cases = text.split("  - about: ")
    kept = [case for case in cases if not case.startswith(("1.2 provided", "5.2", "4.2"))]
    head = head + "".join("  - about: " + case for case in kept if case.startswith(("1.2", '"1.2"', "4.1")))
    gaps = {failure.need for failure in outcome(head).failures if isinstance(failure, Gap)}
    assert {Need("1.2 provided", "services ≥ 14", edge) for edge in (Edge.BELOW, Edge.AT, Edge.ABOVE)} <= gaps
    assert Need("1.2", "= 3", Edge.EXCEEDED) not in gaps
    assert Need("4.1 daily_excess", "bonus_gate: standard / content", Edge.APART) not in gaps


def test_an_expectation_may_choose_by_a_reading_and_then_covers_its_options() -> None:
    text = """\
        cases:
          - about: total
            shows: {zh: 上限, en: The cap}
            settle: {total: 103}
            expect:
              reading: total_cap
              capped: {total: 100}
              uncapped: {total: 103}
        """
    found = outcome(text)
    gaps = {failure.need for failure in found.failures if isinstance(failure, Gap)}
    assert (found.runs, len(found.passed)) == (2, 1)
    assert Need("total", "total_cap: capped / uncapped", Edge.APART) not in gaps
    assert Need("total", "= 100", Edge.EXCEEDED) not in gaps
    assert Need("total", "= 100", Edge.REACHED) in gaps


def test_ledgers_that_cannot_be_read_name_the_line_of_the_file() -> None:
    (failure,) = wrong(outcome(changed("34\n", "三十几家\n")))
    assert isinstance(failure, Unloadable)
    assert [(problem.code.value, problem.place.row) for problem in failure.problems] == [("bad-count", 9)]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("2.1 items", "2.1 item", ("case-about", 4, 12)),
        ("          招聘活动: |", "          招聘活功: |", ("case-ledger", 7, 7)),
        ("    企业数\n", "    企业树\n", ("column-unknown", 8, 9)),
        ("招聘活动: |\n", "招聘活动: >\n", ("case-block", 7, 13)),
        ("35  ×2", "35  900  ×2", ("case-cells", 10, 9)),
        ("34\n", "34…\n", ("case-range", 9, 9)),
        ("35  ×2", "35  ×99999", ("case-rows", 7, 13)),
        ("expect: {", "expects: {", ("key-unknown", 11, 5)),
        ("{misses: 1", "{missed: 1", ("key-unknown", 11, 14)),
        ("misses: 1", "misses: one", ("value", 11, 22)),
        ("        expect:", "        readings: {session_item: each}\n        expect:", ("reading-unknown", 11, 16)),
        ("        expect:", "        readings: {session_items: eech}\n        expect:", ("option-unknown", 11, 31)),
        ("        expect:", "        settle: {total: 90}\n        expect:", ("case-either", 4, 5)),
        ("        expect:", "        period: {from: 2026-06-30, to: 2025-07-01}\n        expect:", ("value", 11, 36)),
        ("活动编号:", "活动号码:", ("column-unknown", 2, 10)),
    ],
)
def test_a_malformed_file_gives_line_and_column(old: str, new: str, problem: tuple[str, int, int]) -> None:
    assert problem in refused(changed(old, new))


def test_an_option_left_out_of_an_expectation_is_refused() -> None:
    text = changed("{misses: 1, deducted: 0.5}", "{reading: session_items, each: {misses: 1}}")
    assert refused(text) == [("reading-without-option", 11, 13)]


@pytest.mark.parametrize(
    ("cell", "first", "last", "number"),
    [
        ("职员1…职员7", "职员1", "职员7", 7),
        ("A-01…A-38", "A-01", "A-38", 38),
        ("2025-07…2026-06", "2025-07", "2026-06", 12),
        ("2025Q3…2026Q2", "2025Q3", "2026Q2", 4),
        ("2025-07-05…2026-06-05每月", "2025-07-05", "2026-06-05", 12),
        ("2025-07-31…2025-09-30每月", "2025-07-31", "2025-09-30", 3),
        ("2025-07-08…2025-07-22每周", "2025-07-08", "2025-07-22", 3),
        ("2025-12-30…2026-01-02", "2025-12-30", "2026-01-02", 4),
    ],
)
def test_a_range_stands_for_each_of_its_values(cell: str, first: str, last: str, number: int) -> None:
    found = spread(cell)
    assert found is not None
    assert (found[0], found[-1], len(found)) == (first, last, number)


@pytest.mark.parametrize(
    "cell", ["职员7…职员1", "甲1…乙7", "2025-07…2025-06", "甲…", "2025-07-05…2025-07-01", "甲1…甲3每月"]
)
def test_a_range_that_leads_nowhere_is_none(cell: str) -> None:
    assert spread(cell) is None
