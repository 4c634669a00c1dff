"""The commands by name, each imported when it is called: whoever asks for one does not wait for the others."""

from importlib import import_module
from typing import Any, Final

from jobhome_score.cli.calling import VERSION, Group
from jobhome_score.cli.declared import parameter
from jobhome_score.cli.options import SPOKEN_CHOICE, LangOption

NAMES: Final = (
    "assess", "settle", "indicator", "readings", "flags", "plan", "validate", "report", "verify", "compare",
    "portfolio", "template", "rubric",
)  # fmt: skip
"""In the order of the help page. The module of the same name beside this one holds `<name>_command`: a function, or a
group where the command has commands of its own."""


def _imported(name: str) -> Any:
    return getattr(import_module(f"jobhome_score.cli.{name}"), f"{name}_command")


COMMANDS: Final = Group(NAMES, _imported, parameters=(VERSION, parameter("lang", LangOption, SPOKEN_CHOICE)))
"""All commands. The language stands before any of them too; it was read before anything was taken apart."""
