"""`assess`: the scored breakdown, what was deducted and why, the total and the settlement."""

from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jobhome_score.cli import options
from jobhome_score.cli.journey import NO, Asked, Travelled, plainly, print_result, refuse, travelled
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice, told
from jobhome_score.cli.outputs import way_to, write_files
from jobhome_score.cli.pacing import Capacities, beside, capacities, paced
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.assessment import Assessment
    from jobhome_score.insight.flags.family import Flags
    from jobhome_score.insight.pacing import Pacing
    from jobhome_score.insight.sensitivity import Effect, Sensitivity


class SortChoice(Enum):
    """In which order the indicators are listed."""

    CLAUSES = "clauses"
    POINTS = "points"


FailUnder = Annotated[
    str | None, typer.Option("--fail-under", help=told("fail_under"), metavar="SCORE", show_default=False)
]
Notice = Annotated[bool, typer.Option("--notice", help=told("notice"))]
WithFlags = Annotated[bool, typer.Option("--flags", help=told("with_flags"))]
Sort = Annotated[SortChoice, typer.Option("--sort", help=told("sort"))]
SORTED = (Format.TEXT, Format.MD)
"""What people read from the top; the others keep the order of the annex for whoever reads them by machine."""


def assess_command(
    ledgers: options.Ledgers,
    rubric: options.RubricName = PACKAGED,
    reading: options.ReadingOptions = None,
    decided: options.ReadingsFile = None,
    as_of: options.AsOf = None,
    missing: options.Missing = options.MissingChoice.FAIL,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    output_format: options.FormatOption = Format.TEXT,
    output: options.Outputs = None,
    force: options.Force = False,
    fail_under: FailUnder = None,
    notice: Notice = False,
    sort: Sort = SortChoice.CLAUSES,
    capacity: Capacities = None,
    with_flags: WithFlags = False,
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Score ledgers, print the breakdown, write the files asked for."""
    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    bound = bound_of(fail_under, spoken)
    check_endings(output or (), spoken)
    if notice and not any(_ending(path) == DOCUMENT for path in output or ()):
        refuse(spoken, "cli.notice")
    if with_flags and not any(_ending(path) in WITH_LEADS for path in output or ()):
        refuse(spoken, "cli.with_flags")
    if sort is SortChoice.POINTS and output_format not in SORTED:
        refuse(spoken, "cli.sort", value=output_format.value)
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided)
    told_why = (output_format is Format.TEXT and not quiet) or any(_ending(path) in RANGED for path in output or ())
    weekly = capacities(capacity or (), spoken)
    found = travelled(asked)
    assessment = found.assessment
    effects: tuple[Effect, ...] = ()
    whole = None
    if told_why and missing is not options.MissingChoice.RANGE:
        from jobhome_score.insight.sensitivity import moving, sensitivity

        with plainly(spoken):
            on = found.ground()
            effects = moving(assessment, on)
            whole = sensitivity(assessment, on) if any(_ending(path) in RANGED for path in output or ()) else None
    pacing = paced(found, weekly, spoken)

    leads = _leads(found, asked) if with_flags else None

    def written(path: Path) -> bytes:
        if notice and _ending(path) == DOCUMENT:
            from jobhome_score.reports.documents.notice_docx import notice_docx

            return notice_docx(assessment, spoken)
        return render(assessment, path.suffix, spoken, effects, way_to(ledgers, path), sort, pacing, leads, whole)

    write_files(output or (), written, spoken, force=force, quiet=quiet, ledgers=ledgers)
    if not quiet:
        print_result(shown(assessment, effects, output_format, spoken, sort, pacing))
    if bound is not None and assessment.score.total < bound:
        raise typer.Exit(NO)


def bound_of(text: str | None, lang: Lang) -> Decimal | None:
    """The score under which the exit code is 1; ends the command where it is none."""
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        refuse(lang, "cli.fail_under", value=text or "")


def _leads(found: Travelled, asked: Asked) -> "Flags":
    """The leads, looked for after the score is there: nothing of them can get into it."""
    from jobhome_score.cli.flags import dossier_of
    from jobhome_score.insight.flags.family import flags

    return flags(dossier_of(found, asked))


PAGE = ".html"
DOCUMENT = ".docx"
RANGED = (PAGE, ".xlsx")
"""The reports that say how far all readings together can move the result."""
WITH_LEADS = (PAGE, ".xlsx")
ENDINGS = (".json", ".md", ".csv", ".xlsx", DOCUMENT, PAGE)


def _ending(path: Path) -> str:
    return path.suffix.lower()


def check_endings(
    paths: "tuple[Path, ...] | list[Path]", lang: Lang, known: tuple[str, ...] = ENDINGS
) -> None:  # fmt: skip
    """End the command where a file's ending names no format."""
    for path in paths:
        if _ending(path) not in known:
            refuse(lang, "cli.ending", name=str(path), known="、".join(known))


def shown(
    assessment: "Assessment",
    effects: "tuple[Effect, ...]",
    output_format: Format,
    lang: Lang,
    sort: SortChoice = SortChoice.CLAUSES,
    pacing: "Pacing | None" = None,
) -> str:
    """The assessment as standard output shows it."""
    if output_format is Format.TEXT:
        from jobhome_score.cli.screen import screen
        from jobhome_score.reports.ordering import Order
        from jobhome_score.reports.terminal import assessment_text

        return assessment_text(assessment, lang, screen(), effects, Order(sort.value), pacing)
    data = render(assessment, f".{output_format.value}", lang, sort=sort, pacing=pacing)
    return data.decode("utf-8-sig" if output_format is Format.CSV else "utf-8")


def render(
    assessment: "Assessment",
    ending: str,
    lang: Lang,
    effects: "tuple[Effect, ...]" = (),
    base: str = "",
    sort: SortChoice = SortChoice.CLAUSES,
    pacing: "Pacing | None" = None,
    leads: "Flags | None" = None,
    whole: "Sensitivity | None" = None,
) -> bytes:
    """The assessment in the format of a file's ending; `effects` for those that say what would move the payout.

    `base` is the way from the file's folder to the ledgers, for those that link to them; `sort` is for Markdown;
    `pacing` for a year that still runs; `leads` for those that show them; `whole`: all about the readings.
    """
    match ending.lower():
        case ".json":
            from jobhome_score.reports.assessment_json import assessment_json

            return assessment_json(assessment, lang, **beside(assessment, pacing, lang)).encode()
        case ".md":
            from jobhome_score.reports.assessment_md import assessment_md
            from jobhome_score.reports.ordering import Order

            return assessment_md(assessment, lang, Order(sort.value), pacing).encode()
        case ".csv":
            from jobhome_score.reports.assessment_csv import assessment_csv

            data = assessment_csv(assessment, lang, pacing)
            return data if isinstance(data, bytes) else data.encode("utf-8-sig")
        case ".html":
            from jobhome_score.reports.html.page import assessment_html

            return assessment_html(assessment, lang, effects, pacing, leads, whole).encode()
        case ".docx":
            from jobhome_score.reports.documents.score_docx import score_docx

            return score_docx(assessment, lang)
    from jobhome_score.reports.workbook.assessment_xlsx import assessment_xlsx

    return assessment_xlsx(assessment, lang, base, pacing, leads, whole)
