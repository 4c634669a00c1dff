"""The file of decided readings is read with the care that rubrics are read with."""

import datetime as dt
from pathlib import Path

import pytest

from jobhome_score.assessment import Request
from jobhome_score.reports.problems_text import rubric_problem_line
from jobhome_score.rubric.decisions import Decision, read_decisions, stored_decisions
from jobhome_score.rubric.nodes import RubricError
from jobhome_score.rubric.source import load_rubric, text_of

WHOLE = """\
gig_openings:
  option: content
  decided_by: 市就业创业服务中心
  date: 2026-03-05
  document: 萍就业函〔2026〕12号
"""
DECIDED = Decision("content", "市就业创业服务中心", dt.date(2026, 3, 5), "萍就业函〔2026〕12号")


def read(text: str) -> dict[str, Decision]:
    return dict(read_decisions("readings.yaml", text, load_rubric().readings))


def wrong(text: str) -> list[str]:
    with pytest.raises(RubricError) as caught:
        read(text)
    return [rubric_problem_line("readings.yaml", one, "zh") for one in caught.value.problems]


def test_a_decision_says_who_when_and_where() -> None:
    assert read(WHOLE) == {"gig_openings": DECIDED}
    assert read(WHOLE + "  note: 不含兼职岗位\n")["gig_openings"].note == "不含兼职岗位"


def test_an_entry_left_blank_is_not_decided() -> None:
    blank = "live_views:\n  option:\n  decided_by:\n  date:\n  document:\n  note:\n"
    assert read(blank) == {}
    assert read(blank + "score_gaps:\n" + WHOLE) == {"gig_openings": DECIDED}


def test_decisions_come_in_the_order_of_the_rubric() -> None:
    first = WHOLE.replace("gig_openings", "headcount").replace("content", "period")
    assert list(read(WHOLE + first)) == ["headcount", "gig_openings"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("gig_openings", "gig_opening", "readings.yaml:1:1  没有口径“gig_opening”，是否应为“gig_openings”？"),
        ("content", "contents", "readings.yaml:2:11  口径没有选项“contents”，是否应为“content”？"),
        ("2026-03-05", "2026-02-30", "readings.yaml:4:9  “2026-02-30” 不对，应为 日期，如 2026-03-05"),
        ("2026-03-05", "20260305", "readings.yaml:4:9  “20260305” 不对，应为 日期，如 2026-03-05"),
        ("2026-03-05", "", "readings.yaml:4:8  “” 不对，应为 日期，如 2026-03-05"),
        ("document: 萍就业函〔2026〕12号", "document:", "readings.yaml:5:12  “” 不对，应为 文字"),
        ("  decided_by: 市就业创业服务中心\n", "", "readings.yaml:2:3  decision 缺少“decided_by”"),
        ("decided_by", "decided", "readings.yaml:3:3  没有“decided”这一项，是否应为“decided_by”？"),
        ("option: content", "option: &a content", "readings.yaml:2:11  不允许用锚点“&a”，请把内容写全"),
        ("content", "!!str content", "readings.yaml:2:11  不允许用类型标记“tag:yaml.org,2002:str”，请删去"),
        ("document: 萍就业函〔2026〕12号", "option: standard", "readings.yaml:5:3  “option”写了两次，请删去一处"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_place(old: str, new: str, said: str) -> None:
    assert said in wrong(WHOLE.replace(old, new))


def test_everything_wrong_comes_at_once() -> None:
    assert len(wrong(WHOLE.replace("content", "x").replace("2026-03-05", "x") + "nobody: {}\n")) >= 2


def test_an_empty_file_and_a_list_are_refused() -> None:
    assert wrong("") == ["readings.yaml:1:1  文件是空的"]
    assert wrong("- a\n") == ["readings.yaml:1:1  最外层应是“名称: 内容”的形式"]


def test_a_file_is_utf_8_and_of_a_size(tmp_path: Path) -> None:
    path = tmp_path / "readings.yaml"
    path.write_bytes(WHOLE.encode("gb18030"))
    with pytest.raises(RubricError):
        text_of(path)
    path.write_bytes(b" " * 1_000_001)
    with pytest.raises(RubricError):
        text_of(path)


def test_what_a_result_stores_is_read_back() -> None:
    stored = {"gig_openings": {"option": "content", "decided_by": "市就业创业服务中心", "date": "2026-03-05",
                               "document": "萍就业函〔2026〕12号"}}  # fmt: skip
    assert stored_decisions("r.json", stored, load_rubric().readings) == {"gig_openings": DECIDED}
    assert stored_decisions("r.json", {}, load_rubric().readings) == {}


def test_a_request_cannot_contradict_what_is_decided() -> None:
    made = dt.datetime(2026, 7, 3, tzinfo=dt.UTC)
    assert Request(made, {}, decisions={"gig_openings": DECIDED}).readings == {"gig_openings": "content"}
    assert Request(made, {"gig_openings": "content"}, decisions={"gig_openings": DECIDED})
    with pytest.raises(ValueError, match="gig_openings"):
        Request(made, {"gig_openings": "standard"}, decisions={"gig_openings": DECIDED})
