"""The assessment as one page: what stands in it."""

import datetime as dt
import re
from fractions import Fraction
from pathlib import Path

import pytest
from tests.called import called
from tests.ledger_tables import MADE, SiteYear, site_year
from tests.reports.page_reader import Page
from tests.samples import SAMPLES, assessed, checked

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.insight.moving import moving
from jobhome_score.insight.sensitivity import Effect, ground
from jobhome_score.locales import Lang
from jobhome_score.reports.html.page import assessment_html
from jobhome_score.reports.html.strips import mark_of, short_label
from jobhome_score.rubric.document import Comparison, Target
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.fitting import season_of
from jobhome_score.scoring.results import Cell, Strip

LANGS: tuple[Lang, ...] = ("zh", "en")
Known = tuple[Assessment, tuple[Effect, ...]]
"""A sample year, with the changes of readings that would move its payout."""


def sample(name: str) -> Known:
    assessment = assessed(name)
    season = season_of(checked(name).ledgers(), assessment.rubric, None)
    return assessment, moving(assessment, ground(assessment, load_rubric(), season))


@pytest.fixture(scope="module")
def year() -> Known:
    return sample(".")


@pytest.fixture(scope="module")
def hard() -> Known:
    return sample("hard-year")


def test_the_headline_has_site_operator_period_total_share_and_amount(year: Known) -> None:
    text = Page(assessment_html(*_zh(year))).text
    for fact in (
        "云溪市就业之家", "云溪启明人力资源服务有限公司", "2025-07-01 至 2026-06-30",
        "87.6 / 100", "95%", "¥1,140,000.00", "人民币壹佰壹拾肆万元整", "¥540,000.00",
    ):  # fmt: skip
        assert fact in text


def _zh(found: Known) -> tuple[Assessment, Lang, tuple[Effect, ...]]:
    return found[0], "zh", found[1]


@pytest.mark.parametrize("lang", LANGS)
def test_every_indicator_unfolds_to_its_rules(hard: Known, lang: Lang) -> None:
    assessment, effects = hard
    page = Page(assessment_html(assessment, lang, effects))
    lines = [line for section in assessment.score.sections for line in section.indicators]
    folded = [attributes for tag, attributes in page.found if tag == "details"]
    assert [one["id"] for one in folded] == [f"i{line.indicator.id}" for line in lines]
    assert not any("open" in one for one in folded)
    for rule in (rule for line in lines for rule in line.rules):
        assert rule.rule.says[lang] in page.text
        assert rule.rule.cite in page.text


def test_a_miss_shows_its_rows_with_the_values_that_mattered(year: Known) -> None:
    text = Page(assessment_html(*_zh(year))).text
    assert "03 招聘活动.xlsx › 招聘活动 › 14" in text
    assert "企业数=33" in text


def test_long_lists_of_rows_end_in_ranges(hard: Known) -> None:
    assessment, effects = hard
    source = assessment_html(assessment, "zh", effects)
    assert re.search(r"另有 \d+ 行：</b> [^<]*\d+–\d+", source)
    assert len(source.encode()) < 1_500_000


@pytest.mark.parametrize("lang", LANGS)
def test_obligations_readings_files_and_what_has_no_price_are_all_there(hard: Known, lang: Lang) -> None:
    assessment, effects = hard
    text = Page(assessment_html(assessment, lang, effects)).text
    assert all(state.obligation.title[lang] in text for state in assessment.score.obligations)
    assert all(reading.question[lang] in text for reading in assessment.readings.values())
    assert all(f"{name}={option}" in text for name, option in assessment.options.items())
    assert all(one.account.sha256 in text for one in assessment.inputs)
    unpriced = (words for line in assessment.rubric.indicators().values() for words in line.unpriced)
    assert all(words[lang] in text for words in unpriced)


def test_effects_say_what_another_reading_would_pay(year: Known) -> None:
    assessment, effects = year
    assert effects
    with_them = Page(assessment_html(assessment, "zh", effects)).text
    without = Page(assessment_html(assessment, "zh")).text
    payable = next(one.outcome.payout.payable for one in effects if one.outcome)
    assert f"¥{payable:,.2f}" in with_them
    assert f"¥{payable:,.2f}" not in without


def test_every_duty_of_the_calendar_is_a_strip(ledgers: SiteYear) -> None:
    """
    企业走访
    日期        企业名称
    2025-07-10  甲公司
    2025-07-11  乙公司
    2025-09-01  丙公司
    """
    source = assessment_html(ledgers.assess(), "zh")
    assert 'class="cell much" title="2025-07  2 (≥ 1)"' in source
    assert 'class="cell none" title="2025-08  0 (≥ 1)"' in source
    assert 'class="cell met" title="2025-09  1 (≥ 1)"' in source


def test_weeks_have_a_strip_too(ledgers: SiteYear) -> None:
    """
    直播
    日期
    2025-07-08
    2025-07-09
    """
    source = assessment_html(ledgers.assess(), "en")
    assert 'class="cell short" title="2025-W28  2 (≥ 3)"' in source
    assert 'class="cell none" title="2025-W29  0 (≥ 3)"' in source


def test_what_is_not_due_yet_is_neither_met_nor_missed() -> None:
    assessment = site_year("").assess(as_of="2025-12-31")
    source = assessment_html(assessment, "zh")
    assert 'class="cell later" title="2026-01' in source
    assert "尚未到期" in Page(source).text


@pytest.mark.parametrize(
    ("value", "due", "met", "mark"),
    [(0, True, False, "none"), (3, True, False, "short"), (4, True, True, "met"), (5, True, True, "more"),
     (8, True, True, "much"), (9, False, True, "later")],
)  # fmt: skip
def test_a_cell_is_darker_the_more_was_done(value: int, due: bool, met: bool, mark: str) -> None:
    target = Target(Comparison.AT_LEAST, Fraction(4))
    assert mark_of(Cell("2025-07", Fraction(value), due, met), Strip("month", "", target, ())) == mark


def test_labels_of_cells_are_short() -> None:
    assert short_label("2025-07", "month", "zh") == "7月"
    assert short_label("2025-03+2026-03", "month", "en") == "Mar+Mar"
    assert short_label("2025Q3", "quarter", "zh") == "25Q3"
    assert short_label("2025-W28", "week", "en") == "W28"
    assert short_label("H1", "half", "zh") == "H1"


@pytest.mark.parametrize("lang", LANGS)
def test_the_same_assessment_has_the_same_bytes_at_any_time(lang: Lang) -> None:
    later = dt.datetime(2026, 9, 1, 8, 0, tzinfo=dt.UTC)
    year = checked(".")
    first, second = (assess(year, load_rubric(), Request(made, {})) for made in (MADE, later))
    assert assessment_html(first, lang) == assessment_html(second, lang)


def test_an_absent_ledger_is_said_at_the_top_and_the_result_is_a_range() -> None:
    assessment = site_year("").without("企业走访").assess(missing="range")
    text = Page(assessment_html(assessment, "zh")).text
    assert "缺少台账“企业走访”" in text
    assert assessment.best is not None


def test_the_command_writes_the_page_with_the_effects_of_other_readings(tmp_path: Path) -> None:
    page = tmp_path / "year.html"
    done = called("assess", SAMPLES, "-o", page, "--lang", "en", "--quiet")
    assert done.exit_code == 0
    text = Page(page.read_text("utf-8")).text
    assert "87.6 / 100" in text
    assert "Each session under 800" in text
    assert "if they alone were changed" in text
