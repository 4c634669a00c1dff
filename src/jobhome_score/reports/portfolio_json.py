"""A portfolio as JSON (schema jobhome-score/portfolio/1), exact to the last digit."""

import datetime as dt
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from jobhome_score import __version__
from jobhome_score.insight.portfolio import Failure, Portfolio, Site, Standing
from jobhome_score.locales import Lang, say
from jobhome_score.named import NamedTuple
from jobhome_score.reports.assessment_json import money
from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.portfolio_tables import failure_words
from jobhome_score.reports.problems_text import problem_value
from jobhome_score.rubric.document import Rubric

SCHEMA = "jobhome-score/portfolio/1"


class Under(NamedTuple):
    """Under what the sites were assessed: the readings (all of them), the day, what absent ledgers mean, and when."""

    rubric_sha256: str
    readings: Mapping[str, str]
    as_of: dt.date | None
    missing: str
    made: dt.datetime
    reviewed: bool = False
    """Whether the decisions on disputes among the ledgers of each site are applied."""


def under_facts(rubric: Rubric, under: Under, lang: Lang) -> tuple[tuple[str, str], ...]:
    """The same in words, for the head of a report. No time of day: the same input gives the same bytes."""
    facts = [
        (say(lang, "report.rubric"), f"{rubric.title[lang]} ({rubric.id} {rubric.version})"),
        ("SHA-256", under.rubric_sha256),
        (say(lang, "report.missing"), say(lang, f"report.missing.{under.missing}")),
        (say(lang, "report.version"), __version__),
    ]
    if under.as_of:
        facts.insert(1, (say(lang, "report.as_of"), under.as_of.isoformat()))
    if under.reviewed:
        facts.insert(-1, (say(lang, "portfolio.reviews"), say(lang, "portfolio.reviews.ledgers")))
    return tuple(facts)


def portfolio_json(found: Portfolio, rubric: Rubric, under: Under, lang: Lang) -> str:
    """The whole portfolio; sentences in a language, ids and figures alike in every one."""
    sums = found.sums
    value = {
        "schema": SCHEMA,
        "lang": lang,
        "rubric": {"id": rubric.id, "version": rubric.version, "sha256": under.rubric_sha256},
        "as_of": under.as_of.isoformat() if under.as_of else None,
        "missing": under.missing,
        "reviews": "ledgers" if under.reviewed else None,
        "readings": dict(under.readings),
        "sites": [_site(rank, site, one) for rank, site, one in found.ranked],
        "unscored": [_unscored(site, why, lang) for site, why in found.unscored],
        "left_out": list(found.left_out),
        "sums": {name: money(getattr(sums, name)) for name in ("fee", "payable", "paid", "due")},
        "generated": under.made.isoformat(),
        "version": __version__,
    }
    return json_text(value)


def _site(rank: int, site: Site, one: Standing) -> dict[str, Any]:
    payout, best = one.payout, one.best
    amounts = {name: money(getattr(payout, name)) for name in ("fee", "payable", "paid", "due")}
    high = None if best is None else {"total": decimal_of(best[0]), "payable": money(best[1])}
    return {
        "rank": rank,
        "folder": site.folder,
        "site": one.site,
        "operator": one.operator,
        "period_start": one.period[0],
        "period_end": one.period[1],
        "score": {
            "total": decimal_of(one.total),
            "before_review": None if one.before is None else decimal_of(one.before),
            "high": high,
            "sections": _points(one.sections),
            "indicators": _points(one.lines),
            "zeroed": sorted(one.zeroed),
        },
        "settlement": {"percent": decimal_of(payout.share * 100), **amounts},
        "obligations": {"met": one.met, "all": one.duties},
        "reviews_not_applied": one.listed,
        "moves": [
            {"reading": move.reading, "option": move.option, "total": decimal_of(move.total),
             "payable": money(move.payable)}
            for move in one.moves
        ],
    }  # fmt: skip


def _points(points: Mapping[str, Fraction]) -> dict[str, Any]:
    return {name: decimal_of(number) for name, number in points.items()}


def _unscored(site: Site, why: Failure, lang: Lang) -> dict[str, Any]:
    return {
        "folder": site.folder,
        "reason": why.code,
        "message": failure_words(why, lang),
        "errors": why.errors,
        "problems": [problem_value(one, lang) for one in why.problems],
    }
