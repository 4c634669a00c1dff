"""The sample years score what their design says, rule by rule; every problem planted in the broken year is found."""

import datetime as dt
from fractions import Fraction

import pytest
from scripts.samples.broken import PLANTED
from scripts.samples.expected import EXPECTED, OUTCOMES, REVIEWED, RULES
from tests import samples

from jobhome_score.assessment import Assessment, Request, all_problems, assess
from jobhome_score.ledgers.loading import Checked
from jobhome_score.rubric.document import Role
from jobhome_score.rubric.source import load_rubric

FOLDERS = {"default": ".", "good-year": "good-year", "hard-year": "hard-year"}
ASKED = Request(dt.datetime(2026, 7, 3, tzinfo=dt.UTC), {})


def checked(year: str) -> Checked:
    return samples.checked(FOLDERS.get(year, year))


@pytest.fixture(scope="module", params=list(FOLDERS))
def year(request: pytest.FixtureRequest) -> tuple[str, Assessment]:
    return request.param, assess(checked(request.param), load_rubric(), ASKED)


def test_every_rule_deducts_what_the_design_says(year: tuple[str, Assessment]) -> None:
    name, assessment = year
    found = {
        f"{line.indicator.id} {rule.rule.id}": rule.deducted
        for section in assessment.score.sections
        if section.section.role is Role.BASE
        for line in section.indicators
        for rule in line.rules
        if rule.deducted
    }
    assert found == {rule: Fraction(points) for rule, points in RULES[name].items() if points}


def test_every_indicator_and_the_result_are_as_designed(year: tuple[str, Assessment]) -> None:
    name, assessment = year
    lines = [line for section in assessment.score.sections for line in section.indicators]
    deducted = {line.indicator.id: line.deducted for line in lines}
    outcome = OUTCOMES[name]
    assert {key: deducted[key] for key in EXPECTED[name]} == {k: Fraction(v) for k, v in EXPECTED[name].items()}
    assert {key: deducted[key] for key in outcome.awarded} == {k: Fraction(v) for k, v in outcome.awarded.items()}
    assert {key: deducted[key] for key in outcome.penalised} == {k: Fraction(v) for k, v in outcome.penalised.items()}
    assert {line.indicator.id for line in lines if line.zeroed} == outcome.zeroed
    assert assessment.score.base == Fraction(outcome.base)
    assert assessment.score.total == Fraction(outcome.total)
    assert assessment.payout.share * 100 == Fraction(outcome.percent)
    assert (assessment.payout.payable, assessment.payout.due) == (outcome.payable, outcome.due)


def test_the_reviewed_year_scores_what_its_decisions_say() -> None:
    found = checked("hard-year")
    assessment, outcome = assess(found, load_rubric(), ASKED, reviews=found), REVIEWED["hard-year"]
    lines = {line.indicator.id: line for section in assessment.score.sections for line in section.indicators}
    for name, points in (outcome.awarded | outcome.penalised).items():
        assert lines[name].deducted == Fraction(points)
    assert {name for name, line in lines.items() if line.zeroed} == outcome.zeroed
    assert (lines["2.5"].score, lines["3.3"].score, lines["1.6"].score, lines["2.1"].score) == (4, 1, 4, 4)
    assert (assessment.score.base, assessment.score.total) == (Fraction(outcome.base), Fraction(outcome.total))
    assert (assessment.payout.payable, assessment.payout.due) == (outcome.payable, outcome.due)
    before, plain = assessment.review.before, OUTCOMES["hard-year"]
    assert before is not None
    assert (before.base, before.total) == (Fraction(plain.base), Fraction(plain.total))
    assert before.payout.payable == plain.payable
    assert not [one for one in assessment.problems if one.code.value.startswith("review")]


def test_every_problem_planted_in_the_broken_year_is_found() -> None:
    problems = all_problems(checked("broken-year"), load_rubric(), ASKED)
    found = {(one.place.file, one.place.sheet, one.severity.value) for one in problems}
    cells = {(one.place.file, one.place.sheet, one.place.row) for one in problems}
    missed = []
    for planted in PLANTED:
        row = int("".join(mark for mark in planted.cell if mark.isdigit()) or 0)
        at_row = (planted.file, planted.sheet, row) in cells
        anywhere = (planted.file, planted.sheet, planted.degree) in found
        if not (at_row or (anywhere and (not row or "hidden" in planted.problem or "outside" in planted.problem))):
            missed.append(planted)
    assert [(one.problem, one.file, one.sheet, one.cell) for one in missed] == []
