"""The rows below a header as columns: most questions are about a column, and a sheet is turned once for all of them."""

from collections.abc import Collection, Sequence

from jobhome_score.reading.cells import Row, Value
from jobhome_score.reading.columnar import Columnar

BLOCK = 1_000
"""So many rows are turned at a time: to turn a million needs something for each row, which would weigh as much as they."""


def turned(rows: Sequence[Row], wanted: Collection[int]) -> dict[int, Sequence[Value]]:
    """The columns that are wanted, by index, of rows that are equally wide; most are kept as columns already."""
    if isinstance(rows, Columnar):
        return {at: rows.columns[at] for at in wanted}
    columns: dict[int, list[Value]] = {at: [] for at in wanted}
    for start in range(0, len(rows), BLOCK):
        for at, cells in enumerate(zip(*rows[start : start + BLOCK], strict=True)):
            if at in columns:
                columns[at] += cells
    return {**columns}
