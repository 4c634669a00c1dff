"""A wall around a library that may hang or eat all memory: large files are handed to it in a child process with limits.

The parent believes nothing that the child says beyond plain values, and the child's death is damage like any other.
"""

import io
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

from jobhome_score.problems import Code
from jobhome_score.reading.grid import Grid
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.xls import read_xls

HOME = Path(__file__).resolve().parents[2]
START = f"import sys; sys.path.insert(0, {str(HOME)!r}); from jobhome_score.reading.child import main; main()"
SAFELY = "-P"  # nothing is imported from the folder in which somebody stands
PLAIN = frozenset(
    {
        ("jobhome_score.reading.grid", "Grid"),
        ("jobhome_score.reading.cells", "Fault"),
        ("jobhome_score.problems", "Code"),
        ("decimal", "Decimal"),
        ("datetime", "date"),
        ("datetime", "datetime"),
        ("datetime", "time"),
        ("builtins", "range"),
        ("builtins", "frozenset"),
        ("copyreg", "__newobj__"),
    }
)
"""All that may stand in an answer beside numbers, texts and their collections."""


def read_xls_apart(data: bytes, limits: Limits) -> list[Grid]:
    """The worksheets of an .xls, read by a child process; raises Rejected, also where that dies or takes too long."""
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and our own words
            [sys.executable, SAFELY, "-c", START],
            input=pickle.dumps((limits, data)),
            capture_output=True,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise over("seconds", limits.seconds) from error
    except OSError as error:
        raise Rejected(Code.UNREADABLE_FILE, reason="memory") from error
    if done.returncode:
        raise Rejected(Code.DAMAGED_FILE, reason="xls")
    code, answer = _plain(done.stdout)
    if code is None:
        grids: list[Grid] = answer
        return grids
    raise Rejected(code, answer[0], sheet=answer[1], row=answer[2], column=answer[3], **answer[4])


def main() -> None:
    """Be the child: limits and file from standard input, sheets or the reason against them to standard output."""
    import xlrd  # noqa: F401 - while there is room for it

    limits, data = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - from our own parent
    _limit_itself(limits)
    answer: tuple[Code | None, Any]
    try:
        answer = None, read_xls(data, limits)
    except Rejected as found:
        answer = found.code, (found.value, found.sheet, found.row, found.column, found.facts)
    except MemoryError:
        answer = Code.LIMIT_EXCEEDED, ("", "", 0, -1, {"limit": "memory_bytes", "allowed": str(limits.memory_bytes)})
    sys.stdout.buffer.write(pickle.dumps(answer))


def _limit_itself(limits: Limits) -> None:
    """Take no more memory and time than allowed, even without a parent; Windows knows no such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))


class _Plain(pickle.Unpickler):
    """Takes plain values and refuses everything else."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a class of plain values. Raises UnpicklingError for any other."""
        if (module, name) not in PLAIN:
            raise pickle.UnpicklingError(name)
        return super().find_class(module, name)


def _plain(answer: bytes) -> Any:
    """What the child said; raises Rejected where it cannot be understood."""
    try:
        return _Plain(io.BytesIO(answer)).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError, TypeError) as error:
        raise Rejected(Code.DAMAGED_FILE, reason="xls") from error
