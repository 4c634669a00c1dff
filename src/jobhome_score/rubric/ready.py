"""A packaged rubric that has been read already: parsing its YAML would cost a twentieth of an assessment.

Beside a packaged `NAME.yaml` lies `NAME.nodes.json` with the very nodes that parsing gives, and the SHA-256 of the text
they are of: texts and marks by columns, what is made of them by the numbers of its parts, which come before it, and in
which nodes readings choose. Of any other text, and of a rubric that is not packaged, nothing is ready.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any, Final

from jobhome_score.rubric.nodes import Items, Mapped, Mark, Node, Scalar
from jobhome_score.rubric.settling import Settling

ENDING: Final = ".nodes.json"


def ready_nodes(rubric: Path, sha256: str) -> Settling | None:
    """The nodes of a packaged rubric whose text has this SHA-256; None where none are ready."""
    try:
        held = json.loads(rubric.with_suffix(ENDING).read_bytes())
    except FileNotFoundError:
        return None
    if held["sha256"] != sha256:
        return None
    nodes = _nodes(held)
    top = nodes[-1]
    assert isinstance(top, Mapped)  # noqa: S101 - a rubric is a mapping
    return Settling(top, {id(nodes[number]): tuple(names) for number, names in held["choosing"]})


def _nodes(held: Any) -> list[Any]:
    """Every node, made without a call of ours for each of thousands: a named tuple is a tuple of its class."""
    marks = iter(_made(Mark, held["lines"], held["columns"]))
    nodes = _made(Scalar, held["texts"], islice(marks, len(held["texts"])))
    mapped, items, get = partial(tuple.__new__, Mapped), partial(tuple.__new__, Items), nodes.__getitem__
    for mark, paired, numbers in zip(marks, held["paired"], held["parts"], strict=True):
        parts = map(get, numbers)
        nodes.append(mapped((tuple(zip(parts, parts, strict=True)), mark)) if paired else items((tuple(parts), mark)))
    return nodes


def _made(kind: type, *columns: Iterable[Any]) -> list[Any]:
    return list(map(tuple.__new__, repeat(kind), zip(*columns, strict=True)))


def ready_text(top: Mapped, sha256: str) -> str:
    """What `ready_nodes` reads."""
    scalars = [node for node in _every(top) if isinstance(node, Scalar)]
    others = [node for node in _every(top) if not isinstance(node, Scalar)]
    nodes, settling = (*scalars, *others), Settling(top)
    numbers = {id(node): number for number, node in enumerate(nodes)}
    parts = {
        "sha256": sha256,
        "texts": [one.text for one in scalars],
        "lines": [one.mark.line for one in nodes],
        "columns": [one.mark.column for one in nodes],
        "paired": [int(isinstance(one, Mapped)) for one in others],
        "parts": [[numbers[id(part)] for part in _parts(one)] for one in others],
        "choosing": [(numbers[id(one)], settling.readings(one)) for one in others if settling.chooses(one)],
    }
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")) + "\n"


def _every(node: Node) -> Iterator[Node]:
    """Every node of a rubric, parts before what is made of them."""
    for part in _parts(node):
        yield from _every(part)
    yield node


def _parts(node: Node) -> Sequence[Node]:
    """What a node is made of: items, or keys and values by turns."""
    if isinstance(node, Scalar):
        return ()
    return node.items if isinstance(node, Items) else tuple(chain.from_iterable(node.pairs))
