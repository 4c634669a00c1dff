"""What reports rely on in an assessment beyond its types, held against what a stored one says."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from string import Formatter
from typing import Final

from jobhome_score.assessment import Assessment, Before, Result
from jobhome_score.insight.sensitivity import Effect, Outcome, Sensitivity
from jobhome_score.insight.told import Told
from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.ledgers.days import FIRST_DAY, LAST_DAY
from jobhome_score.locales import Lang, sentences
from jobhome_score.measures.measuring import CALENDAR
from jobhome_score.problems import Problem, Severity
from jobhome_score.rubric.document import Rule
from jobhome_score.scoring.results import Miss, RuleScore, Score, Strip
from jobhome_score.settlement import FEN, Payout
from jobhome_score.stored.shapes import At, Wrong
from jobhome_score.views.catalogue import views

LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")
MOST_YUAN: Final = Decimal(10) ** 24


def check_sound(told: Told, top: At) -> None:
    """Raise Wrong at the first place that no assessment has: half a score sheet, a ledger that there is not."""
    assessment, at = told.assessment, top / "assessment"
    _check_project(assessment, at)
    _check_ledgers(assessment.absent, at / "absent")
    for number, one in enumerate(assessment.inputs, 1):
        _check_ledgers(filter(None, [one.account.ledger]), at / "inputs" / number / "account" / "ledger")
    for number, problem in enumerate(assessment.problems, 1):
        if problem.severity is not Severity.WARNING:
            raise Wrong(at / "problems" / number / "code", "warning", problem.code.value)
        for name in facts_wanting(problem):
            raise Wrong(at / "problems" / number / "facts" / name, "absent")
    for name in ("before", "best_before"):
        before: Before | None = getattr(assessment.review, name)
        if before is not None:
            _check_before(assessment, before, at / "review" / name)
    for place, result in _results(told, top):
        _check_result(assessment, result, place)
    for number, effect in enumerate(told.effects, 1):
        _check_effect(assessment, effect, top / "effects" / number)
    if told.whole is not None:
        _check_whole(assessment, told.whole, top / "whole")


def facts_wanting(problem: Problem) -> Iterator[str]:
    """The facts that a problem's sentences name and that it does not bring."""
    given = {"value", "expected", *problem.facts, *(f"{name}_id" for name in problem.facts)}
    kinds = (f"problem.{problem.code.value}", f"expected.code.{problem.code.value}",
             f"expected.kind.{problem.facts.get('kind', '')}")  # fmt: skip
    for key in kinds:
        for lang in LANGUAGES:
            named = Formatter().parse(sentences(lang).get(key, ""))
            yield from (name for _, name, _, _ in named if name and name not in given)


def _results(told: Told, top: At) -> Iterator[tuple[At, Result]]:
    """Every score sheet with its payout: the result, the other end of a range, the projections."""
    at = top / "assessment"
    yield at / "result", told.assessment.result
    if told.assessment.best is not None:
        yield at / "best", told.assessment.best
    if told.pacing is not None:
        yield top / "pacing" / "nothing_more", told.pacing.nothing_more
        yield top / "pacing" / "at_pace", told.pacing.at_pace


def _check_project(assessment: Assessment, at: At) -> None:
    contract, request = assessment.contract, assessment.request
    if not FIRST_DAY <= contract.period.start <= contract.period.end <= LAST_DAY:
        raise Wrong(at / "contract" / "period", "period")
    if request.as_of is not None and not FIRST_DAY <= request.as_of <= LAST_DAY:
        raise Wrong(at / "request" / "as_of", "date", request.as_of.isoformat())
    for name, option in request.readings.items():
        if assessment.options.get(name) != option:
            raise Wrong(at / "request" / "readings" / name, "choice", option, assessment.options.get(name, ""))
    for name, decision in request.decisions.items():
        if assessment.options.get(name) != decision.option:
            raise Wrong(
                at / "request" / "decisions" / name, "choice", decision.option, assessment.options.get(name, "")
            )
    for name in ("contract_amount", "base_fee", "assessed_fee", "paid"):
        _check_money(getattr(contract, name), at / "contract" / name)


def _check_money(amount: Decimal | None, at: At) -> None:
    """Yuan and fen, and no more of them than anybody could count."""
    if amount is not None and (abs(amount) >= MOST_YUAN or amount != amount.quantize(FEN)):
        raise Wrong(at, "money", str(amount))


def _check_payout(payout: Payout, at: At) -> None:
    for name in ("fee", "payable", "paid"):
        _check_money(getattr(payout, name), at / name)


def _check_ledgers(names: Iterable[str], at: At) -> None:
    for name in names:
        if name not in ledgers():
            raise Wrong(at, "ledger", name)


