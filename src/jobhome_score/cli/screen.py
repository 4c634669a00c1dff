"""What standard output is: a terminal with a width and colours, or a pipe that takes everything plain."""

import os
import sys

from jobhome_score.cli.columns import columns
from jobhome_score.reports.drawing import Screen

NARROWEST, WIDEST, PIPE = 60, 200, 120
STANDARD_OUTPUT, PROCESSED, WRAPPED, MARKS_OBEYED = -11, 1, 2, 4  # as Windows numbers them


def terminal_width() -> int | None:
    """How many columns there are where standard output is a terminal; None in a pipe, where nothing is folded."""
    return screen().width if sys.stdout.isatty() else None


def screen() -> Screen:
    """The screen behind standard output. NO_COLOR is honoured; a pipe is plain and never cut."""
    terminal = sys.stdout.isatty()
    wide = columns(PIPE) if terminal or "COLUMNS" in os.environ else PIPE
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and _obeyed()
    return Screen(max(NARROWEST, min(wide, WIDEST)), colour=colour)


def _obeyed() -> bool:
    """Whether the terminal takes marks for colours; a console of Windows has to be asked to, and an old one refuses."""
    if sys.platform == "win32":
        from ctypes import windll

        console = windll.kernel32.GetStdHandle(STANDARD_OUTPUT)
        return bool(windll.kernel32.SetConsoleMode(console, PROCESSED | WRAPPED | MARKS_OBEYED))
    return True
