"""Readings: places of the rubric where the wording allows more than one; settled before the rubric is built."""

from collections.abc import Callable, Iterator, Mapping

from jobhome_score.named import NamedTuple
from jobhome_score.rubric.document import Words
from jobhome_score.rubric.nodes import Items, Mapped, Node, Refused, RubricProblem, Scalar, unknown

MARKER = "reading"


class Option(NamedTuple):
    """One way to read a clause, and why one might."""

    id: str
    says: Words


class Reading(NamedTuple):
    """An open question of the wording. `default` is used where nobody decides otherwise."""

    id: str
    question: Words
    cite: str
    options: tuple[Option, ...]
    default: str


class Branch(NamedTuple):
    """One place where a reading chooses: which reading, and the options of the readings around it that lead here."""

    node: Mapped
    reading: str
    under: Mapping[str, str]


Choosing = Callable[[Node], bool]
"""Whether there may be choices in a node; `bool` says so of every one."""


def settle(node: Node, options: Mapping[str, str]) -> Node:
    """The rubric with every choice replaced by what its reading's option says. Raises Refused at an unknown option."""
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Items):
        return Items(tuple([settle(item, options) for item in node.items]), node.mark)
    if is_choice(node):
        return settle(chosen(node, options), options)
    # most values are texts, which stay as they are without being asked
    pairs = [(name, value if type(value) is Scalar else settle(value, options)) for name, value in node.pairs]
    return Mapped(tuple(pairs), node.mark)


def is_choice(node: Node) -> bool:
    """Whether a node chooses by a reading: a mapping that begins with `reading:` and a name."""
    return (
        isinstance(node, Mapped)
        and bool(node.pairs)
        and node.pairs[0][0].text == MARKER
        and isinstance(node.pairs[0][1], Scalar)
    )


def chosen(node: Mapped, options: Mapping[str, str]) -> Node:
    """What a choice says under some options. Raises Refused where its reading is unknown or lacks the option."""
    name = node.pairs[0][1]
    if not isinstance(name, Scalar) or name.text not in options:
        raise Refused("reading-unknown", name.mark, name=getattr(name, "text", ""), known="、".join(options))
    found = node.get(options[name.text])
    if found is None:
        raise Refused("reading-without-option", node.mark, name=name.text, option=options[name.text])
    return found


def branches(node: Node, under: Mapping[str, str] | None = None, choosing: Choosing = bool) -> Iterator[Branch]:
    """Every choice of a rubric, the outer ones first; `choosing` tells nodes in which there may be one."""
    around = under or {}
    if not choosing(node):
        return
    if isinstance(node, Items):
        for item in node.items:
            yield from branches(item, around, choosing)
    elif isinstance(node, Mapped) and is_choice(node):
        name = node.pairs[0][1]
        assert isinstance(name, Scalar)  # noqa: S101 - is_choice says so
        yield Branch(node, name.text, around)
        for option, value in node.pairs[1:]:
            yield from branches(value, {**around, name.text: option.text}, choosing)
    elif isinstance(node, Mapped):
        for _, value in node.pairs:
            yield from branches(value, around, choosing)


def check_branches(
    node: Node, known: Mapping[str, tuple[str, ...]], choosing: Choosing = bool
) -> Iterator[RubricProblem]:  # fmt: skip
    """Choices by unknown readings, with options too many or too few."""
    used = set()
    for branch in branches(node, None, choosing):
        used.add(branch.reading)
        options = known.get(branch.reading)
        if options is None:
            yield unknown("reading-unknown", branch.reading, tuple(known), branch.node.pairs[0][1].mark)
            continue
        written = {name.text: name.mark for name, _ in branch.node.pairs[1:]}
        for option, mark in written.items():
            if option not in options:
                yield unknown("option-unknown", option, options, mark)
        for option in options:
            if option not in written:
                facts = (("name", branch.reading), ("option", option))
                yield RubricProblem("reading-without-option", branch.node.mark, facts)
    yield from (RubricProblem("reading-unused", node.mark, (("name", name),)) for name in known if name not in used)
