"""What the command line asks, and how it becomes a request: readings, days, limits and decisions that exist."""

import datetime as dt
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobhome_score.cli.ending import refuse
from jobhome_score.cli.language import Lang
from jobhome_score.cli.options import HiddenChoice, MissingChoice
from jobhome_score.cli.reasons import reason
from jobhome_score.locales import say
from jobhome_score.records import dataclass, replace

if TYPE_CHECKING:
    from jobhome_score.assessment import Request
    from jobhome_score.ledgers.loading import Checked
    from jobhome_score.reading.limits import Limits
    from jobhome_score.rubric.decisions import Decision
    from jobhome_score.rubric.source import RubricSource

LONGEST_LIMIT = 15


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


def limits_of(asked: Asked) -> "Limits":
    """How much of a file is read, with what the command line raises."""
    from jobhome_score.reading.limits import Limits

    raised: dict[str, int] = {}
    for name, value in _pairs(asked.limits, asked.lang, "cli.limit_form"):
        if name not in Limits.names():
            refuse(asked.lang, "cli.no_limit", name=name, known=say(asked.lang, "list.sep").join(Limits.names()))
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
                refuse(asked.lang, "cli.unreadable", name=str(path), reason=reason(asked.lang, error))
    return stored_decisions("decisions", asked.decided, source.readings)


def _readings(asked: Asked, source: "RubricSource", decisions: "Mapping[str, Decision]") -> Mapping[str, str]:
    """The options that are not the defaults: saying a default aloud changes nothing."""
    chosen: dict[str, str] = {}
    for name, option in _pairs(asked.readings, asked.lang, "cli.reading_form"):
        reading = source.readings.get(name)
        if reading is None:
            known = tuple(source.readings)
            refuse(asked.lang, "cli.no_reading", name=name, known=_nearest(name, known, asked.lang))
        options = tuple(one.id for one in reading.options)
        if option not in options:
            refuse(
                asked.lang, "cli.no_option", name=name, option=option, known=say(asked.lang, "list.sep").join(options)
            )
        decision = decisions.get(name)
        if decision is not None and decision.option != option:
            refuse(
                asked.lang, "cli.decided", name=name, option=option, decided=decision.option, by=decision.decided_by,
                date=decision.date.isoformat(), document=decision.document,
            )  # fmt: skip
        chosen[name] = option
    return source.departures(chosen)


def _nearest(name: str, known: Sequence[str], lang: Lang) -> str:
    from difflib import get_close_matches  # loaded for who mistypes a name

    return say(lang, "list.sep").join(get_close_matches(name, known, 3, 0.5) or known)
