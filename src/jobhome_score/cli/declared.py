"""What a command takes, declared with the parameters of its function: `Annotated[Path, Argument("LEDGERS", help=key)]`.

The function stays one that can be called from anywhere; what it takes is read off its annotations and defaults.
"""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from types import UnionType
from typing import Any, Final

from jobhome_score.records import MISSING, dataclass

__all__ = ["MISSING", "Argument", "Declared", "Option", "Parameter", "parameter", "parameters_of"]


@dataclass(frozen=True, slots=True)
class Argument:
    """A word that goes by its place."""

    metavar: str
    help: str
    """The key of its description, which is looked up for who reads it."""


@dataclass(frozen=True, slots=True)
class Option:
    """A word that goes by its name, with another word behind it unless it says yes by itself."""

    name: str
    short: str = ""
    help: str = ""
    """The key of its description."""
    metavar: str = ""
    least: int | None = None
    """The least of the numbers it takes."""


Declared = Argument | Option


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a command as the command line sees it."""

    name: str
    declared: Declared
    kind: type
    """`str`, `Path`, `int`, an `Enum` to choose from, or `bool` for an option that takes no value."""
    many: bool = False
    """Whether it may be given again and again; the function gets a list."""
    default: Any = MISSING

    @property
    def choices(self) -> tuple[str, ...]:
        """What may be chosen from; empty where anything may be written."""
        return tuple(str(one.value) for one in self.kind) if issubclass(self.kind, Enum) else ()

    @property
    def shown(self) -> str:
        """What a help page and a refusal call it."""
        return self.declared.metavar if isinstance(self.declared, Argument) else self.declared.name


METAVARS: Final[dict[type, str]] = {str: "TEXT", Path: "PATH", int: "INTEGER"}


def parameters_of(function: Callable[..., None]) -> tuple[Parameter, ...]:
    """The parameters of a command's function in their order, each of which is declared."""
    code = function.__code__
    names = code.co_varnames[: code.co_argcount]
    defaults = function.__defaults__ or ()
    return tuple(
        parameter(name, function.__annotations__[name], default)
        for name, default in zip(names, (MISSING,) * (len(names) - len(defaults)) + defaults, strict=True)
    )


def parameter(name: str, annotated: Any, default: Any) -> Parameter:
    """The parameter of a name whose annotation declares it."""
    (declared,) = annotated.__metadata__
    kind = annotated.__origin__
    if isinstance(kind, UnionType):
        kind = kind.__args__[0]  # the other is None
    many = getattr(kind, "__origin__", None) is list
    return Parameter(name, declared, kind.__args__[0] if many else kind, many, default)
