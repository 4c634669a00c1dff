"""`validate`: everything that is wrong in the ledgers, at once."""

from pathlib import Path
from typing import Annotated, Final

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked, request_of
from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import NO, plainly, print_result
from jobhome_score.cli.journey import load_rubric_named, read_ahead, read_plain, reviews_for
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import write_files
from jobhome_score.cli.rendering import check_endings, check_format, ending_of
from jobhome_score.rubric import PACKAGED

ENDINGS: Final = (".xlsx", ".json")
Account = Annotated[bool, Option("--account", help="account")]


def validate_command(
    ledgers: options.Ledgers,
    account: Account = False,
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
    """Print every problem; exit 1 where one of them stops the scoring."""
    from jobhome_score.assessment import all_problems
    from jobhome_score.ledgers.loading import check
    from jobhome_score.problems import errors
    from jobhome_score.reports.account_text import account_text
    from jobhome_score.reports.checked_xlsx import checked_xlsx
    from jobhome_score.reports.problems_text import problems_json, problems_text

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    check_format(output_format, spoken, (Format.TEXT, Format.JSON))
    check_endings(output or (), spoken, ENDINGS)
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    with plainly(spoken):
        ahead = read_ahead(asked)
        source = load_rubric_named(asked)
        cells = read_plain(asked, ahead)
        checked = check(cells)
        found = all_problems(checked, source, request_of(asked, source), reviews_for(asked, checked))

    def render(path: Path) -> bytes:
        if ending_of(path) == ".json":
            return problems_json(found, checked.accounts, spoken).encode()
        return checked_xlsx(cells, found, spoken)

    write_files(output or (), render, spoken, force=force, quiet=quiet, ledgers=ledgers, reviews=reviews)
    if quiet:
        pass
    elif output_format is Format.JSON:
        print_result(problems_json(found, checked.accounts, spoken))
    else:
        print_result(problems_text(found, spoken))
        if account:
            print_result(account_text(checked.accounts, spoken))
    if errors(found):
        raise SystemExit(NO)
