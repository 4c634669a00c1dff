"""What every command does alike: read, check, score; say what is wrong; write results where they belong."""

import datetime as dt
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import SPOKEN, HiddenChoice, MissingChoice
from jobhome_score.cli.progress import working
from jobhome_score.locales import say
from jobhome_score.reports.escape import plain

if TYPE_CHECKING:
    from jobhome_score.assessment import Assessment, Request
    from jobhome_score.insight.pacing import Pacing
    from jobhome_score.insight.sensitivity import Ground
    from jobhome_score.insight.told import Told
    from jobhome_score.ledgers.loading import Checked
    from jobhome_score.reading.cells import Reading
    from jobhome_score.reading.limits import Limits
    from jobhome_score.rubric.decisions import Decision
    from jobhome_score.rubric.source import RubricSource
    from jobhome_score.views.relation import Relation
    from jobhome_score.views.season import Season

LONGEST_LIMIT = 15
DONE, NO, IMPOSSIBLE = 0, 1, 2  # done; done, and the answer is no; could not be done
AMONG_LEDGERS = "ledgers"  # decisions on disputes are taken from there if not from a file; a file of that name wins


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks of a journey from ledgers to a result."""

    ledgers: Path
    lang: Lang
    rubric: str
    readings: Sequence[str] = ()
    as_of: str | None = None
    missing: MissingChoice = MissingChoice.FAIL
    hidden: HiddenChoice = HiddenChoice.FAIL
    limits: Sequence[str] = ()
    decided: "Path | Mapping[str, Any] | None" = None
    """The file of decided readings, or what a stored result says of them."""
    reviews: str | None = None


def refuse(lang: Lang, key: str, code: int = IMPOSSIBLE, **facts: str) -> NoReturn:
    """Say on standard error why a command ends here, and end it."""
    typer.echo(say(lang, key, **{name: plain(fact) for name, fact in facts.items()}), err=True)
    raise typer.Exit(code)


@contextmanager
def plainly(lang: Lang) -> Iterator[None]:
    """Turn what may go wrong on a journey into words and an exit code."""
    from jobhome_score.problems import LedgerError
    from jobhome_score.reports.problems_text import problems_text, rubric_problems_text
    from jobhome_score.rubric.nodes import RubricError

    try:
        yield
    except LedgerError as error:
        typer.echo(problems_text(error.problems, lang), err=True)
        typer.echo(say(lang, "cli.not_scored"), err=True)
        raise typer.Exit(NO) from None
    except RubricError as error:
        typer.echo(rubric_problems_text(error, lang), err=True)
        raise typer.Exit(IMPOSSIBLE) from None


def load_rubric_named(asked: Asked) -> "RubricSource":
    """The rubric asked for; ends the command where there is none."""
    from jobhome_score.rubric.source import load_rubric

    try:
        return load_rubric(asked.rubric)
    except FileNotFoundError:
        refuse(asked.lang, "cli.no_rubric", name=asked.rubric)
    except OSError as error:
        refuse(asked.lang, "cli.unreadable", name=asked.rubric, reason=error.strerror or str(error))


def read_checked(asked: Asked) -> "Checked":
    """The ledgers asked for, read and checked."""
    from jobhome_score.ledgers.loading import check

    cells = read_plain(asked)
    with working(asked.lang):
        return check(cells)


def reviews_for(asked: Asked, checked: "Checked") -> "Checked | None":
    """The decisions on disputes to apply: those among the ledgers, those of the file named, or none."""
    if asked.reviews is None:
        return None
    path = Path(asked.reviews)
    if asked.reviews == AMONG_LEDGERS and not path.is_file():
        return checked
    if not path.is_file():
        refuse(asked.lang, "cli.no_reviews", name=asked.reviews)
    return read_checked(replace(asked, ledgers=path))


def read_plain(asked: Asked) -> "Reading":
    """The ledgers asked for as plain cells; ends the command where there is no such path."""
    from jobhome_score.reading.folder import read_ledgers
    from jobhome_score.reading.limits import Hidden

    limits = limits_of(asked)
    try:
        if not asked.ledgers.exists():
            refuse(asked.lang, "cli.no_ledgers", name=str(asked.ledgers))
        with working(asked.lang):
            return read_ledgers(asked.ledgers, limits, Hidden(asked.hidden.value))
    except OSError as error:
        refuse(asked.lang, "cli.unreadable", name=str(asked.ledgers), reason=error.strerror or str(error))


def limits_of(asked: Asked) -> "Limits":
    """How much of a file is read, with what the command line raises."""
    from jobhome_score.reading.limits import Limits

    raised: dict[str, int] = {}
    for name, value in _pairs(asked.limits, asked.lang, "cli.limit_form"):
        if name not in Limits.names():
            refuse(asked.lang, "cli.no_limit", name=name, known="、".join(Limits.names()))
        if not (value.isascii() and value.isdigit() and len(value) <= LONGEST_LIMIT and int(value)):
            refuse(asked.lang, "cli.limit_value", name=name, value=value)
        raised[name] = int(value)
    return replace(Limits(), **raised)


def _pairs(texts: Sequence[str], lang: Lang, form: str) -> Iterator[tuple[str, str]]:
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign:
            refuse(lang, form, value=text)
        yield name.strip(), value.strip()


def request_of(asked: Asked, source: "RubricSource") -> "Request":
    """The request, with readings that the rubric knows and a real date; ends the command where they are not."""
    from jobhome_score.assessment import MissingPolicy, Request

    decisions = decisions_of(asked, source)
    return Request(
        made_at(os.environ),
        _readings(asked, source, decisions),
        _as_of(asked),
        MissingPolicy(asked.missing.value),
        decisions,
    )


def made_at(environ: Mapping[str, str]) -> dt.datetime:
    """The time on the receipt: now, or SOURCE_DATE_EPOCH where somebody wants the same bytes again."""
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC)
    return dt.datetime.now().astimezone().replace(microsecond=0)


def check_as_of(checked: "Checked", request: "Request", lang: Lang) -> None:
    """Before its period there is nothing to assess."""
    if request.as_of is not None and checked.contract is not None and request.as_of < checked.contract.period.start:
        start = checked.contract.period.start.isoformat()
        refuse(lang, "cli.as_of_before", value=request.as_of.isoformat(), start=start)


def _as_of(asked: Asked) -> dt.date | None:
    from jobhome_score.ledgers.days import Day
    from jobhome_score.ledgers.kinds import Unreadable

    if asked.as_of is None:
        return None
    try:
        return Day().read(asked.as_of)
    except Unreadable:
        refuse(asked.lang, "cli.as_of", value=asked.as_of)


def decisions_of(asked: Asked, source: "RubricSource") -> "Mapping[str, Decision]":
    """The readings that are decided; ends the command where the file is not there or not text."""
    from jobhome_score.rubric.decisions import read_decisions, stored_decisions
    from jobhome_score.rubric.source import text_of

    match asked.decided:
        case None:
            return {}
        case Path() as path:
            if not path.is_file():
                refuse(asked.lang, "cli.no_decisions", name=str(path))
            try:
                return read_decisions(path.name, text_of(path), source.readings)
            except OSError as error:
                refuse(asked.lang, "cli.unreadable", name=str(path), reason=error.strerror or str(error))
    return stored_decisions("decisions", asked.decided, source.readings)


def _readings(asked: Asked, source: "RubricSource", decisions: "Mapping[str, Decision]") -> Mapping[str, str]:
    """The options that are not the defaults: saying a default aloud changes nothing."""
    chosen: dict[str, str] = {}
    for name, option in _pairs(asked.readings, asked.lang, "cli.reading_form"):
        reading = source.readings.get(name)
        if reading is None:
            known = tuple(source.readings)
            refuse(asked.lang, "cli.no_reading", name=name, known=_nearest(name, known))
        options = tuple(one.id for one in reading.options)
        if option not in options:
            refuse(asked.lang, "cli.no_option", name=name, option=option, known="、".join(options))
        decision = decisions.get(name)
        if decision is not None and decision.option != option:
            refuse(
                asked.lang, "cli.decided", name=name, option=option, decided=decision.option, by=decision.decided_by,
                date=decision.date.isoformat(), document=decision.document,
            )  # fmt: skip
        chosen[name] = option
    return source.departures(chosen)


def _nearest(name: str, known: Sequence[str]) -> str:
    return "、".join(get_close_matches(name, known, 3, 0.5) or known)


@dataclass(frozen=True, slots=True)
class Travelled:
    """What a journey leaves for further questions: the assessment, what it was made from, the views built."""

    assessment: "Assessment"
    source: "RubricSource"
    season: "Season"
    built: "dict[str, Relation]"

    def ground(self) -> "Ground":
        """The ground on which its readings can be questioned."""
        from jobhome_score.insight.sensitivity import ground

        return ground(self.assessment, self.source, self.season, self.built)

    def told(self, pacing: "Pacing | None", *, readings: bool, whole: bool) -> "Told":
        """The assessment with what is told beside it; of a range nothing is told about readings."""
        from jobhome_score.insight.sensitivity import moving, sensitivity
        from jobhome_score.insight.told import Told

        if not readings or self.assessment.best is not None:
            return Told(self.assessment, (), pacing)
        on = self.ground()
        effects = moving(self.assessment, on)
        return Told(self.assessment, effects, pacing, sensitivity(self.assessment, on) if whole else None)


def travelled(asked: Asked) -> Travelled:
    """The whole journey: ledgers read, checked and scored under the rubric; ends the command with words otherwise."""
    from jobhome_score.assessment import assess
    from jobhome_score.scoring.fitting import season_of

    with plainly(asked.lang):
        source = load_rubric_named(asked)
        request = request_of(asked, source)
        checked = read_checked(asked)
        check_as_of(checked, request, asked.lang)
        built: dict[str, Relation] = {}
        with working(asked.lang):
            assessment = assess(checked, source, request, built, reviews_for(asked, checked))
        return Travelled(assessment, source, season_of(checked.ledgers(), assessment.rubric, request.as_of), built)


def assessed(asked: Asked) -> "Assessment":
    """The assessment at the end of the whole journey."""
    return travelled(asked).assessment


def questioned(asked: Asked) -> "tuple[Assessment, Ground]":
    """The whole journey, with the ground on which its readings can be questioned."""
    found = travelled(asked)
    return found.assessment, found.ground()


def print_result(text: str) -> None:
    """Write a result to standard output as UTF-8, whatever the console's own encoding."""
    try:
        _print(text)
    except BrokenPipeError:
        raise  # whoever reads has read enough; the shell knows what that means
    except OSError as error:
        refuse(SPOKEN, "cli.no_space", reason=error.strerror or str(error))


def _print(text: str) -> None:
    sys.stdout.flush()
    data = text if text.endswith("\n") else text + "\n"
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        typer.echo(data, nl=False)
    else:
        buffer.write(data.encode("utf-8", "surrogateescape"))
        buffer.flush()
