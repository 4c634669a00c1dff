"""What an indicator adds to the total under any options of the readings it depends on: the ground of all what-ifs.

Exact, and never more than is asked: an indicator is scored for a combination of its own readings when somebody wants
it, and never again; readings that do not concern it do not multiply anything.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

from jobhome_score.measures.measuring import Workbench
from jobhome_score.rubric.build import CALENDAR, INDICATOR
from jobhome_score.rubric.document import CalendarRules, Indicator, Role, Rubric, Rule
from jobhome_score.rubric.nodes import Items, Mapped, Node, RubricProblem, Scalar
from jobhome_score.rubric.readings import branches, settle
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.results import RuleScore
from jobhome_score.scoring.rules import Missing, score_rule
from jobhome_score.scoring.sheet import indicator_of
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

Options = Mapping[str, str]
PARTED = frozenset({"month", "quarter"})
"""The cells whose number depends on how part months are counted."""

NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Line:
    """What an indicator adds to the total, by the options of the readings it depends on; penalties are negative.

    Bonus lines are one, and penalty lines are one, after the cap of their section.
    """

    ids: tuple[str, ...]
    role: Role
    readings: tuple[str, ...]
    combinations: tuple[Options, ...]
    evaluate: Callable[[Options], Fraction] = field(repr=False)
    known: dict[tuple[str, ...], Fraction] = field(default_factory=dict, repr=False)

    def value(self, options: Options) -> Fraction:
        """Its value under a full set of options."""
        key = tuple(options[name] for name in self.readings)
        if key not in self.known:
            self.known[key] = self.evaluate(options)
        return self.known[key]

    def values(self) -> Iterator[tuple[Options, Fraction]]:
        """Its value under each combination of its own readings."""
        for options in self.combinations:
            yield options, self.value(options)


@dataclass(frozen=True, slots=True)
class Scenery:
    """What lines are scored on: a workbench for either way to count part months, over the same views."""

    source: RubricSource
    benches: Mapping[bool, Workbench]
    calendar: Node | None
    zeroed: frozenset[str]
    scored: dict[str, RuleScore] = field(default_factory=dict)

    def joins_parts(self, options: Options) -> bool:
        """Whether part months at both ends are one cell under these options; of no matter to lines without them."""
        if self.calendar is None or any(branch.reading not in options for branch in branches(self.calendar)):
            return True
        found = CALENDAR.read(settle(self.calendar, options), [])
        return found.join_parts if isinstance(found, CalendarRules) else True


def lines(
    source: RubricSource, season: Season, default: Rubric, zeroed: frozenset[str], built: dict[str, Relation]
) -> tuple[Line, ...]:
    """The lines of a rubric over a season. `zeroed` indicators add nothing; `built` are views that exist already."""
    benches = {join: Workbench(season, _with_parts(default, join=join), built) for join in (True, False)}
    scenery = Scenery(source, benches, source.nodes.get("calendar"), zeroed)
    roles = {line.id: section.role for section in default.sections for line in section.indicators}
    table = [_line(scenery, node, roles) for node in source.indicator_nodes()]
    extras = [_capped(source, default, table, role) for role in (Role.BONUS, Role.PENALTY)]
    return (*(line for line in table if line.role is Role.BASE), *extras)


def _with_parts(rubric: Rubric, *, join: bool) -> Rubric:
    return rubric._replace(calendar=rubric.calendar._replace(join_parts=join))


def combinations(source: RubricSource, names: Sequence[str]) -> Iterator[Options]:
    """Every combination of options of some readings."""
    for options in product(*(source.option_names(name) for name in names)):
        yield dict(zip(names, options, strict=True))


def _line(scenery: Scenery, node: Mapped, roles: Mapping[str, Role]) -> Line:
    name = node.get("id")
    line_id = name.text if isinstance(name, Scalar) else ""
    readings = [branch.reading for branch in branches(node)]
    if scenery.calendar is not None and _has_parts(node):
        readings += [branch.reading for branch in branches(scenery.calendar)]
    names = tuple(dict.fromkeys(readings))

    def evaluate(options: Options) -> Fraction:
        if line_id in scenery.zeroed and roles[line_id] is not Role.PENALTY:
            return NOTHING
        return _score(scenery, roles[line_id], _build(node, options), scenery.joins_parts(options))

    return Line((line_id,), roles[line_id], names, tuple(combinations(scenery.source, names)), evaluate)


def _has_parts(node: Node) -> bool:
    """Whether an indicator is measured by month or quarter under any of its readings."""
    if isinstance(node, Items):
        return any(map(_has_parts, node.items))
    if isinstance(node, Mapped):
        each = node.get("each")
        return (each is not None and _names(each)) or any(_has_parts(value) for _, value in node.pairs)
    return False


def _names(node: Node) -> bool:
    if isinstance(node, Scalar):
        return node.text in PARTED
    inner = node.items if isinstance(node, Items) else tuple(value for _, value in node.pairs)
    return any(map(_names, inner))


def _capped(source: RubricSource, default: Rubric, table: Sequence[Line], role: Role) -> Line:
    """The lines of the bonus or of the penalty section as one, after the section's cap."""
    members = [line for line in table if line.role is role]
    names = tuple(dict.fromkeys(name for line in members for name in line.readings))
    cap = sum((Fraction(section.points) for section in default.sections if section.role is role), NOTHING)
    sign = -1 if role is Role.PENALTY else 1

    def evaluate(options: Options) -> Fraction:
        return sign * min(cap, sum((line.value(options) for line in members), NOTHING))

    return Line(tuple(line.ids[0] for line in members), role, names, tuple(combinations(source, names)), evaluate)


def _build(node: Mapped, options: Options) -> Indicator:
    problems: list[RubricProblem] = []
    found = INDICATOR.read(settle(node, options), problems)
    assert isinstance(found, Indicator)  # noqa: S101 - the rubric was built before under its defaults
    return found


def _score(scenery: Scenery, role: Role, line: Indicator, joins_parts: bool) -> Fraction:
    scored = indicator_of(line, [_rule(scenery, role, line, rule, joins_parts) for rule in line.rules])
    return scored.score if role is Role.BASE else scored.deducted


def _rule(scenery: Scenery, role: Role, line: Indicator, rule: Rule, joins_parts: bool) -> RuleScore:
    """A rule scored once for each form that the readings give it."""
    form = f"{line.id} {line.cap} {joins_parts} {rule!r}"
    if form not in scenery.scored:
        bench = scenery.benches[joins_parts]
        scenery.scored[form] = score_rule(bench, line, rule, award=role is Role.BONUS, missing=Missing.WORST)
    return scenery.scored[form]
