"""The shape of a measure: take a number from the ledgers, per cell, and hold it against a target."""

from collections.abc import Iterator, Mapping
from typing import Any

from jobhome_score.named import NamedTuple
from jobhome_score.rubric.columns import check_best, check_takes, known_column, refusal, typed
from jobhome_score.rubric.document import Comparison, Condition, Empty, How, Measure, Take, Target, Where
from jobhome_score.rubric.kept import KeptRecord
from jobhome_score.rubric.nodes import Items, Mapped, Node, Refused, RubricProblem, Scalar, unknown
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
from jobhome_score.views.catalogue import views

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


class Targets(NamedTuple):
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
            if not value or not all(number for number, _ in value.values()):
                raise Refused("value", mark_of(node, "multiples"), value="0", wants="positive")
            return Take(how, tuple(value), {name: number for name, (number, _) in value.items()})
    return Take(how, value if isinstance(value, tuple) else (value,), base=values["base"])


def _base(text: str) -> str:
    if text not in ("start", "first_in_period"):
        raise ValueError(text)
    return text


TAKE = Record(
    "take",
    {
        "distinct": Key(ListOf(TEXT, lone=True, least=1), None),
        "sum": Key(TEXT, None),
        "mean": Key(TEXT, None),
        "ratio": Key(ListOf(TEXT), None),
        "growth": Key(TEXT, None),
        "multiples": Key(MapOf(NUMBER), None),
        "base": Key(Leaf("start、first_in_period", _base, {"enum": ["start", "first_in_period"]}), "start"),
    },
    _take,
)


class Takes(NamedTuple):
    """`count`, one way to take a number, or several under names."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return takes by name; the name is empty where there is one."""
        if isinstance(node, Scalar):
            if node.text == How.COUNT.value:
                return {"": Take(How.COUNT)}
            out.append(unknown("take-unknown", node.text, [how.value for how in How], node.mark))
            return INVALID
        if isinstance(node, Mapped) and not set(node.keys()) & set(TAKE.keys):
            named = {name.text: self._one(value, out) for name, value in node.pairs}
            return INVALID if INVALID in named.values() else {name: take[""] for name, take in named.items()}
        take = TAKE.read(node, out)
        return INVALID if take is INVALID else {"": take}

    def _one(self, node: Node, out: list[RubricProblem]) -> Any:
        found = self.read(node, out)
        if found is INVALID or "" in found:
            return found
        out.append(RubricProblem("one-take", node.mark, (("known", "、".join(how.value for how in How)),)))
        return INVALID

    def schema(self) -> JsonSchema:
        """Any of the three."""
        one: JsonSchema = {"anyOf": [{"const": "count"}, TAKE.schema()]}
        return or_reading({"anyOf": [one, {"type": "object", "additionalProperties": one}]})


class Conditions(NamedTuple):
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
            any_of.extend(_either(value, out))
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


def _either(node: Node, out: list[RubricProblem]) -> Iterator[Condition]:
    """The conditions under `any`, one an item: two in one item would read as if both had to hold."""
    items = node.items if isinstance(node, Items) else ()
    if not items:
        out.append(RubricProblem("list", node.mark))
    for item in items:
        if isinstance(item, Mapped) and len(item.pairs) == 1:
            ((column, wanted),) = item.pairs
            yield _condition(column.text, wanted, out)
        else:
            out.append(RubricProblem("mapping", item.mark, (("of", ANY),)))


def _condition(column: str, node: Node, out: list[RubricProblem]) -> Condition:
    if isinstance(node, Scalar):
        return Condition(column, (node.text,))
    if isinstance(node, Items):
        texts = ListOf(TEXT, least=1).read(node, out)
        return Condition(column, () if texts is INVALID else texts)
    if node.keys() == ("contains",):
        word = TEXT.read(node.pairs[0][1], out)
        return Condition(column, contains="" if word is INVALID else word)
    if not node.pairs:
        out.append(RubricProblem("mapping", node.mark, (("of", column),)))
    bounds = []
    for name, value in node.pairs:
        if name.text not in COMPARISONS:
            out.append(unknown("key-unknown", name.text, tuple(COMPARISONS), name.mark))
            continue
        number = NUMBER.read(value, out)
        if number is not INVALID:
            bounds.append(Target(COMPARISONS[name.text], *number))
    return Condition(column, bounds=tuple(bounds))


def _best(text: str) -> int | None:
    if text == ALL:
        return None
    raise ValueError(text)


class Keep(NamedTuple):
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
        raise refusal(unknown("view-unknown", values["of"], tuple(views()), mark_of(node, "of")))
    where = Where(tuple(typed(node, view, one) for one in values["where"].all_of),
                  tuple(typed(node, view, one) for one in values["where"].any_of))  # fmt: skip
    if len(values["each"]) > 1 or values["each"][0] not in (*CALENDAR, ROW):
        for column in values["each"]:
            known_column(node, view, column, "each")
    check_takes(node, view, values["take"])
    if values["keep"] is not None:
        check_best(node, view, values["take"])
    if any(take.how in (How.RATIO, How.MEAN) for take in values["take"].values()) and values["if_empty"] is None:
        raise Refused("if-empty-needed", node.mark)
    if any(not 1 <= month <= MONTHS_A_YEAR for month in values["months"]):
        raise Refused("months", mark_of(node, "months"))
    months = frozenset(values["months"])
    return Measure(view.name, where, values["each"], values["take"], values["keep"], values["if_empty"], months)


MEASURE = KeptRecord(
    "measure",
    {
        "of": Key(TEXT),
        "where": Key(Conditions(), Where()),
        "each": Key(ListOf(TEXT, lone=True, least=1), ("period",)),
        "take": Key(Takes()),
        "keep": Key(Keep(), None),
        "if_empty": Key(one_of(Empty), None),
        "months": Key(ListOf(WHOLE), ()),
    },
    _measure,
)
