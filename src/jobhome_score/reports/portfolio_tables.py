"""A portfolio as tables: the ranking with its sums, indicators by site, the sites that could not be scored."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from jobhome_score.insight.portfolio import Failure, Portfolio, Site, Standing
from jobhome_score.locales import Lang, knows, say
from jobhome_score.reports.escape import plain
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.reports.settlement_text import money
from jobhome_score.reports.tables import Cell, Change, Grid, Share, TableReport
from jobhome_score.rubric.document import Role, Rubric

HERE: Final = "."
HIGH_ENDS: Final = ("high_total", "high_payable")
"""What stands beside the low ends where ledgers are absent."""
AMOUNTS: Final = ("fee", "payable", "paid", "due")


def portfolio_tables(found: Portfolio, rubric: Rubric, lang: Lang, facts: tuple[tuple[str, str], ...]) -> TableReport:
    """The whole portfolio; `facts` say under what it was assessed."""
    grids = [ranking(found, rubric, lang), _matrix(found, rubric, lang)]
    if any(one.moves for _, _, one in found.ranked):
        grids.append(_moves(found, lang))
    if found.unscored or found.left_out:
        grids.append(_unscored(found, lang))
    return TableReport(say(lang, "portfolio.title"), facts, grids)


def named(site: Site, lang: Lang) -> str:
    """A site's folder; the root itself by a word."""
    return say(lang, "portfolio.here") if site.folder == HERE else site.folder


def ranking(found: Portfolio, rubric: Rubric, lang: Lang) -> Grid:
    """A line a site in its rank, sections by their numbers, the money summed below."""
    sections = [section.id for section in rubric.sections]
    ranged = any(one.best is not None for _, _, one in found.ranked)
    before, after = ("rank", "folder", "site", "operator"), ("total", "percent", *AMOUNTS, "duties")
    ends = HIGH_ENDS if ranged else ()
    headings = [*(say(lang, f"portfolio.{name}") for name in before), *sections,
                *(say(lang, f"portfolio.{name}") for name in (*after, *ends))]  # fmt: skip
    widths = [6, 18, 18, 20, *(7 for _ in sections), 8, 9, *(16 for _ in AMOUNTS), 8, *((10, 16) if ranged else ())]
    rows = [[*_ranked(rank, site, one, rubric, lang), *(_best(one) if ranged else ())]
            for rank, site, one in found.ranked]  # fmt: skip
    money_below: list[Cell] = [getattr(found.sums, name) for name in AMOUNTS]
    foot: list[Cell] = ["", say(lang, "portfolio.sum", count=str(len(rows))), "", "", *("" for _ in sections), "", "",
                        *money_below, "", *("" for _ in ends)]  # fmt: skip
    titles = (f"{one.id} {one.title[lang]} {_worth(one.points, one.role)}" for one in rubric.sections)
    said = (*cautions(found, lang), say(lang, "list.also").join(titles))
    return Grid(say(lang, "portfolio.ranking"), headings, rows, widths, foot, said)


def _best(one: Standing) -> tuple[Cell, Cell]:
    """The total and the payout at the better end; the same again where a site has one end only."""
    return (one.total, one.payout.payable) if one.best is None else (one.best[0], one.best[1])


def cautions(found: Portfolio, lang: Lang) -> Iterator[str]:
    """What must be known before anybody reads the ranking: sites without a score, low ends, totals after review."""
    if found.unscored:
        sites = say(lang, "list.sep").join(named(site, lang) for site, _ in found.unscored)
        yield say(lang, "portfolio.some_unscored", count=str(len(found.unscored)), sites=sites)
    if any(one.best is not None for _, _, one in found.ranked):
        yield say(lang, "portfolio.low_ends")
    for _, site, one in found.ranked:
        facts = {"site": named(site, lang), "total": shown(one.total)}
        if one.before is not None:
            yield say(lang, "portfolio.reviewed", before=shown(one.before), **facts)
        if one.listed:
            yield f"{facts['site']}  {say(lang, 'review.unapplied', count=str(one.listed))}"


