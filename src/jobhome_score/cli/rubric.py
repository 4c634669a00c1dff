"""`rubric`: the score sheet in words, checked, and as a JSON Schema."""

from pathlib import Path
from typing import Annotated

import typer

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked, request_of
from jobhome_score.cli.ending import IMPOSSIBLE, NO, plainly, print_result
from jobhome_score.cli.journey import load_rubric_named
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice, told
from jobhome_score.cli.rendering import check_format
from jobhome_score.cli.spoken import SpokenCommand, SpokenGroup
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

rubric_app = typer.Typer(
    name="rubric",
    cls=SpokenGroup,
    help=told("rubric"),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Before = Annotated[str, typer.Argument(help=told("rubric_a"), metavar="A", show_default=False)]
After = Annotated[str, typer.Argument(help=told("rubric_b"), metavar="B", show_default=False)]
Name = Annotated[str, typer.Argument(help=told("rubric_name"), metavar="RUBRIC")]


@rubric_app.command("show", cls=SpokenCommand, help=told("rubric_show"), short_help=told("rubric_show"))
def show(
    name: Name = PACKAGED,
    reading: options.ReadingOptions = None,
    decided: options.ReadingsFile = None,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Print the rubric under one set of readings, plain, for signing."""
    from jobhome_score.reports.rubric_text import rubric_text

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    asked = Asked(Path(), spoken, name, reading or (), decided=decided)
    with plainly(spoken):
        source = load_rubric_named(asked)
        request = request_of(asked, source)
        print_result(rubric_text(source, source.under(request.readings), request.readings, spoken, request.decisions))


@rubric_app.command("check", cls=SpokenCommand, help=told("rubric_check"), short_help=told("rubric_check"))
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


@rubric_app.command("diff", cls=SpokenCommand, help=told("rubric_diff"), short_help=told("rubric_diff"))
def diff(
    before: Before,
    after: After,
    output_format: options.FormatOption = Format.TEXT,
    lang: options.LangOption = options.SPOKEN_CHOICE,
) -> None:
    """Print what differs between two rubrics; exit 1 where something does."""
    from jobhome_score.insight.rubric_diff import rubric_changes
    from jobhome_score.reports.rubric_diff_text import Side, rubric_diff_json, rubric_diff_text
    from jobhome_score.rubric.source import find_rubric, text_of
    from jobhome_score.rubric.yaml_nodes import read_nodes

    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    check_format(output_format, spoken, (Format.TEXT, Format.JSON))
    with plainly(spoken):
        sources = [load_rubric_named(Asked(Path(), spoken, name)) for name in (before, after)]
        for source in sources:
            source.under({})
        paths = [find_rubric(name) for name in (before, after)]
        nodes = [read_nodes(path.name, text_of(path)) for path in paths]
    # a packaged rubric goes by its file's name, for a line of it is told
    names = [name if str(path) == name else path.name for name, path in zip((before, after), paths, strict=True)]
    sides = (Side(names[0], sources[0]), Side(names[1], sources[1]))
    changes = tuple(rubric_changes(nodes[0], nodes[1]))
    render = rubric_diff_json if output_format is Format.JSON else rubric_diff_text
    print_result(render(changes, sides, spoken))
    if changes:
        raise typer.Exit(NO)


@rubric_app.command("schema", cls=SpokenCommand, help=told("rubric_schema"), short_help=told("rubric_schema"))
def schema() -> None:
    """Print the JSON Schema of rubrics."""
    import json

    from jobhome_score.rubric.build import schema as rubric_schema

    print_result(json.dumps(rubric_schema(), ensure_ascii=False, indent=2))
