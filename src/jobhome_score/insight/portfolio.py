"""Many sites under one rubric: what each comes to, how they rank, what they cost together."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect
from jobhome_score.problems import Problem, errors
from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import SectionScore, Status
from jobhome_score.settlement import Payout


@dataclass(frozen=True, slots=True)
class Move:
    """A single change of a reading that would move a site's payout, and what it would then come to."""

    reading: str
    option: str
    total: Fraction
    payable: Decimal


@dataclass(frozen=True, slots=True)
class Standing:
    """What a site comes to. `sections` and `lines`: points added to the total, by id.

    `best`: total and payable at the upper end where ledgers are absent and a range was asked for, else None.
    """

    site: str
    operator: str
    period: tuple[str, str]
    total: Fraction
    sections: Mapping[str, Fraction]
    lines: Mapping[str, Fraction]
    zeroed: frozenset[str]
    payout: Payout
    met: int
    duties: int
    moves: tuple[Move, ...]
    best: tuple[Fraction, Decimal] | None
    before: Fraction | None = None
    """The total before review, where decisions on disputes were applied."""
    listed: int = 0
    """How many decisions among its ledgers were not applied."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a site could not be scored: by code, with facts, and the problems of its ledgers where those are why."""

    code: str
    facts: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """The first errors."""
    errors: int = 0
    """How many errors there are in all."""


@dataclass(frozen=True, slots=True)
class Site:
    """A folder that holds ledgers, by its way below the root: either what it comes to, or why that is not known."""

    folder: str
    outcome: Standing | Failure


@dataclass(frozen=True, slots=True)
class Sums:
    """The money of all sites that were scored."""

    fee: Decimal
    payable: Decimal
    paid: Decimal
    due: Decimal


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Sites in their rank, equal totals in the same one, then those not scored; `left_out`: folders without ledgers."""

    ranked: tuple[tuple[int, Site, Standing], ...]
    unscored: tuple[tuple[Site, Failure], ...]
    left_out: tuple[str, ...]
    sums: Sums


FIRST_PROBLEMS = 5
"""How many errors of a site that could not be scored are kept."""


def standing(assessment: Assessment, effects: Sequence[Effect]) -> Standing:
    """What an assessment says of its site; `effects` are the single changes of readings that move the payout."""
    score, contract, best = assessment.score, assessment.contract, assessment.best
    moves = (Move(one.reading, one.option, one.outcome.total, one.outcome.payout.payable)
             for one in effects if one.outcome is not None)  # fmt: skip
    return Standing(
        contract.site,
        contract.operator,
        (contract.period.start.isoformat(), contract.period.end.isoformat()),
        score.total,
        {one.section.id: _reached(one) for one in score.sections},
        {name: points for one in score.sections for name, points in _lines(one).items()},
        frozenset(line.indicator.id for one in score.sections for line in one.indicators if line.zeroed),
        assessment.payout,
        sum(state.status is Status.MET for state in score.obligations),
        len(score.obligations),
        tuple(moves),
        None if best is None else (best.score.total, best.payout.payable),
        None if assessment.review.before is None else assessment.review.before.total,
        len(assessment.review.listed),
    )


def _reached(section: SectionScore) -> Fraction:
    return -section.score if section.section.role is Role.PENALTY else section.score


def _lines(section: SectionScore) -> Mapping[str, Fraction]:
    """What each indicator adds to the total; less than nothing for a penalty."""
    role = section.section.role
    return {
        line.indicator.id: {Role.BASE: line.score, Role.BONUS: line.deducted, Role.PENALTY: -line.deducted}[role]
        for line in section.indicators
    }


def failure(problems: Sequence[Problem]) -> Failure:
    """The failure of a site whose ledgers have errors."""
    found = errors(problems)
    return Failure("problems", {}, found[:FIRST_PROBLEMS], len(found))


def portfolio(sites: Sequence[Site], left_out: Sequence[str]) -> Portfolio:
    """Sites ranked by total, the highest first; equals rank alike and the next rank is skipped for each of them."""
    scored = [(site, site.outcome) for site in sites if isinstance(site.outcome, Standing)]
    scored.sort(key=lambda one: (-one[1].total, one[0].folder))
    totals = [outcome.total for _, outcome in scored]
    ranked = tuple((totals.index(outcome.total) + 1, site, outcome) for site, outcome in scored)
    failed = [(site, site.outcome) for site in sites if isinstance(site.outcome, Failure)]
    failed.sort(key=lambda one: one[0].folder)
    return Portfolio(ranked, tuple(failed), tuple(sorted(left_out)), _sums([outcome.payout for _, outcome in scored]))


def _sums(payouts: Sequence[Payout]) -> Sums:
    nothing = Decimal("0.00")
    return Sums(
        sum((one.fee for one in payouts), nothing),
        sum((one.payable for one in payouts), nothing),
        sum((one.paid for one in payouts), nothing),
        sum((one.due for one in payouts), nothing),
    )
