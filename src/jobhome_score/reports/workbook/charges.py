"""The charges of an assessment, one a line, in the order of the score sheet, with how their points come together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from itertools import groupby

from jobhome_score.assessment import Assessment
from jobhome_score.evidence import Place
from jobhome_score.locales import Lang, say
from jobhome_score.reports.evidence_rows import grouped, note
from jobhome_score.rubric.document import Combine, Per, Role, Rule, Term
from jobhome_score.scoring.results import IndicatorScore, Miss, RuleScore
from jobhome_score.scoring.units import Unit, month_of

MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")


class Together(Enum):
    """How the charges of a term come together: they add up, or the largest stands for all."""

    SUM = "sum"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class Charge:
    """One line that may be disputed: what it is, how often and with how many points it is charged, where it stands.

    `names`: the indicator that a falsified report zeroes.
    """

    what: str
    times: Fraction
    points: Fraction
    place: Place | None
    rows: str
    month: str
    names: str = ""


@dataclass(frozen=True, slots=True)
class TermCharges:
    """The charges under one price, how they come together, and the most they may come to."""

    charges: Sequence[Charge]
    together: Together
    cap: Fraction | None

    @property
    def total(self) -> Fraction:
        """What they come to, after the cap."""
        points = [one.points for one in self.charges]
        whole = sum(points, Fraction(0)) if self.together is Together.SUM else max(points, default=Fraction(0))
        return whole if self.cap is None else min(whole, self.cap)


@dataclass(frozen=True, slots=True)
class RuleCharges:
    """A rule of an indicator with everything that it charges; `cap` holds its own cap and its points as a part."""

    line: IndicatorScore
    role: Role
    scored: RuleScore
    terms: Sequence[TermCharges]

    @property
    def cap(self) -> Fraction | None:
        """The most that the rule may take."""
        rule = self.scored.rule
        caps = [Fraction(cap) for cap in (rule.cap, rule.points) if cap is not None]
        return min(caps, default=None)

    @property
    def total(self) -> Fraction:
        """What the rule takes or brings."""
        whole = sum((term.total for term in self.terms), Fraction(0))
        return whole if self.cap is None else min(whole, self.cap)


def charged_rules(assessment: Assessment, lang: Lang) -> tuple[RuleCharges, ...]:
    """Every rule of the score sheet in order, with its charges."""
    return tuple(
        RuleCharges(line, section.section.role, scored, tuple(_terms(scored, lang)))
        for section in assessment.score.sections
        for line in section.indicators
        for scored in line.rules
    )


def _terms(scored: RuleScore, lang: Lang) -> Iterator[TermCharges]:
    if scored.lacking:
        if scored.deducted:
            names = say(lang, "list.sep").join(say(lang, f"ledger.{name}") for name in sorted(scored.lacking))
            what = say(lang, "report.lacking", ledgers=names)
            yield TermCharges((Charge(what, Fraction(1), scored.deducted, None, "", ""),), Together.SUM, None)
        return
    for _, found in groupby(scored.found, key=lambda miss: id(miss.term)):
        misses = tuple(found)
        term = misses[0].term
        if term is not None:
            cap = term.price.cap
            charges = tuple(_charges(scored.rule, term, misses, lang))
            yield TermCharges(charges, _together(term, misses), None if cap is None else Fraction(cap))


def _together(term: Term, misses: Sequence[Miss]) -> Together:
    """Once for a breach, however many things there were, or only for the worst cell."""
    once = term.price.per is Per.BREACH and len(misses) == 1 and len(misses[0].units()) > 1
    return Together.LARGEST if once or term.price.combine is Combine.WORST else Together.SUM


def _charges(rule: Rule, term: Term, misses: Sequence[Miss], lang: Lang) -> Iterator[Charge]:
    if term.price.per is Per.CELL:
        for _, found in groupby(misses, key=lambda miss: miss.cell):
            same = tuple(found)
            notes = say(lang, "list.also").join(note(miss, lang) for miss in same)
            yield _charge(same[0].units()[0], same[0], notes, lang)
        return
    for miss in misses:
        for unit in miss.units():
            charge = _charge(unit, miss, _words(unit, miss, lang), lang)
            yield charge if rule.zero is None else replace(charge, names=unit.value)


def _words(unit: Unit, miss: Miss, lang: Lang) -> str:
    """What is charged: the values of the row that say it, or the figure with its requirement."""
    if not unit.places:
        return note(miss, lang)
    said = "、".join(str(value) for value in miss.says(unit.places[0]).values() if isinstance(value, str))
    return f"{unit.moment or ''} {said}".strip() or note(miss, lang)


def _charge(unit: Unit, miss: Miss, what: str, lang: Lang) -> Charge:
    places = unit.places or miss.places[:]
    month = miss.cell if MONTH.fullmatch(miss.cell) else month_of(unit.moment)
    return Charge(what, unit.times, unit.points, places[0] if places else None, _rows(places, lang), month)


def _rows(places: Sequence[Place], lang: Lang) -> str:
    """The rows in the first place's sheet, and how many there are elsewhere."""
    if not places:
        return ""
    here = [one for one in places if one[:2] == places[0][:2]]
    rows = grouped(here, lang).rpartition(" › ")[2]
    elsewhere = len(places) - len(here)
    return rows + (say(lang, "workbook.elsewhere", count=str(elsewhere)) if elsewhere else "")
