"""The straight path through the XML of a sheet: whole rows at a time, in blocks, with compiled patterns.

It reads what Excel, WPS, LibreOffice and the usual libraries write. Whatever it does not fully understand raises
Unfamiliar, and the thorough path of `sheet_events` reads the sheet instead; the two agree cell for cell.
"""

from collections.abc import Iterable, Sequence
from operator import itemgetter, lt

from jobhome_score.reading.cell_scan import Doubtful, Openings, attributes, scanned_cells
from jobhome_score.reading.cells import Value
from jobhome_score.reading.columnar import Columnar, Gathering, filled_rows
from jobhome_score.reading.grid import Grid, filled
from jobhome_score.reading.kinds import Kinds, Meaning
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.references import ROWS
from jobhome_score.reading.rejection import Unfamiliar, over
from jobhome_score.reading.row_pattern import WHOLE_ROWS, Habit, learned
from jobhome_score.reading.sheet_frame import Frame, bodies, hides_row, holds_markup

WORTH_ADDING_UP = 8_192  # small sheets of one workbook together
WORTH_LEARNING = 65_536  # below this size, compiling a pattern costs more than it saves
SAMPLE = 16_384
EXCEPTIONS = 16  # learn again when more than one row in so many is an exception

Fields = Sequence[Sequence[str]]


def scan(name: str, blocks: Iterable[bytes], kinds: Kinds, limits: Limits, habit: Habit | None = None) -> Grid:
    """The grid of one sheet; raises Unfamiliar where its XML is not of the plain kind."""
    frame = Frame(limits)
    rows = _Rows(kinds, limits, habit or Habit())
    for block in bodies(blocks, frame, limits):
        rows.add(_decoded(block))
    return Grid(
        name,
        rows.gathered.numbers,
        Columnar(rows.gathered.columns),
        hidden_rows=frozenset(rows.hidden),
        hidden_columns=frame.columns.hidden(),
        merges=tuple(frame.merges),
        far=rows.far,
    )


def _decoded(block: bytes) -> str:
    """The block as text, free of everything that could hide a row from the patterns."""
    if holds_markup(block) or b"\0" in block:
        raise Unfamiliar
    try:
        return block.decode()
    except UnicodeDecodeError as error:
        raise Unfamiliar from error


