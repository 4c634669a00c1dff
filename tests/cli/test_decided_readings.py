import csv
import json
from io import StringIO
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from .conftest import ROOT, Run

DOCUMENT = "萍就业函〔2026〕12号"
DECIDED = f"""\
gig_openings:
  option: content
  decided_by: 市就业创业服务中心
  date: 2026-03-05
  document: {DOCUMENT}
"""
REPORTS = ("r.json", "r.md", "r.csv", "r.xlsx", "r.html", "r.docx")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "readings.yaml"
    path.write_text(DECIDED, encoding="utf-8")
    return path


def test_every_report_cites_what_was_decided(run: Run, small: Path, file: Path, tmp_path: Path) -> None:
    done = run("assess", small, "--readings", file, *(word for name in REPORTS for word in ("-o", name)))
    assert done.returncode == 0, done.stderr
    assert f"口径已定：gig_openings=content（市就业创业服务中心，2026-03-05，{DOCUMENT}）" in done.stdout
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert report["readings"]["gig_openings"] == "content"
    assert report["decisions"] == {"gig_openings": {
        "option": "content", "decided_by": "市就业创业服务中心", "date": "2026-03-05", "document": DOCUMENT,
    }}  # fmt: skip
    for name in ("r.md", "r.html"):
        assert DOCUMENT in (tmp_path / name).read_text(encoding="utf-8")
    rows = csv.reader(StringIO((tmp_path / "r.csv").read_text(encoding="utf-8-sig")))
    assert any(DOCUMENT in cell for row in rows for cell in row)
    page = openpyxl.load_workbook(tmp_path / "r.xlsx")["解释口径"]
    cells = {row[5].value: row[6].value for row in page.iter_rows(min_row=2)}
    assert cells["gig_openings=content"] == f"市就业创业服务中心，2026-03-05，{DOCUMENT}"
    assert cells["score_gaps=continuous"] == "未定"
    tables = Document(str(tmp_path / "r.docx")).tables
    assert any(DOCUMENT in cell.text for table in tables for row in table.rows for cell in row.cells)


def test_other_commands_hold_to_it_as_well(run: Run, small: Path, file: Path) -> None:
    for words in (("settle",), ("indicator", "2.6"), ("readings",), ("rubric", "show")):
        ledgers = () if words[0] == "rubric" else (small,)
        done = run(*words, *ledgers, "--readings", file)
        assert done.returncode == 0, done.stderr
        assert DOCUMENT in done.stdout
    assert run("validate", small, "--readings", file).returncode == 0


def test_whoever_takes_a_reading_takes_what_was_decided() -> None:
    for path in (ROOT / "src" / "jobhome_score" / "cli").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert text.count("options.ReadingOptions") == text.count("options.ReadingsFile") or path.name == "verify.py", (
            path
        )


def test_a_decided_reading_is_not_asked_about(run: Run, small: Path, file: Path) -> None:
    report = json.loads(run("readings", small, "--readings", file, "--format", "json").stdout)
    assert "gig_openings" not in [one["id"] for one in report["readings"]]
    assert report["decisions"]["gig_openings"]["document"] == DOCUMENT


def test_a_decided_reading_cannot_be_chosen_otherwise(run: Run, small: Path, file: Path) -> None:
    done = run("assess", small, "--readings", file, "--reading", "gig_openings=standard")
    assert done.returncode == 2
    assert DOCUMENT in done.stderr
    assert "content" in done.stderr
    same = run("assess", small, "--readings", file, "--reading", "gig_openings=content", "--quiet")
    assert same.returncode == 0


def test_a_result_is_verified_under_its_own_decisions(run: Run, small: Path, file: Path, tmp_path: Path) -> None:
    run("assess", small, "--readings", file, "-o", "r.json", "--quiet")
    assert run("verify", "r.json", small).returncode == 0
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    report["decisions"]["gig_openings"]["option"] = "standard"
    (tmp_path / "r.json").write_text(json.dumps(report), encoding="utf-8")
    done = run("verify", "r.json", small)
    assert done.returncode == 1
    assert "readings.gig_openings" in done.stdout
    file.write_text(DECIDED.replace("12号", "13号"), encoding="utf-8")
    run("assess", small, "--readings", file, "-o", "s.json", "--quiet")
    file.write_text(DECIDED, encoding="utf-8")
    done = run("verify", "s.json", small, "--readings", file)
    assert done.returncode == 1
    assert "decisions.gig_openings.document" in done.stdout


def test_what_is_wrong_in_the_file_is_named(run: Run, small: Path, file: Path) -> None:
    file.write_text(DECIDED.replace("content", "contnet"), encoding="utf-8")
    done = run("assess", small, "--readings", file, lang="en_US.UTF-8")
    assert done.returncode == 2
    assert 'readings.yaml:2:11  the reading has no option "contnet"; did you mean "content"?' in done.stderr
    done = run("assess", small, "--readings", "nowhere.yaml")
    assert done.returncode == 2
    assert "nowhere.yaml" in done.stderr


def test_what_the_file_says_is_shown_and_not_obeyed(run: Run, small: Path, file: Path, tmp_path: Path) -> None:
    file.write_text(DECIDED.replace(DOCUMENT, '"=1+1\\e[31m<xss>\\u202e|x"'), encoding="utf-8")
    outputs = [word for name in ("r.md", "r.html", "r.csv") for word in ("-o", name)]
    done = run("assess", small, "--readings", file, *outputs)
    shown = [done.stdout, *((tmp_path / name).read_text(encoding="utf-8") for name in outputs[1::2])]
    commands = (("settle", small), ("indicator", "2.6", small), ("readings", small), ("rubric", "show"))
    shown += [run(*words, "--readings", file).stdout for words in commands]
    for text in shown:
        assert "=1+1" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert all("<xss>" not in text for text in shown[1:3])
