"""How text of unknown origin goes out: nothing invisible, nothing that a terminal, a sheet or a page would obey."""

import re
import unicodedata

from jobhome_score.patterns import pattern

UNSEEN = pattern(
    "["
    "\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5"
    "\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
"""Control characters, bidirectional marks, zero-width characters and blanks that nobody can tell from nothing."""

LINE_ENDS = pattern(r"\r\n|[\t\n\v\f\r\x85\u2028\u2029]")
OBEYED = frozenset("=+-@")
MARKUP = pattern(r"[\\`*_\[\]|~&<>@]")
ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;"}
LINKS = pattern(r"://|(?<=www)\.", re.IGNORECASE)
LONGEST = 120


def plain(text: str) -> str:
    """The text on one line: line ends and tabs as blanks, everything invisible as an escape that can be seen."""
    return UNSEEN.sub(lambda found: escaped(found[0]), LINE_ENDS.sub(" ", text))


def escaped(mark: str) -> str:
    """A character as an escape that can be seen."""
    code = ord(mark)
    if code < 0x100:  # noqa: PLR2004 - the last code that two digits can write
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004 - likewise four digits


def brief(text: str, most: int = LONGEST) -> str:
    """The text for a sentence: plain, and cut where nobody would read on."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return plain(cut)


def csv_cell(text: str) -> str:
    """The text for a cell of a CSV file: what a spreadsheet would take for a formula gets an apostrophe."""
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])
    return ("'" if first in OBEYED or text[:1] in ("\t", "\r") else "") + plain(text)


def markdown_cell(text: str) -> str:
    """The text for a cell of a Markdown table: no markup, no HTML, no links."""
    safe = MARKUP.sub(lambda found: ENTITIES.get(found[0], "\\" + found[0]), plain(text))
    return LINKS.sub(lambda found: "&#58;//" if found[0] == "://" else "&#46;", safe)
