"""How many honest site-years get a lead, and how many planted fabrications are found.

`python -m benchmarks.honest_years [--years N] [--planted N] [--first SEED] [--quick]` prints both tables; without
`--quick` it also writes `benchmarks/HONEST_YEARS.md`.
"""

import argparse
import datetime as dt
import os
import platform
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.honest_habits import END, START
from benchmarks.honest_ledgers import Office, Year, open_office
from benchmarks.honest_records import honest_year, made
from benchmarks.planted import PLANTS

from jobhome_score import __version__
from jobhome_score.insight.flags.answers import Dossier
from jobhome_score.insight.flags.family import Flags, flags
from jobhome_score.ledgers.catalogue import PROJECT, ledgers
from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading, Sheet, Workbook
from jobhome_score.reading.properties import Properties
from jobhome_score.rubric.document import Rubric
from jobhome_score.rubric.source import load_rubric
from jobhome_score.scoring.fitting import season_of

PAGE = Path(__file__).with_name("HONEST_YEARS.md")
ITEMS = (("站点名称", "某站"), ("运营单位", "某公司"), ("考核开始", START), ("考核结束", END), ("合同金额", 1_000_000))
BOOKS = {"人员名册": "01", "考勤": "02", "招聘活动": "03", "回访": "04", "线上招聘": "05", "直播": "06", "短视频": "06",
         "零工登记": "07", "零工岗位": "07", "企业走访": "08", "前台登记": "09"}  # fmt: skip


@cache
def rubric() -> Rubric:
    """The packaged rubric under its defaults."""
    return load_rubric().under({})


def reading(year: Year) -> Reading:
    """The year as sheets of plain cells, one workbook for each of its registers."""
    books: dict[str, list[Sheet]] = {"00.xlsx": [Sheet("00.xlsx", "项目信息", range(1, len(ITEMS) + 1), ITEMS)]}
    for ledger in ledgers().values():
        if ledger.id == PROJECT:
            continue
        file = f"{BOOKS.get(ledger.sheet, '10')}.xlsx"
        heads = tuple(field.column.zh for field in ledger.fields.values())
        rows: list[tuple[Any, ...]] = [tuple(row.get(head) for head in heads) for row in year.get(ledger.sheet, ())]
        books.setdefault(file, []).append(Sheet(file, ledger.sheet, range(1, len(rows) + 2), (heads, *rows)))
    return Reading(tuple(Workbook(file, "", tuple(sheets)) for file, sheets in books.items()))


def asked(office: Office, plant: str = "") -> Flags:
    """The leads of an office's year, with a fabrication where one is to be planted."""
    year = honest_year(office)
    days = made(office, tuple(sorted({f"{book}.xlsx" for book in BOOKS.values()})))
    if plant:
        PLANTS[plant][0](office, year, days)
    found = check(reading(year)).ledgers()
    properties = {file: Properties(day, None) for file, day in days.items()}
    return flags(Dossier(season_of(found, rubric(), None), rubric(), properties))


def led(seed: int, plant: str = "") -> tuple[str, ...]:
    """The codes of the leads of a seed's year, each once."""
    return tuple(sorted({one.code for one in asked(open_office(seed), plant).leads}))


def honest(seeds: Sequence[int], workers: int = 1) -> list[tuple[str, ...]]:
    """The leads of each honest year."""
    return list(_each(led, seeds, workers))


def found(plant: str, seeds: Sequence[int], workers: int = 1) -> int:
    """In how many years a planted fabrication gets its lead."""
    return sum(plant in codes for codes in _each(partial(led, plant=plant), seeds, workers))


def _each(what: Any, seeds: Sequence[int], workers: int) -> Iterator[tuple[str, ...]]:
    if workers == 1:
        yield from map(what, seeds)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(what, seeds, chunksize=10)


def tables(years: Sequence[tuple[str, ...]], power: Mapping[str, tuple[int, int]]) -> Iterator[str]:
    """Both tables as Markdown."""
    by_code = Counter(chain.from_iterable(years))
    with_lead = sum(bool(codes) for codes in years)
    share = with_lead / len(years)
    yield f"**{with_lead} of {len(years)}** honest site-years get a lead ({share:.2%}; promised: 1 % at most)."
    yield ""
    yield "| lead | honest years with it | planted | found |"
    yield "|---|---:|---|---:|"
    for code in sorted(PLANTS | by_code):
        hit = f"{power[code][0]} of {power[code][1]}" if code in power else "–"
        yield f"| `{code}` | {by_code[code]} | {PLANTS[code][1] if code in PLANTS else '–'} | {hit} |"


HABITS = """
Each honest year is an office with habits of its own (`honest_habits.py`): families, foremen and agents with one
telephone, numbers bought in a row, fillers; calls to confirm written down as callbacks; inviting until the target is
reached; rounding of visitors, positions and views; groups and regulars who come again, lists sorted by name; two-day
fairs, rows pasted twice, mistyped dates and event numbers; Saturdays worked, sheets filled from a template; workbooks
exported or copied after the year. The rates are assumptions, no measurements of real offices. The allowances of the
tests were set with a look at seeds 1 to 200 and 10001 to 11000; the years counted here are others.
"""


def page(lines: Sequence[str], first: int) -> str:
    """The page of results."""
    today = dt.datetime.now().astimezone().date().isoformat()
    made_with = f"{today}. jobhome-score {__version__}, Python {platform.python_version()}; seeds from {first}."
    head = ("# Leads in honest years, and in others", "", made_with, "Made by `python -m benchmarks.honest_years`.")
    return "\n".join((*head, HABITS, *lines)) + "\n"


def main() -> None:
    """Simulate, print, write the page unless asked to be quick."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--years", type=int, default=1000)
    parser.add_argument("--planted", type=int, default=40, help="years for each fabrication")
    parser.add_argument("--first", type=int, default=50_001)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--quick", action="store_true", help="a tenth of both, nothing written")
    given = parser.parse_args()
    share = 10 if given.quick else 1
    seeds = range(given.first, given.first + given.years // share)
    years = honest(seeds, given.workers)
    for seed, codes in zip(seeds, years, strict=True):
        if codes:
            print(f"seed {seed}: {', '.join(codes)}", file=sys.stderr)
    trial = range(given.first, given.first + max(1, given.planted // share))
    power = {code: (found(code, trial, given.workers), len(trial)) for code in PLANTS}
    text = page(list(tables(years, power)), given.first)
    print(text)
    if not given.quick:
        PAGE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
