"""What an indicator adds to the total under any options of the readings it depends on: the ground of all what-ifs.

Exact, and never more than is asked: an indicator is scored for a combination of its own readings when somebody wants
it, and never again; readings that do not concern it do not multiply anything.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from jobhome_score.insight.framing import PARTED, Choices, Options, Stage, combinations
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Indicator, Role, Rule, Section
from jobhome_score.rubric.nodes import Mapped
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.results import RuleScore, Score
from jobhome_score.scoring.rules import Missing, score_rule
from jobhome_score.scoring.sheet import deducted_of, indicator_of

NOTHING = Fraction(0)

Ends = tuple[Fraction, Fraction]
"""The least and the most that something can come to."""


@dataclass(frozen=True, slots=True)
class Line:
    """What an indicator adds to the total, by the options of the readings it depends on; penalties are negative.

    Bonus lines are one, and penalty lines are one, after the cap of their section. A value is None where it needs a
    ledger that was not handed in and nobody may do without.
    """

    ids: tuple[str, ...]
    role: Role
    readings: tuple[str, ...]
    combinations: tuple[Options, ...]
    evaluate: Callable[[Options], Fraction | None] = field(repr=False)
    between: Callable[[Options], Ends | None] = field(repr=False)
    """Between which values it lies whatever its ledgers say of rules not scored so far; None where nobody can say."""
    known: dict[tuple[str, ...], Fraction | None] = field(default_factory=dict, repr=False)

    def value(self, options: Options) -> Fraction | None:
        """Its value under a full set of options."""
        key = tuple(map(options.__getitem__, self.readings))
        if key not in self.known:
            self.known[key] = self.evaluate(options)
        return self.known[key]

    def values(self) -> Iterator[tuple[Options, Fraction]]:
        """Its value under each combination of its own readings that the ledgers can support."""
        for options in self.combinations:
            value = self.value(options)
            if value is not None:
                yield options, value


Form = tuple[object, ...]
"""What the score of a rule depends on beside season and decisions."""

Scored = dict[Form, RuleScore]
"""Rules scored before, by the form that the readings gave them. A score holds its rule, so that identities last."""


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the lines of one stage are made from. `strict`: no rule may do without a ledger that it needs."""

    source: RubricSource
    stage: Stage
    frame: Options
    choices: Choices
    strict: bool
    scored: Scored


def lines(scenery: Scenery) -> tuple[Line, ...]:
    """The lines of a stage: each base indicator, the bonus as one, the penalties as one."""
    nodes = scenery.source.indicator_nodes(scenery.frame)
    built = [(line.id, section) for section in scenery.stage.rubric.sections for line in section.indicators]
    found = [_line(scenery, node, *line) for node, line in zip(nodes, built, strict=True)]
    extras = [_capped(scenery, found, role) for role in (Role.BONUS, Role.PENALTY)]
    return (*(line for line in found if line.role is Role.BASE), *extras)


def _line(scenery: Scenery, node: Mapped, name: str, section: Section) -> Line:
    role, limit = section.role, Fraction(section.points)
    names = scenery.source.settling.readings(node)

    def evaluate(options: Options) -> Fraction | None:
        if name in scenery.stage.zeroed:
            return NOTHING
        return _score(scenery, role, scenery.source.indicator(node, options))

    def between(options: Options) -> Ends | None:
        if name in scenery.stage.zeroed:
            return NOTHING, NOTHING
        return _between(scenery, role, scenery.source.indicator(node, options), limit)

    return Line((name,), role, names, tuple(combinations(scenery.choices, names)), evaluate, between)


