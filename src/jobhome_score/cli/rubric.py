"""`rubric`: the score sheet in words, checked, and as a JSON Schema."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Final

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked, request_of
from jobhome_score.cli.calling import Function, Group
from jobhome_score.cli.declared import Argument
from jobhome_score.cli.ending import IMPOSSIBLE, NO, plainly, print_result
from jobhome_score.cli.journey import load_rubric_named
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.rendering import check_format
from jobhome_score.cli.saying import echo
from jobhome_score.locales import say
from jobhome_score.rubric import PACKAGED

Before = Annotated[str, Argument("A", help="rubric_a")]
After = Annotated[str, Argument("B", help="rubric_b")]
Name = Annotated[str, Argument("RUBRIC", help="rubric_name")]


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
            echo(rubric_problems_text(RubricError(source.file, found), spoken), err=True)
            raise SystemExit(IMPOSSIBLE)
        outcome = run_cases(source, find_rubric(name))
    if outcome is None:
        print_result(say(spoken, "cases.none", file=source.file))
        return
    print_result(cases_text(outcome, spoken))
    if outcome.failures:
        raise SystemExit(NO)


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
        raise SystemExit(NO)


def schema() -> None:
    """Print the JSON Schema of rubrics."""
    import json

    from jobhome_score.rubric.build import schema as rubric_schema

    print_result(json.dumps(rubric_schema(), ensure_ascii=False, indent=2))


COMMANDS: Final[Mapping[str, Function]] = {"show": show, "check": check, "diff": diff, "schema": schema}

rubric_command = Group(tuple(COMMANDS), COMMANDS.__getitem__, "rubric_")
