"""One file from its bytes to a workbook, with everything that is wrong with it."""

import hashlib
from collections.abc import Sequence
from pathlib import PurePath

from jobhome_score.evidence import Place
from jobhome_score.problems import Code, Problem
from jobhome_score.reading.archive import Archive
from jobhome_score.reading.cells import Sheet, Workbook
from jobhome_score.reading.grid import Grid, settle
from jobhome_score.reading.limits import Hidden, Limits
from jobhome_score.reading.rejection import Rejected, over
from jobhome_score.reading.sniff import Format, inner_format, outer_format
from jobhome_score.reading.xlsx import read_xlsx

SUFFIXES = {
    ".xlsx": frozenset({Format.XLSX}),
    ".xlsm": frozenset({Format.XLSX}),
    ".xlsb": frozenset({Format.XLSB}),
    ".xls": frozenset({Format.XLS}),
    ".et": frozenset({Format.XLS, Format.XLSX}),
    ".ods": frozenset({Format.ODS}),
    ".csv": frozenset({Format.CSV}),
}
"""What each name promises. WPS writes either format under its own name."""

SMALL_XLS = 512 * 1_024
LONGEST_SHEET_NAME = 255
"""Excel allows 31; LibreOffice takes more."""


def is_spreadsheet_name(name: str) -> bool:
    """Whether a file of that name is taken for a ledger."""
    return PurePath(name).suffix.lower() in SUFFIXES


def read_file(name: str, data: bytes, limits: Limits, hidden: Hidden) -> tuple[Workbook | None, list[Problem]]:
    """The workbook in `data`, None where nothing of it can be used, and its problems."""
    suffix = PurePath(name).suffix.lower()
    try:
        if len(data) > limits.file_bytes:
            raise over("file_bytes", limits.file_bytes)
        form, grids, problems, unpacked = _grids(name, suffix, data, limits)
        sheets, found = _sheets(name, grids, hidden, limits)
    except Rejected as rejected:
        return None, [rejected.problem(name)]
    except MemoryError:
        return None, [Problem(Code.UNREADABLE_FILE, Place(name), facts={"reason": "memory"})]
    if form not in SUFFIXES.get(suffix, {form}):
        problems = [Problem(Code.RENAMED_FORMAT, Place(name), facts={"really": form.value}), *problems]
    return Workbook(name, hashlib.sha256(data).hexdigest(), tuple(sheets), unpacked), problems + found


def _grids(name: str, suffix: str, data: bytes, limits: Limits) -> tuple[Format, list[Grid], list[Problem], int]:
    """The sheets as stored, by the reader of the format that the bytes really have, and how many bytes were read.

    Readers of the rarer formats are imported where they are used: they would cost every run a twentieth of a second.
    """
    if not data and suffix != ".csv":
        raise Rejected(Code.DAMAGED_FILE, reason="empty")
    form = outer_format(data)
    if form is Format.CSV:
        if suffix != ".csv":
            raise Rejected(Code.NOT_A_WORKBOOK, really="text")
        from jobhome_score.reading.csv_text import read_csv

        grid, notes = read_csv(data, PurePath(name).stem, limits)
        return (
            form,
            [grid],
            [Problem(code, Place(name, row=line), facts=facts) for code, line, facts in notes],
            len(data),
        )
    if form is Format.XLS:
        return form, _read_xls(data, limits), [], len(data)
    archive = Archive(data, limits)
    form, main = inner_format(archive, limits)
    if form is Format.ODS:
        from jobhome_score.reading.ods import read_ods

        return form, read_ods(archive, main, limits), [], archive.unpacked
    if form is Format.XLSB:
        from jobhome_score.reading.xlsb import read_xlsb

        return form, read_xlsb(archive, main, limits), [], archive.unpacked
    return form, read_xlsx(archive, main, limits), [], archive.unpacked


def _read_xls(data: bytes, limits: Limits) -> list[Grid]:
    """A small .xls in this process, which is quicker, a large one behind a wall."""
    if len(data) <= SMALL_XLS:
        from jobhome_score.reading.xls import read_xls

        return read_xls(data, limits)
    from jobhome_score.reading.child import read_xls_apart

    return read_xls_apart(data, limits)


def _sheets(file: str, grids: Sequence[Grid], hidden: Hidden, limits: Limits) -> tuple[list[Sheet], list[Problem]]:
    """The sheets as the next room sees them; the second of two sheets of one name is refused."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for grid in grids:
        if len(grid.name) > LONGEST_SHEET_NAME:
            raise Rejected(Code.DAMAGED_FILE, reason="sheet-name")
        if grid.name.casefold() in seen:
            problems.append(Problem(Code.DUPLICATE_SHEET_NAME, Place(file, grid.name), grid.name))
            continue
        seen.add(grid.name.casefold())
        if not grid.is_worksheet:
            problems.append(Problem(Code.IGNORED_FILE, Place(file, grid.name), facts={"kind": "no-worksheet"}))
            continue
        if grid.guessed:
            problems.append(Problem(Code.GUESSED_ENCODING, Place(file, grid.name)))
        try:
            sheet, found = settle(grid, file, hidden, limits)
        except Rejected as rejected:
            rejected.sheet = grid.name
            raise
        problems += found
        if sheet is not None:
            sheets.append(sheet)
    return sheets, problems
