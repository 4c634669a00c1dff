"""From a total to an amount, worked out by hand from the settlement clause."""

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest
from tests.ledger_tables import points, rubric_source, site_year

from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.tables import Contract
from jobhome_score.problems import Code, LedgerError, errors
from jobhome_score.settlement import Payout, settle, to_fen

YEAR = Period(dt.date(2025, 7, 1), dt.date(2026, 6, 30))


def paid_for(total: str, *, fee: str = "1200000.00", paid: str = "0.00", **readings: str) -> Payout:
    contract = Contract("某站", "某公司", None, YEAR, Decimal(fee), None, None, Decimal(paid))
    return settle(rubric_source().under(readings).settlement, Fraction(total), contract)


def percent(total: str, **readings: str) -> Fraction:
    return paid_for(total, **readings).share * 100


@pytest.mark.parametrize(
    ("total", "share"),
    [
        ("100", "100"),
        ("95", "100"),
        ("94.99", "95"),
        ("94.5", "95"),
        ("85", "95"),
        ("84.99", "84.99"),
        ("84.9", "84.9"),
        ("84", "84"),
        ("40.5", "40.5"),
        ("0", "0"),
        ("110", "100"),
        ("284/3", "95"),  # 94.666…
        ("254/3", "254/3"),  # 84.666…: the exact fraction is the share
    ],
)
def test_the_bands_without_rounding(total: str, share: str) -> None:
    assert percent(total) == points(share)


@pytest.mark.parametrize(
    ("total", "rounded", "truncated"),
    [
        ("95", "100", "100"),
        ("94.99", "100", "95"),
        ("94.5", "100", "95"),
        ("94.49", "95", "95"),
        ("85", "95", "95"),
        ("84.99", "95", "84"),
        ("84.5", "95", "84"),
        ("84.49", "84", "84"),
        ("169/2", "95", "84"),
        ("0.5", "1", "0"),
        ("0.49", "0", "0"),
    ],
)
def test_scores_between_the_bands_may_be_rounded_or_cut(total: str, rounded: str, truncated: str) -> None:
    assert percent(total, score_gaps="rounded") == points(rounded)
    assert percent(total, score_gaps="truncated") == points(truncated)


@pytest.mark.parametrize(
    ("fee", "total", "payable"),
    [
        ("1200000.00", "95", "1200000.00"),
        ("1200000.00", "94.99", "1140000.00"),
        ("1200000.00", "84.99", "1019880.00"),
        ("1000000.01", "85", "950000.01"),  # 950000.0095
        ("0.10", "85", "0.10"),  # 0.095: half a fen goes up
        ("0.30", "85", "0.29"),  # 0.285
        ("0.50", "84.99", "0.42"),  # 0.42495
        ("100.00", "84.995", "85.00"),  # 84.995: half a fen goes up
        ("100.00", "254/3", "84.67"),  # 84.666…
        ("0.00", "100", "0.00"),
    ],
)
def test_amounts_are_rounded_half_up_to_the_fen_once(fee: str, total: str, payable: str) -> None:
    found = paid_for(total, fee=fee).payable
    assert (found, found.as_tuple().exponent) == (Decimal(payable), -2)


@pytest.mark.parametrize(("amount", "fen"), [("0.004", "0.00"), ("0.005", "0.01"), ("0.015", "0.02"), ("1/3", "0.33")])
def test_half_a_fen_goes_up(amount: str, fen: str) -> None:
    assert to_fen(Fraction(amount)) == Decimal(fen)


@pytest.mark.parametrize(("paid", "due"), [("0.00", "1140000.00"), ("1140000.00", "0.00"), ("1200000.00", "-60000.00")])
def test_what_is_still_due_may_be_negative(paid: str, due: str) -> None:
    assert paid_for("90", paid=paid).due == Decimal(due)


def test_the_percentage_may_apply_to_the_assessed_part_only() -> None:
    # The empty year scores 40.5, so that 40.5 % are paid.
    year = site_year().on_project(合同金额="100万元", 基础运营费="600000", 考核费用="400000")
    assert year.assess().payout.payable == Decimal("405000.00")
    assert year.assess(fee_basis="assessed").payout.payable == Decimal("762000.00")  # 600000 + 162000


def test_without_the_two_parts_the_fee_cannot_be_split() -> None:
    with pytest.raises(LedgerError) as caught:
        site_year().assess(fee_basis="assessed")
    assert [problem.code for problem in errors(caught.value.problems)] == [Code.FEE_PARTS_NEEDED]
    assert site_year().assess().payout.fee == Decimal("1000000.00")


def test_the_total_is_capped_at_a_hundred_or_not() -> None:
    # At best, what no ledger shows costs nothing and brings the whole bonus: 100 + 10.
    year = site_year().without(*site_year().sheets)
    for reading, total in (("capped", 100), ("uncapped", 110)):
        best = year.assess(missing="range", total_cap=reading).best
        assert best is not None
        assert (best.score.total, best.payout.share) == (total, 1)


def test_rounding_for_the_settlement_never_changes_the_total() -> None:
    year = site_year()
    for reading, share in (("continuous", "0.405"), ("rounded", "0.41"), ("truncated", "0.40")):
        found = year.assess(score_gaps=reading)
        assert (found.score.total, found.payout.share) == (points("40.5"), points(share))


def test_what_was_paid_is_on_the_project_sheet() -> None:
    payout = site_year().on_project(已付金额="¥500,000.00").assess().payout
    assert (payout.payable, payout.paid, payout.due) == (
        Decimal("405000.00"),
        Decimal("500000.00"),
        Decimal("-95000.00"),
    )
