"""Who runs: the product, the floor below it, and what one would write without it."""

import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PRODUCT, FLOOR, LIBRARY = "assess", "bare calamine", "library"
SCRIPTS = ("pandas + openpyxl", "pandas + calamine")
"""Scripts that print the indicator table, which must be the product's."""


@dataclass(frozen=True)
class Contender:
    """A name, what it does in a few words, and its command."""

    name: str
    says: str
    command: tuple[str, ...]
    codes: frozenset[int] = frozenset({0})
    """The exit codes with which it may end."""


def on_ledgers(folder: Path) -> tuple[Contender, ...]:
    """Everything that reads a folder of ledgers."""
    python, ledgers = sys.executable, str(folder)
    script = str(HERE / "pandas_openpyxl.py")
    return (
        Contender(PRODUCT, "`jobhome-score assess`, the table on standard output",
                  (python, "-m", "jobhome_score", "assess", ledgers)),
        Contender("assess, JSON", "`jobhome-score assess --format json`",
                  (python, "-m", "jobhome_score", "assess", ledgers, "--format", "json")),
        Contender(LIBRARY, "the same through the library, without a report",
                  (python, str(HERE / "library.py"), ledgers)),
        Contender(FLOOR, "python-calamine reads the files into lists, nothing else",
                  (python, str(HERE / "bare_calamine.py"), ledgers)),
        Contender(SCRIPTS[0], "a script with the same sums, no checks, no evidence",
                  (python, script, ledgers, "openpyxl")),
        Contender(SCRIPTS[1], "the same script on the faster engine", (python, script, ledgers, "calamine")),
    )  # fmt: skip


def at_start() -> tuple[Contender, ...]:
    """What starting up costs before any ledger is read."""
    python = sys.executable
    return (
        Contender("python", "`python -c pass`", (python, "-c", "pass")),
        Contender("typer", "`python -c 'import typer'`", (python, "-c", "import typer")),
        Contender("--help", "`jobhome-score --help`", (python, "-m", "jobhome_score", "--help")),
        Contender(
            "assess --help", "`jobhome-score assess --help`", (python, "-m", "jobhome_score", "assess", "--help")
        ),
    )


def on_a_million(folder: Path) -> tuple[Contender, ...]:
    """Who reads a ledger of a million rows. It stands alone, so that `validate` ends with a no."""
    python, ledgers = sys.executable, str(folder)
    validate = (python, "-m", "jobhome_score", "validate", ledgers, "--limit", "cells=4000000")
    return (
        Contender("validate", "`jobhome-score validate`, every cell checked", validate, frozenset({1})),
        Contender(
            FLOOR, "python-calamine reads the file into lists", (python, str(HERE / "bare_calamine.py"), ledgers)
        ),
    )
