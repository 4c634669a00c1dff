import csv
import datetime as dt
import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import openpyxl
import pytest
from jsonschema import validate

from jobhome_score.cli import portfolio_work
from jobhome_score.cli.portfolio import _holding
from jobhome_score.cli.portfolio_work import Done, Job, Terms
from jobhome_score.cli.workers import worked
from jobhome_score.insight.portfolio import Failure, Standing
from jobhome_score.locales import Lang
from jobhome_score.reading.limits import Limits
from jobhome_score.reports.portfolio_tables import failure_words
from jobhome_score.rubric.source import find_rubric, load_rubric, text_of

from .conftest import ROOT, Run

MADE = "1782000000"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory, small: Path) -> Path:
    """Three sites alike in all but their place, one that is damaged, one without its project, other folders."""
    root = tmp_path_factory.mktemp("城市")
    for name in ("甲区/站一", "甲区/站二", "乙区"):
        shutil.copytree(small, root / name)
    for name in ("坏站", "缺项目"):
        shutil.copytree(small, root / name)
    (root / "坏站" / "损坏.xlsx").write_bytes(b"PK\x03\x04 and no more")
    for path in (root / "缺项目").iterdir():
        book = openpyxl.load_workbook(path)
        if "项目信息" in book.sheetnames:
            path.unlink()
    (root / "资料" / "空").mkdir(parents=True)
    book = openpyxl.Workbook()
    book.active["A1"] = "与台账无关"
    book.save(root / "资料" / "通讯录.xlsx")
    (root / ".隐藏").mkdir()
    shutil.copy(root / "资料" / "通讯录.xlsx", root / ".隐藏")
    return root


