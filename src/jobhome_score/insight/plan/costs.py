"""What a repair costs at each indicator or rule: a small YAML file, read as carefully as a rubric.

`"2.1": 20000` is for every rule of the indicator, `"2.1 items": none` says that it is not to be thought of, and
`default: 5` is for whatever is not named.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from jobhome_score.records import dataclass, field
from jobhome_score.rubric.document import Rubric
from jobhome_score.rubric.nodes import RubricError, RubricProblem, unknown
from jobhome_score.rubric.shapes import INVALID, Leaf, Optional
from jobhome_score.rubric.yaml_nodes import read_nodes

DEFAULT = "default"
COST_TEXT = re.compile(r"(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,2})?")


@dataclass(frozen=True, slots=True)
class Costs:
    """The cost of one unit: at a rule (`2.1 items`), else at its indicator, else anywhere; None: not to be done."""

    by: Mapping[str, Fraction | None] = field(default_factory=lambda: MappingProxyType({}))
    default: Fraction = Fraction(1)

    def of(self, line: str, rule: str) -> Fraction | None:
        """What a unit costs at a rule of an indicator."""
        for name in (f"{line} {rule}", line):
            if name in self.by:
                return self.by[name]
        return self.default


NO_COSTS = Costs()
"""Every repair counts alike."""


def _cost(text: str) -> Fraction:
    if not COST_TEXT.fullmatch(text) or not Fraction(text):
        raise ValueError(text)
    return Fraction(text)


COST = Leaf("cost", _cost, {})


def read_costs(file: str, text: str, rubric: Rubric) -> Costs:
    """Read a file of costs. Raises RubricError with line and column, all problems at once."""
    problems: list[RubricProblem] = []
    lines = rubric.indicators().values()
    known = (DEFAULT, *(line.id for line in lines), *(f"{line.id} {rule.id}" for line in lines for rule in line.rules))
    found: dict[str, Fraction | None] = {}
    for name, node in read_nodes(file, text).pairs:
        if name.text not in known:
            problems.append(unknown("cost-unknown", name.text, known, name.mark))
        shape = COST if name.text == DEFAULT else Optional(COST)
        value = shape.read(node, problems)
        if value is not INVALID:
            found[name.text] = value
    if problems:
        raise RubricError(file, tuple(problems))
    return Costs({name: cost for name, cost in found.items() if name != DEFAULT}, found.get(DEFAULT) or Fraction(1))
