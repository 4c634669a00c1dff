"""A result file is somebody else's: whatever it holds, `report` writes what it says or names the first wrong place."""

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from tests.called import called
from tests.ledger_tables import rubric_source, site_year
from tests.random_years import drawn

from jobhome_score.cli.rendering import ENDINGS, render
from jobhome_score.insight.told import Told
from jobhome_score.locales import knows
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.stored_result import parsed, read_result
from jobhome_score.stored.days import moment_of
from jobhome_score.stored.results import read
from jobhome_score.stored.shapes import At, Wrong

GONE: Final = object()
BENT: Final = (
    None, True, False, 0, -1, 10**29, 10**40, "", "x", "x" * 50_000, "1/0", "-5", "1/3", "9" * 900, "9" * 5_000,
    "2025-13-40", "9999-12-31", "0001-01-01", "\ud800\x00\u202e=cmd", "1E99", "0.001", "NaN", Decimal("1e999999"),
    [], {}, [[]], [0], [[99, 1]], [[0, -5]], [[0, [1, 2, 3]]], {"x": 1}, {"date": "x"}, "events", "1.1", "1.1 staffing",
    GONE,
)  # fmt: skip
EXACT: Final = At("exact")
Spot = tuple[Any, Any]
"""A mapping or list, and a name or number in it."""


@pytest.fixture(scope="module")
def stored() -> dict[str, Any]:
    """A result as of a day, of a range, with warnings."""
    return parsed(assessment_json(drawn(6).lacking("livestreams").assess("range"), "zh").encode())


@pytest.fixture(scope="module")
def reviewed() -> dict[str, Any]:
    """A result after review, of two shortfalls of which the larger is charged."""
    year = site_year("督导检查\n问题类型\n环境脏乱  ×3\n\n直播\n日期\n2025-09-01")
    decided = year.reviewed(
        "工作表  行号  指标  规则  期间  复核结论\n督导检查  2  -  -  -  撤销\n-  -  1.3  monthly_visits  2025-08  免责"
    )
    return parsed(assessment_json(decided.assess(live_weekly="weekly"), "zh").encode())


def spots(value: Any) -> list[Spot]:
    """One spot of every kind: lists count once, whatever stands in them."""
    found: dict[tuple[Any, ...], Spot] = {}
    for shape, spot in _walk(value, ()):
        found.setdefault((shape, type(spot[0][spot[1]])), spot)
    return list(found.values())


def _walk(value: Any, shape: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Spot]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, one in items:
        inner = (*shape, name if isinstance(value, dict) else "*")
        yield inner, (value, name)
        yield from _walk(one, inner)


class Bent:
    """A value with something else at a spot, put right again in the end."""

    def __init__(self, spot: Spot, other: Any) -> None:
        self.spot, self.other = spot, other

    def __enter__(self) -> None:
        where, name = self.spot
        self.before = where.copy()
        if self.other is GONE:
            del where[name]
        else:
            where[name] = self.other

    def __exit__(self, *_: object) -> None:
        where, _ = self.spot
        where.clear()
        (where.update if isinstance(where, dict) else where.extend)(self.before)


def check_bent(stored: dict[str, Any], cases: list[tuple[Spot, Any]], dice: Random) -> int:
    """What is read in spite of what was bent can be told in every format; all else is refused in words."""
    told = 0
    made = moment_of(stored["generated"], At("generated"))
    for spot, other in cases:
        with Bent(spot, other):
            found = told_or_wrong(stored["exact"], made)
        if isinstance(found, Wrong):
            assert found.at.startswith("exact")
            assert knows("zh", f"stored.{found.code}"), found.code
        else:
            assert render(found, dice.choice(ENDINGS), dice.choice(("zh", "en")))
            told += 1
    return told


def told_or_wrong(exact: Any, made: dt.datetime) -> Told | Wrong:
    try:
        return read(exact, EXACT, rubric_source(), made)
    except Wrong as wrong:
        return wrong


def test_some_bent_values_are_refused_or_told(stored: dict[str, Any]) -> None:
    dice = Random(5)
    every = [(spot, other) for spot in spots(stored["exact"]) for other in BENT]
    check_bent(stored, dice.sample(every, 60), dice)


def test_some_bent_values_of_a_reviewed_year_are_refused_or_told(reviewed: dict[str, Any]) -> None:
    dice = Random(7)
    result = reviewed["exact"]["assessment"]["result"]["score"]["sections"]
    among = [reviewed["exact"]["assessment"]["review"], result[0]["indicators"][5], result[1]["indicators"][4]]
    every = [(spot, other) for spot in spots(among) if spot[0] is not among for other in BENT]
    check_bent(reviewed, dice.sample(every, 40), dice)


