"""`indicator`: one line of the score sheet, down to the rows."""

from typing import Annotated

import typer

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked
from jobhome_score.cli.ending import print_result, refuse
from jobhome_score.cli.journey import assessed
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice, told
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

IndicatorId = Annotated[str, typer.Argument(help=told("indicator_id"), metavar="ID", show_default=False)]


def indicator_command(
    indicator: IndicatorId,
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
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Print one indicator: clause, figures, misses with their rows, readings it depends on."""
    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    if output_format not in (Format.TEXT, Format.JSON):
        refuse(spoken, "cli.format", value=output_format.value, known=say(spoken, "list.sep").join(("text", "json")))
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    assessment = assessed(asked)
    known = tuple(assessment.rubric.indicators())
    if indicator not in known:
        refuse(spoken, "cli.no_indicator", name=indicator, known=say(spoken, "list.sep").join(known))
    if output_format is Format.JSON:
        from jobhome_score.reports.indicator_text import indicator_json

        print_result(indicator_json(assessment, indicator, spoken))
    else:
        from jobhome_score.cli.screen import screen
        from jobhome_score.reports.indicator_text import indicator_text

        print_result(indicator_text(assessment, indicator, spoken, screen()))
