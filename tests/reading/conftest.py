from collections.abc import Callable
from pathlib import Path

import pytest
from tests.reading.made import parts, sheet, zipped

from jobhome_score.reading.cells import Reading
from jobhome_score.reading.folder import read_ledgers


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook with one sheet of these rows."""

    def write(rows: str, *, before: str = "", after: str = "", **more: str) -> Path:
        return zipped(tmp_path / "book.xlsx", parts({"表": sheet(rows, before, after)}, **more))

    return write


@pytest.fixture
def read(written: Callable[..., Path]) -> Callable[..., Reading]:
    """Write a workbook with one sheet of these rows, and read it."""
    return lambda rows, **more: read_ledgers(written(rows, **more))
