"""Pacing as JSON: exact, under the key `pacing` of an assessment of a day before its period's end."""

from typing import Any

from jobhome_score.assessment import Assessment, Result
from jobhome_score.insight.goals import Goal
from jobhome_score.insight.pacing import Pacing, standing
from jobhome_score.locales import Lang
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.ordering import in_clauses
from jobhome_score.reports.pacing_rows import STATES
from jobhome_score.reports.report_lines import reached
from jobhome_score.reports.requirements import sign

Json = dict[str, Any]


def pacing_value(assessment: Assessment, pacing: Pacing, lang: Lang) -> Json:
    """Days gone by and left, the rules by where they stand, both projections, the targets."""
    return {
        "days": pacing.gone.days,
        "days_left": pacing.gone.rest,
        "rules": {
            status.value: [f"{indicator.id}/{rule.rule.id}" for indicator, rule in standing(assessment, status)]
            for status in STATES
        },
        "nothing_more": _projection(assessment, pacing.nothing_more),
        "at_pace": _projection(assessment, pacing.at_pace),
        "goals": [_goal(one, lang) for one in pacing.goals],
    }


def _projection(assessment: Assessment, result: Result) -> Json:
    projected = {line.indicator.id: line for section in result.score.sections for line in section.indicators}
    ends = {
        line.indicator.id: decimal_of(reached(projected[line.indicator.id], role))
        for line, role in in_clauses(assessment)
    }
    score, payout = result.score, result.payout
    return {
        "base": decimal_of(score.base),
        "bonus": decimal_of(score.bonus),
        "penalty": decimal_of(score.penalty),
        "total": decimal_of(score.total),
        "percent": decimal_of(payout.share * 100),
        "payable": payout.payable,
        "indicators": ends,
    }


def _goal(goal: Goal, lang: Lang) -> Json:
    return {
        "id": goal.id,
        "title": goal.title[lang],
        "measured": decimal_of(goal.so_far),
        "required": sign(goal.target),
        "excused": decimal_of(goal.excused),
        "missing": decimal_of(goal.missing),
        "per_week": decimal_of(goal.weekly),
        "capacity": decimal_of(goal.capacity),
        "stated": goal.stated,
        "outlook": goal.outlook.value,
        "start_by": None if goal.start_by is None else goal.start_by.isoformat(),
    }
