import json
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from tests.ledger_tables import site_year

from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.stored_side import NotAResult, stored_side


@pytest.fixture(scope="module")
def text() -> str:
    return assessment_json(site_year("投诉\n日期  内容  有效\n2025-09-01  甲  是").assess(), "zh")


def spoilt(text: str, *path: Any, value: Any) -> str:
    report = json.loads(text)
    at = report
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = value
    return json.dumps(report)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("schema",), "jobhome-score/portfolio/1", "schema"),
        (("score", "total"), "87.6", "score.total"),
        (("score", "total"), True, "score.total"),
        (("settlement", "payable"), 0.123, "settlement.payable"),
        (("sections",), {}, "sections"),
        (("sections", 0, "role"), "gift", "sections[1].indicators[1]"),
        (
            ("sections", 0, "indicators", 0, "rules", 0, "evidence"),
            [1],
            "sections[1].indicators[1].rules[1].evidence[1]",
        ),
        (("readings",), {"gig_openings": 3}, "readings.gig_openings"),
        (("as_of",), "yesterday", "as_of"),
        (("inputs",), None, "inputs"),
        (("inputs", 0, "rows"), -1, "inputs[1].rows"),
        (("project",), [], "project"),
    ],
)
def test_what_is_not_as_it_should_be_is_named_by_its_place(
    text: str, path: tuple[Any, ...], value: Any, told: str
) -> None:
    with pytest.raises(NotAResult) as found:
        stored_side(spoilt(text, *path, value=value), "r.json")
    assert found.value.path == told


@pytest.mark.parametrize(
    "text",
    ["", "{", "[" * 100_000, "null", "[]", '{"a": 1, "a": 2}', '{"a": NaN}', "9" * 5_000, '{"a": 1e999999999}'],
)  # fmt: skip
def test_what_is_no_json_of_ours_is_refused(text: str) -> None:
    with pytest.raises(NotAResult):
        stored_side(text, "r.json")


def test_a_number_of_endless_size_is_refused_and_not_computed(text: str) -> None:
    shown = json.dumps(json.loads(text)["score"]["total"])
    huge = text.replace(f'"total": {shown}', '"total": 1e999999999')
    assert huge != text
    with pytest.raises(NotAResult) as found:
        stored_side(huge, "r.json")
    assert found.value.path == "score.total"


ODD = (None, True, -1, 10**14, 10**15, "", "x\u202e\x1b[31m=1+1|<b>", [], {}, [None], {"a": 1}, "2026-02-30", "bonus")


def paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in inner:
        yield (*before, name)
        yield from paths(one, (*before, name))


@pytest.mark.thorough
def test_whatever_one_value_becomes_it_is_refused_or_read(text: str) -> None:
    dice = Random(1)
    every = list(paths(json.loads(text)))
    read = 0
    for _ in range(400):
        try:
            side = stored_side(spoilt(text, *dice.choice(every), value=dice.choice(ODD)), "r.json")
        except NotAResult:
            continue
        read += bool(
            [spot for line in side.lines for rule in line.rules for miss in rule.found for spot in miss.rows()]
        )
    assert read
