"""What a YAML file is once it is read: nodes that keep their line and column, every scalar still text."""

from collections.abc import Sequence
from typing import Any

from jobhome_score.named import NamedTuple
from jobhome_score.patterns import pattern

LARGEST = 1_000_000

LINE_ENDS = pattern("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML; str.splitlines knows more."""


class Mark(NamedTuple):
    """A line and a column, both from 1."""

    line: int
    column: int


class RubricProblem(NamedTuple):
    """What is wrong with a rubric, where, and the facts of its sentence."""

    code: str
    mark: Mark
    facts: tuple[tuple[str, str], ...] = ()


class Findings(list[RubricProblem]):
    """The problems met in reading, and what nodes were read into before, by the name of their shape and their identity.

    A node is kept beside its value, so that its identity is given to no other.
    """

    def __init__(self, known: "dict[tuple[str, int], tuple[Node, Any]]") -> None:
        """Begin without problems."""
        super().__init__()
        self.known = known


def unknown(code: str, name: str, known: Sequence[str], mark: Mark) -> RubricProblem:
    """A problem about a name that is not known, with the nearest one that is."""
    from difflib import get_close_matches  # loaded for who mistypes a name

    near = get_close_matches(name, known, 1, 0.5)
    return RubricProblem(code, mark, (("name", name), ("near", near[0] if near else ""), ("known", "、".join(known))))


class RubricError(Exception):
    """A rubric that cannot be used. Carries every problem found; `file` is its name."""

    def __init__(self, file: str, problems: tuple[RubricProblem, ...]) -> None:
        """Keep the problems; sentences are made where they are shown."""
        super().__init__()
        self.file = file
        self.problems = problems


class Refused(Exception):
    """One construct that is not allowed, met while reading."""

    def __init__(self, code: str, mark: Mark, **facts: str) -> None:
        """Carry the problem."""
        super().__init__()
        self.problem = RubricProblem(code, mark, tuple(facts.items()))


class Scalar(NamedTuple):
    """A piece of text."""

    text: str
    mark: Mark


class Items(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    mark: Mark


class Mapped(NamedTuple):
    """A mapping; each key stands where it was written."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    mark: Mark

    def get(self, key: str) -> "Node | None":
        """The value of a key, or None."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def keys(self) -> tuple[str, ...]:
        """The keys in order."""
        return tuple(name.text for name, _ in self.pairs)


Node = Scalar | Items | Mapped


def lines_of(text: str) -> list[str]:
    """The lines of a YAML text, as marks count them."""
    return LINE_ENDS.split(text)
