"""A rule over a season: measure → target → gap → part step → price → combine → cap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property, partial

from jobhome_score.evidence import Place
from jobhome_score.measures.measuring import Figure, Workbench, measured
from jobhome_score.rubric.document import (
    Combine,
    Comparison,
    Empty,
    How,
    Indicator,
    Join,
    Measure,
    Per,
    Price,
    Rule,
    Term,
)
from jobhome_score.scoring.absent import most
from jobhome_score.scoring.pricing import steps
from jobhome_score.scoring.results import Miss, RuleScore, Status, Tally
from jobhome_score.scoring.strips import strips
from jobhome_score.scoring.units import units_of
from jobhome_score.views.catalogue import views


class Missing(Enum):
    """What a rule without its ledgers is charged: its worst, or (the other end of a range) nothing."""

    WORST = "worst"
    BEST = "best"


Charged = tuple[Figure, Miss | None]

Charge = tuple[Fraction, Fraction]
"""How many misses a term is charged, and what they cost before any cap."""


def score_rule(bench: Workbench, line: Indicator, rule: Rule, *, award: bool, missing: Missing) -> RuleScore:
    """Score one rule of an indicator; an award brings points where a deduction takes them."""
    absent = lacking(bench, rule)
    if absent:
        full = most(bench, line, rule) if award == (missing is Missing.BEST) else Fraction(0)
        return RuleScore(rule, Status.NO_EVIDENCE, {}, Fraction(0), full, full, (), absent)
    return rule_of(rule, [figures_of(bench, term) for term in rule.terms], award=award)


def rule_of(rule: Rule, figures: Sequence[Iterable[Figure]], *, award: bool) -> RuleScore:
    """A rule scored over the figures of each of its terms, whether they were measured or are only supposed."""
    scored = [held(term, each) for term, each in zip(rule.terms, figures, strict=True)]
    charges = [charge(term, each) for term, each in zip(rule.terms, scored, strict=True)]
    return rule_score(rule, scored, charges, award=award)


def rule_score(
    rule: Rule, scored: Sequence[Sequence[Charged]], charges: Sequence[Charge], *, award: bool
) -> RuleScore:  # fmt: skip
    """A rule from the figures of its terms and what each term is charged: joined, then held under its caps."""
    pick = max(range(len(charges)), key=lambda at: charges[at][1])
    chosen = range(len(charges)) if rule.join is Join.SUM else (pick,)
    misses = sum((charges[at][0] for at in chosen), Fraction(0))
    uncapped = sum((charges[at][1] for at in chosen), Fraction(0))
    capped = sum((_under(charges[at][1], rule.terms[at].price.cap) for at in chosen), Fraction(0))
    found = [miss for at in chosen for _, miss in scored[at] if miss is not None]
    everything = [figure for at in chosen for figure, _ in scored[at]]
    deducted = _under(capped, rule.cap)
    status = _status(everything, found, award=award)
    by_calendar = tuple(strip for term, charged in zip(rule.terms, scored, strict=True) for strip in
                        strips(term.measures, term.targets, [figure for figure, _ in charged]))  # fmt: skip
    measured_ = _measured(rule, scored)
    return RuleScore(rule, status, measured_, misses, deducted, uncapped, found, frozenset(), by_calendar)


def lacking(bench: Workbench, rule: Rule) -> frozenset[str]:
    """The ledgers that a rule needs and nobody handed in."""
    return frozenset[str]().union(*(bench.lacks(view) for view in needed_views(rule)))


def needed_views(rule: Rule) -> Iterator[str]:
    """The views that a rule measures."""
    for term in rule.terms:
        yield from (measure.of for measure in term.measures)


def needed_ledgers(rule: Rule) -> frozenset[str]:
    """The ledgers that a rule cannot do without."""
    return frozenset[str]().union(*(views()[view].needs for view in needed_views(rule)))


def _under(amount: Fraction, cap: Decimal | None) -> Fraction:
    return amount if cap is None else min(amount, Fraction(cap))


def figures_of(bench: Workbench, term: Term) -> Iterator[Figure]:
    """Every figure of a term, due or not."""
    for measure in term.measures:
        yield from measured(bench, measure, term.due, term.targets)


def held(term: Term, figures: Iterable[Figure]) -> list[Charged]:
    """Figures held against their targets, each with its miss where it is due and has one."""
    return [(figure, _miss(figure, term)) for figure in figures]


def _miss(figure: Figure, term: Term) -> Miss | None:
    target = term.targets[figure.name]
    count = steps(figure, target, term.price) if figure.due else Fraction(0)
    if not count:
        return None
    value = None if figure.empty is Empty.MISSED else figure.value
    rows = Evidence(figure, term)
    units = partial(units_of, figure, term, count)
    return Miss(figure.cell, figure.name, value, target, count, rows, rows.says, rows.view, term, units)


class Evidence(Sequence[Place]):
    """The rows behind a miss, looked up only when somebody asks: a year may have thousands that nobody reads."""

    def __init__(self, figure: Figure, term: Term) -> None:
        """Keep the figure; of a ratio the rows that do not count in full, of every other figure all its rows."""
        self._figure = figure
        self._term = term

    def __len__(self) -> int:
        """How many ledger rows there are."""
        return len(self._places)

    def __getitem__(self, index: int | slice) -> "Place | Sequence[Place]":  # type: ignore[override]
        """Look up a place."""
        return self._places[index]

    def says(self, place: Place) -> Mapping[str, object]:
        """What the row at a place holds in the columns that the term looks at."""
        row = self._rows[place]
        return {name: column[row] for name, column in self._columns.items()}

    @property
    def view(self) -> str:
        """The view that the rows stand in."""
        return self._measure.of

    @property
    def _measure(self) -> Measure:
        return next(one for one in self._term.measures if self._figure.name in one.take)

    @cached_property
    def _rows(self) -> Mapping[Place, int]:
        rows = _telling_rows(self._figure, self._term)
        return {place: row for row in reversed(rows) for place in self._figure.relation.places(row)}

    @cached_property
    def _places(self) -> Sequence[Place]:
        rows = _telling_rows(self._figure, self._term)
        return tuple(dict.fromkeys(place for row in rows for place in self._figure.relation.places(row)))

    @cached_property
    def _columns(self) -> Mapping[str, Sequence[object]]:
        """The columns of the conditions and of the figure, each once."""
        measure = self._measure
        conditions = (*measure.where.all_of, *measure.where.any_of)
        taken = measure.take[self._figure.name].columns
        names = dict.fromkeys(name for name in (*(one.column for one in conditions), *taken) if name != "all")
        return {name: self._figure.relation.column(name) for name in names}


def _telling_rows(figure: Figure, term: Term) -> Sequence[int]:
    how = next(measure.take[figure.name] for measure in term.measures if figure.name in measure.take)
    if how.how is not How.RATIO:
        return figure.rows
    part, whole = how.columns
    parts = figure.relation.column(part)
    wholes = [1] * figure.relation.size if whole == "all" else figure.relation.column(whole)
    return [row for row in figure.rows if (parts[row] or 0) < (wholes[row] or 0)]


def charge(term: Term, figures: Sequence[Charged]) -> Charge:
    """What a term is charged for its misses."""
    price = term.price
    counts = _counts(price, [miss for _, miss in figures if miss is not None])
    misses = sum(counts, Fraction(0))
    if isinstance(price.points, str):
        cost = sum((written(figure, price.points) for figure, miss in figures if miss is not None), Fraction(0))
    else:
        cost = misses * Fraction(price.points)
    return misses, cost


def _counts(price: Price, misses: Sequence[Miss]) -> Sequence[Fraction]:
    counts = [miss.steps for miss in misses]
    if price.per is Per.CELL:
        counts = [Fraction(1)] * len({miss.cell for miss in misses})
    return [max(counts)] if price.combine is Combine.WORST and counts else counts


def written(figure: Figure, column: str) -> Fraction:
    """What the rows of a figure say themselves, such as the auditor's own points."""
    values = figure.relation.column(column)
    return sum((Fraction(values[row]) for row in figure.rows if values[row] is not None), Fraction(0))


