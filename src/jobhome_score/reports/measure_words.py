"""A measure and its requirement in words: from which ledger, which rows, by what cell, which number, how much."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Final

from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.ledgers.kinds import YesNo
from jobhome_score.ledgers.rows import Field
from jobhome_score.locales import Lang, say
from jobhome_score.reports.numbers import shown
from jobhome_score.rubric.document import Comparison, Condition, How, Measure, Take, Target, Where
from jobhome_score.views.catalogue import Content, View, views

ALL: Final = "all"
GRAINS: Final = frozenset({"period", "month", "quarter", "week", "half", "row"})
REDEFINED: Final = frozenset({("events", "online")})
"""Columns to which a view gives a wider meaning than the ledger's own."""


def ledgers_named(names: frozenset[str], lang: Lang) -> str:
    """Ledgers by their sheet names, in the order of the catalogue."""
    found = (ledger for ledger in ledgers().values() if ledger.id in names)
    return say(lang, "rubric.from.join").join(one.sheet if lang == "zh" else one.id for one in found)


def source_words(measure: Measure, lang: Lang) -> str:
    """Where the rows come from."""
    view = views()[measure.of]
    if view.name in ledgers():
        return say(lang, "rubric.from.ledger", ledgers=ledgers_named(frozenset({view.name}), lang))
    return say(
        lang, "rubric.from.view",
        view=say(lang, f"rubric.view.{view.name}"), ledgers=ledgers_named(view.needs, lang),
    )  # fmt: skip


def column_words(view: View, column: str, lang: Lang) -> str:
    """What a column is called: as its ledger heads it, or in words of our own where a view made it."""
    declared = _declared(view, column)
    if declared is None:
        return say(lang, f"rubric.column.{column}")
    return declared.column.zh if lang == "zh" else declared.id.replace("_", " ")


def _declared(view: View, column: str) -> Field | None:
    if (view.name, column) in REDEFINED:
        return None
    is_flag = view.columns[column].content is Content.YES_NO
    for name in (view.name, *sorted(view.needs)):
        field = ledgers()[name].fields.get(column) if name in ledgers() else None
        if field is not None and isinstance(field.kind, YesNo) is is_flag:
            return field
    return None


def measure_words(measure: Measure, lang: Lang) -> str:
    """Which rows are measured, and by what cell."""
    view = views()[measure.of]
    parts = [source_words(measure, lang), *_filters(view, measure, lang), cell_words(measure, lang)]
    return say(lang, "rubric.doc.comma").join(parts)


def _filters(view: View, measure: Measure, lang: Lang) -> Iterator[str]:
    conditions = where_words(view, measure.where, lang)
    if conditions:
        yield say(lang, "rubric.where.only", conditions=conditions)
    if measure.months:
        months = say(lang, "rubric.doc.sep").join(str(month) for month in sorted(measure.months))
        yield say(lang, "rubric.where.months", months=months)
    if measure.keep_best is not None:
        yield say(lang, "rubric.keep.best", count=str(measure.keep_best))


def where_words(view: View, where: Where, lang: Lang) -> str:
    """The conditions on the rows; empty where there are none."""
    parts = [_condition(view, one, lang) for one in where.all_of]
    if where.any_of:
        either = say(lang, "rubric.doc.or").join(_condition(view, one, lang) for one in where.any_of)
        parts.append(say(lang, "rubric.where.any", conditions=either) if parts else either)
    return say(lang, "rubric.doc.and").join(parts)


def _condition(view: View, one: Condition, lang: Lang) -> str:
    column = column_words(view, one.column, lang)
    if one.contains is not None:
        return say(lang, "rubric.where.contains", column=column, word=one.contains)
    if one.bounds:
        bound = say(lang, "rubric.doc.and").join(target_words(bound, lang) for bound in one.bounds)
        return say(lang, "rubric.where.bound", column=column, bound=bound)
    if all(isinstance(value, bool) for value in one.values):
        return say(lang, "rubric.where.yes" if one.values[0] else "rubric.where.no", column=column)
    coded = view.columns[one.column].content is Content.CHOICE
    *most, last = (_value(value, lang, coded=coded) for value in one.values)
    values = say(lang, "rubric.doc.or").join((say(lang, "rubric.doc.sep").join(most), last)) if most else last
    return say(lang, "rubric.where.is", column=column, values=values)


def _value(value: str | bool | Fraction, lang: Lang, *, coded: bool) -> str:
    """A value as people read it; choices that a view made have ids of their own."""
    if isinstance(value, Fraction):
        return shown(value)
    text = str(value)
    return say(lang, f"rubric.value.{text}") if coded and text.isascii() else text


def cell_words(measure: Measure, lang: Lang) -> str:
    """By what cell a measure is taken."""
    if len(measure.each) == 1 and measure.each[0] in GRAINS:
        return say(lang, f"rubric.each.{measure.each[0]}")
    view = views()[measure.of]
    columns = say(lang, "rubric.doc.sep").join(column_words(view, one, lang) for one in measure.each)
    return say(lang, "rubric.each.columns", columns=columns)


def take_words(measure: Measure, take: Take, lang: Lang) -> str:
    """Which number is taken from the rows of a cell."""
    view = views()[measure.of]
    names = {column: column_words(view, column, lang) for column in take.columns if column in view.columns}
    match take.how:
        case How.COUNT:
            return say(lang, "rubric.take.count")
        case How.DISTINCT:
            return say(lang, "rubric.take.distinct", columns=say(lang, "rubric.doc.sep").join(names.values()))
        case How.SUM | How.MEAN:
            how = "value" if _one_row(measure) else take.how.value
            return say(lang, f"rubric.take.{how}", column=names[take.columns[0]])
        case How.RATIO:
            part, whole = take.columns
            if whole == ALL:
                return say(lang, "rubric.take.share", part=names[part])
            return say(lang, "rubric.take.ratio", part=names[part], whole=names[whole])
        case How.GROWTH:
            return say(lang, f"rubric.take.growth.{take.base}", column=names[take.columns[0]])
        case How.MULTIPLES:
            steps = (
                say(lang, "rubric.take.step", column=names[column], number=shown(step))
                for column, step in (take.steps or {}).items()
            )
            return say(lang, "rubric.take.multiples", steps=say(lang, "rubric.doc.sep").join(steps))


def _one_row(measure: Measure) -> bool:
    """Whether a cell is a single row, whose mean and sum are the value itself."""
    if measure.each == ("row",):
        return True
    return measure.of in ledgers() and measure.each == ledgers()[measure.of].key


def target_words(target: Target, lang: Lang) -> str:
    """A requirement in words."""
    if target.comparison is Comparison.AT_MOST and not target.number:
        return say(lang, "rubric.target.nothing")
    number = f"{shown(target.number * 100)}%" if target.percent else shown(target.number)
    return say(lang, f"rubric.target.{target.comparison.value}", number=number)


def requirement_words(measures: tuple[Measure, ...], targets: Mapping[str, Target], lang: Lang) -> Iterator[str]:
    """Each figure with its requirement, and what holds where there is nothing to measure."""
    for measure in measures:
        for name, take in measure.take.items():
            figure, target = take_words(measure, take, lang), target_words(targets[name], lang)
            yield say(lang, "rubric.target.named", figure=figure, target=target)
    empty = dict.fromkeys(measure.if_empty for measure in measures if measure.if_empty is not None)
    yield from (say(lang, f"rubric.empty.{one.value}") for one in empty)
