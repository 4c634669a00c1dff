"""Problems as a user reads them."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from jobhome_score import reports
from jobhome_score.evidence import Place
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.locales import Lang
from jobhome_score.problems import Code, Problem
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.problems_text import (
    message,
    problem_line,
    problem_value,
    problems_json,
    problems_text,
    rubric_problem_line,
    rubric_problems_text,
)
from jobhome_score.rubric.nodes import Mark, RubricError, RubricProblem, unknown
from jobhome_score.rubric.source import read_rubric

SAMPLES = Path(__file__).parents[2] / "sample_ledgers"
SCHEMA = json.loads((Path(reports.__file__).parent / "schemas" / "problems.schema.json").read_text())
COUNT = {"column": "企业数", "id": "companies", "kind": "count", "wants": ""}
F12 = Place("招聘活动.xlsx", "招聘活动", 12, 5)


@pytest.fixture(scope="module")
def broken() -> Checked:
    return check(read_ledgers(SAMPLES / "broken-year"))


def test_the_place_comes_first_then_the_value_then_what_to_do() -> None:
    problem = Problem(Code.BAD_COUNT, F12, "三十几家", COUNT)
    place = "招聘活动.xlsx › 招聘活动 › F12"
    assert problem_line(problem, "zh") == f"{place}  企业数：“三十几家” 不是整数，应填 0 以上的整数"
    assert problem_line(problem, "en") == (
        f'{place}  企业数 (companies): "三十几家" is not a whole number; enter a whole number, 0 or more'
    )


@pytest.mark.parametrize(("value", "says"), [("-5", "负数"), ("－5", "负数"), ("-", "不是整数"), ("-5.5", "不是整数")])
def test_a_negative_count_is_called_negative(value: str, says: str) -> None:
    assert says in message(Problem(Code.BAD_COUNT, F12, value, COUNT), "zh")


def test_what_is_expected_goes_by_the_kind_of_column_whatever_is_wrong() -> None:
    problem = Problem(Code.ERROR_CELL, F12, "#REF!", COUNT | {"kind": "choice", "wants": "专职、兼职"})
    assert problem_value(problem, "zh")["expected"] == "专职、兼职 之一"
    assert problem_value(problem, "en")["expected"] == "one of 专职, 兼职"


def test_a_hostile_value_and_file_name_are_made_visible() -> None:
    problem = Problem(Code.BAD_COUNT, Place("a\x1b[2J.xlsx", "b\u202e", 2, 0), "1\n2\u200b{value}" + "9" * 500, COUNT)
    line = problem_line(problem, "zh")
    assert line.startswith("a\\x1b[2J.xlsx › b\\u202e › A2  企业数：“1 2\\u200b{value}999")
    assert len(line) < 250


def test_a_limit_is_named_as_people_measure_it_and_as_it_is_raised() -> None:
    problem = Problem(Code.LIMIT_EXCEEDED, Place("大.xlsx"), facts={"limit": "file_bytes", "allowed": "52428800"})
    assert "文件大小不得超过 50 MB" in message(problem, "zh")
    assert "--limit file_bytes=" in message(problem, "zh")
    problem = Problem(Code.LIMIT_EXCEEDED, Place("大.xlsx"), facts={"limit": "cells", "allowed": "2000000"})
    assert "at most 2,000,000" in message(problem, "en")


def test_columns_not_recognised_are_named_beside_the_missing_one_only_where_there_are_some() -> None:
    facts = COUNT | {"ledger": "招聘活动"}
    assert message(Problem(Code.MISSING_COLUMN, F12, "", facts | {"unknown": ""}), "zh").endswith("请补上该列")
    assert message(Problem(Code.MISSING_COLUMN, F12, "", facts | {"unknown": "天气"}), "zh").endswith("的列有：天气")


def test_errors_come_before_warnings_and_both_are_counted() -> None:
    warning = Problem(Code.UNKNOWN_COLUMN, F12, "天气", {"ledger": "招聘活动"})
    error = Problem(Code.BAD_COUNT, F12, "x", COUNT)
    first, _, heading, second, _, counts = problems_text((warning, error), "zh").splitlines()
    assert "不是整数" in first
    assert heading.startswith("提示")
    assert "天气" in second
    assert counts == "共 1 个错误、1 条提示。有错误时不计分，请逐条改正后重新校验。"


def test_no_problem_is_said_so() -> None:
    assert problems_text((), "zh") == "没有发现问题。\n"
    assert problems_text((), "en") == "No problems found.\n"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_broken_year_is_told_in_full(broken: Checked, lang: Lang) -> None:
    lines = problems_text(broken.problems, lang).splitlines()
    assert len([line for line in lines if "  " in line]) == len(broken.problems)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_problems_as_json_keep_the_contract(broken: Checked, lang: Lang) -> None:
    value = json.loads(problems_json(broken.problems, broken.accounts, lang))
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(value)
    assert len(value["problems"]) == len(broken.problems)
    for account in value["account"]:
        assert account["read"] == account["counted"] + sum(account["left_out"].values()) + account["problems"]


@pytest.mark.parametrize("key", sorted(SCHEMA["$defs"]["problem"]["properties"]))
def test_the_schema_of_problems_misses_no_key(broken: Checked, key: str) -> None:
    value = json.loads(problems_json(broken.problems, broken.accounts, "zh"))
    del value["problems"][0][key]
    assert not Draft202012Validator(SCHEMA).is_valid(value)


def test_a_rubric_problem_names_line_column_and_the_nearest_name() -> None:
    near = unknown("column-unknown", "compnies", ("companies", "positions"), Mark(12, 7))
    assert rubric_problem_line("r.yaml", near, "zh") == "r.yaml:12:7  没有“compnies”列，是否应为“companies”？"
    far = unknown("column-unknown", "zzz", ("companies", "positions"), Mark(12, 7))
    assert rubric_problem_line("r.yaml", far, "en") == (
        'r.yaml:12:7  there is no column "zzz"; known: companies, positions'
    )


def test_what_a_value_should_be_is_said_in_words() -> None:
    problem = RubricProblem("value", Mark(3, 1), (("value", "1_000"), ("wants", "points")))
    assert rubric_problem_line("r.yaml", problem, "zh").endswith("“1_000” 不对，应为 0 至 10000 的分值，最多两位小数")


BROKEN_RUBRICS = {
    "alias": "a: &x 1\nb: *x\n",
    "tag": "a: !!str 1\n",
    "twice": "a: 1\na: 2\n",
    "merge": "a:\n  <<: 1\n",
    "two documents": "a: 1\n---\nb: 1\n",
    "list": "- a\n",
    "broken": "a: [1\n",
    "empty": "",
    "deep": "a: " + "[" * 30 + "]" * 30,
    "unused reading": "readings: {r: {question: {zh: 问, en: q}, options: {o: {zh: 一, en: o}}}}\n",
    "wrong default": "readings: {r: {question: {zh: 问, en: q}, options: {o: {zh: 一, en: o}}, default: p}}\n",
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("text", BROKEN_RUBRICS.values(), ids=BROKEN_RUBRICS)
def test_a_broken_rubric_is_told_in_words(text: str, lang: Lang) -> None:
    with pytest.raises(RubricError) as found:
        read_rubric("r.yaml", text)
    lines = rubric_problems_text(found.value, lang).splitlines()
    assert len(lines) == len(found.value.problems) + 1
    assert all(line.startswith("r.yaml:") for line in lines[:-1])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_empty_mapping_lacks_everything(lang: Lang) -> None:
    with pytest.raises(RubricError) as found:
        read_rubric("r.yaml", "a: 1\n").under({})
    assert len(rubric_problems_text(found.value, lang).splitlines()) > 5
