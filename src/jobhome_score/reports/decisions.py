"""Who decided which reading by which document, as every report cites it."""

from collections.abc import Iterator, Mapping
from typing import Any

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.rubric.decisions import Decision

Pair = tuple[str, str]


def cited(decision: Decision, lang: Lang) -> str:
    """Who decided, when, and in which document; with the note."""
    facts = {"by": decision.decided_by, "date": decision.date.isoformat(), "document": decision.document}
    noted = say(lang, "decision.noted", note=decision.note) if decision.note else ""
    return say(lang, "decision.cited", **facts) + noted


def cited_for(assessment: Assessment, reading: str, lang: Lang) -> str:
    """What decided a reading of an assessment; empty where it is open."""
    decision = assessment.decisions.get(reading)
    return "" if decision is None else cited(decision, lang)


def by_document(decisions: Mapping[str, Decision], lang: Lang) -> Iterator[Pair]:
    """Each document once: the readings that it decides, and its citation."""
    found: dict[str, list[str]] = {}
    for name, decision in decisions.items():
        found.setdefault(cited(decision, lang), []).append(f"{name}={decision.option}")
    for text, readings in found.items():
        yield say(lang, "list.sep").join(readings), text


def decision_pairs(assessment: Assessment, lang: Lang) -> Iterator[Pair]:
    """A line for each document, under one name."""
    for readings, text in by_document(assessment.decisions, lang):
        yield say(lang, "decision.heading"), say(lang, "decision.line", readings=readings, cited=text)


def decisions_value(decisions: Mapping[str, Decision]) -> dict[str, dict[str, Any]]:
    """Decisions as a stored result carries them; a note only where there is one."""
    return {
        name: {
            "option": one.option, "decided_by": one.decided_by, "date": one.date.isoformat(), "document": one.document,
            **({"note": one.note} if one.note else {}),
        }
        for name, one in decisions.items()
    }  # fmt: skip
