"""Two cores read a folder: a copy of this process reads up to half of it while this one prepares and reads the rest.

What comes back is what this process would have read itself. Where anything is unusual (another system than Linux, one
core, other threads, a large folder, a file that does not fit into small limits, a copy that dies) the file is read in
its turn as if nobody had tried.
"""

import os
import pickle
import sys
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from jobhome_score.reading.allowance import Allowance
from jobhome_score.reading.folder import Early, FileRead, entries, read_entry, undisturbed
from jobhome_score.reading.limits import MIB, Hidden, Limits
from jobhome_score.records import replace

WORTHWHILE: Final = 128 * 1024
"""Bytes for the copy below which a second process costs more than it saves."""

MOST: Final = 16 * MIB
"""Above this, memory counts for more than time: what another process read is held twice for a moment."""

LESS: Final = (64 * MIB, 1_000_000)
"""Unpacked bytes that the files of a process may bring here together, and cells that one of them may."""

SHARE: Final = 0.5
"""Of the bytes, for the copy at the most: what it reads has to travel, and nobody should have to wait for it."""


class Ahead:
    """A folder that another process has begun to read."""

    def __init__(self, pid: int, answer: int, here: Sequence[Path], limits: Limits, hidden: Hidden) -> None:
        """`answer` is the end of the pipe on which the answer comes; `here` are the files that this process reads."""
        self._pid = pid
        self._answer = answer
        self._here = here
        self._limits = limits
        self._hidden = hidden

    def early(self) -> Early:
        """The files that could be read, by name, those of the other process among them."""
        with undisturbed(), os.fdopen(self._answer, "rb") as answer:
            files = _read(self._here, self._limits, self._hidden)
            there = answer.read()
            os.waitpid(self._pid, 0)
            return Early(files | _unpacked(there), self._limits)


def begun(path: Path, limits: Limits, hidden: Hidden) -> Ahead | None:
    """Begin to read a folder in another process; None where it is not worthwhile or not possible."""
    if not _has_cores() or not path.is_dir():
        return None
    there, here = _shares([entry for entry, ignored in entries(path) if not ignored])
    if not there:
        return None
    least = replace(
        limits, unpacked_bytes=min(limits.unpacked_bytes, LESS[0]), cells=min(limits.cells, LESS[1])
    )  # fmt: skip
    answer, ours = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(answer)  # so that the pipe breaks when this process ends without asking
        _answer(ours, there, least, hidden)
    os.close(ours)
    return Ahead(pid, answer, here, least, hidden)


def _has_cores() -> bool:
    """Whether this process may be copied, and the copy would have a core of its own."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _shares(files: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """The files for the other process and those for this one; none for the other where that is not worthwhile."""
    sizes = {file: file.lstat().st_size for file in files}
    whole = sum(sizes.values())
    there: list[Path] = []
    left = SHARE * whole
    for file in sorted(sizes, key=lambda file: (-sizes[file], file.name)):
        if sizes[file] <= left:
            there.append(file)
            left -= sizes[file]
    if whole > MOST or sum(sizes[file] for file in there) < WORTHWHILE:
        return [], []
    return there, [file for file in sizes if file not in there]


def _answer(pipe: int, files: Sequence[Path], limits: Limits, hidden: Hidden) -> None:
    """Be the copy: let go of the terminal, read, answer, and end without a word whatever happens."""
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in range(3):  # who waits for the end of our output does not wait for the copy
            os.dup2(nothing, stream)
        with undisturbed(), os.fdopen(pipe, "wb") as out:
            pickle.dump(_read(files, limits, hidden), out, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)


def _read(files: Sequence[Path], limits: Limits, hidden: Hidden) -> dict[str, FileRead]:
    """The files that give a workbook within the limits, by name; what they bring together is limited as in a folder."""
    read: dict[str, FileRead] = {}
    left = Allowance(limits)
    for file in files:
        found = read_entry(file, file.name, left.limits(), hidden)
        if found[0] is not None:
            read[file.name] = found
            left.take(found[0])
    return read


def _unpacked(answer: bytes) -> dict[str, FileRead]:
    """The workbooks of an answer by name; none where the copy died before its end."""
    try:
        read: dict[str, FileRead] = pickle.loads(answer)  # noqa: S301 - from a copy of ourselves
    except (pickle.UnpicklingError, EOFError):
        return {}
    return read
