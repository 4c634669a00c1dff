"""REVIEW: which part of a miss the decisions mean, before anything is priced; what is left of it is charged."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import floor
from typing import Final

from jobhome_score.ledgers.reviews import ReviewDecision, in_order
from jobhome_score.measures.measuring import Figure, Workbench
from jobhome_score.records import dataclass, field, replace
from jobhome_score.rubric.document import Combine, Comparison, How, Indicator, Join, Per, Rule, Take, Term
from jobhome_score.scoring.pricing import gap, just_met, steps
from jobhome_score.scoring.review.meant import Meaning, concerning, places_of
from jobhome_score.scoring.units import counts_faults, parts_of, take_of
from jobhome_score.views.relation import Relation

NOTHING: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one decision does to one figure: the part that it means, and how many steps fewer are charged for it.

    `fell`: whether the part is charged no more. Of what is charged once however often, it may fall without a step.
    """

    decision: ReviewDecision
    part: Figure
    steps: Fraction
    fell: bool


@dataclass(frozen=True, slots=True)
class Heard:
    """A figure after its hearing: what is left of it, how often that is charged, and every ruling.

    `met`: the figure as it were if what is excused had been done, for whoever asks what is still to do.
    `settled`: however short the figure were, a decision would excuse all of it.
    """

    figure: Figure
    steps: Fraction
    rulings: Sequence[Ruling]
    met: Figure
    settled: bool = False


@dataclass(slots=True)
class Hearing:
    """The decisions about one rule, and how much is left of those that excuse only a number of misses."""

    meaning: Meaning
    decisions: Sequence[ReviewDecision]
    left: dict[int, Fraction] = field(default_factory=dict)

    def begin_term(self) -> None:
        """Terms that add up share what a decision gives; where only the larger counts, each has all of it."""
        if self.meaning.rule.join is Join.LARGER:
            self.left.clear()

    def hear(self, figure: Figure, term: Term, labels: frozenset[str]) -> Heard:
        """Hear a figure that misses its requirement. `labels`: the cells of the term, which a period may name."""
        if counts_faults(figure, term):
            return self._by_rows(figure, term)
        return self._whole(figure, term, labels)

    def _budget(self, at: int, term: Term) -> Fraction | None:
        """How much a decision may still excuse; None without end. Where only the worst cell counts, each has all."""
        count = self.decisions[at].count
        if count is None or term.price.combine is Combine.WORST:
            return count
        return self.left.setdefault(at, count)

    def _spend(self, at: int, amount: Fraction) -> None:
        if at in self.left:
            self.left[at] -= amount

    def _whole(self, figure: Figure, term: Term, labels: frozenset[str]) -> Heard:
        """A figure that cannot be taken apart: its gap is excused as a whole or by so many steps."""
        target, price = term.targets[figure.name], term.price
        excused, now = NOTHING, steps(figure, target, price)
        rulings: list[Ruling] = []
        for at, one in enumerate(self.decisions):
            if not self.meaning.is_cell(one, figure, term, labels):
                continue
            before = now
            if one.excuses and now:
                budget = self._budget(at, term)
                still = _gap_in_steps(figure, term) - excused
                given = still if budget is None else min(still, budget)
                excused += given
                self._spend(at, given)
                now = steps(figure, target, price, excused)
            rulings.append(Ruling(one, figure, before - now, now < before))
        breach = isinstance(price.per, Per)
        settled = any(one.fell and (breach or one.decision.count is None) for one in rulings)
        return Heard(figure, now, rulings, _as_if(figure, term, excused), settled)

    def _by_rows(self, figure: Figure, term: Term) -> Heard:
        """A count of what should not be there: single rows are struck out, or so many of what a row counts."""
        target, price = term.targets[figure.name], term.price
        take = take_of(figure, term)
        rest = {tuple(rows): amount for rows, amount, _ in parts_of(figure, term)}
        places = places_of(figure) if any(one.row is not None for one in self.decisions) else {}
        whole, struck = dict(rest), set[int]()
        now, kept = steps(figure, target, price), figure
        rulings: list[Ruling] = []
        for at, one in enumerate(self.decisions):
            meant = frozenset(self.meaning.rows(one, figure, term, places))
            if not meant:
                continue
            taken: dict[tuple[int, ...], Fraction] = {}
            before = now
            if one.excuses:
                struck |= meant
                taken = self._strike(at, term, meant, struck, rest)
                kept = _made_of(figure, take, rest)
                now = steps(kept, target, price)
            part = taken or {rows: amount for rows, amount in whole.items() if meant & set(rows)}
            rulings.append(Ruling(one, _made_of(figure, take, part), before - now, bool(taken)))
        return Heard(kept, now, rulings, kept)

    def _strike(
        self, at: int, term: Term, meant: frozenset[int], struck: set[int], rest: dict[tuple[int, ...], Fraction]
    ) -> dict[tuple[int, ...], Fraction]:  # fmt: skip
        """Take what a decision excuses off the rest; what several rows make together falls with the last of them."""
        taken: dict[tuple[int, ...], Fraction] = {}
        for rows, amount in rest.items():
            if amount and meant & set(rows) and struck.issuperset(rows):
                budget = self._budget(at, term)
                given = amount if budget is None else min(amount, Fraction(floor(budget)))
                if given:
                    taken[rows] = given
                    rest[rows] = amount - given
                    self._spend(at, given)
        return taken


