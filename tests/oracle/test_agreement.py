"""
The product against the oracle, on random years, in every style, under random readings and as-of dates.

JOBHOME_ORACLE_YEARS says how many years (2 if not set); JOBHOME_ORACLE_FIRST the first seed.
"""

import os
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest
from tests.called import called

from .agreement import differences, parsed
from .case import OPTIONS
from .clauses import assess
from .rows import Year, day
from .site_year import random_year
from .styles import STYLES, write_year

FIRST = int(os.environ.get("JOBHOME_ORACLE_FIRST", "0"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("JOBHOME_ORACLE_YEARS", "2")))


def some_readings(dice: Random, year: Year) -> dict[str, str]:
    """A few readings at random, in some years none; the two parts of the fee are only read where they stand."""
    share = dice.choice((0, 0.3, 0.8))
    readings = {name: dice.choice(options) for name, options in OPTIONS.items() if dice.random() < share}
    if year["project"][0]["base_fee"] is None:
        readings.pop("fee_basis", None)
    return readings


def some_as_of(dice: Random, year: Year) -> date | None:
    """Mostly no as-of date, else a day of the period, a month's end, the last day, or one after it."""
    start, end = day(year["project"][0], "period_start"), day(year["project"][0], "period_end")
    if dice.random() < 0.6:
        return None
    within = start + timedelta(days=dice.randint(0, (end - start).days))
    month_end = within.replace(day=1) - timedelta(days=1)
    return dice.choice((within, within, max(start, month_end), end, end + timedelta(days=dice.randint(1, 30))))


def arguments(folder: Path, readings: dict[str, str], as_of: date | None) -> list[str]:
    """What to type."""
    chosen = [word for name, option in readings.items() for word in ("--reading", f"{name}={option}")]
    until = [] if as_of is None else ["--as-of", as_of.isoformat()]
    return ["assess", str(folder), "--format", "json", *chosen, *until]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("seed", SEEDS)
def test_the_product_and_the_oracle_agree(seed: int, style: str, tmp_path: Path) -> None:

    year = random_year(seed)
    dice = Random(f"{seed}-{style}")
    readings, as_of = some_readings(dice, year), some_as_of(dice, year)
    write_year(year, tmp_path, style, seed)
    words = arguments(tmp_path, readings, as_of)
    outcome = called(*words)
    told = f"jobhome-score {' '.join(words)}"
    assert outcome.exit_code == 0, f"{told}\n{outcome.output[-3000:]}"
    found = differences(parsed(outcome.stdout), assess(year, readings, as_of))
    assert not found, "\n".join([told, *found])
