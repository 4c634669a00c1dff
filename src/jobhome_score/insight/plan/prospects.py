"""What no plan can mend any more, and what must still be done in time so that nothing further is lost."""

from collections.abc import Iterator
from fractions import Fraction

from jobhome_score.insight.plan.ground import Ground, Ruled
from jobhome_score.insight.plan.levers import Lever, Standing
from jobhome_score.measures.measuring import CALENDAR, Figure
from jobhome_score.named import NamedTuple
from jobhome_score.rubric.document import Role, Target, Term
from jobhome_score.scoring.rules import rule_of


class Loss(NamedTuple):
    """A rule with misses that nothing can be done about: the points that go for them alone under the rule's caps."""

    ruled: Ruled
    levers: tuple[Lever, ...]
    points: Fraction

    @property
    def standing(self) -> Standing:
        """Whether a record may be handed in late, or only a review withdraws what is on record."""
        return self.levers[0].standing


class Ahead(NamedTuple):
    """Months, quarters or weeks of a rule still to end: how many, the first one, what it has come to so far."""

    ruled: Ruled
    cells: int
    figure: Figure
    target: Target


def losses(ground: Ground) -> Iterator[Loss]:
    """The rules that deduct for what can no longer be done, by standing, in the order of the sheet."""
    for one in _deducting(ground):
        for standing in (Standing.RECORD, Standing.FINAL):
            levers = {at: lever for at, lever in one.levers.items() if lever.standing is standing}
            if levers and ground.running:
                alone = [[figure for place, figure in enumerate(figures) if (number, place) in levers]
                         for number, figures in enumerate(one.figures)]  # fmt: skip
                yield Loss(one, tuple(levers.values()), rule_of(one.rule, alone, award=False).deducted)


def ahead(ground: Ground) -> Iterator[Ahead]:
    """The cells of the calendar that are still to end, rule by rule."""
    for one in _deducting(ground):
        for term, figures in zip(one.rule.terms, one.figures, strict=False):
            running = [figure for figure in figures if not figure.due and _by_calendar(term, figure)]
            if running:
                yield Ahead(one, len({figure.cell for figure in running}), running[0], term.targets[running[0].name])
                break


def _deducting(ground: Ground) -> Iterator[Ruled]:
    """The rules that deduct, of indicators that still score."""
    for one in ground.rules.values():
        zeroed = one.line.id in ground.zeroed and one.section.role is not Role.PENALTY
        if not one.awards and not one.score.lacking and not zeroed:
            yield one


def _by_calendar(term: Term, figure: Figure) -> bool:
    return any(measure.each[0] in CALENDAR for measure in term.measures if figure.name in measure.take)
