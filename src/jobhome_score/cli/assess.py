"""`assess`: the scored breakdown, what was deducted and why, the total and the settlement."""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from jobhome_score.cli import options
from jobhome_score.cli.asked import Asked
from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import NO, plainly, print_result, refuse
from jobhome_score.cli.journey import Travelled, travelled
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import Format, LangChoice
from jobhome_score.cli.outputs import way_to, write_files
from jobhome_score.cli.pacing import Capacities, capacities, paced
from jobhome_score.cli.rendering import (
    RANGED,
    Notice,
    Sort,
    SortChoice,
    check_endings,
    check_leads,
    check_plan,
    check_sort,
    ending_of,
    render,
    shown,
)
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.insight.flags.family import Flags
    from jobhome_score.insight.plan.answer import Answer


FailUnder = Annotated[str | None, Option("--fail-under", help="fail_under", metavar="SCORE")]
WithFlags = Annotated[bool, Option("--flags", help="with_flags")]
WithPlan = Annotated[bool, Option("--plan", help="with_plan")]


def assess_command(
    ledgers: options.Ledgers,
    rubric: options.RubricName = PACKAGED,
    reading: options.ReadingOptions = None,
    decided: options.ReadingsFile = None,
    as_of: options.AsOf = None,
    missing: options.Missing = options.MissingChoice.FAIL,
    hidden: options.HiddenOption = options.HiddenChoice.FAIL,
    limit: options.LimitOptions = None,
    reviews: options.Reviews = None,
    output_format: options.FormatOption = Format.TEXT,
    output: options.Outputs = None,
    force: options.Force = False,
    fail_under: FailUnder = None,
    notice: Notice = False,
    sort: Sort = SortChoice.CLAUSES,
    capacity: Capacities = None,
    with_flags: WithFlags = False,
    with_plan: WithPlan = False,
    lang: options.LangOption = options.SPOKEN_CHOICE,
    quiet: options.Quiet = False,
) -> None:
    """Score ledgers, print the breakdown, write the files asked for."""
    spoken: Lang = "zh" if lang is LangChoice.ZH else "en"
    bound = bound_of(fail_under, spoken)
    check_endings(output or (), spoken, notice=notice)
    check_leads(output or (), spoken, leads=with_flags)
    check_plan(output or (), spoken, asked=with_plan, ranged=missing is options.MissingChoice.RANGE)
    check_sort(sort, output_format, spoken)
    asked = Asked(ledgers, spoken, rubric, reading or (), as_of, missing, hidden, limit or (), decided, reviews)
    ranged = any(ending_of(path) in RANGED for path in output or ())
    weekly = capacities(capacity or (), spoken)
    found = travelled(asked)
    pacing = paced(found, weekly, spoken)
    with plainly(spoken):
        tellable = found.told(pacing, readings=ranged or (output_format is Format.TEXT and not quiet), whole=ranged)
    leads = _leads(found, asked) if with_flags else None
    raising = _raising(found) if with_plan else None

    def written(path: Path) -> bytes:
        base = way_to(ledgers, path)
        return render(tellable, path.suffix, spoken, base, sort, notice=notice, leads=leads, raising=raising)

    write_files(output or (), written, spoken, force=force, quiet=quiet, ledgers=ledgers, reviews=reviews)
    if not quiet:
        # what programs read from standard output does not depend on the files written beside it
        printed = tellable if output_format is Format.TEXT else found.told(pacing, readings=False, whole=False)
        print_result(shown(printed, output_format, spoken, sort))
    if bound is not None and found.assessment.score.total < bound:
        raise SystemExit(NO)


def bound_of(text: str | None, lang: Lang) -> Decimal | None:
    """The score under which the exit code is 1; ends the command where it is none."""
    try:
        return None if text is None else Decimal(text)
    except InvalidOperation:
        refuse(lang, "cli.fail_under", value=text or "")


def _leads(found: Travelled, asked: Asked) -> "Flags":
    """The leads, looked for after the score is there: nothing of them can get into it."""
    from jobhome_score.cli.flags import dossier_of
    from jobhome_score.insight.flags.family import flags

    return flags(dossier_of(found, asked))


def _raising(found: Travelled) -> "Answer":
    """What would raise the score to the next band."""
    from jobhome_score.insight.plan.answer import answer
    from jobhome_score.insight.plan.planning import Wanted

    return answer(found.assessment, found.season, found.built, Wanted())
