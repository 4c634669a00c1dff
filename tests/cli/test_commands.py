import json
import os
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from .conftest import ROOT, SAMPLES, Run


def spoil(workbook: Path, sheet: str, cell: str, value: object) -> None:
    book = openpyxl.load_workbook(workbook)
    book[sheet][cell] = value
    book.save(workbook)


def test_the_sample_year_is_scored_in_both_languages(stranger: Run) -> None:
    for lang, total, share in (("zh", "总分 87.6 / 100", "结算比例 95%"), ("en", "Total 87.6 / 100", "Settlement 95%")):
        done = stranger("assess", SAMPLES, "--lang", lang)
        assert done.returncode == 0
        assert total in done.stdout
        assert share in done.stdout
        assert done.stderr == ""


def test_the_json_carries_exact_decimals_and_money_with_two(run: Run) -> None:
    done = run("assess", SAMPLES, "--format", "json")
    report = json.loads(done.stdout, parse_float=Decimal)
    assert report["schema"] == "jobhome-score/assessment/1"
    assert report["score"]["total"] == Decimal("87.6")
    assert '"payable": 1140000.00' in done.stdout
    assert report["settlement"]["payable_words"] == "人民币壹佰壹拾肆万元整"


def test_the_language_follows_the_system(stranger: Run, small: Path) -> None:
    assert "总分" in stranger("assess", small).stdout
    assert "Total" in stranger("assess", small, lang="C.UTF-8").stdout


def test_a_wrong_cell_is_named_and_nothing_is_scored(run: Run, year: Path) -> None:
    spoil(year / "03 招聘活动.xlsx", "招聘活动", "G5", "三十几家")
    for lang, words in (("zh", "不是整数"), ("en", "whole number")):
        done = run("assess", year, "--lang", lang)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "03 招聘活动.xlsx › 招聘活动 › G5" in done.stderr
        assert "三十几家" in done.stderr
        assert words in done.stderr
        assert "Traceback" not in done.stderr


def test_a_dangling_event_number_is_named(run: Run, year: Path) -> None:
    book = openpyxl.load_workbook(year / "05 线上招聘.xlsx")
    page = book.active
    header = next(row for row in page.iter_rows(max_row=10) if any(cell.value == "活动编号" for cell in row))
    cell = page.cell(header[0].row + 3, next(one.column for one in header if one.value == "活动编号"))
    cell.value = "没有这场"
    book.save(year / "05 线上招聘.xlsx")
    done = run("validate", year)
    assert done.returncode == 1
    assert f"05 线上招聘.xlsx › {page.title} › {cell.coordinate}" in done.stdout
    assert "没有这场" in done.stdout


def test_an_absent_ledger_stops_the_scoring_and_names_its_indicators(run: Run, year: Path) -> None:
    (year / "03 招聘活动.xlsx").unlink()
    done = run("assess", year)
    assert done.returncode == 1
    assert "招聘活动" in done.stderr
    assert "2.1" in done.stderr
    assert "2.3" in done.stderr


def test_a_withheld_ledger_never_pays(run: Run, year: Path) -> None:
    (year / "06 直播与短视频.xlsx").unlink()
    whole = json.loads(run("assess", SAMPLES, "--format", "json").stdout)["score"]["total"]
    zero = json.loads(run("assess", year, "--format", "json", "--missing", "zero").stdout)["score"]["total"]
    span = json.loads(run("assess", year, "--format", "json", "--missing", "range").stdout)["score"]["range"]
    assert zero < whole
    assert span["low"]["total"] == zero
    assert span["high"]["total"] >= whole


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("assess nowhere", "nowhere"),
        ("assess SMALL --reading gig_opening=content", "gig_openings"),
        ("assess SMALL --reading gig_openings=all", "standard"),
        ("assess SMALL --reading gig_openings", "gig_openings"),
        ("assess SMALL --as-of 2026-02-30", "2026-02-30"),
        ("assess SMALL --rubric elsewhere.yaml", "elsewhere.yaml"),
        ("assess SMALL --limit rows=3", "rows"),
        ("assess SMALL -o result.pdf", "result.pdf"),
        ("indicator 9.9 SMALL", "9.9"),
        ("settle SMALL --paid a-lot", "a-lot"),
    ],
)
def test_what_cannot_be_done_is_said_and_exits_with_2(run: Run, small: Path, words: str, named: str) -> None:
    done = run(*(small if word == "SMALL" else word for word in words.split()))
    assert done.returncode == 2
    assert named in done.stderr
    assert "Traceback" not in done.stderr


