import json
from pathlib import Path

import openpyxl

from .conftest import Run


def test_a_result_agrees_with_the_ledgers_it_was_made_from(run: Run, small: Path) -> None:
    words = ("--reading", "gig_openings=content", "--as-of", "2026-01-31")
    assert run("assess", small, *words, "-o", "r.json", "--quiet", "--lang", "en").returncode == 0
    done = run("verify", "r.json", small)
    assert done.returncode == 0, done.stdout
    assert "一致" in done.stdout


def test_one_changed_figure_is_named(run: Run, small: Path, tmp_path: Path) -> None:
    run("assess", small, "-o", "r.json", "--quiet")
    text = (tmp_path / "r.json").read_text(encoding="utf-8")
    report = json.loads(text)
    report["sections"][1]["indicators"][0]["score"] = 9.75
    (tmp_path / "r.json").write_text(json.dumps(report), encoding="utf-8")
    done = run("verify", "r.json", small, "--lang", "en")
    assert done.returncode == 1
    assert "sections[2].indicators[2.1].score: stored 9.75" in done.stdout


def test_one_changed_cell_is_found_by_the_file_first(run: Run, small: Path) -> None:
    run("assess", small, "-o", "r.json", "--quiet")
    workbook = next(path for path in sorted(small.glob("*.xlsx")) if "直播" in path.name)
    before = workbook.read_bytes()
    try:
        book = openpyxl.load_workbook(workbook)
        page = book.worksheets[0]
        page.cell(page.max_row, page.max_column).value = "备注"
        book.save(workbook)
        done = run("verify", "r.json", small)
    finally:
        workbook.write_bytes(before)
    assert done.returncode == 1
    assert workbook.name in done.stdout
    assert "sha256" in done.stdout


def test_what_is_no_result_is_refused(run: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"schema": "another"}')
    for name in ("x.json", "nowhere.json"):
        done = run("verify", name, small)
        assert done.returncode == 2
        assert name in done.stderr


def test_programs_are_told_every_place_that_differs(run: Run, small: Path, tmp_path: Path) -> None:
    run("assess", small, "-o", "r.json", "--quiet")
    done = run("verify", "r.json", small, "--format", "json", "-o", "same.json", "-o", "same.txt")
    same = json.loads(done.stdout)
    assert done.returncode == 0
    assert (same["schema"], same["file"], same["same"], same["differences"]) == (
        "jobhome-score/verification/1", "r.json", True, [],
    )  # fmt: skip
    assert (tmp_path / "same.json").read_text(encoding="utf-8") == done.stdout
    assert "一致" in (tmp_path / "same.txt").read_text(encoding="utf-8")
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    report["score"]["base"] = 9.75
    report["project"]["site"] = ["别站", {"更": "深"}]
    (tmp_path / "r.json").write_text(json.dumps(report), encoding="utf-8")
    done = run("verify", "r.json", small, "--format", "json")
    assert done.returncode == 1
    places = {one["path"]: one["stored"] for one in json.loads(done.stdout)["differences"]}
    assert places == {"score.base": 9.75, "project.site": '["别站", {"更": "深"}]'}


def test_quiet_says_it_with_the_exit_code_alone(run: Run, small: Path) -> None:
    run("assess", small, "-o", "r.json", "--quiet")
    done = run("verify", "r.json", small, "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert run("verify", "r.json", small, "--format", "csv").returncode == 2
    assert run("verify", "r.json", small, "-o", "x.pdf").returncode == 2