class _Rows:
    """The rows of a sheet as they accumulate, block by block."""

    def __init__(self, kinds: Kinds, limits: Limits, habit: Habit) -> None:
        """Start without rows; they may look like those of the sheets before."""
        self.gathered = Gathering()
        self.hidden: set[int] = set()
        self.far: list[tuple[int, int]] = []
        self._kinds = kinds
        self._openings = (Doubtful if kinds.doubtful else Openings)(kinds)
        self._limits = limits
        self._habit = habit
        self._shape = habit.pattern or WHOLE_ROWS
        self._last = 0
        self._cells = 0
        self._counted = 0

    def add(self, block: str) -> None:
        """Take the rows of one block, which begins with a row and ends with one."""
        fields = self._match(block)
        if not fields:
            return
        numbers = list(map(int, fields[0]))
        self._check_order(numbers)
        self._hide(numbers, fields[1])
        try:
            columns = self._described(fields, len(numbers))
        except KeyError as error:  # a shared text that does not exist
            raise Unfamiliar from error
        if any(fields[-1]):
            columns = self._with_exceptions(columns, numbers, fields[-1])
        kept, cells = filled_rows(numbers, columns)
        if self.gathered.area(len(kept), len(cells)) > self._limits.area:
            raise over("area", self._limits.area)
        self.gathered.add(kept, cells)
        self._count()

    def _count(self) -> None:
        """Raise Rejected for too many cells; they are counted only where there is room for too many."""
        if self.gathered.area(0, 0) > self._limits.cells:
            self._cells += filled(Columnar(self.gathered.columns)[self._counted :])
            self._counted = len(self.gathered.numbers)
        if self._cells + len(self.far) > self._limits.cells:
            raise over("cells", self._limits.cells)

    def _match(self, block: str) -> Fields:
        """Every row of the block, by a pattern that describes most of them, turned into columns."""
        large = len(block) > WORTH_LEARNING
        if self._shape is WHOLE_ROWS and (large or self._habit.is_worth_learning(len(block), WORTH_ADDING_UP)):
            self._learn(block[:SAMPLE], ())
        fields = self._fields(block)
        if fields and (len(fields[-1]) - fields[-1].count("")) * EXCEPTIONS > len(fields[-1]):
            known = [column.index for column in self._shape.columns]
            if large:
                self._learn(_sample(fields[-1]) + block[:SAMPLE], known)
            else:
                self._shape = WHOLE_ROWS  # learned from a sheet of another kind
            fields = self._fields(block)
        return fields

    def _learn(self, sample: str, known: Iterable[int]) -> None:
        """Learn the pattern of this sheet, which the next sheet of the workbook may share."""
        self._shape = self._habit.pattern = learned(sample, known, self._kinds, self._limits.columns)

    def _fields(self, block: str) -> Fields:
        """What the groups of the pattern matched, row after row, none left out."""
        found = self._shape.pattern.findall(block)
        if not found:
            return []
        *fields, strays = zip(*found, strict=True)
        if any(strays):
            raise Unfamiliar
        if "" in fields[0]:  # between rows without any cell
            return list(zip(*(row for row in zip(*fields, strict=True) if row[0]), strict=True))
        return fields

    def _hide(self, numbers: Sequence[int], attributes_of: Sequence[str]) -> None:
        """Keep the numbers of those rows whose attributes hide them."""
        hiding = {text for text in set(attributes_of) if hides_row(attributes(text))}
        if hiding:
            self.hidden.update(number for number, text in zip(numbers, attributes_of, strict=True) if text in hiding)

    def _check_order(self, numbers: Sequence[int]) -> None:
        """Rows stand in ascending order and inside the sheet, or the thorough path sorts them out."""
        without_gaps = numbers == list(range(numbers[0], numbers[0] + len(numbers)))  # as most are, and looked at fast
        if numbers[0] <= self._last or numbers[-1] > ROWS or not (without_gaps or all(map(lt, numbers, numbers[1:]))):
            raise Unfamiliar
        self._last = numbers[-1]

    def _described(self, fields: Fields, count: int) -> list[Sequence[Value]]:
        """The cells by the columns of the pattern, without the exceptions."""
        columns: list[Sequence[Value]] = []
        nothing = (None,) * count
        group = 2  # behind number and attributes
        for column in self._shape.columns:
            while len(columns) < column.index:
                columns.append(nothing)
            if column.meaning is not None:
                columns.append(_looked_up(column.meaning, fields[group]))
                group += 1
            else:
                columns.append(list(map(self._openings.value, *fields[group : group + 4])))
                group += 4
        while columns and columns[-1].count(None) == count:
            columns.pop()
        return columns

    def _with_exceptions(
        self, described: Sequence[Sequence[Value]], numbers: Sequence[int], contents: Sequence[str]
    ) -> list[Sequence[Value]]:
        """The columns with the rows that the pattern does not describe, which are taken cell by cell."""
        columns = [list(column) for column in described]
        for position, content in enumerate(contents):
            if content:
                for at, value in self._exception(numbers[position], content).items():
                    while len(columns) <= at:
                        columns.append([None] * len(numbers))
                    columns[at][position] = value
        return [*columns]

    def _exception(self, number: int, content: str) -> dict[int, Value]:
        """The cells of such a row by column."""
        cells = scanned_cells(number, content, self._openings)
        near = {column: value for column, value in cells.items() if column < self._limits.columns}
        self.far += [(number, column) for column in cells.keys() - near.keys()]
        return near


def _looked_up(meaning: Meaning, texts: Sequence[str]) -> Sequence[Value]:
    """What the texts of a column mean; all of them are asked for at once, which takes three quarters of the time."""
    return itemgetter(*texts)(meaning) if len(texts) > 1 else (meaning[texts[0]],)


def _sample(exceptions: Iterable[str]) -> str:
    """The first of the rows that the pattern did not describe."""
    sample: list[str] = []
    size = 0
    for content in exceptions:
        sample.append(content)
        size += len(content)
        if size > SAMPLE:
            break
    return "".join(sample)
