"""The gallery: for every kind of problem an input that earns it, its exact words, and the remedy.

The words stand in `ledgers.yaml` and `rubrics.yaml`; `docs/problems.md` is made from them.
"""

import datetime as dt
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from tests.hostile.contents import CONTENTS
from tests.hostile.packages import PACKAGES
from tests.hostile.readable import READABLE
from tests.insight.test_cases import FAIRS, outcome
from tests.ledger_tables import site_year
from tests.ledgers.sheets import PROJECT, checked, sheet
from tests.rubric.small import SMALL, read

from jobhome_score.assessment import Request, all_problems
from jobhome_score.insight.plan.costs import read_costs
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.problems import Problem
from jobhome_score.reading.cells import Value
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden
from jobhome_score.reading.references import area
from jobhome_score.rubric.decisions import read_decisions
from jobhome_score.rubric.nodes import RubricError, RubricProblem
from jobhome_score.rubric.source import RubricSource, load_rubric

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LEDGERS, RUBRICS = HERE / "ledgers.yaml", HERE / "rubrics.yaml"
SAMPLE = ROOT / "sample_ledgers" / "broken-year"
TODAY = dt.datetime(2026, 7, 3, tzinfo=dt.UTC)
BETWEEN = re.compile(r"\s{2,}")
ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
NUMBER = re.compile(r"«(-?[0-9.]+)»")
Entry = Mapping[str, Any]


def entries(path: Path) -> Mapping[str, Entry]:
    """The entries of a gallery file by code."""
    found: Mapping[str, Entry] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


@cache
def sample() -> tuple[Problem, ...]:
    """Everything wrong in the broken sample year."""
    return _all(check(read_ledgers(SAMPLE)), {})


def earned(code: str, entry: Entry) -> Problem:
    """The first problem of that code that the entry's input earns."""
    match entry:
        case {"sample": _}:
            found = sample()
        case {"file": name}:
            found = _file(name)
        case {"folder": name}:
            found = _folder(name)
        case {"project": items}:
            made = dt.datetime.fromisoformat(entry.get("today", TODAY.isoformat()))
            year = site_year().on_project(**{key: str(value) for key, value in items.items()})
            found = _all(year.check(), entry.get("readings", {}), made)
        case {"decided": text}:
            made = read_decisions("readings.yaml", text, load_rubric().readings)
            found = all_problems(site_year().check(), load_rubric(), Request(TODAY, {}, decisions=made))
        case {"decisions": text}:
            found = _decisions(text, entry)
        case {"table": text}:
            found = _table(text, entry.get("period_end"), entry.get("merged", ""))
    return next(problem for problem in found if problem.code.value == code)


def _all(found: Checked, readings: Mapping[str, str], made: dt.datetime = TODAY) -> tuple[Problem, ...]:
    return all_problems(found, load_rubric(), Request(made.replace(tzinfo=dt.UTC), readings))


def _decisions(text: str, entry: Entry) -> tuple[Problem, ...]:
    """Decisions on disputes beside the ledgers (`among`), applied from there, or from a file of their own (`file`)."""
    day = dt.date.fromisoformat(entry["as_of"]) if "as_of" in entry else None
    request = Request(TODAY, {}, day)
    year = site_year(entry.get("tables", ""))
    found = year.reviewed(text).check() if text else year.check()
    match entry.get("from", "ledgers"):
        case "among":
            return all_problems(found, load_rubric(), request)
        case "file":
            return all_problems(year.check(), load_rubric(), request, found)
    return all_problems(found, load_rubric(), request, found)


def _file(name: str) -> tuple[Problem, ...]:
    case = {**PACKAGES, **CONTENTS, **READABLE}[name]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / case.file
        path.write_bytes(case.data())
        return read_ledgers(path).problems


def _folder(name: str) -> tuple[Problem, ...]:
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "台账"
        folder.mkdir()
        return read_ledgers(FOLDERS[name](folder), hidden=Hidden.EXCLUDE).problems


def _beside(folder: Path) -> Path:
    (folder / "通知.docx").write_bytes(b"x")
    return folder


def _hidden(folder: Path) -> Path:
    (folder / "考勤.xlsx").write_bytes(READABLE["hidden rows with data"].data())
    return folder


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "考勤.xlsx")
    return folder / "考勤.xlsx"


FOLDERS: Mapping[str, Callable[[Path], Path]] = {
    "nothing in it": lambda folder: folder,
    "a document beside the ledgers": _beside,
    "hidden rows with --hidden exclude": _hidden,
    "a pipe named like a workbook": _pipe,
}


def _table(text: str, period_end: dt.date | None, merged: str) -> tuple[Problem, ...]:
    name, *lines = text.splitlines()
    rows = [tuple(map(_value, BETWEEN.split(line))) for line in lines]
    project = [(item, period_end if period_end and item == "考核结束" else value) for item, value in PROJECT]
    sheets = [sheet(name, *rows)] if name == "项目信息" else [sheet("项目信息", *project), sheet(name, *rows)]
    sheets[-1] = replace(sheets[-1], merges=(area(merged),) if merged else ())
    return checked(*sheets).problems


def _value(text: str) -> Value:
    if found := NUMBER.fullmatch(text):
        return Decimal(found[1])
    return None if text == "-" else ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)


def rubric_problem(code: str, entry: Entry) -> RubricProblem:
    """The first problem of that code that a rubric, its cases or a file of costs earn."""
    try:
        match entry:
            case {"cases_wrong": wrong, "cases_right": right}:
                outcome(_changed(FAIRS, right, wrong))
            case {"costs_wrong": wrong}:
                read_costs("costs.yaml", wrong, load_rubric().under({}))
            case {"wrong": wrong, "right": right}:
                read(_changed(SMALL, right, wrong))
            case {"bytes": text}:
                _from_bytes(text.encode("gb18030"))
            case {"times": times, "document": text}:
                read(text * times)
            case {"document": text}:
                read(text)
    except RubricError as error:
        return next(problem for problem in error.problems if problem.code == code)
    raise LookupError(code)


def _changed(text: str, right: str, wrong: str) -> str:
    if text.count(right) != 1:
        raise ValueError(right)
    return text.replace(right, wrong)


def _from_bytes(data: bytes) -> RubricSource:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rubric.yaml"
        path.write_bytes(data)
        return load_rubric(str(path))
