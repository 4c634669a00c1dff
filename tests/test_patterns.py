"""Late patterns do what compiled ones do, and every one of them compiles."""

import importlib
import pkgutil
import re
from types import SimpleNamespace
from typing import Any

import pytest

import jobhome_score
from jobhome_score import patterns
from jobhome_score.patterns import pattern

MODULES = sorted(
    name
    for _, name, _ in pkgutil.walk_packages(jobhome_score.__path__, "jobhome_score.")
    if not name.endswith("__main__")
)


def late(module: str) -> dict[str, Any]:
    """The late patterns of a module by name."""
    held = vars(importlib.import_module(module))
    return {name: one for name, one in held.items() if type(one) is patterns._Late}  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", [name for name in MODULES if late(name)])
def test_every_pattern_can_be_compiled(module: str) -> None:
    for name, one in late(module).items():
        assert isinstance(re.compile(one.pattern, one.flags), re.Pattern), name


def test_a_late_pattern_does_what_a_compiled_one_does() -> None:
    one, other = pattern("(a)(B)?", re.IGNORECASE), re.compile("(a)(B)?", re.IGNORECASE)

    assert one.findall("ab A") == other.findall("ab A") == [("a", "b"), ("A", "")]
    assert one.sub(r"<\1>", "xab") == other.sub(r"<\1>", "xab") == "x<a>"
    assert one.flags == other.flags
    assert one.groups == 2


def test_it_is_compiled_once_and_only_when_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []

    def counted(written: str) -> re.Pattern[str]:
        compiled.append(written)
        return re.compile(written)

    monkeypatch.setattr(patterns, "re", SimpleNamespace(compile=counted))

    one = pattern("a+")
    assert compiled == []
    assert [bool(one.fullmatch(text)) for text in ("aa", "b", "a")] == [True, False, True]
    assert compiled == ["a+"]


def test_a_pattern_that_is_none_fails_where_it_is_used() -> None:
    with pytest.raises(re.error):
        pattern("(").match("a")
