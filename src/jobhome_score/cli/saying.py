"""Words on standard output and on standard error, whatever a terminal can show."""

import codecs
import sys
from typing import TextIO


def echo(text: str, *, err: bool = False, end: str = "\n") -> None:
    """Write a text at once: as UTF-8 where the stream knows ASCII alone, which nobody chose, else in its encoding.

    A character that the encoding lacks is written as a question mark.
    """
    stream: TextIO | None = sys.stderr if err else sys.stdout
    if stream is None:  # closed by whoever started us
        return
    data = text + end
    encoding = stream.encoding or "ascii"
    buffer = getattr(stream, "buffer", None)
    if buffer is not None and codecs.lookup(encoding).name == "ascii":
        stream.flush()
        buffer.write(data.encode("utf-8", "replace"))
        buffer.flush()
        return
    try:
        stream.write(data)
    except UnicodeEncodeError:
        stream.write(data.encode(encoding, "replace").decode(encoding))
    stream.flush()
