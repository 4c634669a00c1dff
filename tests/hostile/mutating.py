"""How a workbook is changed for the worse."""

import io
import random
import re
import zipfile
from collections.abc import Callable

from tests.hostile.making import packed

Mutate = Callable[[random.Random, bytes], bytes]
TAG = re.compile(rb"<[^<>]*>")
NUMBER = re.compile(rb'(?<=")[0-9]+(?=")|(?<=<v>)[^<]*')
HOSTILE = (
    b"0", b"-1", b"1048577", b"99999999999999999999", b"1E400", b"NaN", b"", b"\xff", b"&#0;", b"&b;",
    b"<!DOCTYPE a>", b"<a>", b"]]>", b"<![CDATA[x]]>", b"_x0000_", b"\xe2\x80\xae", b"XFE1", b"A0", b"=1+1",
)  # fmt: skip
"""What is written in place of something sound."""


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    """A few bytes anywhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 64))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def cut(chance: random.Random, data: bytes) -> bytes:
    """The end is missing, or a piece in the middle."""
    start = chance.randrange(len(data) + 1)
    return data[:start] + (data[start + chance.randrange(200) :] if chance.random() < 0.5 else b"")


def doubled(chance: random.Random, data: bytes) -> bytes:
    """A piece stands there twice."""
    start = chance.randrange(len(data) + 1)
    piece = data[start : start + chance.randrange(1, 2_000)]
    return data[:start] + piece * chance.choice((2, 3, 50)) + data[start:]


def tag_changed(chance: random.Random, data: bytes) -> bytes:
    """A tag is missing, doubled, moved or something hostile."""
    tags = list(TAG.finditer(data))
    if not tags:
        return bytes_changed(chance, data)
    one, other = chance.choice(tags), chance.choice(tags)
    new = chance.choice((b"", one[0] * 2, other[0], *HOSTILE))
    return data[: one.start()] + new + data[one.end() :]


def number_changed(chance: random.Random, data: bytes) -> bytes:
    """Numbers and references are something else."""
    found = list(NUMBER.finditer(data))
    if not found:
        return bytes_changed(chance, data)
    for one in sorted(chance.sample(found, min(len(found), chance.choice((1, 3, 20)))), key=lambda one: -one.start()):
        data = data[: one.start()] + chance.choice(HOSTILE) + data[one.end() :]
    return data


RAW: tuple[Mutate, ...] = (bytes_changed, cut, doubled)
INSIDE: tuple[Mutate, ...] = (*RAW, *[tag_changed] * 3, *[number_changed] * 6)
EXTREMES = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\0\0", b"\0\0\xf0\x7f", b"\xff\xff\xff\x7f", b"\1\0\0\x80")
"""Numbers at their ends, also as the upper half of a float."""


def changed_records(chance: random.Random, pieces: list[bytes], heads: int) -> bytes:
    """Records missing, doubled, exchanged, or with an extreme number in them; `heads` bytes say what each is."""
    for _ in range(chance.choice((1, 1, 3, 10))):
        at, other = chance.randrange(len(pieces)), chance.randrange(len(pieces))
        match chance.randrange(8):
            case 0:
                pieces[at] = b""
            case 1:
                pieces[at] *= chance.choice((2, 50, 2_000))
            case 2:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 3:
                pieces[at] = pieces[other][:heads] + pieces[at][heads:]
            case 4:
                pieces[at] = bytes_changed(chance, pieces[at])
            case _:
                spot = chance.randrange(heads, max(len(pieces[at]), heads + 1))
                pieces[at] = pieces[at][:spot] + chance.choice(EXTREMES) + pieces[at][spot + 4 :]
    return b"".join(pieces)


def stream_changed(chance: random.Random, data: bytes) -> bytes:
    """Records of an .xls without a container around it: two bytes of kind, two of length."""
    pieces, position = [], 0
    while position + 4 <= len(data):
        end = position + 4 + int.from_bytes(data[position + 2 : position + 4], "little")
        pieces.append(data[position:end])
        position = end
    return changed_records(chance, pieces, 4)


def part_changed(chance: random.Random, data: bytes) -> bytes:
    """Records of a part of an .xlsb: kind and length in seven bits a byte."""
    pieces, position = [], 0
    while position < len(data):
        start = position
        numbers = []
        for _ in range(2):
            number = shift = 0
            while position < len(data):
                byte = data[position]
                position += 1
                number |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    break
            numbers.append(number)
        position += numbers[1]
        pieces.append(data[start:position])
    return changed_records(chance, pieces or [b""], 2)


def repacked(chance: random.Random, data: bytes) -> bytes:
    """An archive with one part changed, missing or exchanged for another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2))):
        sheets = [name for name in members if "sheet" in name or name == "content.xml" or name.endswith(".bin")]
        name = chance.choice(sheets if sheets and chance.random() < 0.6 else list(members))
        other = chance.choice(list(members))
        content = members[name]
        match chance.randrange(20):
            case 0:
                del members[name]
            case 1:
                members[name] = members.get(other, b"")
            case _:
                assert isinstance(content, bytes)
                change = part_changed if name.endswith(".bin") and chance.random() < 0.8 else chance.choice(INSIDE)
                members[name] = change(chance, content)
        members = members or {"a": b""}
    return packed(members)


def mutated(chance: random.Random, name: str, data: bytes) -> bytes:
    """A workbook with something changed, by what its format is made of."""
    if data.startswith(b"PK") and chance.random() < 0.9:
        try:
            return repacked(chance, data)
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError):  # hostile to start with
            return chance.choice(RAW)(chance, data)
    if data.startswith(b"\x09\x08") and chance.random() < 0.9:
        return stream_changed(chance, data)
    return chance.choice(INSIDE if name.endswith(".csv") else RAW)(chance, data)
