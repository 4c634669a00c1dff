"""What untrusted text may look like on its way out."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobhome_score.reports.escape import UNSEEN, brief, csv_cell, markdown_cell, plain

HOSTILE = [
    ("企业\x1b[31m红", "企业\\x1b[31m红"),
    ("\u202egnp.exe", "\\u202egnp.exe"),
    ("毛\u200b毛", "毛\\u200b毛"),
    ("\ufeff名称", "\\ufeff名称"),
    ("a\x00b\x07\x7f\x85", "a\\x00b\\x07\\x7f "),
    ("一\r\n二\t三\u2028四", "一 二 三 四"),
    ("\ud800", "\\ud800"),
    ("\U000e0041", "\\U000e0041"),
    ("ㅤ", "\\u3164"),
    ("普通 text　全角 é 𠮷 🙂", "普通 text　全角 é 𠮷 🙂"),
]


@pytest.mark.parametrize(("text", "safe"), HOSTILE)
def test_nothing_invisible_goes_out(text: str, safe: str) -> None:
    assert plain(text) == safe


def test_every_control_and_format_character_is_seen() -> None:
    marks = map(chr, range(0x110000))
    unseen = [mark for mark in marks if unicodedata.category(mark) in {"Cc", "Cf", "Cs", "Zl", "Zp"}]
    assert [hex(ord(mark)) for mark in unseen if not UNSEEN.fullmatch(mark)] == []


@given(st.text())
def test_what_is_escaped_needs_no_escape(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert "\n" not in plain(text)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", " =", "\t=", "﹢"])
def test_a_formula_in_a_csv_cell_gets_an_apostrophe(start: str) -> None:
    assert csv_cell(f"{start}cmd|' /C calc'!A0").startswith("'")


@pytest.mark.parametrize("text", ["\tx", "\rx"])
def test_a_tab_or_return_at_the_start_gets_an_apostrophe_too(text: str) -> None:
    assert csv_cell(text) == "' x"


@pytest.mark.parametrize("text", ["企业", "", "1.5", "'=x", "≥ 7"])
def test_a_harmless_csv_cell_stays_as_it_is(text: str) -> None:
    assert csv_cell(text) == text


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("a|b`c`", "a\\|b\\`c\\`"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("<img src=x onerror=1>&lt;", "&lt;img src=x onerror=1&gt;&amp;lt;"),
        ("https://evil.example www.evil.example", "https&#58;//evil.example www&#46;evil.example"),
        ("@everyone *bold* _it_", "&#64;everyone \\*bold\\* \\_it\\_"),
        ("a\nb", "a b"),
    ],
)
def test_a_markdown_cell_holds_no_markup(text: str, safe: str) -> None:
    assert markdown_cell(text) == safe


def test_a_long_value_is_cut_in_a_sentence() -> None:
    assert brief("长" * 500, 10) == "长" * 9 + "…"
