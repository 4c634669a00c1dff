"""What the cases of a rubric must show: both sides of every number in it, every limit, every reading."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import combinations

from jobhome_score.insight.case_file import TOTAL
from jobhome_score.measures.measuring import Workbench
from jobhome_score.named import NamedTuple
from jobhome_score.rubric.document import (
    Comparison,
    Condition,
    Due,
    How,
    Indicator,
    Measure,
    Role,
    Rubric,
    Rule,
    Section,
    Target,
    Term,
)
from jobhome_score.rubric.nodes import Items, Mapped, Node, Scalar
from jobhome_score.rubric.readings import Reading, is_choice
from jobhome_score.scoring.absent import most_of_term


class Edge(Enum):
    """On which side of a number or a limit a case lies; `early`: missed, but not due yet; `apart`: options differ."""

    BELOW = "below"
    AT = "at"
    ABOVE = "above"
    EARLY = "early"
    REACHED = "reached"
    EXCEEDED = "exceeded"
    APART = "apart"


class Need(NamedTuple):
    """One thing that some case must show: of which rule (indicator, section), which number or reading, which side."""

    about: str
    what: str
    edge: Edge


SIDES = (Edge.BELOW, Edge.AT, Edge.ABOVE)
SIGNS = {Comparison.AT_LEAST: "≥", Comparison.MORE_THAN: ">", Comparison.AT_MOST: "≤", Comparison.LESS_THAN: "<"}
WHOLE = Fraction(1)


def needs_of(rubric: Rubric, bench: Workbench) -> Iterator[Need]:
    """Everything that the cases must show of a rubric under one set of readings."""
    for section in rubric.sections:
        for line in section.indicators:
            for rule in line.rules:
                yield from _of_rule(bench, f"{line.id} {rule.id}", rule)
            yield from _of_limit(line.id, limit_of(line), _sum(rule_bound(bench, rule) for rule in line.rules))
        if section.role is not Role.BASE:
            yield from _of_limit(section.id, Fraction(section.points), _section_bound(bench, section))
    yield from _of_total(rubric)


def _of_total(rubric: Rubric) -> Iterator[Need]:
    rules = rubric.settlement
    for limit in (rules.floor, rules.ceiling):
        if limit is not None:
            yield from _of_limit(TOTAL, Fraction(limit), None)
    for band in rules.bands:
        if band.at_least > rules.floor:
            yield from (Need(TOTAL, band_text(band.at_least), side) for side in SIDES)


def band_text(at_least: object) -> str:
    """How a band of the settlement is named."""
    return f"≥ {at_least}"


def pairs_of(reading: Reading, places: Sequence[str]) -> Iterator[Need]:
    """Any two options of a reading must come to different results wherever the rubric chooses by it."""
    for one, other in combinations(reading.options, 2):
        yield from (apart(reading, place, one.id, other.id) for place in places)


def apart(reading: Reading, place: str, one: str, other: str) -> Need:
    """That two options differ, named in the order in which the rubric lists them."""
    order = [option.id for option in reading.options]
    return Need(place, f"{reading.id}: " + " / ".join(sorted((one, other), key=order.index)), Edge.APART)


def places_of(nodes: Mapped, readings: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """By reading, the rules and indicators in which it chooses; the total where it concerns the whole."""
    found: dict[str, dict[str, None]] = {name: {} for name in readings}
    for place, reading in _choices(nodes, ""):
        found[reading][place or TOTAL] = None
    return {name: tuple(places) for name, places in found.items()}


def _choices(node: Node, place: str) -> Iterator[tuple[str, str]]:
    """Every choice with the innermost indicator or rule around it."""
    if isinstance(node, Scalar):
        return
    if isinstance(node, Items):
        for item in node.items:
            yield from _choices(item, place)
        return
    if is_choice(node):
        yield place, str(node.pairs[0][1].text) if isinstance(node.pairs[0][1], Scalar) else ""
    for _, value in node.pairs:
        yield from _choices(value, _place(node, place))


def _place(node: Mapped, place: str) -> str:
    name = node.get("id")
    if not isinstance(name, Scalar):
        return place
    if node.get("rules") is not None:
        return name.text
    return f"{place} {name.text}" if node.get("says") is not None else place


def _of_rule(bench: Workbench, about: str, rule: Rule) -> Iterator[Need]:
    for term in rule.terms:
        for measure in term.measures:
            for name in measure.take:
                target = term.targets[name]
                sides = (*_sides(measure, name, target), *((Edge.EARLY,) if term.due is Due.END else ()))
                yield from (Need(about, figure_text(measure, name, target), side) for side in sides)
            for condition, bound in thresholds(measure):
                what = threshold_text(measure, condition, bound)
                yield from (Need(about, what, side) for side in SIDES if side is not Edge.BELOW or bound.number > 0)
        if term.price.cap is not None:
            yield from _of_limit(about, Fraction(term.price.cap), most_of_term(bench, term))
    if rule.cap is not None:
        yield from _of_limit(about, Fraction(rule.cap), uncapped_bound(bench, rule))


def _sides(measure: Measure, name: str, target: Target) -> Iterator[Edge]:
    """The sides that exist: nothing lies below 0, and no share above the whole."""
    if target.number > 0:
        yield Edge.BELOW
    yield Edge.AT
    if measure.take[name].how is not How.RATIO or target.number < WHOLE:
        yield Edge.ABOVE


def figure_text(measure: Measure, name: str, target: Target) -> str:
    """How a target is named: its figure or view, the words it is restricted to, the requirement."""
    words = [str(value) for one in measure.where.all_of for value in one.values if isinstance(value, str)]
    return " ".join((name or measure.of, *words, target_text(target)))


def target_text(target: Target) -> str:
    """A requirement as it is read: ≥ 38."""
    number = target.number * 100 if target.percent else target.number
    return f"{SIGNS[target.comparison]} {_decimal(number)}{'%' if target.percent else ''}"


def _decimal(number: Fraction) -> str:
    """A number of the rubric; every one of them was written with few decimals."""
    return f"{Decimal(number.numerator) / Decimal(number.denominator):f}"


def thresholds(measure: Measure) -> Iterator[tuple[Condition, Target]]:
    """Numbers in the conditions of a measure: companies more than 50."""
    for condition in (*measure.where.all_of, *measure.where.any_of):
        yield from ((condition, bound) for bound in condition.bounds)


def threshold_text(measure: Measure, condition: Condition, bound: Target) -> str:
    """How a number in a condition is named."""
    return f"{measure.of}.{condition.column} {target_text(bound)}"


def limit_text(limit: Fraction) -> str:
    """How a limit is named."""
    return f"= {_decimal(limit)}"


def _of_limit(about: str, limit: Fraction | None, bound: Fraction | None) -> Iterator[Need]:
    """Just reached and exceeded, as far as anything can; `bound` is the most there can be, None: no end to it."""
    if limit is None:
        return
    if bound is None or bound >= limit:
        yield Need(about, limit_text(limit), Edge.REACHED)
    if bound is None or bound > limit:
        yield Need(about, limit_text(limit), Edge.EXCEEDED)


def limit_of(line: Indicator) -> Fraction | None:
    """The most that an indicator can lose or gain."""
    return _least([line.cap, line.points])


def _least(limits: Sequence[object]) -> Fraction | None:
    known = [Fraction(str(limit)) for limit in limits if limit is not None]
    return min(known) if known else None


def uncapped_bound(bench: Workbench, rule: Rule) -> Fraction | None:
    """The most that the terms of a rule can come to under their own caps; None: no end to it."""
    return _sum(_term_bound(bench, term) for term in rule.terms)


def _term_bound(bench: Workbench, term: Term) -> Fraction | None:
    return _least([term.price.cap, most_of_term(bench, term)])


def rule_bound(bench: Workbench, rule: Rule) -> Fraction | None:
    """The most that a rule can deduct or award under its own caps."""
    return _least([rule.cap, rule.points, uncapped_bound(bench, rule)])


def _section_bound(bench: Workbench, section: Section) -> Fraction | None:
    lines = ((limit_of(line), _sum(rule_bound(bench, rule) for rule in line.rules)) for line in section.indicators)
    return _sum(_least(limits) for limits in lines)


def _sum(parts: Iterator[Fraction | None]) -> Fraction | None:
    known = list(parts)
    return None if None in known else sum((part for part in known if part is not None), Fraction(0))
