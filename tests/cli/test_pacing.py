import json
from pathlib import Path

import pytest

from .conftest import SAMPLES, Run

DAY = ("--as-of", "2026-01-15")


def test_a_year_that_runs_says_where_it_is_going(run: Run) -> None:
    done = run("assess", SAMPLES, *DAY, "--capacity", "2.1/sessions=2")
    assert done.returncode == 0
    assert "进度预测：截至 2026-01-15，考核期已过 199 天，还有 166 天" in done.stdout
    assert "2026-04-29" in done.stdout  # 18 fairs at 2 a week take 63 days
    assert "进度预测" not in run("assess", SAMPLES, "--as-of", "2026-06-30").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*DAY, "--capacity", "two"), "2.1/sessions=2"),
        ((*DAY, "--capacity", "2.1/sessions=0"), "大于 0"),
        ((*DAY, "--capacity", "2.1/sessions=1e9"), "大于 0"),
        ((*DAY, "--capacity", "2.1/session=2"), "2.1/sessions、"),
        (("--capacity", "2.1/sessions=2"), "--as-of"),
        (("--as-of", "2026-06-30", "--capacity", "2.1/sessions=2"), "--as-of"),
    ],
)
def test_a_capacity_that_means_nothing_is_refused(run: Run, july: Path, words: tuple[str, ...], said: str) -> None:
    done = run("assess", july, *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_stored_pacing_is_verified_too(run: Run, july: Path, tmp_path: Path) -> None:
    stored = tmp_path / "result.json"
    run("assess", july, *DAY, "--capacity", "2.5/reach_followers/followers=0.3%", "-q", "-o", stored)
    assert run("verify", stored, july).returncode == 0
    value = json.loads(stored.read_text(encoding="utf-8"))
    value["pacing"]["at_pace"]["total"] += 1
    stored.write_text(json.dumps(value), encoding="utf-8")
    done = run("verify", stored, july)
    assert done.returncode == 1
    assert "pacing.at_pace.total" in done.stdout
    value["pacing"]["goals"] = [1]
    stored.write_text(json.dumps(value), encoding="utf-8")
    assert run("verify", stored, july).returncode == 2
