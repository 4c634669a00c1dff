"""Whether events or livestreams were entered twice, with small changes.

A pair is alike where all figures but one are equal and that one differs by `NEARLY` at most; it is close where the
two lie within `CLOSE` days. Honest figures are alike by chance as well (rounding, halls with so many stands), but
then pairs far apart are alike as often as close ones. So the null model is the ledger's own: of all pairs the alike
ones are spread over close and distant pairs by chance; the tail is hypergeometric. Besides, one row in `AGAIN` is the
second day of the same event or was pasted twice in haste; that tail is binomial, and the larger of both counts. A row
with several models counts once.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from jobhome_score.insight.flags.answers import Answer, Dossier, Weight, places
from jobhome_score.insight.flags.tails import binomial, hypergeometric
from jobhome_score.views.relation import Relation

CODE = "entered_twice"
NEARLY = Fraction(1, 20)
AGAIN = Fraction(1, 500)
CLOSE: Mapping[str, int] = {"events": 3, "livestreams": 1}
FIGURES: Mapping[str, tuple[str, ...]] = {
    "events": ("companies", "positions", "visitors", "intents"),
    "livestreams": ("views", "positions"),
}
SAME: Mapping[str, tuple[str, ...]] = {"events": ("kind", "region"), "livestreams": ("platform", "host")}
"""Only rows alike in these are held against each other."""

MOST = 2_000
"""Rows; more are not held against each other, pair by pair."""

Row = tuple[dt.date, Sequence[int | None], int]


def ask(dossier: Dossier) -> Iterator[Answer]:
    """One answer for events, one for livestreams."""
    for ledger, days in CLOSE.items():
        relation = dossier.rows(ledger)
        if relation is not None and 1 < relation.size <= MOST:
            yield _answer(ledger, relation, dt.timedelta(days=days))


def _answer(ledger: str, relation: Relation, close: dt.timedelta) -> Answer:
    every = near = alike = 0
    models: dict[int, int] = {}
    for group in _groups(ledger, relation).values():
        every += len(group) * (len(group) - 1) // 2
        for at, (day, figures, row) in enumerate(group):
            for other, others, model in group[:at]:
                close_by = day - other <= close
                near += close_by
                if _alike(figures, others):
                    alike += 1
                    if close_by:
                        models.setdefault(row, model)
    rows = [row for pair in models.items() for row in reversed(pair)]
    by_chance = hypergeometric(every, alike, near, len(models))
    chance = max(by_chance, binomial(relation.size, AGAIN, len(models)))
    usual = Fraction(alike * near, every) if every else Fraction(0)
    facts = {"ledger": ledger, "days": str(close.days)}
    weight = Weight.ODD_ROWS if len(models) > usual else Weight.PATTERN
    return Answer(CODE, places(relation, rows), len(models), near, usual, chance, facts, weight)


def _groups(ledger: str, relation: Relation) -> Mapping[tuple[object, ...], Sequence[Row]]:
    """Rows that are held against each other, by date."""
    found: dict[tuple[object, ...], list[Row]] = {}
    figures = list(zip(*map(relation.column, FIGURES[ledger]), strict=True))
    kinds = list(zip(*map(relation.column, SAME[ledger]), strict=True))
    days = relation.column("date")
    for row in sorted(range(relation.size), key=lambda at: days[at]):
        found.setdefault(kinds[row], []).append((days[row], figures[row], row))
    return found


def _alike(figures: Sequence[int | None], others: Sequence[int | None]) -> bool:
    """Whether all figures but one are equal, and that one nearly; figures that nobody recorded say nothing."""
    pairs = [(one, two) for one, two in zip(figures, others, strict=True) if one and two]
    apart = [(one, two) for one, two in pairs if one != two]
    if len(pairs) < 2 or len(apart) > 1:  # noqa: PLR2004 - a single figure that is equal tells nothing
        return False
    return all(abs(one - two) <= NEARLY * max(one, two) for one, two in apart)
