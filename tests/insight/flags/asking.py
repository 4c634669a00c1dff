"""Questions put to ledgers that are written as tables."""

import datetime as dt
from collections.abc import Mapping

from tests.ledger_tables import SiteYear

from jobhome_score.insight.flags.answers import Answer, Dossier
from jobhome_score.insight.flags.family import Flags, flags
from jobhome_score.reading.properties import Properties


def asked(year: SiteYear, created: Mapping[str, str] | None = None, **readings: str) -> Flags:
    """Everything that is asked of a year whose workbooks were made on these days."""
    made = {file: Properties(dt.date.fromisoformat(day), None) for file, day in (created or {}).items()}
    return flags(Dossier(year.season(), year.source.under(readings), made))


def lead(found: Flags, code: str) -> Answer:
    """The one lead of a code."""
    (answer,) = [one for one in found.leads if one.code == code]
    return answer


def codes(found: Flags) -> list[str]:
    """The codes of all leads, the rarest first."""
    return [one.code for one in found.leads]


def rows(answer: Answer) -> list[int]:
    """The Excel rows of an answer."""
    return [place.row for place in answer.rows]
