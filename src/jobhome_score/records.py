"""Data classes that are made quickly: a command line is judged by its first half second.

`dataclasses` writes, compiles and runs the methods of every class when its module is imported, 0.6 ms for each, and a
hundred classes lie on the way to one score. Here they share methods that go by the names of the fields. What is given
is the `dataclass` of the standard library as far as this house uses it (its tools, `fields` and `replace` among them,
work on these classes too), and a type checker sees nothing else. That module itself is loaded for its tools alone: with
`inspect`, which it needs, it costs 8 ms.
"""

from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import MISSING, Field, dataclass, field, replace
else:
    MISSING = type("_Missing", (), {"__repr__": lambda _: "MISSING"})()

__all__ = ["MISSING", "dataclass", "defaults", "field", "replace"]


class _Field:
    """What is said of a field beyond its type. The arguments are those of `dataclasses.field`."""

    __slots__ = ("compare", "default", "default_factory", "repr")

    def __init__(
        self, *, default: Any = MISSING, default_factory: Any = MISSING, repr: bool = True, compare: bool = True  # noqa: A002
    ) -> None:  # fmt: skip
        self.default, self.default_factory, self.repr, self.compare = default, default_factory, repr, compare

    def made(self) -> Any:
        """What the field holds by default; MISSING if nothing is said."""
        return self.default if self.default_factory is MISSING else self.default_factory()


class _Plan:
    """The fields of a class, in order: their names and what each holds by default, by itself or from a factory."""

    __slots__ = ("after", "compared", "defaults", "names", "put", "shown")

    def __init__(self, cls: type, own: "dict[str, Any]") -> None:
        """`own` are the fields declared by the class itself, with their defaults; those of its bases come first."""
        inherited: dict[str, Any] = {}
        for base in reversed(cls.__mro__[1:]):
            inherited |= getattr(base.__dict__.get("__plan__"), "defaults", {})
        self.defaults = inherited | own
        self.names = tuple(self.defaults)
        special = {name: one for name, one in self.defaults.items() if isinstance(one, _Field)}
        self.shown = tuple(name for name in self.names if name not in special or special[name].repr)
        compared = [name for name in self.names if name not in special or special[name].compare]
        self.compared = _values(compared)
        self.put: tuple[Callable[[Any, Any], None], ...] = ()
        self.after = hasattr(cls, "__post_init__")

    def bound(self, cls: type, given: tuple[Any, ...], named: "dict[str, Any]") -> "list[Any]":
        """A value for every field, from arguments, names and defaults. Raises TypeError as a call does."""
        if len(given) > len(self.names):
            raise TypeError(cls.__name__, "takes no more than", self.names)
        values = list(given)
        for name in self.names[len(given) :]:
            if name in named:
                values.append(named.pop(name))
                continue
            default = self.defaults[name]
            if isinstance(default, _Field):
                default = default.made()
            if default is MISSING:
                raise TypeError(cls.__name__, "needs", name)
            values.append(default)
        if named:
            raise TypeError(cls.__name__, "takes at most once", tuple(named))
        return values


def _values(names: "list[str]") -> "Callable[[Any], tuple[Any, ...]]":
    """What reads these fields off a value, always as a tuple."""
    if len(names) == 1:
        (name,) = names
        return lambda value: (getattr(value, name),)
    return attrgetter(*names) if names else lambda _: ()


def _init(self: Any, *given: Any, **named: Any) -> None:
    """Take a value for each field, in order or by name."""
    plan = self.__plan__
    values = plan.bound(type(self), given, named) if named or len(given) != len(plan.names) else given
    for put, value in zip(plan.put, values, strict=True):
        put(self, value)
    if plan.after:
        self.__post_init__()


def _equal(self: Any, other: Any) -> Any:
    """Whether another of the same class holds the same."""
    if type(other) is not type(self):
        return NotImplemented
    compared = self.__plan__.compared
    return compared(self) == compared(other)


def _hashed(self: Any) -> int:
    """By what it holds."""
    return hash(self.__plan__.compared(self))


def _less(self: Any, other: Any) -> Any:
    """In the order of the fields."""
    if type(other) is not type(self):
        return NotImplemented
    compared = self.__plan__.compared
    return compared(self) < compared(other)