@pytest.fixture(scope="module")
def told(city: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What one worker and two workers wrote of the city."""
    folder = tmp_path_factory.mktemp("out")
    for count in (1, 2):
        outputs = [word for ending in ("json", "md", "csv", "html", "xlsx") for word in ("-o", f"{count}.{ending}")]
        command = [sys.executable, "-m", "jobhome_score", "portfolio", str(city), "--workers", str(count), *outputs,
                   "--lang", "zh", "--results", f"r{count}"]  # fmt: skip
        environ = {"PYTHONPATH": str(ROOT / "src"), "PATH": "", "SOURCE_DATE_EPOCH": MADE, "LANG": "C.UTF-8"}
        done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 1, done.stderr
        (folder / f"{count}.txt").write_text(done.stdout, encoding="utf-8")
    return folder


def test_any_number_of_workers_gives_the_same_bytes(told: Path) -> None:
    for ending in ("txt", "json", "md", "csv", "html", "xlsx"):
        assert (told / f"1.{ending}").read_bytes() == (told / f"2.{ending}").read_bytes()


def test_every_site_is_ranked_or_listed_with_its_problems(told: Path) -> None:
    report = json.loads((told / "1.json").read_text(encoding="utf-8"), parse_float=Decimal)
    schema = files("jobhome_score.reports").joinpath("schemas/portfolio.schema.json").read_text("utf-8")
    validate(json.loads((told / "1.json").read_text(encoding="utf-8")), json.loads(schema))
    assert [(one["rank"], one["folder"]) for one in report["sites"]] == [
        (1, "乙区"),
        (1, "甲区/站一"),
        (1, "甲区/站二"),
    ]
    assert [one["folder"] for one in report["unscored"]] == ["坏站", "缺项目"]
    assert report["left_out"] == ["资料"]
    damaged, withheld = report["unscored"]
    assert damaged["problems"][0]["file"] == "损坏.xlsx"
    assert "项目信息" in json.dumps(withheld["problems"], ensure_ascii=False)
    sites = report["sites"]
    assert report["sums"]["payable"] == sum(one["settlement"]["payable"] for one in sites)
    assert report["sums"]["due"] == report["sums"]["payable"] - report["sums"]["paid"]


def test_a_site_comes_to_what_assess_says_of_it(told: Path, city: Path, run: Run) -> None:
    done = run("assess", city / "乙区", "--format", "json", SOURCE_DATE_EPOCH=MADE)
    assert (told / "r1" / "乙区" / "result.json").read_text(encoding="utf-8") == done.stdout
    alone = json.loads(done.stdout, parse_float=Decimal)
    report = json.loads((told / "1.json").read_text(encoding="utf-8"), parse_float=Decimal)
    site = report["sites"][0]
    assert site["score"]["total"] == alone["score"]["total"]
    assert site["settlement"]["payable"] == alone["settlement"]["payable"]
    signs = {"base": ("score", 1), "bonus": ("awarded", 1), "penalty": ("deducted", -1)}
    for section in alone["sections"]:
        name, sign = signs[section["role"]]
        for line in section["indicators"]:
            assert site["score"]["indicators"][line["id"]] == sign * line[name]


def test_the_summary_prints_and_the_table_opens_in_excel(told: Path) -> None:
    book = openpyxl.load_workbook(told / "1.xlsx")
    assert book.sheetnames[:2] == ["汇总排名", "各项指标得分"]
    assert all(page.page_setup.orientation == "landscape" for page in book)
    rows = list(csv.reader(io.StringIO((told / "1.csv").read_text(encoding="utf-8-sig"))))
    assert [row[:2] for row in rows[1:]] == [
        ["1", "乙区"],
        ["1", "甲区/站一"],
        ["1", "甲区/站二"],
        ["", "合计（3 个站点）"],
    ]


def test_where_ledgers_are_absent_the_table_gives_the_better_end_too(run: Run, small: Path, tmp_path: Path) -> None:
    """Two sites, one without its visits: its highest total and payout stand beside the low ones, the other's twice."""
    for name in ("全", "缺"):
        shutil.copytree(small, tmp_path / "区" / name)
    for path in (tmp_path / "区" / "缺").iterdir():
        book = openpyxl.load_workbook(path)
        if "企业走访" in book.sheetnames:
            del book["企业走访"]
            if book.sheetnames:
                book.save(path)
            else:
                path.unlink()
    done = run("portfolio", "区", "--missing", "range", "--workers", "1", "--format", "csv")
    head, *rows = list(csv.reader(io.StringIO(done.stdout.lstrip("\ufeff"), newline="")))
    found = {row[1]: dict(zip(head, row, strict=True)) for row in rows}
    lacking, whole = found["缺"], found["全"]
    assert Decimal(lacking["最高总分"]) > Decimal(lacking["总分"])
    assert Decimal(lacking["最高应付"]) > Decimal(lacking["应付金额"])
    assert (whole["最高总分"], whole["最高应付"]) == (whole["总分"], whole["应付金额"])
    assert "最高总分" not in run("portfolio", "区", "--missing", "zero", "--workers", "1", "--format", "csv").stdout


def test_results_are_not_overwritten(city: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "r" / "乙区").mkdir(parents=True)
    (tmp_path / "r" / "乙区" / "result.json").write_text("mine")
    done = run("portfolio", city, "--results", "r")
    assert done.returncode == 2
    assert "result.json" in done.stderr
    assert (tmp_path / "r" / "乙区" / "result.json").read_text() == "mine"
    ledger = next((city / "甲区" / "站一").glob("*.xlsx"))
    done = run("portfolio", city, "-o", ledger, "--force")
    assert done.returncode == 2
    assert "台账本身" in done.stderr


def test_what_cannot_be_done_is_said(run: Run, tmp_path: Path, city: Path) -> None:
    (tmp_path / "空").mkdir()
    for words in (("nowhere",), ("空",), (city, "--workers", "0"), (city, "--workers", "1", "--scheduler", "x"),
                  (city, "-o", "x.docx"), (city, "--reading", "nothing=1"), (city / "资料",)):  # fmt: skip
        done = run("portfolio", *words)
        assert done.returncode == 2, words
        assert "Traceback" not in done.stderr


def test_below_the_bound_the_answer_is_no_and_with_all_scored_it_is_yes(run: Run, city: Path) -> None:
    assert run("portfolio", city / "乙区", "--workers", "1", "-q").returncode == 0
    assert run("portfolio", city / "乙区", "--workers", "1", "-q", "--fail-under", "101").returncode == 1


def test_a_day_before_a_sites_period_is_that_sites_matter(run: Run, city: Path) -> None:
    done = run("portfolio", city / "乙区", "--as-of", "2001-01-01")
    assert done.returncode == 1
    assert "早于该站点考核期首日" in done.stdout


def test_without_dask_the_scheduler_is_refused_in_a_sentence(stranger: Run, city: Path, tmp_path: Path) -> None:
    (tmp_path / "distributed.py").write_text("raise ImportError")
    done = stranger("portfolio", city, "--scheduler", "tcp://127.0.0.1:1", PYTHONPATH=f"{tmp_path}:{ROOT / 'src'}")
    assert done.returncode == 2
    assert "jobhome-score[dask]" in done.stderr


@pytest.fixture(scope="module")
def terms() -> Terms:
    source = load_rubric()
    made = dt.datetime(2026, 7, 3, tzinfo=dt.UTC)
    return Terms(
        source.file,
        text_of(find_rubric(source.file.removesuffix(".yaml"))),
        source.sha256,
        (),
        None,
        "fail",
        "fail",
        Limits(),
        made,
        "zh",
        False,
    )


class Deadly:
    """Ends the process that takes it out of its parcel, as a crash or a lack of memory would."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (7,)


def test_a_workers_death_is_that_sites_problem(small: Path, terms: Terms) -> None:
    jobs = [Job("a", Deadly(), terms), Job("b", small, terms), Job("c", Deadly(), terms), Job("d", small, terms)]  # type: ignore[arg-type]
    found = {done.folder: done.site for done in worked(jobs, 1)}
    assert sorted(found) == ["a", "b", "c", "d"]
    for name in ("a", "c"):
        assert found[name] is not None
        assert found[name].outcome == Failure("died", {"code": "7"})  # type: ignore[union-attr]
    assert all(isinstance(found[name].outcome, Standing) for name in ("b", "d"))  # type: ignore[union-attr]


def test_a_defect_met_on_one_site_is_that_sites_problem(small: Path, terms: Terms) -> None:
    odd = replace(terms, hidden="never heard of")
    (done,) = worked([Job("a", small, odd)], 1)
    assert done.site is not None
    assert isinstance(done.site.outcome, Failure)
    assert done.site.outcome.code == "defect"


@pytest.mark.parametrize(("lang", "said"), [("zh", "没有权限"), ("en", "no permission")])
def test_a_folder_that_cannot_be_read_says_why_in_the_users_language(
    terms: Terms, lang: Lang, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(job: Job) -> Done:
        raise PermissionError(errno.EACCES, "Permission denied", str(job.path))

    monkeypatch.setattr(portfolio_work, "_work", refused)
    done = portfolio_work.work(Job("a", Path("a"), terms))
    assert done.site is not None
    assert isinstance(done.site.outcome, Failure)
    words = failure_words(done.site.outcome, lang)
    assert said in words
    assert "Permission denied" not in words


@pytest.mark.thorough
def test_an_interrupt_ends_it_at_once_and_leaves_nobody_behind(city: Path) -> None:
    command = [sys.executable, "-m", "jobhome_score", "portfolio", str(city), "--workers", "2"]
    environ = {"PYTHONPATH": str(ROOT / "src"), "PATH": "", "LANG": "C.UTF-8"}
    process = subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode not in (0, None)
    assert b"Traceback" not in said
    end = time.monotonic() + 10
    while alive(process.pid) and time.monotonic() < end:  # helpers of the standard library go a moment later
        time.sleep(0.1)
    assert not alive(process.pid)


def alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A Dask cluster of two workers in this process."""
    distributed = pytest.importorskip("distributed", reason="Dask is not installed: pip install 'jobhome-score[dask]'")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=False, dashboard_address=None,
                                  silence_logs=50) as cluster:  # fmt: skip
        yield cluster.scheduler_address


