"""The open readings of an assessment and what they move, as text and as JSON."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect, Outcome, Sensitivity, changes
from jobhome_score.locales import Lang, say
from jobhome_score.reports.decisions import cited, decisions_value
from jobhome_score.reports.escape import plain
from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of, shown
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.reports.wrapping import wrapped
from jobhome_score.rubric.readings import Reading

STILL = (Decimal(0), Fraction(0))
"""Neither money nor points moved."""


def readings_text(assessment: Assessment, found: Sensitivity, lang: Lang, columns: int | None = None) -> str:
    """Open readings by the money they move, most first, and the decided ones; then the extremes and what decides.

    Lines are folded between words where there are only so many `columns`.
    """
    lines = [say(lang, "readings.heading")]
    for reading in by_money(assessment, found):
        lines += ["", *_reading(assessment, found, reading, lang)]
    if assessment.decisions:
        lines += ["", *_decided(assessment, lang)]
    lines += ["", *summary(assessment, found, lang)]
    folded = lines if columns is None else [part for line in lines for part in _folded(line, columns)]
    return "\n".join(folded) + "\n"


def _folded(line: str, columns: int) -> Iterator[str]:
    """A line in parts no wider than a screen, what is carried over a little further in."""
    indent = " " * (len(line) - len(line.lstrip()))
    return wrapped(line.lstrip(), columns, indent, f"{indent}  ")


def by_money(assessment: Assessment, found: Sensitivity) -> list[Reading]:
    """The open readings by the money they move, then by the points, most first."""
    moved = {
        name: max((_moved(found, one) for one in found.effects if one.reading == name), default=STILL)
        for name in assessment.readings
    }
    open_ = [reading for name, reading in assessment.readings.items() if name not in assessment.decisions]
    return sorted(open_, key=lambda reading: moved[reading.id], reverse=True)


def _moved(found: Sensitivity, effect: Effect) -> tuple[Decimal, Fraction]:
    if effect.outcome is None:
        return STILL
    money_moved = abs(effect.outcome.payout.payable - found.used.payout.payable)
    return money_moved, abs(effect.outcome.total - found.used.total)


def _decided(assessment: Assessment, lang: Lang) -> Iterator[str]:
    yield say(lang, "readings.decided")
    for name, decision in assessment.decisions.items():
        reading = assessment.readings[name]
        says = next(option.says[lang] for option in reading.options if option.id == decision.option)
        yield f"  {name}  {reading.question[lang]}"
        yield "    " + say(lang, "readings.option", mark="●", option=decision.option, says=says)
        yield f"      {plain(cited(decision, lang))}"


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


def summary(assessment: Assessment, found: Sensitivity, lang: Lang) -> Iterator[str]:
    """Both ranges with what reaches their ends, the fewest readings that decide, and the points that rest on any."""
    for kind, ends in (("total", (found.least, found.most)), ("payable", (found.lowest, found.highest))):
        low, high = (figure(one, kind) for one in ends)
        yield say(lang, f"readings.range_{kind}", low=low, high=high)
        if low != high:
            for end, outcome in zip(("lowest", "highest"), ends, strict=True):
                yield "  " + say(lang, f"readings.{end}", options=_changes(assessment, outcome, lang))
    yield decisive_text(assessment, found, lang)
    points = {"points": shown(found.rests), "deducted": shown(found.deducted)}
    yield say(lang, "readings.resting" if found.resting else "readings.resting_none", **points)
    if found.resting:
        each = (f"{say(lang, 'readings.and').join(ids)} {shown(points)}" for ids, points in found.resting.items())
        yield "  " + say(lang, "list.also").join(each)


def figure(outcome: Outcome, kind: str) -> str:
    """The total, or the share and the amount, of an outcome."""
    if kind == "total":
        return shown(outcome.total)
    return f"{money(outcome.payout.payable)} ({percent_text(outcome.payout.share)})"


def decisive_text(assessment: Assessment, found: Sensitivity, lang: Lang) -> str:
    """The fewest readings that move the payout, or that none does."""
    if found.decisive is None:
        return say(lang, "readings.settled")
    payout = found.decisive.payout
    facts = {"total": shown(found.decisive.total), "payable": money(payout.payable)}
    return say(
        lang, "readings.decisive", count=str(len(found.decisive.options)), percent=percent_text(payout.share),
        options=_changes(assessment, found.decisive, lang), **facts,
    )  # fmt: skip


def _changes(assessment: Assessment, outcome: Outcome, lang: Lang) -> str:
    changed = [f"{name}={option}" for name, option in changes(assessment.options, outcome).items()]
    return say(lang, "list.sep").join(changed) if changed else say(lang, "readings.defaults")


def readings_json(assessment: Assessment, found: Sensitivity, lang: Lang) -> str:
    """The same as JSON (schema jobhome-score/readings/1)."""
    readings = []
    for reading in by_money(assessment, found):
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
            "decisions": decisions_value(assessment.decisions),
            "lowest": _reached(assessment, found.lowest),
            "highest": _reached(assessment, found.highest),
            "lowest_total": _reached(assessment, found.least),
            "highest_total": _reached(assessment, found.most),
            "decisive": None if found.decisive is None else _reached(assessment, found.decisive),
            "points_deducted": decimal_of(found.deducted),
            "points_resting_on_readings": decimal_of(found.rests),
            "resting": [
                {"indicators": list(ids), "points": decimal_of(points)} for ids, points in found.resting.items()
            ],
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
    return {**(_outcome(outcome) or {}), "changes": dict(changes(assessment.options, outcome))}
