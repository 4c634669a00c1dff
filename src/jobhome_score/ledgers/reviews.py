"""What the auditor decided about charges in dispute: what is meant, the verdict, on whose word, until when."""

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from fractions import Fraction
from typing import Final

from jobhome_score.evidence import Place
from jobhome_score.ledgers.days import SpanKind
from jobhome_score.ledgers.kinds import Unreadable
from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.wording import key
from jobhome_score.patterns import pattern
from jobhome_score.records import dataclass

WHOLE: Final = frozenset({"全年", "整年", "全部", "考核期", "全考核期", "整个考核期", "全年度", "year", "all"})
WEEK: Final = pattern(r"(20[0-9]{2})(?:-?[Ww]|年第?)([0-9]{1,2})周?")
RUN: Final = pattern(r"20[0-9]{4}")
"""A month as six digits."""


class Verdict(Enum):
    """Upheld: it stays. Withdrawn: it was no miss. Waived: it was one, and is excused."""

    UPHELD = "upheld"
    WITHDRAWN = "withdrawn"
    WAIVED = "waived"


VERDICTS: Final = {"维持": Verdict.UPHELD, "撤销": Verdict.WITHDRAWN, "免责": Verdict.WAIVED}


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """One decision. `row` is the ledger row it names, or else `indicator`, `rule` and `when` say what is meant.

    `place`: where it stands itself. `when`: as written, empty for the whole period; `cover`: the days that it means,
    None where it is no stretch of the calendar. `count`: of several misses so many, None all of them. `alone`: the row
    is one that only bonus rows count, so that naming it is enough to withdraw an award.
    """

    place: Place
    verdict: Verdict
    reason: str
    by: str
    date: dt.date
    document: str = ""
    until: dt.date | None = None
    row: Place | None = None
    ledger: str = ""
    indicator: str = ""
    rule: str = ""
    figure: str = ""
    when: str = ""
    cover: Period | None = None
    count: Fraction | None = None
    alone: bool = False

    @property
    def excuses(self) -> bool:
        """Whether what it means costs nothing any more."""
        return self.verdict is not Verdict.UPHELD

    def reaches(self, day: dt.date) -> bool:
        """Whether it still holds for what belongs to a day."""
        return self.until is None or day <= self.until


def in_order(decisions: Iterable[ReviewDecision]) -> tuple[ReviewDecision, ...]:
    """The narrowest first, so that no order of the rows can leave less excused than another; equal ones by content."""

    def rank(one: ReviewDecision) -> tuple[object, ...]:
        days = 0 if one.cover is None else (one.cover.end - one.cover.start).days + 1
        narrow = (one.row is None, not one.when, days, not one.figure, not one.rule, one.count is not None)
        said = (str(one.row or ""), one.indicator, one.rule, one.figure, one.when, one.count or 0, one.verdict.value)
        return *narrow, *said, one.until or dt.date.max, one.date, one.by, one.document, one.reason, one.place

    return tuple(sorted(decisions, key=rank))


def is_whole(text: str) -> bool:
    """Whether a period is the whole one."""
    return key(text).casefold() in WHOLE


def cover_of(text: str, period: Period) -> Period | None:
    """The days of a month, quarter or week by its name; None where it names none, or one of two quarters."""
    bare = key(text)
    if found := WEEK.fullmatch(bare):
        return _week(int(found[1]), int(found[2]))
    try:
        span = SpanKind().read(int(bare) if RUN.fullmatch(bare) else bare)
    except Unreadable:
        return None
    if span.year:
        return Period(span.first, span.last)
    years = [year for year in range(period.start.year, period.end.year + 1)
             if period.touches(type(span)(year, span.month, span.months))]  # fmt: skip
    if len(years) != 1:
        return None
    settled = type(span)(years[0], span.month, span.months)
    return Period(settled.first, settled.last)


def _week(year: int, week: int) -> Period | None:
    try:
        return Period(dt.date.fromisocalendar(year, week, 1), dt.date.fromisocalendar(year, week, 7))
    except ValueError:
        return None
