"""Whether figures hit their target exactly far more often than those of people who stop when it is reached.

Asked of every figure of a row or of a month that the rubric holds against a target, where the target is large enough
for a figure to fall beside it by chance. Null model: figures just above the target fall off smoothly. Whoever invites
until it is reached, and telephones on the day to make up for those who stay away, hits it often, so hits may be
`STOPPING` of all that lie at the target or up to `STEPS` steps above it: five times as many as at each neighbour. The
tail is binomial. A step is what most other figures of the column are rounded to; a column rounded more coarsely than
a twentieth of its target cannot answer. Figures below the target are not looked at.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor

from jobhome_score.insight.flags.answers import Answer, Dossier, places
from jobhome_score.insight.flags.tails import binomial
from jobhome_score.measures.measuring import PERIOD, Figure, measured
from jobhome_score.rubric.document import Comparison, How, Measure, Target, Term

CODE = "exact_hits"
STOPPING = Fraction(1, 2)
STEPS = 5
LEAST = 20
"""Below it a target is what a protocol prescribes (three recommendations), and hitting it is to do as one is told."""

ROUNDED_TO = (100, 50, 20, 10, 5)
COARSEST = 20
"""A step of more than a twentieth of the target leaves no neighbours to compare with."""

UPWARDS = frozenset({Comparison.AT_LEAST, Comparison.MORE_THAN})


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for each named figure of a rule that has such a target and enough figures near it."""
    for line, term, measure in _measures(dossier):
        figures = list(measured(dossier.bench, measure, term.due, term.targets))
        for name, take in measure.take.items():
            goal = _goal(term.targets[name])
            if goal is not None:
                facts = {"indicator": line, "view": measure.of, "column": take.columns[0], "target": str(goal)}
                yield from _answer([one for one in figures if one.name == name], goal, facts)


def _measures(dossier: Dossier) -> Iterator[tuple[str, Term, Measure]]:
    """The measures that can be asked about, each with its term and the indicator."""
    for line in dossier.rubric.indicators().values():
        for term in (term for rule in line.rules for term in rule.terms):
            yield from ((line.id, term, measure) for measure in term.measures
                        if _single(measure) and not dossier.bench.lacks(measure.of))  # fmt: skip


def _single(measure: Measure) -> bool:
    """Whether its figures are numbers that a row or a month says, not counts of rows or rates."""
    taken = {take.how for take in measure.take.values()}
    return measure.each[0] != PERIOD and taken <= {How.SUM, How.MEAN}


def _goal(target: Target) -> int | None:
    """The least whole number that meets a target; None for those that are not asked about."""
    if target.percent or target.comparison not in UPWARDS:
        return None
    goal = floor(target.number) + 1 if target.comparison is Comparison.MORE_THAN else -floor(-target.number)
    return goal if goal >= LEAST else None


def _answer(figures: Sequence[Figure], goal: int, facts: Mapping[str, str]) -> Iterator[Answer]:
    known = [(figure, figure.value) for figure in figures if figure.value is not None and figure.rows]
    step = rounding([value for value in _written(figures, facts["column"]) if value != goal], goal)
    if step * COARSEST > goal:
        return
    near = [figure for figure, value in known if goal <= value <= goal + STEPS * step]
    hits = [figure for figure in near if figure.value == goal]
    if near:
        rows = tuple(place for figure in hits for place in places(figure.relation, figure.rows))
        beside = Fraction(len(near) - len(hits), STEPS)
        chance = binomial(len(near), STOPPING, len(hits))
        said = {**facts, "near": str(len(near)), "upto": str(goal + STEPS * step)}
        yield Answer(CODE, rows, len(hits), len(known), beside, chance, said)


def _written(figures: Sequence[Figure], column: str) -> Sequence[Fraction]:
    """The figures that tell how a column is rounded: where each is a row's own, all that the column holds."""
    if figures and all(len(figure.rows) == 1 for figure in figures):
        return [Fraction(value) for value in figures[0].relation.column(column) if value is not None]
    return [figure.value for figure in figures if figure.value is not None]


def rounding(others: Sequence[Fraction], goal: int) -> int:
    """The step on which at least half of the other figures lie, and the target too; 1 where they are not rounded."""
    for step in ROUNDED_TO:
        rounded = sum(not value % step for value in others)
        if goal % step == 0 and others and 2 * rounded >= len(others):
            return step
    return 1
