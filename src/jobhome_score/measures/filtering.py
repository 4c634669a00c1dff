"""Which rows of a relation meet the conditions of a measure."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import compress
from typing import Any

from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.wording import key
from jobhome_score.rubric.document import Comparison, Condition, Target, Where
from jobhome_score.views.relation import Relation


def chosen(relation: Relation, where: Where, months: frozenset[int]) -> Sequence[int]:
    """The indexes of the rows that meet every condition, one of `any_of`, and fall into the months (all, if none)."""
    asked = where, months
    if asked not in relation.known:
        relation.known[asked] = _chosen(relation, where, months)
    return relation.known[asked]


def _chosen(relation: Relation, where: Where, months: frozenset[int]) -> Sequence[int]:
    rows: Sequence[int] = range(relation.size)
    for condition in where.all_of:
        rows = _meeting(relation, condition, rows)
    if where.any_of:
        met = {row for condition in where.any_of for row in _meeting(relation, condition, rows)}
        rows = [row for row in rows if row in met]
    if months:
        moments = relation.moments()
        rows = [row for row in rows if _month(moments[row]) in months]
    return rows


def _month(moment: Any) -> int | None:
    if moment is None:
        return None
    return moment.month if isinstance(moment, Span) else int(moment.month)


def _meeting(relation: Relation, condition: Condition, rows: Sequence[int]) -> Sequence[int]:
    if condition.values:
        passing = _keyed(condition.values)
    else:
        test, values = _test(condition), set(relation.column(condition.column))
        passing = frozenset(value for value in values if value is not None and test(value))
    return list(compress(rows, map(passing.__contains__, relation.over(condition.column, rows))))


def _keyed(values: Sequence[str | bool | Fraction]) -> frozenset[str | bool | Fraction]:
    return frozenset(key(value) if isinstance(value, str) else value for value in values)


def _test(condition: Condition) -> Callable[[Any], bool]:
    if condition.contains is not None:
        word = key(condition.contains)
        return lambda value: word in value
    return lambda value: all(meets(Fraction(value), bound) for bound in condition.bounds)


def meets(figure: Fraction, target: Target) -> bool:
    """Whether a figure satisfies a requirement. "X 以上" includes X, "大于" excludes it (Civil Code art. 1259)."""
    match target.comparison:
        case Comparison.AT_LEAST:
            return figure >= target.number
        case Comparison.MORE_THAN:
            return figure > target.number
        case Comparison.AT_MOST:
            return figure <= target.number
        case Comparison.LESS_THAN:
            return figure < target.number
