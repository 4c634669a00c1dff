"""The sample years, read and assessed once for all tests of a process: nothing changes them."""

from functools import cache
from pathlib import Path

from tests.ledger_tables import MADE, rubric_source

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.reading.folder import read_ledgers

SAMPLES = Path(__file__).parents[1] / "sample_ledgers"


@cache
def checked(name: str) -> Checked:
    """The ledgers of a year, `.` for the first."""
    return check(read_ledgers(SAMPLES / name))


@cache
def assessed(name: str, **readings: str) -> Assessment:
    """What a year comes to under some readings."""
    return assess(checked(name), rubric_source(), Request(MADE, readings))
