"""A small JSON writer: decimals keep their digits, text its characters; the same value gives the same bytes."""

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from jobhome_score.records import dataclass
from jobhome_score.reports.escape import UNSEEN

SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
STEP = "  "


@dataclass(frozen=True, slots=True)
class OneLine:
    """Plain data for programs alone, written on one line: texts, whole numbers, booleans, None, lists and mappings."""

    value: Any


def json_text(value: Any) -> str:
    """The value as JSON with a line end. Raises TypeError for what JSON or exactness does not know, such as a float."""
    return _written(value, "") + "\n"


def _written(value: Any, indent: str) -> str:
    match value:
        case str():
            return _quoted(value)
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal() if value.is_finite():
            return format(value, "f")
        case OneLine():
            return UNSEEN.sub(lambda found: _unit(found[0]), _dense(value.value))
        case Mapping():
            lines = [f"{_quoted(name)}: {_written(one, indent + STEP)}" for name, one in value.items()]
            return _block("{", lines, "}", indent)
        case Sequence() if not isinstance(value, bytes | bytearray):
            return _block("[", [_written(one, indent + STEP) for one in value], "]", indent)
    raise TypeError(type(value))


def _dense(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _block(opening: str, lines: Sequence[str], closing: str, indent: str) -> str:
    if not lines:
        return opening + closing
    inner = f",\n{indent + STEP}".join(lines)
    return f"{opening}\n{indent + STEP}{inner}\n{indent}{closing}"


@lru_cache(maxsize=4096)  # names of keys, of files and of sheets come again and again
def _quoted(text: str) -> str:
    for mark in ("\\", '"', "\n", "\r", "\t"):
        text = text.replace(mark, SHORT[mark])
    return '"' + UNSEEN.sub(lambda found: _unit(found[0]), text) + '"'


def _unit(mark: str) -> str:
    """A character as JSON escapes it: one unit of UTF-16, or two."""
    units = mark.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
