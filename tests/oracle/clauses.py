"""The whole score sheet, worked out literally from the clauses."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import TypedDict

from .case import Case, open_case
from .clauses_basic import people_and_duties, services, surveys
from .clauses_callbacks import callbacks
from .clauses_conduct import building, publicity
from .clauses_exchange import business_training, reporting, seeker_skills
from .clauses_extras import complaints, daily_excess, fabrication, falsified, honours
from .clauses_fairs import daily_fairs, online_fairs, outgoing_fairs, themed_fairs
from .clauses_gig import gig_market
from .clauses_live import livestreams
from .clauses_settlement import payable, percent
from .figures import IndicatorFigures
from .obligations import obligations
from .rows import Year

AS_WRITTEN: Mapping[str, str] = MappingProxyType({})


class Figures(TypedDict):
    """An assessment; `obligations` is empty before the period's end."""

    indicators: dict[str, IndicatorFigures]
    sections: dict[str, Fraction]
    base: Fraction
    bonus: Fraction
    penalty: Fraction
    total: Fraction
    percent: Fraction
    payable: Fraction
    obligations: dict[str, bool]


def every_indicator(case: Case) -> dict[str, IndicatorFigures]:
    """All indicators, before any is zeroed."""
    return {
        "1.1": people_and_duties(case),
        "1.2": services(case),
        "1.3": surveys(case),
        "1.4": callbacks(case),
        "1.5": publicity(case),
        "1.6": building(case),
        "2.1": daily_fairs(case),
        "2.2": themed_fairs(case),
        "2.3": outgoing_fairs(case),
        "2.4": online_fairs(case),
        "2.5": livestreams(case),
        "2.6": gig_market(case),
        "3.1": business_training(case),
        "3.2": seeker_skills(case),
        "3.3": reporting(case),
        "4.1": daily_excess(case),
        "4.2": honours(case),
        "5.1": complaints(case),
        "5.2": fabrication(case),
    }


def with_zeroes(case: Case) -> dict[str, IndicatorFigures]:
    """All indicators; those with fabricated data score 0 and keep their rules' figures."""
    indicators = every_indicator(case)
    for name in sorted(falsified(case)):
        if not name.startswith("5."):
            indicators[name] = {**indicators[name], "score": Fraction(0), "zeroed": True}
    return indicators


def section(indicators: dict[str, IndicatorFigures], number: str) -> Fraction:
    """What the indicators of one section come to."""
    scores = [figures["score"] for name, figures in indicators.items() if name.startswith(f"{number}.")]
    return sum(scores, Fraction(0))


def assess(year: Year, readings: Mapping[str, str] = AS_WRITTEN, as_of: date | None = None) -> Figures:
    """Score a site-year; readings that are not named take their default."""
    case = open_case(year, readings, as_of)
    indicators = with_zeroes(case)
    sections = {number: section(indicators, number) for number in "12345"}
    base = sections["1"] + sections["2"] + sections["3"]
    sections["4"] = min(Fraction(10), sections["4"])
    sections["5"] = min(Fraction(10), sections["5"])
    highest = {"capped": 100, "uncapped": 110}[case.readings["total_cap"]]
    total = max(Fraction(0), min(Fraction(highest), base + sections["4"] - sections["5"]))
    share = percent(case, total)
    return {
        "indicators": indicators,
        "sections": sections,
        "base": base,
        "bonus": sections["4"],
        "penalty": sections["5"],
        "total": total,
        "percent": share,
        "payable": payable(case, share),
        "obligations": obligations(case) if case.over else {},
    }
