"""`flags` as a stranger runs it: leads are no verdict, and never touch the score."""

import datetime as dt
import json
from pathlib import Path

import openpyxl
from tests.cli.conftest import SAMPLES, Run

GOOD = SAMPLES / "good-year"
FIXED = {"SOURCE_DATE_EPOCH": "1782000000"}


def test_the_good_sample_year_gets_no_lead_and_a_checklist(run: Run, tmp_path: Path) -> None:
    words = ("flags", GOOD, "--sample", 30, "--seed", 7, "-o", tmp_path / "抽查.xlsx", "-o", tmp_path / "a.json")
    done = run(*words)
    assert done.returncode == 0, done.stderr
    assert "没有线索。" in done.stdout
    drawn = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["sample"]["rows"]
    assert len(drawn) == 30
    assert openpyxl.load_workbook(tmp_path / "抽查.xlsx").sheetnames == ["核查线索", "现场抽查表"]


def test_a_late_workbook_is_asked_about_and_ends_with_0(run: Run, small: Path, tmp_path: Path) -> None:
    folder = tmp_path / "年"
    folder.mkdir()
    for path in small.glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        book.properties.created = dt.datetime(2031, 8, 1)  # noqa: DTZ001 - openpyxl takes no zone
        book.save(folder / path.name)
    found = run("flags", folder, "--format", "json", "--lang", "en")
    assert found.returncode == 0, found.stderr
    value = json.loads(found.stdout)
    late = next(one for one in (*value["leads"], *value["remarks"]) if one["code"] == "late_workbooks")
    assert late["facts"]["days"] == "2031-08-01"


def test_the_score_is_the_same_to_the_byte_with_leads_and_without(run: Run, small: Path, tmp_path: Path) -> None:
    words = ("assess", small, "--format", "json", "-o")
    plain = run(*words, tmp_path / "plain.html", **FIXED)
    asked = run(*words, tmp_path / "a.html", "--flags", **FIXED)
    assert (plain.returncode, asked.returncode) == (0, 0), asked.stderr
    assert plain.stdout == asked.stdout
    pages = {path.stem: path.read_text(encoding="utf-8") for path in tmp_path.glob("*.html")}
    assert ("核查线索" in pages["a"], "核查线索" in pages["plain"]) == (True, False)


def test_options_that_do_not_go_together_are_refused_in_words(run: Run, small: Path, tmp_path: Path) -> None:
    for words, said in (
        (("flags", small, "--sample", 5), "--seed"),
        (("flags", small, "--seed", 5), "--sample"),
        (("flags", small, "--sample", 0, "--seed", 5), "--sample 0"),
        (("flags", small, "--format", "csv"), "csv"),
        (("flags", small, "-o", tmp_path / "a.docx"), ".xlsx"),
        (("assess", small, "--flags"), ".html"),
    ):
        done = run(*words)
        assert (done.returncode, said in done.stderr) == (2, True), (words, done.stderr)


def test_ledgers_that_cannot_be_scored_are_not_flagged_either(run: Run) -> None:
    done = run("flags", SAMPLES / "broken-year")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


def test_a_sample_is_weighed_after_review_and_says_so(run: Run) -> None:
    hard = SAMPLES / "hard-year"
    drawn = ("--sample", 20, "--seed", 7)
    plain, reviewed = (json.loads(run("flags", hard, *drawn, *more, "--format", "json").stdout)
                       for more in ((), ("--reviews", "ledgers")))  # fmt: skip
    assert (plain["reviews_from"], reviewed["reviews_from"]["source"]) == (None, "ledgers")
    assert plain["sample"]["total_weight"] != reviewed["sample"]["total_weight"]
    assert (plain["leads"], plain["remarks"]) == (reviewed["leads"], reviewed["remarks"])
    assert "未采用（要采用请加 --reviews ledgers）" in run("flags", hard, *drawn).stdout
    said = run("flags", hard, *drawn, "--reviews", "ledgers").stdout
    assert "复核前 20.5" in said
    assert "权重按复核后的得分计" in said
