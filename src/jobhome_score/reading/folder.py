"""A ledger folder, or a single file: each file is read once into memory, and every problem is kept."""

import gc
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from jobhome_score.evidence import Place
from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code, Problem
from jobhome_score.reading.allowance import Allowance
from jobhome_score.reading.cells import Reading, Workbook
from jobhome_score.reading.file import is_spreadsheet_name, read_file
from jobhome_score.reading.limits import MIB, Hidden, Limits
from jobhome_score.reading.rejection import Rejected, over

SILENT_PREFIXES = ("~$", ".")  # lock files of Excel, hidden files
SILENT_NAMES = frozenset({"thumbs.db", "desktop.ini"})
# neither followed nor waited for: the name was looked at before, but files change
CAREFULLY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


FileRead = tuple[Workbook | None, list[Problem]]
"""What a file gave: no workbook where it could not be used."""


class Early(NamedTuple):
    """Files of a folder by name that were read before their turn, each within these limits."""

    files: Mapping[str, FileRead]
    limits: Limits


def read_ledgers(
    path: Path,
    limits: Limits | None = None,
    hidden: Hidden = Hidden.FAIL,
    early: Early | None = None,
) -> Reading:
    """Read the spreadsheets of a folder in the order of their names, or one file; not again those read early.

    Raises FileNotFoundError when there is nothing at `path`; whatever else is wrong becomes a problem.
    """
    limits = limits or Limits()
    with undisturbed():
        if path.is_dir():
            return _folder(path, limits, hidden, early)
        workbook, problems = read_entry(path.resolve(strict=True), path.name, limits, hidden)
    return Reading((workbook,) if workbook else (), tuple(problems))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep the garbage collector away: reading makes many values and no circles, and it saves a tenth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _folder(path: Path, limits: Limits, hidden: Hidden, early: Early | None) -> Reading:
    """Every ledger of a folder; an empty folder is a problem."""
    workbooks: list[Workbook] = []
    problems: list[Problem] = []
    found = False
    left = Allowance(limits)
    for entry, kind in entries(path):
        if kind:
            problems.append(Problem(Code.IGNORED_FILE, Place(entry.name), facts={"kind": kind}))
            continue
        found = True
        before = early.files.get(entry.name) if early and left.covers(early.limits) else None
        workbook, more = before or read_entry(entry, entry.name, left.limits(), hidden)
        problems += map(left.as_told, more)
        if workbook:
            workbooks.append(workbook)
            left.take(workbook)
    if not found:
        problems.append(Problem(Code.NO_LEDGERS, Place(path.name)))
    return Reading(tuple(workbooks), tuple(problems))


def entries(path: Path) -> Iterator[tuple[Path, str]]:
    """What a folder holds, by name, each with why it is no ledger; empty for one that is to be read."""
    for entry in sorted(path.iterdir(), key=lambda entry: entry.name):
        if not _is_silent(entry.name):
            yield entry, _ignored_kind(entry)


def _is_silent(name: str) -> bool:
    """Whether a file is passed over without a word."""
    return name.startswith(SILENT_PREFIXES) or name.lower() in SILENT_NAMES


def _ignored_kind(entry: Path) -> str:
    """Why an entry is no ledger; empty for one that is to be read."""
    try:
        mode = entry.lstat().st_mode
    except OSError:
        return ""  # opening it tells what is wrong
    if stat.S_ISLNK(mode):
        return "link"
    if stat.S_ISDIR(mode):
        return "folder"
    if not stat.S_ISREG(mode):
        return "special"
    return "" if is_spreadsheet_name(entry.name) else "other"


def read_entry(path: Path, name: str, limits: Limits, hidden: Hidden) -> FileRead:
    """One file: its bytes once into memory, then its content."""
    try:
        data = file_bytes(path, limits)
    except Rejected as rejected:
        return None, [rejected.problem(name)]
    except MemoryError:
        return None, [Problem(Code.UNREADABLE_FILE, Place(name), facts={"reason": "memory"})]
    except OSError as error:
        reason = "permission" if isinstance(error, PermissionError) else "input-output"
        return None, [Problem(Code.UNREADABLE_FILE, Place(name), facts={"reason": reason})]
    try:
        return read_file(name, data, limits, hidden)
    except Exception:  # noqa: BLE001 - a defect of ours at one file never stops the others; tests look behind this wall
        return None, [Problem(Code.DAMAGED_FILE, Place(name), facts={"reason": "defect"})]


def file_bytes(path: Path, limits: Limits) -> bytes:
    """The bytes of a regular file; raises OSError, and Rejected for one that is too large or no file."""
    descriptor = os.open(path, CAREFULLY)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Rejected(Code.UNREADABLE_FILE, reason="special")
        blocks: list[bytes] = []
        size = 0
        while block := file.read(MIB):  # never more at once than there is, whatever the limit
            blocks.append(block)
            size += len(block)
            if size > limits.file_bytes:
                raise over("file_bytes", limits.file_bytes)
    return b"".join(blocks)
