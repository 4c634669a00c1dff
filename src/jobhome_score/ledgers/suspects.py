"""What the layout of a sheet makes worth a look: cells that count many times, and records where nobody reads them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from jobhome_score.evidence import Place
from jobhome_score.ledgers.body import about
from jobhome_score.ledgers.catalogue import PROJECT, ledgers
from jobhome_score.ledgers.kinds import TextKind, Unreadable, read_value, shown
from jobhome_score.ledgers.matching import Header, find_header, read_header
from jobhome_score.ledgers.numbers import Count, Number
from jobhome_score.ledgers.rows import Ledger
from jobhome_score.problems import Code, Problem
from jobhome_score.reading.cells import Row, Sheet

FEWEST_COLUMNS = 2
"""Rows are taken for a ledger's only where it needs so many columns: a title is a text as well."""


def merged_counts(as_read: Sheet, header: Header) -> Iterator[Problem]:
    """Figures merged downwards below the header: each of the rows counts the whole figure."""
    top = as_read.numbers[header.index]
    for first, column, last, _ in as_read.merges:
        declared = header.fields.get(column)
        if declared is None or not isinstance(declared.kind, Count | Number) or last <= first or first <= top:
            continue
        start, stop = bisect_left(as_read.numbers, first), bisect_right(as_read.numbers, last)
        if stop - start < 2 or as_read.numbers[start] != first or as_read.rows[start][column] is None:  # noqa: PLR2004
            continue
        facts = about(declared) | {"rows": str(stop - start)}
        place = Place(as_read.file, as_read.name, first, column)
        yield Problem(Code.MERGED_COUNT, place, shown(as_read.rows[start][column]), facts)


def rows_above(ledger: Ledger, sheet: Sheet, header: Header) -> Iterator[Problem]:
    """Rows above the header that would be records below it."""
    if not header.index:
        return
    in_two_lines = bool(read_header(ledger, header.index, sheet.rows[header.index]).missing)
    for index in range(header.index - in_two_lines):
        row = sheet.rows[index]
        if _is_record(header, row):
            first = next(shown(value) for value in row if value is not None)
            place = Place(sheet.file, sheet.name, sheet.numbers[index])
            yield Problem(Code.ROW_ABOVE_HEADER, place, first, {"ledger": ledger.sheet})


def _is_record(header: Header, row: Row) -> bool:
    """Whether every required cell is filled and can be read, and not all of them could hold any text."""
    needed = {column: found for column, found in header.fields.items() if found.required}
    if len(needed) < FEWEST_COLUMNS or all(type(found.kind) is TextKind for found in needed.values()):
        return False
    try:
        return all(
            row[column] is not None and read_value(row[column], found.kind) is not None
            for column, found in needed.items()
        )
    except Unreadable:
        return False


def ledger_in_instructions(sheet: Sheet) -> Iterator[Problem]:
    """A sheet that is passed over as instructions, and has the header of a ledger with rows below it."""
    width = max(map(len, sheet.rows), default=0)
    for ledger in ledgers().values():
        needed = sum(found.required for found in ledger.fields.values())
        if ledger.id == PROJECT or not FEWEST_COLUMNS <= needed <= width:
            continue
        header = find_header(ledger, sheet.numbers, sheet.rows)
        if header is not None and not header.missing and len(sheet.rows) > header.index + 1:
            place = Place(sheet.file, sheet.name, sheet.numbers[header.index])
            yield Problem(Code.LEDGER_IN_INSTRUCTIONS, place, sheet.name, {"ledger": ledger.sheet})
