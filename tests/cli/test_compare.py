import json
import shutil
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from .conftest import SAMPLES, Run


def renamed(small: Path, folder: Path) -> Path:
    """The same workbooks under other names."""
    folder.mkdir()
    for at, path in enumerate(sorted(small.glob("*.xlsx"), reverse=True)):
        shutil.copy(path, folder / f"卷{at}.xlsx")
    return folder


def with_one_more(small: Path, folder: Path) -> Path:
    """The same ledgers with one valid complaint more."""
    renamed(small, folder)
    for path in folder.glob("*.xlsx"):
        book = openpyxl.load_workbook(path)
        if "投诉" in book.sheetnames:
            page = book["投诉"]
            head = [str(cell.value) for cell in page[1]]
            row = {"日期": "2026-01-01", "内容": "新增一条投诉", "有效": "是"}
            page.append([row.get(name) for name in head])
            book.save(path)
    return folder


def test_the_same_ledgers_under_other_names_are_the_same(run: Run, small: Path, tmp_path: Path) -> None:
    done = run("compare", small, renamed(small, tmp_path / "改名"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "两方一致" in done.stdout


def test_a_stored_result_and_its_ledgers_are_the_same(run: Run, small: Path) -> None:
    run("assess", small, "-o", "r.json", "-q", lang="C.UTF-8")
    done = run("compare", "r.json", small)
    assert done.returncode == 0, done.stdout
    assert "两方一致" in done.stdout


def test_one_row_more_is_found_with_its_place_and_its_points(run: Run, small: Path, tmp_path: Path) -> None:
    after = with_one_more(small, tmp_path / "后")
    outputs = [word for ending in ("json", "md", "html", "xlsx") for word in ("-o", f"c.{ending}")]
    done = run("compare", small, after, *outputs, COLUMNS="60")
    assert done.returncode == 1, done.stderr
    assert "投诉：增 1 行" in done.stdout
    value = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"), parse_float=Decimal)
    assert not value["same"]
    (complaints,) = value["rows"]
    assert complaints["ledger"] == "complaints"
    assert complaints["added"][0]["values"]["content"] == "新增一条投诉"
    assert [part["cause"] for part in value["parts"]] == ["added"]
    assert value["parts"][0]["total"] == value["difference"]["total"]
    assert openpyxl.load_workbook(tmp_path / "c.xlsx").sheetnames[0] == "对照结果"
    assert "新增一条投诉" in (tmp_path / "c.html").read_text(encoding="utf-8")


def test_a_day_belongs_to_ledgers_alone(run: Run, small: Path) -> None:
    done = run("compare", "r.json", small, "--as-of-a", "2026-01-01")
    assert done.returncode == 2
    assert "--as-of-a" in done.stderr


def test_decisions_of_a_stored_side_are_its_own(run: Run, small: Path) -> None:
    for side, words in (("a", ("r.json", small)), ("b", (small, "r.json"))):
        done = run("compare", *words, f"--reviews-{side}", "ledgers")
        assert done.returncode == 2
        assert f"--reviews-{side}" in done.stderr


def test_a_year_is_compared_before_and_after_its_review(run: Run) -> None:
    """The hard year has 20.5 points before its review and 31 after it: 20.5 % and 31 % of 980 000 yuan."""
    hard = SAMPLES / "hard-year"
    done = run("compare", hard, hard, "--reviews-b", "ledgers", "--format", "json")
    assert done.returncode == 1, done.stderr
    value = json.loads(done.stdout, parse_float=Decimal)
    (part,) = value["parts"]
    assert (part["cause"], part["total"], part["payable"]) == ("reviews", Decimal("10.5"), Decimal("102900.00"))
    assert (value["a"]["reviews"], [one["file"] for one in value["b"]["reviews"]]) == ([], ["11 复核.xlsx"])
    both = run("compare", hard, hard, "--reviews", "ledgers")
    assert (both.returncode, both.stderr) == (0, "")


def test_each_hand_in_is_reviewed_by_its_own_file(run: Run, small: Path, tmp_path: Path) -> None:
    """A further complaint costs 0.5; the decision that withdraws it names a workbook that only B has."""
    after = with_one_more(small, tmp_path / "后")
    file = next(path.name for path in after.glob("*.xlsx") if "投诉" in openpyxl.load_workbook(path).sheetnames)
    rows = openpyxl.load_workbook(after / file)["投诉"].max_row
    heads = "文件,工作表,行号,指标,规则,数量,复核结论,理由,复核人,复核日期"
    for name in "甲乙":
        (tmp_path / name).mkdir()
    (tmp_path / "甲" / "复核.csv").write_text(f"{heads}\n,,,2.5,sessions,1,免责,停电,局,2026-07-01\n", encoding="utf-8")
    (tmp_path / "乙" / "复核.csv").write_text(
        f"{heads}\n{file},投诉,{rows},,,,撤销,重复,局,2026-07-01\n", encoding="utf-8"
    )
    own = ("--reviews-a", "甲/复核.csv", "--reviews-b", "乙/复核.csv")
    done = run("compare", small, after, *own, "--format", "json")
    assert done.returncode == 1, done.stderr
    value = json.loads(done.stdout, parse_float=Decimal)
    assert [[one["file"] for one in value[side]["reviews"]] for side in "ab"] == [["复核.csv"], ["复核.csv"]]
    assert sum(part["total"] for part in value["parts"]) == value["difference"]["total"]
    swapped = run("compare", small, after, "--reviews-a", "乙/复核.csv")
    assert swapped.returncode == 2
    assert file in swapped.stderr
    hashes = [value[side]["reviews"][0]["sha256"] for side in "ab"]
    assert hashes[0] != hashes[1]


@pytest.mark.parametrize("content", ["not json", '{"schema": "jobhome-score/assessment/1"}'])
def test_a_foreign_file_is_refused_in_words(run: Run, small: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content)
    done = run("compare", "x.json", small)
    assert done.returncode == 2
    assert "x.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_compared_is_said(run: Run, small: Path, year: Path) -> None:
    (year / "03 招聘活动.xlsx").unlink()
    for words in ((small, year), ("nowhere", small), ("nowhere.json", small), (small, small, "-o", "x.docx")):
        done = run("compare", *words)
        assert done.returncode == 2, words
        assert done.stderr
        assert "Traceback" not in done.stderr
