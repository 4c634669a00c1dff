"""Every problem has a page in the gallery, and the product says what the page says."""

from pathlib import Path

import pytest
from scripts.make_problem_pages import TARGET, file_of, page
from tests.locales.test_sentences import RUBRIC_CODES
from tests.problems.gallery import LEDGERS, RUBRICS, earned, entries, rubric_problem

from jobhome_score.problems import Code
from jobhome_score.reports.problems_text import problem_line, rubric_problem_line


def test_every_problem_has_a_page() -> None:
    assert list(entries(LEDGERS)) == [code.value for code in Code]
    assert sorted(entries(RUBRICS)) == RUBRIC_CODES


@pytest.mark.parametrize("code", entries(LEDGERS))
def test_the_words_of_a_problem_are_those_of_its_page(code: str) -> None:
    entry = entries(LEDGERS)[code]
    problem = earned(code, entry)
    assert [problem_line(problem, "zh"), problem_line(problem, "en")] == [entry["zh"], entry["en"]]
    assert all(entry["remedy"][lang].strip() for lang in ("zh", "en"))


@pytest.mark.parametrize("code", entries(RUBRICS))
def test_the_words_of_a_rubric_problem_are_those_of_its_page(code: str) -> None:
    entry = entries(RUBRICS)[code]
    problem, file = rubric_problem(code, entry), file_of(entry)
    told = [rubric_problem_line(file, problem, "zh"), rubric_problem_line(file, problem, "en")]
    assert told == [entry["zh"], entry["en"]]


def test_the_page_is_current() -> None:
    assert Path(TARGET).read_text(encoding="utf-8") == page(), "run `make pages`"
