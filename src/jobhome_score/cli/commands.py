"""The commands by name, each imported when it is called: whoever asks for one does not wait for the others."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final

import typer
from typer._click.core import Command, Context
from typer._click.formatting import HelpFormatter
from typer.main import get_command

from jobhome_score.cli.options import told
from jobhome_score.cli.spoken import SpokenCommand, SpokenGroup

NAMES: Final = (
    "assess", "settle", "indicator", "readings", "flags", "plan", "validate", "report", "verify", "compare",
    "portfolio", "template", "rubric",
)  # fmt: skip
"""In the order of the help page. The module of the same name beside this one holds `<name>_command`, or `<name>_app`
where the command has commands of its own."""


class Commands(Mapping[str, Command]):
    """The commands by name; looking one up imports it."""

    def __getitem__(self, name: str) -> Command:
        """One command. Raises KeyError for a name that is none."""
        if name not in NAMES:
            raise KeyError(name)
        module = import_module(f"jobhome_score.cli.{name}")
        app: typer.Typer | None = getattr(module, f"{name}_app", None)
        if app is None:
            app = typer.Typer(add_completion=False, rich_markup_mode=None)
            app.command(name, cls=SpokenCommand, help=told(name))(getattr(module, f"{name}_command"))
        return get_command(app)

    def __iter__(self) -> Iterator[str]:
        """The names in the order of the help page."""
        return iter(NAMES)

    def __len__(self) -> int:
        """How many there are."""
        return len(NAMES)


class LateGroup(SpokenGroup):
    """All commands, with a help page that imports none of them."""

    def __init__(self, **attributes: Any) -> None:
        """`attributes` are those of any group."""
        super().__init__(**attributes)
        self.commands = Commands()  # type: ignore[assignment]  # nobody adds one

    def list_commands(self, ctx: Context) -> list[str]:
        """The names in the order of the help page."""
        del ctx
        return list(NAMES)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        """Every command with what it answers."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, told(name)) for name in NAMES])
