"""Where a difference comes from: one thing after another is exchanged, and what each exchange changes is its part.

Every part is the difference between two whole assessments, so the parts add up to the whole difference exactly.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from jobhome_score.assessment import Request, Result
from jobhome_score.insight.row_changes import RowChanges
from jobhome_score.insight.sides import Outcome
from jobhome_score.ledgers.rows import Ledger
from jobhome_score.ledgers.tables import Ledgers, Piece, Table, table
from jobhome_score.named import NamedTuple
from jobhome_score.records import dataclass, replace
from jobhome_score.rubric.document import Role
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.fitting import season_of
from jobhome_score.scoring.results import Score
from jobhome_score.scoring.sheet import score_season
from jobhome_score.settlement import settle


@dataclass(frozen=True, slots=True)
class Setup:
    """Under what ledgers are assessed."""

    source: RubricSource
    request: Request


class Step(NamedTuple):
    """One exchange: what was exchanged (`cause`, of which ledger, how many rows), and what it all comes to after it."""

    cause: str
    after: Outcome
    ledger: str = ""
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the difference, B minus A: what it adds to the total, the payable amount and each indicator."""

    cause: str
    ledger: str
    rows: int
    total: Fraction
    payable: Decimal
    lines: Mapping[str, Fraction]


def parts(start: Outcome, steps: Sequence[Step]) -> tuple[Part, ...]:
    """What each step changed. An indicator that a rubric lacks adds nothing under it."""
    found = []
    for before, step in zip([start, *(step.after for step in steps)], steps, strict=False):
        names = dict.fromkeys((*before.lines, *step.after.lines))
        nothing = Fraction(0)
        gains = {name: step.after.lines.get(name, nothing) - before.lines.get(name, nothing) for name in names}
        found.append(
            Part(
                step.cause, step.ledger, step.rows, step.after.total - before.total,
                step.after.payable - before.payable, {name: gain for name, gain in gains.items() if gain},
            )
        )  # fmt: skip
    return tuple(found)


def together(one: Part, other: Part) -> Part:
    """Two parts of one cause as one."""
    nothing = Fraction(0)
    gains = {name: one.lines.get(name, nothing) + other.lines.get(name, nothing)
             for name in dict.fromkeys((*one.lines, *other.lines))}  # fmt: skip
    return replace(one, rows=one.rows + other.rows, total=one.total + other.total, payable=one.payable + other.payable,
                   lines={name: gain for name, gain in gains.items() if gain})  # fmt: skip


def outcome_of(result: Result) -> Outcome:
    """What a result comes to."""
    payout = result.payout
    return Outcome(result.score.total, payout.share, payout.payable, adds(result.score))


def adds(score: Score) -> Mapping[str, Fraction]:
    """What each indicator adds to the total, before any cap of its section; less than nothing for a penalty."""
    return {
        line.indicator.id: {Role.BASE: line.score, Role.BONUS: line.deducted, Role.PENALTY: -line.deducted}[
            section.section.role
        ]
        for section in score.sections
        for line in section.indicators
    }


def come_to(ledgers: Ledgers, setup: Setup) -> Outcome:
    """What ledgers come to under a setup; of a range, its lower end."""
    rubric = setup.source.under(setup.request.readings)
    score = score_season(rubric, season_of(ledgers, rubric, setup.request.as_of))
    return outcome_of(Result(score, settle(rubric.settlement, score.total, ledgers.contract)))


def setup_steps(ledgers: Ledgers, first: Setup, last: Setup, end: Outcome | None) -> Iterator[Step]:
    """From one setup to another on the same ledgers: rubric, readings, the day.

    `end` is what the last setup comes to, where that is known already.
    """
    stages = list(_stages(first, last))
    for at, (cause, setup) in enumerate(stages):
        known = end if at == len(stages) - 1 else None
        yield Step(cause, known or come_to(ledgers, setup))


def _stages(first: Setup, last: Setup) -> Iterator[tuple[str, Setup]]:
    """The setups on the way, each named by what changed; a reading that a new rubric lacks goes with the old one."""
    now = first
    if first.source.sha256 != last.source.sha256:
        common = {name: option for name, option in first.request.readings.items()
                  if name in last.source.readings and option in last.source.option_names(name)}  # fmt: skip
        now = Setup(last.source, replace(first.request, readings=common, decisions={}))
        yield "rubric", now
    if now.source.options(now.request.readings) != last.source.options(last.request.readings):
        now = Setup(now.source, replace(now.request, readings=last.request.readings, decisions={}))
        yield "readings", now
    if now.request.as_of != last.request.as_of:
        now = Setup(now.source, replace(now.request, as_of=last.request.as_of))
        yield "as_of", now


def row_steps(a: Ledgers, b: Ledgers, changes: Sequence[RowChanges], setup: Setup, end: Outcome) -> Iterator[Step]:
    """From one hand-in to another under one setup: the project, then of each ledger rows changed, removed, added."""
    stages = list(_exchanges(a, b, changes))
    for at, (cause, ledger, rows, ledgers) in enumerate(stages):
        after = end if at == len(stages) - 1 else come_to(ledgers, setup)
        yield Step(cause, after, ledger, rows)


Exchange = tuple[str, str, int, Ledgers]


def _exchanges(a: Ledgers, b: Ledgers, changes: Sequence[RowChanges]) -> Iterator[Exchange]:
    now = a
    if a.contract != b.contract:
        now = replace(now, contract=b.contract)
        yield "project", "project", 0, now
    for change in changes:
        for cause, rows, made in _versions(change):
            tables = {**now.tables, change.ledger.id: made}
            now = replace(now, tables={name: found for name, found in tables.items() if found is not None})
            yield cause, change.ledger.id, rows, now


def _versions(change: RowChanges) -> Iterator[tuple[str, int, Table | None]]:
    """A ledger on its way from A to B, with what was done to it."""
    a, b = change.a, change.b
    if a is None or b is None:
        if change.any:
            yield ("handed_in" if a is None else "withheld"), len(change.added or change.removed), b
        return
    kept = [row for row, _ in change.same]
    new = [one.b for one in change.changed]
    if change.changed:
        yield "changed", len(new), spliced(change.ledger, [(a, [*kept, *change.removed]), (b, new)])
    if change.removed:
        yield "removed", len(change.removed), spliced(change.ledger, [(a, kept), (b, new)])
    if change.added:
        yield "added", len(change.added), b


def spliced(ledger: Ledger, sources: Sequence[tuple[Table, Sequence[int]]]) -> Table:
    """Some rows of several tables as one table; each keeps its place."""
    columns = {name: [found.columns[name][row] for found, rows in sources for row in sorted(rows)]
               for name in ledger.fields}  # fmt: skip
    return table(ledger, columns, [piece for found, rows in sources for piece in _pieces(found, sorted(rows))])


def _pieces(found: Table, rows: Sequence[int]) -> Iterator[Piece]:
    for piece, (first, end) in zip(found.pieces, pairwise(found.starts), strict=True):
        numbers = [piece.numbers[row - first] for row in rows if first <= row < end]
        yield Piece(piece.file, piece.sheet, numbers, piece.places)