def _status(figures: Sequence[Figure], found: Sequence[Miss], *, award: bool) -> Status:
    if found:
        return Status.AWARDED if award else Status.MISSED
    return Status.NOT_YET_DUE if figures and not any(figure.due for figure in figures) else Status.MET


def _measured(rule: Rule, scored: Sequence[Sequence[Charged]]) -> Mapping[str, Fraction | None] | Tally:
    """Figures of a rule without cells, the worst cell where only that counts, else how many cells met theirs."""
    figures = [figure for term in scored for figure, _ in term]
    if all(measure.each == ("period",) for term in rule.terms for measure in term.measures):
        if rule.join is Join.LARGER:
            figures = [figure for figure, _ in scored[0]]
        return _added(figures)
    price = rule.terms[0].price
    due = [figure for figure in figures if figure.due]
    if price.combine is Combine.WORST and not isinstance(price.per, Per) and due:
        least = rule.terms[0].targets[due[0].name].comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN)
        values = [figure.value or Fraction(0) for figure in due]
        return {"": min(values) if least else max(values)}
    return tally(scored)


def _added(figures: Sequence[Figure]) -> Mapping[str, Fraction | None]:
    found: dict[str, Fraction | None] = {}
    for figure in figures:
        before = found.get(figure.name, Fraction(0))
        value = None if figure.empty is Empty.MISSED else figure.value
        found[figure.name] = None if before is None or value is None else before + value
    return found


def tally(scored: Sequence[Sequence[Charged]]) -> Tally:
    """How many figures are met, due and pending."""
    due = [miss for term in scored for figure, miss in term if figure.due]
    pending = sum(not figure.due for term in scored for figure, _ in term)
    return Tally(sum(miss is None for miss in due), len(due), pending)
