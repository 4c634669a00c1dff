"""The key on which names, headers and choices are compared, so that width, blanks and invisible characters do not matter."""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from jobhome_score.patterns import pattern

VISIBLE = bytes(range(ord("!"), ord("~") + 1))
PLAIN = pattern(r"[!-~\u4e00-\u9fff]*")
"""Text that is its own key, visible ASCII and common Chinese: most names and numbers of a ledger."""

MIDDLE_DOTS = dict.fromkeys(map(ord, "\u2022\u2027\u2219\u22c5\u30fb\uff65\u0387"), "·")
HYPHENS = pattern(r"[-\u2010-\u2015\u2212]")
BRACKETS = pattern(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
UNSEEN = pattern("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")
"""Fillers, the blank of Braille and variation selectors: nobody sees them, though Unicode counts them as letters or marks."""

DROPPED = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})
LONGEST_RUN = 30
"""So many marks may follow a letter in Unicode's stream-safe text; no language has a tenth of that."""


def key(text: str) -> str:
    """NFKC, without blanks and format characters, the middle dot unified. Letter case stays."""
    if PLAIN.fullmatch(text):
        return text
    wide = UNSEEN.sub("", unicodedata.normalize("NFKC", stream_safe(UNSEEN.sub("", text)))).translate(MIDDLE_DOTS)
    dropped = [mark for mark in set(wide) if unicodedata.category(mark) in DROPPED]
    return wide.translate(dict.fromkeys(map(ord, dropped))) if dropped else wide


def stream_safe(text: str) -> str:
    """The text with its endless runs of marks parted (UAX #15): they would be sorted one by one, for hours.

    What parts them is unseen, and is dropped from keys like all that is.
    """
    marks = "".join(filter(unicodedata.combining, set(text))) if len(text) > LONGEST_RUN else ""
    return re.sub(f"([{marks}]{{{LONGEST_RUN}}})", "\\1\u034f", text) if marks else text


def phone_key(text: str) -> str:
    """The key of a telephone number: hyphens are only typography."""
    return HYPHENS.sub("", key(text))


def all_plain(texts: Collection[str]) -> bool:
    """Whether every text is its own key, and none is empty; one look at all of them, for columns have thousands."""
    together = "".join(texts)
    if together.isascii():
        plain = not together.encode().translate(None, VISIBLE)
    else:
        plain = PLAIN.fullmatch(together) is not None
    return plain and "" not in texts


def keys(column: Sequence[str | None], one: Callable[[str], str], *, plain: bool) -> Sequence[str | None]:
    """A column by key; blanks stay. Of `plain` texts each is its own key, but for the hyphens of telephone numbers."""
    if not column or (plain and one is key):
        return column
    if plain and one is phone_key and all(column):  # the other hyphens are not plain
        return "\n".join(column).replace("-", "").split("\n")  # type: ignore[arg-type]  # nothing is blank
    known: dict[str | None, str] = {text: one(text) for text in set(column) if text is not None}
    return list(map(known.get, column))


@lru_cache(maxsize=4096)
def header_key(text: str) -> str:
    """The key of a header: without a bracketed unit, case folded, without a mark for required columns."""
    return BRACKETS.sub("", key(text)).strip("*:").casefold()


def hides_characters(text: str) -> bool:
    """Whether the text holds characters nobody can see, other than blanks and line ends."""
    if PLAIN.fullmatch(text):
        return False
    return UNSEEN.search(text) is not None or any(
        unicodedata.category(mark) in ("Cf", "Cc") and mark not in "\t\r\n" for mark in set(text)
    )
