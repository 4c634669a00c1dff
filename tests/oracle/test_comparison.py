"""The generator keeps the ledgers' rules, and the comparison sees what differs."""

import json
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from .agreement import differences, parsed, same
from .clauses import Figures, assess
from .columns import sheets
from .rows import text
from .site_year import random_year

KEYS = {
    "staff": ("name", "start"),
    "attendance": ("date", "name"),
    "events": ("event",),
    "livestreams": ("date", "start", "platform"),
    "videos": ("date", "title", "platform"),
    "gig_workers": ("name", "phone"),
    "followers": ("date", "platform"),
}


def number(exact: Fraction) -> float:
    return round(float(exact), 6)


def rule_json(name: str, figures: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": name, "misses": number(figures["misses"]), "deducted": number(figures["deducted"]), "measured": None}


def as_product(figures: Figures) -> dict[str, Any]:
    """The oracle's own figures as the product would print them."""
    sections: dict[str, list[dict[str, Any]]] = {}
    for name, each in figures["indicators"].items():
        awarded = each["score"] if name[0] == "4" else each["deducted"]
        printed = {"id": name, "score": number(each["score"]), "zeroed": each["zeroed"], "awarded": number(awarded)}
        printed |= {"deducted": number(each["deducted"])}
        printed |= {"rules": [rule_json(rule, found) for rule, found in each["rules"].items()]}
        sections.setdefault(name[0], []).append(printed)
    return {
        "score": {name: number(figures[name]) for name in ("base", "bonus", "penalty", "total")},
        "settlement": {"percent": number(figures["percent"]), "payable": number(figures["payable"])},
        "sections": [
            {"id": name, "score": number(figures["sections"][name]), "indicators": found}
            for name, found in sections.items()
        ],
        "obligations": [{"id": name, "met": met} for name, met in figures["obligations"].items()],
    }


@pytest.mark.parametrize("seed", range(5))
def test_the_oracle_agrees_with_itself_and_with_nothing_else(seed: int) -> None:
    figures = assess(random_year(seed), {"percentage_points": "proportional"})
    assert differences(parsed(json.dumps(as_product(figures))), figures) == []
    other = assess(random_year(seed + 1))
    assert differences(parsed(json.dumps(as_product(other))), figures)


def test_only_an_endless_figure_may_be_rounded() -> None:
    assert same(Decimal("0.333333"), Fraction(1, 3))
    assert not same(Decimal("0.333"), Fraction(1, 3))
    assert not same(Decimal("0.124999"), Fraction(1, 8))


@pytest.mark.parametrize("seed", range(20))
def test_a_random_year_keeps_keys_references_and_columns(seed: int) -> None:
    year = random_year(seed)
    for ledger, columns in KEYS.items():
        keys = [tuple(row[column] or "抖音" for column in columns) for row in year[ledger]]
        assert len(keys) == len(set(keys)), ledger
    events = {text(row, "event") for row in year["events"]}
    named = {text(row, "event") for ledger in ("callbacks", "online") for row in year[ledger]} - {""}
    assert named <= events
    for ledger, sheet in sheets().items():
        assert all(row.keys() == {name for name, _, _ in sheet.columns} for row in year[ledger]), ledger
