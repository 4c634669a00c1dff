"""The score sheet as JSON has it: sections, indicators, rules with their evidence, obligations."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jobhome_score.assessment import Before
from jobhome_score.evidence import Place
from jobhome_score.locales import Lang
from jobhome_score.reports.evidence_rows import note, rows_by_miss, witnesses
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.requirements import each_of, required_signs, sign
from jobhome_score.reports.review_json import reviewed_value
from jobhome_score.rubric.document import Role, Rule
from jobhome_score.scoring.results import IndicatorScore, Miss, ObligationState, RuleScore, SectionScore, Status, Tally

TAKEN = {Role.BASE: "deducted", Role.BONUS: "awarded", Role.PENALTY: "deducted"}
SOME = "> 0"
"""A bonus row requires nothing; whatever there is counts."""

MET = {Status.MET: True, Status.MISSED: False}

Json = dict[str, Any]


def section_value(section: SectionScore, lang: Lang, before: Before | None) -> Json:
    """A section with its indicators, their rules and every row behind a miss; `before`: the score before review."""
    role = section.section.role
    return {
        "id": section.section.id,
        "title": section.section.title[lang],
        "role": role.value,
        "points": points_value(section.section.points),
        "score": decimal_of(section.score),
        "before_review": None if before is None else decimal_of(before.sections[section.section.id]),
        "indicators": [_indicator(one, role, lang, before) for one in section.indicators],
    }


def _indicator(line: IndicatorScore, role: Role, lang: Lang, before: Before | None) -> Json:
    indicator = line.indicator
    return {
        "id": indicator.id,
        "title": indicator.title[lang],
        "points": points_value(indicator.points),
        "score": decimal_of(line.score) if role is Role.BASE else None,
        TAKEN[role]: decimal_of(line.deducted),
        "cap": points_value(indicator.cap),
        "zeroed": line.zeroed,
        "before_review": None if before is None else decimal_of(before.lines[indicator.id]),
        "rules": [
            _rule(one, role, lang, None if before is None else before.rules[f"{indicator.id} {one.rule.id}"])
            for one in line.rules
        ],
    }


def _rule(scored: RuleScore, role: Role, lang: Lang, before: Fraction | None) -> Json:
    rule = scored.rule
    evidence = [
        {"file": one.place.file, "sheet": one.place.sheet, "row": one.place.row, "note": one.note}
        for one in witnesses(scored, lang)
        if one.place is not None
    ]
    return {
        "id": rule.id,
        "title": rule.title[lang],
        "says": rule.says[lang],
        "cite": rule.cite,
        "points": points_value(rule.points),
        "cap": _cap(rule),
        "measured": measured_value(scored.measured),
        "required": SOME if role is Role.BONUS else required_signs(rule),
        "each": each_of(rule.terms[0].measures[0]),
        "misses": decimal_of(scored.misses),
        "charge": _charge(rule),
        TAKEN[role]: decimal_of(scored.deducted),
        "before_review": None if before is None else decimal_of(before),
        "capped": scored.capped,
        "status": scored.status.value,
        "lacking": sorted(scored.lacking),
        "evidence": evidence,
        "evidence_total": len(evidence),
        "cells": [_cell(miss, places, lang) for miss, places in rows_by_miss(scored)],
        "beside": [_cell(miss, miss.places[:], lang) for miss in scored.beside],
        "reviewed": reviewed_value(scored, lang),
    }


def _cell(miss: Miss, places: Sequence[Place], lang: Lang) -> Json:
    return {
        "cell": miss.cell,
        "name": miss.name,
        "measured": _figure(miss.value),
        "required": sign(miss.target),
        "misses": decimal_of(miss.steps),
        "rows": len(places),
        "note": note(miss, lang, places[0] if places else None),
    }


def _cap(rule: Rule) -> Decimal | None:
    """The rule's own cap; that of its price where it has a single term."""
    own = rule.cap
    if own is None and len(rule.terms) == 1:
        own = rule.terms[0].price.cap
    return points_value(own)


def _charge(rule: Rule) -> Decimal | None:
    """Points a miss; None where the rows say them, or where terms differ."""
    prices = {term.price.points for term in rule.terms}
    only = prices.pop() if len(prices) == 1 else None
    return points_value(only) if isinstance(only, Decimal) else None


def measured_value(measured: Mapping[str, Fraction | None] | Tally | Fraction | None) -> Any:
    """What was measured: a number, numbers by name, or how many cells met their requirement; None for nothing."""
    match measured:
        case Tally():
            return {"met": measured.met, "due": measured.due, "pending": measured.pending}
        case Mapping() if set(measured) == {""}:
            return _figure(measured[""])
        case Mapping():
            return {name: _figure(value) for name, value in measured.items()} or None
    return _figure(measured)


def _figure(value: Fraction | None) -> Decimal | None:
    return None if value is None else decimal_of(value)


def obligation_value(state: ObligationState, lang: Lang) -> Json:
    """Where a duty without a price stands."""
    duty = state.obligation
    return {
        "id": duty.id,
        "title": duty.title[lang],
        "measured": measured_value(state.measured),
        "required": sign(duty.target),
        "each": each_of(duty.measure),
        "met": MET.get(state.status),
        "status": state.status.value,
    }


def points_value(points: Decimal | None) -> Decimal | None:
    """Points without zeros at the end."""
    return None if points is None else decimal_of(Fraction(points))
