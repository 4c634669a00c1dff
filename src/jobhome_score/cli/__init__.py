"""The command line: the only place that prints, exits and reads the environment."""

import os
import sys
from typing import Annotated, NoReturn

import typer

from jobhome_score import __version__
from jobhome_score.cli.commands import LateGroup
from jobhome_score.cli.options import SPOKEN, SPOKEN_CHOICE, LangOption, told
from jobhome_score.locales import say

app = typer.Typer(
    name="jobhome-score",
    cls=LateGroup,
    help=told("app"),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"jobhome-score {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[bool, typer.Option("--version", help=told("version"), callback=_version, is_eager=True)] = False,
    lang: LangOption = SPOKEN_CHOICE,
) -> None:
    """Take the options that stand before any command."""
    del version, lang  # the language was read before there was a parser


def main() -> NoReturn:
    """Run the command line and end the process with its exit code; no defect ever ends in a traceback."""
    _end(_code())


def _code() -> int:
    """Run the command line; its exit code. A defect of the program is told in a sentence."""
    try:
        app()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    except MemoryError:
        typer.echo(say(SPOKEN, "cli.memory"), err=True)
        return 2
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
