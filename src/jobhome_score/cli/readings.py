"""`readings`: what the open readings of the contract move, and the letter that asks for a decision."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked
from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import plainly, print_result, refuse
from jobhome_score.cli.journey import questioned
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.reports.letter import Letter

Letters = Annotated[
    list[Path] | None,
    Option("--output", "-o", help="readings_output", metavar="FILE"),
]
Form = Annotated[Path | None, Option("--write", help="write", metavar="FILE")]
ENDINGS = (".docx", ".md")
FORMS = (".yaml", ".yml")


def readings_command(
    ledgers: options.Ledgers,
    rubric: options.RubricName = PACKAGED,
    reading: options.ReadingOptions = None,
    decided: options.ReadingsFile = None,
    as_of: options.AsOf = None,
    missing: options.Missing = options.MissingChoice.FAIL,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    reviews: options.Reviews = None,
    output_format: options.FormatOption = Format.TEXT,
    output: Letters = None,
    write: Form = None,
    force: options.Force = False,
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Print every reading with its options and effects, the extremes, and the fewest that decide; write the letter."""
    from jobhome_score.insight.sensitivity import sensitivity
    from jobhome_score.reports.letter import letter
    from jobhome_score.reports.readings_text import readings_json, readings_text

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    _check(output_format, missing, output or (), write, spoken)
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    assessment, on = questioned(asked)
    with plainly(spoken):
        found = sensitivity(assessment, on)
    if output:
        text = letter(assessment, on.source, found, spoken)
        write_files(output, lambda path: _letter(text, path, spoken), spoken, force=force, quiet=quiet, ledgers=ledgers)
    if write is not None:
        from jobhome_score.reports.decisions_form import decisions_form

        form = decisions_form(assessment, spoken)
        write_files((write,), lambda _: form.encode(), spoken, force=force, quiet=quiet, ledgers=ledgers)
    if quiet:
        return
    if output_format is Format.JSON:
        print_result(readings_json(assessment, found, spoken))
    else:
        from jobhome_score.cli.screen import terminal_width

        print_result(readings_text(assessment, found, spoken, terminal_width()))


def _check(
    output_format: Format, missing: options.MissingChoice, output: "list[Path] | tuple[()]", write: Path | None,
    lang: Lang,
) -> None:  # fmt: skip
    if output_format not in (Format.TEXT, Format.JSON):
        refuse(lang, "cli.format", value=output_format.value, known=say(lang, "list.sep").join(("text", "json")))
    if missing is options.MissingChoice.RANGE:
        refuse(lang, "cli.range_here")
    for path in output:
        if path.suffix.lower() not in ENDINGS:
            refuse(lang, "cli.ending", name=str(path), known=say(lang, "list.sep").join(ENDINGS))
    if write is not None and write.suffix.lower() not in FORMS:
        refuse(lang, "cli.form_ending", name=str(write))


def _letter(text: "Letter", path: Path, lang: Lang) -> bytes:
    if path.suffix.lower() == ".docx":
        from jobhome_score.reports.documents.letter_docx import letter_docx

        return letter_docx(text, lang)
    from jobhome_score.reports.letter_md import letter_md

    return letter_md(text, lang).encode()
