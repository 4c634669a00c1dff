"""Mutants of sound workbooks, one for every seed: `python -m tests.hostile.fuzz 2000 [FIRST]` tries so many.

No exception escapes, every row is accounted for, no problem lacks words, and none takes longer than five seconds.
"""

import io
import random
import re
import sys
import time
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import xlwt
from tests.hostile.making import ods, packed, table, text_cell

from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading
from jobhome_score.reading.file import read_file
from jobhome_score.reading.limits import Hidden, Limits
from jobhome_score.reports.account_text import account_text
from jobhome_score.reports.checked_xlsx import checked_xlsx
from jobhome_score.reports.problems_text import problems_json, problems_text

SAMPLES = Path(__file__).parents[2] / "sample_ledgers"
SECONDS = 5
LARGEST = 60_000
Mutate = Callable[[random.Random, bytes], bytes]
TAG = re.compile(rb"<[^<>]*>")
NUMBER = re.compile(rb'(?<=")[0-9]+(?=")|(?<=<v>)[^<]*')
HOSTILE = (
    b"0", b"-1", b"1048577", b"99999999999999999999", b"1E400", b"NaN", b"", b"\xff", b"&#0;", b"&b;",
    b"<!DOCTYPE a>", b"<a>", b"]]>", b"<![CDATA[x]]>", b"_x0000_", b"\xe2\x80\xae", b"XFE1", b"A0", b"=1+1",
)  # fmt: skip
"""What is written in place of something sound."""


@cache
def seeds() -> Sequence[tuple[str, bytes]]:
    """Small sound and unsound workbooks of every format, by a name that is a ledger's."""
    found = [
        (path.name, path.read_bytes()) for path in sorted(SAMPLES.rglob("*.xlsx")) if path.stat().st_size < LARGEST
    ]
    rows = "".join(f"2025-07-{day:02},名{day},出勤\n" for day in range(1, 29))
    text = f"日期,姓名,状态\n{rows}合计,28,\n"
    others = {
        "a 考勤.csv": text.encode("gb18030"),
        "b 考勤.csv": text.encode(),
        "考勤.xls": old(text),
        "考勤.ods": open_document(text),
    }
    return [*found, *((name.rpartition(" ")[2], data) for name, data in others.items() for _ in range(5))]


def old(text: str) -> bytes:
    out, book = io.BytesIO(), xlwt.Workbook()
    page = book.add_sheet("考勤")
    for row, line in enumerate(text.splitlines()):
        for column, cell in enumerate(line.split(",")):
            page.write(row, column, cell)
    book.save(out)
    return out.getvalue()


def open_document(text: str) -> bytes:
    lines = ["".join(map(text_cell, line.split(","))) for line in text.splitlines()]
    return ods(table("".join(f"<table:table-row>{line}</table:table-row>" for line in lines), "考勤"))


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


def repacked(chance: random.Random, data: bytes) -> bytes:
    """An archive with one part changed, missing or exchanged for another."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(chance.choice((1, 1, 2))):
        sheets = [name for name in members if "sheet" in name or name == "content.xml"]
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
                members[name] = chance.choice(INSIDE)(chance, content)
        members = members or {"a": b""}
    return packed(members)


def mutant(seed: int) -> tuple[str, bytes]:
    """The mutant of a seed: always the same."""
    chance = random.Random(seed)
    name, data = chance.choice(seeds())
    if chance.random() < 0.05:
        name = chance.choice(("考勤.xlsx", "考勤.xls", "考勤.csv", "考勤.ods", "考勤.xlsb"))
    if data.startswith(b"PK") and chance.random() < 0.9:
        return name, repacked(chance, data)
    return name, chance.choice(INSIDE if name.endswith(".csv") else RAW)(chance, data)


def tried(seed: int) -> float:
    """Read, check and report a mutant; returns the seconds it took, raises where anything goes wrong."""
    name, data = mutant(seed)
    hidden = tuple(Hidden)[seed % 3]
    begun = time.process_time()
    workbook, problems = read_file(name, data, Limits(), hidden)
    reading = Reading((workbook,) if workbook else (), tuple(problems))
    checked = check(reading)
    for lang in ("zh", "en"):
        problems_text(checked.problems, lang).encode()
        problems_json(checked.problems, checked.accounts, lang).encode()
        account_text(checked.accounts, lang).encode()
    if seed % 10 == 0:
        checked_xlsx(reading, checked.problems, "zh")
    taken = time.process_time() - begun
    assert workbook or problems
    for sheet in reading.workbooks[0].sheets if workbook else ():
        (account,) = [one for one in checked.accounts if one.sheet == sheet.name]
        assert account.read == len(sheet.rows) + sheet.hidden_left_out
        assert account.read == account.counted + sum(account.left_out.values()) + account.faulty
        assert not account.faulty or any(problem.place.sheet == sheet.name for problem in checked.problems)
    return taken


def main(count: int, first: int) -> int:
    """Try the mutants one after the other; returns how many went wrong."""
    wrong = 0
    slowest = (0.0, 0)
    for seed in range(first, first + count):
        try:
            slowest = max(slowest, (tried(seed), seed))
        except Exception as defect:  # noqa: BLE001 - the defects are what is looked for
            wrong += 1
            print(f"seed {seed} ({mutant(seed)[0]}): {type(defect).__name__}: {defect}")  # noqa: T201
    wrong += slowest[0] > SECONDS
    print(f"{count} mutants, {wrong} wrong, slowest {slowest[0]:.1f} s (seed {slowest[1]})")  # noqa: T201
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]), int((*sys.argv, "0")[2]))))
