"""A rubric file: read once, then settled under any set of readings."""

import hashlib
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from jobhome_score.records import dataclass, field
from jobhome_score.rubric import PACKAGED
from jobhome_score.rubric.build import INDICATOR, RUBRIC, SETTLEMENT
from jobhome_score.rubric.document import Indicator, Rubric
from jobhome_score.rubric.lines import chosen_indicators, indicator_nodes, rules_on
from jobhome_score.rubric.nodes import (
    LARGEST,
    Mapped,
    Mark,
    Refused,
    RubricError,
    RubricProblem,
    Scalar,
    unknown,
)
from jobhome_score.rubric.paying import Settlement
from jobhome_score.rubric.readings import Option, Reading, branches, check_branches
from jobhome_score.rubric.ready import ready_nodes
from jobhome_score.rubric.settling import Settling
from jobhome_score.rubric.shapes import INVALID, TEXT, WORDS, Key, MapOf, Record, mark_of


def _reading(node: Mapped, values: Mapping[str, Any]) -> Reading:
    options = tuple(Option(name, words) for name, words in values["options"].items())
    default = values["default"] or (options[0].id if options else "")
    if default not in values["options"]:
        problem = unknown("option-unknown", default, tuple(values["options"]), mark_of(node, "default"))
        raise Refused(problem.code, problem.mark, **dict(problem.facts))
    return Reading("", values["question"], values["cite"], options, default)


READINGS = MapOf(
    Record(
        "reading",
        {
            "question": Key(WORDS),
            "cite": Key(TEXT, ""),
            "options": Key(MapOf(WORDS)),
            "default": Key(TEXT, None),
        },
        _reading,
    )
)


@dataclass(frozen=True, slots=True)
class RubricSource:
    """A rubric as written, with its open readings; `under` settles them."""

    file: str
    sha256: str
    nodes: Mapped
    readings: Mapping[str, Reading]
    settling: Settling = field(repr=False, compare=False)
    """Its nodes under sets of readings."""
    made: dict[tuple[str, ...], Rubric] = field(default_factory=dict, repr=False, compare=False)
    """The rubric under sets of readings that were asked for before."""

    def options(self, chosen: Mapping[str, str]) -> dict[str, str]:
        """Every reading with the option chosen for it, else its default. Unknown names are the caller's to check."""
        return {name: chosen.get(name, reading.default) for name, reading in self.readings.items()}

    def departures(self, chosen: Mapping[str, str]) -> dict[str, str]:
        """The options chosen that are not the default: saying a default aloud changes nothing."""
        return {name: option for name, option in chosen.items() if option != self.readings[name].default}

    def option_names(self, reading: str) -> tuple[str, ...]:
        """The options of a reading."""
        return tuple(option.id for option in self.readings[reading].options)

    def indicator_nodes(self, outer: Mapping[str, str]) -> tuple[Mapped, ...]:
        """The indicators with their choices; what stands around them settled by the options of `outer`."""
        return tuple(indicator_nodes(self.nodes, outer))

    def settlement_readings(self) -> tuple[str, ...]:
        """The readings of the settlement block."""
        node = self.nodes.get("settlement")
        return self.settling.readings(node) if node is not None else ()

    def settlement(self, options: Mapping[str, str]) -> Settlement:
        """The settlement block alone under a set of readings. Raises RubricError."""
        problems = self.settling.findings()
        node = self.nodes.get("settlement") or self.nodes
        found = SETTLEMENT.read(self.settling.under(node, options), problems)
        if not isinstance(found, Settlement):
            raise RubricError(self.file, tuple(problems))
        return found

    def indicator(self, node: Mapped, options: Mapping[str, str]) -> Indicator:
        """One of the indicator nodes under a set of readings. Raises RubricError."""
        problems = self.settling.findings()
        found = INDICATOR.read(self.settling.under(node, options), problems)
        if not isinstance(found, Indicator):
            raise RubricError(self.file, tuple(problems))
        return found

    def depends(self) -> Mapping[str, tuple[str, ...]]:
        """Which readings each indicator depends on, by its id; under "" those of the calendar and the settlement."""
        found: dict[str, tuple[str, ...]] = {}
        for line, around in chosen_indicators(self.nodes):
            name = line.get("id")
            if isinstance(name, Scalar):
                inside = self.settling.readings(line)
                found[name.text] = tuple(dict.fromkeys((*found.get(name.text, ()), *around, *inside)))
        rest = [value for key in ("calendar", "settlement") if (value := self.nodes.get(key)) is not None]
        found[""] = tuple(dict.fromkeys(chain.from_iterable(map(self.settling.readings, rest))))
        return found

    def bears_on(self, reading: str) -> Mapping[str, frozenset[str]]:
        """The indicators that a reading bears on, each with those of its rules; none where all or no single one is.

        A reading that chooses a whole list bears on all that stands in it.
        """
        found: dict[str, frozenset[str]] = {}
        for line, around in chosen_indicators(self.nodes):
            name = line.get("id")
            if not isinstance(name, Scalar):
                continue
            if reading in around:
                found[name.text] = frozenset()
            elif reading in self.settling.readings(line) and found.get(name.text) != frozenset():
                rules = frozenset(rules_on(line, reading))
                found[name.text] = rules | found.get(name.text, rules) if rules else rules
        return found

    def under(self, chosen: Mapping[str, str]) -> Rubric:
        """The rubric under a set of readings. Raises RubricError."""
        options = self.options(chosen)
        key = tuple(options.values())
        if key not in self.made:
            self.made[key] = self._under(options)
        return self.made[key]

    def _under(self, options: Mapping[str, str]) -> Rubric:
        problems = self.settling.findings()
        try:
            rubric = RUBRIC.read(self.settling.under(self.nodes, options), problems)
        except Refused as refused:
            raise RubricError(self.file, (refused.problem,)) from None
        if rubric is INVALID:
            raise RubricError(self.file, tuple(problems))
        assert isinstance(rubric, Rubric)  # noqa: S101 - RUBRIC makes nothing else
        return rubric


