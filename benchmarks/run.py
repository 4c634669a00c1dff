"""Measure everything in one run, side by side: `python benchmarks/run.py [--quick] [--rounds N] [FOLDER]`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from clock import Sample, run_cold
from contenders import FLOOR, HERE, LIBRARY, PRODUCT, SCRIPTS, Contender, at_start, on_ledgers
from results import page, ratio, table

LEDGERS = HERE.parent / "sample_ledgers"
PAGE = HERE / "RESULTS.md"
ROUNDS, QUICK = 7, 2


def main() -> None:
    """Measure, compare what the scripts computed, print the tables, write the page unless asked to be quick."""
    asked = _arguments()
    rounds = QUICK if asked.quick else asked.rounds
    readers, starters = on_ledgers(asked.folder), at_start()
    found = measure((*readers, *starters), rounds)
    check_tables({name: found[name][-1].output for name in (LIBRARY, *SCRIPTS)})
    parts = [
        "## A year of ledgers", "", *table(found, readers, FLOOR), "",
        f"`{PRODUCT}` takes {ratio(found, PRODUCT, FLOOR):.2f} times as long as reading the files alone; "
        + "; ".join(f"{name} takes {ratio(found, name, PRODUCT):.1f} times as long as it" for name in SCRIPTS)
        + ". The deductions of both scripts equal the product's, indicator by indicator.", "",
        "## Starting up", "", *table(found, starters, "typer"),
    ]  # fmt: skip
    text = page(parts, rounds, asked.folder, found[FLOOR][-1].output.strip())
    print(text)
    if not asked.quick:
        PAGE.write_text(text, encoding="utf-8")


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
            if sample.code:
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
