"""The shapes of single values: texts, numbers and choices, each exact and each with bounds."""

import datetime as dt
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final

from jobhome_score.ledgers.days import Span
from jobhome_score.patterns import pattern
from jobhome_score.records import dataclass
from jobhome_score.stored.days import Day, Months, Time
from jobhome_score.stored.shapes import At, Book, Plain, Shape, Wrong

FRACTION: Final = pattern(r"(-?[0-9]{1,1000})(?:/([0-9]{1,1000}))?")
"""Longer ones could not be printed in full; no sum of shares comes near."""

DECIMAL: Final = pattern(r"-?[0-9]{1,60}(?:\.[0-9]{1,60})?(?:E[+-]?[0-9]{1,2})?")
LARGEST: Final = 10**30
"""Larger numbers count nothing; spreadsheets could not hold them."""


@dataclass(frozen=True, slots=True)
class Text:
    """Any text."""

    label: str = "text"

    def write(self, value: str, _: Book) -> Plain:
        """The text itself."""
        return value

    def read(self, node: Plain, at: At, _: Book) -> str:
        """The text itself."""
        if not isinstance(node, str):
            raise Wrong(at, "text", node)
        return node


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    label: str = "whole"

    def write(self, value: int, _: Book) -> Plain:
        """The number itself."""
        return value

    def read(self, node: Plain, at: At, _: Book) -> int:
        """The number itself."""
        if not isinstance(node, int) or isinstance(node, bool) or abs(node) >= LARGEST:
            raise Wrong(at, "whole_number", node)
        return node


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false."""

    label: str = "yes_no"

    def write(self, value: bool, _: Book) -> Plain:
        """The truth value itself."""
        return value

    def read(self, node: Plain, at: At, _: Book) -> bool:
        """The truth value itself."""
        if not isinstance(node, bool):
            raise Wrong(at, "yes_no", node)
        return node


@dataclass(frozen=True, slots=True)
class Exact:
    """A fraction as text: 38, 2/3."""

    label: str = "fraction"

    def write(self, value: Fraction, _: Book) -> Plain:
        """Numerator and denominator."""
        return str(value)

    def read(self, node: Plain, at: At, _: Book) -> Fraction:
        """The fraction."""
        found = FRACTION.fullmatch(node) if isinstance(node, str) else None
        below = int(found[2] or 1) if found else 0
        if not found or not below or abs(int(found[1])) >= LARGEST * below:
            raise Wrong(at, "fraction", node)
        return Fraction(int(found[1]), below)


@dataclass(frozen=True, slots=True)
class Digits:
    """A decimal as text, with the digits it was written with: 1200000.00."""

    label: str = "decimal"

    def write(self, value: Decimal, _: Book) -> Plain:
        """The decimal's own digits."""
        return str(value)

    def read(self, node: Plain, at: At, _: Book) -> Decimal:
        """The decimal."""
        if not isinstance(node, str) or not DECIMAL.fullmatch(node) or abs(Fraction(node)) >= LARGEST:
            raise Wrong(at, "decimal", node)
        return Decimal(node)


@dataclass(frozen=True, slots=True)
class OneOf:
    """A member of an enumeration by its value."""

    kind: type[Enum]

    @property
    def label(self) -> str:
        """The enumeration's own name."""
        return self.kind.__name__.lower()

    def write(self, value: Enum, _: Book) -> Plain:
        """Its public name."""
        return value.value

    def read(self, node: Plain, at: At, _: Book) -> Enum:
        """The member."""
        try:
            return self.kind(node)
        except ValueError:
            raise Wrong(at, "choice", node, "、".join(str(one.value) for one in self.kind)) from None


@dataclass(frozen=True, slots=True)
class Named:
    """A part of the rubric by its name."""

    kind: type

    @property
    def label(self) -> str:
        """The kind of part."""
        return self.kind.__name__.lower()

    def write(self, value: object, book: Book) -> Plain:
        """The name of this very part."""
        return book.names.names[id(value)]

    def read(self, node: Plain, at: At, book: Book) -> object:
        """The part of the rubric."""
        found = book.names.things.get((self.kind, node)) if isinstance(node, str) else None
        if found is None:
            raise Wrong(at, "not_in_rubric", node)
        return found


AS_IT_IS: Final = frozenset({str, int, bool, type(None)})


@dataclass(frozen=True, slots=True)
class Value:
    """What a row of a ledger holds in a column: texts, whole numbers and yes or no as they are, all else by label."""

    label: str = "value"

    def write(self, value: object, book: Book) -> Plain:
        """The value itself, or under the label of its type."""
        if type(value) in AS_IT_IS:
            return value
        shape = LEAVES[type(value)]
        return {shape.label: shape.write(value, book)}

    def read(self, node: Plain, at: At, book: Book) -> object:
        """The value."""
        if isinstance(node, int) and not isinstance(node, bool):
            return Whole().read(node, at, book)
        if type(node) in AS_IT_IS:
            return node
        label = next(iter(node)) if isinstance(node, dict) and len(node) == 1 else ""
        if label not in LABELLED:
            raise Wrong(at, "value", node)
        return LABELLED[label].read(node[label], at / label, book)


LABELLED: Final[dict[str, Shape]] = {shape.label: shape for shape in (Digits(), Exact(), Day(), Months())}

LEAVES: Final[dict[Any, Shape]] = {
    str: Text(), int: Whole(), bool: YesNo(), Fraction: Exact(), Decimal: Digits(), dt.date: Day(), dt.datetime: Time(),
    Span: Months(), object: Value(),
}  # fmt: skip
"""The shape of every type that is not made of others."""
