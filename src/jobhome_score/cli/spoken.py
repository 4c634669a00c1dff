"""What the option parser itself says, help pages and refusals, in the user's language and the house's form."""

import re
import sys
from collections.abc import Sequence
from typing import Any, Final

import typer
from typer._click.core import Context
from typer._click.exceptions import ClickException, NoArgsIsHelpError, NoSuchOption, UsageError
from typer._click.formatting import HelpFormatter
from typer.core import TyperCommand, TyperGroup

from jobhome_score.cli.options import SPOKEN
from jobhome_score.locales import say, sentences, word
from jobhome_score.reports.escape import plain
from jobhome_score.reports.wrapping import width, wrapped

SHAPES: Final = {
    "usage.no_command": r"No such command '(?P<name>.*?)'\.(?: Did you mean (?P<near>.+)\?)?",
    "usage.missing": r"Missing (?:argument|option) '(?P<name>.+?)'\..*",
    "usage.no_command_given": r"Missing command\.",
    "usage.extra": r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)",
    "usage.needs_value": r"Option '(?P<name>.+?)' requires an argument\.",
    "usage.no_value": r"Option '(?P<name>.+?)' does not take a value\.",
    "usage.choice": r"Invalid value for '(?P<name>.+?)': '(?P<value>.*)' is not one of (?P<known>.+)\.",
    "usage.integer": r"Invalid value for '(?P<name>.+?)': '(?P<value>.*)' is not a valid integer(?: range)?\.",
    "usage.range": r"Invalid value for '(?P<name>.+?)': (?P<value>.+) is not in the range (?P<known>.+)\.",
}
"""What the parser says in English, with the facts in it; whatever has another shape is passed on as it is."""
NARROW: Final = 10
FIRST_COLUMN: Final = 30


class SpokenFormatter(HelpFormatter):
    """Help pages whose headings are translated, and whose lines break where Chinese text may."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that shows how the command is called."""
        super().write_usage(prog, _translated(args), prefix or say(SPOKEN, "usage.prefix"))

    def write_heading(self, heading: str) -> None:
        """The heading of a part of the page."""
        self.write(say(SPOKEN, "usage.heading", name=word(SPOKEN, "usage", heading)) + "\n")

    def write_text(self, text: str) -> None:
        """A paragraph."""
        indent = " " * self.current_indent
        self.write("\n".join(wrapped(text, self.width, indent, indent)) + "\n")

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = FIRST_COLUMN, col_spacing: int = 2) -> None:
        """Names with what each means, beside one another where a name is short, else below it."""
        names = min(max(width(name) for name, _ in rows), col_max) + col_spacing
        indent, rest = " " * self.current_indent, " " * (self.current_indent + names)
        for name, meaning in rows:
            beside = width(name) + col_spacing <= names
            first = f"{indent}{name}{' ' * (names - width(name))}" if beside else rest
            if not beside:
                self.write(f"{indent}{name}\n")
            columns = max(self.width, len(rest) + NARROW)
            self.write("\n".join(wrapped(_translated(meaning), columns, first, rest)) + "\n")


class SpokenContext(Context):
    """A command under way, which writes its help pages as we do."""

    formatter_class = SpokenFormatter


class SpokenCommand(TyperCommand):
    """A command with help pages in the user's language."""

    context_class = SpokenContext


class SpokenGroup(TyperGroup):
    """Commands with help pages and refusals in the user's language."""

    context_class = SpokenContext

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command named, and end with its exit code; what cannot be understood is refused in words."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except ClickException as refused:
            if not standalone_mode:
                raise
            typer.echo(refusal(refused), err=True)
            sys.exit(refused.exit_code)
        if standalone_mode:
            sys.exit(code if isinstance(code, int) else 0)
        return code


def refusal(refused: ClickException) -> str:
    """Why a command line cannot be understood: place, value, what to do, and where to read on."""
    if isinstance(refused, NoArgsIsHelpError):
        return refused.format_message()
    text = plain(_reason(refused))
    if isinstance(refused, UsageError) and refused.ctx is not None:
        text += say(SPOKEN, "usage.see", command=refused.ctx.command_path)
    return text


def _reason(refused: ClickException) -> str:
    if isinstance(refused, NoSuchOption):
        near = say(SPOKEN, "usage.near", known=_list(refused.possibilities)) if refused.possibilities else ""
        return say(SPOKEN, "usage.no_option", name=refused.option_name) + near
    for key, shape in SHAPES.items():
        found = re.fullmatch(shape, refused.format_message())
        if found:
            facts = {name: fact or "" for name, fact in found.groupdict().items()}
            if "known" in facts:
                facts["known"] = _list(facts["known"].replace("'", "").replace("x>=", "≥ ").split(", "))
            near = say(SPOKEN, "usage.near", known=facts["near"].replace("'", "")) if facts.get("near") else ""
            return say(SPOKEN, key, **facts) + near
    return refused.format_message()


def _list(names: Sequence[str]) -> str:
    return say(SPOKEN, "list.sep").join(sorted(names) if len(names) > 1 and names[0].startswith("-") else names)


def _translated(text: str) -> str:
    """A text of the parser with its own marks, such as [required], in the user's language."""
    for key, sentence in sentences(SPOKEN).items():
        if key.startswith("mark."):
            text = text.replace(key.removeprefix("mark."), sentence)
    return text
