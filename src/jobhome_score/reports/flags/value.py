"""Leads and sample as JSON: schema jobhome-score/flags/1, ids and figures alike in every language."""

from decimal import ROUND_UP, Context, Decimal
from fractions import Fraction
from typing import Any

from jobhome_score.assessment import Assessment
from jobhome_score.evidence import Place
from jobhome_score.insight.flags.answers import Answer
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.flags.sample import Drawn, Sample
from jobhome_score.ledgers.kinds import shown
from jobhome_score.locales import Lang
from jobhome_score.reports.flags import sentences
from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.review_json import source_value

SCHEMA = "jobhome-score/flags/1"
FEW_DIGITS = Context(prec=6, rounding=ROUND_UP)
"""Enough of a chance, and never less than it is."""

SMALLEST = Decimal("1e-30")
"""A chance below it is given as this; a number of a thousand digits helps nobody."""

Json = dict[str, Any]


def flags_json(assessment: Assessment, found: Flags, drawn: Sample | None, lang: Lang) -> str:
    """Everything that was found, with its words in a language."""
    contract, request = assessment.contract, assessment.request
    return json_text(
        {
            "schema": SCHEMA,
            "lang": lang,
            "project": {"site": contract.site, "operator": contract.operator,
                        "period_start": contract.period.start.isoformat(),
                        "period_end": contract.period.end.isoformat()},
            "as_of": request.as_of.isoformat() if request.as_of else None,
            "reviews_from": source_value(assessment),
            "comparisons": found.asked,
            "level": _chance(Decimal(found.level.numerator) / Decimal(found.level.denominator)),
            "changes_the_score": False,
            "leads": [_answer(one, found, lang) for one in found.leads],
            "remarks": [_answer(one, found, lang) for one in found.remarks],
            "sample": None if drawn is None else _sample(assessment, drawn, lang),
            "inputs": [{"file": file, "sha256": sha256} for file, sha256 in
                       dict.fromkeys((one.account.file, one.account.sha256) for one in assessment.inputs)],
            "generated": request.made.isoformat(),
            "version": assessment.version,
        }
    )  # fmt: skip


def _chance(chance: Decimal | None) -> Decimal | None:
    return None if chance is None else FEW_DIGITS.plus(max(chance, SMALLEST) if chance else chance)


def _answer(answer: Answer, found: Flags, lang: Lang) -> Json:
    said = sentences.told(answer, found, lang)
    words = ("title", "size", "test", "chance", "innocent", "look")
    return {
        "code": answer.code,
        "found": answer.found,
        "among": answer.among,
        "expected": decimal_of(Fraction(answer.expected)),
        "chance": _chance(answer.chance),
        "facts": dict(answer.facts),
        "rows": [_place(place) for place in answer.rows],
        "words": {name: getattr(said, name) for name in words},
    }


def _place(place: Place) -> Json:
    return {"file": place.file, "sheet": place.sheet or None, "row": place.row or None}


def _sample(assessment: Assessment, drawn: Sample, lang: Lang) -> Json:
    return {"seed": drawn.seed, "among": drawn.among, "total_weight": drawn.total,
            "rows": [_drawn(assessment, row, lang) for row in drawn.rows]}  # fmt: skip


def _drawn(assessment: Assessment, row: Drawn, lang: Lang) -> Json:
    stake = row.stake
    return {
        **_place(row.place),
        "ledger": row.ledger,
        "weight": row.weight,
        "turn": decimal_of(Fraction(0) if stake is None else stake.turn),
        "indicator": None if stake is None else stake.indicator,
        "rule": None if stake is None else stake.rule,
        "cell": None if stake is None else stake.cell,
        "values": {name: shown(value) for name, value in row.says.items()},
        "check": sentences.check(row, lang),
        "rests_on_it": sentences.hangs(row, assessment, lang),
    }