def _not_more(self: Any, other: Any) -> Any:
    return NotImplemented if type(other) is not type(self) else not _less(other, self)


def _shown(self: Any) -> str:
    """As it would be written."""
    held = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__plan__.shown)
    return f"{type(self).__qualname__}({held})"


def _frozen(self: Any, name: str, *_: Any) -> None:
    """Refuse: what leaves a room does not change."""
    from dataclasses import FrozenInstanceError  # loaded for who makes that mistake

    raise FrozenInstanceError(type(self).__name__, "does not change", name)


def _reduced(self: Any) -> Any:
    """For copies and for other processes."""
    return type(self), tuple(getattr(self, name) for name in self.__plan__.names)


class _Fields:
    """The fields as the tools of `dataclasses` want them, worked out for who asks first and then kept by the class."""

    def __get__(self, _: Any, owner: type) -> "dict[str, Field[Any]]":
        from dataclasses import field, fields, make_dataclass  # loaded for who uses its tools
        from inspect import get_annotations

        plan = owner.__plan__  # type: ignore[attr-defined]
        types: dict[str, Any] = {}
        for base in reversed(owner.__mro__):
            types |= get_annotations(base)
        twin = make_dataclass(
            owner.__name__,
            [(name, types[name], field(**_said(default))) for name, default in plan.defaults.items()],
        )
        found = {one.name: one for one in fields(twin)}
        owner.__dataclass_fields__ = found  # type: ignore[attr-defined]
        return found


def _said(default: Any) -> "dict[str, Any]":
    """What is said of a field, as arguments for the standard library's."""
    if isinstance(default, _Field):
        said = {name: getattr(default, name) for name in _Field.__slots__}
        return {name: what for name, what in said.items() if what is not MISSING}
    return {} if default is MISSING else {"default": default}


FIELDS = _Fields()
EXTRA = {"__init__": _init, "__repr__": _shown, "__reduce__": _reduced, "__dataclass_fields__": FIELDS}
EQUAL = {"__eq__": _equal}
ORDER = {"__lt__": _less, "__le__": _not_more}
FROZEN = {"__setattr__": _frozen, "__delattr__": _frozen}


def _dataclass(
    cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, eq: bool = True, order: bool = False
) -> Any:
    """Make a class of fields of the annotations of one. The arguments are those of `dataclasses.dataclass`."""
    if cls is None:
        return lambda cls: _dataclass(cls, frozen=frozen, slots=slots, eq=eq, order=order)
    body = {name: value for name, value in cls.__dict__.items() if name not in ("__dict__", "__weakref__")}
    own = {name: body.pop(name, MISSING) for name in cls.__annotations__}
    hashed = {"__hash__": (_hashed if frozen else None)} if eq else {}
    made = EXTRA | (EQUAL if eq else {}) | hashed | (ORDER if order else {}) | (FROZEN if frozen else {})
    if slots:
        made["__slots__"] = tuple(own)
    plan = _Plan(cls, own)
    made |= {"__plan__": plan, "__match_args__": plan.names}
    found = type(cls)(cls.__name__, cls.__bases__, made | body)
    found.__qualname__ = cls.__qualname__
    plan.put = tuple(_putter(found, name) for name in plan.names)
    return found


def _putter(cls: type, name: str) -> "Callable[[Any, Any], None]":
    """What puts a value into a field: its slot where it has one, else the dictionary of the value."""
    slot = getattr(cls, name, None)
    if hasattr(slot, "__set__"):
        return slot.__set__  # type: ignore[union-attr, no-any-return]
    return lambda value, what: value.__dict__.__setitem__(name, what)


def _replace(one: Any, /, **changes: Any) -> Any:
    """The same with other values in some fields."""
    values = {name: getattr(one, name) for name in one.__plan__.names}
    return type(one)(**(values | changes))


def defaults(cls: type) -> "dict[str, Any] | None":
    """Every field of a class with its default, MISSING where there is none; None for a class of another kind."""
    plan: _Plan | None = getattr(cls, "__plan__", None)
    if plan is None:
        return None
    return {name: one.made() if isinstance(one, _Field) else one for name, one in plan.defaults.items()}


if not TYPE_CHECKING:
    dataclass, field, replace = _dataclass, _Field, _replace
