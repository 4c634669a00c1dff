"""What a decision means: which rows of a figure, or which cell."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from jobhome_score.evidence import Place
from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.ledgers.wording import key
from jobhome_score.measures.measuring import CALENDAR, PERIOD, Figure, Workbench
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Indicator, Measure, Rule, Term
from jobhome_score.views.catalogue import views
from jobhome_score.views.relation import Moment


def concerning(
    decisions: Sequence[ReviewDecision], line: Indicator, rule: Rule, *, award: bool
) -> Sequence[ReviewDecision]:
    """The decisions that may mean a rule. An award is touched only by name, or by a row that nothing else counts."""
    return [one for one in decisions if _concerns(one, line, rule, award=award)]


def _concerns(one: ReviewDecision, line: Indicator, rule: Rule, *, award: bool) -> bool:
    if one.rule not in ("", rule.id) or (award and not one.indicator and not one.alone):
        return False
    return one.indicator in ("", line.id) or (one.row is not None and rule.zero is not None)


def places_of(figure: Figure) -> Mapping[Place, Sequence[int]]:
    """The rows of a figure by their places."""
    found: dict[Place, list[int]] = {}
    for row in figure.rows:
        for place in figure.relation.places(row):
            found.setdefault(place, []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class Meaning:
    """What decisions mean among the figures of one rule."""

    bench: Workbench
    line: Indicator
    rule: Rule

    def rows(
        self, one: ReviewDecision, figure: Figure, term: Term, places: Mapping[Place, Sequence[int]]
    ) -> Iterator[int]:  # fmt: skip
        """The rows of a figure that a decision means; of those that name an indicator as falsified, also by that."""
        if not self._about(one, figure, term):
            return
        moments = figure.relation.moments()
        by_name = self.rule.zero if one.indicator not in ("", self.line.id) else None
        named = None if by_name is None else figure.relation.column(by_name)
        for row in figure.rows if one.row is None else places.get(one.row, ()):
            if (named is None or named[row] == one.indicator) and self._in_time(one, moments[row]):
                yield row

    def _in_time(self, one: ReviewDecision, moment: Moment | None) -> bool:
        last = _last(moment) or self.bench.season.judgement
        if not one.reaches(last):
            return False
        return not one.when or _within(one, moment)

    def is_cell(self, one: ReviewDecision, figure: Figure, term: Term, labels: frozenset[str]) -> bool:
        """Whether a decision means a figure as a whole. A row means it only where the row is all that it is about."""
        if not self._about(one, figure, term):
            return False
        each = _measure_of(figure, term).each[0]
        alone = each not in (PERIOD, *CALENDAR) and len(figure.rows) == 1
        if one.row is not None and not (alone and one.row in figure.relation.places(figure.rows[0])):
            return False
        if not one.reaches(self._day(figure, each, alone=alone)):
            return False
        name = key(one.when)
        if not name or name in labels:
            return not name or name == figure.cell
        if alone:
            return _within(one, figure.relation.moments()[figure.rows[0]])
        return each in CALENDAR and self._covers(one, figure, each)

    def _covers(self, one: ReviewDecision, figure: Figure, each: str) -> bool:
        """Whether a calendar cell lies within the days meant; of joined part months one part is enough."""
        if one.cover is None:
            return False
        cell = next(cell for cell in self.bench.calendar[each] if cell.label == figure.cell)
        return any(one.cover.holds(part.start) and one.cover.holds(part.end) for part in cell.stretches)

    def _day(self, figure: Figure, each: str, *, alone: bool) -> dt.date:
        """The day a miss belongs to: the end of its cell, the day of its row, else the day of the assessment."""
        if each in CALENDAR:
            return next(cell.last for cell in self.bench.calendar[each] if cell.label == figure.cell)
        moment = figure.relation.moments()[figure.rows[0]] if alone else None
        return _last(moment) or self.bench.season.judgement

    def _about(self, one: ReviewDecision, figure: Figure, term: Term) -> bool:
        """Whether a decision can mean a figure, as far as names go."""
        measure = _measure_of(figure, term)
        if one.row is not None and one.ledger not in views()[measure.of].needs:
            return False
        return not one.figure or one.figure in (figure.name, *measure.take[figure.name].columns)


def _measure_of(figure: Figure, term: Term) -> Measure:
    """The measure of a term that a figure was taken by."""
    return next(measure for measure in term.measures if figure.name in measure.take)


def _within(one: ReviewDecision, moment: Moment | None) -> bool:
    if one.cover is None or moment is None:
        return False
    first = moment.first if isinstance(moment, Span) else moment
    last = moment.last if isinstance(moment, Span) else moment
    return one.cover.holds(first) and one.cover.holds(last)


def _last(moment: Moment | None) -> dt.date | None:
    return moment.last if isinstance(moment, Span) else moment
