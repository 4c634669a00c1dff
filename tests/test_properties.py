"""
What holds for every year: random years of the oracle, under random readings and as-of dates.

JOBHOME_PROPERTY_YEARS says how many years each property is tried on (6 if not set, and always the same ones).
"""

import datetime as dt
import os
from decimal import Decimal
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledgers.sheets import account, checked, sheet
from tests.oracle.rows import Row
from tests.random_years import Drawn, drawn, figures

from jobhome_score.rubric.document import Role
from jobhome_score.views.catalogue import views
from jobhome_score.views.season import UNDATED

a_year = st.integers(0, 100_000).map(drawn)
YEARS = os.environ.get("JOBHOME_PROPERTY_YEARS", "")
fast = settings(
    max_examples=int(YEARS or "6"),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=not YEARS,
    database=None,
)
LEDGERS = sorted({name for view in views().values() for name in view.needs} | (UNDATED - {"project"}))
FINDINGS = (
    "服务不达标", "数据遗漏", "数据错误", "信息不及时", "信息虚假", "环境脏乱", "设施故障", "特种设备违规", "未巡查",
    "停车乱停乱放", "违规充电", "水电未关", "报告缺失", "报告错误",
)  # fmt: skip


@fast
@given(a_year, st.integers(0, 1000))
def test_the_order_of_rows_sheets_and_files_and_their_splitting_change_no_figure(year: Drawn, seed: int) -> None:
    mixed = year.assess(dice=Random(seed))
    whole = year.assess()
    assert figures(mixed.score) == figures(whole.score)
    assert mixed.payout == whole.payout


@fast
@given(a_year)
def test_the_same_input_gives_the_same_result(year: Drawn) -> None:
    one, two = year.assess(), year.assess()
    assert figures(one.score) == figures(two.score)
    assert (one.payout, one.problems, one.inputs, one.options) == (two.payout, two.problems, two.inputs, two.options)


@fast
@given(a_year)
def test_every_score_lies_between_nothing_and_its_points_and_the_total_is_their_sum(year: Drawn) -> None:
    assessment = year.assess()
    score, rules = assessment.score, assessment.rubric.settlement
    for section in score.sections:
        assert 0 <= section.score <= section.section.points
        for line in section.indicators:
            limit = line.indicator.points if line.indicator.cap is None else line.indicator.cap
            assert limit is not None
            assert 0 <= line.deducted <= limit
            assert 0 <= line.score <= (line.indicator.points or 0)
            assert all(0 <= rule.deducted <= rule.uncapped for rule in line.rules)
    base = sum(line.score for each in score.sections if each.section.role is Role.BASE for line in each.indicators)
    ceiling = rules.ceiling if rules.ceiling is not None else Decimal(1000)
    assert score.base == base
    assert score.total == max(0, min(ceiling, score.base + score.bonus - score.penalty))


@fast
@given(a_year, st.sampled_from(FINDINGS), st.integers(0, 200))
def test_a_further_finding_never_raises_the_total(year: Drawn, kind: str, days: int) -> None:
    row: Row = {"date": year.start + dt.timedelta(days=days), "type": kind, "note": "又一处", "count": 2}
    assert year.having("findings", row).assess().score.total <= year.assess().score.total


@fast
@given(a_year, st.sampled_from(["1.6", "2.1", "2.6", "3.1", "4.1", "5.1"]))
def test_a_further_fabrication_never_raises_the_total(year: Drawn, named: str) -> None:
    row: Row = {"date": year.start, "type": "数据造假", "note": "又一处", "indicator": named}
    assert year.having("findings", row).assess().score.total <= year.assess().score.total


@fast
@given(a_year, st.decimals(Decimal("0.5"), Decimal(5), places=1), st.booleans())
def test_a_further_complaint_never_raises_the_total(year: Drawn, written: Decimal, adverse: bool) -> None:
    row: Row = {"date": year.start, "content": "又一起", "valid": True, "adverse": adverse}
    more = year.having("complaints", {**row, "points": written if adverse else None})
    assert more.assess().score.total <= year.assess().score.total


def compliant(year: Drawn) -> dict[str, Row]:
    """A record of each ledger that does what the terms ask. Fairs and registrants would have to be called back."""
    when = year.start + dt.timedelta(days=3)
    month = f"{year.start:%Y-%m}"
    return {
        "services": {"date": when, "service": "职业介绍", "served": 1},
        "visits": {"date": when, "company": "新公司"},
        "reports": {"kind": "数据汇报会", "covers": month, "date": when},
        "events": {
            "event": "新-1", "date": when, "kind": "外出", "mode": "线下", "region": "省外", "companies": 0,
            "positions": 100, "visitors": 0,
        },
        "livestreams": {
            "date": when, "start": "23:59:59", "title": "新", "kind": "直播带岗", "host": "局长", "views": 5000,
            "positions": 10, "platform": "新平台",
        },
        "videos": {"date": when, "title": "新的一条", "platform": "抖音"},
        "partners": {"date": when, "company": "新公司", "kind": "触达"},
        "gig_jobs": {
            "date": when, "company": "新公司", "title": "小工", "openings": 500, "provincial": True, "city": True,
        },
        "trainings": {"date": when, "kind": "点亮万家", "participants": 100, "eligible": 100},
        "publicity": {"date": when, "channel": "新渠道", "title": "新"},
        "feedback": {"date": when, "content": "新", "handled": when},
        "awards": {"date": when, "level": "省部级", "title": "新"},
        "complaints": {"date": when, "content": "新", "valid": False},
    }  # fmt: skip


@settings(fast, max_examples=int(YEARS or "14"))
@given(a_year, st.sampled_from(sorted(compliant(drawn(0)))))
def test_a_further_compliant_record_never_lowers_the_total(year: Drawn, ledger: str) -> None:
    more = year.having(ledger, compliant(year)[ledger])
    assert more.assess().score.total >= year.assess().score.total


@fast
@given(a_year.map(Drawn.honest), st.sampled_from(LEDGERS))
def test_withholding_a_ledger_never_pays_and_the_truth_lies_within_the_range(year: Drawn, ledger: str) -> None:
    handed_in = year.assess().score
    withheld = year.lacking(ledger).assess("range")
    assert withheld.best is not None
    assert withheld.score.total <= handed_in.total <= withheld.best.score.total
    assert year.lacking(ledger).assess("zero").score.total == withheld.score.total


cells = st.one_of(
    st.none(),
    st.sampled_from(["2025-09-04", "甲公司", "合计", "小计：", "制表人：张三", "日期", "3人", "约30", "", " "]),
    st.integers(-5, 50_000),
    st.booleans(),
    st.text(max_size=4),
    st.dates(),
)


@settings(fast, max_examples=200)
@given(st.lists(st.tuples(cells, cells, cells, cells), max_size=6))
def test_every_row_read_is_counted_left_out_or_faulty(rows: list[tuple[object, ...]]) -> None:
    filled = [tuple(None if cell == "" else cell for cell in row) for row in rows]
    body = [row for row in filled if any(cell is not None for cell in row)]
    found = checked(sheet("企业走访", ("日期", "企业名称", "用工需求", "备注"), *body))  # type: ignore[arg-type]
    one = account(found)
    assert one.read == one.counted + sum(one.left_out.values()) + one.faulty == len(body) + 1
    assert one.faulty <= sum(problem.stops for problem in found.problems)


def test_every_ledger_may_be_withheld_at_once() -> None:
    year = drawn(7)
    for name in LEDGERS:
        year = year.lacking(name)
    assert 0 <= year.assess("zero").score.total < 100
