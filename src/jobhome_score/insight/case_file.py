"""The file of cases beside a rubric: what each case shows, its ledgers, and what the rules must make of them."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from jobhome_score.insight.case_tables import Filled, Tables, TextTable, named_column, named_ledger
from jobhome_score.ledgers.period import Period
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Words
from jobhome_score.rubric.nodes import (
    Mapped,
    Mark,
    Node,
    Refused,
    RubricError,
    RubricProblem,
    Scalar,
    lines_of,
    unknown,
)
from jobhome_score.rubric.readings import Reading, check_branches
from jobhome_score.rubric.shapes import (
    DAY,
    INVALID,
    NUMBER,
    TEXT,
    WORDS,
    JsonSchema,
    Key,
    Leaf,
    ListOf,
    MapOf,
    Record,
    mark_of,
)
from jobhome_score.rubric.yaml_nodes import read_nodes

USUAL = Period(dt.date(2025, 7, 1), dt.date(2026, 6, 30))
"""The period of a case that names none."""

TOTAL = "total"
"""What a case is about that looks at the whole sheet or its settlement."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A total stated instead of ledgers, and the parts of the fee where they matter."""

    total: Fraction
    base_fee: Fraction | None
    assessed_fee: Fraction | None


@dataclass(frozen=True, slots=True)
class Case:
    """One case. `about`: a rule (2.1 sessions), an indicator (2.1), a section (5), or the total.

    `expect` is as written: readings may still choose in it.
    """

    line: int
    shows: Words
    about: str
    readings: Mapping[str, str]
    period: Period
    as_of: dt.date | None
    tables: tuple[TextTable, ...]
    stated: Stated | None
    expect: Mapped


@dataclass(frozen=True, slots=True)
class CaseFile:
    """All cases, and what required columns hold where a table does not show them."""

    file: str
    filled: Filled
    cases: tuple[Case, ...]


def _percent(text: str) -> Fraction:
    number, percent = NUMBER.convert(text)
    if not percent:
        raise ValueError(text)
    return Fraction(number)


def _exact(text: str) -> Fraction:
    number, percent = NUMBER.convert(text)
    if percent:
        raise ValueError(text)
    return Fraction(number)


EXACT = Leaf("number", _exact, NUMBER.json)
FACTS = {
    **dict.fromkeys(("misses", "deducted", "awarded", "score", "total", "payable"), EXACT),
    "percent": Leaf("95%", _percent, {"type": "string"}),
}
"""What a case may expect. `percent` is the share of the fee that is paid."""

EXPECTED = Record("expect", {name: Key(leaf, None) for name, leaf in FACTS.items()}, lambda _, values: dict(values))


@dataclass(frozen=True, slots=True)
class _Expect:
    """Figures by name; like any leaf of a rubric, a reading may choose between several."""

    readings: Mapping[str, Reading]

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        if not isinstance(node, Mapped) or not node.pairs:
            out.append(RubricProblem("mapping", node.mark, (("of", "expect"),)))
            return INVALID
        known = {name: tuple(option.id for option in one.options) for name, one in self.readings.items()}
        problems = [found for found in check_branches(node, known) if found.code != "reading-unused"]
        out.extend(problems)
        return INVALID if problems else node

    def schema(self) -> JsonSchema:
        return EXPECTED.schema()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """Readings with the option that a case takes for each."""

    readings: Mapping[str, Reading]

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        if not isinstance(node, Mapped):
            out.append(RubricProblem("mapping", node.mark, (("of", "readings"),)))
            return INVALID
        before = len(out)
        chosen = {name.text: self._option(name, value, out) for name, value in node.pairs}
        return INVALID if len(out) > before else chosen

    def _option(self, name: Scalar, value: Node, out: list[RubricProblem]) -> str:
        reading = self.readings.get(name.text)
        text = value.text if isinstance(value, Scalar) else ""
        if reading is None:
            out.append(unknown("reading-unknown", name.text, tuple(self.readings), name.mark))
        elif text not in (options := tuple(option.id for option in reading.options)):
            out.append(unknown("option-unknown", text, options, value.mark))
        return text

    def schema(self) -> JsonSchema:
        return MapOf(TEXT).schema()


