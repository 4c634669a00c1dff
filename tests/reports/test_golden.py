"""Whole reports, byte by byte, against the files kept for them; `make golden` writes those anew."""

from difflib import unified_diff
from itertools import islice

from tests.reports.golden_files import GOLDEN, outputs


def test_reports_are_what_the_files_kept_for_them_say() -> None:
    made = dict(outputs())
    assert {path.name for path in GOLDEN.iterdir()} == set(made)
    for name, data in made.items():
        kept = (GOLDEN / name).read_bytes()
        if kept != data:
            lines = (text.decode("utf-8-sig").splitlines() for text in (kept, data))
            changes = "\n".join(islice(unified_diff(*lines, "kept", "made", lineterm="", n=0), 40))
            message = f"{name} differs; if that is meant, run `make golden` and read the difference:\n{changes}"
            raise AssertionError(message)
