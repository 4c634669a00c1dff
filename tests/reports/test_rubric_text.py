"""The rubric in words says every number of the contract, under any reading, in lines of a page."""

from fractions import Fraction
from string import Formatter
from typing import get_args

import pytest

from jobhome_score.locales import Lang, measure_words, rubric_words
from jobhome_score.reports.measure_words import column_words, target_words
from jobhome_score.reports.rubric_text import COLUMNS, rubric_text
from jobhome_score.reports.wrapping import width, wrapped
from jobhome_score.rubric.document import Comparison, Target
from jobhome_score.rubric.source import RubricSource, load_rubric
from jobhome_score.views.catalogue import Content, views

LANGS: tuple[Lang, ...] = get_args(Lang)


@pytest.fixture(scope="module")
def source() -> RubricSource:
    return load_rubric()


def told(source: RubricSource, lang: Lang = "zh", **chosen: str) -> str:
    return rubric_text(source, source.under(chosen), chosen, lang)


@pytest.mark.thorough
@pytest.mark.parametrize("lang", LANGS)
def test_every_option_can_be_told_and_no_line_is_too_wide(source: RubricSource, lang: Lang) -> None:
    for reading in source.readings.values():
        for option in reading.options:
            text = told(source, lang, **{reading.id: option.id})
            assert max(map(width, text.splitlines())) <= COLUMNS
            assert text == text.strip() + "\n"
            assert "{" not in text


@pytest.mark.parametrize("lang", LANGS)
def test_every_indicator_rule_duty_and_reading_is_there(source: RubricSource, lang: Lang) -> None:
    joined = "".join(told(source, lang).split())
    rubric = source.under({})
    sentences = [rule.says[lang] for line in rubric.indicators().values() for rule in line.rules]
    sentences += [text[lang] for line in rubric.indicators().values() for text in line.unpriced]
    sentences += [duty.title[lang] for duty in rubric.obligations]
    sentences += [option.says[lang] for reading in source.readings.values() for option in reading.options]
    assert [text for text in sentences if "".join(text.split()) not in joined] == []
    assert source.sha256 in joined


def test_a_requirement_is_told_under_the_reading_chosen(source: RubricSource) -> None:
    assert "“岗位数”合计：不少于500" in told(source)
    assert "“岗位数”合计：不少于400" in told(source, gig_openings="content")
    assert "只按最差的一个月计" in told(source)
    assert "不足的零头按一个计" in told(source, percentage_points="started")


def test_the_option_used_is_marked(source: RubricSource) -> None:
    lines = told(source, gig_openings="content").splitlines()
    marks = [line.split()[0] for line in lines if "gig_openings=content" in line]
    assert marks == ["[√]"]
    assert sum("[√]" in line for line in lines) == len(source.readings) + 1  # and the heading that explains the mark


def test_bands_and_ceiling_are_told(source: RubricSource) -> None:
    text = told(source)
    assert "85分及以上、不足95分：结算比例 95%" in text
    assert "最高100分" in text
    assert "不设上限" in told(source, total_cap="uncapped")


@pytest.mark.parametrize("lang", LANGS)
def test_every_column_of_every_view_has_a_name(lang: Lang) -> None:
    words = measure_words.ZH if lang == "zh" else measure_words.EN
    for view in views().values():
        for name, column in view.columns.items():
            assert column_words(view, name, lang)
            coded = [option for option in column.options if column.content is Content.CHOICE and option.isascii()]
            assert all(f"rubric.value.{option}" in words for option in coded)


def test_both_languages_say_the_same_things_with_the_same_facts() -> None:
    def facts(sentence: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(sentence) if name}

    for room in (rubric_words, measure_words):
        assert list(room.ZH) == list(room.EN)
        assert [key for key in room.ZH if facts(room.ZH[key]) != facts(room.EN[key])] == []


@pytest.mark.parametrize(
    ("comparison", "number", "percent", "zh", "en"),
    [
        (Comparison.AT_LEAST, Fraction(38), False, "不少于38", "at least 38"),
        (Comparison.AT_LEAST, Fraction(9, 10), True, "不少于90%", "at least 90%"),
        (Comparison.MORE_THAN, Fraction(120_000), False, "多于120000", "more than 120000"),
        (Comparison.AT_MOST, Fraction(0), False, "应为0", "none"),
        (Comparison.AT_MOST, Fraction(5), False, "不多于5", "at most 5"),
        (Comparison.LESS_THAN, Fraction(3), False, "少于3", "less than 3"),
    ],
)
def test_requirements_in_words(comparison: Comparison, number: Fraction, percent: bool, zh: str, en: str) -> None:
    target = Target(comparison, number, percent)
    assert (target_words(target, "zh"), target_words(target, "en")) == (zh, en)


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = list(wrapped("一二三，四五六。（七八）九十", 7))
    assert "".join(lines) == "一二三，四五六。（七八）九十"
    assert all(line[0] not in "，。）" for line in lines)


def test_words_stay_whole_and_blanks_at_the_turn_are_dropped() -> None:
    assert list(wrapped("one two three", 8, "- ", "  ")) == ["- one", "  two", "  three"]