def _capped(scenery: Scenery, table: Sequence[Line], role: Role) -> Line:
    """The lines of the bonus sections or of the penalty sections as one, each section after its cap."""
    sections = [section for section in scenery.stage.rubric.sections if section.role is role]
    members = [line for line in table if line.role is role]
    names = tuple(dict.fromkeys(name for line in members for name in line.readings))
    sign = -1 if role is Role.PENALTY else 1

    def evaluate(options: Options) -> Fraction | None:
        parts = [_together(section, members, options) for section in sections]
        return None if None in parts else sign * sum((part for part in parts if part is not None), NOTHING)

    def between(options: Options) -> Ends | None:
        ends = [_ends_together(section, members, options) for section in sections]
        if None in ends:
            return None
        least, most = (sum((end[side] for end in ends if end), NOTHING) for side in (0, 1))
        return (-most, -least) if role is Role.PENALTY else (least, most)

    return Line(tuple(line.ids[0] for line in members), role, names, tuple(combinations(scenery.choices, names)),
                evaluate, between)  # fmt: skip


def _together(section: Section, members: Sequence[Line], options: Options) -> Fraction | None:
    mine = {line.id for line in section.indicators}
    values = [line.value(options) for line in members if line.ids[0] in mine]
    taken = sum((value for value in values if value is not None), NOTHING)
    return None if None in values else min(taken, Fraction(section.points))


def _ends_together(section: Section, members: Sequence[Line], options: Options) -> Ends | None:
    mine = {line.id for line in section.indicators}
    ends = [line.between(options) for line in members if line.ids[0] in mine]
    if None in ends:
        return None
    least, most = (sum((end[side] for end in ends if end), NOTHING) for side in (0, 1))
    return min(least, Fraction(section.points)), min(most, Fraction(section.points))


def _between(scenery: Scenery, role: Role, line: Indicator, limit: Fraction) -> Ends | None:
    """The ends of an indicator of a section that cannot come to more than `limit`."""
    ends = [_charge(scenery, line, rule, limit) for rule in line.rules]
    if None in ends:
        return None
    charged = [(rule, end) for rule, end in zip(line.rules, ends, strict=True) if end]
    least, most = (min(limit, deducted_of(line, [(rule, end[side]) for rule, end in charged])) for side in (0, 1))
    points = Fraction(line.points or 0)
    return (points - most, points - least) if role is Role.BASE else (least, most)


def _charge(scenery: Scenery, line: Indicator, rule: Rule, limit: Fraction) -> Ends | None:
    """What a rule can deduct: what it does where it was scored, else nothing at the least and its caps at the most.

    None where rows say themselves what they cost, which may be less than nothing.
    """
    scored = scenery.scored.get(_form(scenery.stage, line, rule))
    if scored is not None:
        return scored.deducted, scored.deducted
    if any(isinstance(term.price.points, str) for term in rule.terms):
        return None
    caps = (rule.cap, rule.terms[0].price.cap if len(rule.terms) == 1 else None)
    return NOTHING, min([limit, *(Fraction(cap) for cap in caps if cap is not None)])


def _score(scenery: Scenery, role: Role, line: Indicator) -> Fraction | None:
    rules = [_rule(scenery, role, line, rule) for rule in line.rules]
    if scenery.strict and any(rule.lacking for rule in rules):
        return None
    scored = indicator_of(line, rules)
    return scored.score if role is Role.BASE else scored.deducted


def _rule(scenery: Scenery, role: Role, line: Indicator, rule: Rule) -> RuleScore:
    """A rule scored once for each form that the readings give it, on views and cells that are the same."""
    form = _form(scenery.stage, line, rule)
    if form not in scenery.scored:
        bench, award = scenery.stage.bench, role is Role.BONUS
        scenery.scored[form] = score_rule(bench, line, rule, award=award, missing=Missing.WORST)
    return scenery.scored[form]


def scored_before(stage: Stage, score: Score) -> Scored:
    """The rules of a score that was made on the season, the views and the decisions of a stage."""
    return {
        _form(stage, line.indicator, rule.rule): rule
        for section in score.sections
        for line in section.indicators
        for rule in line.rules
    }


def _form(stage: Stage, line: Indicator, rule: Rule) -> Form:
    """The form of a rule on a stage. What a source reads from a node is one rule, under whatever other readings."""
    parts = stage.parts if _has_parts(rule) else None
    return line.id, line.cap, line.points, parts, id(stage.bench.built), id(rule)


def _has_parts(rule: Rule) -> bool:
    return any(grain in measure.each for grain in PARTED for term in rule.terms for measure in term.measures)