class _Filled:
    """By ledger and column, what required columns hold that do not matter."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        blocks = MapOf(MapOf(TEXT)).read(node, out)
        if blocks is INVALID or not isinstance(node, Mapped):
            return INVALID
        found: dict[str, dict[str, str]] = {}
        for name, block in node.pairs:
            ledger = named_ledger(name, out)
            if ledger is not None and isinstance(block, Mapped):
                columns = [(named_column(ledger, key.text, key.mark, out), key.text) for key, _ in block.pairs]
                found[ledger.id] = {field.id: blocks[name.text][text] for field, text in columns if field is not None}
        return found

    def schema(self) -> JsonSchema:
        return MapOf(MapOf(TEXT)).schema()


STATED = Record(
    "settle",
    {"total": Key(EXACT), "base_fee": Key(EXACT, None), "assessed_fee": Key(EXACT, None)},
    lambda _, values: Stated(values["total"], values["base_fee"], values["assessed_fee"]),
)


def _period(node: Mapped, values: Mapping[str, Any]) -> Period:
    if values["to"] < values["from"]:
        raise Refused("value", mark_of(node, "to"), value=str(values["to"]), wants=f"≥ {values['from']}")
    return Period(values["from"], values["to"])


PERIOD = Record("period", {"from": Key(DAY), "to": Key(DAY)}, _period)


def _case(known: Sequence[str]) -> Callable[[Mapped, Mapping[str, Any]], Case]:
    def make(node: Mapped, values: Mapping[str, Any]) -> Case:
        if values["about"] not in known:
            problem = unknown("case-about", values["about"], known, mark_of(node, "about"))
            raise Refused(problem.code, problem.mark, **dict(problem.facts))
        if (values["ledgers"] is None) == (values["settle"] is None):
            raise Refused("case-either", node.mark)
        return Case(
            node.mark.line, values["shows"], values["about"], values["readings"], values["period"], values["as_of"],
            values["ledgers"] or (), values["settle"], values["expect"],
        )  # fmt: skip

    return make


def read_cases(file: str, text: str, readings: Mapping[str, Reading], known: Sequence[str]) -> CaseFile:
    """Read a file of cases; `known` is what a case may be about. Raises RubricError with line and column."""
    keys = {
        "shows": Key(WORDS),
        "about": Key(TEXT),
        "readings": Key(_Chosen(readings), {}),
        "period": Key(PERIOD, USUAL),
        "as_of": Key(DAY, None),
        "ledgers": Key(Tables(lines_of(text)), None),
        "settle": Key(STATED, None),
        "expect": Key(_Expect(readings)),
    }
    whole = Record(
        "cases",
        {"filled": Key(_Filled(), {}), "cases": Key(ListOf(Record("case", keys, _case(known))))},
        lambda _, values: CaseFile(file, values["filled"], values["cases"]),
    )
    problems: list[RubricProblem] = []
    found = whole.read(read_nodes(file, text), problems)
    if found is INVALID or problems:
        raise RubricError(file, tuple(problems))
    assert isinstance(found, CaseFile)  # noqa: S101 - the record makes nothing else
    return found


def expected(file: str, node: Node) -> Iterator[tuple[str, Fraction, Mark]]:
    """Each figure that a settled expectation names, where it stands. Raises RubricError."""
    problems: list[RubricProblem] = []
    values = EXPECTED.read(node, problems)
    if values is INVALID or not isinstance(node, Mapped):
        raise RubricError(file, tuple(problems))
    yield from ((name.text, values[name.text], value.mark) for name, value in node.pairs)