def _ranked(rank: int, site: Site, one: Standing, rubric: Rubric, lang: Lang) -> list[Cell]:
    amounts: list[Cell] = [getattr(one.payout, name) for name in AMOUNTS]
    points = [one.sections[section.id] for section in rubric.sections]
    return [rank, named(site, lang), one.site, one.operator, *points, one.total, Share(one.payout.share), *amounts,
            f"{one.met}/{one.duties}"]  # fmt: skip


def _moves(found: Portfolio, lang: Lang) -> Grid:
    """The single changes of readings that would move a payout, site by site."""
    headings = [say(lang, f"portfolio.{name}") for name in ("rank", "folder", "reading", "then_total", "then_payable",
                                                            "difference")]  # fmt: skip
    rows: list[list[Cell]] = [
        [rank, named(site, lang), f"{move.reading}={move.option}", move.total, move.payable,
         Change(move.payable - one.payout.payable)]
        for rank, site, one in found.ranked
        for move in one.moves
    ]  # fmt: skip
    return Grid(say(lang, "portfolio.moves"), headings, rows, [6, 24, 36, 12, 18, 18])


def moves_words(one: Standing, lang: Lang, most: int) -> str:
    """The readings that would move a site's payout, and to what; where there are more, how many."""
    said = [f"{move.reading}={move.option} → {money(move.payable)}" for move in one.moves[:most]]
    if len(one.moves) > most:
        said.append(say(lang, "portfolio.more_moves", count=str(len(one.moves) - most)))
    return say(lang, "list.also").join(said)


def _matrix(found: Portfolio, rubric: Rubric, lang: Lang) -> Grid:
    """Every indicator of every site; the mean below."""
    lines = [line for section in rubric.sections for line in section.indicators]
    headings = [say(lang, "portfolio.rank"), say(lang, "portfolio.folder"), *(line.id for line in lines),
                say(lang, "portfolio.total")]  # fmt: skip
    rows: list[list[Cell]] = [
        [rank, named(site, lang), *(one.lines[line.id] for line in lines), one.total]
        for rank, site, one in found.ranked
    ]
    foot: list[Cell] = ["", say(lang, "portfolio.mean"), *(_mean(found, line.id) for line in lines),
                        _mean(found, "")] if rows else []  # fmt: skip
    worth = [f"{line.id} {line.title[lang]} {_worth(line.points or line.cap, section.role)}".rstrip()
             for section in rubric.sections for line in section.indicators]  # fmt: skip
    said = (say(lang, "list.also").join(worth),)
    return Grid(say(lang, "portfolio.matrix"), headings, rows, [6, 20, *(7 for _ in lines), 9], foot, said)


def _worth(points: object, role: Role) -> str:
    sign = {Role.BASE: "", Role.BONUS: "≤ +", Role.PENALTY: "≤ −"}[role]
    return "" if points is None else f"({sign}{points})"


def _mean(found: Portfolio, line: str) -> Fraction:
    """The mean of an indicator, or of the totals, over the sites scored."""
    points = [one.lines[line] if line else one.total for _, _, one in found.ranked]
    return sum(points, Fraction(0)) / len(points)


def _unscored(found: Portfolio, lang: Lang) -> Grid:
    headings = [say(lang, f"portfolio.{name}") for name in ("folder", "reason", "first_problems")]
    rows = [[named(site, lang), failure_words(why, lang), problem]
            for site, why in found.unscored for problem in problem_words(why, lang) or [""]]  # fmt: skip
    rows += [[folder, say(lang, "portfolio.no_ledgers"), ""] for folder in found.left_out]
    return Grid(say(lang, "portfolio.unscored"), headings, rows, [24, 40, 100])


def failure_words(why: Failure, lang: Lang) -> str:
    """Why a site could not be scored, in a sentence."""
    facts = {name: plain(fact) for name, fact in why.facts.items()}
    usual = f"system.{facts.pop('system', '')}"
    if knows(lang, usual):
        facts["reason"] = say(lang, usual)
    return say(lang, f"portfolio.failed.{why.code}", count=str(why.errors), **facts)


def problem_words(why: Failure, lang: Lang) -> list[str]:
    """The first problems of a site, a line each, and how many more there are."""
    said = [problem_line(one, lang) for one in why.problems]
    more = why.errors - len(said)
    return [*said, say(lang, "portfolio.more_problems", count=str(more))] if more > 0 else said
