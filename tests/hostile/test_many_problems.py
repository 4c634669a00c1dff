"""As many problems as a ledger has rows: a thousand of a kind are listed, the rest counted, and memory lasts."""

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from jobhome_score import cli
from jobhome_score.assessment import Request, all_problems
from jobhome_score.cli.options import SPOKEN
from jobhome_score.ledgers.loading import check
from jobhome_score.locales import say
from jobhome_score.problems import MOST_ALIKE, MOST_COLUMNS
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.rubric.source import load_rubric

NOON = dt.datetime(2026, 7, 3, 12, tzinfo=dt.UTC)
MANY = 1_500
LEDGERS = {
    "unknown items": ("项目信息", "项目,内容", "项{0},甲"),
    "repeated items": ("项目信息", "项目,内容", "站点名称,甲"),
    "services": ("基础服务", "日期,服务项目,服务人次", "2025-09-04,服务{0},1"),
    "indicators": ("督导检查", "日期,指标,问题类型,说明", "2025-09-04,{0},环境脏乱,甲"),
    "strangers": ("考勤", "日期,姓名,状态", "2025-09-04,名{0},出勤"),
    "platforms": ("短视频", "发布日期,标题,平台", "2025-09-04,甲,台{0}"),
}


@pytest.mark.parametrize("ledger", LEDGERS.values(), ids=LEDGERS)
def test_a_thousand_of_a_kind_are_listed_and_the_rest_counted(tmp_path: Path, ledger: tuple[str, str, str]) -> None:
    name, header, row = ledger
    lines = "\n".join(row.format(number) for number in range(MANY))
    (tmp_path / f"{name}.csv").write_text(f"{header}\n{lines}\n", encoding="utf-8")
    (tmp_path / "人员名册.csv").write_text("姓名,用工类型,到岗日期\n王芳,专职,2025-01-01\n", encoding="utf-8")
    found = all_problems(check(read_ledgers(tmp_path)), load_rubric(), Request(NOON, {}))
    ((code, listed),) = Counter(problem.code for problem in found).most_common(1)
    assert listed == MOST_ALIKE + 1
    (more,) = [int(one.facts["more"]) for one in found if one.code is code and "more" in one.facts]
    assert MANY - 1 <= listed + more <= MANY  # the first of those that repeat one another is none


@pytest.mark.parametrize(("header", "code"), [("列{0}", "unknown-column"), ("", "nameless-column")])
def test_a_hundred_columns_are_found_fault_with_and_the_rest_counted(tmp_path: Path, header: str, code: str) -> None:
    lines = [
        ",".join(("日期", "企业名称", *map(header.format, range(500)))),
        ",".join(("2025-09-04", "甲", *map(str, range(500)))),
    ]
    (tmp_path / "企业走访.csv").write_text("\n".join(lines), encoding="utf-8")
    found = [problem for problem in check(read_ledgers(tmp_path)).problems if problem.code.value == code]
    assert (len(found), found[-1].facts.get("more")) == (MOST_COLUMNS + 1, "399")


def test_too_little_memory_is_told_in_those_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def out_of_memory() -> None:
        raise MemoryError

    monkeypatch.setattr(cli, "app", out_of_memory)
    assert cli._code() == 2
    assert capsys.readouterr().err == say(SPOKEN, "cli.memory") + "\n"
