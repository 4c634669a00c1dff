"""The assessment as JSON, Markdown, CSV and a workbook."""

import csv
import datetime as dt
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.ledger_tables import SiteYear, site_year
from tests.samples import assessed

from jobhome_score import reports
from jobhome_score.assessment import Assessment, MissingPolicy
from jobhome_score.ledgers.tables import SheetAccount
from jobhome_score.locales import Lang
from jobhome_score.reports.assessment_csv import assessment_csv
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.assessment_md import assessment_md
from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx

SCHEMA = json.loads((Path(reports.__file__).parent / "schemas" / "assessment.schema.json").read_text())
VALIDATOR = Draft202012Validator(SCHEMA)
LANGS: tuple[Lang, ...] = ("zh", "en")
HOSTILE = "=cmd|'/C'!A0<script>\u202e`x`"


@pytest.fixture(scope="module")
def hard() -> Assessment:
    return assessed("hard-year")


@pytest.fixture(scope="module")
def hostile() -> Assessment:
    year = site_year(f"招聘活动\n活动编号\n{HOSTILE}\n").on_project(站点名称=HOSTILE)
    return sealed(year.assess())


def sealed(assessment: Assessment) -> Assessment:
    """The assessment with a hash for each file, which ledgers that were never files do not have."""

    def with_hash(account: SheetAccount) -> SheetAccount:
        return replace(account, sha256="0" * 64)

    inputs = tuple(replace(one, account=with_hash(one.account)) for one in assessment.inputs)
    return replace(assessment, inputs=inputs)


def parsed(assessment: Assessment, lang: Lang = "zh") -> dict[str, Any]:
    value: dict[str, Any] = json.loads(assessment_json(assessment, lang), parse_float=Decimal)
    return value


def indicators(value: dict[str, Any]) -> dict[str, Any]:
    return {line["id"]: line for section in value["sections"] for line in section["indicators"]}


def rules(value: dict[str, Any], name: str) -> dict[str, Any]:
    return {rule["id"]: rule for rule in indicators(value)[name]["rules"]}


def policies() -> Iterator[tuple[str, Assessment]]:
    year = site_year()
    yield "an empty year", year.assess()
    yield "as of a day in the period", year.assess(as_of="2025-11-15")
    yield "ledgers withheld, the worst", year.without("直播", "零工登记", "表彰加分").assess(missing="zero")
    yield "ledgers withheld, a range", year.without("直播", "零工登记", "表彰加分").assess(missing="range")
    yield "other readings", year.assess(callback_rates="pooled", gig_training="month_total", live_weekly="weekly")


@pytest.mark.parametrize("lang", LANGS)
def test_json_keeps_its_contract_on_a_hard_year(hard: Assessment, lang: Lang) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    VALIDATOR.validate(json.loads(assessment_json(hard, lang)))


@pytest.mark.parametrize(("name", "assessment"), [pytest.param(*one, id=one[0]) for one in policies()])
def test_json_keeps_its_contract_under_every_policy(name: str, assessment: Assessment) -> None:
    for lang in LANGS:
        VALIDATOR.validate(json.loads(assessment_json(sealed(assessment), lang)))
        assert assessment_md(assessment, lang)
        assert assessment_csv(assessment, lang)
        assert assessment_xlsx(assessment, lang), name


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every key, of lists only the first item."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield (*path, key)
            yield from places(one, (*path, key))
    elif isinstance(value, list) and value:
        yield from places(value[0], (*path, 0))


