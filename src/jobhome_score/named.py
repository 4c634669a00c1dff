"""Named tuples that are made quickly: `typing.NamedTuple` writes, compiles and runs a constructor for every class.

That takes 0.1 ms, and sixty classes lie on the way to one score; here they share their methods (0.02 ms). What is given
is the `NamedTuple` of the standard library as far as this house uses it, and a type checker sees nothing else.
"""

from operator import itemgetter
from typing import TYPE_CHECKING, Any

try:
    from collections import _tuplegetter as field_at  # type: ignore[attr-defined]
except ImportError:  # no part of the language

    def field_at(place: int, told: str) -> property:
        """The field at a place, as an attribute."""
        return property(itemgetter(place), doc=told)


if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NamedTuple, Self

__all__ = ["NamedTuple"]

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
        fields = {field: field_at(place, "") for place, field in enumerate(names)}
        for attribute, value in (shared | fields).items():
            setattr(made, attribute, value)
        return made


if not TYPE_CHECKING:
    NamedTuple = _Maker("NamedTuple", (), {})