def test_settle_gives_figures_and_words(run: Run) -> None:
    done = run("settle", SAMPLES, "--paid", "1000000")
    assert done.returncode == 0
    assert "¥1,140,000.00" in done.stdout
    assert "人民币壹佰壹拾肆万元整" in done.stdout
    assert "¥140,000.00" in done.stdout


def test_an_indicator_goes_into_files(run: Run, tmp_path: Path) -> None:
    files = [word for ending in ("json", "md", "txt") for word in ("-o", f"i.{ending}")]
    done = run("indicator", "3.3", SAMPLES, *files)
    assert done.returncode == 0
    text, data, page = ((tmp_path / f"i.{ending}").read_text(encoding="utf-8") for ending in ("txt", "json", "md"))
    assert text == done.stdout
    assert json.loads(data)["indicator"]["id"] == "3.3"
    assert page.startswith("# 3.3 数据汇报分析")
    assert page == run("indicator", "3.3", SAMPLES, "--format", "md").stdout
    assert page.count("\n## ") >= 2
    quiet = run("indicator", "3.3", SAMPLES, "-q")
    assert (quiet.returncode, quiet.stdout, quiet.stderr) == (0, "", "")
    assert run("indicator", "3.3", SAMPLES, "-o", "i.xlsx").returncode == 2


def test_a_quiet_check_says_it_with_the_exit_code_alone(run: Run, tmp_path: Path) -> None:
    done = run("validate", SAMPLES / "broken-year", "-q", "-o", "problems.json")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    found = json.loads((tmp_path / "problems.json").read_text(encoding="utf-8"))
    assert found["schema"] == "jobhome-score/problems/1"
    assert found["problems"]
    assert run("validate", SAMPLES / "good-year", "-q").returncode == 0


def test_an_indicator_is_explained_down_to_the_row(run: Run) -> None:
    done = run("indicator", "2.6", SAMPLES)
    assert done.returncode == 0
    assert "零工登记" in done.stdout
    assert "gig_openings" in done.stdout
    assert " › " in done.stdout


def test_as_of_marks_what_is_not_yet_due(run: Run) -> None:
    done = run("assess", SAMPLES, "--as-of", "2026-03-31")
    assert done.returncode == 0
    assert "尚未到期" in done.stdout
    assert "招聘会场次" in done.stdout


def test_fail_under_answers_by_exit_code(run: Run, small: Path) -> None:
    assert run("assess", small, "--fail-under", "0", "--quiet").returncode == 0
    assert run("assess", small, "--fail-under", "101", "--quiet").returncode == 1


def test_files_are_written_once_and_overwritten_only_by_force(run: Run, small: Path, tmp_path: Path) -> None:
    names = ["结果 1.json", "r.md", "r.csv", "r.xlsx"]
    outputs = [word for name in names for word in ("-o", name)]
    assert run("assess", small, *outputs, "--quiet").returncode == 0
    assert all((tmp_path / name).stat().st_size for name in names)
    again = run("assess", small, *outputs, "--quiet")
    assert again.returncode == 2
    assert "结果 1.json" in again.stderr
    assert run("assess", small, *outputs, "--quiet", "--force").returncode == 0


def test_the_same_input_gives_the_same_bytes(stranger: Run, small: Path, tmp_path: Path) -> None:
    endings = ("json", "md", "csv", "xlsx")
    for name, seed in (("first", "1"), ("second", "2")):
        outputs = [word for ending in endings for word in ("-o", f"{name}.{ending}")]
        done = stranger("assess", small, *outputs, "--quiet", PYTHONHASHSEED=seed, SOURCE_DATE_EPOCH="1782000000")
        assert done.returncode == 0
    for ending in endings:
        assert (tmp_path / f"first.{ending}").read_bytes() == (tmp_path / f"second.{ending}").read_bytes()


