"""The indicators and rules of a rubric as written, and which readings choose or change them."""

from collections.abc import Iterator, Mapping

from jobhome_score.rubric.nodes import Items, Mapped, Node, Scalar
from jobhome_score.rubric.readings import branches, chosen, is_choice


def indicator_nodes(top: Mapped, outer: Mapping[str, str]) -> Iterator[Mapped]:
    """The indicators of a rubric, with the choices around them settled by the options of `outer`."""
    for section in _items(top.get("sections"), outer):
        yield from _items(section.get("indicators"), outer)


def chosen_indicators(top: Mapped) -> Iterator[tuple[Mapped, tuple[str, ...]]]:
    """The indicators under every option of what stands around them, each with the readings that choose it."""
    for section, around in _chosen_items(top.get("sections"), ()):
        yield from _chosen_items(section.get("indicators"), around)


def _chosen_items(node: Node | None, around: tuple[str, ...]) -> Iterator[tuple[Mapped, tuple[str, ...]]]:
    if isinstance(node, Items):
        for item in node.items:
            yield from _chosen_items(item, around)
    elif isinstance(node, Mapped) and is_choice(node):
        name = node.pairs[0][1]
        assert isinstance(name, Scalar)  # noqa: S101 - is_choice says so
        for _, value in node.pairs[1:]:
            yield from _chosen_items(value, (*around, name.text))
    elif isinstance(node, Mapped):
        yield node, around


def rules_on(line: Mapped, reading: str) -> Iterator[str]:
    """The rules of an indicator that a reading changes or chooses."""
    for rule, around in _chosen_items(line.get("rules"), ()):
        name = rule.get("id")
        if isinstance(name, Scalar) and reading in {*around, *(branch.reading for branch in branches(rule))}:
            yield name.text


def _items(node: Node | None, outer: Mapping[str, str]) -> Iterator[Mapped]:
    """The mappings of a list, with the choices at and around them settled."""
    if isinstance(node, Items):
        for item in node.items:
            yield from _items(item, outer)
    elif isinstance(node, Mapped) and is_choice(node):
        yield from _items(chosen(node, outer), outer)
    elif isinstance(node, Mapped):
        yield node
