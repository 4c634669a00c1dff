"""What a rubric holds, by name: stored results name sections, indicators, rules and terms instead of repeating them."""

from collections.abc import Iterator, Mapping

from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Indicator, Obligation, Rubric, Rule, Section, Term


@dataclass(frozen=True, slots=True)
class Names:
    """The parts of a rubric by kind and name, and their names by identity: two terms may be equal and yet be two."""

    things: Mapping[tuple[type, str], object]
    names: Mapping[int, str]


def names_of(rubric: Rubric) -> Names:
    """The names of everything that a score refers to."""
    found = tuple(_named(rubric))
    things = {(type(thing), name): thing for name, thing in found}
    return Names(things, {id(thing): name for name, thing in found})


def _named(rubric: Rubric) -> Iterator[tuple[str, Section | Indicator | Rule | Term | Obligation]]:
    """Section 1, indicator 1.1, rule 1.1 staffing, its first term 1.1 staffing 1."""
    for section in rubric.sections:
        yield section.id, section
        for line in section.indicators:
            yield line.id, line
            for rule in line.rules:
                yield f"{line.id} {rule.id}", rule
                yield from ((f"{line.id} {rule.id} {number}", term) for number, term in enumerate(rule.terms, 1))
    yield from ((duty.id, duty) for duty in rubric.obligations)
