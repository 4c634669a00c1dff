"""The rows below a header: which are records, which are totals, signatures or numbering, and what their cells hold."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, compress
from typing import Any

from jobhome_score.evidence import Place
from jobhome_score.ledgers.columns import turned
from jobhome_score.ledgers.kinds import Swept, TextKind, Unreadable, read_value, shown, sweep
from jobhome_score.ledgers.matching import Header
from jobhome_score.ledgers.numbers import Count
from jobhome_score.ledgers.rows import Field, Ledger
from jobhome_score.ledgers.wording import key
from jobhome_score.patterns import pattern
from jobhome_score.problems import MOST_COLUMNS, Code, Problem, Severity, folded
from jobhome_score.reading.cells import Row, Sheet, Value
from jobhome_score.records import dataclass, field

TOTALS = frozenset({"合计", "总计", "小计", "total", "subtotal"})
SIGNATURE = pattern(
    r"(?:制表|填表|审核|复核|负责|经办|单位|备注|注|说明|日期|联系|统计|签[字名]|盖章|以上)[^::]{0,8}[::].*", re.DOTALL
)

LOOKED_AT = 50
"""So many characters tell whether a row is a total or a signature; a cell may hold a million."""


@dataclass(slots=True)
class Body:
    """Records of one sheet, as columns by field id, with what was left out and what is wrong."""

    numbers: Sequence[int]
    columns: dict[str, Sequence[Any]]
    plain: set[str] = field(default_factory=set)
    """The columns whose texts are all plain."""
    left_out: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    faulty: set[int] = field(default_factory=set)


def read_body(ledger: Ledger, sheet: Sheet, header: Header) -> Body:
    """Read the rows below the header into typed columns; a row with a problem stays, so that every problem is found."""
    numbers = sheet.numbers[header.index + 1 :]
    rows: Sequence[Row] = sheet.rows[header.index + 1 :]
    at = {found.id: column for column, found in header.fields.items()}
    cells = turned(rows, header.fields)
    aside = _set_aside(ledger, header, sheet.rows[header.index], rows, cells)
    if aside:
        kept = [index not in aside for index in range(len(rows))]
        numbers, rows = list(compress(numbers, kept)), list(compress(rows, kept))
        cells = {column: list(compress(values, kept)) for column, values in cells.items()}
    nameless = list(folded(_nameless(sheet, header, numbers, rows), MOST_COLUMNS, by_column=False))
    body = Body(numbers, {}, problems=nameless)
    for name, declared in ledger.fields.items():
        column = cells.pop(at[name]) if name in at else [None] * len(rows)
        body.columns[name] = _column(sheet, body, declared, at.get(name, -1), column)
    _account(ledger, sheet, header, body, aside)
    return body


def _nameless(sheet: Sheet, header: Header, numbers: Sequence[int], rows: Sequence[Row]) -> Iterator[Problem]:
    """The columns that hold something and that the header does not name."""
    for column in sorted(set(range(len(sheet.rows[header.index]))) - header.columns):
        values = turned(rows, {column})[column]
        count = len(values) - values.count(None)
        if count:
            first = next(row for row, value in enumerate(values) if value is not None)
            place = Place(sheet.file, sheet.name, numbers[first], column)
            yield Problem(Code.NAMELESS_COLUMN, place, shown(values[first]), {"count": str(count)})


def _column(sheet: Sheet, body: Body, declared: Field, at: int, column: Sequence[Value]) -> Sequence[Any]:
    """The typed column, with what a blank means in its blank cells."""
    swept = sweep(column, declared.kind)
    if swept.plain:
        body.plain.add(declared.id)
    if swept.unreadable or swept.flagged or (swept.blank and declared.required):
        body.problems += folded(_found(sheet, body, declared, at, column, swept))
    default = declared.column.blank
    if not swept.blank or declared.required or default is None:
        return swept.values
    return [default if cell is None else value for cell, value in zip(column, swept.values, strict=True)]


def _found(
    sheet: Sheet, body: Body, declared: Field, at: int, column: Sequence[Value], swept: Swept
) -> Iterator[Problem]:  # fmt: skip
    """The problems of a column's cells; rows with an error are noted as faulty."""
    facts = about(declared)
    empty = dict.fromkeys(_holding(column, None), Code.EMPTY_CELL) if declared.required else {}
    for found in (swept.unreadable, swept.flagged, empty):
        for row, code in found.items():
            if code.severity is Severity.ERROR:
                body.faulty.add(row)
            yield Problem(code, Place(sheet.file, sheet.name, body.numbers[row], at), shown(column[row]), facts)


def about(declared: Field) -> dict[str, str]:
    """The facts of a field that its sentences need."""
    return {"column": declared.column.zh, "id": declared.id, "kind": declared.kind.name, "wants": declared.kind.wants()}


