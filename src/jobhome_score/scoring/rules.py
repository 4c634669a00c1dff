"""A rule over a season: measure → target → gap → part step → price → combine → cap."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import Enum
from fractions import Fraction

from jobhome_score.ledgers.reviews import in_order
from jobhome_score.measures.measuring import Figure, Workbench, measured
from jobhome_score.rubric.document import (
    Combine,
    Comparison,
    Empty,
    Indicator,
    Join,
    Per,
    Price,
    Rule,
    Term,
)
from jobhome_score.scoring.absent import most
from jobhome_score.scoring.misses import miss_of
from jobhome_score.scoring.pricing import steps
from jobhome_score.scoring.results import Miss, Reviewed, RuleScore, Status, Tally
from jobhome_score.scoring.review.hearing import Hearing, Ruling
from jobhome_score.scoring.review.meant import Meaning, concerning
from jobhome_score.scoring.strips import strips
from jobhome_score.views.catalogue import views


class Missing(Enum):
    """What a rule without its ledgers is charged: its worst, or (the other end of a range) nothing."""

    WORST = "worst"
    BEST = "best"


Charged = tuple[Figure, Miss | None]

Charge = tuple[Fraction, Fraction]
"""How many misses a term is charged, and what they cost before any cap."""

Heard = tuple[Sequence[Sequence[Charged]], Sequence[Reviewed]]
"""The figures of every term with the misses that stand after a review, and what decisions said of the misses."""


def score_rule(bench: Workbench, line: Indicator, rule: Rule, *, award: bool, missing: Missing) -> RuleScore:
    """Score one rule of an indicator; an award brings points where a deduction takes them.

    What the decisions of the bench excuse leaves before anything is priced.
    """
    absent = lacking(bench, rule)
    if absent:
        full = most(bench, line, rule) if award == (missing is Missing.BEST) else Fraction(0)
        return RuleScore(rule, Status.NO_EVIDENCE, {}, Fraction(0), full, full, (), absent)
    about = concerning(in_order(bench.reviews), line, rule, award=award) if bench.reviews else ()
    if not about:
        return rule_of(rule, [figures_of(bench, term) for term in rule.terms], award=award)
    scored = [held(term, figures_of(bench, term)) for term in rule.terms]
    standing, reviewed = _heard(Hearing(Meaning(bench, line, rule), about), scored)
    charges = [charge(term, figures) for term, figures in zip(rule.terms, standing, strict=True)]
    return rule_score(rule, scored, charges, award=award, heard=(standing, reviewed))


def rule_of(rule: Rule, figures: Sequence[Iterable[Figure]], *, award: bool) -> RuleScore:
    """A rule scored over the figures of each of its terms, whether they were measured or are only supposed."""
    scored = [held(term, each) for term, each in zip(rule.terms, figures, strict=True)]
    charges = [charge(term, each) for term, each in zip(rule.terms, scored, strict=True)]
    return rule_score(rule, scored, charges, award=award)


def rule_score(
    rule: Rule,
    scored: Sequence[Sequence[Charged]],
    charges: Sequence[Charge],
    *,
    award: bool,
    heard: Heard | None = None,
) -> RuleScore:
    """A rule from the figures of its terms and what each term is charged: joined, then held under its caps.

    `heard`: the figures with the misses that stand after a review, and what was said of the others.
    """
    standing, reviewed = heard or (scored, ())
    pick = max(range(len(charges)), key=lambda at: charges[at][1])
    chosen = range(len(charges)) if rule.join is Join.SUM else (pick,)
    misses = sum((charges[at][0] for at in chosen), Fraction(0))
    uncapped = sum((charges[at][1] for at in chosen), Fraction(0))
    capped = sum((_under(charges[at][1], rule.terms[at].price.cap) for at in chosen), Fraction(0))
    found = [miss for at in chosen for _, miss in standing[at] if miss is not None]
    everything = [figure for at in chosen for figure, _ in scored[at]]
    deducted = _under(capped, rule.cap)
    excused = any(one.fell for one in reviewed)
    status = Status.EXCUSED if excused and not found else _status(everything, found, award=award)
    by_calendar = tuple(strip for term, charged in zip(rule.terms, scored, strict=True) for strip in
                        strips(term.measures, term.targets, [figure for figure, _ in charged]))  # fmt: skip
    measured_ = _measured(rule, scored)
    beside = [miss for at, term in enumerate(standing) if at not in chosen for _, miss in term if miss is not None]
    return RuleScore(
        rule, status, measured_, misses, deducted, uncapped, found, frozenset(), by_calendar, reviewed, beside
    )


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
    count = steps(figure, term.targets[figure.name], term.price) if figure.due else Fraction(0)
    return miss_of(figure, term, count) if count else None


def _heard(hearing: Hearing, scored: Sequence[Sequence[Charged]]) -> Heard:
    """The figures with the misses that stand after review, and what the decisions said."""
    standing: list[list[Charged]] = []
    reviewed: list[Reviewed] = []
    for term, figures in zip(hearing.meaning.rule.terms, scored, strict=True):
        hearing.begin_term()
        labels = frozenset(figure.cell for figure, _ in figures) - {""}
        left: list[Charged] = []
        for figure, miss in figures:
            if miss is None:
                left.append((figure, None))
                continue
            heard = hearing.hear(figure, term, labels)
            unchanged = heard.figure is figure and heard.steps == miss.steps
            stands = miss if unchanged else miss_of(heard.figure, term, heard.steps) if heard.steps else None
            left.append((heard.figure, stands))
            reviewed += [_reviewed(term, ruling) for ruling in heard.rulings]
        standing.append(left)
    return standing, tuple(reviewed)


def _reviewed(term: Term, ruling: Ruling) -> Reviewed:
    price = term.price
    if isinstance(price.points, str):
        points = written(ruling.part, price.points) if ruling.steps else Fraction(0)
    else:
        points = ruling.steps * Fraction(price.points)
    return Reviewed(ruling.decision, miss_of(ruling.part, term, ruling.steps), points, ruling.fell)


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
