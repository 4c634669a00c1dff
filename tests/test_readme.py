"""What the READMEs tell a stranger to type works as it stands."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.called import called
from tests.oracle.site_year import random_year
from tests.oracle.styles import write_year

SMALL = 2
"""The seed of a year from July to June."""
DECISION = "指标,规则,复核结论,理由,复核人,复核日期\n2.1,sessions,维持,场次无误,甲,2026-07-02\n"

ROOT = Path(__file__).resolve().parents[1]
CONSOLE = re.compile(r"^\$ (jobhome-score [^#\n]*)", re.MULTILINE)
MAY_SAY_NO = frozenset({"portfolio", "compare"})
"""Commands whose answer about the samples is no: one of the years is broken, two of them differ."""

SETUP = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(name: str) -> list[str]:
    return [line.strip() for line in CONSOLE.findall((ROOT / name).read_text(encoding="utf-8"))]


def test_every_command_of_the_readme_works_on_a_small_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same words about ledgers that are quickly read, in this process."""
    root = tmp_path / "sample_ledgers"
    root.mkdir()
    write_year(random_year(SMALL), root, "clean", SMALL)
    shutil.copytree(root, tmp_path / "year")
    (tmp_path / "year").rename(root / "hard-year")
    (root / "hard-year" / "复核.csv").write_text(DECISION, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for command in commands("README.md"):
        words = shlex.split(command)[1:]
        done = called(*words)
        assert done.exit_code in allowed(words), (command, done.output)
        assert done.output


@pytest.mark.thorough
def test_every_command_of_the_readme_works(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sample_ledgers", tmp_path / "sample_ledgers")
    for command in commands("README.md"):
        words = shlex.split(command)[1:]
        environ = {"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        done = subprocess.run(
            [sys.executable, "-m", "jobhome_score", *words], cwd=tmp_path, env=environ, capture_output=True, check=False
        )
        assert done.returncode in allowed(words), (command, done.stderr.decode())
        assert done.stdout or done.stderr


def allowed(words: list[str]) -> tuple[int, ...]:
    return (0, 1) if words[0] in MAY_SAY_NO else (0,)


def test_both_readmes_give_the_same_commands() -> None:
    assert commands("README.md") == commands("README.zh.md")
    english, chinese = (
        SETUP.findall((ROOT / name).read_text(encoding="utf-8")) for name in ("README.md", "README.zh.md")
    )
    assert [block.replace("--lang en", "") for block in english] == [
        block.replace("--lang zh", "") for block in chinese
    ]


def test_the_first_two_blocks_set_everything_up() -> None:
    run, test = SETUP.findall((ROOT / "README.md").read_text(encoding="utf-8"))[:2]
    assert run.count("\n") == test.count("\n") == 1
    assert "jobhome-score assess sample_ledgers" in run
    assert "pytest" in test


def test_the_pictures_exist() -> None:
    for name in ("README.md", "README.zh.md"):
        for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", (ROOT / name).read_text(encoding="utf-8")):
            assert (ROOT / picture).is_file()
