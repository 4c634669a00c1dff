"""How much the settlement turns on each row: what a sample for on-site checking is drawn by.

The weight of a row is 1 + ⌊999 × the largest of nearness × share⌋ over the figures that it supports.

*Share*: points that are lost when the figure falls short, within what caps leave to lose, over the points that the
total may lose before its band of the settlement ends; 1 at most, and 1 where the payout follows the total point by
point.

*Nearness*, 0 to 1: how directly that hangs on the row. Of things counted: one over the number of rows that must be
void before the figure falls short. Of a sum: the row's number over what the sum has to spare. Of a number that one
row says, of a mean or a growth: 1 at the target, 0 from a tenth above it. Of a figure that falls short already: 1
where each further row costs points again (of a rate its part of the next step), else 0. Of a bonus: one over the rows
that must be void before points are lost. Findings and complaints, which the auditor writes, support nothing here.

Decisions on disputes that were applied count as they do in the score: points and caps are those after review, a figure
stands where it were if what is excused had been done, and nothing hangs on a row of which a decision excuses whatever
is missed.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Any

from jobhome_score.assessment import Assessment
from jobhome_score.evidence import Place
from jobhome_score.measures.measuring import PERIOD, Figure, Workbench, measured
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Comparison, How, Measure, Per, Role, Target, Term
from jobhome_score.rubric.paying import Rounding, Settlement
from jobhome_score.scoring.results import IndicatorScore, RuleScore
from jobhome_score.scoring.review.hearing import Heard, all_heard

HEAVIEST = 999
NOTHING, WHOLE = Fraction(0), Fraction(1)
SPARE = 10
"""A number a tenth above its target no longer hangs on how well it was counted."""

HALF = Fraction(1, 2)
CHANNELS = {"fair_callbacks": "招聘会", "gig_callbacks": "零工市场", "desk_callbacks": "前台"}
PARTIES = {"fair_companies": "企业", "fair_seekers": "求职者"}
"""Whose calls stand behind a group of a rate."""


@dataclass(frozen=True, slots=True)
class Stake:
    """What hangs on a row: `turn` is nearness × share, of the rule of an indicator, of which figure and cell."""

    turn: Fraction
    indicator: str
    rule: str
    cell: str
    value: Fraction | None
    target: Target

    @property
    def weight(self) -> int:
        """The weight that it gives a row."""
        return 1 + floor(HEAVIEST * self.turn)


def stakes(assessment: Assessment, bench: Workbench) -> Mapping[Place, Stake]:
    """The heaviest stake on each row; rows on which nothing hangs are left out and weigh 1."""
    found: dict[Place, Stake] = {}
    room = room_below(assessment)
    bench = Workbench(bench.season, bench.rubric, bench.built, assessment.review.decisions)
    for section in assessment.score.sections:
        for line in section.indicators if section.section.role is not Role.PENALTY else ():
            for scored in line.rules if not line.zeroed else ():
                for place, stake in _of_rule(bench, line, scored, section.section.role, room):
                    if place not in found or stake.turn > found[place].turn:
                        found[place] = stake
    return found


def room_below(assessment: Assessment) -> Fraction:
    """The points that the total may lose before its band ends; 0 where every point is paid for by itself."""
    rules, payout, score = assessment.rubric.settlement, assessment.payout, assessment.score
    if payout.band.pays is None:
        return NOTHING
    return max(NOTHING, score.base + score.bonus - score.penalty - _least(rules, payout.band.at_least))


def _least(rules: Settlement, at_least: Decimal) -> Fraction:
    """The least total that a band still takes."""
    return Fraction(at_least) - (HALF if rules.rounding is Rounding.HALF_UP else NOTHING)


def _of_rule(
    bench: Workbench, line: IndicatorScore, scored: RuleScore, role: Role, room: Fraction
) -> Iterator[tuple[Place, Stake]]:
    if scored.lacking:
        return
    start, bonus = bench.season.period.start, role is Role.BONUS
    figures = [[(measure, one) for measure in term.measures for one in measured(bench, measure, term.due, term.targets)]
               for term in scored.rule.terms]  # fmt: skip
    heard = all_heard(bench, line.indicator, scored.rule, [[one for _, one in each] for each in figures], award=bonus)
    for term, each, rulings in zip(scored.rule.terms, figures, heard, strict=True):
        loss = _loss(line, scored, term, role)
        share = min(WHOLE, loss / room) if room else WHOLE
        if loss and share:
            for (measure, raw), ruling in zip(each, rulings, strict=True):
                figure = raw if ruling is None else _after(raw, ruling, measure)
                if figure is not None:
                    near = _awarded(figure, scored, term) if bonus else _near(figure, measure, term, start)
                    told = line.indicator.id, scored.rule.id, raw.cell, raw.value, term.targets[raw.name]
                    for place, nearness in _placed(bench, figure, measure, near):
                        yield place, Stake(nearness * share, *told)


def _after(figure: Figure, heard: Heard, measure: Measure) -> Figure | None:
    """A figure after review; None where nothing hangs on it. A rate goes on losing step by step as it did before."""
    if heard.settled:
        return None
    return figure if measure.take[figure.name].how is How.RATIO else heard.met


def _loss(line: IndicatorScore, scored: RuleScore, term: Term, role: Role) -> Fraction:
    """The points that one more miss costs, within what the caps leave to lose; those that one award brings."""
    price = term.price
    if isinstance(price.points, str):
        return NOTHING
    points = Fraction(price.points)
    if role is Role.BONUS:
        return points
    caps = [
        (line.indicator.cap, line.deducted),
        (line.indicator.points, line.deducted),
        (scored.rule.cap, scored.uncapped),
        (price.cap, scored.uncapped),
        (scored.rule.points, scored.deducted),
    ]
    left = [max(NOTHING, Fraction(cap) - lost) for cap, lost in caps if cap is not None]
    return min([points, *left])


Near = Iterator[tuple[int, Fraction]]
"""Rows of a figure's relation with their nearness."""


