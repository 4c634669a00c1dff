"""What came of a rubric's cases, as it is printed."""

from fractions import Fraction

import pytest

from jobhome_score.evidence import Place
from jobhome_score.insight.case_needs import Edge, Need
from jobhome_score.insight.cases import Gap, Outcome, Unloadable, WrongFigure
from jobhome_score.locales import Lang
from jobhome_score.problems import Code, Problem
from jobhome_score.reports.cases_text import cases_text
from jobhome_score.rubric.document import Words

SHOWS = Words("一场34家", "A fair of 34")
WRONG = WrongFigure(11, SHOWS, "2.1 items", {"session_items": "each"}, "deducted", Fraction(1), Fraction(1, 2))
NOWHERE = WrongFigure(12, SHOWS, "total", {}, "percent", Fraction(95, 100), None)
GAP = Gap(Need("2.1 sessions", "events 日常 ≥ 38", Edge.BELOW))


def test_where_everything_passes_one_line_says_so() -> None:
    found = Outcome("x.cases.yaml", 2, 3, (), (), 5, 5)
    assert cases_text(found, "en") == "x.cases.yaml: all 2 cases pass (3 runs); all 5 things to be shown are shown."


def test_failures_come_with_their_line_and_gaps_after_them() -> None:
    found = Outcome("x.cases.yaml", 2, 3, (), (GAP, WRONG, NOWHERE), 4, 5)
    assert cases_text(found, "zh").splitlines() == [
        "x.cases.yaml:11  2.1 items  扣分应为1，实为0.5。一场34家（口径：session_items=each）",
        "x.cases.yaml:12  总分与结算  支付比例应为95%，实为无（总分与结算没有这一数字）。一场34家",
        "没有案例的地方：",
        "  2.1 sessions  events 日常 ≥ 38  恰低于",
        "x.cases.yaml：2个案例，通过0个；应示明的5处，有案例的4处。",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_kind_of_failure_has_its_words(lang: Lang) -> None:
    place = Place("x.cases.yaml", "招聘活动", 9, 0)
    facts = {"column": "企业数", "id": "companies", "kind": "count", "wants": ""}
    broken = Unloadable(4, SHOWS, (Problem(Code.BAD_COUNT, place, "三十几家", facts),))
    gaps = [Gap(Need("5", "= 10", edge)) for edge in Edge]
    found = Outcome("x.cases.yaml", 1, 1, (), (broken, WRONG, *gaps), 0, 6)
    text = cases_text(found, lang)
    assert "x.cases.yaml:4" in text
    assert "三十几家" in text
    assert len(text.splitlines()) >= len(gaps) + 4
