"""The oracle against numbers worked out by hand from the clauses."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from .case import open_case
from .clauses import assess
from .clauses_settlement import percent
from .figures import RuleFigures
from .obligations import six_months_on
from .rows import Row
from .site_year import random_year
from .tiny import MONTH_STARTS, calls, everybody_seen, fair, finding, full_timers, row, seen, year_with


def figures_of(ledgers: Mapping[str, list[Row]], indicator: str, rule: str, **readings: str) -> RuleFigures:
    return assess(year_with(ledgers), readings)["indicators"][indicator]["rules"][rule]


def misses(ledgers: Mapping[str, list[Row]], indicator: str, rule: str, **readings: str) -> Fraction:
    return figures_of(ledgers, indicator, rule, **readings)["misses"]


def test_a_year_in_which_nothing_happened() -> None:
    result = assess(year_with({}))
    scores = {name: figures["score"] for name, figures in result["indicators"].items()}
    assert scores == {
        "1.1": 0, "1.2": 2, "1.3": 0, "1.4": 5, "1.5": 2, "1.6": 10,
        "2.1": 4, "2.2": 4, "2.3": 0, "2.4": 3, "2.5": 4, "2.6": 4,
        "3.1": Fraction("0.5"), "3.2": 0, "3.3": 2, "4.1": 0, "4.2": 0, "5.1": 0, "5.2": 0,
    }  # fmt: skip
    assert (result["total"], result["percent"]) == (Fraction("40.5"), Fraction("40.5"))
    assert result["payable"] == 486_000


def test_the_worst_month_decides_unless_the_period_does() -> None:
    absent = [record for record in everybody_seen(7) if record != seen(3, date(2026, 2, 1))]
    ledgers = {"staff": full_timers(7), "attendance": [*absent, seen(3, date(2026, 2, 3), "请假")]}
    assert misses(ledgers, "1.1", "staffing") == 1
    assert misses(ledgers, "1.1", "staffing", headcount="period") == 0


def test_duties_without_an_owner_with_a_stranger_and_people_without_duties() -> None:
    duties = [
        row("duties", duty=f"职责{which}", owner=owner)
        for which, owner in enumerate(("职员0、职员1", None, "职员2；外人"))
    ]
    assert misses({"staff": full_timers(4), "duties": duties}, "1.1", "duties") == 3


def test_services_are_capped_at_three_for_the_indicator_or_for_the_substandard_alone() -> None:
    bad = {"findings": [finding("服务不达标", count=9)]}
    assert assess(year_with(bad))["indicators"]["1.2"]["score"] == 2
    assert assess(year_with(bad), {"services_cap": "substandard"})["indicators"]["1.2"]["score"] == 0
    assert figures_of(bad, "1.2", "substandard", services_cap="substandard")["deducted"] == 3


def test_part_months_at_both_ends_are_one_month() -> None:
    days = [date(2025, 7, 20), *(moment for moment in MONTH_STARTS if moment != date(2025, 7, 1))]
    visits = [row("visits", date=moment, company="甲") for moment in days]
    year = year_with({"visits": visits}, date(2025, 7, 15), date(2026, 7, 14))
    assert assess(year)["indicators"]["1.3"]["rules"]["monthly_visits"]["misses"] == 0
    assert assess(year, {"part_months": "each"})["indicators"]["1.3"]["rules"]["monthly_visits"]["misses"] == 1


@pytest.mark.parametrize(("reading", "points"), [("whole", 1), ("started", 2), ("proportional", Fraction(30, 17))])
def test_fifteen_of_seventeen_are_88_point_2_percent(reading: str, points: Fraction) -> None:
    ledgers = {"events": [fair(1, figures=(17, 0, 0))], "callbacks": calls(15) + calls(2)}
    assert misses(ledgers, "1.4", "fair_companies", percentage_points=reading) == points


def test_an_online_fair_has_no_part_in_the_callbacks() -> None:
    ledgers = {"events": [fair(1, mode="线上")], "callbacks": calls(3)}
    assert figures_of(ledgers, "1.4", "fair_companies")["measured"] is None
    assert misses(ledgers, "1.4", "fair_companies", callback_nobody="missed") == 90


def test_a_blank_phone_is_another_party() -> None:
    desk = [
        row("frontdesk", date=date(2025, 9, 1), party="企业", name="公司0", phone=phone)
        for phone in (None, "1380", "1380")
    ]
    ledgers = {"frontdesk": desk, "callbacks": calls(1, "前台", phone="138-0")}
    assert figures_of(ledgers, "1.4", "frontdesk")["measured"] == Fraction(1, 2)


@pytest.mark.parametrize(("fixed", "late"), [(date(2025, 10, 11), 0), (date(2025, 10, 13), 1)])
def test_five_working_days_reach_over_the_national_holiday(fixed: date, late: int) -> None:
    """Worked: 29, 30 September, 9, 10 and, to make up, Saturday 11 October; the sixth is Monday 13."""
    assert misses({"findings": [finding("设施故障", date(2025, 9, 28), fixed=fixed)]}, "1.6", "faults") == late


def test_feedback_handled_after_the_period_is_not_handled() -> None:
    feedback = [
        row("feedback", date=date(2026, 6, 1), handled=handled) for handled in (date(2026, 6, 30), date(2026, 7, 1))
    ]
    assert misses({"feedback": feedback}, "1.5", "feedback") == 1


def test_each_average_and_best_fairs() -> None:
    fairs = [fair(1, figures=(34, 899, 200)), fair(2, figures=(36, 900, 200))]
    assert misses({"events": fairs}, "2.1", "items") == 2
    assert misses({"events": fairs}, "2.1", "items", session_items="average") == 1
    many = [fair(which) for which in range(38)] + [fair(99, figures=(0, 0, 0))]
    assert misses({"events": many}, "2.1", "items", sessions_counted="best") == 0


def test_a_themed_fair_of_a_multiple_counts_as_so_many() -> None:
    fairs = [fair(1, "主题", (100, 2000, 900)), fair(2, "主题", (149, 3000, 1350)), fair(3, "主题", (1, 1, 1))]
    assert figures_of({"events": fairs}, "2.2", "sessions")["measured"] == 5
    assert figures_of({"events": fairs}, "2.2", "sessions", missing_session="session_and_items")["deducted"] == 14


@pytest.mark.parametrize(
    ("figures", "readings", "awarded"),
    [
        ((50, 901, 201), {}, 0),
        ((50, 901, 201), {"bonus_companies": "includes"}, Fraction("0.5")),
        ((51, 900, 201), {}, 0),
        ((51, 1169, 260), {"bonus_gate": "content"}, 0),
        ((51, 1170, 260), {"bonus_gate": "content"}, Fraction("0.5")),
    ],
)
def test_the_bonus_of_a_large_daily_fair(
    figures: tuple[int, int, int], readings: dict[str, str], awarded: Fraction
) -> None:
    assert assess(year_with({"events": [fair(1, figures=figures)]}), readings)["bonus"] == awarded


def test_online_seekers_lack_recommendations_only_when_unsuccessful() -> None:
    seekers = [
        row("online", event="A-01", party="求职者", contacted=True, outcome=outcome, recommendations=given)
        for outcome, given in (("未成功", 2), ("成功", None), ("未成功", 3))
    ]
    ledgers = {"events": [fair(1)], "online": seekers}
    assert misses(ledgers, "2.4", "recommendations") == 1
    assert misses(ledgers, "2.4", "company_callbacks") == 90


@pytest.mark.parametrize(("last", "missed"), [(1100, 0), (1099, 1)])
def test_followers_grow_from_the_last_count_before_the_period(last: int, missed: int) -> None:
    counts = ((date(2025, 6, 1), 1000), (date(2025, 8, 1), 1050), (date(2026, 6, 1), last))
    followers = [row("followers", date=moment, platform="抖音", followers=number) for moment, number in counts]
    partners = [row("partners", date=date(2025, 9, 1), company=f"公司{which}", kind="触达") for which in range(100)]
    ledgers = {"followers": followers, "partners": partners}
    assert misses(ledgers, "2.5", "reach_followers") == missed
    assert misses(ledgers, "2.5", "reach_followers", followers_base="first_in_period") == 1


def test_weeks_of_fewer_than_three_sessions_count_where_they_are_read_so() -> None:
    streams = [row("livestreams", date=date(2025, 9, 1), kind="其他", views=800) for _ in range(150)]
    assert misses({"livestreams": streams}, "2.5", "sessions") == 0
    assert misses({"livestreams": streams}, "2.5", "sessions", live_weekly="weekly") == 150


@pytest.mark.parametrize(("reading", "total"), [("month", 11 + 1), ("each", 22 + 2), ("month_total", 11 + 1)])
def test_gig_training_of_one_small_course(reading: str, total: int) -> None:
    course = row("trainings", date=date(2025, 9, 1), kind="灵活就业技能", participants=49)
    assert misses({"trainings": [course]}, "2.6", "training", gig_training=reading) == total


def test_fabricated_data_zero_the_indicator_and_cost_five_once() -> None:
    ledgers = {"findings": [finding("数据造假", indicator=name) for name in ("1.6", "1.6", "4.2")]}
    ledgers["awards"] = [row("awards", date=date(2025, 9, 1), level="国家级", title="表彰")]
    result = assess(year_with(ledgers))
    assert [result["indicators"]["1.6"]["score"], result["bonus"], result["penalty"]] == [0, 0, 5]
    assert assess(year_with(ledgers), {"fraud_extra": "each"})["penalty"] == 10


def test_complaints_are_capped_together_or_only_the_adverse() -> None:
    adverse = row("complaints", date=date(2025, 9, 1), valid=True, adverse=True, points=Decimal(4))
    plain = row("complaints", date=date(2025, 9, 1), valid=True)
    void = row("complaints", date=date(2025, 9, 1), valid=False, adverse=True, points=Decimal(5))
    ledgers = {"complaints": [adverse, adverse, plain, void]}
    assert assess(year_with(ledgers))["penalty"] == 5
    assert assess(year_with(ledgers), {"complaints_cap": "adverse_only"})["penalty"] == Fraction("5.5")


@pytest.mark.parametrize(
    ("total", "continuous", "rounded", "truncated"),
    [
        ("95", 100, 100, 100),
        ("94.5", 95, 100, 95),
        ("84.9", Fraction("84.9"), 95, 84),
        ("84.4", Fraction("84.4"), 84, 84),
    ],
)
def test_scores_between_the_bands(total: str, continuous: Fraction, rounded: int, truncated: int) -> None:
    shares = [
        percent(open_case(year_with({}), {"score_gaps": gaps}, None), Fraction(total))
        for gaps in ("continuous", "rounded", "truncated")
    ]
    assert shares == [Fraction(continuous), rounded, truncated]


def test_an_annual_target_is_not_due_before_the_end() -> None:
    result = assess(year_with({}), as_of=date(2025, 9, 30))
    rules = {
        f"{name} {rule}": figures["misses"]
        for name, each in result["indicators"].items()
        for rule, figures in each["rules"].items()
    }
    assert {rule: number for rule, number in rules.items() if number} == {
        "1.1 staffing": 7, "1.3 monthly_visits": 3, "1.3 quarterly_report": 1, "2.5 team": 4, "2.6 openings": 3,
        "2.6 training": 3, "2.6 quarterly_analysis": 1, "3.3 monthly_meeting": 3,
    }  # fmt: skip


def test_half_a_year_after_a_long_month() -> None:
    assert six_months_on(date(2025, 8, 31)) == date(2026, 2, 28)


def test_the_same_seed_gives_the_same_year() -> None:
    assert random_year(7) == random_year(7)
