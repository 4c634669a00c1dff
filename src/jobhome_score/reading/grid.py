"""A sheet as a format's reader hands it over, and how it becomes the Sheet that the next room sees."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from operator import itemgetter

from jobhome_score.evidence import Place, letters
from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code, Problem, folded
from jobhome_score.reading.cells import Fault, Row, Sheet, Value
from jobhome_score.reading.columnar import Columnar
from jobhome_score.reading.limits import Hidden, Limits
from jobhome_score.reading.merges import Cover, covered_values, without
from jobhome_score.reading.references import Area
from jobhome_score.reading.rejection import over

FAR = 100  # blank rows between two tables are a dozen
NAMED = 10  # so many hidden rows or columns are named one by one


class Grid(NamedTuple):
    """One sheet as stored: rows from column A with their numbers, and what the file hides or merges.

    Rows may hold nothing and may differ in width. `far` are the filled cells beyond the columns that are
    read, by row and column. What is no worksheet is not read at all. `guessed` is one whose encoding nothing states.
    """

    name: str
    numbers: Sequence[int]
    rows: Sequence[Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Area, ...] = ()
    far: Sequence[tuple[int, int]] = ()
    is_worksheet: bool = True
    guessed: bool = False


class Tally:
    """What the sheets of a workbook hold and span together, counted as they come.

    Filled cells are counted only where the rows are long enough to hold too many.
    """

    def __init__(self, limits: Limits) -> None:
        """Start before the first sheet."""
        self._limits = limits
        self._area = 0
        self._lengths = 0
        self._cells = 0
        self._uncounted: list[Grid] = []

    def taken(self, grid: Grid) -> Grid:
        """The grid itself; raises Rejected when the workbook has become too large with it."""
        widths = widths_of(grid.rows)
        self._area += len(widths) * max(widths, default=0)
        if self._area > self._limits.area:
            raise over("area", self._limits.area, sheet=grid.name)
        self._lengths += sum(widths)
        self._uncounted.append(grid)
        if self._lengths > self._limits.cells:
            self._cells += sum(filled(one.rows) for one in self._uncounted)
            self._uncounted.clear()
            if self._cells > self._limits.cells:
                raise over("cells", self._limits.cells, sheet=grid.name)
        return grid


def filled(rows: Iterable[Sequence[Value]]) -> int:
    """How many cells of the rows hold anything."""
    if isinstance(rows, Columnar):
        rows = rows.columns
    return sum(len(row) - row.count(None) for row in rows)


def widths_of(rows: Sequence[Row]) -> Sequence[int]:
    """How wide each row is."""
    return [len(rows.columns)] * len(rows) if isinstance(rows, Columnar) else list(map(len, rows))


def rows_in_order(
    cells: Mapping[int, Mapping[int, Value]], limits: Limits
) -> tuple[Sequence[int], Sequence[tuple[Value, ...]]]:
    """Numbers and rows from filled cells by row and column; raises Rejected for an area too large for its cells."""
    numbers = sorted(cells)
    widths = [max(cells[number]) + 1 for number in numbers]
    if sum(widths) > limits.area:
        raise over("area", limits.area)
    return numbers, [tuple(map(cells[number].get, range(width))) for number, width in zip(numbers, widths, strict=True)]


def settle(grid: Grid, file: str, hidden: Hidden, limits: Limits) -> tuple[Sheet | None, list[Problem]]:
    """The sheet with its filled rows equally wide, and what its hidden and merged cells give rise to.

    None stands for a hidden sheet that is left out. Raises Rejected when merges or the used area exceed the limits.
    """
    problems: list[Problem] = []
    numbers, rows = _filled(grid.numbers, grid.rows, limits)
    if grid.far:
        row, column = min(grid.far)
        facts = {"count": str(len(grid.far)), "columns": str(limits.columns)}
        problems.append(Problem(Code.FAR_CELL, Place(file, grid.name, row, column), facts=facts))
    problems += _far_rows(grid.name, file, numbers)
    covered, covers = covered_values(grid.merges, numbers, rows, limits) if grid.merges else (set(), [])
    if covered:
        problems += folded(_merged(file, grid.name, numbers, cover) for cover in sorted(covers, key=itemgetter(0)))
        numbers, rows = _filled(numbers, without(rows, covered), limits)
    left_out = 0
    if hidden is not Hidden.INCLUDE and (grid.hidden or grid.hidden_rows or grid.hidden_columns):
        found = _hidden_data(grid, file, numbers, rows)
        if hidden is Hidden.FAIL:
            problems += [Problem(Code.HIDDEN_DATA, place, facts=facts) for place, facts in found]
        else:
            problems += [Problem(Code.HIDDEN_LEFT_OUT, place, facts=facts) for place, facts in found]
            if grid.hidden:
                return None, problems
            numbers, rows, left_out = _visible(grid, numbers, rows)
    return Sheet(file, grid.name, numbers, rows, grid.merges, left_out), problems


def _far_rows(sheet: str, file: str, numbers: Sequence[int]) -> Iterator[Problem]:
    """Rows so far below the others that nobody who scrolls down will meet them; they are read like all."""
    if not numbers or numbers[-1] - numbers[0] + 1 - len(numbers) < FAR:
        return
    for index, (above, below) in enumerate(pairwise(numbers), start=1):
        if below - above > FAR:
            facts = {"count": str(len(numbers) - index), "blank": str(below - above - 1)}
            yield Problem(Code.FAR_ROW, Place(file, sheet, below), facts=facts)
            return


def _merged(file: str, sheet: str, numbers: Sequence[int], cover: Cover) -> Problem:
    """What a merged range hides, as one problem."""
    line, column = cover.first
    facts = {"others": str(cover.others)} if cover.others else {}
    return Problem(Code.MERGED_VALUE, Place(file, sheet, numbers[line], column), shown(cover.value), facts)


def _filled(numbers: Sequence[int], rows: Sequence[Row], limits: Limits) -> tuple[Sequence[int], Sequence[Row]]:
    """The rows that hold anything, padded to one width, with their numbers."""
    if isinstance(rows, Columnar):
        return numbers, rows
    width = max(map(len, rows), default=0)
    if set(map(len, rows)) == {width} and (None,) * width not in rows:
        return numbers, rows
    kept = [(number, row) for number, row in zip(numbers, rows, strict=True) if row.count(None) != len(row)]
    width = max((len(row) for _, row in kept), default=0)
    if width * len(kept) > limits.area:
        raise over("area", limits.area)
    padded = [row if len(row) == width else (*row, *repeat(None, width - len(row))) for _, row in kept]
    return [number for number, _ in kept], padded


def shown(value: Value) -> str:
    """A value as found, for a message."""
    return value.shown if isinstance(value, Fault) else str(value)


def _hidden_data(
    grid: Grid, file: str, numbers: Sequence[int], rows: Sequence[Row]
) -> list[tuple[Place, dict[str, str]]]:
    """Where data is hidden: the sheet, or its rows and its columns, each with how many and which."""
    if grid.hidden:
        facts = {"what": "sheet", "count": str(len(rows)), "which": grid.name}
        return [(Place(file, grid.name), facts)] if rows else []
    found: list[tuple[Place, dict[str, str]]] = []
    lines = [number for number in numbers if number in grid.hidden_rows]
    if lines:
        facts = {"what": "rows", "count": str(len(lines)), "which": some([str(line) for line in lines])}
        found.append((Place(file, grid.name, lines[0]), facts))
    width = len(rows[0]) if rows else 0
    columns = [c for c in sorted(grid.hidden_columns) if c < width and any(row[c] is not None for row in rows)]
    if columns:
        facts = {"what": "columns", "count": str(len(columns)), "which": some([letters(c) for c in columns])}
        found.append((Place(file, grid.name, 0, columns[0]), facts))
    return found


def some(names: Sequence[str]) -> str:
    """The names of places, the first ten of many."""
    return ", ".join(names[:NAMED]) + (", …" if len(names) > NAMED else "")


def _visible(grid: Grid, numbers: Sequence[int], rows: Sequence[Row]) -> tuple[list[int], list[Row], int]:
    """What is left without hidden rows and columns, and how many rows were left out."""
    width = len(rows[0]) if rows else 0
    covered = {column for column in grid.hidden_columns if column < width}
    kept = [(number, row) for number, row in zip(numbers, rows, strict=True) if number not in grid.hidden_rows]
    left_out = len(rows) - len(kept)
    if covered:
        kept = [(number, tuple(None if c in covered else v for c, v in enumerate(row))) for number, row in kept]
        kept = [(number, row) for number, row in kept if any(value is not None for value in row)]
    return [number for number, _ in kept], [row for _, row in kept], left_out
