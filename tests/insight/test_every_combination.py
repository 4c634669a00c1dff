"""The range, the decisive set and the resting points of small rubrics, against every combination assessed by itself.

JOBHOME_RUBRICS says how many rubrics (40 if not set), all but the first of them among the thorough tests.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product

import pytest
from tests.insight.forks import forked
from tests.ledger_tables import MADE, SiteYear, site_year

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.insight.moving import moving
from jobhome_score.insight.sensitivity import Sensitivity, ground, sensitivity
from jobhome_score.ledgers.loading import Checked
from jobhome_score.rubric.decisions import Decision
from jobhome_score.rubric.source import RubricSource, read_rubric
from jobhome_score.scoring.fitting import season_of

YEAR = """
招聘活动
日期        类型  企业数
2025-09-04  日常  35  ×2
2025-09-11  日常  45
2025-10-09  主题  55  ×3
2026-03-05  主题  31
督导检查
类型      指标
数据造假  1.2
环境脏乱  1.6
"""


QUICK = 12
MORE = range(QUICK, int(os.environ.get("JOBHOME_RUBRICS", "40")))


@dataclass(frozen=True)
class Asked:
    """A rubric over a year: what is said about its readings, and every assessment that there is."""

    source: RubricSource
    base: Assessment
    found: Sensitivity
    checked: Checked

    @cached_property
    def all(self) -> tuple[Assessment, ...]:
        """Every combination of the readings that are not decided."""
        return tuple(every(self.source, self.checked, self.base.request))


def year() -> SiteYear:
    whole = site_year(YEAR.replace("1.6", "1.3")).during("2025-07-15", "2026-07-14")
    return whole.on_project(基础运营费="400000", 考核费用="600000")


def every(source: RubricSource, checked: Checked, request: Request) -> Iterator[Assessment]:
    names = [name for name in source.readings if name not in request.decisions]
    for options in product(*(source.option_names(name) for name in names)):
        yield assess(
            checked, source, Request(MADE, dict(zip(names, options, strict=True)), decisions=request.decisions)
        )


def asked(seed: int, *, decide: bool = False) -> Asked:
    source = read_rubric("fork.yaml", forked(seed))
    checked = year().check()
    name = next(iter(source.readings), None)
    settled = {name: Decision(source.option_names(name)[-1], "中心", MADE.date(), "函")} if decide and name else {}
    used = {other: source.option_names(other)[seed % 2] for other in source.readings if other not in settled}
    request = Request(MADE, used, decisions=settled)
    base = assess(checked, source, request)
    on = ground(base, source, season_of(checked.ledgers(), base.rubric, None))
    return Asked(source, base, sensitivity(base, on), checked)


def changed(case: Asked, other: Assessment) -> int:
    return sum(option != case.base.options[name] for name, option in other.options.items())


@pytest.mark.parametrize("seed", [*range(QUICK), *(pytest.param(n, marks=pytest.mark.thorough) for n in MORE)])
def test_nothing_lies_outside_and_every_end_is_reached(seed: int) -> None:
    case = asked(seed, decide=seed % 3 == 0)
    totals = [one.score.total for one in case.all]
    paid = [one.payout.payable for one in case.all]
    found = case.found
    assert (found.least.total, found.most.total) == (min(totals), max(totals))
    assert (found.lowest.payout.payable, found.highest.payout.payable) == (min(paid), max(paid))
    for end in (found.least, found.most, found.lowest, found.highest):
        real = next(one for one in case.all if one.options == end.options)
        assert (real.score.total, real.payout) == (end.total, end.payout)
    _decides(case)
    _rests(case)
    _moves(case)


def _moves(case: Asked) -> None:
    """The same changes, whether all are measured or only those that may move the payout."""
    on = ground(case.base, case.source, season_of(case.checked.ledgers(), case.base.rubric, None))
    now = case.base.payout.payable
    moved = [one for one in case.found.effects if one.outcome and one.outcome.payout.payable != now]
    moved.sort(key=lambda one: -abs(one.outcome.payout.payable - now) if one.outcome else 0)
    assert moving(case.base, on) == tuple(moved)


def _decides(case: Asked) -> None:
    """The fewest changes that move the payout, and of those one that moves it most."""
    now = case.base.payout.payable
    moved = [(changed(case, one), -abs(one.payout.payable - now)) for one in case.all if one.payout.payable != now]
    found = case.found.decisive
    if found is None:
        assert not moved
    else:
        assert (len(found.options), -abs(found.payout.payable - now)) == min(moved)


def _rests(case: Asked) -> None:
    """By indicator, what the most favourable of all combinations would give back; the penalties as one line."""
    lines: dict[str, list[Fraction]] = {}
    for one in (case.base, *case.all):
        for line in one.score.sections[0].indicators:
            lines.setdefault(line.indicator.id, []).append(line.score)
        lines.setdefault("3.1", []).append(-one.score.penalty)
    gains = {name: max(values) - values[0] for name, values in lines.items()}
    assert {ids[0]: points for ids, points in case.found.resting.items()} == {
        name: points for name, points in gains.items() if points
    }
    assert case.found.deducted == 12 - case.base.score.base + case.base.score.penalty


def test_a_decided_reading_is_no_longer_a_question() -> None:
    open_, settled = asked(3), asked(3, decide=True)
    name = next(iter(settled.base.decisions))
    assert any(effect.reading == name for effect in open_.found.effects)
    assert all(effect.reading != name for effect in settled.found.effects)
    assert all(end.options[name] == settled.base.decisions[name].option
               for end in (settled.found.lowest, settled.found.highest))  # fmt: skip


def test_a_band_that_pays_less_for_more_points_is_searched_through() -> None:
    """Six points pay 60 %, nine pay 55 %: the highest payout lies between the ends of the total."""
    found = asked(13).found
    assert found.least.total < found.highest.total < found.most.total


def test_what_moves_is_never_a_decided_reading() -> None:
    source = read_rubric("fork.yaml", forked(3))
    checked = year().check()
    decisions = {name: Decision(source.option_names(name)[0], "中心", MADE.date(), "函") for name in source.readings}
    base = assess(checked, source, Request(MADE, {}, decisions=decisions))
    on = ground(base, source, season_of(checked.ledgers(), base.rubric, None))
    found = sensitivity(base, on)
    assert moving(base, on) == found.effects == ()
    assert found.decisive is None
    assert not found.resting
    assert found.least.total == found.most.total == base.score.total
