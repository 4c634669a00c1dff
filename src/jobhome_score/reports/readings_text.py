"""The open readings of an assessment and what they move, as text and as JSON."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect, Outcome, Sensitivity
from jobhome_score.locales import Lang, say
from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of, shown
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.rubric.document import Reading


def readings_text(assessment: Assessment, found: Sensitivity, lang: Lang) -> str:
    """Readings by the money they move, most first; then the extremes and the fewest that decide."""
    lines = [say(lang, "readings.heading")]
    for reading in _by_money(assessment, found):
        lines += ["", *_reading(assessment, found, reading, lang)]
    return "\n".join([*lines, "", *_whole(assessment, found, lang)]) + "\n"


def _by_money(assessment: Assessment, found: Sensitivity) -> list[Reading]:
    moved = {
        name: max((_moved(found, one) for one in found.effects if one.reading == name), default=Decimal(0))
        for name in assessment.readings
    }
    return sorted(assessment.readings.values(), key=lambda reading: -moved[reading.id])


def _moved(found: Sensitivity, effect: Effect) -> Decimal:
    if effect.outcome is None:
        return Decimal(0)
    return abs(effect.outcome.payout.payable - found.used.payout.payable)


def _reading(assessment: Assessment, found: Sensitivity, reading: Reading, lang: Lang) -> Iterator[str]:
    cite = f"  〔{reading.cite}〕" if reading.cite else ""
    yield f"{reading.id}  {reading.question[lang]}{cite}"
    effects = {one.option: one for one in found.effects if one.reading == reading.id}
    for option in reading.options:
        mark = "●" if option.id == assessment.options[reading.id] else "○"
        yield "  " + say(lang, "readings.option", mark=mark, option=option.id, says=option.says[lang])
        if option.id in effects:
            yield "      " + _effect(found, effects[option.id], lang)


def _effect(found: Sensitivity, effect: Effect, lang: Lang) -> str:
    outcome = effect.outcome
    if outcome is None:
        return say(lang, "readings.impossible")
    points = outcome.total - found.used.total
    more = outcome.payout.payable - found.used.payout.payable
    if not points and not more:
        return say(lang, "readings.same")
    facts = {
        "total": shown(outcome.total),
        "points": signed(points),
        "percent": percent_text(outcome.payout.share),
        "payable": money(outcome.payout.payable),
        "money": ("+" if more > 0 else "") + money(more),
    }
    return say(lang, "readings.effect", **facts)


def signed(points: Fraction) -> str:
    """Points with their sign."""
    return ("+" if points > 0 else "−" if points < 0 else "±") + shown(abs(points))


def _whole(assessment: Assessment, found: Sensitivity, lang: Lang) -> Iterator[str]:
    low, high = found.lowest, found.highest
    facts = {"low_money": money(low.payout.payable), "high_money": money(high.payout.payable)}
    yield say(lang, "readings.range", low=shown(low.total), high=shown(high.total), **facts)
    yield say(lang, "readings.lowest", options=_changes(assessment, low, lang))
    yield say(lang, "readings.highest", options=_changes(assessment, high, lang))
    if found.decisive is None:
        yield say(lang, "readings.settled")
    else:
        count = str(len(found.decisive.options))
        facts = {"total": shown(found.decisive.total), "payable": money(found.decisive.payout.payable)}
        yield say(lang, "readings.decisive", count=count, options=_changes(assessment, found.decisive, lang), **facts)
    yield say(lang, "readings.resting", points=shown(found.resting))


def _changes(assessment: Assessment, outcome: Outcome, lang: Lang) -> str:
    changed = [f"{name}={option}" for name, option in outcome.options.items() if assessment.options[name] != option]
    if not changed:
        return say(lang, "readings.defaults")
    return ("、" if lang == "zh" else ", ").join(changed)


def readings_json(assessment: Assessment, found: Sensitivity, lang: Lang) -> str:
    """The same as JSON (schema jobhome-score/readings/1)."""
    readings = []
    for reading in _by_money(assessment, found):
        effects = {one.option: one for one in found.effects if one.reading == reading.id}
        options = [
            {"id": option.id, "says": option.says[lang], "outcome": _outcome(effects[option.id].outcome)
             if option.id in effects else _outcome(found.used)}
            for option in reading.options
        ]  # fmt: skip
        used = assessment.options[reading.id]
        readings.append({"id": reading.id, "question": reading.question[lang], "cite": reading.cite, "used": used,
                         "default": reading.default, "options": options})  # fmt: skip
    return json_text(
        {
            "schema": "jobhome-score/readings/1",
            "used": _outcome(found.used),
            "readings": readings,
            "lowest": _reached(assessment, found.lowest),
            "highest": _reached(assessment, found.highest),
            "decisive": None if found.decisive is None else _reached(assessment, found.decisive),
            "points_resting_on_readings": decimal_of(found.resting),
        }
    )


def _outcome(outcome: Outcome | None) -> dict[str, Any] | None:
    if outcome is None:
        return None
    return {
        "total": decimal_of(outcome.total),
        "percent": decimal_of(outcome.payout.share * 100),
        "payable": outcome.payout.payable,
    }


def _reached(assessment: Assessment, outcome: Outcome) -> dict[str, Any]:
    changed = {name: option for name, option in outcome.options.items() if assessment.options[name] != option}
    return {**(_outcome(outcome) or {}), "changes": changed}
