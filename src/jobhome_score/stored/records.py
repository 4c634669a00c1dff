"""The shapes of our own classes, made from their fields: a field added there is stored from then on by itself."""

import types
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cache
from typing import Any, Final, Protocol, Union, get_args, get_origin, get_type_hints

from jobhome_score.assessment import Assessment, Request
from jobhome_score.evidence import Place
from jobhome_score.insight.pacing import Pacing
from jobhome_score.insight.sensitivity import Outcome
from jobhome_score.records import MISSING, dataclass, defaults
from jobhome_score.rubric.document import Indicator, Obligation, Rule, Section, Term
from jobhome_score.scoring.results import Miss
from jobhome_score.stored.leaves import LEAVES, Named, OneOf, Text
from jobhome_score.stored.rows import Later, Places, Says
from jobhome_score.stored.shapes import (
    At,
    Book,
    Either,
    Entries,
    Gathered,
    Listed,
    Maybe,
    Paired,
    Plain,
    Shape,
    Wrong,
    paired,
)

LATE: Final = {"Pacing": Pacing}
"""Types that fields are annotated with by name, because the class is needed also where none of them is."""

NEEDED: Final = object()
"""What stands for the default of a field that has none."""


class FieldShape(Protocol):
    """How one field of a class is written and read."""

    @property
    def name(self) -> str:
        """The field."""

    def write(self, owner: Any, into: dict[str, Plain], book: Book, /) -> None:
        """Write the field of a value, or leave it out."""

    def read(self, found: Mapping[str, Plain], at: At, got: Mapping[str, Any], book: Book, /) -> Any:
        """The field's value; `got` are the fields before it. Raises Wrong."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field like any other. One that holds its default is left out."""

    name: str
    shape: Shape
    default: object

    def write(self, owner: Any, into: dict[str, Plain], book: Book) -> None:
        """Write what is not the default."""
        value = getattr(owner, self.name)
        empty = self.default == () and not value  # a list without items is an empty tuple too
        if self.default is NEEDED or (value != self.default and not empty):
            into[self.name] = self.shape.write(value, book)

    def read(self, found: Mapping[str, Plain], at: At, got: Mapping[str, Any], book: Book) -> Any:
        """What is written, else the default."""
        del got
        if self.name in found:
            return self.shape.read(found[self.name], at / self.name, book)
        if self.default is NEEDED:
            raise Wrong(at / self.name, "absent")
        return self.default


@dataclass(frozen=True, slots=True)
class Given:
    """A field that is known already: what the rubric gives, and when the result was made."""

    name: str

    def write(self, owner: Any, into: dict[str, Plain], book: Book) -> None:
        """Nothing is stored."""

    def read(self, found: Mapping[str, Plain], at: At, got: Mapping[str, Any], book: Book) -> Any:
        """What is known."""
        del found, at, got
        return book.given[self.name]


@dataclass(frozen=True, slots=True)
class Changed:
    """Options, of which those are stored that differ from the options used: of a full set, or those differing alone."""

    name: str

    def write(self, owner: Any, into: dict[str, Plain], book: Book) -> None:
        """The options that differ, under what they are part of."""
        options = getattr(owner, self.name)
        changed = {name: option for name, option in options.items() if book.options.get(name) != option}
        into[self.name] = {"all_but": changed} if options.keys() == book.options.keys() else {"only": dict(options)}

    def read(self, found: Mapping[str, Plain], at: At, got: Mapping[str, Any], book: Book) -> Any:
        """The options used with those that differ, or the latter alone."""
        del got
        here = at / self.name
        either = paired(found.get(self.name), here)
        if len(either) != 1 or not either.keys() <= {"all_but", "only"}:
            raise Wrong(here, "either", either, "all_but、only")
        changed = Paired(Text()).read(next(iter(either.values())), here, book)
        return {**book.options, **changed} if "all_but" in either else changed


SPECIAL: Final[Mapping[tuple[type, str], FieldShape]] = {
    (Miss, "says"): Says("says"),
    (Outcome, "options"): Changed("options"),
    (Request, "made"): Given("made"),
    **{(Assessment, name): Given(name) for name in ("rubric", "rubric_sha256", "readings", "depends")},
}
NAMED: Final = frozenset({Section, Indicator, Rule, Term, Obligation})


@dataclass(frozen=True, slots=True)
class Record:
    """A class of ours, field by field under its name."""

    kind: Callable[..., Any]
    fields: tuple[FieldShape, ...]
    label: str

    def write(self, value: Any, book: Book) -> Plain:
        """Every field that has something to say."""
        written: dict[str, Plain] = {}
        for field in self.fields:
            field.write(value, written, book)
        return written

    def read(self, node: Plain, at: At, book: Book) -> Any:
        """The value made anew."""
        found = paired(node, at)
        for name in found.keys() - {field.name for field in self.fields}:
            raise Wrong(at / name, "unknown")
        got: dict[str, Any] = {}
        for field in self.fields:
            got[field.name] = field.read(found, at, got, book)
        try:
            return self.kind(**got)
        except ValueError:
            raise Wrong(at, "contradicts") from None


@cache
def record(kind: type) -> Record:
    """The shape of a dataclass or named tuple."""
    hints = get_type_hints(kind, None, LATE)
    made = (SPECIAL.get((kind, name)) or Field(name, shape_of(hints[name]), default) for name, default in _fields(kind))
    return Record(kind, tuple(made), kind.__name__.lower())


def _fields(kind: type) -> list[tuple[str, object]]:
    """Every field with its default."""
    held = defaults(kind)
    if held is None:
        return [(name, kind._field_defaults.get(name, NEEDED)) for name in kind._fields]  # type: ignore[attr-defined]
    return [(name, NEEDED if default is MISSING else default) for name, default in held.items()]


@cache
def shape_of(hint: Any) -> Shape:
    """The shape of a type as fields are annotated with it. Raises TypeError for one that nobody has thought of."""
    if hint in LEAVES:
        return LEAVES[hint]
    if get_origin(hint) is not None:
        return _made_of(get_origin(hint), get_args(hint))
    if hint in NAMED:
        return Named(hint)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return OneOf(hint)
    if isinstance(hint, type) and (defaults(hint) is not None or hasattr(hint, "_fields")):
        return record(hint)
    raise TypeError(hint)


def _made_of(origin: Any, parts: tuple[Any, ...]) -> Shape:
    """The shape of a type that is made of others."""
    if origin in (Union, types.UnionType):
        return _union(tuple(part for part in parts if part is not types.NoneType))
    if origin is Callable and parts[0] == []:
        return Later(shape_of(parts[1]))
    if origin is Mapping:
        return Paired(shape_of(parts[1])) if parts[0] is str else Entries(shape_of(parts[0]), shape_of(parts[1]))
    if origin is frozenset and parts == (str,):
        return Gathered(Text())
    if origin is Sequence or (origin is tuple and parts[1:] == (...,)):
        return Places() if parts[0] is Place else Listed(shape_of(parts[0]))
    raise TypeError(origin, parts)


def _union(parts: tuple[Any, ...]) -> Shape:
    if len(parts) == 1:
        return Maybe(shape_of(parts[0]))
    shapes = ((get_origin(part) or part, shape_of(part)) for part in parts)
    return Either({shape.label: (kind, shape) for kind, shape in shapes})
