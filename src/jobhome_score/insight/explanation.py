"""Why two sides differ: which steps lead from what A says to what B says, as far as what is at hand can tell."""

from collections.abc import Callable, Iterator, Sequence

from jobhome_score.assessment import MissingPolicy, Request
from jobhome_score.evidence import Place
from jobhome_score.insight.attribution import Part, Setup, Step, come_to, parts, row_steps, setup_steps, together
from jobhome_score.insight.comparison import Alignment, compared, terms_that_differ
from jobhome_score.insight.differences import Comparison
from jobhome_score.insight.row_changes import RowChanges, row_changes
from jobhome_score.insight.sides import Outcome, Side
from jobhome_score.ledgers.catalogue import REVIEWS, ledgers
from jobhome_score.ledgers.tables import Ledgers
from jobhome_score.records import dataclass
from jobhome_score.rubric.source import RubricSource

Told = Callable[[Outcome], Outcome]
"""An outcome with its numbers as exactly as both sides can tell them."""


@dataclass(frozen=True, slots=True)
class Given:
    """A side as it was given: with its ledgers and what they were assessed under, unless it was stored."""

    side: Side
    ledgers: Ledgers | None = None
    setup: Setup | None = None


def compare(a: Given, b: Given, rubrics: Sequence[RubricSource], told: Told) -> Comparison:
    """Hold two sides against each other and say why they differ. `rubrics` are those at hand for a stored side."""
    rows = _alignment(a, b)
    steps, reason = _steps(a, b, rows.changes, rubrics)
    found = parts(a.side.before_review, [step._replace(after=told(step.after)) for step in steps])
    found = (*found, *_by_review(a.side, b.side))
    telling = tuple(part for part in found if part.total or part.payable or part.lines or part.rows)
    return compared(a.side, b.side, rows, telling, reason)


def _by_review(a: Side, b: Side) -> Iterator[Part]:
    """What decisions on disputes did to B beyond what they did to A; everything else is exchanged as before review."""
    if a.unreviewed is None and b.unreviewed is None:
        return
    off, on = (parts(*pair)[0] for pair in ((a.outcome, [Step("reviews", a.before_review)]),
                                            (b.before_review, [Step("reviews", b.outcome)])))  # fmt: skip
    yield together(off, on)


def _alignment(a: Given, b: Given) -> Alignment:
    """Which rows of the sides are the same one: ledger by ledger, or for a stored side as far as its workbooks tell."""
    if a.ledgers is None or b.ledgers is None:
        return Alignment(twin_by_files(a.side, b.side))
    tables = a.ledgers.tables, b.ledgers.tables
    changes = [
        row_changes(ledger, *(found.get(name) for found in tables))
        for name, ledger in ledgers().items()
        if any(name in found for found in tables)
    ]
    twins = dict(pair for change in changes for pair in change.twins())
    return Alignment(twins.get, changes)


def _steps(
    a: Given, b: Given, changes: Sequence[RowChanges], rubrics: Sequence[RubricSource]
) -> tuple[Sequence[Step], str]:
    """What leads from A to B, in order, and why it could not be told apart where it could not.

    Both sides ledgers: rubric, readings and day are exchanged first, then the project and the rows ledger by ledger.
    One side stored: the ledgers of the other are assessed under both setups. Both stored: nothing is recomputed.
    """
    end = b.side.before_review
    if a.ledgers and a.setup and b.ledgers and b.setup:
        rows = list(row_steps(a.ledgers, b.ledgers, changes, b.setup, end))
        return [*setup_steps(a.ledgers, a.setup, b.setup, None if rows else end), *rows], ""
    if b.ledgers and b.setup:
        theirs = _setup_of(a.side, b.setup, rubrics)
        if theirs is None:
            return _together(a, b)
        rows = [Step(_of_rows(a, b), come_to(b.ledgers, theirs))]
        return [*rows, *setup_steps(b.ledgers, theirs, b.setup, end)], ""
    if a.ledgers and a.setup:
        theirs = _setup_of(b.side, a.setup, rubrics)
        if theirs is None:
            return _together(a, b)
        return [*setup_steps(a.ledgers, a.setup, theirs, None), Step(_of_rows(a, b), end)], ""
    return _of_stored(a, b)


def _setup_of(side: Side, like: Setup, rubrics: Sequence[RubricSource]) -> Setup | None:
    """The setup of a stored side; None where its rubric is not at hand or does not know its readings."""
    terms = side.terms
    for source in rubrics:
        known = all(name in source.readings and option in source.option_names(name)
                    for name, option in terms.readings.items())  # fmt: skip
        if source.sha256 == terms.rubric_sha256 and known:
            return Setup(source, Request(like.request.made, terms.readings, terms.as_of, MissingPolicy.ZERO))
    return None


def _together(a: Given, b: Given) -> tuple[Sequence[Step], str]:
    """Everything in one part, since the rubric of a stored side is not at hand."""
    side = a.side if a.side.stored else b.side
    return [Step("undivided", b.side.before_review)], f"rubric:{side.name}"


def _of_rows(a: Given, b: Given) -> str:
    """What the difference between two sides under one setup is due to."""
    return "program" if same_bytes(a.side, b.side) else "rows"


def same_bytes(a: Side, b: Side) -> bool:
    """Whether the same workbooks went in, whatever they are called; those of decisions on disputes are no ledgers."""
    one, other = ({each.sha256 for each in side.inputs if each.sha256 and each.ledger != REVIEWS} for side in (a, b))
    return bool(one) and one == other


def files(side: Side) -> dict[str, str]:
    """The files of a side by their SHA-256."""
    return {one.sha256: one.file for one in reversed(side.inputs) if one.sha256}


def twin_by_files(a: Side, b: Side) -> Callable[[Place], Place | None]:
    """Where a row of A stands in B, as far as a stored side tells: in the same workbook, by whatever name."""
    on_b = files(b)
    renamed = {one.file: on_b[one.sha256] for one in a.inputs if one.sha256 in on_b}
    return lambda place: place._replace(file=renamed.get(place.file, place.file))


def _of_stored(a: Given, b: Given) -> tuple[Sequence[Step], str]:
    kinds = list(dict.fromkeys(_kinds(a.side, b.side)))
    if not kinds:
        return [Step(_of_rows(a, b), b.side.before_review)], ""
    if not same_bytes(a.side, b.side):
        return [Step("undivided", b.side.before_review)], "stored"
    return [Step(kinds[0] if len(kinds) == 1 else "terms", b.side.before_review)], ""


def _kinds(a: Side, b: Side) -> Iterator[str]:
    for one in terms_that_differ(a, b):
        if one.name not in ("missing", "reviews"):
            yield "readings" if one.name.startswith("reading:") else one.name
