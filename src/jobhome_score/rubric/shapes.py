"""Shapes: how a piece of a rubric must look. Each reads a node into a value, and describes itself as JSON Schema."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final, Protocol

from jobhome_score.named import NamedTuple
from jobhome_score.patterns import pattern
from jobhome_score.rubric.document import Words
from jobhome_score.rubric.nodes import Items, Mapped, Mark, Node, Refused, RubricProblem, Scalar, unknown

INVALID: Final = object()
"""Stands for a value that could not be read; the reason is among the problems."""

NOTHING = "none"
"""How a rubric says that an optional thing is absent, where a reading needs a word for it."""

JsonSchema = dict[str, Any]
BY_READING: JsonSchema = {"$ref": "#/$defs/by_reading"}


class Shape(Protocol):
    """What a node must be."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return the value, or INVALID after adding to `out`."""

    def schema(self) -> JsonSchema:
        """Return the JSON Schema of the node."""


def or_reading(schema: JsonSchema) -> JsonSchema:
    """The schema of something that a reading may decide."""
    return {"anyOf": [schema, BY_READING]}


class Leaf(NamedTuple):
    """A scalar with a grammar of its own; `convert` raises ValueError where the text does not follow it."""

    wants: str
    convert: Callable[[str], Any]
    json: Mapping[str, Any]

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return the converted scalar."""
        if isinstance(node, Scalar):
            try:
                return self.convert(node.text)
            except ValueError:
                pass
        shown = node.text if isinstance(node, Scalar) else "…"
        out.append(RubricProblem("value", node.mark, (("value", shown), ("wants", self.wants))))
        return INVALID

    def schema(self) -> JsonSchema:
        """Return what an editor should allow."""
        return or_reading(dict(self.json))


DECIMAL_TEXT = pattern(r"(?:0|[1-9][0-9]{0,4})(?:\.[0-9]{1,2})?")
NUMBER_TEXT = pattern(r"(?:0|[1-9][0-9]{0,9})(?:\.[0-9]{1,4})?")
LARGEST_POINTS = 10_000


def _decimal(text: str) -> Decimal:
    number = Decimal(text) if DECIMAL_TEXT.fullmatch(text) else None
    if number is None or number > LARGEST_POINTS:
        raise ValueError(text)
    return number


def _number(text: str) -> tuple[Fraction, bool]:
    bare = text.removesuffix("%")
    if not NUMBER_TEXT.fullmatch(bare):
        raise ValueError(text)
    number = Fraction(bare) if "." in bare else Fraction(int(bare))  # the plain way is the quick one
    return (number, False) if bare == text else (number / 100, True)


def _whole(text: str) -> int:
    if not re.fullmatch(r"0|[1-9][0-9]{0,5}", text):
        raise ValueError(text)
    return int(text)


def _text(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text


def _day(text: str) -> dt.date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise ValueError(text)
    return dt.date.fromisoformat(text)


POINTS = Leaf("points", _decimal, {"type": "number", "minimum": 0, "maximum": LARGEST_POINTS, "multipleOf": 0.01})
NUMBER = Leaf("number", _number, {"type": ["number", "string"], "pattern": r"^[0-9]+(\.[0-9]+)?%?$"})
WHOLE = Leaf("whole", _whole, {"type": "integer", "minimum": 0})
TEXT = Leaf("text", _text, {"type": ["string", "number"]})
DAY = Leaf("day", _day, {"type": "string", "format": "date"})


def one_of(options: type[Enum]) -> Leaf:
    """A word of an enumeration."""
    words = [str(option.value) for option in options]
    return Leaf("、".join(words), options, {"enum": words})


class Optional(NamedTuple):
    """A shape or the word none."""

    shape: Shape

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return None for none."""
        if isinstance(node, Scalar) and node.text == NOTHING:
            return None
        return self.shape.read(node, out)

    def schema(self) -> JsonSchema:
        """Either."""
        return {"anyOf": [self.shape.schema(), {"const": NOTHING}]}


class ListOf(NamedTuple):
    """A list of one shape; a single item may stand for a list of one where `lone` says so."""

    item: Shape
    lone: bool = False
    least: int = 0

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return a tuple."""
        if not isinstance(node, Items):
            if not self.lone:
                out.append(RubricProblem("list", node.mark))
                return INVALID
            nodes: Sequence[Node] = (node,)
        else:
            nodes = node.items
        if len(nodes) < self.least:
            out.append(RubricProblem("list", node.mark))
            return INVALID
        values = tuple(self.item.read(item, out) for item in nodes)
        return INVALID if any(value is INVALID for value in values) else values

    def schema(self) -> JsonSchema:
        """An array."""
        array: JsonSchema = {"type": "array", "items": self.item.schema()}
        if self.least:
            array["minItems"] = self.least
        return or_reading({"anyOf": [array, self.item.schema()]} if self.lone else array)


class MapOf(NamedTuple):
    """A mapping from free names to one shape."""

    item: Shape

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return a dict in the order written."""
        if not isinstance(node, Mapped):
            out.append(RubricProblem("mapping", node.mark))
            return INVALID
        values = {name.text: self.item.read(value, out) for name, value in node.pairs}
        return INVALID if any(value is INVALID for value in values.values()) else values

    def schema(self) -> JsonSchema:
        """An object with free names."""
        return or_reading({"type": "object", "additionalProperties": self.item.schema()})


class Key(NamedTuple):
    """A key of a record: its shape, and what it is where it is left out; without a default it must be there."""

    shape: Shape
    default: Any = INVALID


class Record(NamedTuple):
    """A mapping with known keys, made into a value by `make`, which may raise Refused."""

    name: str
    keys: Mapping[str, Key]
    make: Callable[[Mapped, Mapping[str, Any]], Any]
    says: str = ""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return what `make` makes; unknown and missing keys are problems with the nearest right name."""
        if not isinstance(node, Mapped):
            out.append(RubricProblem("mapping", node.mark, (("of", self.name),)))
            return INVALID
        before, keys = len(out), self.keys
        values: dict[str, Any] = {}
        for name, value in node.pairs:
            key = keys.get(name.text)
            if key is None:
                out.append(unknown("key-unknown", name.text, tuple(keys), name.mark))
            else:
                values[name.text] = key.shape.read(value, out)
        if len(values) < len(keys):
            self._fill(node, values, out)
        if len(out) > before:
            return INVALID
        try:
            return self.make(node, values)
        except Refused as refused:
            out.append(refused.problem)
            return INVALID

    def _fill(self, node: Mapped, values: dict[str, Any], out: list[RubricProblem]) -> None:
        """Add what keys that are left out stand for."""
        for text, key in self.keys.items():
            if text not in values:
                values[text] = key.default
                if key.default is INVALID:
                    out.append(RubricProblem("key-missing", node.mark, (("key", text), ("of", self.name))))

    def schema(self) -> JsonSchema:
        """An object with these keys and no others."""
        return or_reading(
            {
                "type": "object",
                "properties": {name: key.shape.schema() for name, key in self.keys.items()},
                "required": [name for name, key in self.keys.items() if key.default is INVALID],
                "additionalProperties": False,
            }
        )


def mark_of(node: Mapped, key: str) -> Mark:
    """Where the value of a key stands; the mapping itself where it is left out."""
    found = node.get(key)
    return found.mark if found is not None else node.mark


WORDS = Record(
    "words", {"zh": Key(TEXT), "en": Key(TEXT)}, lambda _, values: Words(values["zh"], values["en"])
)  # fmt: skip
