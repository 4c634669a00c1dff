"""Decisions on disputes from the command line: from a file, from among the ledgers, or not at all."""

import json
import shutil
from pathlib import Path

import pytest

from .conftest import SAMPLES, Run

HARD = SAMPLES / "hard-year"
BOTH = "复核前 20.5（结算 20.5%，应付 ¥200,900.00） → 复核后 31（结算 31%，应付 ¥303,800.00）"


@pytest.fixture
def apart(tmp_path: Path) -> tuple[Path, Path]:
    """The ledgers without decisions, and the auditor's file beside them."""
    folder = tmp_path / "ledgers"
    folder.mkdir()
    for workbook in HARD.glob("*.xlsx"):
        shutil.copy(workbook, folder)
    file = tmp_path / "复核决定.xlsx"
    (folder / "11 复核.xlsx").rename(file)
    return folder, file


def test_only_what_the_auditor_names_is_applied(run: Run, apart: tuple[Path, Path]) -> None:
    ledgers, file = apart
    listed = run("assess", HARD)
    assert "总分 20.5" in listed.stdout
    assert "台账中有复核决定 9 条，未采用（要采用请加 --reviews ledgers）" in listed.stdout
    assert BOTH in run("assess", HARD, "--reviews", "ledgers").stdout
    assert BOTH in run("assess", ledgers, "--reviews", file).stdout
    assert BOTH in run("settle", ledgers, "--reviews", file).stdout
    assert "复核" not in run("assess", ledgers).stdout


def test_a_result_is_verified_with_the_same_file_of_decisions(run: Run, apart: tuple[Path, Path]) -> None:
    ledgers, file = apart
    assert run("assess", ledgers, "--reviews", file, "-o", "r.json", "--quiet").returncode == 0
    alone = run("verify", "r.json", ledgers)
    assert alone.returncode == 2
    assert "复核决定.xlsx" in alone.stderr
    assert run("verify", "r.json", ledgers, "--reviews", file).returncode == 0
    shutil.copy(HARD / "11 复核.xlsx", file.with_name("另一份复核.xlsx"))
    other = run("verify", "r.json", ledgers, "--reviews", file.with_name("另一份复核.xlsx"))
    assert other.returncode == 1
    assert "reviews_from" in other.stdout


def test_decisions_among_the_ledgers_are_verified_with_them(run: Run) -> None:
    run("assess", HARD, "--reviews", "ledgers", "-o", "r.json", "--quiet")
    assert run("verify", "r.json", HARD).returncode == 0


def test_an_indicator_shows_what_no_longer_counts(run: Run) -> None:
    done = run("indicator", "5.1", HARD, "--reviews", "ledgers", "--lang", "en")
    assert "before review −5 → after review −3.5" in done.stdout
    assert "withdrawn: 投诉对象为其他机构" in done.stdout
    told = json.loads(run("indicator", "5.1", HARD, "--reviews", "ledgers", "--format", "json").stdout)
    assert told["indicator"]["rules"][0]["reviewed"][0]["fell"] is True


def test_the_readings_are_questioned_on_the_reviewed_year(run: Run) -> None:
    told = json.loads(run("readings", HARD, "--reviews", "ledgers", "--format", "json").stdout)
    assert told["used"]["total"] == 31


def test_a_file_that_is_not_there_or_holds_no_decisions_is_refused(run: Run, apart: tuple[Path, Path]) -> None:
    ledgers, _ = apart
    missing = run("assess", ledgers, "--reviews", "没有.xlsx")
    assert missing.returncode == 2
    assert "没有.xlsx" in missing.stderr
    for name in ("ledgers", ledgers / "02 考勤.xlsx"):
        empty = run("validate", ledgers, "--reviews", name)
        assert empty.returncode == 1
        assert "没有找到《复核》台账" in empty.stdout


def test_contradicting_decisions_stop_the_scoring_and_name_both_rows(run: Run, apart: tuple[Path, Path]) -> None:
    ledgers, file = apart
    csv = file.with_suffix(".csv").with_name("复核.csv")
    csv.write_text(
        "工作表,行号,复核结论,理由,复核人,复核日期\n督导检查,4,撤销,一,甲,2026-04-01\n督导检查,4,维持,二,乙,2026-04-02\n"
    )
    for command in ("assess", "validate"):
        done = run(command, ledgers, "--reviews", csv)
        assert done.returncode == 1
        assert "复核.csv › 复核 › 3  与 复核.csv › 复核 › 2 对同一项扣分的结论不同" in done.stdout + done.stderr


def test_the_file_of_decisions_is_never_written_over(run: Run, apart: tuple[Path, Path]) -> None:
    ledgers, file = apart
    before = file.read_bytes()
    done = run("assess", ledgers, "--reviews", file, "-o", file, "--force")
    assert done.returncode == 2
    assert file.read_bytes() == before


def test_a_stored_result_of_a_reviewed_year_gives_the_same_reports(run: Run, tmp_path: Path) -> None:
    made = ("-o", "r.json", "-o", "a.md", "-o", "a.csv")
    assert run("assess", HARD, "--reviews", "ledgers", *made, "--quiet").returncode == 0
    done = run("report", "r.json", "-o", "b.md", "-o", "b.csv", "--quiet")
    assert done.returncode == 0, done.stderr
    for ending in ("md", "csv"):
        assert (tmp_path / f"a.{ending}").read_bytes() == (tmp_path / f"b.{ending}").read_bytes()
