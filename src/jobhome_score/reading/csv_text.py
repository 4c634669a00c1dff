"""CSV files: which encoding a line has, and rows with the line in which they begin."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from jobhome_score.patterns import pattern
from jobhome_score.problems import Code
from jobhome_score.reading.cells import Value
from jobhome_score.reading.grid import Grid, some
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.xml_text import plain_text

UTF8_MARK = b"\xef\xbb\xbf"
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8 = "UTF-8"
GB18030 = "GB18030"
SEPARATORS = ",\t;"
MOST_BLANKS = 4  # a line of nothing but separators becomes many cells at once
LINE_ENDS = (b"\n", b"\r")
BEGINNING = 20  # lines from which the separator is taken
HINT = pattern(r"sep=([,;\t|])\r?\n", re.IGNORECASE)
# every Chinese character is above; two bytes of GB 18030 may look like one character below
FIRST_CERTAIN = "\u0800"


Note = tuple[Code, int, dict[str, str]]
"""What is worth a warning: its code, the line, and the facts of its sentence."""


def read_csv(data: bytes, name: str, limits: Limits) -> tuple[Grid, list[Note]]:
    """The one sheet of a CSV file, and what is odd about its encoding and its columns; raises Rejected."""
    if max(map(data.count, LINE_ENDS)) > limits.cells:
        raise over("cells", limits.cells)
    text, notes = decoded(data)
    lengths: list[int] = []
    numbers: list[int] = []
    rows: list[tuple[Value, ...]] = []
    far: list[tuple[int, int]] = []
    cells = 0
    for number, record in _records(text, limits):
        row = tuple(plain_text(field, limits.text_bytes) for field in record)
        far += [(number, column) for column in range(limits.columns, len(row)) if row[column] is not None]
        lengths.append(len(record))
        numbers.append(number)
        rows.append(row[: limits.columns])
        cells += len(row)
        if cells > limits.cells:
            raise over("cells", limits.cells)
    if len(set(lengths)) > 1:
        notes += _ragged(numbers, rows, lengths)
    return Grid(name, numbers, rows, far=far), notes


def _ragged(numbers: Sequence[int], rows: Sequence[Sequence[Value]], lengths: Sequence[int]) -> Iterator[Note]:
    """The lines that have other columns than most have; those with a single cell are titles and signatures."""
    tables = [at for at, row in enumerate(rows) if len(row) - row.count(None) > 1]
    ((usual, _),) = Counter(lengths[at] for at in tables).most_common(1) or ((0, 0),)
    lines = [numbers[at] for at in tables if lengths[at] != usual]
    if lines:
        facts = {"count": str(len(lines)), "usual": str(usual), "lines": some([str(line) for line in lines])}
        yield Code.RAGGED_ROWS, lines[0], facts


def _records(text: str, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """The records with the line in which each begins; raises Rejected for a quote that is never closed."""
    csv.field_size_limit(max(limits.text_bytes, csv.field_size_limit()))  # the module's own, and far too small
    hint = HINT.match(text)
    separator = hint[1] if hint else _separator(text)
    if text.count(separator) > MOST_BLANKS * limits.cells:
        raise over("cells", limits.cells)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    if hint:
        next(reader)
    number = reader.line_num + 1
    try:
        for record in reader:
            yield number, record
            number = reader.line_num + 1
    except csv.Error as error:
        if "limit" in str(error):
            raise over("text_bytes", limits.text_bytes, row=number) from error
        raise Rejected(Code.CSV_OPEN_QUOTE, row=number, line=str(number)) from error


def _separator(text: str) -> str:
    """The separator that the first lines use most; a comma when in doubt."""
    beginning = "".join(text.splitlines(keepends=True)[:BEGINNING]) if len(text) < 1 << 16 else text[: 1 << 16]
    return max(SEPARATORS, key=beginning.count)


def decoded(data: bytes) -> tuple[str, list[Note]]:
    """The text, and what was guessed or is mixed about its encoding; raises Rejected where no encoding fits."""
    if data.startswith(UTF16_MARKS):
        try:
            return data.decode("utf-16"), []
        except UnicodeDecodeError as error:
            raise Rejected(Code.CSV_ENCODING, row=1, line="1") from error
    data = data.removeprefix(UTF8_MARK)
    try:
        return data.decode(), []
    except UnicodeDecodeError:
        return _line_by_line(data, b"\n" if b"\n" in data else b"\r")


def _line_by_line(data: bytes, end: bytes) -> tuple[str, list[Note]]:
    """Each line in the encoding that fits it."""
    lines = data.split(end)
    encodings = [_encoding(line) for line in lines]
    certain = [encoding for encoding in encodings if encoding]
    usual = UTF8 if certain.count(UTF8) > certain.count(GB18030) else GB18030
    texts: list[str] = []
    for number, (raw, encoding) in enumerate(zip(lines, encodings, strict=True), start=1):
        try:
            texts.append(raw.decode(encoding or usual))
        except UnicodeDecodeError as error:
            raise Rejected(Code.CSV_ENCODING, row=number, line=str(number)) from error
    text = end.decode().join(texts)
    if UTF8 not in certain:
        return text, [(Code.GUESSED_ENCODING, encodings.index(GB18030) + 1, {})]
    other = GB18030 if usual == UTF8 else UTF8
    line = encodings.index(other) + 1
    facts = {"usual": usual, "other": other, "line": str(line), "count": str(certain.count(other))}
    return text, [(Code.MIXED_ENCODING, line, facts)]


def _encoding(line: bytes) -> str:
    """The encoding that a line certainly has; empty for plain ASCII and where two encodings fit."""
    if line.isascii():
        return ""
    try:
        text = line.decode()
    except UnicodeDecodeError:
        return GB18030
    return UTF8 if max(text) >= FIRST_CERTAIN else ""
