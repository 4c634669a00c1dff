"""The options that commands share, described in the language of the command line."""

import os
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated, Final

import typer

from jobhome_score.cli.language import Lang, language
from jobhome_score.locales import say

SPOKEN: Final[Lang] = language(sys.argv, os.environ)
"""The language of the help pages; a command may be asked for another one."""


class Format(Enum):
    """How a result is written to standard output."""

    TEXT = "text"
    JSON = "json"
    MD = "md"
    CSV = "csv"


class MissingChoice(Enum):
    """What an absent ledger means."""

    FAIL = "fail"
    ZERO = "zero"
    RANGE = "range"


class HiddenChoice(Enum):
    """What to do with hidden rows, columns and sheets that hold data."""

    FAIL = "fail"
    INCLUDE = "include"
    EXCLUDE = "exclude"


class LangChoice(Enum):
    """The two languages."""

    ZH = "zh"
    EN = "en"


def told(key: str) -> str:
    """The description of a command or an option."""
    return say(SPOKEN, f"help.{key}")


Ledgers = Annotated[Path, typer.Argument(help=told("ledgers"), metavar="LEDGERS", show_default=False)]
RubricName = Annotated[str, typer.Option("--rubric", help=told("rubric_name"))]
ReadingOptions = Annotated[
    list[str] | None, typer.Option("--reading", help=told("reading"), metavar="NAME=OPTION", show_default=False)
]
ReadingsFile = Annotated[
    Path | None, typer.Option("--readings", help=told("readings_file"), metavar="FILE", show_default=False)
]
AsOf = Annotated[str | None, typer.Option("--as-of", help=told("as_of"), metavar="DATE", show_default=False)]
Missing = Annotated[MissingChoice, typer.Option("--missing", help=told("missing"))]
HiddenOption = Annotated[HiddenChoice, typer.Option("--hidden", help=told("hidden"))]
LimitOptions = Annotated[
    list[str] | None, typer.Option("--limit", help=told("limit"), metavar="NAME=VALUE", show_default=False)
]
Reviews = Annotated[
    str | None, typer.Option("--reviews", help=told("reviews"), metavar="FILE|ledgers", show_default=False)
]
LangOption = Annotated[LangChoice, typer.Option("--lang", help=told("lang"))]
FormatOption = Annotated[Format, typer.Option("--format", help=told("format"))]
Outputs = Annotated[
    list[Path] | None, typer.Option("--output", "-o", help=told("output"), metavar="FILE", show_default=False)
]
Force = Annotated[bool, typer.Option("--force", help=told("force"))]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help=told("quiet"))]

SPOKEN_CHOICE: Final = LangChoice(SPOKEN)
