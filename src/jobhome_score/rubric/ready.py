"""A packaged rubric that has been read already: parsing its YAML would cost a twentieth of an assessment.

Beside a packaged `NAME.yaml` lies `NAME.nodes.json` with the very nodes that parsing gives, and the SHA-256 of the text
they are of. Of any other text, and of a rubric that is not packaged, nothing is ready.
"""

import json
from pathlib import Path
from typing import Any, Final

from jobhome_score.rubric.nodes import Items, Mapped, Mark, Node, Scalar

ENDING: Final = ".nodes.json"


def ready_nodes(rubric: Path, sha256: str) -> Mapped | None:
    """The nodes of a packaged rubric whose text has this SHA-256; None where none are ready."""
    try:
        held = json.loads(rubric.with_suffix(ENDING).read_bytes())
    except FileNotFoundError:
        return None
    if held["sha256"] != sha256:
        return None
    scalars = list(map(Scalar, held["texts"], map(Mark, held["lines"], held["columns"])))
    top = _node(held["top"], scalars)
    assert isinstance(top, Mapped)  # noqa: S101 - a rubric is a mapping
    return top


def _node(held: Any, scalars: list[Scalar]) -> Node:
    """A scalar by its number, or what is made of others."""
    if isinstance(held, int):
        return scalars[held]
    mark, parts = Mark(*held["at"]), [_node(part, scalars) for part in held.get("items") or held.get("pairs") or ()]
    if "items" in held:
        return Items(tuple(parts), mark)
    return Mapped(tuple(zip(parts[::2], parts[1::2], strict=True)), mark)  # type: ignore[arg-type]  # keys are scalars


def ready_text(top: Mapped, sha256: str) -> str:
    """What `ready_nodes` reads."""
    scalars: list[Scalar] = []
    held = _held(top, scalars)
    parts = {
        "sha256": sha256,
        "texts": [one.text for one in scalars],
        "lines": [one.mark.line for one in scalars],
        "columns": [one.mark.column for one in scalars],
        "top": held,
    }
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")) + "\n"


def _held(node: Node, scalars: list[Scalar]) -> Any:
    """A node without its scalars, which are numbered as they come."""
    if isinstance(node, Scalar):
        scalars.append(node)
        return len(scalars) - 1
    if isinstance(node, Items):
        return {"at": node.mark, "items": [_held(item, scalars) for item in node.items]}
    return {"at": node.mark, "pairs": [_held(part, scalars) for pair in node.pairs for part in pair]}
