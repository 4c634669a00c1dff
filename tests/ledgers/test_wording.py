import re

import pytest

from jobhome_score.ledgers.wording import LONGEST_RUN, all_plain, hides_characters, key, keys, phone_key, stream_safe

UNSEEN = ["\u200b", "\u00ad", "\u2060", "\u202e", "\ufe0f", "\ufe00", "\u034f", "\u3164", "\uffa0", "\u115f", "\u2800",
          "\u180b", "\u17b4", "\U000e0100", "\U000e0041"]  # fmt: skip


@pytest.mark.parametrize("mark", UNSEEN)
def test_a_character_nobody_sees_makes_no_second_person(mark: str) -> None:
    assert key(f"张{mark}三") == "张三"
    assert hides_characters(f"张{mark}三")


@pytest.mark.parametrize("text", ["张 三", "张\u3000三", "张\u00a0三", " 张三 "])
def test_blanks_make_no_second_person_either(text: str) -> None:
    assert key(text) == "张三"


def test_what_can_be_seen_is_not_hidden() -> None:
    assert not hides_characters("阿依古丽·买买提")
    assert key("阿依古丽•买买提") == key("阿依古丽·买买提")


def test_columns_of_plain_text_are_keyed_together_as_one_by_one() -> None:
    texts = ["139-0000-0001", "0791—8888", "张三", "a b", None, "139-0000-0001"]
    expected = ["13900000001", "07918888", "张三", "ab", None, "13900000001"]
    assert keys(texts, phone_key, plain=False) == expected
    plain = [text for text in texts if text not in ("0791—8888", "a b")]
    assert keys(plain, phone_key, plain=True) == ["13900000001", "张三", None, "13900000001"]
    assert keys(plain[:2], phone_key, plain=True) == ["13900000001", "张三"]
    assert keys(plain, key, plain=True) is plain
    assert keys([], phone_key, plain=True) == []


@pytest.mark.parametrize("text", ["张\n三", "a b", "a\tb", "a\x7f", "é", "", "张 三"])
def test_one_text_that_is_not_its_own_key_is_seen_among_others(text: str) -> None:
    assert all_plain({"a~!", "张三", "!"})
    assert not all_plain({"a~!", text})
    assert not all_plain({"张三", text})


def test_marks_without_end_are_never_sorted_all_at_once() -> None:
    """Normalising takes the square of a run of marks: a cell of 1 MiB kept the process busy for hours."""
    endless = "甲" + "\u0301\u0323" * 250_000
    assert max(map(len, re.findall("[\u0301\u0323]+", stream_safe(endless)))) == LONGEST_RUN
    assert len(key(endless)) == len(endless)


def test_marks_that_a_language_uses_are_composed_as_ever() -> None:
    long = "Nguye\u0302\u0303n Thi\u0323 " * 10
    assert stream_safe(long) == long
    assert key(long) == "NguyễnThị" * 10
