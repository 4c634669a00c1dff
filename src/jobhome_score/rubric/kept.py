"""Records of a rubric that are not read again where a reading leaves them alone."""

from typing import Any

from jobhome_score.rubric.nodes import Findings, Node, RubricProblem
from jobhome_score.rubric.shapes import INVALID, Record


class KeptRecord(Record):
    """A record that is read once from a node, however often it is asked for under other readings."""

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return what the node was read into before, if nothing was wrong with it."""
        if not isinstance(out, Findings):
            return super().read(node, out)
        key = self.name, id(node)
        if key in out.known:
            return out.known[key][1]
        found = super().read(node, out)
        if found is not INVALID:
            out.known[key] = node, found
        return found
