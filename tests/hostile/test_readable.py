"""What is odd but sound is read to the last cell, and what is odd about it is listed."""

import time
from pathlib import Path

import pytest
from tests.hostile.readable import READABLE

from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import Hidden

SLOW = 5


def first_rows(reading: Reading) -> list[tuple[object, ...]]:
    return [tuple(row) for book in reading.workbooks for row in (book.sheets[0].rows if book.sheets else ())]


@pytest.mark.parametrize("name", READABLE)
def test_an_odd_file_is_read(tmp_path: Path, name: str) -> None:
    case = READABLE[name]
    path = tmp_path / case.file
    path.write_bytes(case.data())
    begun = time.process_time()
    reading = read_ledgers(path)
    assert time.process_time() - begun < SLOW
    assert first_rows(reading) == list(case.rows)
    assert sorted({problem.code.value for problem in reading.problems}) == sorted(case.codes)
    check(reading)


@pytest.mark.parametrize("name", [name for name, case in READABLE.items() if "hidden-data" in case.codes])
def test_what_is_hidden_is_counted_or_left_out_as_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / READABLE[name].file
    path.write_bytes(READABLE[name].data())
    assert read_ledgers(path, hidden=Hidden.INCLUDE).problems == ()
    left_out = read_ledgers(path, hidden=Hidden.EXCLUDE)
    assert [problem.code.value for problem in left_out.problems] == ["hidden-left-out"]
    assert len(first_rows(left_out)) < len(READABLE[name].rows)
