from decimal import Decimal
from fractions import Fraction

from jobhome_score.evidence import Place
from jobhome_score.insight.portfolio import Failure, Site, Standing, failure, portfolio
from jobhome_score.problems import Code, Problem
from jobhome_score.rubric.paying import Band
from jobhome_score.settlement import Payout


def scored(folder: str, total: str, payable: str = "95.00", paid: str = "40.00") -> Site:
    points = Fraction(total)
    payout = Payout(points, Band(Decimal(85), None), points / 100, Decimal("100.00"), Decimal(payable), Decimal(paid))
    return Site(folder, Standing(folder, "", ("", ""), points, {}, {}, frozenset(), payout, 0, 0, (), None))


def ranks(*sites: Site) -> list[tuple[int, str]]:
    return [(rank, site.folder) for rank, site, _ in portfolio(sites, ()).ranked]


def test_equal_totals_rank_alike_and_the_next_rank_is_skipped() -> None:
    found = ranks(scored("c", "80"), scored("b", "90.5"), scored("a", "90.5"), scored("d", "80.1"))
    assert found == [(1, "a"), (1, "b"), (3, "d"), (4, "c")]


def test_the_order_in_which_sites_arrive_changes_nothing() -> None:
    sites = [scored("乙", "70"), scored("甲", "70"), scored("b/10", "99"), scored("b/9", "1")]
    assert portfolio(sites, ("y", "x")) == portfolio(sites[::-1], ("x", "y"))


def test_totals_are_compared_exactly() -> None:
    assert ranks(scored("third", "1/3"), scored("decimal", "0.333333")) == [(1, "third"), (2, "decimal")]


def test_the_money_of_all_sites_scored_is_summed_and_what_was_overpaid_counts_against_it() -> None:
    sites = [scored("a", "90"), scored("b", "20", "20.00", "50.00"), Site("c", Failure("died", {"code": "-9"}))]
    sums = portfolio(sites, ()).sums
    assert (sums.fee, sums.payable, sums.paid, sums.due) == (Decimal(200), Decimal(115), Decimal(90), Decimal(25))


def test_a_site_without_a_score_is_listed_with_its_first_errors() -> None:
    wrong = [Problem(Code.BAD_DATE, Place("x.xlsx", "考勤", row, 1), "?") for row in range(2, 10)]
    why = failure([Problem(Code.IGNORED_FILE, Place("y")), *wrong])
    found = portfolio([Site("b", why), Site("a", why)], ())
    assert [site.folder for site, _ in found.unscored] == ["a", "b"]
    assert why.errors == 8
    assert [one.place.row for one in why.problems] == [2, 3, 4, 5, 6]
