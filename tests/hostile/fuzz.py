"""Mutants of workbooks, one for every seed: `python -m tests.hostile.fuzz 2000 [FIRST [FORMAT]]` tries so many.

No exception escapes, every row is accounted for, no problem lacks words, and none takes longer than five seconds or
more than 1.5 GiB.
"""

import random
import resource
import sys
import time

from tests.hostile.mutating import mutated
from tests.hostile.seeds import FORMATS, seeds

from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading
from jobhome_score.reading.file import read_file
from jobhome_score.reading.limits import Hidden, Limits
from jobhome_score.reports.account_text import account_text
from jobhome_score.reports.checked_xlsx import checked_xlsx
from jobhome_score.reports.problems_text import problems_json, problems_text

SECONDS = 5
MEMORY = 3 << 29


def mutant(seed: int, form: str = "") -> tuple[str, bytes]:
    """The mutant of a seed, of the format given or that of its turn: always the same."""
    chance = random.Random(seed)
    name, data = chance.choice(seeds(form or FORMATS[seed % len(FORMATS)]))
    if chance.random() < 0.05:
        name = f"考勤.{chance.choice(FORMATS)}"
    return name, mutated(chance, name, data)


def tried(seed: int, form: str = "") -> float:
    """Read, check and report a mutant; returns the seconds it took, raises where anything goes wrong."""
    name, data = mutant(seed, form)
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


def main(count: int, first: int, form: str) -> int:
    """Try the mutants one after the other; returns how many went wrong."""
    wrong = 0
    slowest = (0.0, 0)
    for seed in range(first, first + count):
        try:
            slowest = max(slowest, (tried(seed, form), seed))
        except Exception as defect:  # noqa: BLE001 - the defects are what is looked for
            wrong += 1
            print(f"seed {seed} ({mutant(seed, form)[0]}): {type(defect).__name__}: {defect}")  # noqa: T201
    wrong += slowest[0] > SECONDS
    print(f"{count} mutants, {wrong} wrong, slowest {slowest[0]:.1f} s (seed {slowest[1]})")  # noqa: T201
    return wrong


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    given = sys.argv[1:]
    sys.exit(bool(main(int(given[0]), int((*given, "0")[1]), (*given, "", "")[2])))
