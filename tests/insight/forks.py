"""Small rubrics drawn at random whose readings stand everywhere, few enough for every combination to be assessed."""

from random import Random

OPTIONS = ("a", "b", "c")


class Fork:
    """A rubric being drawn: its readings, and which of them were used."""

    def __init__(self, seed: int) -> None:
        """Draw how many readings there are, and how many options each has."""
        self.dice = Random(f"fork {seed}")
        self.readings = {
            f"r{number}": OPTIONS[: self.dice.choice((2, 2, 3))] for number in range(self.dice.choice((3, 4)))
        }
        self.used: set[str] = set()

    def pick(self, *values: object, often: float = 0.6) -> str:
        """One of some values, or a choice by a reading."""
        if self.dice.random() > often:
            return str(self.dice.choice(values))
        name = self.dice.choice(list(self.readings))
        self.used.add(name)
        options = ", ".join(f"{option}: {self.dice.choice(values)}" for option in self.readings[name])
        return f"{{reading: {name}, {options}}}"


def forked(seed: int) -> str:
    """The text of a rubric; a reading that came up nowhere is left out."""
    fork = Fork(seed)
    lines = [_line(fork, f"1.{number}", fork.pick("日常", "主题", often=0.2)) for number in range(1, 4)]
    bonus, cap = _award(fork), fork.pick(1, 2, 5, often=0.3)
    penalty = _penalty(fork)
    calendar = fork.pick("together", "each", often=0.3)
    # a band that pays less for more points, now and then: the extremes are then not at the ends
    top = fork.dice.choice(("100%", "100%", "55%"))
    settlement = f"""\
settlement:
  floor: 0
  ceiling: {fork.pick("12", "none", often=0.5)}
  out_of: 12
  rounding: {fork.pick("none", "half_up", "down", often=0.5)}
  basis: {fork.pick("contract", "assessed", often=0.3)}
  bands:
    - {{at_least: 9, pays: {top}}}
    - {{at_least: 5.5, pays: 60%}}
    - {{at_least: 0, pays: score / total}}
"""
    asked = "\n".join(_question(name, options) for name, options in fork.readings.items() if name in fork.used)
    readings = f"readings:\n{asked}\n" if asked else ""
    return f"""\
rubric: fork
version: "1"
title: {{zh: 岔, en: Fork}}
source: {{zh: 合同, en: Contract}}
{readings}catalogues:
  services: {{职业介绍: [岗位介绍]}}
calendar: {{part_months: {calendar}}}
sections:
  - id: "1"
    title: {{zh: 招聘, en: Fairs}}
    points: 12
    indicators:
{"".join(lines)}  - id: "2"
    title: {{zh: 加分, en: Bonus}}
    role: bonus
    points: {cap}
    indicators:
{bonus}  - id: "3"
    title: {{zh: 扣分, en: Penalty}}
    role: penalty
    points: 5
    indicators:
{penalty}{settlement}"""


def _question(name: str, options: tuple[str, ...]) -> str:
    says = ", ".join(f"{one}: {{zh: 甲, en: A}}" for one in options)
    return f"  {name}:\n    question: {{zh: 问, en: Q}}\n    options: {{{says}}}"


def _line(fork: Fork, name: str, kind: str) -> str:
    target, points, cap = fork.pick(2, 3, 5), fork.pick(0.5, 1, 1.5), fork.pick(2, 3, 4, often=0.4)
    each = fork.pick("period", "month", often=0.3)
    return f"""\
      - id: "{name}"
        title: {{zh: 场次, en: Fairs}}
        points: 4
        cap: {cap}
        rules:
          - id: sessions
            title: {{zh: 场次, en: Fairs}}
            says: {{zh: 缺, en: short}}
            measure: {{of: events, where: {{kind: {kind}}}, each: {each}, take: count}}
            target: {{at_least: {target}}}
            deduct: {{points: {points}, per: 1, combine: {fork.pick("sum", "worst", often=0.3)}}}
"""


def _award(fork: Fork) -> str:
    return "".join(
        f"""\
      - id: "2.{number}"
        title: {{zh: 加, en: Bonus}}
        cap: {fork.pick(1, 2, 4, often=0.4)}
        rules:
          - id: many
            title: {{zh: 加, en: Bonus}}
            says: {{zh: 加, en: more}}
            measure: {{of: events, where: {{companies: {{more_than: {fork.pick(30, 40, 50)}}}}}, take: count}}
            target: {{at_most: 0}}
            award: {{points: {fork.pick(0.5, 1)}, per: 1}}
"""
        for number in (1, 2)
    )


def _penalty(fork: Fork) -> str:
    kinds = fork.pick("数据造假", "环境脏乱", often=0.3)
    return f"""\
      - id: "3.1"
        title: {{zh: 造假, en: Fraud}}
        cap: {fork.pick(1, 5, often=0.4)}
        rules:
          - id: fraud
            title: {{zh: 造假, en: Fraud}}
            says: {{zh: 造假, en: fraud}}
            measure: {{of: findings, where: {{type: {kinds}}}, take: {{distinct: indicator}}}}
            target: {{at_most: 0}}
            deduct: {{points: {fork.pick(1, 2)}, per: 1}}
            zero: indicator
"""
