"""`verify`: whether a stored result is what the same ledgers come to."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import typer

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked, decisions_of
from jobhome_score.cli.ending import NO, plainly, print_result, refuse
from jobhome_score.cli.journey import AMONG_LEDGERS, load_rubric_named, travelled
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import LangChoice, MissingChoice
from jobhome_score.cli.pacing import paced, stated
from jobhome_score.cli.stored import ResultFile, StoredRubric, header_read, packaged_name, read_stored
from jobhome_score.locales import say
from jobhome_score.records import replace

SHOWN = 20


def verify_command(
    result: ResultFile,
    ledgers: options.Ledgers,
    rubric: StoredRubric = None,
    decided: options.ReadingsFile = None,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    reviews: options.Reviews = None,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Recompute a result with its own readings and day, and name the first place where it differs."""
    from jobhome_score.insight.verification import differences
    from jobhome_score.reports.assessment_json import assessment_json

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    stored = read_stored(result, spoken)
    header = header_read(stored, result, spoken)
    asked = Asked(
        ledgers,
        spoken,
        rubric or packaged_name(header, result, spoken),
        (),
        header.as_of,
        MissingChoice(header.missing),
        hidden,
        limit or (),
        header.decisions if decided is None else decided,
        reviews or _reviews(result, stored, spoken),
    )
    anew = travelled(_open(header.readings, asked))
    pacing = paced(anew, stated(stored, result, spoken), spoken) if "pacing" in stored else None
    asked_readings = stored.get("moving") is not None
    with plainly(spoken):
        again = anew.told(pacing, readings=asked_readings, whole=asked_readings)
    text = assessment_json(again.assessment, header.lang, again.effects, again.pacing, again.whole)
    computed = json.loads(text, parse_float=Decimal)
    found = list(differences(stored, computed))
    if not found:
        print_result(say(spoken, "verify.same", file=result.name, total=str(computed["score"]["total"])))
        return
    lines = [say(spoken, "verify.differs", file=result.name, count=str(len(found)))]
    lines += [
        say(spoken, "verify.place", path=one.path, stored=_text(one.stored), computed=_text(one.computed))
        for one in found[:SHOWN]
    ]
    print_result("\n".join(lines))
    raise typer.Exit(NO)


def _open(readings: Mapping[str, str], asked: Asked) -> Asked:
    """With the stored options of the readings that are not decided; where a decided one differs, that is a finding."""
    with plainly(asked.lang):
        decided = decisions_of(asked, load_rubric_named(asked))
    return replace(asked, readings=[f"{name}={option}" for name, option in readings.items() if name not in decided])


def _reviews(result: Path, stored: Mapping[str, Any], lang: Lang) -> str | None:
    """The decisions that the result was made with; a file of its own has to be named again."""
    used = stored.get("reviews_from")
    source = used.get("source") if isinstance(used, Mapping) else None
    if source == "file" and isinstance(used, Mapping):
        files = used.get("files")
        first = files[0] if isinstance(files, list) and files and isinstance(files[0], Mapping) else {}
        name, sha256 = (str(first.get(key, "")) for key in ("file", "sha256"))
        refuse(lang, "verify.needs_reviews", file=result.name, name=name, sha256=sha256)
    return AMONG_LEDGERS if source == "ledgers" else None


def _text(value: object) -> str:
    from jobhome_score.reports.escape import brief

    if value is None:
        return "—"
    if isinstance(value, str | Decimal):
        return brief(str(value))
    try:
        return brief(json.dumps(value, ensure_ascii=False, default=str))
    except RecursionError:
        return "[…]"
