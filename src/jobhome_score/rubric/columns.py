"""Whether the columns that a measure names exist in its view, and hold what is asked of them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from jobhome_score.rubric.document import Condition, How, Measure, Take
from jobhome_score.rubric.nodes import Mapped, Mark, Refused, RubricProblem, unknown
from jobhome_score.rubric.shapes import NUMBER, mark_of
from jobhome_score.views.catalogue import Content, View, ViewColumn, views

ALL = "all"
ADDED = frozenset({Content.NUMBER, Content.YES_NO})
WORDED = frozenset({Content.CHOICE, Content.OTHER})
SESSION, DATE = "event", "date"


def refusal(problem: RubricProblem) -> Refused:
    """A problem as an exception."""
    return Refused(problem.code, problem.mark, **dict(problem.facts))


def known_column(node: Mapped, view: View, column: str, key: str) -> ViewColumn:
    """A column of a view. Raises Refused with the nearest name, at the key that names it."""
    if column not in view.columns:
        raise refusal(unknown("column-unknown", column, tuple(view.columns), mark_of(node, key)))
    return view.columns[column]


def check_number(node: Mapped, measures: Iterable[Measure], column: str, key: str) -> None:
    """Raise Refused where a column of a measure's view cannot be added up."""
    for measure in measures:
        _added_up(node, views()[measure.of], column, key)


def _added_up(node: Mapped, view: View, column: str, key: str) -> None:
    if known_column(node, view, column, key).content not in ADDED:
        raise Refused("value", mark_of(node, key), value=column, wants="number-column")


def check_takes(node: Mapped, view: View, takes: Mapping[str, Take]) -> None:
    """Raise Refused where a number cannot be taken from a view."""
    for take in takes.values():
        for column in take.columns:
            if take.how is How.RATIO and column == ALL:
                continue
            if take.how is How.DISTINCT:
                known_column(node, view, column, "take")
            else:
                _added_up(node, view, column, "take")
        if take.how is How.GROWTH and DATE not in view.columns:
            raise refusal(unknown("column-unknown", DATE, tuple(view.columns), mark_of(node, "take")))


def check_best(node: Mapped, view: View, takes: Mapping[str, Take]) -> None:
    """Raise Refused where sessions cannot be ranked: the best are those events whose figures miss fewest targets."""
    known_column(node, view, SESSION, "keep")
    for take in takes.values():
        if take.how is not How.MEAN:
            raise Refused("value", mark_of(node, "take"), value=take.how.value, wants=How.MEAN.value)


def typed(node: Mapped, view: View, condition: Condition) -> Condition:
    """The condition with its values in the type of its column; unknown columns and choices are refused."""
    column = known_column(node, view, condition.column, "where")
    if condition.bounds:
        _added_up(node, view, condition.column, "where")
    if condition.contains is not None and column.content not in WORDED:
        raise Refused("value", mark_of(node, "where"), value=condition.column, wants="text-column")
    values = tuple(_value(node, column, str(text)) for text in condition.values)
    return Condition(condition.column, values, condition.bounds, condition.contains)


def _value(node: Mapped, column: ViewColumn, text: str) -> str | bool | Fraction:
    mark = mark_of(node, "where")
    match column.content:
        case Content.YES_NO:
            if text not in ("true", "false"):
                raise Refused("value", mark, value=text, wants="true、false")
            return text == "true"
        case Content.CHOICE if text not in column.options:
            raise refusal(unknown("choice-unknown", text, column.options, mark))
        case Content.NUMBER:
            return _plain_number(text, mark)
        case Content.DATE:
            raise Refused("value", mark, value=text, wants="text-column")
    return text


def _plain_number(text: str, mark: Mark) -> Fraction:
    try:
        number, _ = NUMBER.convert(text)
    except ValueError:
        raise Refused("value", mark, value=text, wants="number") from None
    return Fraction(number)
