"""Mutants of sound YAML files, one for every seed: `python -m tests.hostile.yaml_fuzz 2000 [FIRST]` tries so many.

Rubrics, cases, decided readings and costs: each mutant is used or refused in words with line and column, at once.
"""

import random
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.insight.forks import forked
from tests.rubric.small import SMALL

from jobhome_score.insight.case_run import Bench
from jobhome_score.insight.cases import run_text
from jobhome_score.insight.plan.costs import read_costs
from jobhome_score.reports.cases_text import cases_text
from jobhome_score.reports.problems_text import rubric_problems_text
from jobhome_score.reports.rubric_text import rubric_text
from jobhome_score.rubric.decisions import read_decisions
from jobhome_score.rubric.nodes import RubricError
from jobhome_score.rubric.source import check_every_option, find_rubric, load_rubric, read_rubric, text_of

SECONDS = 5
Mutate = Callable[[random.Random, bytes], bytes]
Use = Callable[[str, str], None]
SCALAR = re.compile(rb"(?<=[:\[,{] )[^\s,{}\[\]:#][^,{}\[\]\n]*")
KEY = re.compile(rb"(?<![\w\"])[\w\"]++(?=:[ \n])")
TEXTS = (
    "", "1e999999", "0." + "1" * 40, "1" * 400, "-1", "0", "0.0", "NaN", ".inf", "-0", "０", "¹", "0x10", "1_000",
    "1:30",
    "2026-02-30", "2026-13-01", "0000-00-00", "9999-12-31", "no", "~", "none", "null", "10%", "1000%", "%", "0%",
    "score / total", "😀", "\u202e", "\u200b", "\ufeff", "\x85", "\u2028", "\t", "甲" * 3_000, "a" * 50_000, "'", '"',
    "|", ">", "|\n  a", "&a b", "*a", "!!python/object:os.system", "!!binary aaaa", "<<", "? a", "- a", "[[]]", "[{}]",
    "{}", "[]", "{a: b}", "{reading: strict}", "{reading: r0, a: 1, b: 2}", "{reading: headcount, period: 1}",
    "{reading: {a: b}}", "{zh: 甲}", "{more_than: x}", "{ratio: [a, b]}", "{column: date}", "date", "event", "all",
    "events", "findings", "month", "week", "count", "%YAML 9.9", "---", "...", "×999999999", "1/0",
    "[" * 30 + "]" * 30, "[" * 5_000, "{a: " * 5_000, "- " * 5_000, "? " * 5_000,
)  # fmt: skip
HOSTILE = (*(text.encode() for text in TEXTS), b"\0", b"\xff", b"\xed\xa0\x80", b"\xf4\x90\x80\x80")
"""What is written in place of something sound."""


class Seed(NamedTuple):
    """A sound file: its name, its bytes, and what is done with it."""

    name: str
    data: bytes
    use: Use


@cache
def bench() -> Bench:
    """The packaged rubric, settled once."""
    return Bench(load_rubric(), {})


def as_rubric(name: str, text: str) -> None:
    source = read_rubric(name, text)
    if found := check_every_option(source):
        raise RubricError(name, found)
    for lang in ("zh", "en"):
        rubric_text(source, source.under({}), {}, lang).encode()


def as_cases(name: str, text: str) -> None:
    outcome = run_text(bench(), name, text)
    for lang in ("zh", "en"):
        cases_text(outcome, lang).encode()


def as_readings(name: str, text: str) -> None:
    read_decisions(name, text, bench().source.readings)


def as_costs(name: str, text: str) -> None:
    read_costs(name, text, bench().rubric({}))


COSTS = '"2.1": 20000\n"2.1 items": none\n"4.1": 3.5\ndefault: 5\n'
READINGS = """\
gig_openings:
  option: content
  decided_by: 市就业创业服务中心
  date: 2026-03-05
  document: 萍就业函〔2026〕12号
  note: 不含兼职岗位
live_views: {option: session, decided_by: 中心, date: 2026-04-01, document: 函}
headcount:
  option:
"""


@cache
def seeds() -> Sequence[Seed]:
    """Sound files of every sort; of the packaged cases a few blocks, as all of them take a second."""
    cases = find_rubric("pingxiang-2025").with_suffix(".cases.yaml").read_text()
    head, *blocks = re.split(r"\n(?=  - about:)", cases)
    few = "\n".join([head, *blocks[:1], *blocks[-3:]])
    return [
        Seed("small.yaml", SMALL.encode(), as_rubric),
        *(Seed("fork.yaml", forked(seed).encode(), as_rubric) for seed in range(3)),
        *[Seed("x.cases.yaml", few.encode(), as_cases)] * 3,
        *[Seed("readings.yaml", READINGS.encode(), as_readings)] * 2,
        Seed("costs.yaml", COSTS.encode(), as_costs),
    ]


