"""What lies in a folder beside ledgers, or is named like one, is neither followed nor waited for."""

import hashlib
import os
import socket
import tempfile
from pathlib import Path

import pytest
from tests.hostile.making import xlsx

from jobhome_score.ledgers.loading import check
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Limits
from jobhome_score.reports.problems_text import problems_text

NAMES = (
    "行\n尾.xlsx", "\x1b[31m红.xlsx", "\u202exslx.exe.xlsx", "-rf.xlsx", "=cmd|' calc'!A0.xlsx", "[bold]x[bold].xlsx",
    ":smile:.xlsx", "a" * 250 + ".xlsx", "$(reboot).xlsx", "%s{0}.xlsx",
)  # fmt: skip


def told(reading) -> list[tuple[str, str, str]]:
    return [(p.code.value, p.place.file, str(next(iter(p.facts.values()), ""))) for p in reading.problems]


def test_special_files_are_listed_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(xlsx())
    os.mkfifo(tmp_path / "pipe.xlsx")
    (tmp_path / "folder.xlsx").mkdir()
    (tmp_path / "link.xlsx").symlink_to("/etc/passwd")
    (tmp_path / "loop.xlsx").symlink_to("loop.xlsx")
    (tmp_path / "zero.csv").symlink_to("/dev/zero")
    reading = read_ledgers(tmp_path)
    assert sorted(told(reading)) == [
        ("ignored-file", "folder.xlsx", "folder"),
        ("ignored-file", "link.xlsx", "link"),
        ("ignored-file", "loop.xlsx", "link"),
        ("ignored-file", "pipe.xlsx", "special"),
        ("ignored-file", "zero.csv", "link"),
    ]
    assert [book.file for book in reading.workbooks] == ["a.xlsx"]


def test_a_special_file_asked_for_by_name_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    assert told(read_ledgers(tmp_path / "pipe.xlsx")) == [("unreadable-file", "pipe.xlsx", "special")]
    assert told(read_ledgers(Path("/dev/zero"))) == [("unreadable-file", "zero", "special")]
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as door:
        door.bind(f"{short}/s.xlsx")
        assert told(read_ledgers(Path(short) / "s.xlsx")) == [("unreadable-file", "s.xlsx", "input-output")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx())
    path.chmod(0)
    assert told(read_ledgers(tmp_path)) == [("unreadable-file", "a.xlsx", "permission")]


def test_a_file_that_is_exchanged_for_a_link_is_not_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.xlsx"
    path.symlink_to("/etc/passwd")
    monkeypatch.setattr("jobhome_score.reading.folder._ignored_kind", lambda _: "")
    assert told(read_ledgers(tmp_path)) == [("unreadable-file", "a.xlsx", "input-output")]


def test_a_file_that_changes_after_it_was_read_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx())
    before = path.read_bytes()
    reading = read_ledgers(path)
    path.write_bytes(b"something else")
    assert reading.workbooks[0].sha256 == hashlib.sha256(before).hexdigest()
    assert list(reading.workbooks[0].sheets[0].rows) == [(1,)]


def test_a_file_that_grows_while_it_is_read_stops_at_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"1\n" * 600_000)
    assert told(read_ledgers(path, Limits(file_bytes=1_000_000))) == [("limit-exceeded", "a.csv", "file_bytes")]
    assert read_ledgers(path, Limits(file_bytes=10**18, cells=10**9)).problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_file_name_is_read_and_shown_harmlessly(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(xlsx())
    checked = check(read_ledgers(tmp_path))
    text = problems_text(checked.problems, "zh")
    assert not any(mark in text for mark in "\x1b\u202e")
    assert len(text.splitlines()) == len(problems_text(checked.problems, "zh").split("\n")) - 1


def test_a_name_that_is_no_text_is_read_and_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff\xfe.xlsx"
    with open(path, "wb") as file:  # noqa: PTH123 - pathlib cannot name it
        file.write(xlsx())
    checked = check(read_ledgers(tmp_path))
    assert "\\udcff\\udcfe.xlsx" in problems_text(checked.problems, "zh")
    assert problems_text(checked.problems, "zh").encode()
