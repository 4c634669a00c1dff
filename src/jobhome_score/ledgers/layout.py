"""What a sheet's merged cells mean: a value merged downwards stands in every row of its range, and in no other."""

from bisect import bisect_left, bisect_right

from jobhome_score.reading.cells import Sheet, Value
from jobhome_score.records import replace


def filled_down(sheet: Sheet) -> Sheet:
    """The sheet with values merged downwards written into each row of their range; other merges change nothing."""
    downwards = [merge for merge in sheet.merges if merge[2] > merge[0]]
    if not downwards:
        return sheet
    rows: list[list[Value]] = [list(row) for row in sheet.rows]
    for first_row, column, last_row, _ in downwards:
        start, stop = bisect_left(sheet.numbers, first_row), bisect_right(sheet.numbers, last_row)
        if start == stop or sheet.numbers[start] != first_row or column >= len(rows[start]):
            continue
        for row in rows[start + 1 : stop]:
            if row[column] is None:
                row[column] = rows[start][column]
    return replace(sheet, rows=rows)
