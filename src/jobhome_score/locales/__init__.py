"""Sentences and words in Chinese and English, looked up by key; the only place where wording lives."""

from collections.abc import Mapping
from functools import cache
from typing import Literal

from jobhome_score.locales import (
    cases_words,
    cell_problem_words,
    command_words,
    comparison_words,
    diff_words,
    document_words,
    file_problem_words,
    flags_words,
    html_words,
    lead_words,
    ledger_words,
    letter_words,
    measure_words,
    pacing_words,
    plan_words,
    portfolio_words,
    readings_words,
    repair_words,
    report_words,
    review_words,
    rubric_problem_words,
    rubric_words,
    screen_words,
    stored_words,
    system_words,
    template_words,
    usage_words,
    workbook_words,
)

Lang = Literal["zh", "en"]

ROOMS = (
    command_words, screen_words, report_words, ledger_words, html_words, template_words, workbook_words, document_words,
    file_problem_words, flags_words, lead_words, cell_problem_words, rubric_problem_words, rubric_words, measure_words,
    cases_words, pacing_words, readings_words, letter_words, diff_words, plan_words, repair_words,
    portfolio_words, comparison_words,
    stored_words, review_words, system_words, usage_words,
)  # fmt: skip


@cache
def sentences(lang: Lang) -> Mapping[str, str]:
    """Every sentence of a language by its key, with `{placeholders}` where facts go."""
    found: dict[str, str] = {}
    for room in ROOMS:
        found |= room.ZH if lang == "zh" else room.EN
    return found


def say(lang: Lang, key: str, /, **facts: str) -> str:
    """The sentence of a key with its facts filled in. Raises KeyError for an unknown key or a missing fact."""
    return sentences(lang)[key].format_map(facts)


def knows(lang: Lang, key: str) -> bool:
    """Whether there is a sentence for a key."""
    return key in sentences(lang)


def word(lang: Lang, room: str, name: str) -> str:
    """The word for a name that somebody else gave, such as a figure of a rubric; without one, the name itself."""
    return sentences(lang).get(f"{room}.{name}", name)
