"""`verify`: whether a stored result is what the same ledgers come to."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked, decisions_of
from jobhome_score.cli.ending import NO, plainly, print_result, refuse
from jobhome_score.cli.journey import AMONG_LEDGERS, load_rubric_named, travelled
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice, MissingChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.cli.pacing import paced, stated
from jobhome_score.cli.rendering import check_endings, check_format, ending_of
from jobhome_score.cli.stored import ResultFile, StoredRubric, header_read, packaged_name, read_stored
from jobhome_score.records import replace

FORMATS: Final = (Format.TEXT, Format.JSON)
ENDINGS: Final = (".json", ".txt")


def verify_command(
    result: ResultFile,
    ledgers: options.Ledgers,
    rubric: StoredRubric = None,
    decided: options.ReadingsFile = None,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    reviews: options.Reviews = None,
    output_format: options.FormatOption = Format.TEXT,
    output: options.Outputs = None,
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Recompute a result with its own readings and day, and name the first place where it differs."""
    from jobhome_score.insight.verification import differences
    from jobhome_score.reports.assessment_json import assessment_json
    from jobhome_score.reports.verification import verification_json, verification_text

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    check_format(output_format, spoken, FORMATS)
    check_endings(output or (), spoken, ENDINGS)
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

    def shown(kind: str) -> str:
        told = (result.name, Decimal(computed["score"]["total"]), found)
        return verification_json(*told) if kind == "json" else verification_text(*told, spoken)

    write_files(
        output or (), lambda path: (shown(ending_of(path)[1:]).rstrip("\n") + "\n").encode(), spoken, force=force,
        quiet=quiet, ledgers=ledgers, reviews=reviews,
    )  # fmt: skip
    if not quiet:
        print_result(shown(output_format.value))
    if found:
        raise SystemExit(NO)


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
