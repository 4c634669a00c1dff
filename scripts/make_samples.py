"""Write the sample ledgers below sample_ledgers/: `python scripts/make_samples.py [FOLDER]`; same bytes every time."""

import sys
from pathlib import Path

from samples import good, hard, middling
from samples.book import write_book
from samples.broken import BOOKS
from samples.site import workbooks

HOME = Path(__file__).resolve().parent.parent / "sample_ledgers"


def make(home: Path) -> None:
    """Write the three designed years and the broken one below `home`."""
    for plan in (middling.PLAN, good.PLAN, hard.PLAN):
        for name, tables in workbooks(plan).items():
            write_book(home / plan.folder / name, tables)
    for name, tables in BOOKS.items():
        write_book(home / "broken-year" / name, tables)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else HOME)
