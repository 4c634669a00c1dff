"""Every sentence is there in both languages, and every fact it asks for is one that is given."""

import re
from pathlib import Path
from string import Formatter

import pytest

from jobhome_score.ledgers.catalogue import ledgers
from jobhome_score.locales import ROOMS, Lang, knows, say, sentences, table, word
from jobhome_score.problems import Code
from jobhome_score.reading.limits import Limits

SOURCE = Path(__file__).parents[2] / "src" / "jobhome_score"
CODES = re.compile(r"""(?:Refused|RubricProblem|unknown)\(\s*"([a-z-]+)\"""")
RUBRIC_CODES = sorted({code for path in SOURCE.rglob("*.py") for code in CODES.findall(path.read_text())})
FIELD = "column id kind wants"
FACTS = {
    "unreadable-file": "reason", "damaged-file": "reason", "not-a-workbook": "really", "csv-encoding": "line",
    "csv-open-quote": "line", "limit-exceeded": "limit allowed", "suspicious-archive": "why",
    "hidden-data": "what count which", "hidden-left-out": "what count which", "renamed-format": "really",
    "mixed-encoding": "usual other line count", "ragged-rows": "count usual lines", "nameless-column": "count",
    "ignored-file": "kind", "unmatched-sheet": "known", "blank-ledger": "ledger", "ledger-in-instructions": "ledger",
    "header-not-found": "ledger columns", "missing-column": f"{FIELD} ledger unknown", "duplicate-column": FIELD,
    "repeated-header": "ledger", "unknown-column": "ledger", "total-row": "ledger", "total-differs": f"{FIELD} sum",
    "loose-text": "ledger", "row-above-header": "ledger", "merged-value": "others",
    "merged-count": f"{FIELD} rows", "far-cell": "count columns", "far-row": "count blank",
    "ambiguous-quarter": f"{FIELD} years",
    "needed-here": f"{FIELD} reason", "not-wanted-here": f"{FIELD} reason", "wrong-span": f"{FIELD} of span",
    "duplicate-key": "columns other", "dangling-reference": f"{FIELD} ledger", "unknown-indicator": "known",
    "lookalike-name": f"{FIELD} other", "twin-row": f"{FIELD} other count",
    "same-elsewhere": f"{FIELD} other count", "not-on-roster": f"{FIELD} rows", "handled-before-feedback": "date",
    "report-too-early": "span", "left-before-arrival": "date",
    "repeated-row": "other", "outside-period": "rows numbers ledger", "outside-catalogue": "rows",
    "fixed-before-report": "date", "indicator-contradicts": "type belongs", "missing-ledger": "id indicators refused",
    "missing-project-item": FIELD, "repeated-project-item": f"{FIELD} other", "bad-period": "start end",
    "period-not-a-year": "start end", "fee-parts-differ": "sum whole",
    "unknown-row": f"{FIELD} why known", "unknown-rule": f"{FIELD} near known", "reviews-contradict": "other verdict",
    "reviews-not-applied": "rows", "reviews-beside": "ledger", "review-too-early": f"{FIELD} start",
    "review-ahead": "today", "decision-ahead": "reading today",
}  # fmt: skip
"""The facts that go with a code, as those who find the problem give them; other codes carry the field."""
BARE = {
    "no-ledgers", "encrypted-file", "guessed-encoding", "duplicate-sheet-name", "forbidden-xml", "bad-cell-reference",
    "unknown-project-item", "fee-parts-needed", "calendar-unpublished", "calendar-unknown", "no-reviews",
    "review-waives-award", "review-without-charge", "review-too-late",
}  # fmt: skip
LANGS: tuple[Lang, ...] = ("zh", "en")


