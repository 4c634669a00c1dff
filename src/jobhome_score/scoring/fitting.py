"""Whether ledgers fit a rubric: what it needs is there, what they name is known, which rows lie outside the period."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import PurePath

from jobhome_score.evidence import Place
from jobhome_score.ledgers.catalogue import PROJECT, ledgers
from jobhome_score.ledgers.loading import Checked
from jobhome_score.ledgers.matching import ledger_named
from jobhome_score.ledgers.tables import Ledgers
from jobhome_score.ledgers.wording import key
from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code, Problem, errors, folded
from jobhome_score.rubric.document import Condition, Measure, Rubric, Rule
from jobhome_score.rubric.paying import Basis
from jobhome_score.scoring.sheet import needs
from jobhome_score.views.catalogue import views
from jobhome_score.views.season import Season
from jobhome_score.views.workdays import Workdays, notice_of

NAMED = 8
"""How many row numbers a warning about many rows spells out."""


class Apart(NamedTuple):
    """How many rows of a sheet lie outside the period, and how many in it but after the as-of date."""

    outside: int
    later: int


def missing_ledgers(checked: Checked, rubric: Rubric) -> Mapping[str, tuple[str, ...]]:
    """The ledgers that the rubric measures and nobody handed in, each with the indicators that need it."""
    needed = needs(rubric, {name: view.needs for name, view in views().items()})
    return {name: needed[name] for name in ledgers() if name in needed and name not in checked.handed_in}


def absent(checked: Checked, rubric: Rubric, *, only_project: bool) -> Iterator[Problem]:
    """A problem for each ledger that must be there; only the project can never be done without.

    A file that was refused under a ledger's name is no missing one, its refusal says it all; other ledgers may lie in
    it. Where nothing could be taken in, one line names what is waited for.
    """
    missing = {} if only_project else missing_ledgers(checked, rubric)
    wanted = {name: "、".join(missing.get(name, ())) for name in (PROJECT, *missing) if name not in checked.handed_in}
    if any(problem.code is Code.NO_LEDGERS for problem in checked.problems):
        return
    if not checked.handed_in and errors(checked.problems):
        names = "、".join(ledgers()[name].sheet for name in wanted)
        yield Problem(Code.MISSING_LEDGER, Place(""), names, {"id": "", "indicators": ""})
        return
    refused = {file: ledger_named(PurePath(file).stem) for file in _refused(checked)}
    by_name = {ledger.id for ledger in refused.values() if ledger is not None}
    others = "、".join(file for file, ledger in refused.items() if ledger is None)
    for name, lines in wanted.items():
        if name not in by_name:
            facts = {"id": name, "indicators": lines, "refused": others}
            yield Problem(Code.MISSING_LEDGER, Place(""), ledgers()[name].sheet, facts)


def _refused(checked: Checked) -> Sequence[str]:
    """The files of which nothing could be read."""
    read = {account.file for account in checked.accounts}
    return sorted({problem.place.file for problem in errors(checked.problems)} - read - {""})


def misfits(checked: Checked, rubric: Rubric, season: Season | None, today: dt.date) -> Iterator[Problem]:
    """Everything in the ledgers that only the rubric can judge."""
    yield from folded(chain(_indicators(checked, rubric), _services(checked, rubric)))
    if rubric.settlement.basis is Basis.ASSESSED and checked.contract and checked.contract.assessed_fee is None:
        yield Problem(Code.FEE_PARTS_NEEDED, Place(""), "", {})
    if season is not None:
        yield from _outside(season)
        yield from _calendar(season, today)


def season_of(ledgers_: Ledgers, rubric: Rubric, as_of: dt.date | None) -> Season:
    """The season of these ledgers under a rubric, seen as of a day."""
    spellings = {key(word).casefold(): name for name, words in rubric.services.items() for word in (name, *words)}
    return Season(ledgers_, as_of, Workdays(rubric.calendar.working, rubric.calendar.off), spellings)


def _indicators(checked: Checked, rubric: Rubric) -> Iterator[Problem]:
    found = checked.tables.get("findings")
    if found is None:
        return
    lines = rubric.indicators()
    by_type = _types(rubric)
    for row, (name, kind) in enumerate(zip(found.keyed("indicator"), found.columns["type"], strict=True)):
        if name is None:
            continue
        place = found.place(row, "indicator")
        if name not in lines:
            yield Problem(Code.UNKNOWN_INDICATOR, place, name, {"known": "、".join(lines)})
        elif by_type.get(kind, name) != name:
            yield Problem(Code.INDICATOR_CONTRADICTS, place, name, {"type": kind, "belongs": by_type[kind]})


def _types(rubric: Rubric) -> Mapping[str, str]:
    """The indicator that each type of finding belongs to; a type that names its own indicator is left out."""
    found: dict[str, str] = {}
    for line in rubric.indicators().values():
        for rule in line.rules:
            if rule.zero is None:
                found |= {str(value): line.id for one in _conditions(rule) for value in one.values}
    return found


def _conditions(rule: Rule) -> Iterator[Condition]:
    for measure in _measures(rule):
        if measure.of == "findings":
            yield from (one for one in measure.where.all_of if one.column == "type")


def _measures(rule: Rule) -> Iterator[Measure]:
    for term in rule.terms:
        yield from term.measures


def _services(checked: Checked, rubric: Rubric) -> Iterator[Problem]:
    found = checked.tables.get("services")
    if found is None:
        return
    known = {key(word).casefold() for name, words in rubric.services.items() for word in (name, *words)}
    names = found.columns["service"]
    strange = {name for name in set(names) - {None} if key(name).casefold() not in known}
    rows = Counter(filter(strange.__contains__, names))
    for row, name in enumerate(names if rows else ()):
        if count := rows.pop(name, 0):
            yield Problem(Code.OUTSIDE_CATALOGUE, found.place(row, "service"), name, {"rows": str(count)})


def apart(season: Season) -> Mapping[tuple[str, str], Apart]:
    """Rows left out of scoring by their date, for each sheet."""
    return {sheet: Apart(len(found.outside), found.later) for sheet, found in season.left_out.items()}


def _outside(season: Season) -> Iterator[Problem]:
    for (file, sheet), found in season.left_out.items():
        if found.outside:
            named = "、".join(map(str, found.outside[:NAMED])) + ("…" if len(found.outside) > NAMED else "")
            facts = {"rows": str(len(found.outside)), "numbers": named, "ledger": ledgers()[found.ledger].sheet}
            yield Problem(Code.OUTSIDE_PERIOD, Place(file, sheet), named, facts)


def _calendar(season: Season, today: dt.date) -> Iterator[Problem]:
    """Years without a published calendar: still to come, or forgotten."""
    added = {day.year for day in (*season.workdays.working, *season.workdays.off)}
    for year in range(season.period.start.year, season.period.end.year + 1):
        if year in added or notice_of(year):
            continue
        code = Code.CALENDAR_UNPUBLISHED if year >= today.year else Code.CALENDAR_UNKNOWN
        yield Problem(code, Place(""), str(year), {})