def test_a_cluster_gives_the_same_as_our_own_workers(address: str, small: Path, terms: Terms) -> None:
    from jobhome_score.cli.cluster import worked_on

    jobs = [Job("a", small, terms), Job("b", small / "nowhere", terms)]
    on_cluster = sorted(worked_on(address, jobs, "zh"), key=lambda done: done.folder)
    assert on_cluster == sorted(worked(jobs, 1), key=lambda done: done.folder)
    assert on_cluster[1].site is not None
    assert isinstance(on_cluster[1].site.outcome, Failure)


def test_a_scheduler_that_is_not_there_is_named(run: Run, city: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed: pip install 'jobhome-score[dask]'")
    done = run("portfolio", city, "--scheduler", "no such address")
    assert done.returncode == 2
    assert "no such address" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_decisions_of_each_site_are_applied_where_asked_for_and_told_where_not(run: Run, tmp_path: Path) -> None:
    """The hard year has 20.5 points before its review and 31 after it; the good year has no decisions."""
    for name in ("good-year", "hard-year"):
        shutil.copytree(ROOT / "sample_ledgers" / name, tmp_path / "城" / name)
    plain, reviewed = (run("portfolio", "城", "--lang", "zh", "-o", f"{at}.json", *more)
                       for at, more in enumerate(((), ("--reviews", "ledgers"))))  # fmt: skip
    assert "hard-year  台账中有复核决定 9 条，未采用（要采用请加 --reviews ledgers）" in plain.stdout
    assert "hard-year　复核前 20.5 分，复核后 31 分" in reviewed.stdout
    schema = json.loads(files("jobhome_score.reports").joinpath("schemas/portfolio.schema.json").read_text("utf-8"))
    for at, (source, total, before, listed) in enumerate(((None, 20.5, None, 9), ("ledgers", 31, 20.5, 0))):
        found = json.loads((tmp_path / f"{at}.json").read_text("utf-8"))
        validate(found, schema)
        site = found["sites"][-1]
        assert (found["reviews"], site["folder"]) == (source, "hard-year")
        score = site["score"]
        assert (score["total"], score["before_review"], site["reviews_not_applied"]) == (total, before, listed)
    refused = run("portfolio", "城", "--reviews", "复核.xlsx")
    assert (refused.returncode, "--reviews ledgers" in refused.stderr) == (2, True)


def test_no_folder_lies_too_deep(tmp_path: Path) -> None:
    way = [tmp_path / "a"]
    while len(way) < 1_100:
        way.append(way[-1] / "a")
    for folder in way:
        folder.mkdir()
    ledger = way[-1] / "考勤.csv"
    ledger.write_text("日期,姓名,状态\n", encoding="utf-8")
    assert list(_holding(tmp_path)) == [way[-1]]
    ledger.unlink()
    for folder in reversed(way):  # the standard library goes down by calling itself
        folder.rmdir()