@pytest.mark.thorough
def test_every_bent_value_of_a_reviewed_year_is_refused_or_told(reviewed: dict[str, Any]) -> None:
    dice = Random(8)
    every = [(spot, other) for spot in spots(reviewed["exact"]) for other in BENT]
    assert check_bent(reviewed, dice.sample(every, 3_000), dice)


@pytest.mark.parametrize(("part", "name"), [("rules", "2.1 sessions"), ("sections", "2"), ("lines", "2.1")])
def test_what_lacks_a_figure_before_review_is_refused(reviewed: dict[str, Any], part: str, name: str) -> None:
    figures = reviewed["exact"]["assessment"]["review"]["before"][part]
    with Bent((figures, name), GONE):
        found = told_or_wrong(reviewed["exact"], moment_of(reviewed["generated"], At("generated")))
    assert isinstance(found, Wrong)
    assert (found.at.endswith(f"review.before.{part}.{name}"), found.code) == (True, "absent")


def test_the_shortfall_that_is_not_charged_stands_in_the_file_for_everybody_too(reviewed: dict[str, Any]) -> None:
    line = next(one for one in reviewed["sections"][1]["indicators"] if one["id"] == "2.5")
    sessions = next(one for one in line["rules"] if one["id"] == "sessions")
    (other,) = sessions["beside"]
    with Bent((other, "misses"), 1), pytest.raises(Wrong) as raised:
        read_result(reviewed, rubric_source())
    assert "beside" in raised.value.at


@pytest.mark.thorough
def test_every_bent_value_is_refused_or_told(stored: dict[str, Any]) -> None:
    dice = Random(6)
    every = [(spot, other) for spot in spots(stored["exact"]) for other in BENT]
    assert check_bent(stored, dice.sample(every, 4_000), dice)


def test_a_figure_that_is_not_what_the_rest_of_the_file_says_is_named(stored: dict[str, Any]) -> None:
    for spot, path, other in (
        ((stored["score"], "total"), "score.total", Decimal("99.5")),
        ((stored["settlement"], "payable"), "settlement.payable", Decimal(1)),
        ((stored["sections"][0]["indicators"][0], "score"), "sections[1].indicators[1.1].score", 77),
        ((stored["project"], "site"), "project.site", "别处"),
        ((stored, "problems"), "problems", None),
        ((stored, "inputs"), "inputs", GONE),
    ):
        with Bent(spot, other), pytest.raises(Wrong) as raised:
            read_result(stored, rubric_source())
        assert raised.value.at == path
        assert raised.value.code == "differs"


def result_file(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "结果.json"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe{}", b"{}", b"[" * 100_000, b'{"a":' * 50_000, b'{"a": NaN}',
        b'{"schema": 1e99999999999999999999}', b'{"schema": ' + b"9" * 10_000 + b"}", b'{"a": 1, "a": 2}',
        b'{"schema": "jobhome-score/assessment/1"}', b'{"schema": "jobhome-score/portfolio/1"}',
        b'{"schema": "jobhome-score/assessment/1", "rubric": [], "readings": 3}',
    ],
)  # fmt: skip
def test_what_is_no_result_is_refused_with_its_name(tmp_path: Path, data: bytes) -> None:
    path = result_file(tmp_path, data)
    for words in (("report", str(path)), ("verify", str(path), str(tmp_path))):
        for lang in ("zh", "en"):
            done = called(*words, "--lang", lang)
            assert done.exit_code == 2
            assert "结果.json" in done.stderr
            assert "assess" in done.stderr
            assert "Traceback" not in done.output


def test_a_result_cut_off_anywhere_is_refused_with_the_line(tmp_path: Path, stored: dict[str, Any]) -> None:
    whole = json.dumps(stored, ensure_ascii=False, default=float, indent=1).encode()
    for part in (1, 3, 7):
        path = result_file(tmp_path, whole[: len(whole) * part // 8])
        done = called("report", path, "--lang", "en")
        assert done.exit_code == 2
        assert "From line" in done.stderr or "no JSON" in done.stderr


def test_a_warning_without_what_its_sentence_names_is_refused(stored: dict[str, Any]) -> None:
    """服务项目不在目录内的提示要说出有几行。"""
    warning = next(one for one in stored["exact"]["assessment"]["problems"] if one["code"] == "outside-catalogue")
    with Bent((warning, "facts"), {}):
        found = told_or_wrong(stored["exact"], moment_of(stored["generated"], At("generated")))
    assert isinstance(found, Wrong)
    assert (found.at.endswith("facts.rows"), found.code) == (True, "absent")
