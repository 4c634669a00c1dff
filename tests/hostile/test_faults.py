"""When the disk, the memory or the process fails: an answer in words, and never half a file."""

import errno
import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import xlwt
from tests.hostile.making import xlsx

from jobhome_score.cli.outputs import write_files
from jobhome_score.ledgers.loading import check
from jobhome_score.problems import Code
from jobhome_score.reading import child, folder
from jobhome_score.reading import file as one_file
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden, Limits
from jobhome_score.reading.rejection import Rejected
from jobhome_score.reports.problems_text import problems_json, problems_text

SOURCE = Path(__file__).parents[2] / "src"


class Failing(io.BytesIO):
    """A file that fails at the n-th byte."""

    def __init__(self, data: bytes, at: int) -> None:
        super().__init__(data)
        self.at = at

    def read(self, size: int | None = -1) -> bytes:
        if self.tell() >= self.at:
            raise OSError(errno.EIO, "disk")
        wanted = self.at - self.tell() if size is None or size < 0 else min(size, self.at - self.tell())
        return super().read(wanted)


def said(reading) -> list[tuple[str, str]]:
    """The problems, after every way of telling them was tried."""
    checked = check(reading)
    for lang in ("zh", "en"):
        assert problems_text(checked.problems, lang)
        assert problems_json(checked.problems, checked.accounts, lang)
    return [(p.code.value, p.facts.get("reason", "")) for p in reading.problems]


