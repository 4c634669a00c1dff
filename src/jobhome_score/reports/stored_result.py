"""A result file read back: the JSON that `assess` wrote, held against itself, as the assessment that it was."""

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, NoReturn

from jobhome_score import __version__
from jobhome_score.insight.told import Told
from jobhome_score.insight.verification import Difference, differences
from jobhome_score.locales import Lang
from jobhome_score.problems import Problem
from jobhome_score.records import dataclass
from jobhome_score.reports.assessment_json import SCHEMA, assessment_json
from jobhome_score.reports.problems_text import problem_value
from jobhome_score.rubric.source import RubricSource
from jobhome_score.stored.days import moment_of
from jobhome_score.stored.results import read
from jobhome_score.stored.shapes import At, Plain, Wrong, paired

TOP: Final = At("")
EXACT: Final = At("exact")
LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Header:
    """How a result came about: its rubric, the readings used, the day and what absent ledgers meant."""

    lang: Lang
    version: str
    rubric: str
    rubric_sha256: str
    generated: dt.datetime
    readings: Mapping[str, str]
    decisions: Mapping[str, Plain]
    as_of: str | None
    missing: str


def parsed(data: bytes) -> dict[str, Plain]:
    """The JSON of a result, its numbers exact. Raises Wrong where it is not JSON or says a name twice."""
    try:
        found = json.loads(
            data.decode("utf-8-sig"), parse_float=Decimal, parse_constant=_refused, object_pairs_hook=_once
        )
    except json.JSONDecodeError as broken:
        raise Wrong(TOP, "json", str(broken.lineno)) from None
    except (ValueError, ArithmeticError, RecursionError):
        raise Wrong(TOP, "no_json") from None
    return paired(found, TOP)


def _refused(text: str) -> NoReturn:
    """NaN and Infinity are not JSON."""
    raise ValueError(text)


def _once(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise Wrong(TOP, "twice", next(name for name in names if names.count(name) > 1))
    return found


def header_of(stored: Mapping[str, Plain]) -> Header:
    """What must be known before a result can be read or recomputed. Raises Wrong."""
    if stored.get("schema") != SCHEMA:
        raise Wrong(TOP / "schema", "schema", stored.get("schema"), SCHEMA)
    rubric = paired(stored.get("rubric"), TOP / "rubric")
    readings = paired(stored.get("readings"), TOP / "readings")
    for name, option in readings.items():
        _text(option, TOP / "readings" / name)
    as_of = stored.get("as_of")
    return Header(
        lang="en" if _one_of(stored.get("lang"), TOP / "lang", *LANGUAGES) == "en" else "zh",
        version=_text(stored.get("version"), TOP / "version"),
        rubric=_text(rubric.get("id"), TOP / "rubric" / "id"),
        rubric_sha256=_text(rubric.get("sha256"), TOP / "rubric" / "sha256"),
        generated=moment_of(stored.get("generated"), TOP / "generated"),
        readings=readings,
        decisions=paired(stored.get("decisions"), TOP / "decisions"),
        as_of=None if as_of is None else _text(as_of, TOP / "as_of"),
        missing=_one_of(stored.get("missing"), TOP / "missing", "fail", "zero", "range"),
    )


def _text(node: Plain, at: At) -> str:
    if not isinstance(node, str):
        raise Wrong(at, "text", node)
    return node


def _one_of(node: Plain, at: At, *known: str) -> str:
    if not isinstance(node, str) or node not in known:
        raise Wrong(at, "choice", node, "、".join(known))
    return node


def read_result(stored: Mapping[str, Plain], source: RubricSource) -> Told:
    """The assessment that a result holds, under its rubric. Raises Wrong, or RubricError where the rubric is wrong.

    What the file says for everybody and what it says for us must be the same; whether it is true, only the ledgers
    can tell.
    """
    header = header_of(stored)
    if "exact" not in stored:
        raise Wrong(EXACT, "absent")
    found = read(stored["exact"], EXACT, source, header.generated)
    for number, problem in enumerate(found.assessment.problems, 1):
        _check_tellable(problem, EXACT / "assessment" / "problems" / number)
    for one in _contradictions(stored, found, header):
        raise Wrong(At(one.path), "differs", one.stored, _said(one.computed))
    return found


def _check_tellable(problem: Problem, at: At) -> None:
    """A warning has the facts that its sentence names."""
    try:
        for lang in LANGUAGES:
            problem_value(problem, lang)
    except (KeyError, ValueError):
        raise Wrong(at / "facts", "facts", problem.code.value) from None


def _contradictions(stored: Mapping[str, Plain], found: Told, header: Header) -> Iterator[Difference]:
    """Where the file differs from what its own assessment gives; in a file of another version figures alone count."""
    text = assessment_json(found.assessment, header.lang, found.effects, found.pacing, found.whole)
    again = json.loads(text, parse_float=Decimal)
    same_version = header.version == __version__
    for one in differences(stored, again):
        if same_version or _is_figure(one.stored, one.computed):
            yield one


def _is_figure(stored: Any, computed: Any) -> bool:
    return isinstance(stored, int | Decimal) and isinstance(computed, int | Decimal)


def _said(computed: Any) -> str:
    return "null" if computed is None else str(computed)
