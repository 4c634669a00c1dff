"""The nodes of a rubric under any options of its readings, none settled or read twice for the same of them.

A reading touches a few nodes of a thousand. What it leaves alone stays the very node that it was, so that whoever holds
two sets of options against each other need not look at it again.
"""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from jobhome_score.rubric.nodes import Findings, Items, Mapped, Node, Scalar
from jobhome_score.rubric.readings import chosen, is_choice


class Settling:
    """A rubric with its choices. Nodes are known by their identity, which lasts as long as the rubric does."""

    def __init__(self, top: Mapped, names: dict[int, tuple[str, ...]] | None = None) -> None:
        """`names`: which readings choose inside which node, by its identity, where that is known already."""
        self.top = top
        self._names = {} if names is None else names
        self._settled: dict[tuple[int, tuple[str | None, ...]], Node] = {}
        self._read: dict[tuple[str, int], tuple[Node, Any]] = {}
        if names is None:
            self._note(top)

    def __reduce__(self) -> tuple[type["Settling"], tuple[Mapped]]:
        """Copies have nodes of their own."""
        return Settling, (self.top,)

    def without(self, key: str) -> "Settling":
        """The rubric without one of its blocks."""
        rest = Mapped(tuple(pair for pair in self.top.pairs if pair[0].text != key), self.top.mark)
        names = dict(self._names)
        mine = names.pop(id(self.top), None)
        return Settling(rest, names if mine is None else names | {id(rest): mine})

    def _note(self, node: Node) -> tuple[str, ...]:
        if isinstance(node, Scalar):
            return ()
        inner = node.items if isinstance(node, Items) else [value for _, value in node.pairs]
        found = chain.from_iterable([self._note(part) for part in inner if type(part) is not Scalar])
        names = tuple(dict.fromkeys((*chooser(node), *found)))
        if names:
            self._names[id(node)] = names
        return names

    def readings(self, node: Node) -> tuple[str, ...]:
        """The readings that choose in a node of the rubric, the outer ones first."""
        return self._names.get(id(node), ())

    def chooses(self, node: Node) -> bool:
        """Whether any reading chooses in a node of the rubric."""
        return id(node) in self._names

    def under(self, node: Node, options: Mapping[str, str]) -> Node:
        """A node of the rubric with every choice replaced. Raises Refused at an unknown option."""
        names = self._names.get(id(node))
        if names is None:
            return node
        key = id(node), tuple(map(options.get, names))
        found = self._settled.get(key)
        if found is None:
            found = self._settled[key] = self._made(node, options)
        return found

    def _made(self, node: Node, options: Mapping[str, str]) -> Node:
        if isinstance(node, Items):
            return Items(tuple([self.under(item, options) for item in node.items]), node.mark)
        assert isinstance(node, Mapped)  # noqa: S101 - nothing chooses in a text
        if is_choice(node):
            return self.under(chosen(node, options), options)
        return Mapped(tuple([(name, self.under(value, options)) for name, value in node.pairs]), node.mark)

    def findings(self) -> Findings:
        """An empty list of problems, for reading nodes that were settled here."""
        return Findings(self._read)


def chooser(node: Node) -> tuple[str, ...]:
    """The reading by which a node chooses, if it is a choice."""
    if not isinstance(node, Mapped) or not is_choice(node):
        return ()
    name = node.pairs[0][1]
    assert isinstance(name, Scalar)  # noqa: S101 - is_choice says so
    return (name.text,)
