import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.oracle.site_year import random_year
from tests.oracle.styles import write_year

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "sample_ledgers"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command line as a stranger would: a process of its own, in another folder."""

    def runs(*words: object, lang: str = "zh_CN.UTF-8", **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "jobhome_score", *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={"LANG": lang, "PATH": "", "PYTHONPATH": str(ROOT / "src"), **environ},
            check=False,
            timeout=120,
        )

    return runs


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small sound year, for what does not depend on the figures."""
    folder = tmp_path_factory.mktemp("small")
    write_year(random_year(3), folder, "clean", 3)
    return folder


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A copy of the sample year that a test may spoil, under a Chinese name with blanks."""
    folder = tmp_path / "台账 2025 年度"
    folder.mkdir()
    for workbook in SAMPLES.glob("*.xlsx"):
        shutil.copy(workbook, folder)
    return folder
