"""Readings that stand outside the indicators: in the calendar, in the catalogues, around whole sections.

Each way to settle them is a stage on which every line is scored anew; on one stage lines are independent.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import product

from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.measures.measuring import Workbench
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Role, Rubric
from jobhome_score.rubric.nodes import Items, Mapped, Node
from jobhome_score.rubric.readings import is_choice
from jobhome_score.rubric.settling import Settling, chooser
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.fitting import season_of
from jobhome_score.scoring.sheet import falsified, withheld
from jobhome_score.views.cells import CalendarCell, calendar_cells
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

Options = Mapping[str, str]
Choices = Mapping[str, tuple[str, ...]]
"""The options that each reading may still take; a decided one has a single option left."""

BLOCKS = ("catalogues", "calendar")
LINES = "indicators"
ZERO = "zero"
PARTED = ("month", "quarter")
"""The grains whose cells depend on how part months are counted."""

BESIDE = (ZERO, "measure", "measures", "terms")


@dataclass(frozen=True, slots=True)
class Stage:
    """A rubric whose outer readings are settled, with a workbench; `zeroed` lines add nothing."""

    rubric: Rubric
    bench: Workbench
    zeroed: frozenset[str]
    parts: tuple[tuple[CalendarCell, ...], ...]
    """The cells of the parted grains."""


def combinations(choices: Choices, names: tuple[str, ...]) -> Iterator[Options]:
    """Every combination of the options left to some readings."""
    for options in product(*(choices[name] for name in names)):
        yield dict(zip(names, options, strict=True))


def framing(source: RubricSource) -> tuple[str, ...]:
    """The readings of catalogues and calendar, of whole sections, and of rules that name falsified indicators."""
    settling = source.settling
    found = [name for key in BLOCKS if (block := source.nodes.get(key)) for name in settling.readings(block)]
    sections = source.nodes.get("sections")
    if sections is not None:
        found += _outside(settling, sections, lines=False)
        found += _zeroing(settling, sections)
    return tuple(dict.fromkeys(found))


def _outside(settling: Settling, node: Node, *, lines: bool) -> Iterator[str]:
    """The readings above the indicators; `lines`: the mappings met are indicators."""
    if not settling.chooses(node):
        return
    if isinstance(node, Items):
        for item in node.items:
            yield from _outside(settling, item, lines=lines)
    elif isinstance(node, Mapped) and is_choice(node):
        yield from chooser(node)
        for _, value in node.pairs[1:]:
            yield from _outside(settling, value, lines=lines)
    elif isinstance(node, Mapped) and not lines:
        for name, value in node.pairs:
            if name.text == LINES:
                yield from _outside(settling, value, lines=True)
            else:
                yield from settling.readings(value)


def _zeroing(settling: Settling, node: Node) -> Iterator[str]:
    """The readings that decide which rows name an indicator: those of a measure beside a `zero`, and around both."""
    if not settling.chooses(node):
        return
    if isinstance(node, Items):
        for item in node.items:
            yield from _zeroing(settling, item)
    elif isinstance(node, Mapped):
        if is_choice(node) and _names(node):
            yield from chooser(node)
        beside = [node.get(key) for key in BESIDE] if node.get(ZERO) is not None else []
        yield from (name for value in beside if value is not None for name in settling.readings(value))
        for _, value in node.pairs:
            yield from _zeroing(settling, value)


def _names(node: Node) -> bool:
    """Whether a rule in a node names indicators."""
    if isinstance(node, Items):
        return any(map(_names, node.items))
    return isinstance(node, Mapped) and any(name.text == ZERO or _names(value) for name, value in node.pairs)


class Stages:
    """Every stage by the options of the outer readings, made when it is asked for and then kept."""

    def __init__(
        self,
        source: RubricSource,
        season: Season,
        used: Rubric,
        built: dict[str, Relation],
        reviews: tuple[ReviewDecision, ...] = (),
    ) -> None:
        """`built`: views made before under the rubric `used`; `reviews`: decisions on disputes, under every reading."""
        self._source, self._season, self._used, self._built = source, season, used, built
        self._reviews = reviews
        self._kept: dict[tuple[str, ...], Stage] = {}
        self.names = framing(source)

    def at(self, options: Options) -> Stage:
        """The stage under a full set of options."""
        key = tuple(options[name] for name in self.names)
        if key not in self._kept:
            self._kept[key] = self._made(self._source.under(options))
        return self._kept[key]

    def _made(self, rubric: Rubric) -> Stage:
        same = rubric.services == self._used.services and _days(rubric) == _days(self._used)
        season = self._season if same else season_of(self._season.ledgers, rubric, self._season.as_of)
        bench = Workbench(season, rubric, self._built if same else {}, self._reviews)
        lines = rubric.indicators()
        mine = {line.id for section in rubric.sections if section.role is not Role.PENALTY
                for line in section.indicators}  # fmt: skip
        join = rubric.calendar.join_parts
        parts = tuple(calendar_cells(season.period, grain, join_parts=join) for grain in PARTED)
        if any(withheld(bench, line) for line in lines.values()):
            return Stage(rubric, bench, frozenset(mine), parts)
        named = frozenset(name for line in lines.values() for name in falsified(bench, line))
        return Stage(rubric, bench, named & mine, parts)


def _days(rubric: Rubric) -> tuple[frozenset[dt.date], frozenset[dt.date]]:
    return rubric.calendar.working, rubric.calendar.off
