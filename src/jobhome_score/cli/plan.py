"""`plan`: what would raise the score to the next band, at what least effort, and what would let it fall."""

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked
from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import NO, print_result, refuse
from jobhome_score.cli.journey import travelled
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.cli.reasons import reason
from jobhome_score.cli.rendering import check_endings, check_format
from jobhome_score.cli.saying import echo
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.insight.plan.answer import Answer
    from jobhome_score.insight.plan.costs import Costs
    from jobhome_score.insight.plan.mirror import Fall
    from jobhome_score.insight.plan.planning import Plan
    from jobhome_score.rubric.document import Rubric

To = Annotated[str | None, Option("--to", help="plan_to", metavar="SCORE")]
CostFile = Annotated[Path | None, Option("--costs", help="plan_costs", metavar="FILE")]
Bonus = Annotated[bool, Option("--bonus", help="plan_bonus")]
ENDINGS = (".json", ".md", ".xlsx", ".docx")


def plan_command(
    ledgers: options.Ledgers,
    to: To = None,
    costs: CostFile = None,
    bonus: Bonus = False,
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
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Print the plan, write the files asked for; exit 1 where nothing reaches the score."""
    from jobhome_score.insight.plan.answer import Answer, answer
    from jobhome_score.insight.plan.planning import Wanted

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    score = _score(to, spoken)
    check_format(output_format, spoken, (Format.TEXT, Format.JSON, Format.MD))
    check_endings(output or (), spoken, ENDINGS)
    if missing is options.MissingChoice.RANGE:
        refuse(spoken, "cli.plan_range")
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    on = travelled(asked)
    wanted = Wanted(score, _costs(costs, on.assessment.rubric, spoken), bonus)
    found, fall = answer(on.assessment, on.season, on.built, wanted)
    write_files(
        output or (), lambda path: _filed(Answer(found, fall), path.suffix.lower(), spoken), spoken,
        force=force, quiet=quiet, ledgers=ledgers, reviews=reviews,
    )  # fmt: skip
    if not quiet:
        print_result(_shown(found, fall, output_format.value, spoken))
    if found.repairs is None:
        raise SystemExit(NO)


def _score(text: str | None, lang: Lang) -> Fraction | None:
    """The score asked for, in plain digits."""
    if text is None:
        return None
    try:
        score = Decimal(text)
    except InvalidOperation:
        refuse(lang, "cli.plan_to", value=text)
    if not score.is_finite() or not 0 <= score <= MOST or score.as_tuple().exponent < -LONGEST:  # type: ignore[operator]
        refuse(lang, "cli.plan_to", value=text)
    return Fraction(score)


MOST, LONGEST = 10_000, 6
"""The largest score that may be asked for, and its decimals."""


def _costs(path: Path | None, rubric: "Rubric", lang: Lang) -> "Costs":
    """The file of costs; ends the command with every problem in it."""
    from jobhome_score.insight.plan.costs import NO_COSTS, read_costs
    from jobhome_score.reports.problems_text import rubric_problem_line
    from jobhome_score.rubric.nodes import Mark, RubricError, RubricProblem

    if path is None:
        return NO_COSTS
    try:
        return read_costs(path.name, path.read_bytes().decode("utf-8-sig"), rubric)
    except OSError as error:
        refuse(lang, "cli.unreadable", name=str(path), reason=reason(lang, error))
    except UnicodeDecodeError:
        problems: tuple[RubricProblem, ...] = (RubricProblem("yaml-encoding", Mark(1, 1)),)
    except RubricError as error:
        problems = error.problems
    for problem in problems:
        echo(rubric_problem_line(path.name, problem, lang), err=True)
    return refuse(lang, "cli.plan_costs", count=str(len(problems)))


def _filed(found: "Answer", ending: str, lang: Lang) -> bytes:
    """The plan in the format of a file's ending."""
    if ending in (".json", ".md"):
        return _shown(*found, ending[1:], lang).encode()
    from jobhome_score.reports.plan_tables import plan_tables

    report = plan_tables(found, lang)
    if ending == ".docx":
        from jobhome_score.reports.documents.tables_docx import tables_docx

        return tables_docx(report, lang)
    from jobhome_score.reports.workbook.tables_xlsx import tables_xlsx

    return tables_xlsx(report, lang)


def _shown(found: "Plan", fall: "Fall | None", output_format: str, lang: Lang) -> str:
    """The plan in a format."""
    match output_format:
        case "json":
            from jobhome_score.reports.plan_json import plan_json

            return plan_json(found, fall, lang)
        case "md":
            from jobhome_score.reports.plan_md import plan_md

            return plan_md(found, fall, lang)
    from jobhome_score.cli.screen import screen
    from jobhome_score.reports.plan_text import plan_text

    return plan_text(found, fall, lang, screen())
