"""A small rubric of which tests change one line at a time."""

from collections.abc import Iterator

from jobhome_score.rubric.nodes import Items, Node, RubricError, RubricProblem, Scalar
from jobhome_score.rubric.source import RubricSource, read_rubric

SMALL = """\
rubric: small
version: "1"
title: {zh: 小, en: Small}
source: {zh: 合同, en: Contract}
readings:
  strict:
    question: {zh: 从严？, en: Strictly?}
    options:
      loose: {zh: 从宽, en: No}
      firm: {zh: 从严, en: Yes}
catalogues:
  services: {职业介绍: [岗位介绍]}
calendar: {part_months: together}
sections:
  - id: "1"
    title: {zh: 招聘, en: Fairs}
    points: 10
    indicators:
      - id: "1.1"
        title: {zh: 场次, en: Fairs held}
        points: 10
        cap: 6
        rules:
          - id: sessions
            title: {zh: 场次, en: Sessions}
            says: {zh: 缺一场扣一分, en: 1 each}
            measure: {of: events, where: {kind: 日常}, take: count}
            target: {at_least: {reading: strict, loose: 3, firm: 5}}
            deduct: {points: 1, per: 1}
          - id: rate
            title: {zh: 联系率, en: Rate}
            says: {zh: 不足扣一分, en: 1 below}
            measure: {of: online, take: {ratio: [contacted, all]}, if_empty: missed}
            target: {at_least: 90%}
            deduct: {points: 1, per: breach}
settlement:
  floor: 0
  ceiling: 100
  out_of: 10
  rounding: none
  basis: contract
  bands:
    - {at_least: 9, pays: 100%}
    - {at_least: 0, pays: score / total}
"""


def changed(old: str, new: str) -> str:
    """The small rubric with one change."""
    if SMALL.count(old) != 1:
        raise ValueError(old)
    return SMALL.replace(old, new)


def read(text: str) -> RubricSource:
    """A rubric read, and built once."""
    source = read_rubric("small.yaml", text)
    source.under({})
    return source


def problems(text: str) -> tuple[RubricProblem, ...]:
    """What is wrong with a rubric."""
    try:
        read(text)
    except RubricError as error:
        return error.problems
    return ()


def line_of(text: str, part: str) -> int:
    """The line on which a part first stands, from 1."""
    return text[: text.index(part)].count("\n") + 1


def every_node(node: Node) -> Iterator[Node]:
    """A node and all that it holds."""
    yield node
    if not isinstance(node, Scalar):
        for part in node.items if isinstance(node, Items) else [value for _, value in node.pairs]:
            yield from every_node(part)
