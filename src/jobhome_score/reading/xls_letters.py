"""What the texts of an .xls are written in: before Excel 97 the file names a code page, or a wrong one, or none.

xlrd would read Chinese as the letters of western Europe then, without a word.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code
from jobhome_score.reading.rejection import Rejected

if TYPE_CHECKING:
    from xlrd.book import Book

AS_STORED = "latin-1"
"""What xlrd is told: every byte becomes the character of its number, and none is lost."""

UNICODE = 80  # the format of Excel 97 and later
TEXT = 1
WESTERN = frozenset({"cp1252", "mac-roman", "cp437", "cp850", "iso8859-1"})
CHINESE = "gb18030"
HIGH, PAIR = re.compile(rb"[\x80-\xff]"), re.compile(rb"[\xa1-\xf7][\xa1-\xfe]")


class Letters(NamedTuple):
    """How the texts of a workbook are decoded, and whether that was only guessed."""

    decoded: Callable[[str], str]
    guessed: bool = False


def letters_of(book: "Book", others: Iterable[str]) -> Letters:
    """How to decode what xlrd read as it is stored; raises Rejected where nothing tells.

    `others` are the names of the sheets that xlrd passes over.
    """
    if book.biff_version >= UNICODE:
        return Letters(str)
    stated = _codec(book.codepage)
    high = [text for text in chain(others, _texts(book)) if not text.isascii()]
    if not high:
        return Letters(str)
    if (not stated or stated in WESTERN) and _looks_chinese(high):
        return Letters(_decoding(CHINESE), guessed=True)
    if not stated:
        raise Rejected(Code.UNREADABLE_FILE, reason="codepage")
    return Letters(_decoding(stated))


def _codec(codepage: int | None) -> str:
    """The codec of a code page; empty where none is named or known."""
    from xlrd.biffh import encoding_from_codepage

    try:
        return codecs.lookup(encoding_from_codepage.get(codepage, f"cp{codepage}")).name if codepage else ""
    except LookupError:
        return ""


def _texts(book: "Book") -> Iterator[str]:
    """Every text of the workbook as it is stored."""
    yield from book.sheet_names()
    for sheet in book.sheets():
        for row in range(sheet.nrows):
            kinds, values = sheet.row_types(row), sheet.row_values(row)
            yield from (value for kind, value in zip(kinds, values, strict=True) if kind == TEXT)


def _looks_chinese(texts: list[str]) -> bool:
    """Whether bytes beyond ASCII stand in pairs, as Chinese has them; letters with accents stand alone."""
    stored = "\n".join(texts).encode(AS_STORED)
    try:
        stored.decode(CHINESE)
    except UnicodeDecodeError:
        return False
    return 4 * len(PAIR.findall(stored)) >= len(HIGH.findall(stored))  # half of the bytes, two to a pair


def _decoding(codec: str) -> Callable[[str], str]:
    def decoded(stored: str) -> str:
        try:
            return stored.encode(AS_STORED).decode(codec)
        except UnicodeDecodeError as error:
            raise Rejected(Code.UNREADABLE_FILE, reason="codepage") from error

    return decoded
