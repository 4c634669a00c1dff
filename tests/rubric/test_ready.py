"""A packaged rubric is ready without a parser, and never anything but what its YAML says."""

import hashlib
import shutil
from pathlib import Path

import pytest
from tests.rubric.small import every_node

from jobhome_score.rubric import ready, source
from jobhome_score.rubric.settling import Settling
from jobhome_score.rubric.source import load_rubric, packaged, read_rubric, text_of
from jobhome_score.rubric.yaml_nodes import read_nodes

SHIPPED = [path for path in packaged().parent.glob("*.yaml") if not path.stem.endswith(".cases")]


@pytest.mark.parametrize("rubric", SHIPPED, ids=lambda path: path.stem)
def test_what_is_ready_is_what_the_yaml_says(rubric: Path) -> None:
    """Red after a change of a rubric: `make rubrics` writes the nodes anew."""
    text = text_of(rubric)

    found = ready.ready_nodes(rubric, hashlib.sha256(text.encode()).hexdigest())

    assert found is not None
    assert found.top == read_nodes(rubric.name, text)
    own = Settling(found.top)
    assert all(found.readings(node) == own.readings(node) for node in every_node(found.top))
    assert load_rubric(rubric.stem) == read_rubric(rubric.name, text)


def test_marks_stay_with_their_nodes() -> None:
    top = read_nodes("a.yaml", "a:\n  - b\n  - {c: d}\n  - []\ne: {}\n")

    assert ready.ready_text(top, "0") == (
        '{"sha256":"0","texts":["a","b","c","d","e"],"lines":[1,2,3,3,5,3,4,2,5,1],"columns":[1,5,6,9,1,5,5,3,4,1],'
        '"paired":[1,0,0,1,1],"parts":[[2,3],[],[1,5,6],[],[0,7,4,8]],"choosing":[]}\n'
    )


def test_nodes_of_another_text_are_not_ready(tmp_path: Path) -> None:
    for path in packaged().parent.glob(f"{packaged().stem}.*"):
        shutil.copy(path, tmp_path)

    assert ready.ready_nodes(tmp_path / packaged().name, "0" * 64) is None


def test_a_rubric_alone_is_parsed(tmp_path: Path) -> None:
    shutil.copy(packaged(), tmp_path)

    assert ready.ready_nodes(tmp_path / packaged().name, "") is None
    assert load_rubric(str(tmp_path / packaged().name)) == load_rubric()


def test_nodes_beside_somebodys_own_rubric_are_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever hands in a rubric could make them say something else; only those of the package are ours."""
    own = tmp_path / packaged().name
    shutil.copy(packaged(), own)
    shutil.copy(packaged().with_suffix(ready.ENDING), tmp_path)
    asked: list[Path] = []
    monkeypatch.setattr(source, "ready_nodes", lambda path, _: asked.append(path))

    load_rubric(str(own))
    assert asked == []
    load_rubric()
    assert asked == [packaged()]
