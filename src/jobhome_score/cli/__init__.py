"""The command line: the only place that prints, exits and reads the environment."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from jobhome_score.cli.calling import called
from jobhome_score.cli.commands import COMMANDS
from jobhome_score.cli.options import SPOKEN
from jobhome_score.cli.saying import echo
from jobhome_score.cli.words import as_asked
from jobhome_score.locales import say


def app(words: Sequence[str] | None = None) -> None:
    """Run the command line by its words, else by those of this process. Raises SystemExit where it ends early."""
    called(COMMANDS, _program(), "app", as_asked(sys.argv[1:]) if words is None else words)


def _program() -> str:
    """What one types to get here: the name of the program, or `python -m` and that of the package."""
    package = getattr(sys.modules["__main__"], "__package__", None)
    return f"python -m {package}" if package else os.path.basename(sys.argv[0])  # noqa: PTH119 - a name, not a path


def main() -> NoReturn:
    """Run the command line and end the process with its exit code; no defect ever ends in a traceback."""
    _end(_code())


def _code() -> int:
    """Run the command line; its exit code. A defect of the program is told in a sentence."""
    try:
        app()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(bool(ended.code))
    except BrokenPipeError:  # whoever reads has read enough
        return 1
    except MemoryError:
        echo(say(SPOKEN, "cli.memory"), err=True)
        return 2
    except Exception as defect:  # noqa: BLE001 - the last wall before the user
        echo(say(SPOKEN, "cli.defect", kind=type(defect).__name__, reason=str(defect)), err=True)
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
