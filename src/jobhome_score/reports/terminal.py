"""The score sheet for a terminal: the table, the total and the payout, and what else somebody must know."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from jobhome_score.assessment import Assessment, adds
from jobhome_score.insight.sensitivity import Effect
from jobhome_score.locales import Lang, say
from jobhome_score.named import NamedTuple
from jobhome_score.reports.both_ends import Best, best_of, ends, parts, section_reached, span
from jobhome_score.reports.drawing import (
    BOLD,
    DIM,
    GREEN,
    MARKED,
    PLAIN,
    RED,
    YELLOW,
    Screen,
    cell,
    paragraph,
    unfolded,
)
from jobhome_score.reports.drawn_table import Column, table
from jobhome_score.reports.escape import plain
from jobhome_score.reports.footnotes import footnotes
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.ordering import Order, costliest
from jobhome_score.reports.phrases import causes
from jobhome_score.reports.settlement_text import money, percent_text, reviewed_words
from jobhome_score.reports.wrapping import packed, wrapped
from jobhome_score.reports.wrapping import width as columns_of
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, SectionScore

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing
    from jobhome_score.reports.drawing import Lines
    from jobhome_score.reports.drawn_table import Row

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
    drawn = [*_heading(assessment, lang, screen), _table(assessment, lang, screen, order),
             *_outcome(assessment, lang, screen)]  # fmt: skip
    if pacing is not None:
        from jobhome_score.reports.pacing_text import pacing_text  # only for a year that still runs

        drawn += pacing_text(assessment, pacing, lang, screen)
    for line in footnotes(assessment, lang, effects, told=pacing is not None):
        text = "\n".join(wrapped(line, screen.width)) if screen.colour else line
        drawn.append(unfolded(screen, text, DIM))
    return "".join(drawn)


def _heading(assessment: Assessment, lang: Lang, screen: Screen) -> Iterator[str]:
    contract = assessment.contract
    yield paragraph(screen, (plain(contract.site), BOLD), (f"· {plain(contract.operator)}", PLAIN))
    facts = {
        "start": contract.period.start.isoformat(),
        "end": contract.period.end.isoformat(),
        "rubric": assessment.rubric.id,
        "version": assessment.rubric.version,
    }
    line = say(lang, "screen.period", **facts)
    if assessment.request.as_of is not None:
        line += say(lang, "screen.as_of", date=assessment.request.as_of.isoformat())
    yield paragraph(screen, (line, PLAIN))


def _table(assessment: Assessment, lang: Lang, screen: Screen, order: Order) -> str:
    bars = screen.width >= WIDE
    columns = [
        Column("", whole=True),
        Column(say(lang, "screen.indicator"), least=12, most=WIDEST_TITLE[bars]),
        Column(say(lang, "screen.points"), right=True, whole=True),
        Column(say(lang, "screen.score"), right=True, whole=True),
        *([Column("", whole=True)] if bars else []),
        Column(say(lang, "screen.why")),
    ]
    return table(columns, _groups(assessment, lang, _room(assessment, lang, screen.width, bars=bars), order), screen)


def _groups(assessment: Assessment, lang: Lang, room: "_Room", order: Order) -> "Iterator[Sequence[Row]]":
    """The rows of each section; or of what costs most, with the sections below it."""
    best, sections = best_of(assessment), assessment.score.sections
    if order is Order.POINTS:
        yield [_line(line, role, best, lang, room) for line, role in costliest(assessment)]
        yield [_section(section, best, lang, room) for section in sections]
        return
    for section in sections:
        lines = [_line(line, section.section.role, best, lang, room) for line in section.indicators]
        yield [_section(section, best, lang, room), *lines]


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


def _section(section: SectionScore, best: Best, lang: Lang, room: _Room) -> "Row":
    role = section.section.role
    points = Fraction(section.section.points)
    score = span(section_reached(section), best.sections.get(section.section.id), _signs(role))
    cells = [cell(words, BOLD) for words in (section.section.id, section.section.title[lang], shown(points), score)]
    return [*cells, *([_bar(section.score / points, role)] if room.bars else []), cell("")]


def _line(line: IndicatorScore, role: Role, best: Best, lang: Lang, room: _Room) -> "Row":
    base = role is Role.BASE
    whole = Fraction(line.indicator.points or line.indicator.cap or 1)
    reached = line.score if base else line.deducted
    points = shown(whole) if base else say(lang, "screen.up_to", points=shown(whole))
    style = (RED if line.zeroed or reached / whole < FAIR else YELLOW if reached < whole else PLAIN) if base else PLAIN
    because = packed(causes(line, role, lang), say(lang, "list.also"), room.why)
    return [
        cell(line.indicator.id),
        cell(line.indicator.title[lang]),
        cell(points),
        cell(span(adds(line, role), best.lines.get(line.indicator.id), _signs(role)), style),
        *([_bar(reached / whole, role)] if room.bars else []),
        cell("\n".join(because)),
    ]


def _signs(role: Role) -> Callable[[Fraction], str]:
    """How points are written: a bonus with its plus, a penalty with its minus."""
    sign = {Role.BASE: "", Role.BONUS: "+", Role.PENALTY: "−"}[role]
    return lambda score: (sign if score else "") + shown(abs(score))


def _bar(share: Fraction, role: Role) -> "Lines":
    """A bar of blocks, an eighth of a cell the finest step; green, yellow or red by the share of a base score."""
    steps = int(max(Fraction(0), min(share, Fraction(1))) * BAR_CELLS * 8)
    whole, part = divmod(steps, 8)
    blocks = "█" * whole + (EIGHTHS[part] if part else "")
    colour = GREEN if share >= GOOD else YELLOW if share >= FAIR else RED
    return cell(blocks.ljust(BAR_CELLS, "·"), {Role.BASE: colour, Role.BONUS: GREEN, Role.PENALTY: RED}[role])


def _outcome(assessment: Assessment, lang: Lang, screen: Screen) -> Iterator[str]:
    score, payout = assessment.score, assessment.payout
    out_of = shown(Fraction(assessment.rubric.settlement.out_of))
    best = assessment.result if assessment.best is None else assessment.best
    total = say(lang, "screen.total", total=span(score.total, best.score.total), out_of=out_of)
    yield "\n"
    yield paragraph(screen, (total, MARKED), (say(lang, "screen.sum", **parts(assessment)), PLAIN))
    facts = {
        "percent": span(payout.share, best.payout.share, percent_text),
        "payable": ends(money(payout.payable), money(best.payout.payable)),
        "paid": money(payout.paid),
        "due": ends(money(payout.due), money(best.payout.due)),
    }
    yield paragraph(screen, (say(lang, "screen.settlement", **facts), BOLD))
    reviewed = reviewed_words(assessment, lang)
    if reviewed:
        yield paragraph(screen, (reviewed, BOLD))
