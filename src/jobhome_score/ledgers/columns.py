"""The rows below a header as columns: most questions are about a column, and a sheet is turned once for all of them."""

from collections.abc import Collection, Sequence

from jobhome_score.reading.cells import Row, Value

BLOCK = 1_000
"""So many rows are turned at a time: to turn a million needs something for each row, which would weigh as much as they."""


def turned(rows: Sequence[Row], wanted: Collection[int]) -> dict[int, list[Value]]:
    """The columns that are wanted, by index, of rows that are equally wide."""
    columns: dict[int, list[Value]] = {at: [] for at in wanted}
    for start in range(0, len(rows), BLOCK):
        for at, cells in enumerate(zip(*rows[start : start + BLOCK], strict=True)):
            if at in columns:
                columns[at] += cells
    return columns
