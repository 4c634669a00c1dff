"""The key on which names, headers and choices are compared, so that width, blanks and invisible characters do not matter."""

import re
import unicodedata
from functools import lru_cache

PLAIN = re.compile(r"[!-~\u4e00-\u9fff]*")
"""Text that is its own key, visible ASCII and common Chinese: most names and numbers of a ledger."""

MIDDLE_DOTS = dict.fromkeys(map(ord, "\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387"), "·")
HYPHENS = re.compile(r"[-\u2010-\u2015\u2212]")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
DROPPED = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})


def key(text: str) -> str:
    """NFKC, without blanks and format characters, the middle dot unified. Letter case stays."""
    if PLAIN.fullmatch(text):
        return text
    wide = unicodedata.normalize("NFKC", text).translate(MIDDLE_DOTS)
    return "".join(mark for mark in wide if unicodedata.category(mark) not in DROPPED)


def phone_key(text: str) -> str:
    """The key of a telephone number: hyphens are only typography."""
    return HYPHENS.sub("", key(text))


@lru_cache(maxsize=4096)
def header_key(text: str) -> str:
    """The key of a header: without a bracketed unit, case folded, without a mark for required columns."""
    return BRACKETS.sub("", key(text)).strip("*:").casefold()


def hides_characters(text: str) -> bool:
    """Whether the text holds characters nobody can see, other than blanks and line ends."""
    return not PLAIN.fullmatch(text) and any(
        unicodedata.category(mark) in ("Cf", "Cc") and mark not in "\t\r\n" for mark in text
    )
