"""Everything that a value says, field by field, as plain lists: what is worked out later is worked out here."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from jobhome_score.rubric.document import Indicator, Obligation, Rubric, Rule, Section, Term
from jobhome_score.rubric.readings import Reading
from jobhome_score.scoring.results import Miss

RUBRIC = (Rubric, Section, Indicator, Rule, Term, Obligation, Reading)


def told(value: Any) -> Any:
    """A value as lists of names and values; parts of the rubric as they are, they are compared by value."""
    if isinstance(value, (*RUBRIC, Enum, str)):
        return value
    if isinstance(value, Miss):
        return _fields(value) | {"says": [value.says(place) for place in value.places], "units": told(value.units())}
    if is_dataclass(value):
        return _fields(value)
    if hasattr(value, "_asdict"):
        return {name: told(one) for name, one in value._asdict().items()}
    if isinstance(value, Mapping):
        return [(name, told(one)) for name, one in value.items()]
    if isinstance(value, Sequence):
        return [told(one) for one in value]
    assert not callable(value), value
    return type(value), value


def _fields(value: Any) -> dict[str, Any]:
    later = {"says", "units"} if isinstance(value, Miss) else set()
    return {one.name: told(getattr(value, one.name)) for one in fields(value) if one.name not in later}
