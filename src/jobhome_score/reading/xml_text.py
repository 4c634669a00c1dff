"""Text inside spreadsheet XML: entities, the escapes of Excel, and what counts as blank."""

import re

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Fault
from jobhome_score.reading.rejection import Unfamiliar, over

ENTITY = pattern(r"&(?:#([0-9]{1,7})|#x([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos));")
ESCAPE = pattern(r"_x([0-9A-Fa-f]{4})_")
XML_SPACE = " \t\r\n"
UTF8_MOST = 4
LAST_CHARACTER = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


def unescaped(text: str) -> str:
    """XML character data as the text it means."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "&" not in text:
        return text
    if len(ENTITY.findall(text)) != text.count("&"):
        raise Unfamiliar
    return ENTITY.sub(_resolved, text)


def cell_text(text: str, text_bytes: int) -> str | Fault | None:
    """Text of the .xlsx family as a cell holds it: `_x000D_` is the character meant."""
    return plain_text(ESCAPE.sub(_escaped, text) if "_x" in text else text, text_bytes)


def plain_text(text: str, text_bytes: int) -> str | Fault | None:
    """Text as a cell holds it: blank is empty, NUL is no text; raises Rejected when it is too long."""
    if not text or text.isspace():
        return None
    if "\0" in text:
        return Fault(Code.BAD_TEXT, text)
    if len(text) * UTF8_MOST > text_bytes and len(text.encode("utf-8", "surrogatepass")) > text_bytes:
        raise over("text_bytes", text_bytes)
    return text


def _resolved(found: re.Match[str]) -> str:
    """The character that an entity or a character reference stands for."""
    if found[3]:
        return {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}[found[3]]
    code = int(found[1]) if found[1] else int(found[2], 16)
    if code > LAST_CHARACTER or code in SURROGATES or code == 0:
        raise Unfamiliar
    return chr(code)


def _escaped(found: re.Match[str]) -> str:
    """The one character meant; half a surrogate pair stays as it is written."""
    code = int(found[1], 16)
    return found[0] if code in SURROGATES else chr(code)
