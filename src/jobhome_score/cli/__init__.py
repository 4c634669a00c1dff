"""The command line: the only place that prints, exits and reads the environment."""

import sys
from typing import Annotated

import typer

from jobhome_score import __version__
from jobhome_score.cli.assess import assess_command
from jobhome_score.cli.indicator import indicator_command
from jobhome_score.cli.options import SPOKEN, told
from jobhome_score.cli.readings import readings_command
from jobhome_score.cli.rubric import rubric_app
from jobhome_score.cli.settle import settle_command
from jobhome_score.cli.template import template_command
from jobhome_score.cli.validate import validate_command
from jobhome_score.cli.verify import verify_command
from jobhome_score.locales import say

app = typer.Typer(
    name="jobhome-score",
    help=told("app"),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("assess", help=told("assess"))(assess_command)
app.command("settle", help=told("settle"))(settle_command)
app.command("indicator", help=told("indicator"))(indicator_command)
app.command("readings", help=told("readings"))(readings_command)
app.command("validate", help=told("validate"))(validate_command)
app.command("verify", help=told("verify"))(verify_command)
app.command("template", help=told("template"))(template_command)
app.add_typer(rubric_app, name="rubric", help=told("rubric_app"))


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"jobhome-score {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[bool, typer.Option("--version", help=told("version"), callback=_version, is_eager=True)] = False,
) -> None:
    """Take the options that stand before any command."""
    del version


def main() -> None:
    """Run the command line. A defect of the program ends in a sentence and exit code 2, never in a traceback."""
    try:
        app()
    except Exception as defect:  # noqa: BLE001 - the last wall before the user
        typer.echo(say(SPOKEN, "cli.defect", kind=type(defect).__name__, reason=str(defect)), err=True)
        sys.exit(2)
