"""Workbooks of the .xlsx family: the straight path through each sheet, the thorough one where it gives up."""

from collections.abc import Callable
from functools import cache, partial

from jobhome_score.reading.archive import Archive
from jobhome_score.reading.grid import Grid, Tally
from jobhome_score.reading.kinds import Kinds
from jobhome_score.reading.limits import Limits
from jobhome_score.reading.package import SheetPart, package
from jobhome_score.reading.rejection import Rejected, Unfamiliar
from jobhome_score.reading.row_pattern import Habit
from jobhome_score.reading.shared_strings import shared_strings
from jobhome_score.reading.sheet_events import parsed
from jobhome_score.reading.sheet_scan import scan
from jobhome_score.reading.xml_text import unescaped


def read_xlsx(archive: Archive, main: str, limits: Limits) -> list[Grid]:
    """The worksheets of the workbook whose main part is `main`; raises Rejected."""
    book = package(archive, main, limits)
    shared = shared_strings(archive, book.shared_strings, limits) if book.shared_strings in archive else []
    kinds = partial(Kinds, shared, book.styles, limits, since_1904=book.since_1904, doubtful=book.doubtful)
    straight = partial(scan, kinds=kinds(decoded=unescaped), limits=limits, habit=Habit())
    thorough = cache(kinds)
    tally = Tally(limits)
    return [
        tally.taken(_sheet(archive, sheet, straight, thorough, limits))
        if sheet.is_worksheet
        else Grid(sheet.name, (), (), is_worksheet=False)
        for sheet in book.sheets
    ]


def _sheet(
    archive: Archive, sheet: SheetPart, straight: Callable[..., Grid], thorough: Callable[[], Kinds], limits: Limits
) -> Grid:
    """One worksheet, by the path that fits."""
    try:
        try:
            grid = straight(sheet.name, archive.blocks(sheet.part))
        except Unfamiliar:
            grid = parsed(sheet.name, archive.blocks(sheet.part), thorough(), limits)
    except Rejected as rejected:
        rejected.sheet = sheet.name
        raise
    return grid._replace(hidden=sheet.hidden)
