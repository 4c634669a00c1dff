"""What every indicator comes to under every option of the readings it depends on: the table behind all what-ifs.

Exact and complete: an indicator is scored once for each combination of its own readings, never for combinations of
readings that do not concern it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import product

from jobhome_score.measures.measuring import Workbench
from jobhome_score.rubric.build import INDICATOR
from jobhome_score.rubric.document import Indicator, Role, Rubric, Rule
from jobhome_score.rubric.nodes import Mapped, RubricProblem
from jobhome_score.rubric.readings import branches, settle
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.results import RuleScore
from jobhome_score.scoring.rules import Missing, score_rule
from jobhome_score.scoring.sheet import indicator_of
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season

Options = Mapping[str, str]
CALENDAR_GRAINS = frozenset({"month", "quarter", "week", "half"})


@dataclass(frozen=True, slots=True)
class Line:
    """What an indicator adds to the total, for every combination of the readings it depends on; penalties are negative.

    Bonus lines are one, and penalty lines are one, after the cap of their section.
    """

    ids: tuple[str, ...]
    role: Role
    readings: tuple[str, ...]
    values: Mapping[tuple[str, ...], Fraction]

    def value(self, options: Options) -> Fraction:
        """Its value under a full set of options."""
        return self.values[tuple(options[name] for name in self.readings)]


@dataclass(frozen=True, slots=True)
class Bench:
    """What scoring needs for one way to cut the calendar; views are shared, for no reading changes their rows."""

    bench: Workbench
    scored: dict[str, RuleScore] = field(default_factory=dict)


def lines(source: RubricSource, season: Season, default: Rubric, zeroed: frozenset[str]) -> tuple[Line, ...]:
    """The table of every indicator. `zeroed` indicators score 0 whatever the readings."""
    built: dict[str, Relation] = {}
    together = Workbench(season, _with_parts(default, join=True), built)
    each = Workbench(season, _with_parts(default, join=False), built)
    benches = {"together": Bench(together), "each": Bench(each)}
    calendar = _calendar_reading(source)
    roles = {line.id: section.role for section in default.sections for line in section.indicators}
    table = [_line(source, node, benches, calendar, roles, zeroed) for node in source.indicator_nodes()]
    extras = [_capped(source, default, table, role) for role in (Role.BONUS, Role.PENALTY)]
    return (*(line for line in table if line.role is Role.BASE), *extras)


def _capped(source: RubricSource, default: Rubric, table: Sequence[Line], role: Role) -> Line:
    """The lines of the bonus or of the penalty section as one, after the section's cap."""
    members = [line for line in table if line.role is role]
    names = tuple(dict.fromkeys(name for line in members for name in line.readings))
    cap = sum((Fraction(section.points) for section in default.sections if section.role is role), Fraction(0))
    sign = -1 if role is Role.PENALTY else 1
    values = {
        tuple(options.values()): sign * min(cap, sum((line.value(options) for line in members), Fraction(0)))
        for options in combinations(source, names)
    }
    return Line(tuple(line.ids[0] for line in members), role, names, values)


def _with_parts(rubric: Rubric, *, join: bool) -> Rubric:
    return replace(rubric, calendar=replace(rubric.calendar, join_parts=join))


def _calendar_reading(source: RubricSource) -> str | None:
    """The reading that decides how part months count, if the rubric leaves that open."""
    node = source.nodes.get("calendar")
    return next((branch.reading for branch in branches(node)), None) if node is not None else None


def _line(
    source: RubricSource, node: Mapped, benches: Mapping[str, Bench], calendar: str | None, roles: Mapping[str, Role],
    zeroed: frozenset[str],
) -> Line:  # fmt: skip
    names = list(dict.fromkeys(branch.reading for branch in branches(node)))
    built: list[tuple[Options, Indicator]] = [
        (options, _build(node, options)) for options in combinations(source, names)
    ]
    line = built[0][1]
    if calendar is not None and calendar not in names and any(_uses_calendar(one) for _, one in built):
        names.append(calendar)
        cuts: Sequence[str] = source.option_names(calendar)
    else:
        cuts = ()
    fixed = source.readings[calendar].default if calendar else "together"
    values = {}
    for options, indicator in built:
        for cut in cuts or (fixed,):
            bench = benches.get(cut, benches["together"])
            score = _score(bench, roles[line.id], indicator)
            key = tuple(options[name] for name in names if name in options) + ((cut,) if cuts else ())
            values[key] = Fraction(0) if line.id in zeroed and roles[line.id] is not Role.PENALTY else score
    return Line((line.id,), roles[line.id], tuple(names), values)


def combinations(source: RubricSource, names: Sequence[str]) -> Iterator[Options]:
    """Every combination of options of some readings."""
    for options in product(*(source.option_names(name) for name in names)):
        yield dict(zip(names, options, strict=True))


def _build(node: Mapped, options: Options) -> Indicator:
    problems: list[RubricProblem] = []
    found = INDICATOR.read(settle(node, options), problems)
    assert isinstance(found, Indicator)  # noqa: S101 - the rubric was built before under its defaults
    return found


def _uses_calendar(line: Indicator) -> bool:
    return any(
        measure.each[0] in CALENDAR_GRAINS for rule in line.rules for term in rule.terms for measure in term.measures
    )


def _score(bench: Bench, role: Role, line: Indicator) -> Fraction:
    scored = indicator_of(line, [_rule(bench, role, line, rule) for rule in line.rules])
    return scored.score if role is Role.BASE else scored.deducted


def _rule(bench: Bench, role: Role, line: Indicator, rule: Rule) -> RuleScore:
    """A rule scored once for each form that the readings give it."""
    form = f"{line.id} {line.cap} {rule!r}"
    if form not in bench.scored:
        bench.scored[form] = score_rule(bench.bench, line, rule, award=role is Role.BONUS, missing=Missing.WORST)
    return bench.scored[form]
