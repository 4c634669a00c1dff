"""The sample: the same for the same seed, by keys that anybody can work out again, heavier rows the more often."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import exp

import pytest
from tests.ledger_tables import SiteYear, lines, site_year

from jobhome_score.evidence import Place
from jobhome_score.insight.flags import sample as drawing
from jobhome_score.insight.flags.sample import Sample, exponential, head_of, sample
from jobhome_score.insight.flags.weights import Stake, stakes
from jobhome_score.measures.measuring import Workbench


def drawn(year: SiteYear, size: int, seed: str) -> Sample:
    assessment = year.assess()
    return sample(assessment, Workbench(year.season(), assessment.rubric), size, seed)


def held(year: SiteYear) -> dict[tuple[str, int], Stake]:
    """The stake on each row, by sheet and row."""
    assessment = year.assess()
    found = stakes(assessment, Workbench(year.season(), assessment.rubric))
    return {(place.sheet, place.row): stake for place, stake in found.items()}


DESK = site_year(lines(["前台登记", "名称", *(f"公司{n}" for n in range(300))]))


def test_the_head_of_a_hash_is_what_other_programs_make_of_the_same_text() -> None:
    # printf '7\nab12\n回访\n3' | sha256sum
    assert head_of("7", "ab12", Place("04.xlsx", "回访", 3)) == 0xAD00010305B0556E


def test_a_key_is_minus_the_logarithm_over_the_weight() -> None:
    head = 2**63
    assert exponential(head, 1).quantize(Decimal("1e-6")) == Decimal("0.693147")
    assert exponential(head, 100) * 100 == pytest.approx(exponential(head, 1))
    assert exp(-float(exponential(2**62, 1))) == pytest.approx(0.25)


def test_the_same_seed_draws_the_same_rows_and_another_seed_others() -> None:
    assert drawn(DESK, 30, "7") == drawn(DESK, 30, "7")
    assert drawn(DESK, 30, "7").rows != drawn(DESK, 30, "8").rows
    assert (drawn(DESK, 30, "7").among, len(drawn(DESK, 30, "7").rows)) == (300, 30)


def test_the_order_of_ledgers_and_rows_does_not_matter() -> None:
    turned = replace(DESK, sheets=dict(reversed(DESK.sheets.items())))
    sheet = DESK.sheets["前台登记"]
    backwards = replace(
        sheet, numbers=(1, *reversed(sheet.numbers[1:])), rows=(sheet.rows[0], *reversed(sheet.rows[1:]))
    )
    mixed = replace(DESK, sheets={**DESK.sheets, "前台登记": backwards})
    assert drawn(turned, 30, "7") == drawn(DESK, 30, "7")
    assert [row.place for row in drawn(mixed, 30, "7").rows] == [row.place for row in drawn(DESK, 30, "7").rows]


def test_a_smaller_sample_is_part_of_a_larger_one_and_the_largest_is_everything() -> None:
    small, large = ({row.place for row in drawn(DESK, size, "x").rows} for size in (10, 40))
    assert small < large
    assert len(drawn(DESK, 5000, "x").rows) == 300


def test_quick_keys_only_save_time(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = drawn(DESK, 50, "9")
    monkeypatch.setattr(drawing, "CLOSE_CALLS", 1000)
    assert drawn(DESK, 50, "9") == quick


def test_what_the_auditor_writes_and_what_lies_outside_the_period_is_never_drawn() -> None:
    year = site_year("督导检查\n问题类型\n环境脏乱\n投诉\n内容\n排队\n前台登记\n日期\n2025-09-01\n2024-09-01")
    assert [(row.ledger, row.place.row) for row in drawn(year, 10, "1").rows] == [("frontdesk", 2)]


def fairs(count: int, companies: int = 50) -> SiteYear:
    return site_year(lines(["招聘活动", "企业数  岗位数  入场人次", f"{companies}  1200  300  ×{count}"]))


def test_a_row_without_which_a_count_falls_short_weighs_most() -> None:
    # Below 85 points the payout follows every point, so that the share is 1.
    stake = held(fairs(38))["招聘活动", 2]
    assert (stake.indicator, stake.rule, stake.turn, stake.weight) == ("2.1", "sessions", 1, 1000)


def test_where_ten_must_be_void_a_row_weighs_a_tenth() -> None:
    stake = held(fairs(47))["招聘活动", 2]
    assert (stake.turn, stake.weight) == (Fraction(1, 10), 100)


def test_a_figure_at_its_target_weighs_most_and_a_tenth_above_it_nothing() -> None:
    # 47 fairs: the count alone gives 1/10. 36 of 35 companies: spare 1/36, so 1 − 10/36.
    assert held(fairs(47, 35))["招聘活动", 2].turn == 1
    assert held(fairs(47, 36))["招聘活动", 2].turn == Fraction(26, 36)
    assert held(fairs(47, 39))["招聘活动", 2].turn == Fraction(1, 10)


def test_beyond_a_cap_nothing_hangs_on_a_row() -> None:
    # Every fair misses its companies: 47 × 0.5 is far beyond the cap of 6, so that a fair less costs nothing.
    assert ("招聘活动", 2) not in held(fairs(47, 10))


def test_a_sum_weighs_its_rows_by_their_numbers() -> None:
    # Three months beside September reach their number, so that the eight that do not leave 0.4 of the cap of 2 to lose.
    others = [f"2025-{month}-01  700" for month in (10, 11, 12)]
    september = ["2025-09-01  400", "2025-09-02  100", "2025-09-03  9"]
    found = held(site_year(lines(["零工岗位", "发布日期  岗位数", *september, *others])))
    assert [found["零工岗位", row].turn for row in (2, 3, 4)] == [1, 1, Fraction(9, 10)]


def test_a_rate_weighs_the_rows_that_make_it_and_those_that_were_reached() -> None:
    # 20 of 20 contacted, all of them needed for 100 %.
    rows = (f"求职者  人{n}  是  成功" for n in range(20))
    found = held(site_year(lines(["招聘活动", "活动编号", "A-1", "线上招聘", "对象  名称  已联系  结果", *rows])))
    assert found["线上招聘", 2].turn == 1
    assert found["线上招聘", 2].rule == "seeker_contact"


def test_a_growth_rests_on_its_base_and_its_last_count() -> None:
    counts = ["2025-06-20  1000", "2025-12-31  1050", "2026-06-30  1104"]
    streams = ["直播", "场观  主讲", "900  局长  ×2", "900  科长  ×4", "900  主播  ×144"]
    rest = [
        "短视频",
        "标题",
        *(f"视频{n}" for n in range(181)),
        "直播企业",
        "企业名称",
        *(f"公司{n}" for n in range(120)),
    ]
    year = site_year(lines(["粉丝", "日期  粉丝数", *counts, *streams, *rest]))
    found = held(year)
    # 10.4 % against 10 %: spare 4/1104, so 1 − 40/1104.
    assert {row: found["粉丝", row].turn for row in (2, 4)} == {2: Fraction(1064, 1104), 4: Fraction(1064, 1104)}
    assert ("粉丝", 3) not in found
    places = {(row.place.sheet, row.place.row) for row in drawn(year, 5000, "1").rows}
    assert ("粉丝", 2) in places  # dated before the period, but the figure rests on it


FAIRS_WAIVED = "指标  规则  数量  复核结论\n2.1  {rule}  {count}  免责"


def test_a_gap_that_is_excused_in_part_still_hangs_on_each_row() -> None:
    # Three of 38 are missing and excused: one void fair more costs its 0.5 again.
    stake = held(fairs(35).reviewed(FAIRS_WAIVED.format(rule="sessions", count="3")))["招聘活动", 2]
    assert (stake.rule, stake.turn, stake.value) == ("sessions", 1, 35)


def test_nothing_hangs_on_a_row_of_which_whatever_is_missed_is_excused() -> None:
    waived = fairs(35).reviewed(FAIRS_WAIVED.format(rule="sessions", count="-"))
    assert held(waived)["招聘活动", 2].weight == 1
    # One company short at every fair: each miss is excused fair by fair, the fairs are ten more than are asked for.
    every = fairs(47, 34).reviewed(FAIRS_WAIVED.format(rule="items", count="-"))
    assert ("招聘活动", 2) not in held(fairs(47, 34))
    stake = held(every)["招聘活动", 2]
    assert (stake.rule, stake.turn) == ("sessions", Fraction(1, 10))


def test_a_rate_that_is_excused_in_part_still_loses_step_by_step() -> None:
    # 16 of 20 contacted, 20 points short at 0.5: the cap of 1 is reached. All but one point excused, each row of the
    # 16 is worth 5 points, so that one step of one point is reached by one row.
    rows = (f"求职者  人{n}  {'是' if n < 16 else '否'}  成功" for n in range(20))
    year = site_year(lines(["招聘活动", "活动编号", "A-1", "线上招聘", "对象  名称  已联系  结果", *rows]))
    assert ("线上招聘", 2) not in held(year)
    waived = "指标  规则  数量  复核结论\n2.4  seeker_contact  {count}  免责"
    assert held(year.reviewed(waived.format(count="19")))["线上招聘", 2].turn == 1
    assert ("线上招聘", 2) not in held(year.reviewed(waived.format(count="-")))


def test_an_award_that_was_withdrawn_holds_no_weight() -> None:
    # 12 awards come to 6, of which 5 count: two rows may be void at no loss; with one withdrawn only one may.
    year = fairs(12, 51)
    withdrawn = year.reviewed("工作表  行号  指标  复核结论\n招聘活动  2  4.1  撤销")
    assert (held(year)["招聘活动", 2].rule, held(year)["招聘活动", 2].turn) == ("daily_excess", Fraction(1, 3))
    assert held(withdrawn)["招聘活动", 3].turn == Fraction(1, 2)
    assert ("招聘活动", 2) not in held(withdrawn)


def test_decisions_are_not_drawn() -> None:
    year = fairs(35).reviewed(FAIRS_WAIVED.format(rule="sessions", count="3"))
    assert {row.ledger for row in drawn(year, 5000, "1").rows} == {"events"}


def test_heavier_rows_are_drawn_in_proportion() -> None:
    year = site_year(lines(["招聘活动", "企业数  岗位数  入场人次", "50  1200  300  ×38", "前台登记", "名称",
                            *(f"公司{n}" for n in range(2000))]))  # fmt: skip
    assessment = year.assess()
    bench = Workbench(year.season(), assessment.rubric)
    heavy = sum(row.weight > 1 for seed in range(40) for row in sample(assessment, bench, 1, f"{seed}").rows)
    assert 33 <= heavy <= 40  # 38 000 of 40 000 in the long run
