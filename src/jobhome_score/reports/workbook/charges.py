"""The charges of an assessment, one a line, in the order of the score sheet, with how their points come together."""

from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from itertools import groupby

from jobhome_score.assessment import Assessment
from jobhome_score.evidence import Place
from jobhome_score.locales import Lang, say
from jobhome_score.patterns import pattern
from jobhome_score.records import dataclass, replace
from jobhome_score.reports.evidence_rows import grouped, note
from jobhome_score.reports.review_lines import note_words
from jobhome_score.rubric.document import Combine, Join, Per, Role, Rule, Term
from jobhome_score.scoring.results import IndicatorScore, Miss, Reviewed, RuleScore
from jobhome_score.scoring.units import Unit, month_of

PLACED = "›"
"""What stands in the name of a row."""
MONTH = pattern(r"[0-9]{4}-[0-9]{2}")


class Together(Enum):
    """How the charges of a term come together: they add up, or the largest stands for all."""

    SUM = "sum"
    LARGEST = "largest"


@dataclass(frozen=True, slots=True)
class Charge:
    """One line that may be disputed: what it is, how often and with how many points it is charged, where it stands.

    `cell`: the cell whose lines are parts of one shortfall, where only the largest of them counts.
    `names`: the indicator that a falsified report zeroes. `review`: what a decision said of it; one that is not
    `accepted` was withdrawn or waived and counts for nothing.
    """

    what: str
    times: Fraction
    points: Fraction
    place: Place | None
    rows: str
    month: str
    cell: str = ""
    names: str = ""
    accepted: bool = True
    review: str = ""

    @property
    def counted(self) -> Fraction:
        """The points that it counts for."""
        return self.points if self.accepted else Fraction(0)


@dataclass(frozen=True, slots=True)
class TermCharges:
    """The charges under one price, how they come together, and the most they may come to."""

    charges: Sequence[Charge]
    together: Together
    cap: Fraction | None

    @property
    def total(self) -> Fraction:
        """What they come to, after the cap."""
        points = [sum((self.charges[at].counted for at in lines), Fraction(0)) for lines in self.groups()]
        whole = sum(points, Fraction(0)) if self.together is Together.SUM else max(points, default=Fraction(0))
        return whole if self.cap is None else min(whole, self.cap)

    def groups(self) -> Sequence[Sequence[int]]:
        """The lines that are parts of one shortfall, by their places; most are one by themselves."""
        found: dict[tuple[str, int], list[int]] = {}
        for at, charge in enumerate(self.charges):
            found.setdefault((charge.cell, -1) if charge.cell else ("", at), []).append(at)
        return list(found.values())


@dataclass(frozen=True, slots=True)
class RuleCharges:
    """A rule of an indicator with everything that it charges; `cap` holds its own cap and its points as a part."""

    line: IndicatorScore
    role: Role
    scored: RuleScore
    terms: Sequence[TermCharges]

    @property
    def larger(self) -> bool:
        """Whether there are several terms of which only the largest counts."""
        return self.scored.rule.join is Join.LARGER and len(self.terms) > 1

    @property
    def cap(self) -> Fraction | None:
        """The most that the rule may take."""
        rule = self.scored.rule
        caps = [Fraction(cap) for cap in (rule.cap, rule.points) if cap is not None]
        return min(caps, default=None)

    @property
    def whole(self) -> Fraction:
        """What its lines come to before the cap."""
        totals = [term.total for term in self.terms]
        return max(totals, default=Fraction(0)) if self.larger else sum(totals, Fraction(0))

    @property
    def total(self) -> Fraction:
        """What the rule takes or brings."""
        return self.whole if self.cap is None else min(self.whole, self.cap)


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
    for term in scored.rule.terms:
        misses = tuple(miss for miss in (*scored.found, *scored.beside) if miss.term is term)
        excused = tuple(one for one in scored.excused if one.miss.term is term)
        if not misses and not excused:
            continue
        cap = term.price.cap
        standing = (_noted(charge, miss, scored, lang) for charge, miss in _charges(scored.rule, term, misses, lang))
        charges = (*standing, *_struck(scored.rule, term, misses, excused, lang))
        together = _together(term, (*misses, *(one.miss for one in excused)))
        yield TermCharges(charges, together, None if cap is None else Fraction(cap))


