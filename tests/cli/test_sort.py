from .conftest import SAMPLES, Run


def test_the_costliest_indicator_comes_first_on_request(run: Run) -> None:
    table = run("assess", SAMPLES, "--sort", "points").stdout.split("─\n")[1]
    assert table.startswith("1.6 ")  # 2.5 of 10 points, the most that any indicator of the sample year loses


def test_a_format_that_machines_read_is_not_sorted(run: Run) -> None:
    done = run("assess", SAMPLES, "--sort", "points", "--format", "csv")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--sort points" in done.stderr
