"""Whether figures that were counted are multiples of five far too often.

Asked only of what is counted one by one or by a machine: companies at a fair, views of streams and videos as long as
platforms show them to the last digit. Large numbers of visitors are rounded honestly and are not asked about. Figures
that hit a target of the rubric are left out. Null model: one honest figure in five is a multiple, and of the others
so many are rounded that `ROUNDED` are in all; the tail is binomial.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier, places
from jobhome_score.insight.flags.tails import binomial
from jobhome_score.rubric.document import Rubric

CODE = "round_numbers"
FIVE = 5
ROUNDED: Mapping[tuple[str, str], Fraction] = {
    ("events", "companies"): Fraction(1, 2),
    ("livestreams", "views"): Fraction(3, 5),
    ("videos", "views"): Fraction(3, 5),
}
SHOWN_IN_FULL = 10_000
"""From here on platforms show 1.2万."""


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for each column that is counted."""
    for (ledger, column), share in ROUNDED.items():
        relation = dossier.rows(ledger)
        if relation is None:
            continue
        goals = set(_goals(dossier.rubric, ledger, column))
        counted = {row: value for row, value in enumerate(relation.column(column))
                   if value and value < SHOWN_IN_FULL and value not in goals}  # fmt: skip
        round_ = [row for row, value in counted.items() if value % FIVE == 0]
        if counted:
            facts = {"ledger": ledger, "column": column}
            chance = binomial(len(counted), share, len(round_))
            usual = Fraction(len(counted), FIVE)
            yield Answer(CODE, places(relation, round_), len(round_), len(counted), usual, chance, facts)


def _goals(rubric: Rubric, ledger: str, column: str) -> Iterator[int]:
    """The targets that the rubric sets for a column."""
    for line in rubric.indicators().values():
        for rule in line.rules:
            for term in rule.terms:
                for measure in term.measures:
                    taken = [name for name, take in measure.take.items() if column in take.columns]
                    if measure.of == ledger:
                        yield from (int(term.targets[name].number) for name in taken)
