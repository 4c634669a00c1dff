"""Where the product's JSON and the oracle differ, in words."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from .clauses import Figures
from .figures import IndicatorFigures, RuleFigures

SIX_PLACES = Fraction(1, 10**6)
Printed = Mapping[str, Any]


def parsed(text: str) -> Printed:
    """The product's JSON, with exact numbers."""
    found: Printed = json.loads(text, parse_float=Decimal)
    return found


def is_number(value: object) -> bool:
    """Whether a JSON value is a plain number."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def is_finite(exact: Fraction) -> bool:
    """Whether a fraction can be written as a decimal."""
    rest = exact.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def same(printed: object, exact: Fraction) -> bool:
    """Whether a printed number is the exact one, or, where that has no end, the one to six places."""
    if not isinstance(printed, int | Decimal):
        return False
    gap = abs(Fraction(printed) - exact)
    return gap == 0 if is_finite(exact) else gap <= SIX_PLACES


def unlike(place: str, printed: object, exact: Fraction) -> Iterator[str]:
    """A line where a printed number is not the exact one."""
    if not same(printed, exact):
        yield f"{place}: product {printed}, oracle {float(exact):g} ({exact})"


def rule_differences(place: str, printed: Printed, exact: RuleFigures, *, extra: bool) -> Iterator[str]:
    """Deducted (or awarded), misses and, where both are plain numbers, measured; a rate may be printed in percent."""
    yield from unlike(f"{place} deducted", printed.get("awarded", printed.get("deducted")), exact["deducted"])
    if not extra:
        yield from unlike(f"{place} misses", printed.get("misses") or 0, exact["misses"])
    measured, wanted = printed.get("measured"), exact["measured"]
    if is_number(measured) and wanted is not None and not same(measured, wanted * 100):
        yield from unlike(f"{place} measured", measured, wanted)


def indicator_differences(name: str, printed: Printed, exact: IndicatorFigures) -> Iterator[str]:
    """One indicator and its rules; what a zeroed one lost is not compared, only that it scores nothing."""
    extra = name[0] in "45"
    rules = {str(rule["id"]): rule for rule in printed["rules"]}
    if rules.keys() != exact["rules"].keys():
        yield f"{name} rules: product {sorted(rules)}, oracle {sorted(exact['rules'])}"
    for rule in rules.keys() & exact["rules"].keys():
        yield from rule_differences(f"{name} {rule}", rules[rule], exact["rules"][rule], extra=extra)
    if bool(printed.get("zeroed")) != exact["zeroed"]:
        yield f"{name} zeroed: product {printed.get('zeroed')}, oracle {exact['zeroed']}"
    if extra:
        column = "awarded" if name[0] == "4" else "deducted"
        yield from unlike(f"{name} {column}", printed.get(column), exact["score"])
        return
    yield from unlike(f"{name} score", printed["score"], exact["score"])
    if not exact["zeroed"]:
        yield from unlike(f"{name} deducted", printed["deducted"], exact["deducted"])


def total_differences(report: Printed, exact: Figures) -> Iterator[str]:
    """Base, bonus, penalty, total, and the money."""
    score, settlement = report["score"], report["settlement"]
    yield from unlike("base", score["base"], exact["base"])
    yield from unlike("bonus", score["bonus"], exact["bonus"])
    yield from unlike("penalty", score["penalty"], exact["penalty"])
    yield from unlike("total", score["total"], exact["total"])
    yield from unlike("percent", settlement["percent"], exact["percent"])
    yield from unlike("payable", settlement["payable"], exact["payable"])


def section_differences(report: Printed, exact: Figures) -> Iterator[str]:
    """What sections 1 to 3 come to."""
    for section in report["sections"]:
        if section["id"] in ("1", "2", "3"):
            yield from unlike(f"section {section['id']}", section["score"], exact["sections"][section["id"]])


def obligation_differences(report: Printed, exact: Figures) -> Iterator[str]:
    """Whether each obligation is met."""
    printed = {str(obligation["id"]): obligation["met"] for obligation in report["obligations"]}
    for name, met in exact["obligations"].items():
        if printed.get(name) is not met:
            yield f"obligation {name}: product {printed.get(name)}, oracle {met}"


def differences(report: Printed, exact: Figures) -> list[str]:
    """Every difference between a report and the oracle's figures."""
    printed = {str(each["id"]): each for section in report["sections"] for each in section["indicators"]}
    found = [f"indicator {name} is missing" for name in exact["indicators"].keys() - printed.keys()]
    for name, figures in exact["indicators"].items():
        found += indicator_differences(name, printed[name], figures) if name in printed else ()
    found += section_differences(report, exact)
    found += total_differences(report, exact)
    found += obligation_differences(report, exact)
    return sorted(found)
