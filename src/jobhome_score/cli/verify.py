"""`verify`: whether a stored result is what the same ledgers come to."""

import json
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from jobhome_score.cli import options
from jobhome_score.cli.journey import (
    NO,
    Asked,
    decisions_of,
    load_rubric_named,
    plainly,
    print_result,
    refuse,
    travelled,
)
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import LangChoice, MissingChoice, told
from jobhome_score.cli.pacing import beside, paced, stated
from jobhome_score.locales import say

Stored = Annotated[Path, typer.Argument(help=told("stored"), metavar="RESULT.json", show_default=False)]
RubricOption = Annotated[str | None, typer.Option("--rubric", help=told("rubric"), show_default=False)]
SCHEMA = "jobhome-score/assessment/1"
SHOWN = 20


def verify_command(
    result: Stored,
    ledgers: options.Ledgers,
    rubric: RubricOption = None,
    decided: options.ReadingsFile = None,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Recompute a result with its own readings and day, and name the first place where it differs."""
    from jobhome_score.insight.verification import differences
    from jobhome_score.reports.assessment_json import assessment_json

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    stored = _read(result, spoken)
    asked = _open(stored, Asked(
        ledgers,
        spoken,
        rubric or str(stored["rubric"]["id"]),
        (),
        stored["as_of"],
        MissingChoice(stored.get("missing", "fail")),
        hidden,
        limit or (),
        stored.get("decisions", {}) if decided is None else decided,
    ))  # fmt: skip
    written: Lang = "en" if stored.get("lang") == "en" else "zh"
    anew = travelled(asked)
    told_beside = {}
    if "pacing" in stored:
        told_beside = beside(anew.assessment, paced(anew, _capacities(stored, result, spoken), spoken), written)
    computed = json.loads(assessment_json(anew.assessment, written, **told_beside), parse_float=Decimal)
    found = list(differences(stored, computed))
    if not found:
        print_result(say(spoken, "verify.same", file=result.name, total=str(stored["score"]["total"])))
        return
    lines = [say(spoken, "verify.differs", file=result.name, count=str(len(found)))]
    lines += [
        say(spoken, "verify.place", path=one.path, stored=_text(one.stored), computed=_text(one.computed))
        for one in found[:SHOWN]
    ]
    print_result("\n".join(lines))
    raise typer.Exit(NO)


def _capacities(stored: dict[str, Any], path: Path, lang: Lang) -> Mapping[str, Fraction]:
    try:
        return stated(stored)
    except (AttributeError, KeyError, TypeError, ValueError):
        refuse(lang, "verify.not_a_result", file=str(path))


def _open(stored: dict[str, Any], asked: Asked) -> Asked:
    """With the stored options of the readings that are not decided; where a decided one differs, that is a finding."""
    with plainly(asked.lang):
        decided = decisions_of(asked, load_rubric_named(asked))
    left = [f"{name}={option}" for name, option in stored["readings"].items() if name not in decided]
    return replace(asked, readings=left)


def _read(path: Path, lang: Lang) -> dict[str, Any]:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    except OSError as error:
        refuse(lang, "cli.unreadable", name=str(path), reason=error.strerror or str(error))
    except (ValueError, RecursionError):
        refuse(lang, "verify.not_a_result", file=str(path))
    needed = ("rubric", "readings", "as_of", "score")
    if not isinstance(stored, dict) or stored.get("schema") != SCHEMA or any(key not in stored for key in needed):
        refuse(lang, "verify.not_a_result", file=str(path))
    return stored


def _text(value: object) -> str:
    from jobhome_score.reports.escape import plain

    if value is None:
        return "—"
    if isinstance(value, Decimal):
        return str(value)
    return plain(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))
