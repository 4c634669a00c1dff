"""A wall around a library that may hang or eat all memory: it runs in a child process with limits.

Run as a module, it is the child: a size and a file on standard input, sheets on standard output. The parent believes
nothing that the child says beyond plain values.
"""

import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from jobhome_score.problems import Code
from jobhome_score.reading.grid import Grid
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.rejection import Rejected, over

HOME = Path(__file__).resolve().parents[2]
Answer = Sequence[Grid] | Rejected


def read_apart(data: bytes, limits: Limits) -> list[Grid]:
    """The sheets of an .xls, read by a child process; raises Rejected, also when the child dies or takes too long."""
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(HOME)!r}); {START}"]
    try:
        done = subprocess.run(
            command, input=pickle.dumps((limits, data)), capture_output=True, timeout=limits.seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise over("seconds", limits.seconds) from error
    if done.returncode:
        raise Rejected(Code.DAMAGED_FILE, reason="xls")
    answer = pickle.loads(done.stdout)
    if isinstance(answer, Rejected):
        raise answer
    return list(answer)