def _set_aside(
    ledger: Ledger, header: Header, names: Row, rows: Sequence[Row], cells: Mapping[int, Sequence[Value]]
) -> Mapping[int, Code | None]:  # fmt: skip
    """Rows that are no records, with the code to list them under; None for rows that are only numbered."""
    at = {found.id: column for column, found in header.fields.items()}
    needed = [at[found.id] for found in ledger.fields.values() if found.required]
    known = set(header.fields)
    suspects = {row for column in needed for row in _blanks(cells[column])}
    if len(needed) == 1:
        suspects.update(range(len(rows)))
    aside = {row: _why_aside(rows[row], known, needed) for row in sorted(suspects)}
    totals = dict.fromkeys(_totals(header.fields, cells), Code.TOTAL_ROW)
    again = (row for row in _holding(cells[needed[0]], names[needed[0]]) if _repeats(names, rows[row], needed))
    left_out = {row: code for row, code in aside.items() if code is not Code.EMPTY_CELL}
    return left_out | totals | dict.fromkeys(again, Code.REPEATED_HEADER)


def _totals(fields: Mapping[int, Field], cells: Mapping[int, Sequence[Value]]) -> Iterator[int]:
    """The rows whose first column names a total where only a date or a number could stand, whatever else they fill."""
    first = min(fields)
    if not isinstance(fields[first].kind, TextKind):
        column = cells[first]
        for word in {value for value in set(column) if isinstance(value, str) and _names_total(value)}:
            yield from _holding(column, word)


def _names_total(value: Value) -> bool:
    return key(shown(value)[:LOOKED_AT]).casefold().rstrip(":") in TOTALS


def _blanks(column: Sequence[Value]) -> Iterator[int]:
    """The rows without a cell. A column without a blank or a 0 is done with at once."""
    return iter(()) if all(column) else _holding(column, None)


def _holding(column: Sequence[Value], value: Value) -> Iterator[int]:
    if value in set(column):
        yield from (row for row, cell in enumerate(column) if cell == value)


def _repeats(header: Row, row: Row, needed: Sequence[int]) -> bool:
    return all(row[column] == header[column] for column in needed)


def _why_aside(row: Row, known: set[int], needed: Sequence[int]) -> Code | None:
    """EMPTY_CELL where the row is a record after all."""
    filled = [(column, value) for column, value in enumerate(row) if value is not None]
    first_column, first = filled[0]
    others = [column for column in needed if column != first_column]
    known_others = [column for column, _ in filled if column in known and column != first_column]
    if _names_total(first) and (any(row[column] is None for column in others) or (not others and not known_others)):
        return Code.TOTAL_ROW
    if not any(column in known for column, _ in filled):
        return Code.LOOSE_TEXT if any(isinstance(value, str) for _, value in filled) else None
    if len(filled) == 1 and len(needed) > 1 and isinstance(first, str) and SIGNATURE.match(key(first[:LOOKED_AT])):
        return Code.LOOSE_TEXT
    return Code.EMPTY_CELL


def _account(ledger: Ledger, sheet: Sheet, header: Header, body: Body, aside: Mapping[int, Code | None]) -> None:
    for _, code in sorted(aside.items()):
        reason = "numbered-only" if code is None else code.value
        body.left_out[reason] = body.left_out.get(reason, 0) + 1
    body.problems += folded(_left_out(ledger, sheet, header, body, aside))


def _left_out(
    ledger: Ledger, sheet: Sheet, header: Header, body: Body, aside: Mapping[int, Code | None]
) -> Iterator[Problem]:  # fmt: skip
    """The rows left out, and the totals among them that differ from our own sums."""
    rows = sheet.rows[header.index + 1 :]
    sums: dict[str, Sequence[int]] = {}
    for index, code in sorted(aside.items()):
        if code is None:
            continue
        number = sheet.numbers[header.index + 1 + index]
        text = next(shown(value) for value in rows[index] if value is not None)
        yield Problem(code, Place(sheet.file, sheet.name, number), text, {"ledger": ledger.sheet})
        if code is Code.TOTAL_ROW:
            sums = sums or _sums(header, body)
            yield from _sums_that_differ(sheet, header, sums, bisect_left(body.numbers, number), number, rows[index])


def _sums(header: Header, body: Body) -> dict[str, Sequence[int]]:
    """For every count column its sums over the records from the top: over none, over the first, over the first two."""
    counts = [declared.id for declared in header.fields.values() if isinstance(declared.kind, Count)]
    return {name: list(accumulate((value or 0 for value in body.columns[name]), initial=0)) for name in counts}


def _sums_that_differ(
    sheet: Sheet, header: Header, sums: Mapping[str, Sequence[int]], records: int, number: int, row: Row
) -> Iterator[Problem]:  # fmt: skip
    """Compare a total row with our own sums: of the records above it, or of all records of the sheet."""
    for column, declared in header.fields.items():
        if not isinstance(declared.kind, Count) or row[column] is None:
            continue
        above = sums[declared.id][records]
        if _count(row[column], declared) not in (above, sums[declared.id][-1]):
            facts = about(declared) | {"sum": str(above)}
            yield Problem(Code.TOTAL_DIFFERS, Place(sheet.file, sheet.name, number, column), shown(row[column]), facts)


def _count(value: Value, declared: Field) -> int | None:
    try:
        found: int = read_value(value, declared.kind)
    except Unreadable:
        return None
    return found
