"""A command found by its name, and called with what the words of the command line mean."""

from collections.abc import Callable, Sequence
from typing import Final

from jobhome_score import __version__
from jobhome_score.cli.declared import Option, Parameter, parameters_of
from jobhome_score.cli.ending import DONE, IMPOSSIBLE
from jobhome_score.cli.saying import echo
from jobhome_score.cli.spoken import Misused, refusal
from jobhome_score.cli.values import values_of
from jobhome_score.cli.words import Taken, taken
from jobhome_score.records import dataclass

Function = Callable[..., None]

HELP: Final = Parameter("help", Option("--help", "-h", help="help"), bool, default=False)
VERSION: Final = Parameter("version", Option("--version", help="version"), bool, default=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Commands that go by one name, such as all of them by that of the program."""

    names: Sequence[str]
    """In the order of the help page."""
    command: "Callable[[str], Function | Group]"
    """The command of a name, asked for once it is called."""
    prefix: str = ""
    """What stands before a command's name in the key that its description goes by."""
    parameters: Sequence[Parameter] = ()

    def key(self, name: str) -> str:
        """What the description of a command goes by."""
        return self.prefix + name


def called(command: Function | Group, path: str, key: str, words: Sequence[str]) -> None:
    """Call a command by the words behind its name; `path` is how it was called so far, `key` what tells what it is for.

    Raises SystemExit where the words ask for a page only, or cannot be understood.
    """
    try:
        if isinstance(command, Group):
            _below(command, path, key, words)
        else:
            parameters = parameters_of(command)
            found = taken(words, (*parameters, HELP))
            _answer(found, command, path, key)
            command(**values_of(parameters, found))
    except Misused as misused:
        echo(refusal(misused, path), err=True)
        raise SystemExit(IMPOSSIBLE) from None


def _below(group: Group, path: str, key: str, words: Sequence[str]) -> None:
    """Call the command of a group that the words name; without a word, show what there is."""
    if not words:
        echo(_page(group, path, key), err=True)
        raise SystemExit(IMPOSSIBLE)
    found = taken(words, (*group.parameters, HELP), leading=True)
    _answer(found, group, path, key)
    values_of(group.parameters, Taken(found.options, ()))  # for what is wrong with them
    if not found.rest:
        raise Misused("usage.no_command_given")
    name, *rest = found.rest
    if name not in group.names:
        from difflib import get_close_matches

        raise Misused("usage.no_command", near=get_close_matches(name, group.names), name=name)
    called(group.command(name), f"{path} {name}", group.key(name), rest)


def _answer(found: Taken, command: Function | Group, path: str, key: str) -> None:
    """Where help or the version is asked for, nothing else is looked at."""
    for parameter, _ in found.options:
        if parameter in (HELP, VERSION):
            echo(_page(command, path, key) if parameter == HELP else f"jobhome-score {__version__}")
            raise SystemExit(DONE)


def _page(command: Function | Group, path: str, key: str) -> str:
    """The help page of a command."""
    from jobhome_score.cli.pages import page

    if isinstance(command, Group):
        below = [(name, command.key(name)) for name in command.names]
        return page(path, key, (*command.parameters, HELP), below)
    return page(path, key, (*parameters_of(command), HELP))
