"""The plan: what it takes, where nothing will do, and that no cheaper set of repairs would do it."""

import datetime as dt
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from tests.ledger_tables import SiteYear, rubric_source
from tests.plans import ground, grounded, planned, repairs, stairs
from tests.random_years import Drawn, _books, drawn

from jobhome_score.insight.plan.costs import Costs
from jobhome_score.insight.plan.ground import Ground, raw
from jobhome_score.insight.plan.planning import Wanted, plan, pricing_of, scored_after
from jobhome_score.insight.plan.staircases import Move, Pick
from jobhome_score.insight.plan.whole import Whole, picks_of
from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading
from jobhome_score.settlement import judged, least_total


def on_of(year: Drawn) -> Ground:
    return grounded(check(Reading(tuple(_books(year.year, None)))), year.readings, year.as_of)


def test_the_fewest_repairs_are_found(ledgers: SiteYear) -> None:
    """An empty year scores 40.5. One class brings 3, another training or contest 2 each: 3.2 and 3.1 go first."""
    found = planned(ground(ledgers), "47.5")
    assert found.ground.now.total == Fraction("40.5")
    assert repairs(found) == {"3.1 contest": 1, "3.2 trainer_class": 1, "3.2 career_guides": 1}
    assert found.promised.total == Fraction("47.5")


def test_a_reached_score_needs_nothing_and_the_next_band_is_the_default(ledgers: SiteYear) -> None:
    on = ground(ledgers)
    assert repairs(planned(on, "40.5")) == {}
    assert planned(on).score == 85


def test_in_the_highest_band_there_is_no_next_one(ledgers: SiteYear) -> None:
    """
    表彰加分
    级别
    国家级  ×2
    """
    on = ground(ledgers, "2025-07-02")
    assert on.assessment.payout.band.at_least == 95
    assert planned(on).score == 95, "what it takes to stay there"


def test_what_is_out_of_reach_is_said_with_the_best_that_is_not(ledgers: SiteYear) -> None:
    """
    督导检查
    问题类型  指标
    数据造假  2.1
    数据造假  2.2
    """
    found = planned(ground(ledgers))
    assert found.repairs is None
    assert found.best == 100 - 10 - 10 - 5


def test_a_score_above_the_ceiling_is_out_of_reach(ledgers: SiteYear) -> None:
    assert planned(ground(ledgers), "100.5").repairs is None
    assert planned(ground(ledgers, total_cap="uncapped"), "100.5").repairs is None


@pytest.mark.parametrize(("reading", "least"), [("continuous", "95"), ("rounded", "94.5"), ("truncated", "95")])
def test_the_score_is_reached_as_the_bands_see_it(reading: str, least: str) -> None:
    rounding = rubric_source().under({"score_gaps": reading}).settlement.rounding
    total = least_total(Fraction(95), rounding)
    assert total == Fraction(least)
    assert judged(total, rounding) >= 95 > judged(total - Fraction(1, 1000), rounding)


def test_bonus_is_earned_only_where_it_is_asked_for_and_while_the_period_runs(ledgers: SiteYear) -> None:
    running, over = ground(ledgers, "2025-12-31"), ground(ledgers)
    target = str(float(running.now.total + 5))
    assert repairs(planned(running, target, bonus=True)) == {"3.2 trainer_class": 1, "4.2 honours": 1}
    assert "4.2 honours" not in repairs(planned(running, target))
    assert not [one for one in planned(over, bonus=True).staircases if one.line.id == "4.2" and one.stairs]


def test_costs_choose_otherwise_and_none_forbids(ledgers: SiteYear) -> None:
    on = ground(ledgers)
    assert repairs(planned(on, "43.5")) == {"3.2 trainer_class": 1}
    assert repairs(planned(on, "43.5", _3_2_trainer_class="2.5")) == {"3.1 contest": 1, "3.2 career_guides": 1}
    assert repairs(planned(on, "42.5", _3_2="none")) == {"3.1 contest": 1}


NOT_LIVE = {f"_{line}": "none" for line in ("1_1", "1_2", "1_3", "1_4", "1_5", "2_1", "2_2", "2_3", "2_4", "2_6", "3_1",
                                            "3_2", "3_3", "2_5_team", "2_5_videos", "2_5_reach_followers")}  # fmt: skip


def test_a_directors_session_is_a_session_too(ledgers: SiteYear) -> None:
    """
    人员名册
    姓名    直播分工
    职员#  主播      ×4
    考勤
    日期        姓名
    2025-08-04  职员1
    2025-08-04  职员2
    2025-08-04  职员3
    2025-08-04  职员4
    短视频
    标题
    视频#  ×181
    直播
    日期        开始时间  场观
    2025-08-05  第#场     1000  ×145
    """
    on = ground(ledgers, "2025-09-30", headcount="period", reach_followers="once")
    live = {name: cost for name, cost in NOT_LIVE.items() if name != "_2_5_reach_followers"}
    charged = {
        name: on.rules[f"2.5 {name}"].score.deducted for name in ("sessions", "director_sessions", "chief_sessions")
    }
    assert charged == {"sessions": Fraction("2.5"), "director_sessions": 1, "chief_sessions": 2}
    found = repairs(planned(on, str(float(on.now.total + 4)), **live, _2_5_reach_followers="none"))
    assert found == {"2.5 director_sessions": 2, "2.5 chief_sessions": 4}, "the six are the five that are missing"


