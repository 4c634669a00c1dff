"""Named tuples behave as those of the standard library do, where the house uses them."""

import copy
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
