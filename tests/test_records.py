"""Records behave as the data classes of the standard library do, where the house uses them."""

import copy
import dataclasses
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from jobhome_score import records

SOURCE = Path(records.__file__).parent.parent

KINDS = pytest.mark.parametrize("made", [records.dataclass, dataclasses.dataclass], ids=["ours", "theirs"])
Made = Callable[..., Any]


def stop(made: Made) -> Any:
    """A frozen class with a default, a factory and a field that is neither shown nor compared."""
    field = records.field if made is records.dataclass else dataclasses.field

    @made(frozen=True, slots=True)
    class Stop:
        name: str
        minutes: int = 5
        notes: dict[str, str] = field(default_factory=dict)
        seen: int = field(default=0, repr=False, compare=False)

        def shout(self) -> str:
            return self.name.upper()

    return Stop


@records.dataclass(frozen=True, slots=True)
class Kept:
    """At the top of a module, where pickle finds it."""

    name: str
    minutes: int = 5


@KINDS
def test_fields_come_in_order_or_by_name_and_the_rest_by_default(made: Made) -> None:
    one = stop(made)("a", seen=3)

    assert (one.name, one.minutes, one.notes, one.seen, one.shout()) == ("a", 5, {}, 3, "A")
    assert stop(made)("a").notes is not stop(made)("a").notes


@KINDS
@pytest.mark.parametrize("given", [((), {}), (("a", 1, {}, 0, 9), {}), (("a",), {"name": "b"}), (("a",), {"other": 1})])
def test_a_wrong_call_is_refused(made: Made, given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    arguments, named = given

    with pytest.raises(TypeError):
        stop(made)(*arguments, **named)


@KINDS
def test_values_that_hold_the_same_are_the_same(made: Made) -> None:
    Stop = stop(made)  # noqa: N806 - a class

    assert Stop("a", 5, {}, 1) == Stop("a", 5, {}, 2)
    assert Stop("a", 5) != Stop("a", 6)
    assert Stop("a", 5) != ("a", 5, {}, 0)
    assert repr(Stop("a", 5, {}, 1)) == "stop.<locals>.Stop(name='a', minutes=5, notes={})"


@KINDS
def test_what_is_frozen_does_not_change(made: Made) -> None:
    one = stop(made)("a")

    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    with pytest.raises((AttributeError, TypeError)):
        one.other = 1


@KINDS
def test_only_what_is_frozen_can_be_hashed(made: Made) -> None:
    @made(frozen=True)
    class Pair:
        left: int
        right: int = 0

    @made
    class Open:
        left: int

    assert hash(Pair(1)) == hash(Pair(1, 0))
    assert len({Pair(1), Pair(1, 0), Pair(2)}) == 2
    with pytest.raises(TypeError):
        hash(Open(1))


@KINDS
def test_without_comparison_every_value_is_its_own(made: Made) -> None:
    @made(frozen=True, eq=False)
    class Node:
        name: str

    one, other = Node("a"), Node("a")
    assert one != other
    assert len({one, other}) == 2


@KINDS
def test_order_is_that_of_the_fields(made: Made) -> None:
    @made(frozen=True, slots=True, order=True)
    class Month:
        year: int
        month: int

    assert min([Month(2026, 2), Month(2025, 9), Month(2026, 1)]) == Month(2025, 9)
    assert Month(2026, 1) < Month(2026, 2) <= Month(2026, 2)
    assert not Month(2026, 2) < Month(2026, 2)
    assert Month(2026, 2) > Month(2026, 1)
    assert Month(2026, 2) >= Month(2026, 2)


@KINDS
def test_fields_of_a_base_come_first(made: Made) -> None:
    @made(frozen=True, slots=True)
    class Kind:
        label: str
        blank: None = None

    @made(frozen=True, slots=True)
    class Choice(Kind):
        options: tuple[str, ...] = ()

    assert Choice("a", None, ("x",)) == Choice("a", options=("x",))
    assert Choice("a").options == ()
    assert Choice.__match_args__ == ("label", "blank", "options")


@KINDS
def test_what_is_worked_out_is_kept_where_there_are_no_slots(made: Made) -> None:
    asked: list[int] = []

    @made(frozen=True)
    class Square:
        side: int

        @cached_property
        def area(self) -> int:
            asked.append(self.side)
            return self.side**2

    one = Square(3)
    assert (one.area, one.area, asked) == (9, 9, [3])


@KINDS
def test_a_value_may_look_at_itself_when_it_is_made(made: Made) -> None:
    @made(frozen=True, slots=True)
    class Positive:
        number: int

        def __post_init__(self) -> None:
            if self.number <= 0:
                raise ValueError(self.number)

    assert Positive(1).number == 1
    with pytest.raises(ValueError, match="0"):
        Positive(0)


@KINDS
def test_the_tools_of_the_standard_library_work(made: Made) -> None:
    one = stop(made)("a", 7, {"x": "y"}, 4)

    assert dataclasses.replace(one, name="b") == stop_like(one, name="b")
    assert [field.name for field in dataclasses.fields(one)] == ["name", "minutes", "notes", "seen"]
    assert dataclasses.is_dataclass(one)
    assert copy.deepcopy(one) == one


def stop_like(one: Any, **changes: Any) -> Any:
    """The same by hand."""
    held = {name: getattr(one, name) for name in ("name", "minutes", "notes", "seen")}
    return type(one)(**(held | changes))


def test_our_own_replace_is_the_same() -> None:
    one = Kept("a", 7)

    assert records.replace(one, name="b") == Kept("b", 7)
    assert one == Kept("a", 7)
    with pytest.raises(TypeError):
        records.replace(one, other=1)


def test_values_travel_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(Kept("a", 7))) == Kept("a", 7)  # noqa: S301 - our own


def test_defaults_are_told_and_none_for_other_classes() -> None:
    assert records.defaults(Kept) == {"name": records.MISSING, "minutes": 5}
    assert records.defaults(stop(records.dataclass)) == {
        "name": records.MISSING,
        "minutes": 5,
        "notes": {},
        "seen": 0,
    }
    assert records.defaults(int) is None


def test_a_class_costs_little() -> None:
    """No code is written and compiled for a class: its constructor is everybody's."""
    one, other = stop(records.dataclass), Kept

    assert one.__init__ is other.__init__


def test_the_standard_library_module_is_loaded_for_its_tools_alone() -> None:
    code = "import sys; from jobhome_score import evidence; print({'dataclasses', 'inspect'} & set(sys.modules))"
    environ = os.environ | {"PYTHONPATH": str(SOURCE)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environ, check=True)
    assert done.stdout.strip() == "set()"