def _together(term: Term, misses: Sequence[Miss]) -> Together:
    """Once for a breach, however many things there were, or only for the worst cell."""
    cells = {(miss.cell, miss.name) for miss in misses}
    once = term.price.per is Per.BREACH and len(cells) == 1 and sum(len(miss.units()) for miss in misses) > 1
    return Together.LARGEST if once or term.price.combine is Combine.WORST else Together.SUM


def _noted(charge: Charge, miss: Miss, scored: RuleScore, lang: Lang) -> Charge:
    """A charge that stands, with the decision that upheld it if there was one."""
    for one in scored.reviewed:
        same = (one.miss.term, one.miss.cell, one.miss.name) == (miss.term, miss.cell, miss.name)
        if same and not one.fell and (charge.place is None or charge.place in one.miss.places):
            return replace(charge, review=note_words(one.decision, lang))
    return charge


def _struck(
    rule: Rule, term: Term, standing: Sequence[Miss], excused: Sequence[Reviewed], lang: Lang
) -> Iterator[Charge]:  # fmt: skip
    """What was withdrawn or waived, with the decision. A cell that stands for another figure is charged as before."""
    cells = {miss.cell for miss in standing}
    seen: set[str] = set()
    for one in excused:
        if term.price.per is Per.CELL and one.miss.cell in cells | seen:
            continue
        seen.add(one.miss.cell)
        for charge, _ in _charges(rule, term, (one.miss,), lang):
            yield replace(charge, accepted=False, review=note_words(one.decision, lang))


def _charges(rule: Rule, term: Term, misses: Sequence[Miss], lang: Lang) -> Iterator[tuple[Charge, Miss]]:
    if term.price.per is Per.CELL:
        for _, found in groupby(misses, key=lambda miss: miss.cell):
            same = tuple(found)
            notes = say(lang, "list.also").join(_note(miss, lang) for miss in same)
            yield _charge(same[0].units()[0], same[0], notes, lang), same[0]
        return
    for miss in misses:
        for unit in miss.units():
            charge = _charge(unit, miss, _words(unit, miss, lang), lang)
            yield (charge if rule.zero is None else replace(charge, names=unit.value)), miss


def _words(unit: Unit, miss: Miss, lang: Lang) -> str:
    """What is charged: the values of the row that say it, or the figure with its requirement."""
    if not unit.places:
        return _note(miss, lang)
    said = "、".join(str(value) for value in miss.says(unit.places[0]).values() if isinstance(value, str))
    return f"{unit.moment or ''} {said}".strip() or _note(miss, lang)


def _note(miss: Miss, lang: Lang) -> str:
    """What a miss says; a row that it is about stands in columns of its own."""
    return note(miss, lang, miss.places[0] if PLACED in miss.cell and miss.places[:] else None)


def _charge(unit: Unit, miss: Miss, what: str, lang: Lang) -> Charge:
    places = unit.places or miss.places[:]
    month = miss.cell if MONTH.fullmatch(miss.cell) else month_of(unit.moment)
    worst = miss.term is not None and miss.term.price.combine is Combine.WORST
    cell = f"{miss.cell} {miss.name}" if worst else ""
    return Charge(what, unit.times, unit.points, places[0] if places else None, _rows(places, lang), month, cell)


def _rows(places: Sequence[Place], lang: Lang) -> str:
    """The rows in the first place's sheet, and how many there are elsewhere."""
    if not places:
        return ""
    here = [one for one in places if one[:2] == places[0][:2]]
    rows = grouped(here, lang).rpartition(" › ")[2]
    elsewhere = len(places) - len(here)
    return rows + (say(lang, "workbook.elsewhere", count=str(elsewhere)) if elsewhere else "")