@pytest.mark.parametrize("share", [0, 1, 50, 99])
def test_a_disk_that_fails_while_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, share: int) -> None:
    data = xlsx()
    (tmp_path / "a.xlsx").write_bytes(data)
    (tmp_path / "b.xlsx").write_bytes(data)
    opened = iter([Failing(data, len(data) * share // 100), io.BytesIO(data)])

    def next_file(descriptor: int, _mode: str) -> io.BytesIO:
        os.close(os.dup(descriptor))
        return next(opened)

    monkeypatch.setattr(folder.os, "fdopen", next_file)
    reading = read_ledgers(tmp_path)
    assert said(reading) == [("unreadable-file", "input-output")]
    assert [book.file for book in reading.workbooks] == ["b.xlsx"]


@pytest.mark.parametrize("what", ["file_bytes", "read_file"])
def test_memory_that_runs_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    def out_of_memory(*_: object) -> None:
        raise MemoryError

    (tmp_path / "a.xlsx").write_bytes(xlsx())
    if what == "file_bytes":
        monkeypatch.setattr(folder, "file_bytes", out_of_memory)
    else:
        monkeypatch.setattr(one_file, "_grids", out_of_memory)
    assert said(read_ledgers(tmp_path)) == [("unreadable-file", "memory")]


def test_a_defect_at_one_file_never_stops_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = folder.read_file

    def failing(name: str, *more: object) -> object:
        if name == "a.xlsx":
            raise RecursionError
        return usual(name, *more)  # type: ignore[arg-type]

    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).write_bytes(xlsx())
    monkeypatch.setattr(folder, "read_file", failing)
    reading = read_ledgers(tmp_path)
    assert said(reading) == [("damaged-file", "defect")]
    assert [book.file for book in reading.workbooks] == ["b.xlsx"]


def large_xls() -> bytes:
    out, book = io.BytesIO(), xlwt.Workbook()
    page = book.add_sheet("表")
    for row in range(9_000):
        page.write(row, 0, f"名称{row}" * 12)
    book.save(out)
    assert len(out.getvalue()) > one_file.SMALL_XLS
    return out.getvalue()


def test_a_large_xls_is_read_by_a_child_and_means_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    data = large_xls()
    apart, problems = one_file.read_file("a.xls", data, Limits(), Hidden.FAIL)
    monkeypatch.setattr(one_file, "SMALL_XLS", len(data))
    here, more = one_file.read_file("a.xls", data, Limits(), Hidden.FAIL)
    assert (repr(apart), problems) == (repr(here), more)


@pytest.mark.parametrize(
    ("start", "limits", "code", "fact"),
    [
        ("import os; os.abort()", Limits(), Code.DAMAGED_FILE, "xls"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", Limits(), Code.DAMAGED_FILE, "xls"),
        ("raise SystemExit(3)", Limits(), Code.DAMAGED_FILE, "xls"),
        ("print('nonsense')", Limits(), Code.DAMAGED_FILE, "xls"),
        ("import os, pickle; os.write(1, pickle.dumps((None, print)))", Limits(), Code.DAMAGED_FILE, "xls"),
        ("import time; time.sleep(60)", Limits(seconds=1), Code.LIMIT_EXCEEDED, "seconds"),
        (child.START, Limits(memory_bytes=20 << 20), Code.LIMIT_EXCEEDED, "memory_bytes"),
        (child.START, Limits(cells=5), Code.LIMIT_EXCEEDED, "cells"),
    ],
)
def test_a_child_that_dies_hangs_or_lies_is_told(
    monkeypatch: pytest.MonkeyPatch, start: str, limits: Limits, code: Code, fact: str
) -> None:
    monkeypatch.setattr(child, "START", start)
    with pytest.raises(Rejected) as found:
        child.read_xls_apart(large_xls(), limits)
    assert found.value.code is code
    assert fact in found.value.facts.values()


def refused(write: Callable[[], None]) -> object:
    with pytest.raises(SystemExit) as ended:
        write()
    return ended.value.code


def test_a_full_disk_leaves_the_old_file_and_no_half_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")

    usual = Path.open

    def no_space(self: Path, mode: str = "r", *more: object, **others: object) -> object:
        if mode != "xb":
            return usual(self, mode, *more, **others)
        file = io.BufferedWriter(io.FileIO(self, "xb"))
        file.write(b"half")
        file.close()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "open", no_space)
    assert refused(lambda: write_files([path], lambda _: b"new", "zh", force=True, quiet=True)) == 2
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.xlsx"]
    assert "无法写入" in capsys.readouterr().err


def test_a_device_that_is_full_is_told(tmp_path: Path, capsys) -> None:
    path = tmp_path / ("a" * 300 + ".xlsx")
    assert refused(lambda: write_files([path], lambda _: b"new", "en", force=False, quiet=True)) == 2
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("as_link", [False, True])
def test_a_ledger_is_never_written_to_not_even_by_force(tmp_path: Path, capsys, as_link: bool) -> None:
    ledger = tmp_path / "台账.xlsx"
    ledger.write_bytes(xlsx())
    path = tmp_path / "out.xlsx" if as_link else ledger
    if as_link:
        path.symlink_to(ledger)
    for place in (tmp_path, ledger):
        write = lambda place=place: write_files([path], lambda _: b"x", "zh", force=True, quiet=True, ledgers=place)  # noqa: E731
        assert refused(write) == 2
    assert ledger.read_bytes() == xlsx()
    assert "台账本身" in capsys.readouterr().err


def test_a_link_of_the_temporary_name_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    (tmp_path / ".out.xlsx.part").symlink_to(victim)
    write_files([tmp_path / "out.xlsx"], lambda _: b"new", "zh", force=False, quiet=True)
    assert (victim.read_bytes(), (tmp_path / "out.xlsx").read_bytes()) == (b"precious", b"new")


KILLED = """
import os, signal, sys
from pathlib import Path
from jobhome_score.cli import outputs
replace = Path.replace
def die(self, target):
    print("about to", flush=True)
    signal.pause()
Path.replace = die
outputs.write_files([Path(sys.argv[1])], lambda _: b"new" * 1_000_000, "zh", force=True, quiet=True)
"""


def test_a_process_killed_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    path.write_bytes(b"old")
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, env={"PYTHONPATH": str(SOURCE), "PATH": ""}
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == b"about to\n"
        process.send_signal(signal.SIGKILL)
    assert path.read_bytes() == b"old"
    write_files([path], lambda _: b"new", "zh", force=True, quiet=True)
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.xlsx"]


def test_reading_leaves_no_child_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []

    class Remembered(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, *args: object, **options: object) -> None:
            super().__init__(*args, **options)  # type: ignore[call-overload]
            started.append(self)

    monkeypatch.setattr(child.subprocess, "Popen", Remembered)
    monkeypatch.setattr(child, "START", "import time; time.sleep(60)")
    begun = time.monotonic()
    with pytest.raises(Rejected):
        child.read_xls_apart(large_xls(), Limits(seconds=1))
    assert time.monotonic() - begun < 10
    assert [one.returncode is not None for one in started] == [True]


INTERRUPTED = """
import sys
import jobhome_score.__main__
{}
sys.argv = ["jobhome-score", "validate", {!r}]
jobhome_score.__main__.main()
"""
WHILE_LOADING = """
class Interrupted:
    def find_spec(self, name, *_):
        if name == "jobhome_score.cli.options":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupted())
"""
WHILE_READING = """
from jobhome_score.reading import file
def interrupted(*_):
    raise KeyboardInterrupt
file.settle = interrupted
"""


@pytest.mark.parametrize("when", [WHILE_LOADING, WHILE_READING])
def test_ctrl_c_ends_the_program_without_a_traceback(tmp_path: Path, when: str) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx())
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED.format(when, str(tmp_path))],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(SOURCE), "PATH": ""},
    )
    assert (done.returncode, done.stdout) == (130, b"")
    assert b"Traceback" not in done.stderr


def test_a_closed_standard_output_is_no_defect(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx())
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m jobhome_score validate "$1" >&-', sys.executable, str(tmp_path)],
        stderr=subprocess.PIPE,
        check=False,
        env={"PYTHONPATH": str(SOURCE), "PATH": ""},
    )
    assert (done.returncode, done.stderr) == (1, b"")
