"""That something is going on: a line on a terminal's standard error once a run takes over a second, gone when done."""

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, TextIO

from jobhome_score.cli.language import Lang
from jobhome_score.locales import say

BEGAN: Final = time.monotonic()
PATIENCE: Final = 1.0
STEP: Final = 0.5
ERASE: Final = "\r\x1b[K"


@contextmanager
def working(lang: Lang, began: float = BEGAN) -> Iterator[None]:
    """While this lasts and a second has gone by since the program began, say so where somebody watches."""
    out = sys.stderr
    if not out.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(done, out, lang, began), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(done: threading.Event, out: TextIO, lang: Lang, began: float) -> None:
    wait, told = max(0.0, PATIENCE - (time.monotonic() - began)), False
    while not done.wait(wait):
        seconds = str(int(time.monotonic() - began))
        out.write(ERASE + say(lang, "progress.working", seconds=seconds))
        out.flush()
        wait, told = STEP, True
    if told:
        out.write(ERASE)
        out.flush()
