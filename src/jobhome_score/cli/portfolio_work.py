"""What a worker does for one site: read, check, score, question the readings. What goes in and out is plain."""

import datetime as dt
import errno
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from jobhome_score.cli.language import Lang
from jobhome_score.records import dataclass, field

if TYPE_CHECKING:
    from jobhome_score.assessment import Assessment, Request
    from jobhome_score.insight.portfolio import Failure, Site, Standing
    from jobhome_score.insight.sensitivity import Effect
    from jobhome_score.ledgers.loading import Checked
    from jobhome_score.reading.cells import Reading
    from jobhome_score.reading.limits import Limits
    from jobhome_score.rubric.decisions import Decision
    from jobhome_score.rubric.source import RubricSource
    from jobhome_score.views.relation import Relation


@dataclass(frozen=True, slots=True)
class Terms:
    """Under what all sites are assessed. The rubric goes as text, so that every worker reads the same one."""

    rubric_file: str
    rubric_text: str
    rubric_sha256: str
    readings: tuple[tuple[str, str], ...]
    as_of: dt.date | None
    missing: str
    hidden: str
    limits: "Limits"
    made: dt.datetime
    lang: Lang
    keep: bool
    """Whether the whole result of each site is wanted as JSON."""
    decisions: "Mapping[str, Decision]" = field(default_factory=dict)
    reviewed: bool = False
    """Whether the decisions on disputes among the ledgers of each site are applied."""


@dataclass(frozen=True, slots=True)
class Job:
    """One folder to assess: its way below the root, and where it lies."""

    folder: str
    path: Path
    terms: Terms


@dataclass(frozen=True, slots=True)
class Done:
    """What a job came to; `site` None for a folder without a single ledger, `result` the JSON asked for."""

    folder: str
    site: "Site | None"
    result: str = ""


def work(job: Job) -> Done:
    """Assess one folder; whatever goes wrong is that site's failure."""
    from jobhome_score.insight.portfolio import Failure, Site

    try:
        return _work(job)
    except OSError as error:
        facts = {"reason": error.strerror or str(error), "system": errno.errorcode.get(error.errno or 0, "")}
        return Done(job.folder, Site(job.folder, Failure("unreadable", facts)))
    except Exception as defect:  # noqa: BLE001 - a defect met on one site must not take the others with it
        facts = {"kind": type(defect).__name__, "reason": str(defect)}
        return Done(job.folder, Site(job.folder, Failure("defect", facts)))


def _work(job: Job) -> Done:
    from jobhome_score.insight.portfolio import Site
    from jobhome_score.ledgers.loading import check
    from jobhome_score.reading.folder import read_ledgers
    from jobhome_score.reading.limits import Hidden

    reading = read_ledgers(job.path, job.terms.limits, Hidden(job.terms.hidden))
    if not _holds_ledgers(reading):
        return Done(job.folder, None)
    found, result = _assessed(job.terms, check(reading))
    return Done(job.folder, Site(job.folder, found), result)


def _holds_ledgers(reading: "Reading") -> bool:
    """Whether a sheet is named like a ledger, or a file cannot be read and might hold one."""
    from jobhome_score.ledgers.loading import match_sheets

    named = any(ledger is not None for workbook in reading.workbooks for _, ledger in match_sheets(workbook))
    read = {workbook.file for workbook in reading.workbooks}
    return named or any(one.stops and one.place.file not in read for one in reading.problems)


def _assessed(terms: Terms, checked: "Checked") -> "tuple[Standing | Failure, str]":
    """What a site comes to, with its whole result as JSON where that is wanted."""
    from jobhome_score.assessment import MissingPolicy, Request, assess
    from jobhome_score.insight.portfolio import Failure, failure, standing
    from jobhome_score.ledgers.catalogue import REVIEWS
    from jobhome_score.problems import LedgerError
    from jobhome_score.reports.assessment_json import assessment_json
    from jobhome_score.views.relation import Relation

    source, built = _source(terms.rubric_file, terms.rubric_text), dict[str, Relation]()
    departures, missing = source.departures(dict(terms.readings)), MissingPolicy(terms.missing)
    request = Request(terms.made, departures, terms.as_of, missing, terms.decisions)
    start = checked.contract.period.start if checked.contract else None
    if terms.as_of is not None and start is not None and terms.as_of < start:
        return Failure("as_of_before", {"value": terms.as_of.isoformat(), "start": start.isoformat()}), ""
    reviews = checked if terms.reviewed and REVIEWS in checked.handed_in else None
    try:
        assessment = assess(checked, source, request, built, reviews)
    except LedgerError as error:
        return failure(error.problems), ""
    effects = _effects(assessment, source, request, checked, built) if assessment.best is None else ()
    return standing(assessment, effects), assessment_json(assessment, terms.lang) if terms.keep else ""


def _effects(
    assessment: "Assessment", source: "RubricSource", request: "Request", checked: "Checked",
    built: "dict[str, Relation]",
) -> "Sequence[Effect]":  # fmt: skip
    """The single changes of readings that move the payout."""
    from jobhome_score.insight.moving import moving
    from jobhome_score.insight.sensitivity import ground
    from jobhome_score.scoring.fitting import season_of

    season = season_of(checked.ledgers(), assessment.rubric, request.as_of)
    return moving(assessment, ground(assessment, source, season, built))


@lru_cache(maxsize=1)
def _source(file: str, text: str) -> "RubricSource":
    """The rubric, read once a worker."""
    from jobhome_score.rubric.source import read_rubric

    return read_rubric(file, text)
