"""Which decisions on disputes are in force: those the auditor names, never those an operator merely hands in."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import combinations

from jobhome_score.evidence import Place
from jobhome_score.ledgers.catalogue import REVIEWS, ledgers
from jobhome_score.ledgers.loading import Checked
from jobhome_score.ledgers.reviews import ReviewDecision, Verdict
from jobhome_score.ledgers.tables import Table
from jobhome_score.problems import Code, Problem
from jobhome_score.records import dataclass
from jobhome_score.rubric.document import Comparison, Role, Rubric
from jobhome_score.rubric.nodes import Items, Mapped, Node, Scalar
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.results import Reviewed, Score


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions in force, those made after the as-of date, those listed and not applied, and what is wrong."""

    decisions: tuple[ReviewDecision, ...] = ()
    later: tuple[ReviewDecision, ...] = ()
    listed: tuple[ReviewDecision, ...] = ()
    problems: tuple[Problem, ...] = ()


def review_problems(checked: Checked, reviews: Checked | None) -> Iterator[Problem]:
    """What can be said about decisions before anything is scored: whose they are, and whether there are any."""
    applied = frozenset[str]() if reviews is None else frozenset(one.sha256 for one in reviews.accounts)
    for one in checked.accounts if reviews is not checked else ():
        if one.ledger == REVIEWS and one.counted and one.sha256 not in applied:
            yield Problem(Code.REVIEWS_NOT_APPLIED, Place(one.file, one.sheet), "", {"rows": str(one.counted)})
    if reviews is None:
        return
    if REVIEWS not in reviews.handed_in:
        yield Problem(Code.NO_REVIEWS, Place(""), ledgers()[REVIEWS].sheet, {})
    if reviews is not checked:
        yield from reviews.problems
        for one in reviews.accounts:
            if one.ledger not in ("", REVIEWS):
                yield Problem(
                    Code.REVIEWS_BESIDE, Place(one.file, one.sheet), "", {"ledger": ledgers()[one.ledger].sheet}
                )


def decide(
    checked: Checked,
    reviews: Checked | None,
    source: RubricSource,
    rubric: Rubric,
    as_of: dt.date | None,
    today: dt.date,
) -> Decided:
    """The decisions, sorted out. A decision is known from its own date on, like everything else.

    One dated after `today` holds, for the date may be a slip or the clock wrong, but it is pointed out.
    """
    applied = None if reviews is None else reviews.tables.get(REVIEWS)
    beside = checked.tables.get(REVIEWS)
    if (applied is None and beside is None) or checked.contract is None:
        return Decided()
    from jobhome_score.scoring.review.deciding import Deciding  # loaded where something was disputed

    made = Deciding(rubric, checked.tables, checked.contract, frozenset(_rule_ids(source)))
    found = () if applied is None else made.decisions(applied)
    problems = tuple(made.problems)
    listed = () if beside is None or beside is applied or _same(beside, applied) else made.decisions(beside)
    later = tuple(one for one in found if as_of is not None and one.date > as_of)
    problems += tuple(Problem(Code.REVIEW_TOO_LATE, one.place, one.date.isoformat()) for one in later)
    ahead = (one for one in found if one not in later and one.date > today)
    problems += tuple(Problem(Code.REVIEW_AHEAD, one.place, one.date.isoformat(), {"today": today.isoformat()})
                      for one in ahead)  # fmt: skip
    return Decided(tuple(one for one in found if one not in later), later, listed, problems)


def _same(one: Table, other: Table | None) -> bool:
    """Whether two tables are the same rows, read once as a ledger and once as the auditor's file."""
    return other is not None and one.pieces == other.pieces and one.columns == other.columns


def _rule_ids(source: RubricSource) -> Iterator[str]:
    """The ids of all rules, under whatever readings."""
    sections = source.nodes.get("sections")
    if sections is not None:
        yield from _ids(sections)


def _ids(node: Node) -> Iterator[str]:
    if isinstance(node, Items):
        for item in node.items:
            yield from _ids(item)
    elif isinstance(node, Mapped):
        name = node.get("id")
        if isinstance(name, Scalar):
            yield name.text
        for _, value in node.pairs:
            yield from _ids(value)


def used(score: Score) -> Sequence[tuple[Role, Reviewed]]:
    """Everything that decisions said, in the order of the score sheet."""
    return [(section.section.role, one) for section in score.sections for line in section.indicators
            for rule in line.rules for one in rule.reviewed]  # fmt: skip


def undecided(decisions: Sequence[ReviewDecision], said: Sequence[tuple[Role, Reviewed]]) -> Iterator[Problem]:
    """What only the scoring can tell: decisions that name no charge, waive an award, or contradict each other."""
    touched = {id(one.decision) for _, one in said}
    yield from (Problem(Code.REVIEW_WITHOUT_CHARGE, one.place) for one in decisions if id(one) not in touched)
    awards = {one.decision.place for role, one in said if role is Role.BONUS and one.decision.verdict is Verdict.WAIVED}
    yield from (Problem(Code.REVIEW_WAIVES_AWARD, place) for place in sorted(awards))
    same: dict[tuple[int, str, str], list[Reviewed]] = {}
    for _, one in said:
        same.setdefault((id(one.miss.term), one.miss.cell, one.miss.name), []).append(one)
    pairs = {(one.decision.place, other.decision.place): other.decision for members in same.values()
             for one, other in combinations(sorted(members, key=lambda one: one.decision.place), 2)
             if _contradict(one, other)}  # fmt: skip
    for (first, second), decision in sorted(pairs.items(), key=lambda pair: pair[0][::-1]):
        facts = {"other": str(first), "verdict": decision.verdict.value}
        yield Problem(Code.REVIEWS_CONTRADICT, second, "", facts)


def _contradict(one: Reviewed, other: Reviewed) -> bool:
    """Whether two verdicts differ about the same thing. Numbers of misses may be shared out among several verdicts."""
    shared = one.decision.count is not None and other.decision.count is not None
    if one.decision.verdict is other.decision.verdict or shared:
        return False
    single = one.miss.target.comparison is Comparison.AT_MOST and not one.miss.target.number
    return not single or bool(set(one.miss.places) & set(other.miss.places))
