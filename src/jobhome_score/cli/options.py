"""The options that commands share, described in the language of the command line."""

import os
import sys
from enum import Enum
from pathlib import Path
from typing import Annotated, Final

from jobhome_score.cli.declared import Argument, Option
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


Ledgers = Annotated[Path, Argument("LEDGERS", help="ledgers")]
RubricName = Annotated[str, Option("--rubric", help="rubric_name")]
ReadingOptions = Annotated[list[str] | None, Option("--reading", help="reading", metavar="NAME=OPTION")]
ReadingsFile = Annotated[Path | None, Option("--readings", help="readings_file", metavar="FILE")]
AsOf = Annotated[str | None, Option("--as-of", help="as_of", metavar="DATE")]
Missing = Annotated[MissingChoice, Option("--missing", help="missing")]
HiddenOption = Annotated[HiddenChoice, Option("--hidden", help="hidden")]
LimitOptions = Annotated[list[str] | None, Option("--limit", help="limit", metavar="NAME=VALUE")]
Reviews = Annotated[str | None, Option("--reviews", help="reviews", metavar="FILE|ledgers")]
LangOption = Annotated[LangChoice, Option("--lang", help="lang")]
FormatOption = Annotated[Format, Option("--format", help="format")]
Outputs = Annotated[list[Path] | None, Option("--output", "-o", help="output", metavar="FILE")]
Force = Annotated[bool, Option("--force", help="force")]
Quiet = Annotated[bool, Option("--quiet", "-q", help="quiet")]

SPOKEN_CHOICE: Final = LangChoice(SPOKEN)
