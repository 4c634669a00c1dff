"""From checked ledgers and a rubric to an assessment, in one short function."""

from collections.abc import Iterator, Sequence
from itertools import chain

from jobhome_score import __version__
from jobhome_score.assessment.values import (
    Assessment,
    Before,
    Input,
    MissingPolicy,
    Request,
    Result,
    Review,
    ReviewSource,
    adds,
)
from jobhome_score.evidence import Place
from jobhome_score.ledgers.loading import Checked
from jobhome_score.ledgers.reviews import ReviewDecision
from jobhome_score.problems import Code, LedgerError, Problem, errors
from jobhome_score.rubric.document import Rubric
from jobhome_score.rubric.source import RubricSource
from jobhome_score.scoring.fitting import Apart, absent, apart, misfits, missing_ledgers, season_of
from jobhome_score.scoring.review.in_force import decide, review_problems, undecided, used
from jobhome_score.scoring.rules import Missing
from jobhome_score.scoring.sheet import score_season
from jobhome_score.settlement import settle
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import Season


def all_problems(
    checked: Checked, source: RubricSource, request: Request, reviews: Checked | None = None
) -> tuple[Problem, ...]:  # fmt: skip
    """Every problem of the ledgers under a rubric, errors and warnings, in the order in which they were met.

    Some problems of `reviews` show only when everything is scored.
    """
    rubric = source.under(request.readings)
    found = tuple(_all_problems(checked, rubric, request, _season(checked, rubric, request), reviews))
    if reviews is None or errors(found):
        return found
    try:
        return assess(checked, source, request, reviews=reviews).problems
    except LedgerError as stopped:
        return stopped.problems


def _season(checked: Checked, rubric: Rubric, request: Request) -> Season | None:
    """The season as far as the ledgers could be read; None without a period."""
    found = checked.as_far_as_read()
    return None if found is None else season_of(found, rubric, request.as_of)


def _all_problems(
    checked: Checked, rubric: Rubric, request: Request, season: Season | None, reviews: Checked | None
) -> Iterator[Problem]:  # fmt: skip
    only_project = request.missing is not MissingPolicy.FAIL
    sheets = absent(checked, rubric, only_project=only_project)
    unfit = misfits(checked, rubric, season, request.made.date())
    return chain(checked.problems, sheets, unfit, _ahead(request), review_problems(checked, reviews))


def _ahead(request: Request) -> Iterator[Problem]:
    """Readings decided on a day that is still to come: a slip, or a document that is not out yet."""
    today = request.made.date()
    for name, one in request.decisions.items():
        if one.date > today:
            facts = {"reading": name, "today": today.isoformat()}
            yield Problem(Code.DECISION_AHEAD, Place(""), one.date.isoformat(), facts)


def assess(
    checked: Checked,
    source: RubricSource,
    request: Request,
    built: dict[str, Relation] | None = None,
    reviews: Checked | None = None,
) -> Assessment:
    """Score ledgers under a rubric. Raises LedgerError with every problem, RubricError where the rubric is wrong.

    `built` keeps the views that were made, for further questions about the same ledgers. `reviews` holds the decisions
    on disputes that the auditor wants applied, which may be `checked` itself; without it none are.
    """
    rubric = source.under(request.readings)
    season = _season(checked, rubric, request)
    problems = tuple(_all_problems(checked, rubric, request, season, reviews))
    if season is None or errors(problems):
        raise LedgerError(problems)
    contract = season.ledgers.contract
    views = {} if built is None else built
    decided = decide(checked, reviews, source, rubric, request.as_of, request.made.date())
    problems += decided.problems
    if errors(problems):
        raise LedgerError(problems)

    def result(missing: Missing, decisions: Sequence[ReviewDecision]) -> Result:
        score = score_season(rubric, season, missing, views, decisions)
        return Result(score, settle(rubric.settlement, score.total, contract))

    def before(missing: Missing) -> Before | None:
        return _before(result(missing, ())) if decided.decisions else None

    reviewed = result(Missing.WORST, decided.decisions)
    problems += tuple(undecided(decided.decisions, used(reviewed.score)))
    if errors(problems):
        raise LedgerError(problems)
    ranged = request.missing is MissingPolicy.RANGE
    return Assessment(
        rubric=rubric,
        rubric_sha256=source.sha256,
        readings=source.readings,
        options=source.options(request.readings),
        contract=contract,
        request=request,
        result=reviewed,
        best=result(Missing.BEST, decided.decisions) if ranged else None,
        absent=missing_ledgers(checked, rubric),
        inputs=tuple(_inputs(season, checked, reviews)),
        problems=problems,
        depends=source.depends(),
        version=__version__,
        review=Review(
            _source(checked, reviews), decided.decisions, decided.later, decided.listed,
            before(Missing.WORST), before(Missing.BEST) if ranged else None,
        ),
    )  # fmt: skip


def _inputs(season: Season, checked: Checked, reviews: Checked | None) -> Iterator[Input]:
    """Every sheet that went in, once each."""
    left_out = apart(season)
    accounts = (*checked.accounts, *(() if reviews is None else reviews.accounts))
    once = {(one.file, one.sheet, one.sha256): one for one in accounts}
    for one in once.values():
        yield Input(one, left_out.get((one.file, one.sheet), Apart(0, 0)))


def _source(checked: Checked, reviews: Checked | None) -> ReviewSource:
    if reviews is None:
        return ReviewSource.NONE
    return ReviewSource.LEDGERS if reviews is checked else ReviewSource.FILE


def _before(result: Result) -> Before:
    score = result.score
    lines = {line.indicator.id: adds(line, section.section.role) for section in score.sections
             for line in section.indicators}  # fmt: skip
    sections = {one.section.id: one.score for one in score.sections}
    rules = {f"{line.indicator.id} {rule.rule.id}": rule.deducted
             for one in score.sections for line in one.indicators for rule in line.rules}  # fmt: skip
    return Before(score.base, score.bonus, score.penalty, score.total, result.payout, lines, sections, rules)
