"""`rubric`: the score sheet in words, checked, and as a JSON Schema."""

from pathlib import Path
from typing import Annotated

import typer

from jobhome_score.cli import options
from jobhome_score.cli.journey import IMPOSSIBLE, NO, Asked, load_rubric_named, plainly, print_result, request_of
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import LangChoice, told
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

rubric_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(help=told("rubric"), metavar="RUBRIC")]


@rubric_app.command("show", help=told("rubric_show"))
def show(
    name: Name = PACKAGED,
    reading: options.ReadingOptions = None,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Print the rubric under one set of readings, plain, for signing."""
    from jobhome_score.reports.rubric_text import rubric_text

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    asked = Asked(Path(), spoken, name, reading or ())
    with plainly(spoken):
        source = load_rubric_named(asked)
        request = request_of(asked, source)
        print_result(rubric_text(source, source.under(request.readings), request.readings, spoken))


@rubric_app.command("check", help=told("rubric_check"))
def check(name: Name = PACKAGED, lang: options.LangOption = options.SPOKEN_CHOICE) -> None:
    """Check a rubric under every option, and run the cases beside it."""
    from jobhome_score.insight.cases import run_cases
    from jobhome_score.reports.cases_text import cases_text
    from jobhome_score.reports.problems_text import rubric_problems_text
    from jobhome_score.rubric.nodes import RubricError
    from jobhome_score.rubric.source import check_every_option, find_rubric

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    with plainly(spoken):
        source = load_rubric_named(Asked(Path(), spoken, name))
        found = check_every_option(source)
        if found:
            typer.echo(rubric_problems_text(RubricError(source.file, found), spoken), err=True)
            raise typer.Exit(IMPOSSIBLE)
        outcome = run_cases(source, find_rubric(name))
    if outcome is None:
        print_result(say(spoken, "cases.none", file=source.file))
        return
    print_result(cases_text(outcome, spoken))
    if outcome.failures:
        raise typer.Exit(NO)


@rubric_app.command("schema", help=told("rubric_schema"))
def schema() -> None:
    """Print the JSON Schema of rubrics."""
    import json

    from jobhome_score.rubric.build import schema as rubric_schema

    print_result(json.dumps(rubric_schema(), ensure_ascii=False, indent=2))
