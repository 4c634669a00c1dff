"""What a charged miss is made of: the things counted one by one where only their number matters, else the miss whole.

Whoever disputes one finding of five strikes out that one; the others stay charged.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from jobhome_score.evidence import Place
from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.kinds import shown
from jobhome_score.measures.measuring import Figure
from jobhome_score.named import NamedTuple
from jobhome_score.rubric.document import Combine, Comparison, How, Per, Take, Term
from jobhome_score.views.relation import Moment

MOST = 20_000
"""More things than this are charged in one line: no sheet shows them and nobody disputes them one by one."""


class Unit(NamedTuple):
    """A part of a miss: how often it is charged, what it costs by itself before any cap, its rows and its moment.

    `value`: of things counted once each, which one this is.
    """

    times: Fraction
    points: Fraction
    places: Sequence[Place] = ()
    moment: Moment | None = None
    value: str = ""


Part = tuple[Sequence[int], Fraction, str]
"""Rows, how much they add to the figure, and what they are."""


def units_of(figure: Figure, term: Term, steps: Fraction) -> Sequence[Unit]:
    """The units of a miss that is charged `steps` times; one without places where it cannot be taken apart."""
    price = term.price
    parts = tuple(parts_of(figure, term)) if _divisible(figure, term) else ()
    moments = figure.relation.moments()

    def unit(part: Part, times: Fraction, points: Fraction) -> Unit:
        rows, _, value = part
        places = dict.fromkeys(place for row in rows for place in figure.relation.places(row))
        return Unit(times, points, tuple(places), moments[rows[0]], value)

    if isinstance(price.points, str):
        return tuple(unit(part, Fraction(1), _said(figure, price.points, part)) for part in parts)
    cost = Fraction(price.points)
    if parts and isinstance(price.per, Per):
        return tuple(unit(part, Fraction(1), cost) for part in parts)
    if parts and not isinstance(price.per, Per) and sum(part[1] for part in parts) / price.per == steps:
        counts = [part[1] / price.per for part in parts]
        return tuple(unit(part, count, count * cost) for part, count in zip(parts, counts, strict=True))
    same = {moments[row] for row in figure.rows}
    return (Unit(steps, steps * cost, (), same.pop() if len(same) == 1 else None),)


def _divisible(figure: Figure, term: Term) -> bool:
    """Whether the figure counts things that should not be there at all, each charged the same."""
    alone = not isinstance(term.price.per, Per) or term.measures[0].each == ("period",) == term.measures[-1].each
    return _none_allowed(figure, term) and alone and term.price.combine is Combine.SUM and len(figure.rows) <= MOST


def counts_faults(figure: Figure, term: Term) -> bool:
    """Whether a figure counts, one by one, what should not be there at all."""
    return _none_allowed(figure, term) and take_of(figure, term).how in (How.COUNT, How.SUM, How.DISTINCT)


def _none_allowed(figure: Figure, term: Term) -> bool:
    target = term.targets[figure.name]
    return target.comparison is Comparison.AT_MOST and not target.number


def take_of(figure: Figure, term: Term) -> Take:
    """How a figure of a term was taken."""
    return next(measure.take[figure.name] for measure in term.measures if figure.name in measure.take)


def parts_of(figure: Figure, term: Term) -> Iterator[Part]:
    """What a count is made of, part by part."""
    take = take_of(figure, term)
    match take.how:
        case How.COUNT:
            yield from (((row,), Fraction(1), "") for row in figure.rows)
        case How.SUM:
            values = figure.relation.column(take.columns[0])
            yield from (((row,), Fraction(values[row]), "") for row in figure.rows if values[row])
        case How.DISTINCT:
            values = figure.relation.column(take.columns[0])
            found: dict[Any, list[int]] = {}
            for row in figure.rows:
                found.setdefault(values[row], []).append(row)
            yield from ((rows, Fraction(1), shown(value)) for value, rows in found.items())


def _said(figure: Figure, column: str, part: Part) -> Fraction:
    """What the rows of a part say themselves."""
    values = figure.relation.column(column)
    return sum((Fraction(values[row]) for row in part[0] if values[row] is not None), Fraction(0))


def month_of(moment: Moment | None) -> str:
    """The month of a moment as 2026-03; empty where it has none of its own."""
    match moment:
        case dt.date():
            return f"{moment.year}-{moment.month:02}"
        case Span(months=1):
            return str(moment)
    return ""