def left_after(
    bench: Workbench, line: Indicator, rule: Rule, figures: Sequence[Sequence[Figure]], *, award: bool
) -> Sequence[Sequence[Figure]]:  # fmt: skip
    """The figures of every term of a rule as if what the decisions of the bench excuse had been done."""
    heard = all_heard(bench, line, rule, figures, award=award)
    return [[one if ruling is None else ruling.met for one, ruling in zip(those, rulings, strict=True)]
            for those, rulings in zip(figures, heard, strict=True)]  # fmt: skip


def all_heard(
    bench: Workbench, line: Indicator, rule: Rule, figures: Sequence[Sequence[Figure]], *, award: bool
) -> Sequence[Sequence[Heard | None]]:  # fmt: skip
    """What the decisions of the bench make of every figure of a rule; None where they have nothing to hear."""
    about = concerning(in_order(bench.reviews), line, rule, award=award) if bench.reviews else ()
    hearing = Hearing(Meaning(bench, line, rule), about)
    found: list[list[Heard | None]] = []
    for term, those in zip(rule.terms, figures, strict=True):
        hearing.begin_term()
        labels = frozenset(figure.cell for figure in those) - {""}
        found.append([hearing.hear(figure, term, labels) if about and _is_charged(figure, term) else None
                      for figure in those])  # fmt: skip
    return found


def _is_charged(figure: Figure, term: Term) -> bool:
    return figure.due and bool(steps(figure, term.targets[figure.name], term.price))


def _as_if(figure: Figure, term: Term, excused: Fraction) -> Figure:
    """A figure with so many steps of its gap made up for."""
    if not excused:
        return figure
    target, per = term.targets[figure.name], term.price.per
    if isinstance(per, Per) or _gap_in_steps(figure, term) <= excused:
        return figure._replace(value=just_met(target), empty=None)
    short = target.comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN)
    moved = (figure.value or NOTHING) + (excused if short else -excused) * per
    return figure._replace(value=moved, empty=None)


def _gap_in_steps(figure: Figure, term: Term) -> Fraction:
    """The gap in steps and parts of steps; 1 for a breach."""
    per = term.price.per
    return Fraction(1) if isinstance(per, Per) else gap(figure, term.targets[figure.name]) / per


def _made_of(figure: Figure, take: Take, parts: Mapping[tuple[int, ...], Fraction]) -> Figure:
    """A figure that counts only these parts, each so far."""
    kept = {rows: amount for rows, amount in parts.items() if amount}
    rows = sorted(row for part in kept for row in part)
    relation = figure.relation
    if take.how is How.SUM:
        relation = _weighed(relation, take.columns[0], {part[0]: amount for part, amount in kept.items()})
    return figure._replace(value=sum(kept.values(), NOTHING), rows=rows, relation=relation)


def _weighed(relation: Relation, name: str, amounts: Mapping[int, Fraction]) -> Relation:
    """A relation in which some rows count for less than they say."""
    column = relation.column(name)
    changed = {row: int(amount) for row, amount in amounts.items() if column[row] != amount}
    if not changed:
        return relation
    lighter = [changed.get(row, value) for row, value in enumerate(column)]
    return replace(relation, column=lambda other: lighter if other == name else relation.column(other), known={})