def first_items(value: Any, key: str = "") -> Any:
    """The same with the first item of each list, but with all sections, which differ in their keys."""
    if isinstance(value, dict):
        return {name: first_items(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [first_items(one) for one in (value if key == "sections" else value[:1])]
    return value


FREE = {"readings", "absent", "left_out", "measured", "exact"}
"""Mappings whose keys are free, or ours alone."""


def test_the_schema_misses_no_key_and_no_added_one(hard: Assessment) -> None:
    whole = first_items(json.loads(assessment_json(hard, "zh")))
    assert VALIDATOR.is_valid(whole)
    for path in places(whole):
        if FREE & set(path[:-1]):
            continue
        for change in ("missing", "mistyped"):
            damaged = deepcopy(whole)
            inner = damaged
            for step in path[:-1]:
                inner = inner[step]
            inner.pop(path[-1])
            if change == "mistyped":
                inner[f"{path[-1]}s"] = whole
            assert not VALIDATOR.is_valid(damaged), (path, change)


def test_figures_are_exact_and_in_the_shape_of_what_was_measured(hard: Assessment) -> None:
    value = parsed(hard)
    assert value["score"]["total"] == Decimal("20.5")
    assert value["settlement"]["payable"] == Decimal("200900.00")
    assert rules(value, "1.1")["staffing"]["measured"] == 4
    assert rules(value, "1.1")["staffing"]["required"] == ">= 7"
    assert rules(value, "1.1")["staffing"]["each"] == "month"
    assert rules(value, "1.4")["gig_seekers"]["measured"] == Decimal("0.705")
    assert rules(value, "2.1")["items"]["required"] == "companies >= 35; positions >= 900; visitors >= 200"
    assert rules(value, "2.1")["items"]["measured"] == {"met": 54, "due": 60, "pending": 0}
    assert rules(value, "2.5")["reach_followers"]["measured"] == {"companies": 80, "followers": Decimal("0.06")}
    assert rules(value, "3.1")["coverage"]["measured"] is None
    assert rules(value, "2.4")["company_callbacks"]["cap"] == 1
    assert rules(value, "4.2")["honours"]["charge"] is None
    assert '"payable": 200900.00' in assessment_json(hard, "zh")


def test_bonus_lines_are_awarded_and_penalty_lines_deducted(hard: Assessment) -> None:
    value = parsed(hard)
    assert indicators(value)["4.1"]["awarded"] == 5
    assert "deducted" not in indicators(value)["4.1"]
    assert indicators(value)["5.2"]["deducted"] == 5
    assert indicators(value)["2.5"]["zeroed"] is True
    assert rules(value, "4.1")["daily_excess"]["awarded"] == 5


def test_evidence_names_each_row_once_and_counts_them(hard: Assessment) -> None:
    for line in indicators(parsed(hard)).values():
        for rule in line["rules"]:
            rows = [(one["file"], one["sheet"], one["row"]) for one in rule["evidence"]]
            assert len(rows) == len(set(rows)) == rule["evidence_total"]


def test_a_range_gives_both_ends() -> None:
    value = parsed(site_year().without("直播", "投诉").assess(missing="range"))
    low, high = value["score"]["range"]["low"], value["score"]["range"]["high"]
    assert low["total"] == value["score"]["total"] < high["total"]
    assert value["absent"]["livestreams"] == ["2.5"]
    assert rules(value, "2.5")["views"]["lacking"] == ["livestreams"]
    assert rules(value, "2.5")["views"]["measured"] is None
    assert {one["met"] for one in value["obligations"] if one["status"] == "no_evidence"} == {None}


def test_the_same_input_gives_the_same_bytes_whenever_it_is_scored(hostile: Assessment) -> None:
    later = replace(hostile.request, made=hostile.request.made + dt.timedelta(days=2))
    for write in (assessment_md, assessment_csv, assessment_xlsx):
        assert write(hostile, "zh") == write(replace(hostile, request=later), "zh")
    again, moved = parsed(hostile), parsed(replace(hostile, request=later))
    assert again.pop("generated") != moved.pop("generated")
    assert again == moved


def test_the_table_holds_every_row_of_the_json(hard: Assessment) -> None:
    data = assessment_csv(hard, "zh")
    assert data.startswith(b"\xef\xbb\xbf")
    header, *lines = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""))
    assert {len(line) for line in lines} == {len(header)}
    evidence = sum(rule["evidence_total"] for line in indicators(parsed(hard)).values() for rule in line["rules"])
    kind, row = header.index("类别"), header.index("行")
    assert sum(line[kind] == "依据" and line[row] != "" for line in lines) == evidence


def test_no_cell_of_the_table_is_a_formula(hostile: Assessment) -> None:
    lines = list(csv.reader(StringIO(assessment_csv(hostile, "zh").decode("utf-8-sig"), newline="")))
    cells = [cell for line in lines for cell in line]
    assert any(cell.startswith("'=cmd") for cell in cells)
    numbers = re.compile(r"-[0-9.]+")
    assert not [cell for cell in cells if cell[:1] in tuple("=+-@") and cell and not numbers.fullmatch(cell)]
    assert not any("\u202e" in cell for cell in cells)


def test_the_page_holds_no_markup_of_others(hostile: Assessment) -> None:
    page = assessment_md(hostile, "zh")
    assert "<script>" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;\\u202e\\`x\\`" in page.replace("\\\\u", "\\u")


@pytest.mark.parametrize("lang", LANGS)
def test_every_table_of_the_page_is_as_wide_as_its_head(hard: Assessment, lang: Lang) -> None:
    width = 0
    for line in assessment_md(hard, lang).splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert cells in (0, width) or not width
        width = cells


def test_missing_ledgers_are_named_in_every_report() -> None:
    assessment = site_year().without("直播").assess(missing="zero")
    assert "未提供台账：直播" in assessment_md(assessment, "zh")
    assert "未提供台账：直播" in assessment_csv(assessment, "zh").decode("utf-8-sig")
    assert assessment.request.missing is MissingPolicy.ZERO


def test_a_fair_short_of_two_targets_is_noted_with_both(ledgers: SiteYear) -> None:
    """
    招聘活动
    活动编号  企业数  岗位数  入场人次
    A-01      34      899     200
    """
    rule = rules(parsed(ledgers.assess()), "2.1")["items"]
    assert [one["note"] for one in rule["evidence"]] == [
        (
            "A-01 企业数 34，要求 ≥ 35 类型=日常 线下举办=是 企业数=34；"
            "A-01 岗位数 899，要求 ≥ 900 类型=日常 线下举办=是 岗位数=899"
        ),
    ]
    assert [(one["cell"], one["name"], one["measured"], one["rows"]) for one in rule["cells"]] == [
        ("A-01", "companies", 34, 1), ("A-01", "positions", 899, 1),
    ]  # fmt: skip
