"""Measure everything in one run, side by side: `python benchmarks/run.py [--quick] [--rounds N] [FOLDER]`."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from clock import Sample, run_cold
from contenders import FLOOR, HERE, LIBRARY, PRODUCT, SCRIPTS, Contender, at_start, on_a_million, on_ledgers
from million import ROWS as MILLION
from million import write as write_million
from results import page, ratio, table, work_ratio

LEDGERS = HERE.parent / "sample_ledgers"
PAGE = HERE / "RESULTS.md"
ROUNDS, FEW, QUICK = 7, 3, 2
BROKEN = "broken-year"


def main() -> None:
    """Measure, compare what the scripts computed, print the tables, write the page unless asked to be quick."""
    asked = _arguments()
    rounds = QUICK if asked.quick else asked.rounds
    readers, starters = on_ledgers(asked.folder), at_start()
    found = measure((*readers, *starters), rounds)
    check_tables({name: found[name][-1].output for name in (LIBRARY, *SCRIPTS)})
    parts = [
        "## A year of ledgers", "", *table(found, readers, FLOOR), "",
        f"`{PRODUCT}` takes {ratio(found, PRODUCT, FLOOR):.2f} times as long as reading the files alone "
        f"and {work_ratio(found, PRODUCT, FLOOR):.2f} times the processor time; "
        + "; ".join(f"{name} takes {ratio(found, name, PRODUCT):.1f} times as long as it" for name in SCRIPTS)
        + ". The deductions of both scripts equal the product's, indicator by indicator.", "",
        "## Starting up", "", *table(found, starters, "typer"), "",
        *a_million_rows(min(rounds, FEW)), "",
        *columns_against_rows(asked.folder),
    ]  # fmt: skip
    text = page(parts, rounds, asked.folder, found[FLOOR][-1].output.strip())
    print(text)
    if not asked.quick:
        PAGE.write_text(text, encoding="utf-8")


def a_million_rows(rounds: int) -> Iterator[str]:
    """A ledger of a million rows: wall time and peak memory beside the bare read."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_million(folder / "考勤.xlsx")
        who = on_a_million(folder)
        found = measure(who, rounds)
    yield from ("## A million rows", "", *table(found, who, FLOOR), "")
    yield f"Attendance of a thousand people over a thousand days, {MILLION * 3:,} cells; {rounds} rounds."


def columns_against_rows(folder: Path) -> Iterator[str]:
    """The check of whole columns beside pydantic's of each row, in one process; both found the same problems."""
    ratio_, columns, rows, lines, _ = _columns(folder)
    *_, problems = _columns(folder / BROKEN)
    yield from ("## Whole columns or row by row", "")
    yield (
        f"Checking {lines} records column by column takes {columns} ms, validating each as a pydantic model {rows} ms: "
        f"{ratio_} of the time. The problems are the same, also the {problems} in the cells of `{BROKEN}`."
    )


def _columns(folder: Path) -> list[str]:
    return run_cold((sys.executable, str(HERE / "columns.py"), str(folder))).output.split()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=LEDGERS)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} rounds, nothing written")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    return parser.parse_args()


def measure(who: Sequence[Contender], rounds: int) -> dict[str, list[Sample]]:
    """Run everybody once a round, each round beginning with another; the first round only warms the files up."""
    found: dict[str, list[Sample]] = {one.name: [] for one in who}
    for number in range(rounds + 1):
        turn = number % len(who)
        for one in (*who[turn:], *who[:turn]):
            sample = run_cold(one.command)
            if sample.code not in one.codes:
                sys.exit(f"{one.name} ended with exit code {sample.code}: {' '.join(one.command)}")
            if number:
                found[one.name].append(sample)
        print(f"round {number} of {rounds}", file=sys.stderr)
    return found


def check_tables(outputs: dict[str, str]) -> None:
    """Nothing is compared but programs that compute the same: every indicator must come out alike."""
    tables = {name: json.loads(output) for name, output in outputs.items()}
    ours = tables.pop(LIBRARY)
    for name, theirs in tables.items():
        wrong = {key: (ours.get(key), theirs.get(key)) for key in ours | theirs if ours.get(key) != theirs.get(key)}
        if wrong:
            sys.exit(f"{name} computes something else: {wrong}")


if __name__ == "__main__":
    main()
