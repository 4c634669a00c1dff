"""The program: `jobhome-score`, and `python -m jobhome_score`."""

import gc
import os
import sys
from typing import NoReturn

INTERRUPTED = 130
"""What a shell gives for a program that was ended by Ctrl-C."""

SELDOM = 200_000
"""So many more objects than died, and the collector looks for circles: a command makes few, and lives for a second."""


def main() -> NoReturn:
    """Run the command line; Ctrl-C ends it without a word, also while it is still being loaded."""
    gc.set_threshold(SELDOM, 50, 50)  # before anything is loaded, for what is loaded stays
    try:
        if sys.stdout is None:  # closed by whoever started us: nobody wants to read the result
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - open to the end
        from jobhome_score.cli import main as command_line  # takes its time, in which one may think better of it

        command_line()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


if __name__ == "__main__":  # worker processes load this module again, under another name
    main()
