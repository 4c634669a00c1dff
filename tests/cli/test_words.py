"""How the words of a command line are taken apart, and what they come to."""

import os
from enum import Enum
from pathlib import Path
from typing import Annotated

import pytest

from jobhome_score.cli.declared import Argument, Option, parameters_of
from jobhome_score.cli.spoken import Misused
from jobhome_score.cli.values import values_of
from jobhome_score.cli.words import as_asked, taken


class Colour(Enum):
    RED = "red"
    BLUE = "blue"


def command(
    first: Annotated[Path, Argument("FIRST", help="")],
    second: Annotated[str, Argument("SECOND", help="")] = "none",
    number: Annotated[int | None, Option("--number", "-n", least=1)] = None,
    signed: Annotated[int | None, Option("--signed")] = None,
    text: Annotated[str | None, Option("--text", "-t")] = None,
    files: Annotated[list[Path] | None, Option("--file", "-f")] = None,
    colour: Annotated[Colour, Option("--colour")] = Colour.RED,
    quiet: Annotated[bool, Option("--quiet", "-q")] = False,
    yes: Annotated[bool, Option("--yes", "-y")] = False,
) -> None:
    del first, second, number, signed, text, files, colour, quiet, yes


PARAMETERS = parameters_of(command)
NOTHING = {
    "second": "none", "number": None, "signed": None, "text": None, "files": None, "colour": Colour.RED,
    "quiet": False, "yes": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("a", {}),
        ("-", {"first": Path("-")}),
        ("a b", {"second": "b"}),
        ("-q a b -y", {"second": "b", "quiet": True, "yes": True}),
        ("-qy a", {"quiet": True, "yes": True}),
        ("-qq -q a", {"quiet": True}),
        ("--number 2 a", {"number": 2}),
        ("--number=2 a", {"number": 2}),
        ("-n2 a", {"number": 2}),
        ("a -qn 2", {"number": 2, "quiet": True}),
        ("a -n 0 -n 3", {"number": 3}),
        ("a --signed -2", {"signed": -2}),
        ("a --text -q", {"text": "-q"}),
        ("a --text -- -q", {"text": "--", "quiet": True}),
        ("a --text --text", {"text": "--text"}),
        ("a --text=", {"text": ""}),
        ("a --text=b=c", {"text": "b=c"}),
        ("a -t=b", {"text": "=b"}),
        ("a -f b --file c -fd", {"files": [Path("b"), Path("c"), Path("d")]}),
        ("a --colour blue", {"colour": Colour.BLUE}),
        ("-- -a", {"first": Path("-a")}),
        ("-q -- --quiet -n", {"first": Path("--quiet"), "second": "-n", "quiet": True}),
        ("a --", {}),
        ("-- --", {"first": Path("--")}),
    ],
)
def test_what_words_come_to(words: str, meant: dict[str, object]) -> None:
    assert values_of(PARAMETERS, taken(words.split(), PARAMETERS)) == NOTHING | {"first": Path("a")} | meant


@pytest.mark.parametrize(
    ("words", "key", "facts"),
    [
        ("", "missing", {"name": "FIRST"}),
        ("-q", "missing", {"name": "FIRST"}),
        ("a b c d", "extra", {"name": "c d"}),
        ("a --quiet=1", "no_value", {"name": "--quiet"}),
        ("a --quiet=", "no_value", {"name": "--quiet"}),
        ("a --text", "needs_value", {"name": "--text"}),
        ("a -qt", "needs_value", {"name": "-t"}),
        ("a --quie", "no_option", {"name": "--quie"}),
        ("a --texts=b", "no_option", {"name": "--texts"}),
        ("a -quiet", "no_option", {"name": "-u"}),
        ("a --colour Red", "choice", {"name": "--colour", "value": "Red", "known": "red, blue"}),
        ("a --signed 1.5", "integer", {"name": "--signed", "value": "1.5"}),
        ("a -n x", "integer", {"name": "--number", "value": "x"}),
        ("a -n 00", "range", {"name": "--number", "value": "0", "known": "≥ 1"}),
        # how the line is written comes first, then each option as it stands there, then the places
        ("--colour x --nonsense", "no_option", {"name": "--nonsense"}),
        ("--signed x --colour y", "integer", {"name": "--signed", "value": "x"}),
        ("--colour y --signed x", "choice", {"name": "--colour", "value": "y", "known": "red, blue"}),
        ("--colour y a b c", "choice", {"name": "--colour", "value": "y", "known": "red, blue"}),
    ],
)
def test_words_that_cannot_be_understood(
    monkeypatch: pytest.MonkeyPatch, words: str, key: str, facts: dict[str, str]
) -> None:
    monkeypatch.setattr("jobhome_score.cli.spoken.SPOKEN", "en")
    with pytest.raises(Misused) as refused:
        values_of(PARAMETERS, taken(words.split(), PARAMETERS))
    assert (refused.value.key, refused.value.facts) == (f"usage.{key}", facts)


def test_near_options_are_named_in_order() -> None:
    with pytest.raises(Misused) as refused:
        taken(["--tile"], PARAMETERS)
    assert refused.value.near == ["--file", "--quiet", "--text"]


def test_options_end_at_the_first_other_word_where_they_lead() -> None:
    found = taken(["-q", "b", "-y", "--", "c"], PARAMETERS, leading=True)
    assert ([one.name for one, _ in found.options], found.rest) == (["quiet"], ("b", "-y", "--", "c"))


def test_a_shell_of_windows_leaves_patterns_to_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        (tmp_path / name).touch()
    monkeypatch.setenv("WHERE", str(tmp_path))
    words = ["--text", "$WHERE/none*", "$WHERE/*.xlsx"]
    assert as_asked(words) == words
    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        found = as_asked(words)
    assert found[:2] == ["--text", f"{tmp_path}/none*"]
    assert sorted(found[2:]) == [f"{tmp_path}/a.xlsx", f"{tmp_path}/b.xlsx"]