def asked(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", Code)
def test_every_problem_has_a_sentence_that_its_facts_can_fill(code: Code, lang: Lang) -> None:
    given = set(() if code.value in BARE else FACTS.get(code.value, FIELD).split()) | {"value", "expected", "limit_id"}
    key = f"problem.{code.value}"
    own = [sentence for name, sentence in sentences(lang).items() if name == key or name.startswith(f"{key}+")]
    own += [sentences(lang)[f"expected.code.{code.value}"]] if knows(lang, f"expected.code.{code.value}") else []
    assert own
    assert set().union(*map(asked, own)) <= given


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", RUBRIC_CODES)
def test_every_rubric_problem_has_a_sentence(code: str, lang: Lang) -> None:
    assert knows(lang, f"rubric_problem.{code}")


def test_no_sentence_waits_for_a_problem_that_nobody_finds() -> None:
    known = {f"problem.{code.value}" for code in Code} | {f"rubric_problem.{code}" for code in RUBRIC_CODES}
    found = {key.split("+")[0] for key in sentences("zh") if key.startswith(("problem.", "rubric_problem."))}
    assert found - known == {"problem.negative-count"}


def test_both_languages_say_the_same_things_with_the_same_facts() -> None:
    for room in ROOMS:
        zh, en = table(room, "zh"), table(room, "en")
        assert zh.keys() == en.keys(), room
        differing = [key for key in zh if asked(zh[key]) != asked(en[key])]
        assert not differing, room


def test_no_key_is_taken_twice() -> None:
    keys = [key for room in ROOMS for key in table(room, "zh")]
    assert sorted(keys) == sorted(set(keys))


def test_every_table_is_a_room_and_says_what_its_keys_begin_with() -> None:
    assert sorted(ROOMS) == sorted(path.stem for path in (SOURCE / "locales").glob("*_words.py"))
    for room, heads in ROOMS.items():
        assert heads == " ".join(sorted({key.partition(".")[0] for key in table(room, "zh")})), room


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_is_found_by_its_key_alone(lang: Lang) -> None:
    for key, sentence in sentences(lang).items():
        room, _, name = key.partition(".")
        assert knows(lang, key)
        assert not name or word(lang, room, name) == sentence


@pytest.mark.parametrize("lang", LANGS)
def test_every_kind_of_cell_says_what_it_should_hold(lang: Lang) -> None:
    kinds = {field.kind.name for ledger in ledgers().values() for field in ledger.fields.values()}
    assert all(knows(lang, f"expected.kind.{kind}") for kind in kinds)


@pytest.mark.parametrize("lang", LANGS)
def test_every_limit_and_every_ledger_has_a_name(lang: Lang) -> None:
    assert all(knows(lang, f"fact.limit.{name}") for name in Limits.names())
    assert all(knows(lang, f"ledger.{name}") for name in ledgers())


@pytest.mark.parametrize("fact", ["reason", "really", "why"])
def test_every_reason_for_which_a_file_is_rejected_has_words(fact: str) -> None:
    text = "\n".join(path.read_text() for path in (SOURCE / "reading").glob("*.py"))
    values = set(re.findall(rf'\b{fact}="([a-z0-9-]+)"', text))
    assert values
    assert [one for one in values for lang in LANGS if not knows(lang, f"fact.{fact}.{one}")] == []


def test_a_sentence_takes_text_with_braces_as_it_is() -> None:
    assert say("en", "problem.encrypted-file")
    assert "{0}" in say("en", "problem.unknown-project-item", value="{0}")


def test_a_name_without_a_word_stands_for_itself() -> None:
    assert word("zh", "figure", "companies") == "企业数"
    assert word("zh", "figure", "没有这个") == "没有这个"


@pytest.mark.parametrize("key", ["problem.nothing", "nothing.at_all", "nothing", ""])
def test_an_unknown_key_is_an_error_of_ours(key: str) -> None:
    assert not knows("zh", key)
    with pytest.raises(KeyError):
        say("zh", key)


def test_a_missing_fact_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        say("zh", "problem.bad-count", column="企业数")
