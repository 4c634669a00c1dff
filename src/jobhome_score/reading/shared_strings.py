"""The texts that the cells of an .xlsx share, in the order in which cells refer to them."""

from collections.abc import Iterable, Iterator

from jobhome_score.patterns import pattern
from jobhome_score.reading.archive import Archive
from jobhome_score.reading.cells import Value
from jobhome_score.reading.limits import MIB, Limits
from jobhome_score.reading.rejection import Unfamiliar, over
from jobhome_score.reading.run_text import RunText
from jobhome_score.reading.sheet_frame import DECLARATION, has_plain_encoding, holds_markup
from jobhome_score.reading.xml_events import parse
from jobhome_score.reading.xml_text import UTF8_MOST, XML_SPACE, cell_text, unescaped

TABLE = pattern(r"\s*<sst[\s>]")
TABLE_CLOSES = "</sst>"
# an item is one text, or something else that is taken whole
ITEM = pattern(r"<si>(?:<t>([^<]*+)</t></si>|((?:[^<]++|<(?!/?si>))*+)</si>)|<si/>")
RUN = pattern(r'<t( xml:space="preserve")?+>([^<]*+)</t>')
PHONETIC = pattern(r"<rPh\s[^<>]*>(?:[^<]++|<(?!/?rPh))*+</rPh>")
TEXT_OPENS = pattern(r"<t[\s/>]")
SPECIAL = ("&", "_x", "\r", "\0")  # without these anywhere, texts are what they look like
PREFIXED = (":si", ":t", ":rPh")  # items and texts under a prefix would be passed over
MARKS = tuple(map(str.encode, SPECIAL))  # found faster before they are decoded
OPENS, CLOSES = "<si><t>", "</t></si>"
BETWEEN = CLOSES + OPENS
STRETCH = 16_384
STRAIGHT = 64 * MIB  # more is read block by block: as one text it could take four times its size


def shared_strings(archive: Archive, part: str, limits: Limits) -> list[Value]:
    """All shared texts; raises Rejected when the part is damaged, or holds more than there may be cells."""
    try:
        return _scanned(archive.beginning(part, STRAIGHT), limits)
    except Unfamiliar:
        return _parsed(archive.blocks(part), limits)


def _scanned(xml: bytes, limits: Limits) -> list[Value]:
    """The straight path; raises Unfamiliar for everything but the plain form."""
    declared = DECLARATION.match(xml)
    body = xml[declared.end() :] if declared else xml
    if len(xml) >= STRAIGHT or holds_markup(body) or not has_plain_encoding(xml):
        raise Unfamiliar
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise Unfamiliar from error
    if not TABLE.match(text) or not text.rstrip(XML_SPACE).endswith(TABLE_CLOSES):
        raise Unfamiliar
    if not any(mark in body for mark in MARKS):
        texts = _plain(text, limits.text_bytes // UTF8_MOST)
        if texts and len(texts) <= limits.cells:
            return [*texts]
    return _mixed(text, limits)


def _mixed(text: str, limits: Limits) -> list[Value]:
    """The texts of a table with empty ones, formatted ones, blanks or entities; raises Unfamiliar as above."""
    empty, opened = text.count("<si/>"), text.count("<si>")
    if empty + opened > limits.cells or opened != text.count("</si") or any(mark in text for mark in PREFIXED):
        raise Unfamiliar
    items = ITEM.findall(text)
    if len(items) != empty + opened:
        raise Unfamiliar
    longest = limits.text_bytes // UTF8_MOST
    if not any(mark in text for mark in SPECIAL) and not any(other for _, other in items):
        texts = [plain for plain, _ in items]
        if len(max(texts, key=len, default="")) <= longest:
            return [text if text.isalnum() else _tidy(text) for text in texts]
    # letters and digits alone need no second look; that is most names, phones and choices
    return [
        plain
        if plain.isalnum() and len(plain) <= longest
        else cell_text(_rich(other) if other else unescaped(plain.strip(XML_SPACE)), limits.text_bytes)
        for plain, other in items
    ]


def _plain(table: str, longest: int) -> list[str]:
    """The texts of a table of nothing but plain ones, none blank or with blanks around it; none of any other."""
    inner = table[table.index(">") + 1 : table.rfind(TABLE_CLOSES)]
    if not inner.startswith(OPENS) or not inner.endswith(CLOSES):
        return []
    texts: list[str] = []
    for stretch in _stretches(inner, len(OPENS), len(inner) - len(CLOSES)):
        found = stretch.split(BETWEEN)
        if len(stretch) > longest and max(map(len, found)) > longest:
            return []
        texts += found
    # every tag is one of those between the texts, so that none stands inside of a text
    if inner.count("<") != len(texts) * (OPENS + CLOSES).count("<") or "" in texts:
        return []
    return texts if list(map(str.strip, texts)) == texts else []


def _stretches(inner: str, start: int, end: int) -> Iterator[str]:
    """The inside of a table, cut between texts: Python prepares long searches anew for every text it finds."""
    while (cut := inner.find(BETWEEN, start + STRETCH, end)) >= 0:
        yield inner[start:cut]
        start = cut + len(BETWEEN)
    yield inner[start:end]


def _tidy(text: str) -> str | None:
    """Text without entities or escapes as a cell holds it: blank is empty."""
    stripped = text.strip(XML_SPACE)
    return None if not stripped or stripped.isspace() else stripped


def _rich(runs: str) -> str:
    """The text of the runs without their reading aids."""
    runs = PHONETIC.sub("", runs)
    texts = RUN.findall(runs)
    if len(texts) != len(TEXT_OPENS.findall(runs)) or "<rPh" in runs:
        raise Unfamiliar
    return "".join(unescaped(text if preserved else text.strip(XML_SPACE)) for preserved, text in texts)


def _parsed(blocks: Iterable[bytes], limits: Limits) -> list[Value]:
    """The thorough path."""
    values: list[Value] = []
    text = RunText()

    def closed(name: str) -> None:
        text.closed(name)
        if name == "si":
            values.append(cell_text(text.taken(), limits.text_bytes))
            if len(values) > limits.cells:
                raise over("cells", limits.cells)

    parse(blocks, limits, text.opened, closed, text.add)
    return values