def bytes_changed(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8))):
        changed[chance.randrange(len(changed))] = chance.choice(
            (chance.randrange(256), *b":-{}[],#&*!|>'\"%@` \t\n\r\0")
        )
    return bytes(changed)


def replaced(pattern: re.Pattern[bytes], chance: random.Random, data: bytes) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return bytes_changed(chance, data)
    one = chance.choice(found)
    new = chance.choice((chance.choice(HOSTILE), chance.choice(HOSTILE), chance.choice(found)[0]))
    return data[: one.start()] + new + data[one.end() :]


def scalar_changed(chance: random.Random, data: bytes) -> bytes:
    return replaced(SCALAR, chance, data)


def key_changed(chance: random.Random, data: bytes) -> bytes:
    return replaced(KEY, chance, data)


def lines_changed(chance: random.Random, data: bytes) -> bytes:
    """A few lines are missing, doubled, moved, or stand deeper or higher."""
    lines = data.split(b"\n")
    start = chance.randrange(len(lines))
    end = start + chance.choice((1, 1, 2, 5, 12))
    block = lines[start:end]
    match chance.randrange(5):
        case 0:
            block = []
        case 1:
            block = block * chance.choice((2, 3, 50))
        case 2:
            block = [b"  " + line for line in block]
        case 3:
            block = [line.removeprefix(b"  ") for line in block]
        case _:
            at = chance.randrange(len(lines))
            return b"\n".join([*lines[:at], *block, *lines[at:]])
    return b"\n".join([*lines[:start], *block, *lines[end:]])


def cut(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data) + 1)
    return data[:start] + (data[start + chance.randrange(60) :] if chance.random() < 0.7 else b"")


def written_otherwise(chance: random.Random, data: bytes) -> bytes:
    """The whole file in another coding or with other line ends."""
    text = data.decode(errors="replace")
    return chance.choice(
        (
            data.replace(b"\n", b"\r\n"), data.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + data,
            b"\xef\xbb\xbf" * 2 + data,
            text.encode("utf-16"), text.encode("utf-16-le"), text.encode("utf-32"), text.encode("gb18030"),
            data.replace(b"  ", b"\t"), data + b"\n---\n" + data, data + b"\0", data.replace(b": ", b":"), b"",
            b"\n" * 900_000,
            b"# " + b"a" * 900_000, data.replace(b"\n", "\u2028".encode()), data + b"\n...\n" + data,
        )
    )  # fmt: skip


MUTATIONS: tuple[Mutate, ...] = (
    bytes_changed, cut, *[scalar_changed] * 8, *[key_changed] * 3, *[lines_changed] * 4, written_otherwise,
)  # fmt: skip


def mutant(seed: int) -> Seed:
    """The mutant of a seed: always the same."""
    chance = random.Random(seed)
    sound = chance.choice(seeds())
    data = sound.data
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = chance.choice(MUTATIONS)(chance, data or b"a")
    return sound._replace(data=data)


def tried(seed: int, folder: Path) -> tuple[float, bool]:
    """Read and use a mutant; the seconds it took and whether it was refused. Raises where anything goes wrong."""
    name, data, use = mutant(seed)
    return tried_data(name, data, use, folder)


def tried_data(name: str, data: bytes, use: Use, folder: Path) -> tuple[float, bool]:
    path = folder / name
    path.write_bytes(data)
    begun = time.process_time()
    try:
        use(name, text_of(path))
    except RubricError as error:
        _told(error, data)
        return time.process_time() - begun, True
    return time.process_time() - begun, False


def _told(error: RubricError, data: bytes) -> None:
    """Every problem has a line of the file and words that can be printed."""
    assert error.problems
    lines = data.count(b"\n") + data.count(b"\r") + 4 * data.count(b"\xe2\x80") + data.count(b"\xc2\x85") + 2
    assert all(1 <= problem.mark.line <= lines and problem.mark.column >= 1 for problem in error.problems)
    for lang in ("zh", "en"):
        said = rubric_problems_text(error, lang)
        said.encode()
        assert "\0" not in said


def main(count: int, first: int) -> int:
    """Try the mutants one after the other; returns how many went wrong."""
    wrong = refusals = 0
    slowest = (0.0, 0)
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(first, first + count):
            try:
                taken, refused = tried(seed, Path(folder))
                slowest, refusals = max(slowest, (taken, seed)), refusals + refused
            except Exception as defect:  # noqa: BLE001 - the defects are what is looked for
                wrong += 1
                print(f"seed {seed} ({mutant(seed).name}): {type(defect).__name__}: {str(defect)[:300]}")  # noqa: T201
    wrong += slowest[0] > SECONDS
    print(f"{count} mutants, {refusals} refused, {wrong} wrong, slowest {slowest[0]:.1f} s (seed {slowest[1]})")  # noqa: T201
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]), int((*sys.argv, "0")[2]))))
