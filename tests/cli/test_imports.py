"""Heavy libraries are loaded only by who needs them: a help page or a score in a fresh process does without."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import jobhome_score

SOURCE = Path(jobhome_score.__file__).resolve().parent.parent
LEDGERS = SOURCE.parent / "sample_ledgers"
PROBE = """
import sys
from jobhome_score.cli import app
try:
    app()
except SystemExit as end:
    code = end.code or 0
else:
    code = 0
loaded = sorted({name.partition(".")[0] for name in sys.modules})
sys.stdout.flush()
print("LOADED", *loaded, file=sys.stderr)
sys.exit(code)
"""


def loaded_by(*arguments: str) -> set[str]:
    """The packages that a run of the command line in a process of its own has loaded at its end."""
    environ = os.environ | {"PYTHONPATH": str(SOURCE), "LANG": "zh_CN.UTF-8", "PYTHONUTF8": "1"}
    # with -c the arguments begin where the module's own do
    command = [sys.executable, "-c", PROBE, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environ, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("LOADED ")[2].split())


HEAVY = {"pandas", "numpy", "openpyxl", "xlsxwriter", "python_calamine", "yaml", "chinese_calendar"}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_the_first_help_page_loads_no_heavy_library(arguments: tuple[str, ...]) -> None:
    assert not loaded_by(*arguments) & (HEAVY | {"pydantic", "rich"})


@pytest.mark.parametrize("arguments", [("assess", "--help"), ("rubric", "--help"), ("rubric", "show", "--help")])
def test_the_help_page_of_a_command_loads_none_of_ours(arguments: tuple[str, ...]) -> None:
    assert not loaded_by(*arguments) & (HEAVY | {"pydantic", "rich"})


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_an_assessment_loads_no_data_frames(output_format: str) -> None:
    loaded = loaded_by("assess", str(LEDGERS), "--format", output_format)
    assert "jobhome_score" in loaded
    assert not loaded & {"pandas", "numpy", "openpyxl", "yaml", "rich", "chinese_calendar"}


def test_an_assessment_through_the_library_loads_no_data_frames() -> None:
    code = "import sys, jobhome_score.assessment, jobhome_score.reading.folder, jobhome_score.rubric.source; "
    code += "print(*{name.partition('.')[0] for name in sys.modules})"
    environ = os.environ | {"PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environ, check=True)
    assert not set(done.stdout.split()) & {"pandas", "numpy", "openpyxl", "pydantic"}
