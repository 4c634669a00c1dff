"""A case run: its ledgers through the real loading path, scored by the real engine, held against what it expects."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import product

from jobhome_score.insight.case_file import TOTAL, Case, CaseFile, Stated, expected
from jobhome_score.insight.case_tables import project_items, reading_of
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.problems import Problem, errors
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Role, Rubric
from jobhome_score.rubric.nodes import Mark
from jobhome_score.rubric.readings import branches, settle
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.fitting import misfits, season_of
from jobhome_score.scoring.results import IndicatorScore, RuleScore, Score, SectionScore
from jobhome_score.scoring.sheet import score_season, within_limits
from jobhome_score.settlement import Payout
from jobhome_score.settlement import settle as pay
from jobhome_score.views.season import Season

WHOLE_FEE = Fraction(1_000_000)
"""The contract amount of a case, in yuan, where it states no parts of the fee."""

Facts = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Scored:
    """What the engine made of a case. `raw`: the total before floor and ceiling; no score where a total was stated."""

    rubric: Rubric
    season: Season
    score: Score | None
    raw: Fraction
    payout: Payout


@dataclass(frozen=True, slots=True)
class Wanted:
    """One figure that a case expects, and what was found; None: the case's subject has no such figure."""

    name: str
    expected: Fraction
    found: Fraction | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Run:
    """A case under one set of readings. `varied` are those its expectation chooses by.

    `problems` stopped the loading; there is nothing scored then.
    """

    case: Case
    options: Mapping[str, str]
    varied: tuple[str, ...]
    wanted: tuple[Wanted, ...]
    problems: tuple[Problem, ...]
    scored: Scored | None

    @property
    def passed(self) -> bool:
        """Whether everything expected was found."""
        return self.scored is not None and all(one.found == one.expected for one in self.wanted)


@dataclass(frozen=True, slots=True)
class Bench:
    """The rubric's source, and the rubrics settled so far; their obligations are left out, as no case is about them."""

    source: RubricSource
    rubrics: dict[tuple[tuple[str, str], ...], Rubric]

    def rubric(self, chosen: Mapping[str, str]) -> Rubric:
        """The rubric under a set of readings, built once."""
        key = tuple(sorted(self.source.options(chosen).items()))
        if key not in self.rubrics:
            self.rubrics[key] = self.source.under(chosen)._replace(obligations=())
        return self.rubrics[key]


def run_case(bench: Bench, cases: CaseFile, case: Case) -> Iterator[Run]:
    """Run a case once for each combination of options that its expectation chooses by."""
    varied = tuple(dict.fromkeys(branch.reading for branch in branches(case.expect)))
    choices = [[option.id for option in bench.source.readings[name].options] for name in varied]
    checked = check(reading_of(cases.file, case.tables, cases.filled, project_items(case.period, _fees(case.stated))))
    for chosen in product(*choices):
        together = {**case.readings, **dict(zip(varied, chosen, strict=True))}
        options = bench.source.options(together)
        scored = _score(bench.rubric(together), checked, case)
        found: Facts = facts(scored, case.about) if isinstance(scored, Scored) else {}
        wanted = tuple(
            Wanted(name, value, found.get(name), mark)
            for name, value, mark in expected(cases.file, settle(case.expect, options))
        )
        problems, outcome = ((), scored) if isinstance(scored, Scored) else (scored, None)
        yield Run(case, options, varied, wanted, problems, outcome)


def _fees(stated: Stated | None) -> Mapping[str, str]:
    parts = {} if stated is None else {"base_fee": stated.base_fee, "assessed_fee": stated.assessed_fee}
    given = {name: amount for name, amount in parts.items() if amount is not None}
    whole = sum(given.values(), Fraction(0)) if given else WHOLE_FEE
    return {name: _yuan(amount) for name, amount in {"contract_amount": whole, **given}.items()}


def _yuan(amount: Fraction) -> str:
    return f"{Decimal(amount.numerator) / Decimal(amount.denominator):f}"


def _score(rubric: Rubric, checked: Checked, case: Case) -> Scored | tuple[Problem, ...]:
    """The case scored, or the problems that stop it."""
    stopped = errors(checked.problems)
    if stopped:
        return stopped
    season = season_of(checked.ledgers(), rubric, case.as_of)
    return errors(misfits(checked, rubric, season, case.period.end)) or _scored(rubric, season, case)


def _scored(rubric: Rubric, season: Season, case: Case) -> Scored:
    contract = season.ledgers.contract
    if case.stated is not None:
        total = within_limits(rubric.settlement, case.stated.total)
        return Scored(rubric, season, None, case.stated.total, pay(rubric.settlement, total, contract))
    score = score_season(rubric, season)
    raw = score.base + score.bonus - score.penalty
    return Scored(rubric, season, score, raw, pay(rubric.settlement, score.total, contract))


def facts(scored: Scored, about: str) -> Facts:
    """The figures of what a case is about, by the names that an expectation uses."""
    whole = {
        "total": within_limits(scored.rubric.settlement, scored.raw),
        "percent": scored.payout.share,
        "payable": Fraction(scored.payout.payable),
    }
    if about == TOTAL or scored.score is None:
        return whole
    section, line, rule = subject(scored.score.sections, about)
    role = section.section.role
    if line is None:
        return whole | {"score" if role is Role.BASE else _taken(role): section.score}
    score = {"score": line.score} if role is Role.BASE else {}
    if rule is None:
        return whole | score | ({} if " " in about else {_taken(role): line.deducted})
    return whole | score | {_taken(role): rule.deducted, "misses": rule.misses}


def _taken(role: Role) -> str:
    return "awarded" if role is Role.BONUS else "deducted"


def subject(
    sections: Sequence[SectionScore], about: str
) -> tuple[SectionScore, IndicatorScore | None, RuleScore | None]:  # fmt: skip
    """The section, indicator and rule that a case is about. Raises KeyError where no section has it."""
    line_id, _, rule_id = about.partition(" ")
    for section in sections:
        if section.section.id == about:
            return section, None, None
        for line in section.indicators:
            if line.indicator.id == line_id:
                return section, line, next((rule for rule in line.rules if rule.rule.id == rule_id), None)
    raise KeyError(about)
