"""Plans of a reviewed year: what a decision excuses needs no repair, what it strikes out cannot fall away again."""

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger_tables import SiteYear, points
from tests.plans import ground, grounded, planned, repairs, stairs
from tests.random_years import Drawn, _books
from tests.test_properties import a_year, fast
from tests.test_review_properties import decided, drawn_rows

from jobhome_score.insight.plan.ground import as_assessed
from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading
from jobhome_score.scoring.results import IndicatorScore, Score


def test_a_withdrawn_finding_needs_no_repair(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型
    环境脏乱  ×5
    """
    # An empty year scores 40.5; five findings of a point each leave 35.5, four of them 36.5.
    on = ground(ledgers.reviewed("工作表  行号  复核结论\n督导检查  4  撤销"))
    assert on.now.total == points("36.5")
    assert stairs(planned(on), "1.6") == [(1, "1.0"), (2, "2.0"), (3, "3.0"), (4, "4.0")]


def test_fairs_excused_need_not_be_held(ledgers: SiteYear) -> None:
    # 38 fairs short, 3 of them waived: 35 × 0.5 = 17.5 under a cap of 6, so 24 more are needed for the first half point
    on = ground(ledgers.reviewed("指标  规则  数量  复核结论\n2.1  sessions  3  免责"))
    found = stairs(planned(on), "2.1")
    assert (found[0], found[-1]) == ((24, "0.5"), (35, "6.0"))


def test_what_a_month_lacked_is_excused_in_the_plan_too(ledgers: SiteYear) -> None:
    # 12 meetings short, two of them waived: 10 points under a cap of 3, so the 8th repair is the first that helps
    decisions = "指标  规则  期间  复核结论\n3.3  monthly_meeting  2025-12  免责\n3.3  monthly_meeting  2026-01  免责"
    on = ground(ledgers.reviewed(decisions))
    assert stairs(planned(on), "3.3") == [(8, "1.0"), (9, "2.0"), (10, "3.0")]


def test_a_withdrawn_fabrication_frees_its_indicator_and_its_five_points(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    数据造假  2.1
    """
    # 2.1 still scores 4 of 10 in an empty year of 40.5; falsified it scores 0, and 5 more go: 31.5
    assert ground(ledgers).now.total == points("31.5")
    on = ground(ledgers.reviewed("工作表  行号  复核结论\n督导检查  2  撤销"))
    assert (on.now.total, dict(on.zeroed)) == (points("40.5"), {})
    assert repairs(planned(on, "43.5")) == {"3.2 trainer_class": 1}


@fast
@given(a_year, st.integers(0, 1000), st.sampled_from(["撤销", "免责"]))
def test_a_plan_begins_where_the_reviewed_assessment_ends(year: Drawn, seed: int, verdict: str) -> None:
    checked, reviews = check(Reading(tuple(_books(year.year, None)))), decided(drawn_rows(year, seed, verdict))
    on = grounded(checked, year.readings, None, as_assessed, reviews)
    assert [_told(line) for line in _lines(on.now)] == [_told(line) for line in _lines(on.assessment.score)]
    assert on.now.total == on.assessment.score.total


def _lines(score: Score) -> Iterator[IndicatorScore]:
    return (line for section in score.sections for line in section.indicators)


def _told(line: IndicatorScore) -> tuple[str, Fraction, Fraction]:
    return line.indicator.id, line.score, line.deducted


def test_a_waiver_that_ends_before_the_period_excuses_nothing_in_the_plan_for_its_end(ledgers: SiteYear) -> None:
    # 38 fairs short, under a cap of 6: the first half point comes with the 27th fair, waiver or not
    until = "指标  规则  复核结论  有效期至  复核日期\n2.1  sessions  免责  2025-10-31  2025-09-10"
    assert stairs(planned(ground(ledgers.reviewed(until), "2025-09-11")), "2.1")[0] == (27, "0.5")
