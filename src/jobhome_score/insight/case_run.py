"""A case run: its ledgers through the real loading path, scored by the real engine, held against what it expects."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from jobhome_score.insight.case_file import TOTAL, Case, CaseFile, expected
from jobhome_score.insight.case_tables import project_items, reading_of
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.problems import Problem, errors
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

WHOLE_FEE = "1000000"
"""The contract amount of a case, in yuan, where it states no parts of the fee."""

Facts = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Scored:
    """What the engine made of a case. `raw` is the total before floor and ceiling; no score where a total was stated."""

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
    """What running needs: the rubric's source, the cases, and the rubrics settled so far."""

    source: RubricSource
    cases: CaseFile
    rubrics: dict[tuple[tuple[str, str], ...], Rubric]

    def rubric(self, chosen: Mapping[str, str]) -> Rubric:
        """The rubric under a set of readings, built once."""
        key = tuple(sorted(self.source.options(chosen).items()))
        if key not in self.rubrics:
            self.rubrics[key] = self.source.under(chosen)
        return self.rubrics[key]


def run_case(bench: Bench, case: Case) -> Iterator[Run]:
    """Run a case once for each combination of options that its expectation chooses by."""
    varied = tuple(dict.fromkeys(branch.reading for branch in branches(case.expect)))
    options = [[option.id for option in bench.source.readings[name].options] for name in varied]
    checked = _load(bench.cases, case)
    for chosen in product(*options):
        yield _run(bench, case, checked, varied, {**case.readings, **dict(zip(varied, chosen, strict=True))})


def _load(cases: CaseFile, case: Case) -> Checked:
    fees = {"contract_amount": WHOLE_FEE}
    if case.stated and case.stated.base_fee and case.stated.assessed_fee:
        parts = {"base_fee": case.stated.base_fee, "assessed_fee": case.stated.assessed_fee}
        fees = {"contract_amount": str(sum(int(part) for part in parts.values())), **parts}
    return check(reading_of(cases.file, case.tables, cases.filled, project_items(case.period, fees)))


def _run(bench: Bench, case: Case, checked: Checked, varied: tuple[str, ...], chosen: Mapping[str, str]) -> Run:
    options = bench.source.options(chosen)
    rubric = bench.rubric(chosen)
    figures = list(expected(bench.cases.file, settle(case.expect, options)))
    stopped = errors(checked.problems)
    season = None if stopped or checked.contract is None else season_of(checked.ledgers(), rubric, case.as_of)
    if season is not None:
        stopped = errors(misfits(checked, rubric, season, case.period.end))
    if season is None or stopped:
        wanted = tuple(Wanted(name, value, None, mark) for name, value, mark in figures)
        return Run(case, options, varied, wanted, stopped, None)
    scored = _scored(rubric, season, case)
    found = facts(scored, case.about)
    wanted = tuple(Wanted(name, value, found.get(name), mark) for name, value, mark in figures)
    return Run(case, options, varied, wanted, (), scored)


def _scored(rubric: Rubric, season: Season, case: Case) -> Scored:
    contract = season.ledgers.contract
    if case.stated is not None:
        total = within_limits(rubric, case.stated.total)
        return Scored(rubric, season, None, case.stated.total, pay(rubric.settlement, total, contract))
    score = score_season(rubric, season)
    raw = score.base + score.bonus - score.penalty
    return Scored(rubric, season, score, raw, pay(rubric.settlement, score.total, contract))


def facts(scored: Scored, about: str) -> Facts:
    """The figures of what a case is about, by the names that an expectation uses."""
    whole = {
        "total": within_limits(scored.rubric, scored.raw),
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
    """The section, indicator and rule that a case is about. Raises KeyError where the rubric has no such under its readings."""
    line_id, _, rule_id = about.partition(" ")
    for section in sections:
        if section.section.id == about:
            return section, None, None
        for line in section.indicators:
            if line.indicator.id == line_id:
                return section, line, next((rule for rule in line.rules if rule.rule.id == rule_id), None)
    raise KeyError(about)
