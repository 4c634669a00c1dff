"""How wide the terminal is. `shutil` knows as well, but comes with compressors of every kind."""

import os
import sys


def columns(otherwise: int) -> int:
    """What COLUMNS says, else the width of the terminal behind standard output, else what is given."""
    stated = os.environ.get("COLUMNS", "").strip()
    if stated.isdecimal() and int(stated):
        return int(stated)
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or otherwise  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):  # there is none, or it is closed, or no terminal
        return otherwise
