"""`plan` as a stranger runs it."""

import json
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from .conftest import SAMPLES, Run


def test_the_answer_comes_first_and_a_plan_exits_with_0(run: Run) -> None:
    done = run("plan", SAMPLES)
    assert done.returncode == 0
    assert "最少 10 次：总分 95.1，结算 100%" in done.stdout
    assert "3.3  数据汇报分析      1次 +1 · 2次 +1.5" in done.stdout
    assert "再扣 1 次即落档：1.6 特种设备违规 1 次 −3" in done.stdout


def test_where_nothing_will_do_it_says_so_and_exits_with_1(run: Run) -> None:
    done = run("plan", SAMPLES, "--as-of", "2026-02-10", "--lang", "en")
    assert done.returncode == 1
    assert "Out of reach: everything that can be done comes to 93.5 (95%)." in done.stdout
    assert "see --bonus" in done.stdout


def test_the_json_promises_what_its_steps_come_to(run: Run, tmp_path: Path) -> None:
    done = run("plan", SAMPLES, "--format", "json", "-o", "plan.json", "-o", "plan.md", SOURCE_DATE_EPOCH="1782000000")
    found = json.loads(done.stdout)
    assert found["schema"] == "jobhome-score/plan/1"
    assert found["mode"] == "closed"
    assert found["possible"] is True
    assert found["plan"]["total"] == 95.1
    assert sum(step["repairs"] for step in found["plan"]["steps"]) == found["plan"]["repairs"] == 10
    assert found["fall"]["times"] == 1
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == done.stdout
    assert "## 办法" in (tmp_path / "plan.md").read_text(encoding="utf-8")


def test_the_plan_goes_into_a_workbook_and_a_document(run: Run, tmp_path: Path) -> None:
    done = run("plan", SAMPLES, "-o", "plan.xlsx", "-o", "plan.docx", "--quiet")
    assert (done.returncode, done.stdout) == (0, "")
    assert openpyxl.load_workbook(tmp_path / "plan.xlsx").sheetnames[0] == "任务清单"
    page = Document(str(tmp_path / "plan.docx"))
    assert page.paragraphs[0].text == "提分任务清单"
    assert [cell.text for cell in page.tables[0].rows[-1].cells][-4:] == ["0.5", "95.1", "", ""]


def test_costs_are_read_with_line_and_column(run: Run, tmp_path: Path) -> None:
    (tmp_path / "costs.yaml").write_text('default: 1\n"2.11": 5\n"1.6": -3\n', encoding="utf-8")
    done = run("plan", SAMPLES, "--costs", "costs.yaml")
    assert done.returncode == 2
    assert "costs.yaml:2:1" in done.stderr
    assert "costs.yaml:3:8" in done.stderr
    (tmp_path / "costs.yaml").write_text('"3.3": 7.5\n"1.6": none\n', encoding="utf-8")
    done = run("plan", SAMPLES, "--costs", "costs.yaml", "--format", "json")
    assert not {"1.6", "3.3"} & {step["indicator"] for step in json.loads(done.stdout)["plan"]["steps"]}


@pytest.mark.parametrize("words", [("--to", "high"), ("--to", "nan"), ("--missing", "range"), ("--format", "csv"),
                                   ("-o", "plan.pdf"), ("--costs", "none.yaml")])  # fmt: skip
def test_what_cannot_be_asked_is_said(run: Run, small: Path, words: tuple[str, ...]) -> None:
    done = run("plan", small, *words)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_an_assessment_shows_the_plan_where_it_is_asked_for(run: Run, tmp_path: Path) -> None:
    outputs = ("-o", "a.html", "-o", "a.xlsx", "--quiet")
    assert run("assess", SAMPLES, *outputs, "--plan").returncode == 0
    page = (tmp_path / "a.html").read_text(encoding="utf-8")
    assert "提分路径" in page
    assert "最少 10 次：总分 95.1" in page
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames[-1] == "提分路径"
    assert run("assess", SAMPLES, "--plan").returncode == 2


def test_a_plan_of_a_reviewed_year_begins_at_the_reviewed_score(run: Run) -> None:
    """20.5 points before the review and 31 after it, as `assess` says; excused misses need no repair."""
    hard = f"{SAMPLES}/hard-year"
    plain, reviewed = (json.loads(run("plan", hard, "--format", "json", *more).stdout)
                       for more in ((), ("--reviews", "ledgers")))  # fmt: skip
    assert (plain["outlook"]["total"], reviewed["outlook"]["total"]) == (20.5, 31)
    assert (plain["reviews_from"], reviewed["reviews_from"]["source"]) == (None, "ledgers")
    assert reviewed["plan"]["repairs"] < plain["plan"]["repairs"]
    assert "台账中有复核决定 9 条，未采用（要采用请加 --reviews ledgers）" in run("plan", hard).stdout
