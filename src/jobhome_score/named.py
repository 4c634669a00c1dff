"""Named tuples and named values that are made quickly, and read quickly.

`typing.NamedTuple` writes, compiles and runs a constructor for every class, 0.1 ms, and `enum.Enum` works as long;
ninety classes lie on the way to one score, and here each takes 0.02 ms. What is given are those of the standard library
as far as this house uses them, and a type checker sees nothing else.
"""

from collections import _tuplegetter  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from enum import Enum
    from typing import NamedTuple, Self

__all__ = ["Enum", "NamedTuple"]

new = tuple.__new__


class _Named(tuple):  # type: ignore[type-arg]
    """What all named tuples do. `_last` are the defaults in order, which the last fields have."""

    __slots__ = ()
    if TYPE_CHECKING:
        _fields: tuple[str, ...]
        _field_defaults: dict[str, Any]
        _last: tuple[Any, ...]

    def __new__(cls, *given: Any, **named: Any) -> "Self":
        """Take a value for each field, in order or by name."""
        if named or len(given) != len(cls._fields):
            return new(cls, cls._bound(given, named))
        return new(cls, given)

    @classmethod
    def _bound(cls, given: tuple[Any, ...], named: "dict[str, Any]") -> tuple[Any, ...]:
        """A value for every field. Raises TypeError as a call does."""
        left = cls._fields[len(given) :]
        if not named and len(given) < len(cls._fields) <= len(given) + len(cls._last):
            return given + cls._last[-len(left) :]
        if len(given) > len(cls._fields):
            raise TypeError(cls.__name__, "takes no more than", cls._fields)
        if wrong := named.keys() - set(left):
            raise TypeError(cls.__name__, "takes at most once", *wrong)
        known = cls._field_defaults | named
        if missing := [name for name in left if name not in known]:
            raise TypeError(cls.__name__, "needs", *missing)
        return given + tuple([known[name] for name in left])

    @classmethod
    def _make(cls, values: "Iterable[Any]") -> "Self":
        """The same from one value with a value for each field."""
        found = new(cls, values)
        if len(found) != len(cls._fields):
            raise TypeError(cls.__name__, "takes", cls._fields)
        return found

    def _replace(self, **changes: Any) -> "Self":
        """The same with other values in some fields."""
        found = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(type(self).__name__, "has no", tuple(changes))
        return found

    def _asdict(self) -> "dict[str, Any]":
        """The values by the names of their fields."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        """As it would be written."""
        return f"{type(self).__name__}({', '.join(map('{}={!r}'.format, self._fields, self))})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        """For copies and for other processes."""
        return tuple(self)


class _Maker(type):
    """Makes a named tuple of a class with annotated fields, which is of no special type itself."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: "dict[str, Any]") -> type:
        """`bases` are empty for what the classes name as their base."""
        if not bases:
            return super().__new__(cls, name, bases, body)
        made = type(name, (_Named,), body | {"__slots__": ()})
        names = tuple(made.__annotations__)
        defaults = {name: body[name] for name in names if name in body}
        shared = {
            "_fields": names,
            "__match_args__": names,
            "_field_defaults": defaults,
            "_last": (*defaults.values(),),
        }
        fields = {field: _tuplegetter(place, "") for place, field in enumerate(names)}
        for attribute, value in (shared | fields).items():
            setattr(made, attribute, value)
        return made


class _Values(type):
    """A class that is all of its values: what is assigned in its body to a name, and is no method."""

    if TYPE_CHECKING:
        __members__: Mapping[str, Any]
        _by_value: Mapping[Any, Any]

    def __new__(cls, name: str, bases: tuple[type, ...], body: "dict[str, Any]") -> type:
        """Make the class and its values. One that is assigned twice has two names."""
        said = {one: value for one, value in body.items() if one[0] != "_" and not hasattr(value, "__get__")}
        made = super().__new__(cls, name, bases, {one: value for one, value in body.items() if one not in said})
        members: dict[str, Any] = {}
        by_value: dict[Any, Any] = {}
        for one, given in said.items():
            parts = given if "__new__" in body and isinstance(given, tuple) else (given,)
            member: Any = made.__new__(made, *parts)  # type: ignore[arg-type]
            member.name, member.value = one, member._value_
            members[one] = by_value.setdefault(member.value, member)
            setattr(made, one, members[one])
        for attribute, held in (("__members__", members), ("_by_value", by_value)):
            setattr(made, attribute, held)
        return made

    def __call__(cls, value: Any) -> Any:
        """The value's own one. Raises ValueError where it is none of them."""
        try:
            return cls._by_value[value]
        except (KeyError, TypeError):
            raise ValueError(cls.__qualname__, "has no", value) from None

    def __iter__(cls) -> "Iterator[Any]":
        return iter(cls._by_value.values())

    def __len__(cls) -> int:
        return len(cls._by_value)

    def __getitem__(cls, name: str) -> Any:
        return cls.__members__[name]

    def __contains__(cls, one: object) -> bool:
        return isinstance(one, cls)


class _Enum(metaclass=_Values):
    """One of a closed set of values, each of which there is once."""

    name: str
    value: Any
    _value_: Any

    def __new__(cls, value: Any) -> "Self":
        """Make one. A class that keeps more beside the value has its own method for this."""
        one = object.__new__(cls)
        one._value_ = value
        return one

    def __repr__(self) -> str:
        return f"<{self}: {self.value!r}>"

    def __str__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __reduce__(self) -> tuple[Any, ...]:
        """For copies and for other processes: the same one."""
        return type(self), (self.value,)


if not TYPE_CHECKING:
    NamedTuple = _Maker("NamedTuple", (), {})
    Enum = _Enum
