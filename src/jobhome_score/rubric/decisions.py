"""READ: how open questions of the wording were decided, by whom and by which document, from a small YAML file.

One entry a reading; one left blank altogether, as in the form that `readings --template` makes, is not decided yet.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from jobhome_score.named import NamedTuple
from jobhome_score.rubric.nodes import Mapped, Node, RubricError, RubricProblem, Scalar, unknown
from jobhome_score.rubric.readings import Reading
from jobhome_score.rubric.shapes import DAY, INVALID, TEXT, Key, Record, mark_of


class Decision(NamedTuple):
    """A question decided: the option that holds, and who said so when and where."""

    option: str
    decided_by: str
    date: dt.date
    document: str
    note: str = ""


class _Remark:
    """A text that may be left blank."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        return "" if isinstance(node, Scalar) and not node.text.strip() else TEXT.read(node, out)

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


DECISION = Record(
    "decision",
    {
        "option": Key(TEXT),
        "decided_by": Key(TEXT),
        "date": Key(DAY),
        "document": Key(TEXT),
        "note": Key(_Remark(), ""),
    },
    lambda _, values: Decision(**values),
)


def read_decisions(file: str, text: str, readings: Mapping[str, Reading]) -> Mapping[str, Decision]:
    """The decisions of a file, by reading, in the order of the rubric. Raises RubricError with every problem."""
    from jobhome_score.rubric.yaml_nodes import read_nodes  # a parser, which a year without decisions does without

    problems: list[RubricProblem] = []
    found = dict(_decisions(read_nodes(file, text), readings, problems))
    if problems:
        raise RubricError(file, tuple(problems))
    return {name: found[name] for name in readings if name in found}


def _decisions(
    top: Mapped, readings: Mapping[str, Reading], problems: list[RubricProblem]
) -> Iterator[tuple[str, Decision]]:
    for name, node in top.pairs:
        reading = readings.get(name.text)
        if reading is None:
            problems.append(unknown("reading-unknown", name.text, tuple(readings), name.mark))
        elif not _blank(node):
            decision = DECISION.read(node, problems)
            if decision is not INVALID and isinstance(node, Mapped):
                yield name.text, decision
                problems.extend(_unknown_option(reading, decision, node))


def _unknown_option(reading: Reading, decision: Decision, node: Mapped) -> Iterator[RubricProblem]:
    known = tuple(option.id for option in reading.options)
    if decision.option not in known:
        yield unknown("option-unknown", decision.option, known, mark_of(node, "option"))


def _blank(node: Node) -> bool:
    """Whether nothing is filled in."""
    if isinstance(node, Mapped):
        return all(name.text in DECISION.keys and _blank(value) for name, value in node.pairs)
    return isinstance(node, Scalar) and not node.text.strip()


def stored_decisions(file: str, stored: Mapping[str, Any], readings: Mapping[str, Reading]) -> Mapping[str, Decision]:
    """The decisions that a stored result carries, held to the same rules. Raises RubricError."""
    import json  # only for those who hold a stored result

    return read_decisions(file, json.dumps(stored, ensure_ascii=False, default=str) if stored else "{}", readings)
