"""A plan as JSON (schema jobhome-score/plan/1): every lever of every repair, for programs that act on it."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from jobhome_score.insight.plan.mirror import Fall, Missed
from jobhome_score.insight.plan.planning import Plan, Repair, Staircase
from jobhome_score.insight.plan.prospects import Ahead, Loss, ahead, losses
from jobhome_score.insight.plan.staircases import Move
from jobhome_score.locales import Lang, say
from jobhome_score.reports.assessment_json import assessment_value
from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.phrases import target_text
from jobhome_score.reports.plan_phrases import farthest, paid_for, unit_key

SCHEMA = "jobhome-score/plan/1"


def plan_json(plan: Plan, fall: Fall | None, lang: Lang) -> str:
    """The whole plan; numbers are exact, `plan` is null where nothing reaches the score."""
    ground = plan.ground
    whole = assessment_value(ground.assessment, lang)
    kept = {
        key: whole[key] for key in ("rubric", "project", "as_of", "readings", "reviews_from", "generated", "version")
    }
    return json_text(
        {
            "schema": SCHEMA,
            **kept,
            "mode": "running" if ground.running else "closed",
            "to": None if plan.score is None else decimal_of(plan.score),
            "now": _paid(plan, ground.assessment.score.total),
            "outlook": _paid(plan, ground.now.total),
            "best": _paid(plan, plan.best),
            "best_with_bonus": _paid(plan, plan.with_bonus),
            "possible": plan.repairs is not None,
            "plan": None if plan.repairs is None else _plan(plan, lang),
            "staircases": [_staircase(one, lang) for one in plan.staircases if one.stairs or one.idle],
            "lost": [_loss(one, lang) for one in losses(ground)],
            "ahead": [_ahead(one) for one in ahead(ground)],
            "fall": None if fall is None else _fall(fall),
            "zeroed": list(ground.zeroed),
            "not_counted": [one.name for one in ground.rules.values() if one.score.lacking],
        }
    )


def _paid(plan: Plan, total: Fraction) -> Mapping[str, Any]:
    payout = paid_for(plan, total)
    return {"total": decimal_of(total), "percent": decimal_of(payout.share * 100), "payable": payout.payable}


def _plan(plan: Plan, lang: Lang) -> Mapping[str, Any]:
    return {
        "repairs": decimal_of(plan.units),
        "cost": decimal_of(plan.cost),
        **_paid(plan, plan.promised.total),
        "steps": [_repair(one, lang) for one in plan.repairs or ()],
    }


def _repair(one: Repair, lang: Lang) -> Mapping[str, Any]:
    return {
        "indicator": one.ruled.line.id, "rule": one.ruled.rule.id, "title": one.ruled.rule.title[lang],
        "repairs": decimal_of(one.units), "cost": decimal_of(one.cost),
        "moves": [_move(move, lang) for move in farthest(one.moves)],
    }  # fmt: skip


def _move(move: Move, lang: Lang) -> Mapping[str, Any]:
    lever, figure = move.lever, move.lever.figure
    return {
        "standing": lever.standing.value, "cell": figure.cell, "figure": figure.name, "units": move.units,
        "unit": say(lang, unit_key(lever)).partition("|")[0],
        "measured": None if figure.value is None else decimal_of(figure.value),
        "required": target_text(lever.target, pretty=False), "view": lever.measure.of,
    }  # fmt: skip


def _staircase(one: Staircase, lang: Lang) -> Mapping[str, Any]:
    return {
        "indicator": one.line.id, "title": one.line.title[lang], "role": one.role.value,
        "stairs": [{"repairs": decimal_of(step.units), "cost": decimal_of(step.cost), "points": decimal_of(step.points)}
                   for step in one.stairs],
        "nothing_alone": [rule.rule.id for rule in one.idle],
    }  # fmt: skip


def _loss(one: Loss, lang: Lang) -> Mapping[str, Any]:
    return {
        "indicator": one.ruled.line.id, "rule": one.ruled.rule.id, "title": one.ruled.rule.title[lang],
        "standing": one.standing.value, "units": sum(lever.most for lever in one.levers),
        "points": decimal_of(one.points), "cells": [lever.figure.cell for lever in one.levers if lever.figure.cell],
    }  # fmt: skip


def _ahead(one: Ahead) -> Mapping[str, Any]:
    value = one.figure.value
    return {
        "indicator": one.ruled.line.id, "rule": one.ruled.rule.id, "cells": one.cells, "cell": one.figure.cell,
        "measured": None if value is None else decimal_of(value), "required": target_text(one.target, pretty=False),
    }  # fmt: skip


def _fall(fall: Fall) -> Mapping[str, Any]:
    misses = None if fall.misses is None else [_missed(one) for one in fall.misses]
    return {
        "floor": decimal_of(fall.floor), "distance": decimal_of(fall.distance),
        "times": None if misses is None else fall.times, "misses": misses,
    }  # fmt: skip


def _missed(one: Missed) -> Mapping[str, Any]:
    return {
        "indicator": one.ruled.line.id, "rule": one.ruled.rule.id, "times": one.times, "points": decimal_of(one.points),
    }  # fmt: skip
