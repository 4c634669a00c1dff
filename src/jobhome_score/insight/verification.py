"""Whether a stored result says what the same ledgers, rubric and readings come to now, and where it does not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jobhome_score.records import dataclass

NOT_FIGURES = frozenset({"generated", "lang"})
"""What may differ between two runs without any figure being wrong."""

FIRST = ("schema", "version", "rubric", "readings", "as_of", "missing", "reviews_from", "inputs", "project")
"""What is compared before the figures: a difference here explains every difference there."""

NAMES = ("id", "file", "cell", "code")


@dataclass(frozen=True, slots=True)
class Difference:
    """A place in the result, what is stored there and what was computed; None where there is nothing."""

    path: str
    stored: Any
    computed: Any


def differences(stored: Mapping[str, Any], computed: Mapping[str, Any]) -> Iterator[Difference]:
    """Every difference between a stored result and one computed anew, inputs and readings before figures."""
    names = [name for name in (*FIRST, *stored, *computed) if name not in NOT_FIGURES]
    for name in dict.fromkeys(names):
        yield from _between(name, stored.get(name), computed.get(name))


def _between(path: str, stored: Any, computed: Any) -> Iterator[Difference]:
    if isinstance(stored, Mapping) and isinstance(computed, Mapping):
        for name in dict.fromkeys((*stored, *computed)):
            yield from _between(f"{path}.{name}", stored.get(name), computed.get(name))
    elif isinstance(stored, list) and isinstance(computed, list):
        yield from _between_items(path, stored, computed)
    elif stored != computed or isinstance(stored, bool) is not isinstance(computed, bool):
        yield Difference(path, stored, computed)


def _between_items(path: str, stored: Sequence[Any], computed: Sequence[Any]) -> Iterator[Difference]:
    for at in range(max(len(stored), len(computed))):
        left = stored[at] if at < len(stored) else None
        right = computed[at] if at < len(computed) else None
        yield from _between(f"{path}[{_name(left, right, at)}]", left, right)


def _name(left: Any, right: Any, at: int) -> str:
    """What an item of a list is called: by its id where it has one, else by its number."""
    for item in (left, right):
        if isinstance(item, Mapping):
            found = next((item[name] for name in NAMES if isinstance(item.get(name), str)), None)
            if found:
                return str(found)
    return str(at + 1)