def test_new_fairs_take_the_place_of_bad_ones_where_only_the_best_count(ledgers: SiteYear) -> None:
    """
    招聘活动
    日期        企业数  岗位数  入场人次
    2025-08-07  34      900     200       ×2
    2025-08-07  35      900     200       ×30
    回访
    渠道    活动编号  名称
    招聘会  A-1       公司1
    """
    on = ground(ledgers, "2025-12-31", sessions_counted="best")
    assert (on.rules["2.1 sessions"].score.deducted, on.rules["2.1 items"].score.deducted) == (3, 1)
    found = stairs(planned(on), "2.1")
    assert found == [(1, "0.5"), (2, "1.0"), (3, "1.5"), (4, "2.0"), (5, "2.5"), (6, "3.0"), (7, "3.5"), (8, "4.0")]
    assert stairs(planned(ground(ledgers, "2025-12-31")), "2.1")[-1] == (6, "3.0")


def test_a_fair_that_earns_bonus_is_one_of_those_missing(ledgers: SiteYear) -> None:
    """
    招聘活动
    日期        企业数  岗位数  入场人次
    2025-08-07  35      900     200       ×36
    """
    on = ground(ledgers, "2025-12-31")
    found = repairs(planned(on, str(float(on.now.total + 2)), bonus=True, **NOT_LIVE | {"_2_1": "1", "_4_2": "none",
                                                                                      "_2_5": "none"}))  # fmt: skip
    assert found == {"4.1 daily_excess": 2}, "two fairs: 0.5 each for the number, and 0.5 each of bonus"


@pytest.mark.parametrize("seed", [1, 6, 8, 11, 17])
def test_whatever_a_frontier_says_scoring_says_too(seed: int) -> None:
    on = on_of(drawn(seed))
    for bonus in (False, True):
        whole = Whole(on, pricing_of(on, Wanted(), bonus=bonus))
        for way in (whole.ways[0], whole.ways[-1]):
            frontier = whole.frontier(way, Fraction(200))
            for step in frontier[:: max(1, len(frontier) // 6)]:
                then = scored_after(on, picks_of(step))
                assert raw(then) - raw(on.now) == frontier[0].value - step.value
                assert sum((pick.units for pick in picks_of(step)), Fraction(0)) == step.cost


@pytest.mark.parametrize("seed", [1, 2, 5, 6, 14, 17, 20, 22, 24, 26])
def test_no_cheaper_set_of_repairs_would_do(seed: int) -> None:
    """Every set of repairs at a few rules, priced by scoring, against the plan over the same rules."""
    on, dice = on_of(drawn(seed)), Random(seed)
    names = [name for name, one in on.rules.items() if one.levers and name.split()[0] not in on.zeroed
             and all(lever.standing.value == "doable" or not on.running for lever in one.levers.values())]  # fmt: skip
    for _ in range(3):
        few = dice.sample(names, min(3, len(names)))
        prices = {name: Fraction(dice.randint(1, 4)) if name in few else None for name in on.rules}
        sets = _every_set(on, few)
        if sets is None:
            continue
        found = {}
        for picks in sets:
            cost = sum((pick.units * (prices[pick.ruled.name] or 0) for pick in picks), Fraction(0))
            found.setdefault(cost, []).append(raw(scored_after(on, picks)))
        totals = sorted({total for each in found.values() for total in each})
        for total in dice.sample(totals, min(4, len(totals))):
            cheapest = min(cost for cost, each in found.items() if max(each) >= total)
            answer = plan(on, Wanted(total, Costs(prices), bonus=True))
            if total > 100 or total < 0 or on.assessment.rubric.settlement.rounding.value != "none":
                continue
            assert answer.repairs is not None
            assert answer.cost <= cheapest
            if not _shared(on, few):
                assert answer.cost == cheapest


def _shared(on: Ground, few: list[str]) -> bool:
    """Whether one row may serve several of the rules, which the sets tried one by one do not know."""
    whole = Whole(on, pricing_of(on, Wanted(), bonus=True))
    kin = [{one.name for one in (family.base, *family.specials, *family.riders, *family.far)} for family in whole.kin]
    joint = [name for name in few if on.rules[name].rule.join.value == "larger"]
    return bool(joint) or any(set(few) & each for each in kin)


def _every_set(on: Ground, few: list[str], most: int = 400) -> list[list[Pick]] | None:
    """Every way to move the levers of a few rules to where something changes; None where there are too many."""
    per_rule = []
    for name in few:
        ruled = on.rules[name]
        ways = 1
        for lever in ruled.levers.values():
            ways *= lever.most + 1
        if ways > 12:
            return None
        picks = []
        for units in product(*(range(lever.most + 1) for lever in ruled.levers.values())):
            moves = tuple(Move(at, lever, n) for (at, lever), n in zip(ruled.levers.items(), units, strict=True) if n)
            picks.append(Pick(ruled, Fraction(sum(units)), moves))
        per_rule.append(picks)
    sets = [list(one) for one in product(*per_rule)]
    return sets if len(sets) <= most else None


def test_a_closed_year_is_planned_as_assessed() -> None:
    on = on_of(drawn(1))
    assert on.now.total == on.assessment.score.total
    assert not on.running


def test_an_as_of_day_after_the_period_is_its_end(ledgers: SiteYear) -> None:
    on = ground(ledgers, (dt.date(2026, 6, 30) + dt.timedelta(days=9)).isoformat())
    assert not on.running
