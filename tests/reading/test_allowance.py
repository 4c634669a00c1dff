"""All files of a folder are held in memory together: what they unpack to is bounded for all of them."""

from pathlib import Path

import pytest
from tests.hostile.contents import rows
from tests.hostile.making import SHEET, ods, table, text_cell, with_part, xlsx
from tests.reading.made import MAIN

from jobhome_score.reading import archive
from jobhome_score.reading.cells import Reading
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reading.limits import MIB, Limits

PADDED = f'<worksheet xmlns="{MAIN}"><sheetData/><!--{"x" * 600_000}--></worksheet>'


def folder(path: Path, **files: bytes) -> Path:
    for name, data in files.items():
        (path / f"{name}.xlsx").write_bytes(data)
    return path


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(p.place.file, p.facts["limit"], p.facts["allowed"]) for p in reading.problems]


def test_what_files_unpack_to_counts_together(tmp_path: Path) -> None:
    large = with_part(SHEET, PADDED)
    reading = read_ledgers(folder(tmp_path, a=large, b=large, c=xlsx()), Limits(unpacked_bytes=MIB))
    assert told(reading) == [("b.xlsx", "unpacked_bytes", str(MIB))]
    assert [book.file for book in reading.workbooks] == ["a.xlsx", "c.xlsx"]


def test_three_full_files_are_enough(tmp_path: Path) -> None:
    full = xlsx(rows(4))
    reading = read_ledgers(folder(tmp_path, a=full, b=full, c=full, d=xlsx()), Limits(cells=4))
    assert told(reading) == [("d.xlsx", "cells", "4")]
    assert len(reading.workbooks) == 3


@pytest.mark.parametrize("scale", [1, pytest.param(16, marks=pytest.mark.thorough)])
def test_texts_that_take_four_bytes_a_letter_weigh_as_much(
    tmp_path: Path, scale: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    if scale == 1:  # the same in small
        monkeypatch.setattr(archive, "WEIGHED_FROM", archive.WEIGHED_FROM // 16)
    cell = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>' + "x" * 900_000 + "\U0001f600{0}</t></is></c></row>"
    sheet = "".join(cell.format(number) for number in range(1, 10 * scale))
    data = with_part(SHEET, f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>')
    narrow, ample = 9 * scale * MIB, 19 * scale * MIB
    refused = read_ledgers(folder(tmp_path, a=data), Limits(unpacked_bytes=narrow))
    assert told(refused) == [("a.xlsx", "unpacked_bytes", str(narrow))]
    assert told(read_ledgers(folder(tmp_path, a=data), Limits(unpacked_bytes=ample))) == []


def test_blanks_that_a_short_tag_makes_count_as_cells(tmp_path: Path) -> None:
    row = f"<table:table-row>{text_cell('a<text:s text:c=' + chr(34) + '1000000' + chr(34) + '/>b')}</table:table-row>"
    (tmp_path / "a.ods").write_bytes(ods(table(row * 300)))
    assert told(read_ledgers(tmp_path)) == [("a.ods", "cells", "2000000")]
