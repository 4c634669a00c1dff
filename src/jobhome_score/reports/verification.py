"""Whether a stored result is what its ledgers come to, in words and as JSON (jobhome-score/verification/1)."""

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from jobhome_score.insight.verification import Difference
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import brief
from jobhome_score.reports.json_text import json_text

SCHEMA: Final = "jobhome-score/verification/1"
SHOWN: Final = 20
"""So many places are told in words; the JSON has them all."""


def verification_text(file: str, total: Decimal, found: Sequence[Difference], lang: Lang) -> str:
    """That nothing differs, or the first places that do."""
    if not found:
        return say(lang, "verify.same", file=brief(file), total=str(total))
    lines = [say(lang, "verify.differs", file=brief(file), count=str(len(found)))]
    lines += [
        say(lang, "verify.place", path=brief(one.path), stored=_words(one.stored), computed=_words(one.computed))
        for one in found[:SHOWN]
    ]
    return "\n".join(lines)


def verification_json(file: str, total: Decimal, found: Sequence[Difference]) -> str:
    """Every place that differs; what is no single value stands there as its text, cut where nobody would read on."""
    places = [{"path": one.path, "stored": _value(one.stored), "computed": _value(one.computed)} for one in found]
    return json_text({"schema": SCHEMA, "file": file, "same": not found, "total": total, "differences": places})


def _value(value: Any) -> Any:
    return value if value is None or isinstance(value, str | bool | int | Decimal) else _words(value)


def _words(value: Any) -> str:
    if value is None:
        return "—"
    if isinstance(value, str | Decimal):
        return brief(str(value))
    try:
        return brief(json.dumps(value, ensure_ascii=False, default=str))
    except RecursionError:
        return "[…]"