def _check_effect(assessment: Assessment, effect: Effect, at: At) -> None:
    reading = assessment.readings.get(effect.reading)
    if reading is None:
        raise Wrong(at / "reading", "not_in_rubric", effect.reading)
    if effect.option not in (option.id for option in reading.options):
        raise Wrong(at / "option", "choice", effect.option, "、".join(option.id for option in reading.options))
    if effect.outcome is not None:
        _check_payout(effect.outcome.payout, at / "outcome" / "payout")


def _check_whole(assessment: Assessment, whole: Sensitivity, at: At) -> None:
    for number, effect in enumerate(whole.effects, 1):
        _check_effect(assessment, effect, at / "effects" / number)
    for name in ("used", "lowest", "highest", "least", "most", "decisive"):
        outcome: Outcome | None = getattr(whole, name)
        if outcome is not None:
            _check_payout(outcome.payout, at / name / "payout")


def _check_result(assessment: Assessment, result: Result, at: At) -> None:
    _check_payout(result.payout, at / "payout")
    if result.payout.band not in assessment.rubric.settlement.bands:
        raise Wrong(at / "payout" / "band", "not_in_rubric", str(result.payout.band.at_least))
    _check_sheet(assessment, result.score, at / "score")
    for here, rule in _rules(result.score, at / "score"):
        _check_rule(rule, here)
    for number, state in enumerate(result.score.obligations, 1):
        here = at / "score" / "obligations" / number
        for found, miss in enumerate(state.found, 1):
            _check_rows(miss, here / "found" / found)
        _check_strips(state.strips, here)


def _check_before(assessment: Assessment, before: Before, at: At) -> None:
    """What was before review is told of everything that is told after it."""
    sections = assessment.rubric.sections
    lines = [line for section in sections for line in section.indicators]
    rules = [f"{line.id} {rule.id}" for line in lines for rule in line.rules]
    wanted = {"sections": [one.id for one in sections], "lines": [line.id for line in lines], "rules": rules}
    for part, names in wanted.items():
        for name in names:
            if name not in getattr(before, part):
                raise Wrong(at / part / name, "absent")
    _check_payout(before.payout, at / "payout")


def _check_sheet(assessment: Assessment, score: Score, at: At) -> None:
    """Every section, indicator, rule and obligation of the rubric, each once and in its order."""
    rubric = assessment.rubric
    _check_same(rubric.sections, [one.section for one in score.sections], at / "sections")
    _check_same(rubric.obligations, [one.obligation for one in score.obligations], at / "obligations")
    for number, section in enumerate(score.sections, 1):
        here = at / "sections" / number / "indicators"
        _check_same(section.section.indicators, [one.indicator for one in section.indicators], here)
        for line, one in enumerate(section.indicators, 1):
            _check_same(one.indicator.rules, [scored.rule for scored in one.rules], here / line / "rules")


def _check_same(wanted: Sequence[object], found: Sequence[object], at: At) -> None:
    if len(wanted) != len(found) or any(one is not other for one, other in zip(wanted, found, strict=True)):
        raise Wrong(at, "order")


def _rules(score: Score, at: At) -> Iterator[tuple[At, RuleScore]]:
    for number, section in enumerate(score.sections, 1):
        for line, indicator in enumerate(section.indicators, 1):
            for place, rule in enumerate(indicator.rules, 1):
                yield at / "sections" / number / "indicators" / line / "rules" / place, rule


def _check_rule(scored: RuleScore, at: At) -> None:
    _check_ledgers(sorted(scored.lacking), at / "lacking")
    for name, misses in (("found", scored.found), ("beside", scored.beside)):
        for number, miss in enumerate(misses, 1):
            here = at / name / number
            _check_term(scored.rule, miss, here)
            if not miss.units():
                raise Wrong(here / "units", "absent")
            _check_rows(miss, here)
    for number, one in enumerate(scored.reviewed, 1):
        here = at / "reviewed" / number / "miss"
        _check_term(scored.rule, one.miss, here)
        _check_rows(one.miss, here)
    _check_strips(scored.strips, at)


def _check_term(rule: Rule, miss: Miss, at: At) -> None:
    """A charged miss is charged by a term of its own rule."""
    if not any(miss.term is term for term in rule.terms):
        raise Wrong(at / "term", "order")


def _check_rows(miss: Miss, at: At) -> None:
    if miss.view and miss.view not in views():
        raise Wrong(at / "view", "view", miss.view)
    said = miss.says(miss.places[0]) if miss.places else {}
    for name in said:
        if not miss.view or name not in views()[miss.view].columns:
            raise Wrong(at / "says" / name, "column", name)


def _check_strips(strips: Sequence[Strip], at: At) -> None:
    for number, strip in enumerate(strips, 1):
        if strip.grain not in CALENDAR:
            raise Wrong(at / "strips" / number / "grain", "choice", strip.grain, "、".join(CALENDAR))
