"""What holds for every rubric and every year: small rubrics drawn at random over years drawn at random."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from tests.insight.forks import forked
from tests.ledger_tables import MADE
from tests.random_years import Drawn, drawn, figures

from jobhome_score.assessment import Assessment, MissingPolicy, Request, assess
from jobhome_score.rubric.source import RubricSource, read_rubric

SEEDS = [*range(5), *(pytest.param(seed, marks=pytest.mark.thorough) for seed in range(5, 300))]


@cache
def case(seed: int) -> tuple[Drawn, RubricSource]:
    """A year whose findings name lines of the rubric, and whose contract has both parts of the fee."""
    year, dice = drawn(seed).honest(), Random(f"fabricated {seed}")
    fees = {"base_fee": Decimal(400_000), "assessed_fee": Decimal(600_000), "contract_amount": Decimal(1_000_000)}
    findings = [row | {"indicator": None} for row in year.year["findings"]]
    year = replace(year, year={**year.year, "project": [year.year["project"][0] | fees], "findings": findings})
    for _ in range(dice.randrange(3)):
        named = dice.choice(("1.1", "1.2", "2.1", "3.1"))
        row = {"date": year.start, "type": "数据造假", "note": "不实", "indicator": named}
        year = year.having("findings", row)
    return year, read_rubric("fork.yaml", forked(seed))


def assessed(seed: int, missing: str = "fail", dice: Random | None = None, year: Drawn | None = None) -> Assessment:
    own, source = case(seed)
    options = Random(f"options {seed}")
    chosen = {name: options.choice(source.option_names(name)) for name in source.readings}
    request = Request(MADE, chosen, own.as_of, MissingPolicy(missing))
    return assess((year or own).checked(dice), source, request)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_keeps_within_its_bounds_and_no_order_matters(seed: int) -> None:
    found = assessed(seed)
    rules = found.rubric.settlement
    for section in found.score.sections:
        for line in section.indicators:
            most = line.indicator.cap if line.indicator.cap is not None else line.indicator.points
            assert most is None or 0 <= line.deducted <= most
            assert 0 <= line.score <= (line.indicator.points or 0)
            assert all(0 <= rule.deducted <= rule.uncapped for rule in line.rules)
    assert found.score.total >= rules.floor
    assert rules.ceiling is None or found.score.total <= rules.ceiling
    assert 0 <= found.payout.payable <= 1_000_000
    assert figures(assessed(seed, dice=Random(seed)).score) == figures(found.score)


@pytest.mark.parametrize("seed", SEEDS)
def test_an_event_outside_the_period_changes_no_figure(seed: int) -> None:
    year, _ = case(seed)
    late = {
        "event": "期外", "date": year.end + dt.timedelta(days=30), "kind": "日常", "mode": "线下", "region": "市内",
        "companies": 99, "positions": 9_999, "visitors": 999,
    }  # fmt: skip
    assert figures(assessed(seed, year=year.having("events", late)).score) == figures(assessed(seed).score)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("ledger", ["events", "findings"])
def test_the_range_of_a_withheld_ledger_holds_the_truth(seed: int, ledger: str) -> None:
    own, _ = case(seed)
    honest = own.honest()
    found = assessed(seed, "range", year=honest.lacking(ledger))
    truth = assessed(seed, year=honest).score.total
    best = found.score.total if found.best is None else found.best.score.total
    assert found.score.total <= truth <= best
    assert assessed(seed, "zero", year=honest.lacking(ledger)).score.total == found.score.total
