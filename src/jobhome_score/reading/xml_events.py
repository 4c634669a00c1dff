"""XML read by events with the standard parser: any prefix, any encoding it knows, no DOCTYPE, bounded depth."""

from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from jobhome_score.problems import Code
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.rejection import Rejected, over

Attributes = dict[str, str]
ENCODINGS = frozenset({"utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-1", "windows-1252"})
"""Those of the format, and what the parser knows or looks up byte by byte."""
WORST_ESCAPE = 4  # a character may be written at four times its length


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _unprefixed(attributes: Attributes) -> Attributes:
    """Attributes by their names without prefix; declarations of namespaces are none."""
    return {local(name): value for name, value in attributes.items() if not name.startswith("xmlns")}


def parse(
    blocks: Iterable[bytes],
    limits: Limits,
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Send every element and its attributes, by their names without prefix, to the callbacks.

    Raises Rejected for XML that is not well formed, nested too deep, declares a document type, or
    goes on for too long without a tag: the parser would look at all of that again with every block.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    level = 0

    def opened(name: str, attributes: Attributes) -> None:
        nonlocal level
        level += 1
        if level > limits.depth:
            raise over("depth", limits.depth)
        if attributes and ":" in "".join(attributes):
            attributes = _unprefixed(attributes)
        start(local(name) if ":" in name else name, attributes)

    def closed(name: str) -> None:
        nonlocal level
        level -= 1
        if end:
            end(local(name) if ":" in name else name)

    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.CharacterDataHandler = text
    parser.XmlDeclHandler = _check_encoding
    parser.StartDoctypeDeclHandler = _forbid
    parser.EntityDeclHandler = _forbid
    try:
        for block in _in_short_tags(blocks, limits):
            parser.Parse(block, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, UnicodeError) as error:
        raise Rejected(Code.DAMAGED_FILE, reason="xml") from error


def _in_short_tags(blocks: Iterable[bytes], limits: Limits) -> Iterator[bytes]:
    """The blocks; raises Rejected where a tag or a text never ends."""
    run = 0
    for block in blocks:
        end = block.rfind(b">")
        run = len(block) - end + (run if end < 0 else 0)
        if run > WORST_ESCAPE * limits.text_bytes:
            raise over("text_bytes", limits.text_bytes)
        yield block


def _check_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    """Refuse what is no encoding of XML here: the parser would ask Python, whose codecs do all kinds of things."""
    if encoding is not None and encoding.lower() not in ENCODINGS:
        raise Rejected(Code.DAMAGED_FILE, reason="xml")


def _forbid(*_declaration: object) -> None:
    """Refuse every declaration that could make XML mean more than it holds."""
    raise Rejected(Code.FORBIDDEN_XML)
