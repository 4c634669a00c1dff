"""What standard output is: a terminal with a width and colours, or a pipe that takes everything plain."""

import os
import shutil
import sys

from jobhome_score.reports.drawing import Screen

NARROWEST, WIDEST, PIPE = 60, 200, 120


def terminal_width() -> int | None:
    """How many columns there are where standard output is a terminal; None in a pipe, where nothing is folded."""
    return screen().width if sys.stdout.isatty() else None


def screen() -> Screen:
    """The screen behind standard output. NO_COLOR is honoured; a pipe is plain and never cut."""
    terminal = sys.stdout.isatty()
    columns = shutil.get_terminal_size((PIPE, 24)).columns if terminal or "COLUMNS" in os.environ else PIPE
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Screen(max(NARROWEST, min(columns, WIDEST)), colour=colour)
