"""Shapes: how a value of a type is written as plain data and read back, or refused at its place."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Rubric
from jobhome_score.stored.names import Names

Plain = Any
"""What JSON knows: None, booleans, whole numbers, texts, lists, mappings by text."""

LONGEST_FOUND: Final = 40
PAIR: Final = 2


class At(str):
    """Where something stands in plain data: exact.assessment.result.score.sections[2]."""

    __slots__ = ()

    def __truediv__(self, step: str | int) -> "At":
        """A step further: into a mapping by name, into a list by number, counted from 1."""
        if isinstance(step, int):
            return At(f"{self}[{step}]")
        return At(f"{self}.{step}" if self else step)


class Wrong(Exception):
    """The first place of plain data that is not what stands there in every assessment, and what was wanted instead."""

    def __init__(self, at: At, code: str, found: object = None, wanted: str = "") -> None:
        """Keep the place, the kind of mistake, what was found, and what is allowed there."""
        super().__init__(at, code)
        self.at, self.code, self.wanted = at, code, wanted
        self.found = _brief(found)


def _brief(found: object) -> str:
    """What was found, in few characters; lists and mappings by their first sign alone."""
    if isinstance(found, Mapping | list):
        return "{…}" if isinstance(found, Mapping) else "[…]"
    text = str(found).lower() if isinstance(found, bool) else "null" if found is None else str(found)
    return text if len(text) <= LONGEST_FOUND else text[:LONGEST_FOUND] + "…"


@dataclass(frozen=True, slots=True)
class Book:
    """What stored values lean on: the rubric with its names, the options used, the sheets that places stand in."""

    rubric: Rubric
    names: Names
    options: Mapping[str, str]
    sheets: dict[tuple[str, str], int] = field(default_factory=dict)
    """Every sheet by its number; grows while places are written."""

    given: Mapping[str, object] = field(default_factory=dict)
    """Fields that are known already, so that they are not stored."""


class Shape(Protocol):
    """How values of one type are written and read."""

    @property
    def label(self) -> str:
        """What a value is called where several types may stand."""

    def write(self, value: Any, book: Book, /) -> Plain:
        """The value as plain data."""

    def read(self, node: Plain, at: At, book: Book, /) -> Any:
        """The value that was written. Raises Wrong."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """A value or None."""

    inner: Shape

    @property
    def label(self) -> str:
        """What the value itself is called."""
        return self.inner.label

    def write(self, value: Any, book: Book) -> Plain:
        """The value, or null."""
        return None if value is None else self.inner.write(value, book)

    def read(self, node: Plain, at: At, book: Book) -> Any:
        """The value, or None."""
        return None if node is None else self.inner.read(node, at, book)


@dataclass(frozen=True, slots=True)
class Either:
    """A value of one of several types, written with what it is called: `{"tally": {"met": 11, …}}`."""

    choices: Mapping[str, tuple[type | tuple[type, ...], Shape]]
    label: str = "either"

    def write(self, value: Any, book: Book) -> Plain:
        """The value under its label; null stays null."""
        if value is None:
            return None
        for label, (kind, shape) in self.choices.items():
            if isinstance(value, kind):
                return {label: shape.write(value, book)}
        raise TypeError(type(value))

    def read(self, node: Plain, at: At, book: Book) -> Any:
        """The value by its label."""
        if node is None:
            return None
        if not isinstance(node, dict) or len(node) != 1 or next(iter(node)) not in self.choices:
            raise Wrong(at, "either", node, "、".join(self.choices))
        label, inner = next(iter(node.items()))
        return self.choices[label][1].read(inner, at / label, book)


@dataclass(frozen=True, slots=True)
class Listed:
    """Values in a row; read back as a tuple."""

    inner: Shape
    label: str = "list"

    def write(self, value: Sequence[Any], book: Book) -> Plain:
        """Each value in turn."""
        write = self.inner.write
        return [write(one, book) for one in value]

    def read(self, node: Plain, at: At, book: Book) -> Any:
        """A tuple."""
        return tuple(self.inner.read(one, at / number, book) for number, one in enumerate(listed(node, at), 1))


@dataclass(frozen=True, slots=True)
class Gathered:
    """Texts in no order; written sorted, read back as a frozen set."""

    inner: Shape
    label: str = "set"

    def write(self, value: frozenset[str], book: Book) -> Plain:
        """The texts in their order."""
        return [self.inner.write(one, book) for one in sorted(value)]

    def read(self, node: Plain, at: At, book: Book) -> Any:
        """A frozen set."""
        return frozenset(self.inner.read(one, at, book) for one in listed(node, at))


@dataclass(frozen=True, slots=True)
class Paired:
    """Values by name, in their order."""

    inner: Shape
    label: str = "map"

    def write(self, value: Mapping[str, Any], book: Book) -> Plain:
        """Each value by its name."""
        return {name: self.inner.write(one, book) for name, one in value.items()}

    def read(self, node: Plain, at: At, book: Book) -> Any:
        """A mapping in the same order."""
        return {name: self.inner.read(one, at / name, book) for name, one in paired(node, at).items()}


@dataclass(frozen=True, slots=True)
class Entries:
    """Values by something else than a name: `[[key, value], …]`, in their order."""

    key: Shape
    inner: Shape
    label: str = "entries"

    def write(self, value: Mapping[Any, Any], book: Book) -> Plain:
        """Each value behind its key."""
        return [[self.key.write(key, book), self.inner.write(one, book)] for key, one in value.items()]

    def read(self, node: Plain, at: At, book: Book) -> Any:
        """A mapping in the same order."""
        found: dict[Any, Any] = {}
        for number, pair in enumerate(listed(node, at), 1):
            here = at / number
            if len(listed(pair, here)) != PAIR:
                raise Wrong(here, "as_many", str(len(pair)), str(PAIR))
            found[self.key.read(pair[0], here / 1, book)] = self.inner.read(pair[1], here / 2, book)
        return found


def listed(node: Plain, at: At) -> list[Plain]:
    """The items of a list. Raises Wrong for anything else."""
    if not isinstance(node, list):
        raise Wrong(at, "list", node)
    return node


def paired(node: Plain, at: At) -> dict[str, Plain]:
    """The values of a mapping by name. Raises Wrong for anything else."""
    if not isinstance(node, dict):
        raise Wrong(at, "map", node)
    return node
