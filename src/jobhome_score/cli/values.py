"""What becomes of the words given for a parameter."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from jobhome_score.cli.declared import MISSING, Option, Parameter
from jobhome_score.cli.spoken import Misused, listed
from jobhome_score.cli.words import Taken


def values_of(parameters: Sequence[Parameter], taken: Taken) -> Mapping[str, Any]:
    """A value for every parameter by its name. Raises Misused for a word that is none, that lacks or that is left."""
    found = {one.name: one.default for one in parameters}
    found |= _given(taken.options)
    places = [one for one in parameters if not isinstance(one.declared, Option)]
    for parameter, word in zip(places, taken.rest, strict=False):
        found[parameter.name] = value_of(parameter, word)
    for parameter in places:
        if found[parameter.name] is MISSING:
            raise Misused("usage.missing", name=parameter.shown)
    left = taken.rest[len(places) :]
    if left:
        raise Misused("usage.extra", name=" ".join(left))
    return found


def _given(options: Iterable[tuple[Parameter, str]]) -> Mapping[str, Any]:
    """The values of the options given: of one that may be given once the last, in the order of the first."""
    words: dict[Parameter, list[str]] = {}
    for parameter, word in options:
        words.setdefault(parameter, []).append(word)
    return {
        parameter.name: [value_of(parameter, word) for word in given] if parameter.many
        else value_of(parameter, given[-1])
        for parameter, given in words.items()
    }  # fmt: skip


def value_of(parameter: Parameter, word: str) -> Any:
    """The value of a word. Raises Misused for one that is none."""
    if parameter.kind is bool:
        return True
    if parameter.kind is int:
        return _whole(parameter, word)
    if issubclass(parameter.kind, Enum) and word not in parameter.choices:
        raise Misused("usage.choice", name=parameter.shown, value=word, known=listed(parameter.choices))
    return parameter.kind(word)


def _whole(parameter: Parameter, word: str) -> int:
    try:
        number = int(word)
    except ValueError:
        raise Misused("usage.integer", name=parameter.shown, value=word) from None
    least = parameter.declared.least if isinstance(parameter.declared, Option) else None
    if least is not None and number < least:
        raise Misused("usage.range", name=parameter.shown, value=str(number), known=f"≥ {least}")
    return number
