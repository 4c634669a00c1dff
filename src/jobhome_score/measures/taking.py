"""The ways to take a number from rows: count, distinct, sum, mean, ratio, growth, multiples. All exact."""

import datetime as dt
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor

from jobhome_score.ledgers.days import Span
from jobhome_score.rubric.document import How, Take
from jobhome_score.views.relation import Moment, Relation

ALL = "all"
UNBOUNDED = None
"""The growth from nothing to something: more than any requirement."""


class Nothing(Exception):
    """One over nothing: there are no rows to divide by."""


def take(relation: Relation, rows: Sequence[int], how: Take, start: dt.date) -> Fraction | None:
    """The number taken from rows; None is growth without bound. Raises Nothing for a ratio or mean over nothing."""
    match how.how:
        case How.COUNT:
            return Fraction(len(rows))
        case How.DISTINCT:
            return Fraction(_distinct(relation, rows, how.columns))
        case How.SUM:
            return _sum(relation, rows, how.columns[0])
        case How.MEAN:
            return _over(_sum(relation, rows, how.columns[0]), Fraction(len(rows)))
        case How.RATIO:
            return _over(*part_and_whole(relation, rows, how))
        case How.MULTIPLES:
            return Fraction(_multiples(relation, rows, how.steps or {}))
        case How.GROWTH:
            return _growth(relation, rows, how, start)


def part_and_whole(relation: Relation, rows: Sequence[int], how: Take) -> tuple[Fraction, Fraction]:
    """The two sums of a ratio."""
    part, whole = how.columns
    return _sum(relation, rows, part), _sum(relation, rows, whole)


def _distinct(relation: Relation, rows: Sequence[int], columns: Sequence[str]) -> int:
    values = (map(relation.column(name).__getitem__, rows) for name in columns)
    return sum(None not in combined for combined in set(zip(*values, strict=True)))


def _sum(relation: Relation, rows: Sequence[int], name: str) -> Fraction:
    """The sum of a column; blanks add nothing, yes counts 1, `all` counts the rows."""
    if name == ALL:
        return Fraction(len(rows))
    filled = filter(None, relation.over(name, rows))  # without zeros, which add nothing either
    return Fraction(sum(filled, start=0))


def _over(part: Fraction, whole: Fraction) -> Fraction:
    if not whole:
        raise Nothing
    return part / whole


def _multiples(relation: Relation, rows: Sequence[int], steps: Mapping[str, Fraction]) -> int:
    """Sessions, each counted as often as its figures hold the task: max(1, floor(min(figure / step)))."""
    columns = [(relation.column(name), step) for name, step in steps.items()]
    return sum(max(1, floor(min(Fraction(column[row]) / step for column, step in columns))) for row in rows)


def _growth(relation: Relation, rows: Sequence[int], how: Take, start: dt.date) -> Fraction | None:
    """Last count of the period over the base, minus 1. No two counts, no growth (0); from 0 to more, without bound."""
    base, last = base_and_last(relation, rows, how, start)
    if base is None or last is None:
        return Fraction(0)
    if not base:
        return UNBOUNDED if last else Fraction(0)
    return Fraction(last, base) - 1


def base_and_last(relation: Relation, rows: Sequence[int], how: Take, start: dt.date) -> tuple[int | None, int | None]:
    """The two counts of a growth; the last is None where there are no two."""
    moments, counts = relation.moments(), relation.column(how.columns[0])
    ordered = sorted(rows, key=lambda row: str(moments[row]))
    early = [row for row in ordered if _day(moments[row]) <= start]
    within = [row for row in ordered if _day(moments[row]) >= start]
    base = early[-1] if early and how.base == "start" else next(iter(within), None)
    last = within[-1] if within else None
    if base is None or last is None or base == last:
        return None if base is None else counts[base], None
    return counts[base], counts[last]


def _day(moment: Moment | None) -> dt.date:
    """When something was counted; what covers a month or quarter, at its end."""
    if isinstance(moment, Span):
        return moment.last
    assert moment is not None  # noqa: S101 - growth is over counts with a date
    return moment
