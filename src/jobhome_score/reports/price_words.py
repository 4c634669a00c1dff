"""A price in words: what a miss costs or brings, and up to how much."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from jobhome_score.locales import Lang, say
from jobhome_score.reports.measure_words import column_words
from jobhome_score.reports.numbers import shown
from jobhome_score.rubric.document import Combine, Comparison, How, Per, Price, Target, Term
from jobhome_score.views.catalogue import views

Verb = Literal["deduct", "award"]
BROKEN: Final = frozenset({How.RATIO, How.MEAN, How.GROWTH})
"""Ways to take a number that need not be whole, so that a part of a step can be left over."""
CELLS: Final = frozenset({"month", "quarter", "week", "half", "row"})
SHORT: Final = frozenset({Comparison.AT_LEAST, Comparison.MORE_THAN})


def points_words(points: Decimal) -> str:
    """Points as a plain number."""
    return shown(Fraction(points))


def price_words(term: Term, verb: Verb, lang: Lang) -> str:
    """What a term charges or brings."""
    return say(lang, "rubric.doc.comma").join(_parts(term, verb, lang))


def _parts(term: Term, verb: Verb, lang: Lang) -> Iterator[str]:
    price = term.price
    yield _charge(term, price, verb, lang)
    ways = {take.how for measure in term.measures for take in measure.take.values()}
    if isinstance(price.per, Fraction) and ways & BROKEN:
        yield say(lang, f"rubric.price.{price.part_step.value}")
    if price.combine is Combine.WORST and _many(term):
        yield say(lang, "rubric.price.worst", cell=_cell(term, lang))
    if price.cap is not None:
        yield say(lang, f"rubric.price.cap.{verb}", points=points_words(price.cap))


def _charge(term: Term, price: Price, verb: Verb, lang: Lang) -> str:
    if isinstance(price.points, str):
        column = column_words(views()[term.measures[0].of], price.points, lang)
        return say(lang, f"rubric.price.column.{verb}", column=column)
    points = points_words(price.points)
    match price.per:
        case Per.CELL:
            return say(lang, f"rubric.price.cell.{verb}", points=points, cell=_grain(term, lang))
        case Per.BREACH:
            number = "many" if _many(term) else "one"
            return say(lang, f"rubric.price.breach.{number}.{verb}", points=points, cell=_cell(term, lang))
        case step:
            target = next(iter(term.targets.values()))
            way = _way(target)
            return say(lang, f"rubric.price.{way}.{verb}", points=points, step=_step(step, target, lang))


def _way(target: Target) -> str:
    if target.comparison in SHORT:
        return "short"
    return "each" if not target.number else "over"


def _step(step: Fraction, target: Target, lang: Lang) -> str:
    return say(lang, "rubric.price.percent", number=shown(step * 100)) if target.percent else shown(step)


def _many(term: Term) -> bool:
    """Whether a term can miss more than once."""
    return len(term.targets) > 1 or any(measure.each != ("period",) for measure in term.measures)


def _cell(term: Term, lang: Lang) -> str:
    """What can miss once: a month, a row, one figure of several."""
    return say(lang, "rubric.cell.one") if len(term.targets) > 1 else _grain(term, lang)


def _grain(term: Term, lang: Lang) -> str:
    """The cell itself, whatever number of figures it has."""
    name = term.measures[0].each[0]
    return say(lang, f"rubric.cell.{name}" if name in CELLS else "rubric.cell.one")
