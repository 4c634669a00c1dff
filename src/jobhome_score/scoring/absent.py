"""What a rule can cost at the most: the charge where its ledger was withheld (`--missing zero`)."""

from fractions import Fraction

from jobhome_score.measures.measuring import Figure, Workbench
from jobhome_score.rubric.document import Combine, Comparison, Indicator, Join, Measure, Per, Rule, Term
from jobhome_score.scoring.pricing import steps
from jobhome_score.views.relation import joined

FALLS_SHORT = frozenset({Comparison.AT_LEAST, Comparison.MORE_THAN})


def most(bench: Workbench, line: Indicator, rule: Rule) -> Fraction:
    """The most that a rule can deduct or award: what nothing at all would cost, or its tightest cap if that is less."""
    bounds = [most_of_term(bench, term) for term in rule.terms]
    prices = [term.price.cap for term in rule.terms] if len(rule.terms) == 1 else []
    caps = [Fraction(cap) for cap in (rule.cap, line.cap, line.points, *prices) if cap is not None]
    known = [bound for bound in bounds if bound is not None]
    if len(known) == len(bounds):
        caps.append(sum(known, Fraction(0)) if rule.join is Join.SUM else max(known))
    return min(caps)


def most_of_term(bench: Workbench, term: Term) -> Fraction | None:
    """What a term costs where every figure is 0; None where more rows could always cost more."""
    price = term.price
    if isinstance(price.points, str):
        return None
    counts: list[Fraction] = []
    for measure in term.measures:
        cells = _cells(bench, measure)
        if cells is None:
            return None
        for name in measure.take:
            worst = _worst(term, name)
            if worst is None:
                return None
            counts += [worst] * cells
    if price.per is Per.CELL:
        counts = counts[: len(counts) // max(1, len(term.targets))]
    if price.combine is Combine.WORST and counts:
        counts = [max(counts)]
    return sum(counts, Fraction(0)) * Fraction(price.points)


def _worst(term: Term, name: str) -> Fraction | None:
    """How often one figure can be charged at the most; None where there is no end to it."""
    if isinstance(term.price.per, Per):
        return Fraction(1)
    if term.targets[name].comparison not in FALLS_SHORT:
        return None
    nothing = Figure("", name, Fraction(0), joined(()), (), due=True)
    return steps(nothing, term.targets[name], term.price)


def _cells(bench: Workbench, measure: Measure) -> int | None:
    """How many cells there are whatever the rows; None where rows make the cells."""
    if measure.each == ("period",):
        return 1
    cells = bench.calendar.get(measure.each[0])
    return None if cells is None else len(cells)
