"""Help pages in the user's language, whose lines break where Chinese text may."""

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from typing import Final

from jobhome_score.cli.columns import columns
from jobhome_score.cli.declared import METAVARS, MISSING, Argument, Option, Parameter
from jobhome_score.cli.options import SPOKEN, told
from jobhome_score.locales import say
from jobhome_score.reports.wrapping import width, wrapped

USUAL: Final = 80
"""Columns where nobody knows how many there are."""
NARROWEST: Final = 50
WIDEST: Final = 78
FIRST_COLUMN: Final = 30
"""A name longer than this stands on a line of its own."""
MEANING: Final = 10
"""So many columns a meaning has at least."""
USAGE: Final = 20
"""So many columns behind the name of a command, or what it takes stands below."""
INDENT: Final = 2
APART: Final = 2

Row = tuple[str, str]


def page(path: str, key: str, parameters: Sequence[Parameter], commands: Sequence[tuple[str, str]] = ()) -> str:
    """The help page of what is called by `path`: what it does and takes, and the commands below it.

    Descriptions, of the commands too, are given by their keys.
    """
    space = max(NARROWEST, min(columns(USUAL) - INDENT, WIDEST))
    places = [one for one in parameters if isinstance(one.declared, Argument)]
    options = [one for one in parameters if isinstance(one.declared, Option)]
    takes = [say(SPOKEN, "usage.options"), *map(_named, places)]
    if commands:
        takes.append(say(SPOKEN, "usage.command"))
    indent = " " * INDENT
    lines = [*_usage(path, " ".join(takes), space), "", *wrapped(told(key), space, indent, indent)]
    lines += _part("Arguments", [(_named(one), _meaning(one)) for one in places], space)
    lines += _part("Options", [(_named(one), _meaning(one)) for one in options], space)
    lines += _part("Commands", [(name, told(one)) for name, one in commands], space)
    return "\n".join(lines)


def _usage(path: str, takes: str, space: int) -> Iterator[str]:
    """The line that shows how it is called."""
    prefix = say(SPOKEN, "usage.prefix")
    called = f"{prefix}{path} "
    if space >= width(called) + USAGE:
        return wrapped(takes, space, called, " " * width(called))
    below = " " * (width(prefix) + 2 * INDENT)
    return iter((called.rstrip(), *wrapped(takes, space, below, below)))


def _part(heading: str, rows: Sequence[Row], space: int) -> Iterator[str]:
    """A part of the page: names with what each means, beside one another where a name is short, else below it."""
    if not rows:
        return
    yield ""
    yield say(SPOKEN, "usage.heading", name=say(SPOKEN, f"usage.{heading}"))
    names = min(max(width(name) for name, _ in rows), FIRST_COLUMN) + APART
    rest = " " * (INDENT + names)
    for name, meaning in rows:
        first = f"{' ' * INDENT}{name}"
        if width(name) + APART <= names:
            first += " " * (width(rest) - width(first))
        else:
            yield first
            first = rest
        yield from wrapped(meaning, max(space, len(rest) + MEANING), first, rest)


def _named(parameter: Parameter) -> str:
    """How a parameter is written on the command line."""
    declared = parameter.declared
    if isinstance(declared, Argument):
        return declared.metavar if parameter.default is MISSING else f"[{declared.metavar}]"
    names = ", ".join(filter(None, (declared.short, declared.name)))
    if parameter.kind is bool:
        return names
    choices = f"[{'|'.join(parameter.choices)}]" if parameter.choices else METAVARS.get(parameter.kind, "")
    return f"{names} {declared.metavar or choices}"


def _meaning(parameter: Parameter) -> str:
    """What a parameter is for, with what holds where it is not given, and what is asked of its value."""
    return "  ".join((told(parameter.declared.help), *_marks(parameter)))


def _marks(parameter: Parameter) -> Iterable[str]:
    declared, default = parameter.declared, parameter.default
    if default is MISSING:
        yield say(SPOKEN, "usage.required")
    elif default is not None and default is not False:
        yield say(SPOKEN, "usage.default", value=str(default.value if isinstance(default, Enum) else default))
    if isinstance(declared, Option) and declared.least is not None:
        yield say(SPOKEN, "usage.least", least=str(declared.least))
