"""A comparison as JSON (schema jobhome-score/comparison/1): ids and figures alike in every language, all rows."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from jobhome_score import __version__
from jobhome_score.evidence import Place
from jobhome_score.insight.attribution import Part
from jobhome_score.insight.differences import Comparison, DutyDifference, LineDifference, MissDifference, RuleDifference
from jobhome_score.insight.row_changes import RowChanges
from jobhome_score.insight.sides import Measured, Side, SideDuty, SideMiss, SideRule
from jobhome_score.ledgers.kinds import shown as cell_shown
from jobhome_score.ledgers.tables import Table
from jobhome_score.locales import Lang
from jobhome_score.reports.assessment_json import money
from jobhome_score.reports.comparison_phrases import (
    cause_words,
    cautions,
    file_pairs,
    measured_by,
    spots_of,
    title_of,
    which,
)
from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.score_json import measured_value
from jobhome_score.scoring.results import Tally

SCHEMA = "jobhome-score/comparison/1"
Json = dict[str, Any]


def comparison_json(found: Comparison, lang: Lang) -> str:
    """The whole comparison; differences are B minus A."""
    value = {
        "schema": SCHEMA,
        "lang": lang,
        "same": found.same,
        "a": _side(found.a),
        "b": _side(found.b),
        "difference": {"total": decimal_of(found.total), "percent": decimal_of(found.share * 100),
                       "payable": money(found.payable)},
        "warnings": list(cautions(found, lang)),
        "terms": [one._asdict() for one in found.terms],
        "project": [one._asdict() for one in found.project],
        "divided": not found.undivided,
        "parts": [_part(part, lang) for part in found.parts],
        "indicators": [_line(line, found, lang) for line in found.lines],
        "obligations": [_duty(one, found, lang) for one in found.duties],
        "rows": [_rows(change, found) for change in found.rows if change.any],
        "workbooks": [{"a": a or None, "b": b or None, "same_bytes": kind == "same"}
                      for a, b, kind in file_pairs(found)],
        "version": __version__,
    }  # fmt: skip
    return json_text(value)


def _side(side: Side) -> Json:
    terms, outcome = side.terms, side.outcome
    return {
        "name": side.name,
        "stored": side.stored,
        **side.project,
        "rubric": {"id": terms.rubric, "version": terms.rubric_version, "sha256": terms.rubric_sha256},
        "as_of": terms.as_of.isoformat() if terms.as_of else None,
        "missing": terms.missing,
        "reviews": [{"file": file, "sha256": sha256} for sha256, file in terms.reviews.items()],
        "before_review": None if side.unreviewed is None else decimal_of(side.unreviewed.total),
        "total": decimal_of(outcome.total),
        "percent": decimal_of(outcome.share * 100),
        "payable": money(outcome.payable),
        "fee": money(side.fee),
        "paid": money(side.paid),
        "version": side.version,
    }


def _part(part: Part, lang: Lang) -> Json:
    return {
        "cause": part.cause,
        "ledger": part.ledger or None,
        "rows": part.rows,
        "says": cause_words(part, lang),
        "total": decimal_of(part.total),
        "payable": money(part.payable),
        "indicators": {name: decimal_of(points) for name, points in part.lines.items()},
    }


def _line(line: LineDifference, found: Comparison, lang: Lang) -> Json:
    return {
        "id": line.either.id,
        "title": title_of(line, found, lang),
        "a": None if line.a is None else decimal_of(line.a.adds),
        "b": None if line.b is None else decimal_of(line.b.adds),
        "difference": decimal_of(line.gain),
        "zeroed": {name: one.zeroed for name, one in (("a", line.a), ("b", line.b)) if one is not None},
        "rules": [_rule(rule, found, lang) for rule in line.rules],
    }


def _rule(rule: RuleDifference, found: Comparison, lang: Lang) -> Json:
    return {
        "id": rule.either.id,
        "title": title_of(rule, found, lang),
        "a": _rule_side(rule.a),
        "b": _rule_side(rule.b),
        "misses": [_miss(miss) for miss in rule.misses],
    }


def _rule_side(rule: SideRule | None) -> Json | None:
    if rule is None:
        return None
    return {
        "measured": _measured(rule.measured),
        "required": rule.required,
        "misses": decimal_of(rule.misses),
        "points": decimal_of(rule.taken),
        "status": rule.status,
        "lacking": list(rule.lacking),
    }


def _measured(measured: Measured) -> Any:
    return measured_value(measured if isinstance(measured, Tally) else dict(measured))


def _miss(miss: MissDifference) -> Json:
    either = miss.b or miss.a
    cell = "" if either is None or either.row else either.cell
    return {
        "who": which(miss),
        "cell": cell,
        "name": either.name if either else "",
        "a": _miss_side(miss.a),
        "b": _miss_side(miss.b),
        "rows": [{"who": who, **_place(spot.place), "note": spot.note} for who, spot in spots_of(miss)],
    }


def _miss_side(miss: SideMiss | None) -> Json | None:
    if miss is None:
        return None
    return {
        "measured": None if miss.value is None else decimal_of(miss.value),
        "required": miss.required,
        "misses": decimal_of(miss.times),
    }


def _place(place: Place) -> Json:
    return {"file": place.file, "sheet": place.sheet, "row": place.row}


def _duty(one: DutyDifference, found: Comparison, lang: Lang) -> Json:
    named = one.b or one.a
    return {
        "id": named.id if named else "",
        "title": title_of(one, found, lang),
        "a": _duty_side(one.a),
        "b": _duty_side(one.b),
    }


def _duty_side(duty: SideDuty | None) -> Json | None:
    return None if duty is None else {"measured": _measured(duty.measured), "status": duty.status}


def _rows(change: RowChanges, found: Comparison) -> Json:
    return {
        "ledger": change.ledger.id,
        "handed_in": {"a": change.a is not None, "b": change.b is not None},
        "rules": measured_by(change, found),
        "same": len(change.same),
        "changed": _changed(change),
        "removed": _alone(change.a, change.removed),
        "added": _alone(change.b, change.added),
    }


def _changed(change: RowChanges) -> list[Json]:
    a, b = change.a, change.b
    if a is None or b is None:
        return []
    return [
        {
            "a": _place(a.place(one.a)),
            "b": _place(b.place(one.b)),
            "columns": [
                {"column": name, "before": _cell(a.columns[name][one.a]), "after": _cell(b.columns[name][one.b])}
                for name in one.columns
            ],
        }
        for one in change.changed
    ]


def _alone(table: Table | None, rows: Sequence[int]) -> list[Json]:
    if table is None:
        return []
    return [
        {**_place(table.place(row)), "values": {name: _cell(column[row]) for name, column in table.columns.items()}}
        for row in rows
    ]


def _cell(value: Any) -> Any:
    """A cell as it was read: numbers and yes or no as they are, everything else as its text."""
    if value is None or isinstance(value, bool | int):
        return value
    return decimal_of(Fraction(value)) if isinstance(value, Fraction) else cell_shown(value)
