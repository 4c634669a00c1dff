"""Sentences and words in Chinese and English, looked up by key; the only place where wording lives."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Final, Literal

Lang = Literal["zh", "en"]

ROOMS: Final[Mapping[str, str]] = {
    "command_words": "cli help verify",
    "screen_words": "account checked figure indicator left_out phrase readings screen settle",
    "report_words": "list problems report rubric_problems",
    "ledger_words": "ledger status",
    "html_words": "html",
    "template_words": "template",
    "workbook_words": "workbook",
    "document_words": "document workbook",
    "file_problem_words": "expected problem problem+more",
    "cell_problem_words": "expected problem",
    "rubric_problem_words": "rubric_problem rubric_problem+known rubric_problem+near",
    "fact_words": "fact",
    "flags_words": "check cli flags help workbook",
    "lead_words": "flags",
    "rubric_words": "rubric",
    "measure_words": "rubric",
    "cases_words": "cases",
    "pacing_words": "cli help pacing progress workbook",
    "readings_words": "cli decision form help readings workbook",
    "letter_words": "cli help letter",
    "diff_words": "diff help",
    "plan_words": "cli help plan workbook",
    "repair_words": "plan",
    "portfolio_words": "help portfolio",
    "comparison_words": "compare help",
    "stored_words": "help stored",
    "review_words": "cli help review template verdict verify workbook",
    "system_words": "system",
    "usage_words": "usage",
}
"""The modules of words, each with what its keys begin with: a run says the words of four or five of them."""


@cache
def table(room: str, lang: Lang) -> Mapping[str, str]:
    """The sentences of one room in one language; loaded when one of its keys is first looked up."""
    words = import_module(f"{__name__}.{room}")  # by name: thirty tables together take a tenth of all our imports
    return words.ZH if lang == "zh" else words.EN  # type: ignore[no-any-return]


@cache
def sentences(lang: Lang) -> Mapping[str, str]:
    """Every sentence of a language by its key, with `{placeholders}` where facts go."""
    return _joined(lang, ROOMS)


@cache
def _beginning(lang: Lang, head: str) -> Mapping[str, str]:
    """At least every sentence whose key begins with this part."""
    return _joined(lang, [room for room, heads in ROOMS.items() if head in heads.split()])


def _joined(lang: Lang, rooms: Iterable[str]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for room in rooms:
        found |= table(room, lang)
    return found


def _near(lang: Lang, key: str) -> Mapping[str, str]:
    """Sentences among which that of the key is, if there is one."""
    return _beginning(lang, key.partition(".")[0])


def say(lang: Lang, key: str, /, **facts: str) -> str:
    """The sentence of a key with its facts filled in. Raises KeyError for an unknown key or a missing fact."""
    return _near(lang, key)[key].format_map(facts)


def knows(lang: Lang, key: str) -> bool:
    """Whether there is a sentence for a key."""
    return key in _near(lang, key)


def word(lang: Lang, room: str, name: str) -> str:
    """The word for a name that somebody else gave, such as a figure of a rubric; without one, the name itself."""
    key = f"{room}.{name}"
    return _near(lang, key).get(key, name)
