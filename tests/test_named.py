"""Named tuples and named values behave as those of the standard library do, where the house uses them."""

import copy
import enum
import pickle
import typing
from typing import Any

import pytest

from jobhome_score import named


class Ours(named.NamedTuple):
    """With defaults, a method and a property of its own."""

    name: str
    minutes: int = 5
    notes: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        return self.minutes > 5

    def shout(self) -> str:
        return self.name.upper()


class Theirs(typing.NamedTuple):
    """The same."""

    name: str
    minutes: int = 5
    notes: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        return self.minutes > 5

    def shout(self) -> str:
        return self.name.upper()


class Pair(named.NamedTuple):
    """Without defaults."""

    first: int
    second: int


KINDS = pytest.mark.parametrize("made", [Ours, Theirs])
Given = tuple[tuple[Any, ...], dict[str, Any]]


@KINDS
@pytest.mark.parametrize(
    "given",
    [
        (("a",), {}), (("a", 7), {}), (("a", 7, ("x",)), {}), ((), {"name": "a"}), (("a",), {"notes": ("x",)}),
        ((), {"notes": (), "minutes": 1, "name": "a"}), (("a", 7), {"notes": ("x",)}),
    ],
)  # fmt: skip
def test_fields_come_in_order_or_by_name_and_the_rest_by_default(made: Any, given: Given) -> None:
    one, same = made(*given[0], **given[1]), Theirs(*given[0], **given[1])

    assert tuple(one) == tuple(same)
    assert (one.name, one.minutes, one.notes, one.late, one.shout()) == (*same, same.late, same.shout())


@KINDS
@pytest.mark.parametrize(
    "given",
    [
        ((), {}), ((1, 2, 3, 4), {}), (("a",), {"name": "b"}), (("a",), {"other": 1}), ((), {"minutes": 1}),
        ((1, 2, 3), {"notes": ()}), (("a", 7), {"minutes": 7}), (("a",), {"minutes": 7, "other": 1}),
    ],
)  # fmt: skip
def test_a_wrong_call_is_refused(made: Any, given: Given) -> None:
    with pytest.raises(TypeError):
        made(*given[0], **given[1])


@pytest.mark.parametrize("given", [(), (1,), (1, 2, 3)])
def test_without_defaults_every_field_is_needed(given: tuple[int, ...]) -> None:
    with pytest.raises(TypeError):
        Pair(*given)
    assert tuple(Pair(1, second=2)) == (1, 2)


@KINDS
def test_the_tools_of_named_tuples_work(made: Any) -> None:
    one = made("a", 7)

    assert made._fields == made.__match_args__ == ("name", "minutes", "notes")
    assert made._field_defaults == {"minutes": 5, "notes": ()}
    assert one._asdict() == {"name": "a", "minutes": 7, "notes": ()}
    assert one._replace(minutes=6) == made("a", 6) == made._make(["a", 6, ()])
    assert repr(one) == f"{made.__name__}(name='a', minutes=7, notes=())"
    assert typing.get_type_hints(made) == {"name": str, "minutes": int, "notes": tuple[str, ...]}
    with pytest.raises(ValueError, match="other"):
        one._replace(other=1)
    with pytest.raises(TypeError):
        made._make(["a"])


@KINDS
def test_it_is_a_tuple_that_does_not_change(made: Any) -> None:
    one = made("a")
    name, *rest = one

    assert type(made) is type
    assert (name, rest, one == ("a", 5, ()), hash(one) == hash(("a", 5, ()))) == ("a", [5, ()], True, True)
    with pytest.raises(AttributeError):
        one.name = "b"
    with pytest.raises(AttributeError):
        one.other = "b"
    match one:
        case made(name, minutes):
            assert (name, minutes) == ("a", 5)


@KINDS
def test_values_travel_to_other_processes_and_are_copied(made: Any) -> None:
    one = made("a", 7)

    sent = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own

    assert sent == copy.deepcopy(one) == copy.copy(one) == one
    assert type(sent) is made


class Way(named.Enum):
    """Ours, with a method; one value has two names."""

    ON_FOOT = "foot"
    BY_BUS = "bus"
    BY_COACH = "bus"  # another name

    def shout(self) -> str:
        return self.value.upper()


class TheirWay(enum.Enum):
    """The same."""

    ON_FOOT = "foot"
    BY_BUS = "bus"
    BY_COACH = "bus"  # noqa: PIE796 - another name

    def shout(self) -> str:
        return self.value.upper()


class Told(named.Enum):
    """Ours, with more beside the value."""

    known: bool

    def __new__(cls, value: str, known: bool = True) -> typing.Self:
        one = object.__new__(cls)
        one._value_ = value
        one.known = known
        return one

    HERE = "here"
    GONE = "gone", False


WAYS = pytest.mark.parametrize("way", [Way, TheirWay])


@WAYS
def test_values_have_names_and_are_found_by_either(way: Any) -> None:
    assert [(one.name, one.value, str(one), one.shout()) for one in way] == [
        ("ON_FOOT", "foot", f"{way.__name__}.ON_FOOT", "FOOT"),
        ("BY_BUS", "bus", f"{way.__name__}.BY_BUS", "BUS"),
    ]
    assert way("bus") is way["BY_BUS"] is way.BY_BUS is way.BY_COACH
    assert (len(way), way.ON_FOOT in way, way.ON_FOOT == way.BY_BUS, way.ON_FOOT == "foot") == (2, True, False, False)
    assert list(way.__members__) == ["ON_FOOT", "BY_BUS", "BY_COACH"]
    assert repr(way.ON_FOOT) == f"<{way.__name__}.ON_FOOT: 'foot'>"
    assert f"{way.ON_FOOT}" == f"{way.__name__}.ON_FOOT"


@WAYS
@pytest.mark.parametrize("value", ["car", None, 1, ["foot"], {}])
def test_what_is_none_of_the_values_is_refused(way: Any, value: Any) -> None:
    with pytest.raises(ValueError, match="Way"):
        way(value)


@WAYS
def test_each_value_is_there_once_also_where_it_is_copied_or_sent(way: Any) -> None:
    one = way.BY_BUS

    assert pickle.loads(pickle.dumps(one)) is copy.deepcopy(one) is copy.copy(one) is one  # noqa: S301 - our own
    assert {one: 1}[way("bus")] == 1


def test_more_may_stand_beside_a_value() -> None:
    assert [(one.value, one.known, one.name) for one in Told] == [("here", True, "HERE"), ("gone", False, "GONE")]
    assert Told("gone") is Told.GONE
