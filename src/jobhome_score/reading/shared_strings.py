"""The texts that the cells of an .xlsx share, in the order in which cells refer to them."""

import re

from jobhome_score.reading.cells import Value
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.rejection import Unfamiliar
from jobhome_score.reading.run_text import RunText
from jobhome_score.reading.sheet_frame import has_plain_encoding, holds_markup
from jobhome_score.reading.xml_events import parse
from jobhome_score.reading.xml_text import UTF8_MOST, XML_SPACE, cell_text, unescaped

TABLE = re.compile(r"\s*<sst[\s>]")
DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml [^<>]*\?>")
# an item is one text, or something else that is taken whole
ITEM = re.compile(r"<si>(?:<t>([^<]*+)</t></si>|(.*?)</si>)|<si/>", re.DOTALL)
RUN = re.compile(r'<t( xml:space="preserve")?+>([^<]*+)</t>')
PHONETIC = re.compile(r"<rPh\s[^<>]*>.*?</rPh>", re.DOTALL)
TEXT_OPENS = re.compile(r"<t[\s/>]")


def shared_strings(xml: bytes, limits: Limits) -> list[Value]:
    """All shared texts; raises Rejected when the part is damaged."""
    try:
        return _scanned(xml, limits)
    except Unfamiliar:
        return _parsed(xml, limits)


def _scanned(xml: bytes, limits: Limits) -> list[Value]:
    """The straight path; raises Unfamiliar for everything but the plain form."""
    body = DECLARATION.sub(b"", xml, count=1)
    if holds_markup(body) or not has_plain_encoding(xml):
        raise Unfamiliar
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise Unfamiliar from error
    if not TABLE.match(text):
        raise Unfamiliar
    items = ITEM.findall(text)
    if not len(items) - text.count("<si/>") == text.count("<si>") == text.count("</si"):
        raise Unfamiliar
    longest = limits.text_bytes // UTF8_MOST
    # letters and digits alone need no second look; that is most names, phones and choices
    return [
        plain
        if plain.isalnum() and len(plain) <= longest
        else cell_text(_rich(other) if other else unescaped(plain.strip(XML_SPACE)), limits.text_bytes)
        for plain, other in items
    ]


def _rich(runs: str) -> str:
    """The text of the runs without their reading aids."""
    runs = PHONETIC.sub("", runs)
    texts = RUN.findall(runs)
    if len(texts) != len(TEXT_OPENS.findall(runs)) or "<rPh" in runs:
        raise Unfamiliar
    return "".join(unescaped(text if preserved else text.strip(XML_SPACE)) for preserved, text in texts)


def _parsed(xml: bytes, limits: Limits) -> list[Value]:
    """The thorough path."""
    values: list[Value] = []
    text = RunText()

    def closed(name: str) -> None:
        text.closed(name)
        if name == "si":
            values.append(cell_text(text.taken(), limits.text_bytes))

    parse([xml], limits.depth, text.opened, closed, text.add)
    return values
