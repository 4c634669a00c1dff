"""A stored result as a side of a comparison. It comes from somebody else: everything is looked at before it is used."""

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NoReturn

from jobhome_score.evidence import Place
from jobhome_score.insight.sides import (
    Measured,
    Outcome,
    Side,
    SideDuty,
    SideInput,
    SideLine,
    SideMiss,
    SideRule,
    Spot,
    Terms,
)
from jobhome_score.patterns import pattern
from jobhome_score.reports.assessment_json import FEN, SCHEMA
from jobhome_score.rubric.document import Words
from jobhome_score.scoring.results import Tally

LARGEST: Final = 15
"""Digits before the point, and behind it, that a number of a result may have at the most (30 behind it)."""

ROLES: Final = {"base": ("score", 1), "bonus": ("awarded", 1), "penalty": ("deducted", -1)}
PARTS: Final = pattern("；|; ")


class NotAResult(Exception):
    """This is no result of ours. Carries the first place that is not as it should be; empty where it is no JSON."""

    def __init__(self, path: str = "") -> None:
        """Keep the place."""
        super().__init__(path)
        self.path = path


def stored_side(text: str, name: str) -> Side:
    """The side that the JSON of an assessment makes. Raises NotAResult."""
    try:
        value = json.loads(text, parse_float=Decimal, parse_constant=_refused, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise NotAResult from error
    return _side(Node(value, ""), name)


def _refused(_: str) -> NoReturn:
    raise ValueError


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


class Node:
    """A value of the JSON with its path; each way to take it raises NotAResult where it is something else."""

    __slots__ = ("path", "value")

    def __init__(self, value: Any, path: str) -> None:
        """Keep both."""
        self.value, self.path = value, path

    def __getitem__(self, key: str) -> "Node":
        """The value under a key; one that is missing is null."""
        if not isinstance(self.value, dict):
            raise NotAResult(self.path)
        return Node(self.value.get(key), f"{self.path}.{key}".lstrip("."))

    def items(self) -> list[tuple[str, "Node"]]:
        """The values of a mapping by their keys."""
        if not isinstance(self.value, dict):
            raise NotAResult(self.path)
        return [(key, self[key]) for key in self.value]

    def each(self) -> list["Node"]:
        """The values of a list."""
        if not isinstance(self.value, list):
            raise NotAResult(self.path)
        return [Node(one, f"{self.path}[{at}]") for at, one in enumerate(self.value, 1)]

    def text(self) -> str:
        """A text."""
        if not isinstance(self.value, str):
            raise NotAResult(self.path)
        return self.value

    def number(self) -> Fraction:
        """An exact number of a size that points, rates, counts and money have."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise NotAResult(self.path)
        exact = Decimal(value)
        if abs(exact.adjusted()) > LARGEST or len(exact.as_tuple().digits) > 3 * LARGEST:
            raise NotAResult(self.path)
        return Fraction(exact)

    def money(self) -> Decimal:
        """Yuan with at most two decimals."""
        exact = self.number() * 100
        if exact.denominator != 1:
            raise NotAResult(self.path)
        return Decimal(exact.numerator).scaleb(-2).quantize(FEN)

    def yes(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise NotAResult(self.path)
        return self.value

    def whole(self) -> int:
        """A whole number, 0 or more."""
        number = self.number()
        if number.denominator != 1 or number < 0:
            raise NotAResult(self.path)
        return int(number)

    def day(self) -> dt.date | None:
        """A date, or nothing."""
        if self.value is None:
            return None
        try:
            return dt.date.fromisoformat(self.text())
        except ValueError as error:
            raise NotAResult(self.path) from error


def _side(top: Node, name: str) -> Side:
    if not isinstance(top.value, dict) or top.value.get("schema") != SCHEMA:
        raise NotAResult("schema" if isinstance(top.value, dict) else "")
    lines = [_line(line, section["role"].text()) for section in top["sections"].each()
             for line in section["indicators"].each()]  # fmt: skip
    settlement, project = top["settlement"], top["project"]
    adds = {line.id: line.adds for line in lines}
    outcome = Outcome(top["score"]["total"].number(), settlement["percent"].number() / 100,
                      settlement["payable"].money(), adds)  # fmt: skip
    named = {key: project[key].text() for key in ("site", "operator", "period_start", "period_end")}
    lang = "en" if top["lang"].value == "en" else "zh"
    return Side(
        name, True, lang, named, _terms(top), outcome, settlement["fee"].money(), settlement["paid"].money(),
        lines, [_duty(duty) for duty in top["obligations"].each()], [_input(one) for one in top["inputs"].each()],
        top["version"].text(), _unreviewed(top),
    )  # fmt: skip


def _unreviewed(top: Node) -> Outcome | None:
    """What the side came to before review; what each indicator added then stands at the indicators."""
    before = top["score"]["before_review"]
    if before.value is None:
        return None
    lines = {line["id"].text(): line["before_review"].number() for section in top["sections"].each()
             for line in section["indicators"].each()}  # fmt: skip
    return Outcome(before["total"].number(), before["percent"].number() / 100, before["payable"].money(), lines)


def _terms(top: Node) -> Terms:
    rubric = top["rubric"]
    missing = top["missing"].text() if top["missing"].value is not None else "fail"
    readings = {name: option.text() for name, option in top["readings"].items()}
    return Terms(rubric["id"].text(), rubric["version"].text(), rubric["sha256"].text(), readings,
                 top["as_of"].day(), missing, _reviews(top["reviews_from"]))  # fmt: skip


def _reviews(node: Node) -> Mapping[str, str]:
    if node.value is None:
        return {}
    return {one["sha256"].text(): one["file"].text() for one in node["files"].each()}


def _input(one: Node) -> SideInput:
    ledger = one["ledger"].text() if one["ledger"].value is not None else ""
    return SideInput(one["file"].text(), one["sheet"].text(), ledger, one["rows"].whole(), one["sha256"].text())


def _words(node: Node) -> Words:
    text = node["title"].text()
    return Words(text, text)


def _duty(duty: Node) -> SideDuty:
    return SideDuty(duty["id"].text(), _words(duty), _measured(duty["measured"]), duty["status"].text())


def _line(line: Node, role: str) -> SideLine:
    if role not in ROLES:
        raise NotAResult(line.path)
    key, sign = ROLES[role]
    rules = [_rule(rule, "awarded" if role == "bonus" else "deducted") for rule in line["rules"].each()]
    return SideLine(line["id"].text(), _words(line), sign * line[key].number(), line["zeroed"].yes(), rules)


def _rule(rule: Node, taken: str) -> SideRule:
    spots = [
        Spot(Place(one["file"].text(), one["sheet"].text(), one["row"].whole()), one["note"].text())
        for one in rule["evidence"].each()
    ]
    at = {str(spot.place): spot for spot in spots}
    return SideRule(
        rule["id"].text(), _words(rule), rule["required"].text(), _measured(rule["measured"]),
        rule["misses"].number(), rule[taken].number(), rule["status"].text(),
        tuple(sorted(name.text() for name in rule["lacking"].each())),
        tuple(_miss(cell, spots, at) for cell in rule["cells"].each()), frozenset(),
    )  # fmt: skip


def _miss(cell: Node, spots: Sequence[Spot], at: Mapping[str, Spot]) -> SideMiss:
    label, note = cell["cell"].text(), cell["note"].text()
    value = None if cell["measured"].value is None else cell["measured"].number()
    own = at.get(label)
    rows = _telling((own,) if own else spots, note)
    return SideMiss(label, cell["name"].text(), cell["required"].text(), value, cell["misses"].number(),
                    own.place if own else None, rows)  # fmt: skip


def _telling(spots: Sequence[Spot], note: str) -> Callable[[], Sequence[Spot]]:
    """The rows of which the same is said as of the miss, each with what is said beyond it."""

    def rows() -> Sequence[Spot]:
        told = ((spot.place, part) for spot in spots for part in PARTS.split(spot.note) if part.startswith(note))
        return tuple(Spot(place, part.removeprefix(note).strip()) for place, part in told)

    return rows


def _measured(node: Node) -> Measured:
    value = node.value
    if value is None:
        return {}
    if not isinstance(value, dict):
        return {"": node.number()}
    if set(value) == {"met", "due", "pending"}:
        return Tally(*(node[name].whole() for name in ("met", "due", "pending")))
    return {name: None if one.value is None else one.number() for name, one in node.items()}
