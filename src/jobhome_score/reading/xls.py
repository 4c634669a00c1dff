"""Workbooks of the old binary format, through xlrd.

xlrd is plain Python: what it may do to a process is to raise, to take long and to take much memory. Every exception
it raises on damaged files, documented or not, means just that; large files are read behind a wall, see `child`.
"""

import io
from collections.abc import Callable, Collection, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from jobhome_score.named import NamedTuple
from jobhome_score.problems import Code
from jobhome_score.reading.cell_scan import without_value
from jobhome_score.reading.cells import Fault, Value
from jobhome_score.reading.exact import duration, moment, number_of
from jobhome_score.reading.grid import Grid, Tally
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.number_formats import Shows, built_in, custom
from jobhome_score.reading.references import Area
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.sniff import other_document
from jobhome_score.reading.xls_formulas import Cell, uncalculated
from jobhome_score.reading.xls_letters import AS_STORED, letters_of
from jobhome_score.reading.xls_others import other_sheets, sheets_share_a_place
from jobhome_score.reading.xls_rescue import without_needless
from jobhome_score.reading.xml_text import plain_text

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Rowinfo, Sheet

FIRST_CUSTOM = 164
NOT_THERE = "can't find workbook"
LOWEST, NARROWEST = 20, 64
"""Twentieths of a point of height, 256ths of a digit of width: of a row or a column with less, nobody sees a thing."""


class Kind(IntEnum):
    """The kinds of cells that xlrd tells apart and that hold anything."""

    TEXT = 1
    NUMBER = 2
    DATE = 3
    BOOLEAN = 4
    ERROR = 5


def read_xls(data: bytes, limits: Limits) -> list[Grid]:
    """The worksheets of an .xls; raises Rejected."""
    try:
        return _grids(_opened(data), limits)
    except (Rejected, MemoryError):
        raise
    except Exception as error:
        refusal = _refusal(error, data)
        grids = _without_needless(data, limits) if refusal.code is Code.DAMAGED_FILE else None
        if grids is None:
            raise refusal from error
        return grids


def _without_needless(data: bytes, limits: Limits) -> list[Grid] | None:
    """The worksheets as they are read without notes, names and drawings; None where that does not help."""
    try:
        rest = without_needless(data)
        return None if rest is None else _grids(_opened(rest), limits)
    except (Rejected, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - the first reason is the better one
        return None


def _opened(data: bytes) -> "Book":
    import xlrd  # an old format: most runs never need it

    return xlrd.open_workbook(
        file_contents=data, formatting_info=True, ragged_rows=True, on_demand=True, logfile=io.StringIO(),
        encoding_override=AS_STORED,
    )  # fmt: skip


def _refusal(error: Exception, data: bytes) -> Rejected:
    """What an exception of xlrd means."""
    from xlrd.biffh import XLRDError

    said = str(error).lower() if isinstance(error, XLRDError) else ""
    if "encrypted" in said:
        return Rejected(Code.ENCRYPTED_FILE)
    if NOT_THERE in said:  # the workbook lies inside of something else
        return other_document(data)
    return Rejected(Code.DAMAGED_FILE, reason="xls")


class Means(NamedTuple):
    """What the cells of a workbook mean: by their styles, their letters and the day from which days are counted."""

    shows: Sequence[Shows]
    decoded: Callable[[str], str]
    since_1904: bool
    limits: Limits


def _grids(book: "Book", limits: Limits) -> list[Grid]:
    """The worksheets one after the other, each forgotten once it is taken, then what is no worksheet."""
    if book.nsheets > limits.sheets:
        raise over("sheets", limits.sheets)
    others = list(other_sheets(book))
    if sheets_share_a_place(book):
        raise Rejected(Code.DAMAGED_FILE, reason="xls")
    letters = letters_of(book, others)
    means = Means([_shows(book, xf.format_key) for xf in book.xf_list], letters.decoded, bool(book.datemode), limits)
    empty = uncalculated(book)
    tally = Tally(limits)
    grids: list[Grid] = []
    for index in range(book.nsheets):
        grid = _grid(book.sheet_by_index(index), means, empty[index])
        grids.append(tally.taken(grid._replace(guessed=letters.guessed)))
        book.unload_sheet(index)
    return [*grids, *(Grid(letters.decoded(name), (), (), is_worksheet=False) for name in others)]


def _shows(book: "Book", key: int) -> Shows:
    """What a cell format shows: by the file's own code, else by the built-in meaning of its number."""
    if key < FIRST_CUSTOM and built_in(key) is not Shows.NUMBER:
        return built_in(key)
    stated = book.format_map.get(key)
    return custom(stated.format_str or "") if stated else Shows.NUMBER


def _grid(sheet: "Sheet", means: Means, uncalculated: Collection[Cell]) -> Grid:
    """One worksheet."""
    rows = [_row(sheet, index, means) for index in range(sheet.nrows)]
    for row, column in uncalculated:
        if row < len(rows) and column < len(rows[row]):
            rows[row] = (*rows[row][:column], without_value("…"), *rows[row][column + 1 :])
    return Grid(
        means.decoded(sheet.name),
        range(1, len(rows) + 1),
        rows,
        hidden=sheet.visibility != 0,
        hidden_rows=frozenset(index + 1 for index, info in sheet.rowinfo_map.items() if info.hidden or _is_low(info)),
        hidden_columns=frozenset(
            index for index, info in sheet.colinfo_map.items() if info.hidden or info.width < NARROWEST
        ),
        merges=tuple(map(_area, sheet.merged_cells)),
    )


def _is_low(info: "Rowinfo") -> bool:
    """Whether a row has a height of its own, and nobody sees a thing of it."""
    return not info.has_default_height and info.height is not None and info.height < LOWEST


def _area(merged: Sequence[int]) -> Area:
    """A merged range in our own order: xlrd counts rows from 0 and names the first row and column outside."""
    top, bottom, left, right = merged
    return top + 1, left, bottom, right - 1


def _row(sheet: "Sheet", index: int, means: Means) -> tuple[Value, ...]:
    """The values of one row."""
    from xlrd.biffh import error_text_from_code

    values: list[Value] = []
    stored: Any  # what xlrd hands over depends on the kind
    for column, (kind, stored) in enumerate(zip(sheet.row_types(index), sheet.row_values(index), strict=True)):
        value: Value = None
        match kind:
            case Kind.TEXT:
                value = plain_text(means.decoded(stored), means.limits.text_bytes)
            case Kind.NUMBER | Kind.DATE:
                value = _number(stored, means.shows[sheet.cell_xf_index(index, column)], since_1904=means.since_1904)
            case Kind.BOOLEAN:
                value = bool(stored)
            case Kind.ERROR:
                value = Fault(Code.ERROR_CELL, error_text_from_code.get(stored, "#ERROR"))
        values.append(value)
    return tuple(values)


def _number(stored: float, shows: Shows, *, since_1904: bool) -> Value:
    """A number as its style shows it."""
    match shows:
        case Shows.DATE:
            return moment(repr(stored), since_1904=since_1904)
        case Shows.ELAPSED:
            return duration(repr(stored), since_1904=since_1904)
        case Shows.NUMBER:
            return number_of(stored)
