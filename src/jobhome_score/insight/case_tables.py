"""The ledgers of a case: small text tables, written for the eye, made into the sheets that the real loading path reads.

Columns stand apart by two or more blanks or by `|`; `-` is an empty cell. `职员1…职员7`, `2025-07…2026-06`,
`2025Q3…2026Q2` and `2025-07-05…2026-06-05每月` in a cell stand for a row each, `×38` after the last cell for so many
rows alike; `#` in a filled column is the row's number in its table.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

from jobhome_score.insight.case_ranges import spread
from jobhome_score.ledgers.catalogue import PROJECT, ledgers
from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.rows import Field, Ledger
from jobhome_score.ledgers.wording import header_key
from jobhome_score.reading.cells import Reading, Row, Sheet, Workbook
from jobhome_score.records import dataclass
from jobhome_score.rubric.nodes import Mapped, Mark, Node, RubricProblem, Scalar, lines_of, unknown
from jobhome_score.rubric.shapes import INVALID, JsonSchema

BETWEEN = re.compile(r"\s*\|\s*|\s{2,}")
TIMES = re.compile(r"[×xX](?P<times>[1-9][0-9]{0,4})")
EMPTY = "-"
NUMBER = "#"
MOST_ROWS = 20_000
"""More rows than this are no small table."""

Filled = Mapping[str, Mapping[str, str]]
"""By ledger and column id, what a required column holds in tables that do not show it."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """A written row, its line, and the ledger rows that it stands for."""

    line: int
    rows: tuple[tuple[str | None, ...], ...]


@dataclass(frozen=True, slots=True)
class TextTable:
    """A table as written: whose ledger, the headers, the rows."""

    ledger: str
    headers: tuple[str, ...]
    rows: tuple[TextRow, ...]


def named_ledger(name: Scalar, out: list[RubricProblem]) -> Ledger | None:
    """The ledger of this Chinese name or English id; a problem with the nearest names otherwise."""
    known = {
        word: ledger for ledger in ledgers().values() if ledger.id != PROJECT for word in (ledger.sheet, ledger.id)
    }
    if name.text not in known:
        out.append(unknown("case-ledger", name.text, tuple(known), name.mark))
    return known.get(name.text)


def named_column(ledger: Ledger, header: str, mark: Mark, out: list[RubricProblem]) -> Field | None:
    """The column that a header names; a problem with the nearest names otherwise."""
    found = _column(ledger, header)
    if found is None:
        out.append(unknown("column-unknown", header, tuple(field.column.zh for field in ledger.fields.values()), mark))
    return found


def _column(ledger: Ledger, header: str) -> Field | None:
    own, also = ledger.headers()
    name = header_key(header)
    return own.get(name) or also.get(name)


@dataclass(frozen=True, slots=True)
class Tables:
    """The shape of `ledgers`: a block of text for each ledger. `lines` are those of the file."""

    lines: Sequence[str]

    def read(self, node: Node, out: list[RubricProblem]) -> Any:
        """Return the tables."""
        if not isinstance(node, Mapped):
            out.append(RubricProblem("mapping", node.mark, (("of", "ledgers"),)))
            return INVALID
        before = len(out)
        tables = [self._table(name, text, out) for name, text in node.pairs]
        return INVALID if len(out) > before else tuple(tables)

    def schema(self) -> JsonSchema:
        """An object of texts."""
        return {"type": "object", "additionalProperties": {"type": "string"}}

    def _table(self, name: Scalar, node: Node, out: list[RubricProblem]) -> TextTable | None:
        ledger = named_ledger(name, out)
        if ledger is None:
            return None
        if not isinstance(node, Scalar) or not self.lines[node.mark.line - 1][node.mark.column - 1 :].startswith("|"):
            out.append(RubricProblem("case-block", node.mark))
            return None
        written = [(node.mark.line + 1 + at, _cells(text)) for at, text in enumerate(lines_of(node.text))]
        filled = [(line, cells) for line, cells in written if cells]
        if not filled:
            out.append(RubricProblem("case-no-header", node.mark))
            return None
        line, headers = filled[0]
        for header in headers:
            named_column(ledger, header, self._mark(line, header), out)
        rows = tuple(self._row(line, cells, len(headers), out) for line, cells in filled[1:])
        if sum(len(row.rows) for row in rows) > MOST_ROWS:
            out.append(RubricProblem("case-rows", node.mark, (("most", str(MOST_ROWS)),)))
        return TextTable(ledger.id, headers, rows)

    def _mark(self, line: int, cell: str) -> Mark:
        return Mark(line, self.lines[line - 1].find(cell) + 1)

    def _row(self, line: int, cells: tuple[str, ...], width: int, out: list[RubricProblem]) -> TextRow:
        repeated = TIMES.fullmatch(cells[-1]) if len(cells) == width + 1 else None
        own = cells[:-1] if repeated else cells
        if len(own) != width:
            facts = (("cells", str(len(own))), ("headers", str(width)))
            out.append(RubricProblem("case-cells", self._mark(line, cells[0]), facts))
            return TextRow(line, ())
        values = [self._values(line, cell, out) for cell in own]
        times = int(repeated["times"]) if repeated else 1
        return TextRow(line, _within(tuple(product(*values)), times))

    def _values(self, line: int, cell: str, out: list[RubricProblem]) -> Sequence[str | None]:
        if cell == EMPTY:
            return (None,)
        found = spread(cell)
        if found is None:
            out.append(RubricProblem("case-range", self._mark(line, cell), (("value", cell),)))
            return (cell,)
        return found


def _cells(line: str) -> tuple[str, ...]:
    bare = line.strip().removeprefix("|").removesuffix("|").strip()
    return tuple(BETWEEN.split(bare)) if bare else ()


def _within(rows: tuple[tuple[str | None, ...], ...], times: int) -> tuple[tuple[str | None, ...], ...]:
    """The rows so many times, but never many more than a table may have."""
    return rows * min(times, MOST_ROWS // max(1, len(rows)) + 1)


def reading_of(file: str, tables: Sequence[TextTable], filled: Filled, project: Mapping[str, str]) -> Reading:
    """The tables as a workbook that was read, with the project sheet and an empty sheet for every ledger not shown.

    A row keeps its line in the file of cases as its number, so that problems point there.
    """
    shown = {table.ledger: table for table in tables}
    whole = [_sheet(file, ledger, shown.get(name), filled.get(name, {})) for name, ledger in ledgers().items()
             if name != PROJECT]  # fmt: skip
    items: tuple[Row, ...] = tuple(project.items())
    contract = Sheet(file, ledgers()[PROJECT].sheet, tuple(range(1, len(items) + 1)), items)
    return Reading((Workbook(file, "", (contract, *whole)),))


def _sheet(file: str, ledger: Ledger, table: TextTable | None, filled: Mapping[str, str]) -> Sheet:
    if table is None:
        header = tuple(field.column.zh for field in ledger.fields.values())
        return Sheet(file, ledger.sheet, (1,), (header,))
    shown = {field.id for field in (_column(ledger, header) for header in table.headers) if field is not None}
    silent = {ledger.fields[name].column.zh: text for name, text in filled.items() if name not in shown}
    lines = [(row.line, cells) for row in table.rows for cells in row.rows]
    rows: list[Row] = [(*table.headers, *silent)]
    rows.extend(
        (*cells, *(text.replace(NUMBER, str(number)) for text in silent.values()))
        for number, (_, cells) in enumerate(lines, 1)
    )
    return Sheet(file, ledger.sheet, (1, *(line for line, _ in lines)), rows)


def project_items(period: Period, fees: Mapping[str, str]) -> Mapping[str, str]:
    """The project sheet of a case: whose it is does not matter, the period and the fees do."""
    fields = ledgers()[PROJECT].fields
    said = {
        "site": "案例",
        "operator": "案例",
        "period_start": str(period.start),
        "period_end": str(period.end),
        **fees,
    }
    return {fields[name].column.zh: text for name, text in said.items()}