def _awarded(figure: Figure, scored: RuleScore, term: Term) -> Near:
    """Rows that earn a bonus: beyond the cap some may be void at no loss."""
    beyond = (scored.uncapped - scored.deducted) / Fraction(term.price.points)
    yield from ((row, WHOLE / (1 + floor(beyond))) for row in figure.rows)


def _near(figure: Figure, measure: Measure, term: Term, start: dt.date) -> Near:
    target = term.targets[figure.name]
    if target.comparison not in (Comparison.AT_LEAST, Comparison.MORE_THAN) or figure.value is None or not figure.rows:
        return iter(())
    take = measure.take[figure.name]
    if not figure.meets(target):
        return _short(figure, measure, term)
    match take.how:
        case How.COUNT | How.MULTIPLES:
            return ((row, WHOLE / _void(figure.value, target)) for row in figure.rows)
        case How.DISTINCT:
            return _distinct(figure, take.columns, _void(figure.value, target))
        case How.SUM if len(figure.rows) > 1:
            return _summed(figure, take.columns[0], figure.value - target.number)
        case How.RATIO:
            return _rate(figure, take.columns, target)
    growth = take.how is How.GROWTH
    spare = (figure.value - target.number) / (figure.value + growth or WHOLE)
    rows = _ends(figure, take.base, start) if growth else figure.rows
    return ((row, max(NOTHING, 1 - SPARE * spare)) for row in rows)


def _ends(figure: Figure, base: str, start: dt.date) -> Sequence[int]:
    """The two counts that a growth rests on: its base and the last one."""
    moments = figure.relation.moments()
    ordered = sorted(figure.rows, key=lambda row: str(moments[row]))
    early = [row for row in ordered if str(moments[row]) <= start.isoformat()] if base == "start" else []
    within = [row for row in ordered if str(moments[row]) >= start.isoformat()]
    return tuple(dict.fromkeys([*early[-1:], *within[-1:]] if early else [*within[:1], *within[-1:]]))


def _void(value: Fraction, target: Target) -> int:
    """How many things must be void before a count falls short."""
    least = floor(target.number) + 1 if target.comparison is Comparison.MORE_THAN else ceil(target.number)
    return max(1, floor(value) - least + 1)


def _short(figure: Figure, measure: Measure, term: Term) -> Near:
    """Of a figure that falls short already: each row where each costs points again; of a rate, its part of a step."""
    take, per = measure.take[figure.name], term.price.per
    if isinstance(per, Per) or measure.each[0] != PERIOD:
        return iter(())
    if take.how is not How.RATIO:
        return ((row, WHOLE) for row in figure.rows)
    parts, wholes = _two(figure, take.columns)
    step = max(1, ceil(per * Fraction(sum(wholes[row] or 0 for row in figure.rows))))
    return ((row, Fraction(1, step)) for row in figure.rows if parts[row])


def _distinct(figure: Figure, columns: Sequence[str], void: int) -> Near:
    """A thing that several rows show falls only with all of them."""
    values = list(zip(*(figure.relation.column(name) for name in columns), strict=True))
    shown: dict[object, int] = {}
    for row in figure.rows:
        shown[values[row]] = shown.get(values[row], 0) + 1
    return ((row, Fraction(1, void * shown[values[row]])) for row in figure.rows)


def _summed(figure: Figure, column: str, spare: Fraction) -> Near:
    values = figure.relation.column(column)
    return ((row, min(WHOLE, Fraction(values[row] or 0) / (spare + 1))) for row in figure.rows)


def _rate(figure: Figure, columns: Sequence[str], target: Target) -> Near:
    parts, wholes = _two(figure, columns)
    part, whole = (Fraction(sum(column[row] or 0 for row in figure.rows)) for column in (parts, wholes))
    void = max(1, floor(part) - ceil(target.number * whole) + 1)
    return ((row, Fraction(1, void)) for row in figure.rows if parts[row])


def _two(figure: Figure, columns: Sequence[str]) -> tuple[Sequence[Any], Sequence[Any]]:
    """The columns of a rate: its part and its whole."""
    relation = figure.relation
    return relation.column(columns[0]), [1] * relation.size if columns[1] == "all" else relation.column(columns[1])


def _placed(bench: Workbench, figure: Figure, measure: Measure, near: Near) -> Iterator[tuple[Place, Fraction]]:
    """The ledger rows behind a figure's rows; behind a rate of callbacks also the calls that succeeded."""
    most = NOTHING
    for row, nearness in near:
        most = max(most, nearness)
        yield from ((place, nearness) for place in figure.relation.places(row))
    channel = CHANNELS.get(measure.of)
    if most and channel is not None:
        calls = bench.season.rows("callbacks")
        groups = {str(value) for one in measure.where.all_of if one.column == "group" for value in one.values}
        sides = {PARTIES[name] for name in groups if name in PARTIES} or set(PARTIES.values())
        columns = zip(*map(calls.column, ("channel", "party", "reached")), strict=True)
        for row, (by, party, reached) in enumerate(columns):
            if reached and by == channel and party in sides:
                yield from ((place, most) for place in calls.places(row))
