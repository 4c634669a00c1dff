"""Readings that stand outside the indicators are asked about as well."""

from itertools import product

from tests.ledger_tables import MADE, site_year
from tests.rubric.small import changed

from jobhome_score.assessment import Request, assess
from jobhome_score.insight.framing import framing
from jobhome_score.insight.sensitivity import ground, sensitivity
from jobhome_score.rubric.source import RubricSource, read_rubric
from jobhome_score.scoring.fitting import season_of

YEAR = """
基础服务
服务名称  日期
岗位介绍  2025-09-04
职业介绍  2025-09-04
"""
CATALOGUE = changed("[岗位介绍]", "{reading: strict, loose: [岗位介绍], firm: [求职介绍]}")
SERVICES = CATALOGUE.replace("measure: {of: events, where: {kind: 日常}, take: count}",
                             "measure: {of: services, take: {sum: persons}}").replace(
                             "{reading: strict, loose: 3, firm: 5}", "4")  # fmt: skip
TWO_LISTS = changed("    indicators:\n", "    indicators:\n      reading: strict\n      loose:\n").replace(
    "{reading: strict, loose: 3, firm: 5}", "3"
)


def agree(source: RubricSource) -> None:
    checked = site_year(YEAR).check()
    base = assess(checked, source, Request(MADE, {}))
    on = ground(base, source, season_of(checked.ledgers(), base.rubric, None))
    found = sensitivity(base, on)
    names = list(source.readings)
    totals = []
    for options in product(*map(source.option_names, names)):
        real = assess(checked, source, Request(MADE, dict(zip(names, options, strict=True))))
        assert on.payout(real.options).total == real.score.total  # type: ignore[union-attr]
        totals.append(real.score.total)
    assert (found.least.total, found.most.total) == (min(totals), max(totals))
    assert found.least.total < found.most.total


def test_a_catalogue_may_depend_on_a_reading() -> None:
    text = SERVICES.replace(
        "{of: services, take: {sum: persons}}", "{of: services, where: {item: 职业介绍}, take: count}"
    )
    source = read_rubric("small.yaml", text)
    assert framing(source) == ("strict",)
    agree(source)


def test_a_whole_list_of_indicators_may_depend_on_a_reading() -> None:
    """The same indicator with another target, written out twice."""
    head, rest = TWO_LISTS.split("      loose:\n")
    lines, settlement = rest.split("settlement:\n")
    lines = "".join("    " + line for line in lines.splitlines(keepends=True))
    other = lines.replace("at_least: 3", "at_least: 5")
    source = read_rubric("small.yaml", f"{head}      loose:\n{lines}      firm:\n{other}settlement:\n{settlement}")
    assert framing(source) == ("strict",)
    agree(source)


def test_readings_of_single_indicators_frame_nothing() -> None:
    from jobhome_score.rubric.source import load_rubric

    assert framing(load_rubric()) == ("part_months",)
