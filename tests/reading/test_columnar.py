"""Rows that are kept as columns are rows to everybody who asks for rows."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobhome_score.reading.cells import Row, Value
from jobhome_score.reading.columnar import Columnar, Gathering, filled_rows

ROWS: list[Row] = [("日期", "人数"), ("7月1日", 12), (None, 3)]
VALUES: st.SearchStrategy[Value] = st.one_of(st.none(), st.integers(0, 3), st.just("x"))


def columnar(rows: list[Row]) -> Columnar:
    return Columnar(list(zip(*rows, strict=True)))


def test_rows_come_one_by_one_and_in_stretches() -> None:
    rows = columnar(ROWS)

    assert len(rows) == 3
    assert list(rows) == ROWS
    assert rows[1] == ("7月1日", 12)
    assert rows[-1] == (None, 3)
    assert rows[1:] == ROWS[1:]
    assert rows[3:] == []
    assert len(rows[3:].columns) == 2


def test_they_equal_the_same_rows_however_these_are_kept() -> None:
    rows = columnar(ROWS)

    assert rows == ROWS
    assert rows == columnar(ROWS)
    assert rows != ROWS[:2]
    assert rows != [("日期", "人数"), ("7月1日", 12), (None, 4)]
    assert rows != 3
    assert pickle.loads(pickle.dumps(rows)) == ROWS  # noqa: S301 - as they travel from one process to another
    assert repr(rows) == f"Columnar({ROWS!r})"


def test_without_rows_there_is_none_to_ask_for() -> None:
    nothing = Columnar([])

    assert len(nothing) == 0
    assert list(nothing) == []
    assert nothing[0:] == []
    with pytest.raises(IndexError):
        nothing[0]
    with pytest.raises(IndexError):
        columnar(ROWS)[3]


def test_rows_that_hold_nothing_are_left_out_with_their_numbers() -> None:
    numbers, columns = filled_rows([4, 5, 6], [[None, None, 1], [None, "x", None]])

    assert numbers == [5, 6]
    assert columns == [[None, 1], ["x", None]]
    assert filled_rows([4, 5], []) == ((), ())


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=8))
def test_every_filled_row_and_no_other_is_kept(rows: list[tuple[Value, ...]]) -> None:
    numbers, columns = filled_rows(range(1, len(rows) + 1), list(zip(*rows, strict=True)))

    expected = [(number, row) for number, row in enumerate(rows, start=1) if any(cell is not None for cell in row)]
    assert list(zip(numbers, zip(*columns, strict=True), strict=True)) == expected


@given(st.lists(st.lists(st.lists(VALUES, min_size=2, max_size=2), max_size=4), max_size=4))
def test_stretches_of_different_width_become_rows_as_wide_as_the_widest(stretches: list[list[list[Value]]]) -> None:
    gathered = Gathering()
    expected: list[list[Value]] = []
    width = max((len(columns) for columns in stretches), default=0)
    for columns in stretches:
        at = len(gathered.numbers)
        numbers = [at + 1, at + 2] if columns else []
        assert gathered.area(len(numbers), len(columns)) >= gathered.area(0, 0)
        gathered.add(numbers, columns)
        expected += [[*row, *[None] * (width - len(columns))] for row in zip(*columns, strict=True)]

    assert [list(row) for row in Columnar(gathered.columns)] == expected
    assert gathered.numbers == list(range(1, len(expected) + 1))