def read_rubric(file: str, text: str) -> RubricSource:
    """Read a rubric's text. Raises RubricError where it is not well formed or its readings do not fit."""
    from jobhome_score.rubric.yaml_nodes import read_nodes  # a parser, which a packaged rubric does without

    return _source(file, _sha256(text), Settling(read_nodes(file, text)))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _source(file: str, sha256: str, whole: Settling) -> RubricSource:
    """A rubric of its nodes. Raises RubricError where its readings do not fit."""
    problems: list[RubricProblem] = []
    block = whole.top.get("readings")
    found = READINGS.read(block, problems) if block is not None else {}
    if problems:
        raise RubricError(file, tuple(problems))
    readings = {name: Reading(name, one.question, one.cite, one.options, one.default) for name, one in found.items()}
    settling = whole.without("readings")
    known = {name: tuple(option.id for option in one.options) for name, one in readings.items()}
    problems.extend(check_branches(settling.top, known, settling.chooses))
    if problems:
        raise RubricError(file, tuple(problems))
    return RubricSource(file, sha256, settling.top, readings, settling)


def check_every_option(source: RubricSource) -> tuple[RubricProblem, ...]:
    """Build the rubric under its defaults and once for every option of every choice; the problems, each once."""
    found: dict[RubricProblem, None] = {}
    trials: list[dict[str, str]] = [{}]
    for branch in branches(source.nodes):
        trials.extend({**branch.under, branch.reading: option.id} for option in source.readings[branch.reading].options)
    for trial in {tuple(sorted(trial.items())): trial for trial in trials}.values():
        try:
            source.under(trial)
        except RubricError as error:
            found |= dict.fromkeys(error.problems)
    return tuple(found)


def packaged(name: str = PACKAGED) -> Path:
    """Where a packaged rubric lies: inside the wheel, or at the root of a source checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rubrics" / f"{name}.yaml"
    return inside if inside.is_file() else package.parent.parent / "rubrics" / f"{name}.yaml"


def find_rubric(name: str) -> Path:
    """A rubric by path, or a packaged one by name. Raises FileNotFoundError."""
    path = Path(name)
    if path.is_file():
        return path
    shipped = packaged(name)
    if "/" not in name and shipped.is_file():
        return shipped
    raise FileNotFoundError(name)


def load_rubric(name: str = PACKAGED) -> RubricSource:
    """Read a rubric by path or packaged name. Raises FileNotFoundError, OSError or RubricError."""
    path = find_rubric(name)
    text = text_of(path)
    sha256 = _sha256(text)
    ready = ready_nodes(path, sha256) if path == packaged(path.stem) else None
    return read_rubric(path.name, text) if ready is None else _source(path.name, sha256, ready)


def text_of(path: Path) -> str:
    """The text of a YAML file. Raises OSError, and RubricError where it is too large or not UTF-8."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise RubricError(path.name, (RubricProblem("yaml-too-large", Mark(1, 1)),))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        line = data[: broken.start].count(b"\n") + 1
        raise RubricError(path.name, (RubricProblem("yaml-encoding", Mark(line, 1)),)) from None
