"""`readings`: what the open readings of the contract move."""

from jobhome_score.cli import options
from jobhome_score.cli.journey import Asked, print_result, questioned, refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.rubric import PACKAGED


def readings_command(
    ledgers: options.Ledgers,
    rubric: options.RubricName = PACKAGED,
    reading: options.ReadingOptions = None,
    as_of: options.AsOf = None,
    missing: options.Missing = options.MissingChoice.FAIL,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    output_format: options.FormatOption = Format.TEXT,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Print every reading with its options and effects, the extremes, and the fewest that decide."""
    from jobhome_score.insight.sensitivity import sensitivity
    from jobhome_score.reports.readings_text import readings_json, readings_text

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    if output_format not in (Format.TEXT, Format.JSON):
        refuse(spoken, "cli.format", value=output_format.value, known="text、json")
    if missing is options.MissingChoice.RANGE:
        refuse(spoken, "cli.range_here")
    assessment, on = questioned(Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or ()))
    found = sensitivity(assessment, on)
    render = readings_json if output_format is Format.JSON else readings_text
    print_result(render(assessment, found, spoken))
