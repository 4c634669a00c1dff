import json
from pathlib import Path

import openpyxl
import pytest
import yaml

from .conftest import Run


def test_the_letter_is_written_in_both_formats(run: Run, small: Path, tmp_path: Path) -> None:
    done = run("readings", small, "-o", "letter.docx", "-o", "letter.md", "--quiet")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert (tmp_path / "letter.docx").read_bytes().startswith(b"PK")
    assert "关于考核条款适用口径的函" in (tmp_path / "letter.md").read_text(encoding="utf-8")
    assert run("readings", small, "-o", "letter.md").returncode == 2


def test_the_form_is_blank_at_first_and_keeps_what_is_filled_in(run: Run, small: Path, tmp_path: Path) -> None:
    assert run("readings", small, "--write", "form.yaml", "--quiet").returncode == 0
    form = tmp_path / "form.yaml"
    text = form.read_text(encoding="utf-8")
    assert run("assess", small, "--readings", form, "--quiet").returncode == 0
    blank = "total_cap:\n  option:\n  decided_by:\n  date:\n  document:"
    entry = "total_cap:\n  option: capped\n  decided_by: '中心: #1'\n  date: 2026-03-05\n  document: 函"
    filled = text.replace(blank, entry)
    assert filled != text
    form.write_text(filled, encoding="utf-8")
    assert run("readings", small, "--readings", form, "--write", "again.yaml", "--quiet").returncode == 0
    entries = yaml.safe_load((tmp_path / "again.yaml").read_text(encoding="utf-8"))
    assert entries["total_cap"]["decided_by"] == "中心: #1"
    assert entries["headcount"] == dict.fromkeys(("option", "decided_by", "date", "document", "note"))
    report = json.loads(run("readings", small, "--readings", "again.yaml", "--format", "json").stdout)
    assert report["decisions"]["total_cap"] == {
        "option": "capped", "decided_by": "中心: #1", "date": "2026-03-05", "document": "函",
    }  # fmt: skip


def test_both_ranges_are_given(run: Run, small: Path) -> None:
    report = json.loads(run("readings", small, "--format", "json").stdout)
    assert report["lowest_total"]["total"] <= report["used"]["total"] <= report["highest_total"]["total"]
    assert report["lowest"]["payable"] <= report["used"]["payable"] <= report["highest"]["payable"]
    assert sum(one["points"] for one in report["resting"]) == pytest.approx(report["points_resting_on_readings"])


def test_the_page_and_the_workbook_give_the_ranges_as_well(run: Run, small: Path, tmp_path: Path) -> None:
    said = run("readings", small).stdout.splitlines()
    ranges = [line for line in said if line.startswith("全部口径组合下的")]
    assert len(ranges) == 2
    assert run("assess", small, "-o", "r.html", "-o", "r.xlsx", "--quiet").returncode == 0
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    sheet = openpyxl.load_workbook(tmp_path / "r.xlsx")["解释口径"]
    cells = [cell.value for row in sheet.iter_rows() for cell in row]
    assert all(line in page and line in cells for line in ranges)


def test_what_cannot_be_written_is_said(run: Run, small: Path) -> None:
    for words in (("-o", "letter.pdf"), ("--write", "form.txt")):
        done = run("readings", small, *words)
        assert done.returncode == 2
        assert words[1] in done.stderr
