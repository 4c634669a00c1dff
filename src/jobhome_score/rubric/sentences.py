"""The shape of a measure: take a number from the ledgers, per cell, and hold it against a target."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from jobhome_score.rubric.document import Comparison, Condition, Empty, How, Measure, Take, Target, Where
from jobhome_score.rubric.nodes import Items, Mapped, Mark, Node, Refused, RubricProblem, Scalar, unknown
from jobhome_score.rubric.shapes import (
    INVALID,
    NUMBER,
    TEXT,
    WHOLE,
    JsonSchema,
    Key,
    Leaf,
    ListOf,
    MapOf,
    Record,
    mark_of,
    one_of,
    or_reading,
)
from jobhome_score.views.catalogue import Content, View, ViewColumn, views

COMPARISONS = {comparison.value: comparison for comparison in Comparison}
CALENDAR = ("period", "month", "quarter", "week", "half")
ROW = "row"
ALL = "all"
ANY = "any"
MONTHS_A_YEAR = 12


def _target(node: Mapped, values: Mapping[str, Any]) -> Target:
    given = [(name, value) for name, value in values.items() if value is not None]
    if len(given) != 1:
        raise Refused("one-comparison", node.mark)
    name, (number, percent) = given[0]
    return Target(COMPARISONS[name], number, percent)


TARGET = Record("target", {name: Key(NUMBER, None) for name in COMPARISONS}, _target)


@dataclass(frozen=True, slots=True)
class Targets:
    """One target, or one for each named figure."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return targets by name; the name is empty where there is one."""
        if isinstance(node, Mapped) and not set(node.keys()) & set(COMPARISONS):
            return MapOf(TARGET).read(node, out)
        target = TARGET.read(node, out)
        return INVALID if target is INVALID else {"": target}

    def schema(self) -> JsonSchema:
        """Either."""
        return {"anyOf": [TARGET.schema(), MapOf(TARGET).schema()]}


TARGETS = Targets()


def _take(node: Mapped, values: Mapping[str, Any]) -> Take:
    given = [name for name, value in values.items() if value is not None and name != "base"]
    if len(given) != 1:
        raise Refused("one-take", node.mark, known="、".join(how.value for how in How))
    how, value = How(given[0]), values[given[0]]
    match how:
        case How.RATIO if len(value) != len(("part", "whole")):
            raise Refused("ratio", mark_of(node, "ratio"))
        case How.MULTIPLES:
            return Take(how, tuple(value), {name: number for name, (number, _) in value.items()})
    return Take(how, value if isinstance(value, tuple) else (value,), base=values["base"])


def _base(text: str) -> str:
    if text not in ("start", "first_in_period"):
        raise ValueError(text)
    return text


TAKE = Record(
    "take",
    {
        "distinct": Key(ListOf(TEXT, lone=True), None),
        "sum": Key(TEXT, None),
        "mean": Key(TEXT, None),
        "ratio": Key(ListOf(TEXT), None),
        "growth": Key(TEXT, None),
        "multiples": Key(MapOf(NUMBER), None),
        "base": Key(Leaf("start、first_in_period", _base, {"enum": ["start", "first_in_period"]}), "start"),
    },
    _take,
)


@dataclass(frozen=True, slots=True)
class Takes:
    """`count`, one way to take a number, or several under names."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return takes by name; the name is empty where there is one."""
        if isinstance(node, Scalar):
            if node.text == How.COUNT.value:
                return {"": Take(How.COUNT)}
            out.append(unknown("take-unknown", node.text, [how.value for how in How], node.mark))
            return INVALID
        if isinstance(node, Mapped) and not set(node.keys()) & set(TAKE.keys):
            named = {name.text: self.read(value, out) for name, value in node.pairs}
            return INVALID if INVALID in named.values() else {name: take[""] for name, take in named.items()}
        take = TAKE.read(node, out)
        return INVALID if take is INVALID else {"": take}

    def schema(self) -> JsonSchema:
        """Any of the three."""
        one: JsonSchema = {"anyOf": [{"const": "count"}, TAKE.schema()]}
        return or_reading({"anyOf": [one, {"type": "object", "additionalProperties": one}]})


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions on columns, all of which must hold; under `any`, a list of which one must."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return a Where."""
        if not isinstance(node, Mapped):
            out.append(RubricProblem("mapping", node.mark, (("of", "where"),)))
            return INVALID
        before = len(out)
        all_of: list[Condition] = []
        any_of: list[Condition] = []
        for name, value in node.pairs:
            if name.text != ANY:
                all_of.append(_condition(name.text, value, out))
                continue
            for item in value.items if isinstance(value, Items) else (value,):
                pairs = item.pairs if isinstance(item, Mapped) else ()
                any_of.extend(_condition(column.text, wanted, out) for column, wanted in pairs)
        return INVALID if len(out) > before else Where(tuple(all_of), tuple(any_of))

    def schema(self) -> JsonSchema:
        """An object of columns."""
        scalar: JsonSchema = {"type": ["string", "number", "boolean"]}
        ranges = {
            "type": "object",
            "properties": {name: NUMBER.schema() for name in COMPARISONS} | {"contains": TEXT.schema()},
        }
        value = or_reading(
            {"anyOf": [scalar, {"type": "array", "items": scalar}, ranges | {"additionalProperties": False}]}
        )
        conditions: JsonSchema = {"type": "object", "additionalProperties": value}
        return or_reading(conditions | {"properties": {ANY: {"type": "array", "items": conditions}}})


