"""A running year on the terminal: where its rules stand, where its end lies, by when to begin, and month strips."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.goals import Outlook
from jobhome_score.insight.pacing import Pacing
from jobhome_score.locales import Lang, say
from jobhome_score.reports.calendar_duties import WEEK, Duty, duties, each_words, tally_of
from jobhome_score.reports.pacing_rows import NONE, goal_cells, goal_name, heading, notes, outcomes, states
from jobhome_score.reports.wrapping import width as columns_of
from jobhome_score.reports.wrapping import wrapped
from jobhome_score.scoring.results import Cell

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

MET, MISSED, LATER = "✓", "✗", "·"
STYLES: Final = {MET: "green", MISSED: "bold red", LATER: "dim"}
OUTLOOKS: Final = {Outlook.REACHED: "green", Outlook.OPEN: "", Outlook.LOST: "red"}
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


def write_pacing(console: "Console", assessment: Assessment, pacing: Pacing, lang: Lang) -> None:
    """Print everything that there is to say about the year as of the day."""
    console.print()
    console.print(_text(heading(pacing, lang), "bold"))
    for state, names in states(assessment, lang):
        _say(console, "\n".join(listed(state, names, lang, None if console.no_color else console.width)))
    console.print()
    console.print(_outcomes(assessment, pacing, lang))
    console.print()
    console.print(_goals(pacing, lang, console.width))
    for note in notes(lang):
        text = note if console.no_color else "\n".join(wrapped(note, console.width))
        _say(console, text, "" if console.no_color else "dim")
    console.print()
    console.print(_text(say(lang, "pacing.legend", met=MET, missed=MISSED, later=LATER), "bold"))
    console.print(_strips(assessment, lang, console.width))


def _say(console: "Console", text: str, style: str = "") -> None:
    """Print lines that are as long as they are: folded already for a screen, whole for a pipe."""
    console.print(_text(text, style), soft_wrap=True)


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


def _text(words: str, style: str = "") -> "Text":
    from rich.text import Text  # only where a screen is drawn

    return Text(words, style=style)


def _table(headings: Sequence[str], lang: Lang) -> "Table":
    """A table whose first column stands on the left and the others on the right."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style="bold")
    table.add_column(say(lang, headings[0]), overflow="fold")
    for name in headings[1:]:
        table.add_column(say(lang, name), justify="right", overflow="fold")
    return table


def _outcomes(assessment: Assessment, pacing: Pacing, lang: Lang) -> "Table":
    table = _table(("pacing.projections", "report.total", "report.percent", "report.payable"), lang)
    for row in outcomes(assessment, pacing, lang):
        table.add_row(*map(_text, row))
    return table


def _goals(pacing: Pacing, lang: Lang, width: int) -> "Table":
    """A line a target; by which name --capacity knows it, where there is room to say so."""
    kept = [at for at, name in enumerate(GOAL_CELLS) if width >= FITTING or name not in RATES]
    headings = [f"pacing.{GOAL_CELLS[at]}" for at in kept]
    table = _table(["pacing.goals", *headings], lang)
    if width >= NAMED:
        table.add_column("--capacity", no_wrap=True)
    rows = [(goal, [goal_cells(goal, lang)[at] for at in kept]) for goal in pacing.goals]
    heads = [say(lang, name) for name in headings]
    taken = sum(_widest(column) + GUTTER for column in zip(heads, *(cells for _, cells in rows), strict=True))
    if width >= NAMED:
        taken += _widest([goal.id for goal in pacing.goals]) + GUTTER
    for goal, (*cells, start) in rows:
        name = [_text(goal.id, "dim")] if width >= NAMED else []
        title = folded(goal_name(goal, lang), width - taken)
        table.add_row(_text(title), *map(_text, cells), _text(start, OUTLOOKS[goal.outlook]), *name)
    return table


def _widest(texts: Iterable[str]) -> int:
    return max(map(columns_of, texts), default=0)


def folded(title: str, columns: int) -> str:
    """A title on as many lines as it takes; Chinese may part between any two characters."""
    return "\n".join(wrapped(title, max(NARROWEST, columns)))


def _strips(assessment: Assessment, lang: Lang, width: int) -> "Table":
    """A line a duty: a mark for each month and quarter, and for each week or, where the screen is narrow, several."""
    from rich import box
    from rich.table import Table

    found = duties(assessment, lang)
    months = next((duty.strip.cells for duty in found if duty.strip.grain == "month"), ())
    room = WEEKS_IN_FULL if width >= ROOMY else WEEKS_FOLDED
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("", overflow="fold")
    if width >= WIDE:
        table.add_column("", no_wrap=True)
    table.add_column("".join(cell.label[-2:].ljust(MONTH_CELLS) for cell in months), no_wrap=True)
    table.add_column(say(lang, "pacing.met"), justify="right", no_wrap=True)
    words_taken = _widest(each_words(duty.strip, lang) for duty in found) + GUTTER if width >= WIDE else 0
    taken = words_taken + max(room, MONTH_CELLS * len(months)) + TALLY + 2 * GUTTER
    for duty in found:
        met, due = tally_of(duty.strip)
        words = [_text(each_words(duty.strip, lang))] if width >= WIDE else []
        title, marks = _marked(duty, room, lang)
        table.add_row(_text(folded(title, width - taken)), *words, marks, _text(f"{met}/{due}"))
    return table


def _marked(duty: Duty, room: int, lang: Lang) -> "tuple[str, Text]":
    """The title of a duty, with how many weeks a mark stands for where it is several, and its marks."""
    strip = duty.strip
    title = f"{duty.id} {duty.title}"
    if strip.grain == WEEK:
        each = -(-len(strip.cells) // room)
        folded = [strip.cells[at : at + each] for at in range(0, len(strip.cells), each)]
        if each > 1:
            title += say(lang, "pacing.weeks", count=str(each))
        return title, _joined((mark_of(cells), 1) for cells in folded)
    cells = MONTH_CELLS if strip.grain == "month" else QUARTER_CELLS if strip.grain == "quarter" else 2 * QUARTER_CELLS
    return title, _joined((mark_of((cell,)), cells) for cell in strip.cells)


def mark_of(cells: Sequence[Cell]) -> str:
    """The mark of one cell or several: missed where one that is due was missed, later where none is due."""
    due = [cell for cell in cells if cell.due]
    if not due:
        return LATER
    return MET if all(cell.met for cell in due) else MISSED


def _joined(marks: Iterator[tuple[str, int]]) -> "Text":
    from rich.text import Text

    return Text.assemble(*((mark.ljust(cells), STYLES[mark]) for mark, cells in marks))
