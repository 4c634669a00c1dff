"""The words of a command line taken apart: options with what follows them, and what goes by its place.

An option takes the word behind it whatever that begins with, for a sum may be negative and a file may have any name; an
option is found by its whole name only. argparse would refuse the one and needs to be kept from guessing the other, and
its rules differ from one Python to the next.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jobhome_score.cli.declared import Option, Parameter
from jobhome_score.cli.spoken import Misused
from jobhome_score.records import dataclass

END = "--"
"""After this word there are no options."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The options in the order in which they were given, each with its value, and the other words."""

    options: Sequence[tuple[Parameter, str]]
    rest: Sequence[str]


def taken(words: Sequence[str], known: Iterable[Parameter], *, leading: bool = False) -> Taken:
    """The words taken apart by the options known; only those before any other word where they are `leading`.

    Raises Misused for an option that is not known, lacks its value or takes none.
    """
    by_name = {name: one for one in known if isinstance(one.declared, Option)
               for name in (one.declared.name, one.declared.short) if name}  # fmt: skip
    options: list[tuple[Parameter, str]] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        if word == END:
            break
        if word.startswith("-") and word != "-":
            options += _long(word, left, by_name) if word.startswith(END) else _short(word, left, by_name)
        else:
            rest.append(word)
            if leading:
                break
    return Taken(options, (*rest, *left))


def _long(word: str, left: Iterator[str], known: Mapping[str, Parameter]) -> Iterator[tuple[Parameter, str]]:
    """`--name`, `--name value` or `--name=value`."""
    name, sign, value = word.partition("=")
    option = known.get(name)
    if option is None:
        raise Misused("usage.no_option", near=_near(name, known), name=name)
    if option.kind is bool:
        if sign:
            raise Misused("usage.no_value", name=name)
        yield option, ""
    else:
        yield option, value if sign else _following(name, left)


def _short(word: str, left: Iterator[str], known: Mapping[str, Parameter]) -> Iterator[tuple[Parameter, str]]:
    """`-q`, `-o value`, `-ovalue`, and several in one word of which the last may take a value."""
    for at, letter in enumerate(word[1:], 2):
        name = f"-{letter}"
        option = known.get(name)
        if option is None:
            raise Misused("usage.no_option", name=name)
        if option.kind is not bool:
            yield option, word[at:] or _following(name, left)
            return
        yield option, ""


def _following(name: str, left: Iterator[str]) -> str:
    for word in left:
        return word
    raise Misused("usage.needs_value", name=name)


def _near(name: str, known: Iterable[str]) -> Sequence[str]:
    """The long names that one might have meant."""
    from difflib import get_close_matches

    return sorted(get_close_matches(name, [one for one in known if one.startswith(END)]))


def as_asked(words: Sequence[str]) -> Sequence[str]:
    """The words as a shell would hand them over; that of Windows leaves ~, %NAME% and * to the program."""
    if os.name != "nt":
        return words
    from glob import glob

    paths = [os.path.expandvars(os.path.expanduser(word)) for word in words]  # noqa: PTH111 - most are no paths
    return [found for path in paths for found in glob(path, recursive=True) or [path]]  # noqa: PTH207
