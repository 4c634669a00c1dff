"""YAML files of chance and malice: used, or refused in words with line and column, within a second."""

from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path

import pytest
from tests.called import called
from tests.hostile.yaml_fuzz import (
    COSTS,
    READINGS,
    SECONDS,
    as_cases,
    as_costs,
    as_readings,
    as_rubric,
    mutant,
    seeds,
    tried,
    tried_data,
)
from tests.rubric.small import SMALL

from jobhome_score.rubric.nodes import RubricError
from jobhome_score.rubric.source import text_of

MANY = 900_000
CASES = next(seed.data.decode() for seed in seeds() if seed.name == "x.cases.yaml")
BIG = {
    "list": "[" + "a," * (MANY // 2) + "]",
    "lists": "[" + "[]," * (MANY // 3) + "]",
    "mappings": "{" + ",".join(f"k{number}: 1" for number in range(MANY // 12)) + "}",
    "digits": "1" * MANY,
    "text": "甲" * (MANY // 3),
}


@pytest.mark.parametrize("block", [*range(3), *(pytest.param(n, marks=pytest.mark.thorough) for n in range(3, 12))])
def test_mutants_are_used_or_refused_in_words(tmp_path: Path, block: int) -> None:
    taken = [tried(seed, tmp_path) for seed in range(block * 20, block * 20 + 20)]
    assert max(seconds for seconds, _ in taken) < SECONDS
    assert any(refused for _, refused in taken)


def test_line_ends_that_only_yaml_knows_are_counted_like_it_does(tmp_path: Path) -> None:
    for end in ("\r", "\r\n", "\x85"):
        assert not tried_data("x.cases.yaml", CASES.replace("\n", end).encode(), as_cases, tmp_path)[1]


FILES = {
    "readings": ("readings.yaml", READINGS.replace("content", "%s"), as_readings),
    "costs": ("costs.yaml", COSTS.replace("20000", "%s"), as_costs),
    "rubric": ("small.yaml", SMALL.replace("90%", "90").replace("100%", "1").replace("{kind: 日常}", "%s"), as_rubric),
    "cases": ("x.cases.yaml", CASES.replace("%", "").partition("expect:")[0] + "expect: %s", as_cases),
}
USUAL = next(iter(BIG))


@pytest.mark.parametrize(
    ("big", "name", "around", "use"),
    [
        # each file with one, and one file with each; the rest of the table takes its time
        pytest.param(
            big, *of, id=f"{file}-{what}", marks=() if what == USUAL or file == "costs" else pytest.mark.thorough
        )
        for file, of in FILES.items()
        for what, big in BIG.items()
    ],
)
def test_a_megabyte_of_anything_is_refused_at_once(
    tmp_path: Path, big: str, name: str, around: str, use: Callable[[str, str], None]
) -> None:
    seconds, refused = tried_data(name, (around % big).encode(), use, tmp_path)
    assert refused
    assert seconds < SECONDS


def refused_rubrics(folder: Path) -> Iterator[Path]:
    """Mutants of rubrics that cannot be used, one after the other."""
    for seed in count():
        name, data, use = mutant(seed)
        path = folder / name
        path.write_bytes(data)
        try:
            if use is as_rubric:
                use(name, text_of(path))
        except RubricError:
            yield path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_command_under_a_rubric_that_cannot_be_used_ends_with_2_and_words(tmp_path: Path, lang: str) -> None:
    ledgers = tmp_path / "ledgers"
    ledgers.mkdir()
    for path in islice(refused_rubrics(tmp_path), 25):
        for command in ("assess", "validate"):
            ended = called(command, ledgers, "--rubric", path, "--lang", lang)
            assert (ended.exit_code, ended.stdout) == (2, ""), path.read_bytes()
            assert path.name in ended.stderr.splitlines()[0]
        checked = called("rubric", "check", path, "--lang", lang)
        assert checked.exit_code in (1, 2)


@pytest.mark.parametrize("text", ["a: &b c", "[", "\0", "headcount: 1", "x: {option: y}", "- " * 5_000])
def test_decided_readings_that_cannot_be_used_end_with_2_and_words(tmp_path: Path, text: str) -> None:
    readings = tmp_path / "readings.yaml"
    readings.write_text(text)
    ended = called("assess", tmp_path, "--readings", readings, "--lang", "en")
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "readings.yaml" in ended.stderr
