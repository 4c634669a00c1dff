"""READ: a YAML file into nodes that keep their line and column, every scalar still text.

What YAML would reinterpret in silence (no, 010, 1_000, 1:30) stays as it was written, and what makes it dangerous or
ambiguous (aliases, anchors, tags, merge and duplicate keys, several documents) is refused before anything is built.
"""

from collections.abc import Iterator
from typing import Any

import yaml

from jobhome_score.rubric.nodes import LARGEST, Items, Mapped, Mark, Node, Refused, RubricError, RubricProblem, Scalar

DEEPEST = 20
MOST_VALUES = 100_000
"""No rubric holds a tenth of that; a megabyte of commas holds five times as many, and takes long to read."""


def read_nodes(file: str, text: str) -> Mapped:
    """Read one YAML document whose top is a mapping. Raises RubricError with line and column."""
    if len(text.encode()) > LARGEST:
        raise RubricError(file, (RubricProblem("yaml-too-large", Mark(1, 1)),))
    try:
        return _document(_Events(text))
    except Refused as refused:
        raise RubricError(file, (refused.problem,)) from None
    except yaml.MarkedYAMLError as broken:
        mark: Any = broken.problem_mark or broken.context_mark
        place = Mark(mark.line + 1, mark.column + 1) if mark else Mark(1, 1)
        problem = RubricProblem("yaml-broken", place, (("reason", str(broken.problem or "")),))
        raise RubricError(file, (problem,)) from None
    except yaml.YAMLError as broken:
        reason = str(broken).splitlines()[0]
        raise RubricError(file, (RubricProblem("yaml-broken", Mark(1, 1), (("reason", reason),)),)) from None


class _Events:
    """The parser's events one by one, with one to look ahead."""

    def __init__(self, text: str) -> None:
        parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same events, an order of magnitude apart in speed
        self._events: Iterator[yaml.Event] = self._all(parser(text))
        self.next = next(self._events)
        self.values = 0

    @staticmethod
    def _all(parser: Any) -> Iterator[yaml.Event]:
        while parser.check_event():
            yield parser.get_event()

    def take(self) -> yaml.Event:
        """Take the next event and look at the one after it."""
        taken, self.next = self.next, next(self._events, yaml.StreamEndEvent())
        return taken


def _document(events: _Events) -> Mapped:
    events.take()
    if isinstance(events.next, yaml.StreamEndEvent):
        raise Refused("yaml-empty", Mark(1, 1))
    events.take()
    top = _node(events, 1)
    events.take()
    if not isinstance(events.next, yaml.StreamEndEvent):
        raise Refused("yaml-several-documents", _mark(events.next))
    if not isinstance(top, Mapped):
        raise Refused("yaml-not-a-mapping", top.mark)
    return top


def _mark(event: yaml.Event) -> Mark:
    start: Any = event.start_mark
    return Mark(start.line + 1, start.column + 1)


def _node(events: _Events, depth: int) -> Node:
    event: Any = events.take()
    mark = _mark(event)
    if isinstance(event, yaml.AliasEvent):
        raise Refused("yaml-alias", mark, name=str(event.anchor))
    if getattr(event, "anchor", None):
        raise Refused("yaml-anchor", mark, name=str(event.anchor))
    if getattr(event, "tag", None):
        raise Refused("yaml-tag", mark, name=str(event.tag))
    if depth > DEEPEST:
        raise Refused("yaml-too-deep", mark)
    events.values += 1
    if events.values > MOST_VALUES:
        raise Refused("yaml-too-many", mark)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, mark)
    if isinstance(event, yaml.SequenceStartEvent):
        return Items(tuple(_until(events, yaml.SequenceEndEvent, depth)), mark)
    return _mapping(events, mark, depth)


def _until(events: _Events, end: type[yaml.Event], depth: int) -> Iterator[Node]:
    while not isinstance(events.next, end):
        yield _node(events, depth + 1)
    events.take()


def _mapping(events: _Events, mark: Mark, depth: int) -> Mapped:
    nodes = list(_until(events, yaml.MappingEndEvent, depth))
    pairs: list[tuple[Scalar, Node]] = []
    seen: set[str] = set()
    for name, value in zip(nodes[::2], nodes[1::2], strict=True):
        if not isinstance(name, Scalar):
            raise Refused("yaml-key", name.mark)
        if name.text == "<<":
            raise Refused("yaml-merge", name.mark)
        if name.text in seen:
            raise Refused("yaml-duplicate-key", name.mark, key=name.text)
        seen.add(name.text)
        pairs.append((name, value))
    return Mapped(tuple(pairs), mark)