def _condition(column: str, node: Node, out: list[RubricProblem]) -> Condition:
    if isinstance(node, Scalar):
        return Condition(column, (node.text,))
    if isinstance(node, Items):
        texts = ListOf(TEXT).read(node, out)
        return Condition(column, () if texts is INVALID else texts)
    contains = node.get("contains")
    if contains is not None:
        return Condition(column, contains=contains.text if isinstance(contains, Scalar) else "")
    bounds = []
    for name, value in node.pairs:
        if name.text not in COMPARISONS:
            out.append(unknown("key-unknown", name.text, (*COMPARISONS, "contains"), name.mark))
            continue
        number = NUMBER.read(value, out)
        if number is not INVALID:
            bounds.append(Target(COMPARISONS[name.text], *number))
    return Condition(column, bounds=tuple(bounds))


def _best(text: str) -> int | None:
    if text == ALL:
        return None
    raise ValueError(text)


@dataclass(frozen=True, slots=True)
class Keep:
    """`all`, or `{best: 38}`."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return how many are kept, None for all."""
        if isinstance(node, Scalar):
            return Leaf("all、{best: …}", _best, {}).read(node, out)
        return Record("keep", {"best": Key(WHOLE)}, lambda _, values: values["best"]).read(node, out)

    def schema(self) -> JsonSchema:
        """Either."""
        best: JsonSchema = {"type": "object", "properties": {"best": WHOLE.schema()}, "required": ["best"]}
        return or_reading({"anyOf": [{"const": ALL}, best]})


def _measure(node: Mapped, values: Mapping[str, Any]) -> Measure:
    view = views().get(values["of"])
    if view is None:
        raise _refusal(unknown("view-unknown", values["of"], tuple(views()), mark_of(node, "of")))
    where = Where(tuple(_typed(node, view, one) for one in values["where"].all_of),
                  tuple(_typed(node, view, one) for one in values["where"].any_of))  # fmt: skip
    for column in values["each"]:
        if column not in (*CALENDAR, ROW):
            _known_column(node, view, column, "each")
    for take in values["take"].values():
        for column in take.columns:
            if not (take.how is How.RATIO and column == ALL):
                _known_column(node, view, column, "take")
    if any(take.how in (How.RATIO, How.MEAN) for take in values["take"].values()) and values["if_empty"] is None:
        raise Refused("if-empty-needed", node.mark)
    if any(not 1 <= month <= MONTHS_A_YEAR for month in values["months"]):
        raise Refused("months", mark_of(node, "months"))
    months = frozenset(values["months"])
    return Measure(view.name, where, values["each"], values["take"], values["keep"], values["if_empty"], months)


def _refusal(problem: RubricProblem) -> Refused:
    return Refused(problem.code, problem.mark, **dict(problem.facts))


def _known_column(node: Mapped, view: View, column: str, key: str) -> ViewColumn:
    if column not in view.columns:
        raise _refusal(unknown("column-unknown", column, tuple(view.columns), mark_of(node, key)))
    return view.columns[column]


def _typed(node: Mapped, view: View, condition: Condition) -> Condition:
    """The condition with its values in the type of its column; unknown columns and choices are refused."""
    column = _known_column(node, view, condition.column, "where")
    values = tuple(_value(node, column, str(text)) for text in condition.values)
    return Condition(condition.column, values, condition.bounds, condition.contains)


def _value(node: Mapped, column: ViewColumn, text: str) -> str | bool | Fraction:
    mark = mark_of(node, "where")
    match column.content:
        case Content.YES_NO:
            if text not in ("true", "false"):
                raise Refused("value", mark, value=text, wants="true、false")
            return text == "true"
        case Content.CHOICE if text not in column.options:
            raise _refusal(unknown("choice-unknown", text, column.options, mark))
        case Content.NUMBER:
            return _plain_number(text, mark)
    return text


def _plain_number(text: str, mark: Mark) -> Fraction:
    try:
        number, _ = NUMBER.convert(text)
    except ValueError:
        raise Refused("value", mark, value=text, wants="number") from None
    return Fraction(number)


MEASURE = Record(
    "measure",
    {
        "of": Key(TEXT),
        "where": Key(Conditions(), Where()),
        "each": Key(ListOf(TEXT, lone=True), ("period",)),
        "take": Key(Takes()),
        "keep": Key(Keep(), None),
        "if_empty": Key(one_of(Empty), None),
        "months": Key(ListOf(WHOLE), ()),
    },
    _measure,
)
