"""What is not read says so, with the place and a reason, and reading goes on with the other files."""

import time
from pathlib import Path

import pytest
from tests.hostile.contents import CONTENTS
from tests.hostile.making import xlsx
from tests.hostile.packages import PACKAGES

from jobhome_score.ledgers.loading import check
from jobhome_score.problems import Severity
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.reports.problems_text import problems_text

REFUSED = {**PACKAGES, **CONTENTS}
SLOW = 5


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_with_its_reason(tmp_path: Path, name: str) -> None:
    case = REFUSED[name]
    (tmp_path / case.file).write_bytes(case.data())
    (tmp_path / "z.xlsx").write_bytes(xlsx())
    begun = time.process_time()
    reading = read_ledgers(tmp_path)
    assert time.process_time() - begun < SLOW
    found = [problem for problem in reading.problems if problem.place.file == case.file]
    assert [problem.code.value for problem in found] == [case.code]
    assert found[0].severity is Severity.ERROR
    assert case.fact in {*found[0].facts.values(), ""}
    assert reading.workbooks[-1].file == "z.xlsx"
    for lang in ("zh", "en"):
        assert case.file in problems_text(check(reading).problems, lang)
