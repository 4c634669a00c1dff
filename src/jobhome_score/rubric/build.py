"""The shape of a whole rubric, and how its nodes become the document."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from jobhome_score.ledgers.wording import key
from jobhome_score.rubric.document import CalendarRules, Indicator, Obligation, Role, Rubric, Section, Words
from jobhome_score.rubric.kept import KeptRecord
from jobhome_score.rubric.nodes import Mapped, Node, Refused, RubricProblem
from jobhome_score.rubric.paying import Band, Basis, Rounding, Settlement
from jobhome_score.rubric.rule_shape import RULE
from jobhome_score.rubric.sentences import MEASURE, TARGET
from jobhome_score.rubric.shapes import (
    DAY,
    NUMBER,
    POINTS,
    TEXT,
    WORDS,
    JsonSchema,
    Key,
    Leaf,
    ListOf,
    MapOf,
    Optional,
    Record,
    mark_of,
    one_of,
)

SCORE_OVER_TOTAL = "score / total"


def _indicator(node: Mapped, values: Mapping[str, Any]) -> Indicator:
    names = [rule.id for rule in values["rules"]]
    for name in names:
        if names.count(name) > 1:
            raise Refused("id-twice", mark_of(node, "rules"), name=name)
    parts = [rule.points for rule in values["rules"] if rule.points is not None]
    if parts and (len(parts) != len(names) or sum(parts) != values["points"]):
        raise Refused("points-differ", mark_of(node, "points"), sum=str(sum(parts)), points=str(values["points"]))
    return Indicator(
        values["id"], values["title"], values["content"], values["method"], values["points"], values["cap"],
        values["rules"], values["unpriced"],
    )  # fmt: skip


NO_WORDS = Words("", "")
INDICATOR = KeptRecord(
    "indicator",
    {
        "id": Key(TEXT),
        "title": Key(WORDS),
        "content": Key(WORDS, NO_WORDS),
        "method": Key(WORDS, NO_WORDS),
        "points": Key(POINTS, None),
        "cap": Key(Optional(POINTS), None),
        "rules": Key(ListOf(RULE)),
        "unpriced": Key(ListOf(WORDS), ()),
    },
    _indicator,
)


def _section(node: Mapped, values: Mapping[str, Any]) -> Section:
    lines = values["indicators"]
    if values["role"] is Role.BASE:
        for line in lines:
            if line.points is None:
                raise Refused("key-missing", node.mark, key=f"points ({line.id})", of="indicator")
        total = sum(line.points for line in lines)
        if total != values["points"]:
            raise Refused("points-differ", mark_of(node, "points"), sum=str(total), points=str(values["points"]))
    return Section(values["id"], values["title"], values["role"], values["points"], lines)


SECTION = KeptRecord(
    "section",
    {
        "id": Key(TEXT),
        "title": Key(WORDS),
        "role": Key(one_of(Role), Role.BASE),
        "points": Key(POINTS),
        "indicators": Key(ListOf(INDICATOR)),
    },
    _section,
)

OBLIGATION = KeptRecord(
    "obligation",
    {"id": Key(TEXT), "title": Key(WORDS), "measure": Key(MEASURE), "target": Key(TARGET)},
    lambda _, values: Obligation(values["id"], values["title"], values["measure"], values["target"]),
)


def _share(text: str) -> Any:
    if text == SCORE_OVER_TOTAL:
        return None
    number, percent = NUMBER.convert(text)
    if not percent or number > 1:
        raise ValueError(text)
    return number


BAND = Record(
    "band",
    {"at_least": Key(POINTS), "pays": Key(Leaf(f"95%、{SCORE_OVER_TOTAL}", _share, {"type": "string"}))},
    lambda _, values: Band(values["at_least"], values["pays"]),
)


def _settlement(node: Mapped, values: Mapping[str, Any]) -> Settlement:
    starts = [band.at_least for band in values["bands"]]
    if not starts or starts != sorted(set(starts), reverse=True) or starts[-1] != values["floor"]:
        raise Refused("bands", mark_of(node, "bands"), floor=str(values["floor"]))
    return Settlement(
        values["floor"], values["ceiling"], values["out_of"], values["rounding"], values["bands"], values["basis"]
    )


SETTLEMENT = KeptRecord(
    "settlement",
    {
        "floor": Key(POINTS),
        "ceiling": Key(Optional(POINTS)),
        "out_of": Key(POINTS),
        "rounding": Key(one_of(Rounding)),
        "bands": Key(ListOf(BAND)),
        "basis": Key(one_of(Basis)),
    },
    _settlement,
)


def _joins(text: str) -> bool:
    if text not in ("together", "each"):
        raise ValueError(text)
    return text == "together"


CALENDAR = KeptRecord(
    "calendar",
    {
        "part_months": Key(Leaf("together、each", _joins, {"enum": ["together", "each"]})),
        "working": Key(ListOf(DAY), ()),
        "off": Key(ListOf(DAY), ()),
    },
    lambda _, values: CalendarRules(values["part_months"], frozenset(values["working"]), frozenset(values["off"])),
)


class _Unread:
    """The block of readings, which was read before the rest."""

    def read(self, node: Node, out: list[RubricProblem]) -> None:
        del node, out

    def schema(self) -> JsonSchema:
        option = {"type": "object", "additionalProperties": WORDS.schema()}
        keys = {
            "question": WORDS.schema(),
            "cite": {"type": "string"},
            "options": option,
            "default": {"type": "string"},
        }
        reading = {
            "type": "object",
            "properties": keys,
            "required": ["question", "options"],
            "additionalProperties": False,
        }
        return {"type": "object", "additionalProperties": reading}


def _rubric(node: Mapped, values: Mapping[str, Any]) -> Rubric:
    base = sum(section.points for section in values["sections"] if section.role is Role.BASE)
    if base != values["settlement"].out_of:
        facts = {"sum": str(base), "points": str(values["settlement"].out_of)}
        raise Refused("points-differ", mark_of(node, "sections"), **facts)
    for name in _twice(values):
        raise Refused("id-twice", mark_of(node, "sections"), name=name)
    return Rubric(
        values["rubric"], values["version"], values["title"], values["source"], values["catalogues"]["services"],
        values["calendar"], values["sections"], values["obligations"], values["settlement"],
    )  # fmt: skip


def _twice(values: Mapping[str, Any]) -> Iterator[str]:
    lines = [line.id for section in values["sections"] for line in section.indicators]
    duties = [duty.id for duty in values["obligations"]]
    services = [key(word) for name, also in values["catalogues"]["services"].items() for word in (name, *also)]
    for names in (lines + duties, services):
        yield from (name for name, often in Counter(names).items() if often > 1)


RUBRIC = Record(
    "rubric",
    {
        "rubric": Key(TEXT),
        "version": Key(TEXT),
        "title": Key(WORDS),
        "source": Key(WORDS),
        "readings": Key(_Unread(), None),
        "catalogues": Key(
            KeptRecord("catalogues", {"services": Key(MapOf(ListOf(TEXT)))}, lambda _, values: dict(values)),
        ),
        "calendar": Key(CALENDAR),
        "sections": Key(ListOf(SECTION)),
        "obligations": Key(ListOf(OBLIGATION), ()),
        "settlement": Key(SETTLEMENT),
    },
    _rubric,
)


def schema() -> JsonSchema:
    """The JSON Schema of a rubric, for editors."""
    by_reading = {
        "type": "object",
        "properties": {"reading": {"type": "string"}},
        "required": ["reading"],
        "minProperties": 3,
    }
    top = RUBRIC.schema()["anyOf"][0]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "jobhome-score rubric", **top,
            "$defs": {"by_reading": by_reading}}  # fmt: skip
