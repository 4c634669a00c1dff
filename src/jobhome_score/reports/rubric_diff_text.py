"""What differs between two rubrics, in words and as JSON, each with file and line on both sides."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from jobhome_score.insight.rubric_diff import Change, Step
from jobhome_score.locales import Lang, say, word
from jobhome_score.records import dataclass
from jobhome_score.reports.escape import brief, plain
from jobhome_score.reports.json_text import json_text
from jobhome_score.rubric.nodes import Items, Mapped, Node, Scalar
from jobhome_score.rubric.readings import is_choice
from jobhome_score.rubric.source import RubricSource

LONG: Final = 300
FILLER: Final = frozenset({"sections", "indicators", "rules", "obligations", "measure"})
"""Steps that a reader does not need to be told, for what comes next names itself."""

KINDS: Final = (
    ("readings", "reading"), ("catalogues", "catalogue"), ("calendar", "calendar"), ("bands", "band"),
    ("obligations", "obligation"), ("settlement", "settlement"), ("title", "title"), ("content", "wording"),
    ("method", "wording"), ("says", "wording"), ("cite", "wording"), ("unpriced", "wording"), ("deduct", "price"),
    ("award", "price"), ("target", "target"), ("measure", "measure"), ("measures", "measure"), ("cap", "cap"),
    ("points", "points"),
)  # fmt: skip
"""What a difference is about, by the first of these keys on the way to it."""


@dataclass(frozen=True, slots=True)
class Side:
    """A rubric of the two, under the name by which it was asked for."""

    file: str
    source: RubricSource


def rubric_diff_text(changes: Sequence[Change], sides: tuple[Side, Side], lang: Lang) -> str:
    """A line for each difference: what, from what to what, and where it stands; or that there is none."""
    names = {"before": plain(sides[0].file), "after": plain(sides[1].file)}
    if not changes:
        return say(lang, "diff.same", **names) + "\n"
    lines = [say(lang, "diff.heading", count=str(len(changes)), **names)]
    for change in changes:
        lines += ["", _what(change, lang), f"  {_how(change, lang)}", f"  {_where(change, sides, lang)}"]
    return "\n".join(lines) + "\n"


def _what(change: Change, lang: Lang) -> str:
    return " › ".join(_labels(change.path, lang))


def _labels(path: Sequence[Step], lang: Lang) -> Iterator[str]:
    for at, step in enumerate(path):
        before = path[at - 1].key if at else ""
        match step.kind:
            case "id":
                yield plain(f"{step.key} {_title(step.node, lang)}".rstrip())
            case "option":
                yield say(lang, "diff.option", option=plain(step.key))
            case "number":
                yield say(lang, "diff.band" if before == "bands" else "diff.number", number=step.key)
            case _ if before == "readings" and at == 1:
                yield say(lang, "diff.reading", name=plain(step.key))
            case _ if step.key not in FILLER or at == len(path) - 1:
                yield plain(word(lang, "diff.key", step.key))


def _title(node: Node, lang: Lang) -> str:
    found = node.get("title") if isinstance(node, Mapped) else None
    return _words(found, lang) if found is not None else ""


def _words(node: Node, lang: Lang) -> str:
    """A sentence in two languages, in one of them."""
    found = node.get(lang) if isinstance(node, Mapped) else None
    return found.text if isinstance(found, Scalar) else ""


def _how(change: Change, lang: Lang) -> str:
    before, after = (_shown(node, lang) for node in (change.before, change.after))
    if change.before is None:
        return say(lang, "diff.added", after=after)
    if change.after is None:
        return say(lang, "diff.removed", before=before)
    return say(lang, "diff.changed", before=before, after=after)


def _shown(node: Node | None, lang: Lang) -> str:
    """What stands at a place, in a few words: a scalar, a choice by a reading, a thing by its name, else its parts."""
    return "" if node is None else brief(_said(node, lang), LONG)


def _said(node: Node, lang: Lang) -> str:
    match node:
        case Scalar():
            return word(lang, "diff.value", node.text)
        case Items():
            return say(lang, "list.sep").join(_said(item, lang) for item in node.items)
    if is_choice(node):
        options = (f"{name.text} {_said(value, lang)}" for name, value in node.pairs[1:])
        return say(lang, "diff.choice", name=_said(node.pairs[0][1], lang), options=say(lang, "list.sep").join(options))
    for key in (lang, "question", "title"):
        found = node.get(key)
        if found is not None:
            return _said(found, lang)
    parts = (f"{word(lang, 'diff.key', name.text)} {_said(value, lang)}" for name, value in node.pairs)
    return say(lang, "list.comma").join(parts)


def _where(change: Change, sides: tuple[Side, Side], lang: Lang) -> str:
    places = (f"{plain(side.file)}:{node.mark.line}" for side, node in _standing(change, sides))
    return say(lang, "list.sep").join(places)


def _standing(change: Change, sides: tuple[Side, Side]) -> Iterator[tuple[Side, Node]]:
    """The sides on which something stands at the place."""
    for side, node in zip(sides, (change.before, change.after), strict=True):
        if node is not None:
            yield side, node


def rubric_diff_json(changes: Sequence[Change], sides: tuple[Side, Side], lang: Lang) -> str:
    """The same as JSON (schema jobhome-score/rubric-diff/1)."""
    return json_text(
        {
            "schema": "jobhome-score/rubric-diff/1",
            "a": _side(sides[0]),
            "b": _side(sides[1]),
            "same": not changes,
            "differences": [_value(change, lang) for change in changes],
        }
    )


def _side(side: Side) -> dict[str, Any]:
    rubric = side.source.under({})
    return {"file": side.file, "id": rubric.id, "version": rubric.version, "sha256": side.source.sha256}


def _value(change: Change, lang: Lang) -> dict[str, Any]:
    kind = "added" if change.before is None else "removed" if change.after is None else "changed"
    return {
        "kind": kind,
        "about": about(change),
        "path": [step.key for step in change.path],
        "what": _what(change, lang),
        "a": _place(change.before, lang),
        "b": _place(change.after, lang),
    }


def about(change: Change) -> str:
    """What a difference is about: points, cap, target, price, reading, obligation, band and so on."""
    last = change.path[-1] if change.path else None
    if last is not None and last.kind == "id":
        return {"sections": "section", "indicators": "indicator", "rules": "rule"}.get(
            change.path[-2].key, "obligation"
        )
    keys = {step.key for step in change.path if step.kind == "key"}
    return next((kind for key, kind in KINDS if key in keys), "rubric")


def _place(node: Node | None, lang: Lang) -> dict[str, Any] | None:
    if node is None:
        return None
    return {"text": _said(node, lang), "line": node.mark.line, "column": node.mark.column}
