"""A running year on the terminal: where its rules stand, where its end lies, by when to begin, and month strips."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.goals import Outlook
from jobhome_score.insight.pacing import Pacing
from jobhome_score.locales import Lang, say
from jobhome_score.reports.calendar_duties import WEEK, Duty, duties, each_words, tally_of
from jobhome_score.reports.drawing import ALARM, BOLD, DIM, GREEN, PLAIN, RED, Screen, cell, paragraph, unfolded
from jobhome_score.reports.drawn_table import Column, table
from jobhome_score.reports.pacing_rows import NONE, goal_cells, goal_name, heading, notes, outcomes, states
from jobhome_score.reports.wrapping import width as columns_of
from jobhome_score.reports.wrapping import wrapped
from jobhome_score.scoring.results import Cell

if TYPE_CHECKING:
    from jobhome_score.reports.drawing import Lines

MET, MISSED, LATER = "✓", "✗", "·"
STYLES: Final = {MET: GREEN, MISSED: ALARM, LATER: DIM}
OUTLOOKS: Final = {Outlook.REACHED: GREEN, Outlook.OPEN: PLAIN, Outlook.LOST: RED}
MONTH_CELLS: Final = 3
QUARTER_CELLS: Final = 3 * MONTH_CELLS
WIDE: Final = 120
NAMED: Final = 130
"""From here on there is room for the names by which --capacity knows the targets."""

ROOMY: Final = 100
WEEKS_IN_FULL: Final = 53
WEEKS_FOLDED: Final = 36
NARROWEST: Final = 12
FITTING: Final = 76
GOAL_CELLS: Final = ("so_far", "required", "missing", "weekly", "capacity", "start_by")
RATES: Final = ("weekly", "capacity")
"""What a screen narrower than this leaves to the written reports."""

GUTTER, TALLY = 3, 5
"""The blanks between two columns, and the columns of 12/12."""


def pacing_text(assessment: Assessment, pacing: Pacing, lang: Lang, screen: Screen) -> Iterator[str]:
    """Everything that there is to say about the year as of the day, part by part."""
    yield "\n" + paragraph(screen, (heading(pacing, lang), BOLD))
    for state, names in states(assessment, lang):
        yield unfolded(screen, "\n".join(listed(state, names, lang, screen.width if screen.colour else None)))
    yield "\n" + _outcomes(assessment, pacing, lang, screen)
    yield "\n" + _goals(pacing, lang, screen)
    for note in notes(lang):
        yield unfolded(screen, "\n".join(wrapped(note, screen.width)) if screen.colour else note, DIM)
    legend = say(lang, "pacing.legend", met=MET, missed=MISSED, later=LATER)
    yield "\n" + paragraph(screen, (legend, BOLD))
    yield _strips(assessment, lang, screen)


def listed(state: str, names: Sequence[str], lang: Lang, columns: int | None) -> Iterator[str]:
    """A state with its rules, no name torn between two lines of a screen; in one line where there is no screen."""
    sep = say(lang, "list.sep")
    line = say(lang, "pacing.names", state=state, names="")
    for at, name in enumerate(names):
        piece = name + (sep if at + 1 < len(names) else "")
        if columns is not None and columns_of(line + piece.rstrip()) > columns:
            yield line.rstrip()
            line = ""
        line += piece
    yield line if names else line + NONE


def _columns(headings: Sequence[str], lang: Lang) -> Sequence[Column]:
    """A first column that stands on the left, and others on the right."""
    first, *others = (say(lang, name) for name in headings)
    return [Column(first), *(Column(name, right=True) for name in others)]


def _outcomes(assessment: Assessment, pacing: Pacing, lang: Lang, screen: Screen) -> str:
    columns = _columns(("pacing.projections", "report.total", "report.percent", "report.payable"), lang)
    return table(columns, [[[*map(cell, row)] for row in outcomes(assessment, pacing, lang)]], screen)


def _goals(pacing: Pacing, lang: Lang, screen: Screen) -> str:
    """A line a target; by which name --capacity knows it, where there is room to say so."""
    width, named = screen.width, screen.width >= NAMED
    kept = [at for at, name in enumerate(GOAL_CELLS) if width >= FITTING or name not in RATES]
    headings = [f"pacing.{GOAL_CELLS[at]}" for at in kept]
    columns = [*_columns(["pacing.goals", *headings], lang), *([Column("--capacity", whole=True)] if named else [])]
    rows = [(goal, [goal_cells(goal, lang)[at] for at in kept]) for goal in pacing.goals]
    heads = [say(lang, name) for name in headings]
    taken = sum(_widest(column) + GUTTER for column in zip(heads, *(cells for _, cells in rows), strict=True))
    if named:
        taken += _widest([goal.id for goal in pacing.goals]) + GUTTER
    drawn = []
    for goal, (*cells, start) in rows:
        title = cell(folded(goal_name(goal, lang), width - taken))
        name = [cell(goal.id, DIM)] if named else []
        drawn.append([title, *map(cell, cells), cell(start, OUTLOOKS[goal.outlook]), *name])
    return table(columns, [drawn], screen)


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns_of, texts), default=0)


def folded(title: str, columns: int) -> str:
    """A title on as many lines as it takes; Chinese may part between any two characters."""
    return "\n".join(wrapped(title, max(NARROWEST, columns)))


def _strips(assessment: Assessment, lang: Lang, screen: Screen) -> str:
    """A line a duty: a mark for each month and quarter, and for each week or, where the screen is narrow, several."""
    found, width, worded = duties(assessment, lang), screen.width, screen.width >= WIDE
    months = next((duty.strip.cells for duty in found if duty.strip.grain == "month"), ())
    room = WEEKS_IN_FULL if width >= ROOMY else WEEKS_FOLDED
    columns = [
        Column(""),
        *([Column("", whole=True)] if worded else []),
        Column("".join(month.label[-2:].ljust(MONTH_CELLS) for month in months), whole=True),
        Column(say(lang, "pacing.met"), right=True, whole=True),
    ]
    words_taken = _widest(each_words(duty.strip, lang) for duty in found) + GUTTER if worded else 0
    taken = words_taken + max(room, MONTH_CELLS * len(months)) + TALLY + 2 * GUTTER
    rows = []
    for duty in found:
        met, due = tally_of(duty.strip)
        words = [cell(each_words(duty.strip, lang))] if worded else []
        title, marks = _marked(duty, room, lang)
        rows.append([cell(folded(title, width - taken)), *words, marks, cell(f"{met}/{due}")])
    return table(columns, [rows], screen)


def _marked(duty: Duty, room: int, lang: Lang) -> "tuple[str, Lines]":
    """The title of a duty, with how many weeks a mark stands for where it is several, and its marks."""
    strip = duty.strip
    title = f"{duty.id} {duty.title}"
    if strip.grain == WEEK:
        each = -(-len(strip.cells) // room)
        joined = [strip.cells[at : at + each] for at in range(0, len(strip.cells), each)]
        if each > 1:
            title += say(lang, "pacing.weeks", count=str(each))
        return title, _joined((mark_of(cells), 1) for cells in joined)
    cells = MONTH_CELLS if strip.grain == "month" else QUARTER_CELLS if strip.grain == "quarter" else 2 * QUARTER_CELLS
    return title, _joined((mark_of((each,)), cells) for each in strip.cells)


def mark_of(cells: Sequence[Cell]) -> str:
    """The mark of one cell or several: missed where one that is due was missed, later where none is due."""
    due = [each for each in cells if each.due]
    if not due:
        return LATER
    return MET if all(each.met for each in due) else MISSED


def _joined(marks: Iterator[tuple[str, int]]) -> "Lines":
    """Marks beside one another; what is blank behind them has no style."""
    return [[*((mark.ljust(cells), STYLES[mark]) for mark, cells in marks), ("", PLAIN)]]
