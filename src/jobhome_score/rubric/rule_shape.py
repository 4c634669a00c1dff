"""The shape of a rule: what it measures, what it requires, and what a miss costs."""

from collections.abc import Mapping
from typing import Any

from jobhome_score.rubric.columns import check_number, known_column
from jobhome_score.rubric.document import (
    Combine,
    Due,
    How,
    Join,
    PartStep,
    Per,
    Price,
    Rule,
    Term,
)
from jobhome_score.rubric.kept import KeptRecord
from jobhome_score.rubric.nodes import Mapped, Node, Refused, RubricProblem, Scalar
from jobhome_score.rubric.sentences import MEASURE, TARGETS
from jobhome_score.rubric.shapes import (
    INVALID,
    NUMBER,
    POINTS,
    TEXT,
    WORDS,
    JsonSchema,
    Key,
    ListOf,
    MapOf,
    Optional,
    Record,
    mark_of,
    one_of,
)
from jobhome_score.views.catalogue import views


class _Step:
    """`breach`, `cell`, or a step of the gap: 1, or 1%."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        if isinstance(node, Scalar) and node.text in [per.value for per in Per]:
            return Per(node.text)
        number = NUMBER.read(node, out)
        if number is INVALID or number[0]:
            return number if number is INVALID else number[0]
        out.append(RubricProblem("value", node.mark, (("value", "0"), ("wants", "positive"))))
        return INVALID

    def schema(self) -> JsonSchema:
        return {"anyOf": [{"enum": [per.value for per in Per]}, NUMBER.schema()]}


class _Points:
    """Points, or `{column: points}`: what a column of each row says."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        if isinstance(node, Mapped):
            return Record("points", {"column": Key(TEXT)}, lambda _, values: values["column"]).read(node, out)
        return POINTS.read(node, out)

    def schema(self) -> JsonSchema:
        column = {"type": "object", "properties": {"column": {"type": "string"}}, "required": ["column"]}
        return {"anyOf": [POINTS.schema(), column]}


def _price(_: Mapped, values: Mapping[str, Any]) -> Price:
    return Price(values["points"], values["per"], values["part_step"], values["combine"], values["cap"])


PRICE = KeptRecord(
    "deduct",
    {
        "points": Key(_Points()),
        "per": Key(_Step()),
        "part_step": Key(one_of(PartStep), PartStep.IGNORED),
        "combine": Key(one_of(Combine), Combine.SUM),
        "cap": Key(Optional(POINTS), None),
    },
    _price,
)

TERM_KEYS = {
    "measure": Key(MEASURE, None),
    "measures": Key(MapOf(MEASURE), None),
    "target": Key(TARGETS, None),
    "deduct": Key(PRICE, None),
    "award": Key(PRICE, None),
    "due": Key(one_of(Due), None),
}


def _partial_term(node: Mapped, values: Mapping[str, Any]) -> tuple[Mapped, Mapping[str, Any]]:
    return node, values


def _term(node: Mapped, values: Mapping[str, Any], around: Mapping[str, Any]) -> Term:
    """A term; target and price may stand at the rule around it."""
    price = values["deduct"] or values["award"] or around["deduct"] or around["award"]
    targets = values["target"] or around["target"]
    if price is None or targets is None:
        raise Refused("key-missing", node.mark, key="deduct" if price is None else "target", of="rule")
    if (values["measure"] is None) == (values["measures"] is None):
        raise Refused("one-measure", node.mark)
    if values["measure"] is not None:
        measures, figures = (values["measure"],), set(values["measure"].take)
    else:
        named = values["measures"]
        measures, figures = tuple(_named(node, name, one) for name, one in named.items()), set(named)
    if figures != set(targets):
        raise Refused("targets-differ", mark_of(node, "target"), figures="、".join(sorted(figures)))
    if isinstance(price.points, str):
        check_number(node, measures, price.points, "deduct" if values["deduct"] else "award")
    return Term(measures, targets, price, values["due"] or around["due"] or Due.RUNNING)


def _named(node: Mapped, name: str, measure: Any) -> Any:
    """A measure of several: its only figure takes the name of the measure."""
    if set(measure.take) != {""}:
        raise Refused("one-take", mark_of(node, "measures"), known="、".join(how.value for how in How))
    return type(measure)(
        measure.of, measure.where, measure.each, {name: measure.take[""]}, measure.keep_best, measure.if_empty,
        measure.months,
    )  # fmt: skip


def _rule(node: Mapped, values: Mapping[str, Any]) -> Rule:
    if values["terms"] is None:
        terms: tuple[Term, ...] = (_term(node, values, values),)
    else:
        terms = tuple(_term(inner, given, values) for inner, given in values["terms"])
    for measure in (measure for term in terms for measure in term.measures):
        if values["zero"]:
            known_column(node, views()[measure.of], values["zero"], "zero")
    return Rule(
        values["id"], values["title"], values["says"], values["cite"], terms, values["join"], values["cap"],
        values["zero"], values["points"],
    )  # fmt: skip


RULE = KeptRecord(
    "rule",
    {
        "id": Key(TEXT),
        "title": Key(WORDS),
        "says": Key(WORDS),
        "cite": Key(TEXT, ""),
        **TERM_KEYS,
        "terms": Key(Optional(ListOf(Record("term", TERM_KEYS, _partial_term))), None),
        "join": Key(one_of(Join), Join.SUM),
        "cap": Key(Optional(POINTS), None),
        "zero": Key(TEXT, None),
        "points": Key(POINTS, None),
    },
    _rule,
)
