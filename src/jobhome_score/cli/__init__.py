"""The command line: the only place that prints, exits and reads the environment."""

import gc
import os
import sys
from typing import Annotated, NoReturn

import typer

from jobhome_score import __version__
from jobhome_score.cli.assess import assess_command
from jobhome_score.cli.compare import compare_command
from jobhome_score.cli.flags import flags_command
from jobhome_score.cli.indicator import indicator_command
from jobhome_score.cli.options import SPOKEN, told
from jobhome_score.cli.plan import plan_command
from jobhome_score.cli.portfolio import portfolio_command
from jobhome_score.cli.readings import readings_command
from jobhome_score.cli.report import report_command
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
app.command("flags", help=told("flags"))(flags_command)
app.command("plan", help=told("plan"))(plan_command)
app.command("validate", help=told("validate"))(validate_command)
app.command("report", help=told("report"))(report_command)
app.command("verify", help=told("verify"))(verify_command)
app.command("compare", help=told("compare"))(compare_command)
app.command("portfolio", help=told("portfolio"))(portfolio_command)
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


SELDOM = 200_000
"""So many more objects than died, and the collector looks for circles: a command makes few, and lives for a second."""


def main() -> NoReturn:
    """Run the command line and end the process with its exit code; no defect ever ends in a traceback."""
    gc.set_threshold(SELDOM, 50, 50)
    _end(_code())


def _code() -> int:
    """Run the command line; its exit code. A defect of the program is told in a sentence."""
    try:
        app()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    except Exception as defect:  # noqa: BLE001 - the last wall before the user
        typer.echo(say(SPOKEN, "cli.defect", kind=type(defect).__name__, reason=str(defect)), err=True)
        return 2
    return 0


def _end(code: int) -> NoReturn:
    """End the process at once: taking a year's cells apart one by one would cost a tenth of the run."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except (OSError, ValueError):  # nobody reads any more, or the disk is full
            code = code or 1
    os._exit(code)
