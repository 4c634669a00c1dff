"""The score sheet for a terminal: the table, the total and the payout, and what else somebody must know."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from io import StringIO
from typing import TYPE_CHECKING, NamedTuple

from jobhome_score.assessment import Assessment, adds
from jobhome_score.insight.sensitivity import Effect
from jobhome_score.locales import Lang, say
from jobhome_score.records import dataclass
from jobhome_score.reports.both_ends import Best, best_of, ends, parts, section_reached, span
from jobhome_score.reports.escape import plain
from jobhome_score.reports.footnotes import footnotes
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.ordering import Order, costliest
from jobhome_score.reports.report_lines import causes
from jobhome_score.reports.settlement_text import money, percent_text, reviewed_words
from jobhome_score.reports.wrapping import packed, wrapped
from jobhome_score.reports.wrapping import width as columns_of
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, SectionScore

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from jobhome_score.insight.pacing import Pacing

BAR_CELLS = 10
EIGHTHS = " ▏▎▍▌▋▊▉█"
WIDE = 96
WIDEST_TITLE = {True: 24, False: 18}
"""Columns of a title, with bars and without."""
NUMBERS = {"zh": 23, "en": 26}
RANGED = 3
"""Columns of number, points, score and the blanks between them; so many more where scores have two ends."""
LEAST_WHY = 16
GOOD, FAIR = Fraction(9, 10), Fraction(7, 10)


@dataclass(frozen=True, slots=True)
class Screen:
    """How wide the output is, and whether it may be coloured."""

    width: int
    colour: bool


def assessment_text(
    assessment: Assessment,
    lang: Lang,
    screen: Screen,
    effects: Sequence[Effect] = (),
    order: Order = Order.CLAUSES,
    pacing: "Pacing | None" = None,
) -> str:
    """The assessment as a terminal shows it, with the readings that would move the payout (`effects`).

    Without colour it is plain text, complete and never cut.
    """
    from rich.console import Console  # only where a screen is drawn

    out = StringIO()
    console = Console(
        file=out, width=screen.width, force_terminal=screen.colour, no_color=not screen.colour, highlight=False,
        markup=False, emoji=False, legacy_windows=False, color_system="standard" if screen.colour else None,
    )  # fmt: skip
    _heading(console, assessment, lang)
    console.print(_table(assessment, lang, screen.width, order))
    _outcome(console, assessment, lang)
    if pacing is not None:
        from jobhome_score.reports.pacing_text import write_pacing  # only for a year that still runs

        write_pacing(console, assessment, pacing, lang)
    for line in footnotes(assessment, lang, effects, told=pacing is not None):
        text = "\n".join(wrapped(line, screen.width)) if screen.colour else line
        console.print(_text(text, "dim" if screen.colour else ""), soft_wrap=True)
    return out.getvalue()


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text

    return Text(words, style=style)


def _heading(console: "Console", assessment: Assessment, lang: Lang) -> None:
    contract = assessment.contract
    console.print(_text(plain(contract.site), "bold"), _text(f"· {plain(contract.operator)}"))
    facts = {
        "start": contract.period.start.isoformat(),
        "end": contract.period.end.isoformat(),
        "rubric": assessment.rubric.id,
        "version": assessment.rubric.version,
    }
    line = say(lang, "screen.period", **facts)
    if assessment.request.as_of is not None:
        line += say(lang, "screen.as_of", date=assessment.request.as_of.isoformat())
    console.print(_text(line))


def _table(assessment: Assessment, lang: Lang, width: int, order: Order) -> "Table":
    from rich import box
    from rich.table import Table

    bars = width >= WIDE
    table = Table(
        box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, expand=False, header_style="bold"
    )
    table.add_column("", no_wrap=True)
    table.add_column(say(lang, "screen.indicator"), min_width=12, max_width=WIDEST_TITLE[bars], overflow="fold")
    table.add_column(say(lang, "screen.points"), justify="right", no_wrap=True)
    table.add_column(say(lang, "screen.score"), justify="right", no_wrap=True)
    if bars:
        table.add_column("", no_wrap=True)
    table.add_column(say(lang, "screen.why"), overflow="fold")
    best, room = best_of(assessment), _room(assessment, lang, width, bars=bars)
    if order is Order.POINTS:
        for line, role in costliest(assessment):
            _line(table, line, role, best, lang, room)
        table.add_section()
    for section in assessment.score.sections:
        if order is Order.CLAUSES:
            table.add_section()
        _section(table, section, best, lang, bars=bars)
        for line in section.indicators if order is Order.CLAUSES else ():
            _line(table, line, section.section.role, best, lang, room)
    return table


class _Room(NamedTuple):
    """Whether there are bars, and how many columns are left for the reasons."""

    bars: bool
    why: int


def _room(assessment: Assessment, lang: Lang, width: int, *, bars: bool) -> _Room:
    """The columns beside the widest title, the numbers and the bar; never so few that nothing could be read."""
    titles = [title[lang] for section in assessment.score.sections
              for title in (section.section.title, *(line.indicator.title for line in section.indicators))]  # fmt: skip
    title = min(WIDEST_TITLE[bars], max(map(columns_of, titles)))
    numbers = NUMBERS[lang] + (RANGED if assessment.best is not None else 0)
    return _Room(bars, max(LEAST_WHY, width - (title + numbers + (BAR_CELLS + 2 if bars else 0))))


def _section(table: "Table", section: SectionScore, best: Best, lang: Lang, *, bars: bool) -> None:
    role = section.section.role
    points = Fraction(section.section.points)
    score = span(section_reached(section), best.sections.get(section.section.id), _signs(role))
    cells = [_text(section.section.id, "bold"), _text(section.section.title[lang], "bold"),
             _text(shown(points), "bold"), _text(score, "bold")]  # fmt: skip
    if bars:
        cells.append(_bar(section.score / points, role))
    table.add_row(*cells, _text(""))


def _line(table: "Table", line: IndicatorScore, role: Role, best: Best, lang: Lang, room: _Room) -> None:
    base = role is Role.BASE
    whole = Fraction(line.indicator.points or line.indicator.cap or 1)
    reached = line.score if base else line.deducted
    points = shown(whole) if base else say(lang, "screen.up_to", points=shown(whole))
    style = ("red" if line.zeroed or reached / whole < FAIR else "yellow" if reached < whole else "") if base else ""
    cells = [
        _text(line.indicator.id),
        _text(line.indicator.title[lang]),
        _text(points),
        _text(span(adds(line, role), best.lines.get(line.indicator.id), _signs(role)), style),
    ]
    if room.bars:
        cells.append(_bar(reached / whole, role))
    because = packed(causes(line, role, lang), say(lang, "list.also"), room.why)
    table.add_row(*cells, _text("\n".join(because)))


def _signs(role: Role) -> Callable[[Fraction], str]:
    """How points are written: a bonus with its plus, a penalty with its minus."""
    sign = {Role.BASE: "", Role.BONUS: "+", Role.PENALTY: "−"}[role]
    return lambda score: (sign if score else "") + shown(abs(score))


def _bar(share: Fraction, role: Role) -> "Text":
    """A bar of blocks, an eighth of a cell the finest step; green, yellow or red by the share of a base score."""
    steps = int(max(Fraction(0), min(share, Fraction(1))) * BAR_CELLS * 8)
    whole, part = divmod(steps, 8)
    blocks = "█" * whole + (EIGHTHS[part] if part else "")
    colour = "green" if share >= GOOD else "yellow" if share >= FAIR else "red"
    style = {Role.BASE: colour, Role.BONUS: "green", Role.PENALTY: "red"}[role]
    return _text(blocks.ljust(BAR_CELLS, "·"), style)


def _outcome(console: "Console", assessment: Assessment, lang: Lang) -> None:
    score, payout = assessment.score, assessment.payout
    out_of = shown(Fraction(assessment.rubric.settlement.out_of))
    console.print()
    best = assessment.result if assessment.best is None else assessment.best
    total = span(score.total, best.score.total)
    console.print(_text(say(lang, "screen.total", total=total, out_of=out_of), "bold reverse"),
                  _text(say(lang, "screen.sum", **parts(assessment))))  # fmt: skip
    facts = {
        "percent": span(payout.share, best.payout.share, percent_text),
        "payable": ends(money(payout.payable), money(best.payout.payable)),
        "paid": money(payout.paid),
        "due": ends(money(payout.due), money(best.payout.due)),
    }
    console.print(_text(say(lang, "screen.settlement", **facts), "bold"))
    reviewed = reviewed_words(assessment, lang)
    if reviewed:
        console.print(_text(reviewed, "bold"))
