"""What many independent lines can come to together, by how many readings are changed: exact, and nothing sampled.

Lines that share readings form a group: inside it the shared readings are enumerated, across groups sums are combined.
Of the sums that one number of changes can reach, the least and the most are kept, which is all that a settlement
asks that never pays less for more points; for one that does, every sum is kept.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from jobhome_score.insight.framing import Choices, Options, combinations
from jobhome_score.insight.scenarios import Line
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass

NOTHING = Fraction(0)


class Gain(NamedTuple):
    """What is added to the total, and the options that add it."""

    points: Fraction
    options: Options


Spread = Mapping[int, Sequence[Gain]]
"""What can be added, by the number of readings changed."""

Keep = Callable[[Iterable[Gain]], Sequence[Gain]]
"""Which of the sums that one number of changes can reach are of use."""


def both_ends(gains: Iterable[Gain]) -> Sequence[Gain]:
    """The least and the most."""
    every = list(gains)
    least, most = (end(every, key=lambda gain: gain.points) for end in (min, max))
    return (least,) if least.points == most.points else (least, most)


def every_sum(gains: Iterable[Gain]) -> Sequence[Gain]:
    """Each sum once."""
    found: dict[Fraction, Gain] = {}
    for gain in gains:
        found.setdefault(gain.points, gain)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Search:
    """What is searched: the options left to each reading, those in use, and which sums are kept."""

    choices: Choices
    used: Options
    keep: Keep

    def changes(self, options: Options) -> int:
        """How many of these options differ from those in use."""
        return sum(self.used[name] != option for name, option in options.items())

    def spread(self, lines: Sequence[Line]) -> Spread:
        """What all lines together can add; nothing at all where a line can never be scored."""
        whole: Spread = {0: (Gain(NOTHING, {}),)}
        for group in groups(lines):
            whole = self._combined(whole, self._group(group))
        return whole

    def _group(self, members: Sequence[Line]) -> Spread:
        """What a group can add: each way to settle what its lines share, then each line by what is its own."""
        names = dict.fromkeys(name for line in members for name in line.readings)
        shared = tuple(name for name in names if sum(name in line.readings for line in members) > 1)
        found: dict[int, list[Gain]] = {}
        for options in combinations(self.choices, shared):
            best: Spread = {self.changes(options): (Gain(NOTHING, options),)}
            for line in members:
                best = self._combined(best, self._line(line, options))
            for count, gains in best.items():
                found.setdefault(count, []).extend(gains)
        return self._kept(found)

    def _line(self, line: Line, fixed: Options) -> Spread:
        """What a line can add by its own readings, the shared ones being settled."""
        found: dict[int, list[Gain]] = {}
        left = {**self.choices, **{name: (option,) for name, option in fixed.items()}}
        for options, points in line.values():
            if all(option in left[name] for name, option in options.items()):
                own = {name: option for name, option in options.items() if name not in fixed}
                found.setdefault(self.changes(own), []).append(Gain(points, own))
        return self._kept(found)

    def _combined(self, left: Spread, right: Spread) -> Spread:
        """Two independent parts together, by the number of changes in both."""
        found: dict[int, list[Gain]] = {}
        for (first, ones), (second, others) in product(left.items(), right.items()):
            sums = [Gain(a.points + b.points, {**a.options, **b.options}) for a, b in product(ones, others)]
            found.setdefault(first + second, []).extend(sums)
        return self._kept(found)

    def _kept(self, found: Mapping[int, Sequence[Gain]]) -> Spread:
        return {count: self.keep(gains) for count, gains in found.items()}


def groups(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """Lines that share readings, directly or through others."""
    found: list[tuple[set[str], list[Line]]] = []
    for line in lines:
        names, members, apart = set(line.readings), [line], []
        for group in found:
            if group[0] & names:
                names |= group[0]
                members = group[1] + members
            else:
                apart.append(group)
        found = [*apart, (names, members)]
    return (members for _, members in found)
