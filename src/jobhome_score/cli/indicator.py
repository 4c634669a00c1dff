"""`indicator`: one line of the score sheet, down to the rows."""

from typing import TYPE_CHECKING, Annotated, Final

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked
from jobhome_score.cli.declared import Argument
from jobhome_score.cli.ending import print_result, refuse
from jobhome_score.cli.journey import assessed
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.cli.rendering import check_endings, check_format, ending_of
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.assessment import Assessment

FORMATS: Final = (Format.TEXT, Format.JSON, Format.MD)
ENDINGS: Final = (".json", ".md", ".txt")
IndicatorId = Annotated[str, Argument("ID", help="indicator_id")]


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
    output: options.Outputs = None,
    force: options.Force = False,
    quiet: options.Quiet = False,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Print one indicator: clause, figures, misses with their rows, readings it depends on."""
    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    check_format(output_format, spoken, FORMATS)
    check_endings(output or (), spoken, ENDINGS)
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    assessment = assessed(asked)
    known = tuple(assessment.rubric.indicators())
    if indicator not in known:
        refuse(spoken, "cli.no_indicator", name=indicator, known=say(spoken, "list.sep").join(known))
    write_files(
        output or (), lambda path: _shown(assessment, indicator, ending_of(path)[1:], spoken).encode(), spoken,
        force=force, quiet=quiet, ledgers=ledgers, reviews=reviews,
    )  # fmt: skip
    if not quiet:
        print_result(_shown(assessment, indicator, output_format.value, spoken))


def _shown(assessment: "Assessment", indicator: str, output_format: str, lang: Lang) -> str:
    """The indicator in a format."""
    match output_format:
        case "json":
            from jobhome_score.reports.indicator_text import indicator_json

            return indicator_json(assessment, indicator, lang)
        case "md":
            from jobhome_score.reports.indicator_md import indicator_md

            return indicator_md(assessment, indicator, lang)
    from jobhome_score.cli.screen import screen
    from jobhome_score.reports.indicator_text import indicator_text

    return indicator_text(assessment, indicator, lang, screen())
