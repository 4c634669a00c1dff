"""A portfolio for a terminal: the ranking, what moves it, what could not be scored and why, the sums at the end."""

from collections.abc import Iterator, Sequence
from typing import Final

from jobhome_score.insight.portfolio import Portfolio, Site, Standing
from jobhome_score.locales import Lang, say
from jobhome_score.reports.drawing import Screen, cell
from jobhome_score.reports.drawn_table import Column, table
from jobhome_score.reports.escape import plain
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.portfolio_tables import cautions, failure_words, moves_words, named, problem_words
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.reports.wrapping import wrapped
from jobhome_score.rubric.document import Rubric

ROOM: Final = {"site": 72, "duties": 80, "due": 104, "sections": 132}
"""From so many columns on there is room for what the ranking can do without."""

MOVES_SHOWN: Final = 3
NAMES: Final = ("folder", "site")
WIDEST_NAME: Final = 26


def portfolio_text(found: Portfolio, rubric: Rubric, lang: Lang, screen: Screen) -> str:
    """The ranking in columns, then everything else in lines."""
    lines = [*_moves(found, lang), *_failed(found, lang), *_left_out(found, lang)]
    folded = [part for line in lines for part in _folded(line, screen.width)]
    last = _sums(found, lang)
    return "\n".join([_ranking(found, rubric, lang, screen), *folded, *wrapped(last, screen.width, "", "  ")]) + "\n"


def _folded(line: str, columns: int) -> Iterator[str]:
    indent = line[: len(line) - len(line.lstrip())]
    return wrapped(line.lstrip(), columns, indent, indent + "  ")


def _ranking(found: Portfolio, rubric: Rubric, lang: Lang, screen: Screen) -> str:
    names = _columns(rubric, screen.width)
    columns = [_column(name if name in _sections(rubric) else say(lang, f"portfolio.{name}"), name) for name in names]
    rows = []
    for rank, site, one in found.ranked:
        cells = _cells(rank, site, one, lang)
        rows.append([cell(cells[name]) for name in names])
    return table(columns, [rows], screen)


def _column(heading: str, name: str) -> Column:
    """Names stand on the left and may be folded, numbers on the right."""
    return Column(heading, most=WIDEST_NAME) if name in NAMES else Column(heading, right=True, whole=True)


def _sections(rubric: Rubric) -> Sequence[str]:
    return [section.id for section in rubric.sections]


def _columns(rubric: Rubric, width: int) -> Sequence[str]:
    """The columns that there is room for; a section goes by its number."""
    room = {name for name, least in ROOM.items() if width >= least}
    sections = _sections(rubric) if "sections" in room else ()
    every = ("rank", "folder", "site", *sections, "total", "percent", "payable", "due", "duties")
    return [name for name in every if name not in ROOM or name in room]


def _cells(rank: int, site: Site, one: Standing, lang: Lang) -> dict[str, str]:
    best, payout = one.best, one.payout
    total, payable = shown(one.total), money(payout.payable)
    if best is not None:
        total, payable = _ends(total, shown(best[0])), _ends(payable, money(best[1]))
    return {name: shown(points).replace("-", "−") for name, points in one.sections.items()} | {
        "rank": str(rank),
        "folder": plain(named(site, lang)),
        "site": plain(one.site),
        "total": total,
        "percent": percent_text(payout.share),
        "payable": payable,
        "due": money(payout.due),
        "duties": f"{one.met}/{one.duties}",
    }


def _ends(low: str, high: str) -> str:
    return low if low == high else f"{low} – {high}"


def _moves(found: Portfolio, lang: Lang) -> Iterator[str]:
    """The readings that would move a payout, site by site."""
    moved = [(site, one) for _, site, one in found.ranked if one.moves]
    if moved:
        yield say(lang, "portfolio.moving")
        for site, one in moved:
            yield f"  {plain(named(site, lang))}  {moves_words(one, lang, MOVES_SHOWN)}"
        yield ""


def _failed(found: Portfolio, lang: Lang) -> Iterator[str]:
    yield from cautions(found, lang)
    for site, why in found.unscored:
        yield f"  {plain(named(site, lang))}  {failure_words(why, lang)}"
        yield from (f"    {line}" for line in problem_words(why, lang))
    if found.unscored:
        yield ""


def _left_out(found: Portfolio, lang: Lang) -> Iterator[str]:
    if found.left_out:
        folders = say(lang, "list.sep").join(plain(folder) for folder in found.left_out)
        yield say(lang, "portfolio.left_out", folders=folders)
        yield ""


def _sums(found: Portfolio, lang: Lang) -> str:
    sums = found.sums
    facts = {name: money(getattr(sums, name)) for name in ("fee", "payable", "paid", "due")}
    return say(lang, "portfolio.sums", count=str(len(found.ranked)), **facts)
