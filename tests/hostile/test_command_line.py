"""The command line under attack: an answer in words, no traceback, within a minute and a gigabyte and a half."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.hostile.attacks import ATTACKS
from tests.hostile.contents import CONTENTS
from tests.hostile.packages import PACKAGES

pytestmark = pytest.mark.thorough

resource = pytest.importorskip("resource")
SOURCE = Path(__file__).parents[2] / "src"
MEMORY = 3 << 29
SECONDS = 60
ALSO = (
    "half a surrogate", "encrypted package", "cut .xls", "laughs in xl/sharedStrings.xml", "member '../evil.xml'",
    "one cell twice", "open quote", "257 sheets",
)  # fmt: skip
REFUSED = {**PACKAGES, **CONTENTS}


def limited() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(path: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process with limits."""
    return subprocess.run(
        [sys.executable, "-m", "jobhome_score", "validate", str(path), "--lang", "en", *words],
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(SOURCE), "PATH": ""},
        timeout=SECONDS,
        preexec_fn=limited,
    )


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_answered_in_time_and_within_memory(tmp_path: Path, name: str) -> None:
    file, data = ATTACKS[name]
    path = tmp_path / file
    path.write_bytes(data())
    done = run(path)
    assert done.returncode == 1
    assert done.stderr == b""
    assert b"error" in done.stdout.splitlines()[-1]


@pytest.mark.parametrize("name", ALSO)
def test_a_refused_file_ends_in_a_sentence(tmp_path: Path, name: str) -> None:
    case = REFUSED[name]
    path = tmp_path / case.file
    path.write_bytes(case.data())
    done = run(path, "--format", "json")
    assert (done.returncode, done.stderr) == (1, b"")
    assert f'"code": "{case.code}"'.encode() in done.stdout