def test_a_pipe_gets_plain_text_and_every_word(run: Run) -> None:
    done = run("assess", SAMPLES, COLUMNS="60")
    assert "\x1b" not in done.stdout
    assert "…" not in done.stdout.partition("提示")[0]
    assert "月度技能培训" in done.stdout.replace("\n", "").replace(" ", "")


def test_templates_never_overwrite(run: Run, tmp_path: Path) -> None:
    assert run("template", "空白 台账").returncode == 0
    assert any((tmp_path / "空白 台账").glob("*.xlsx"))
    assert run("template", "空白 台账").returncode == 2


def test_the_operator_gets_a_copy_with_the_problems_marked(run: Run, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in (SAMPLES / "broken-year").glob("*.xlsx")}
    done = run("validate", SAMPLES / "broken-year", "-o", "checked.xlsx")
    assert done.returncode == 1
    book = openpyxl.load_workbook(tmp_path / "checked.xlsx")
    fairs = book["招聘活动"]
    assert fairs["F2"].value == "三十几家"
    assert fairs["F2"].fill.fgColor.rgb == "FFFFC7CE"
    assert any("三十几家" in str(cell.value) for cell in fairs[2] if cell.column > 8)
    assert before == {path.name: path.read_bytes() for path in (SAMPLES / "broken-year").glob("*.xlsx")}


def test_a_file_that_may_not_be_read_is_named(run: Run, year: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    (year / "04 回访.xlsx").chmod(0)
    done = run("assess", year)
    assert done.returncode == 1
    assert "04 回访.xlsx" in done.stderr


def test_the_rubric_can_be_shown(run: Run) -> None:
    shown = run("rubric", "show")
    assert shown.returncode == 0
    assert "招聘" in shown.stdout
    assert json.loads(run("rubric", "schema").stdout)["title"]


def test_a_rubric_with_a_mistake_is_named_by_line_and_column(run: Run, small: Path, tmp_path: Path) -> None:
    text = (SAMPLES.parent / "rubrics" / "pingxiang-2025.yaml").read_text(encoding="utf-8")
    (tmp_path / "评分 表.yaml").write_text(text.replace("combine: worst", "combin: worst", 1), encoding="utf-8")
    line = text[: text.index("combine: worst")].count("\n") + 1
    for lang in ("zh", "en"):
        done = run("assess", small, "--rubric", "评分 表.yaml", "--lang", lang)
        assert done.returncode == 2
        assert f"评分 表.yaml:{line}:" in done.stderr
        assert "combine" in done.stderr


def test_before_the_period_there_is_nothing_to_assess(run: Run) -> None:
    done = run("assess", SAMPLES, "--as-of", "2025-06-30")
    assert done.returncode == 2
    assert "2025-07-01" in done.stderr


def test_a_report_written_among_the_ledgers_is_pointed_out(run: Run, year: Path) -> None:
    done = run("assess", year, "-o", year / "结果.xlsx", "--quiet")
    assert done.returncode == 0
    assert "台账文件夹" in done.stderr


def test_two_rubrics_are_compared_by_what_they_say(run: Run, tmp_path: Path) -> None:
    text = (ROOT / "rubrics" / "pingxiang-2025.yaml").read_text(encoding="utf-8")
    (tmp_path / "same.yaml").write_text("# 注\n" + text, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(text.replace("target: {at_least: 7}", "target: {at_least: 8}", 1), "utf-8")
    assert run("rubric", "diff", "pingxiang-2025", "same.yaml").returncode == 0
    done = run("rubric", "diff", "pingxiang-2025", "other.yaml", lang="en_US.UTF-8")
    assert done.returncode == 1
    assert "7 → 8" in done.stdout
    assert "other.yaml:230" in done.stdout
    assert run("rubric", "diff", "pingxiang-2025", "nowhere.yaml").returncode == 2
