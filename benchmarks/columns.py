"""The check of whole columns against a pydantic model that validates row by row; both must find the same problems."""

import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, create_model

from jobhome_score.ledgers.body import read_body
from jobhome_score.ledgers.catalogue import PROJECT
from jobhome_score.ledgers.kinds import Kind, Unreadable, read_value
from jobhome_score.ledgers.layout import filled_down
from jobhome_score.ledgers.loading import match_sheets
from jobhome_score.ledgers.matching import Header, find_header
from jobhome_score.ledgers.rows import Ledger
from jobhome_score.problems import Severity
from jobhome_score.reading.cells import Row, Sheet, Value
from jobhome_score.reading.folder import read_ledgers

ROUNDS = 7
Found = set[tuple[str, int, str, str]]
"""Sheet, Excel row, column and code of each problem."""


class Job(NamedTuple):
    """A sheet with its ledger and header; `records` are its rows without totals and signatures, by Excel's numbers."""

    ledger: Ledger
    sheet: Sheet
    header: Header
    records: Sequence[tuple[int, Row]]


def main(folder: Path) -> None:
    """Print the ratio of the medians over the rounds, and how many cells and problems there were."""
    jobs = list(_jobs(folder))
    models = {job.ledger.id: _model(job.ledger) for job in jobs}
    columns, rows = [], []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        ours = by_columns(jobs)
        between = time.perf_counter()
        theirs = by_rows(jobs, models)
        columns.append(between - begun)
        rows.append(time.perf_counter() - between)
        if ours != theirs:
            sys.exit(f"the two find different problems: {sorted(ours ^ theirs)[:5]}")
    lines = sum(len(job.records) for job in jobs)
    ratio = median(mine / other for mine, other in zip(columns, rows, strict=True))
    print(f"{ratio:.3f} {median(columns) * 1000:.0f} {median(rows) * 1000:.0f} {lines} {len(ours)}")


def _jobs(folder: Path) -> Iterator[Job]:
    for workbook in read_ledgers(folder).workbooks:
        for as_read, ledger in match_sheets(workbook):
            if ledger is None or ledger.id == PROJECT or not as_read.rows:
                continue
            sheet = filled_down(as_read)
            header = find_header(ledger, sheet.numbers, sheet.rows)
            if header is not None and not header.missing and not header.doubled:
                kept = set(read_body(ledger, sheet, header).numbers)
                rows = zip(sheet.numbers, sheet.rows, strict=True)
                yield Job(ledger, sheet, header, [(number, row) for number, row in rows if number in kept])


def by_columns(jobs: Sequence[Job]) -> Found:
    """The problems that the product's sweeps find in cells."""
    found: Found = set()
    for job in jobs:
        names = {at: field.id for at, field in job.header.fields.items()}
        for one in read_body(job.ledger, job.sheet, job.header).problems:
            if one.severity is Severity.ERROR and one.place.column >= 0:
                found.add((job.sheet.name, one.place.row, names[one.place.column], one.code.value))
    return found


def by_rows(jobs: Sequence[Job], models: dict[str, type[BaseModel]]) -> Found:
    """The same by validating every record as a model of its own."""
    found: Found = set()
    for job in jobs:
        model, at = models[job.ledger.id], {field.id: column for column, field in job.header.fields.items()}
        for number, row in job.records:
            found.update((job.sheet.name, number, name, code) for name, code in _faults(model, row, at))
    return found


def _faults(model: type[BaseModel], row: Sequence[Value], at: dict[str, int]) -> Iterator[tuple[str, str]]:
    try:
        model.model_validate({name: row[column] for name, column in at.items() if row[column] is not None})
    except ValidationError as wrong:
        for fault in wrong.errors(include_url=False, include_context=False, include_input=False):
            code = "empty-cell" if fault["type"] == "missing" else fault["msg"].removeprefix("Value error, ")
            yield str(fault["loc"][0]), code


def _model(ledger: Ledger) -> type[BaseModel]:
    fields: dict[str, Any] = {
        field.id: (_validated(field.kind), ... if field.required else None) for field in ledger.fields.values()
    }
    return create_model(ledger.row.__name__, __config__=ConfigDict(arbitrary_types_allowed=True, frozen=True), **fields)


def _validated(kind: Kind) -> Any:
    def read(value: Value) -> Any:
        try:
            return read_value(value, kind)
        except Unreadable as reason:
            raise ValueError(reason.code.value) from None

    return Annotated[Any, BeforeValidator(read)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
