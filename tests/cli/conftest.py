import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from tests.oracle.site_year import random_year
from tests.oracle.styles import write_year

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_ledgers"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def stranger(tmp_path: Path) -> Run:
    """Runs the command line as a stranger would: a Python of its own, in another folder."""

    def runs(*words: object, lang: str = "zh_CN.UTF-8", **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "jobhome_score", *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=plain(lang) | environ,
            check=False,
            timeout=120,
        )

    return runs


@pytest.fixture(scope="session")
def server() -> Iterator[subprocess.Popen[str]]:
    """A process that has loaded what a run needs, and forks for each."""
    command = [sys.executable, str(Path(__file__).with_name("served.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", env=plain()) as it:
        yield it
        it.communicate()


@pytest.fixture
def run(request: pytest.FixtureRequest, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Runs the command line in a process of its own, in another folder; where Python can, by a fork."""
    if not hasattr(os, "fork"):
        return cast("Run", request.getfixturevalue("stranger"))
    process: subprocess.Popen[str] = request.getfixturevalue("server")
    assert process.stdin
    assert process.stdout
    streams = [tmp_path_factory.mktemp("streams") / name for name in ("out", "err")]

    def runs(*words: object, lang: str = "zh_CN.UTF-8", **environ: str) -> subprocess.CompletedProcess[str]:
        told = list(map(str, words))
        asked = {"words": told, "folder": str(tmp_path), "environ": plain(lang) | environ}
        print(json.dumps(asked | {"streams": list(map(str, streams))}), file=process.stdin, flush=True)
        code = int(process.stdout.readline())
        return subprocess.CompletedProcess(told, code, *(path.read_text("utf-8") for path in streams))

    return runs


def plain(lang: str = "zh_CN.UTF-8") -> dict[str, str]:
    """All of the environment that a run gets."""
    return {"LANG": lang, "PATH": "", "PYTHONPATH": str(ROOT / "src")}


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sound year, for what does not depend on the figures."""
    folder = tmp_path_factory.mktemp("small")
    write_year(random_year(3), folder, "clean", 3)
    return folder


@pytest.fixture(scope="session")
def july(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small year from 2025-07-01 to 2026-06-30."""
    folder = tmp_path_factory.mktemp("july")
    write_year(random_year(2), folder, "clean", 2)
    return folder


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the sample year that a test may spoil, under a Chinese name with blanks."""
    folder = tmp_path / "台账 2025 年度"
    folder.mkdir()
    for workbook in SAMPLES.glob("*.xlsx"):
        shutil.copy(workbook, folder)
    return folder
