"""YAML into nodes: what is refused, with line and column, and what stays the text that it is."""

import pytest

from jobhome_score.rubric.nodes import Items, Mapped, Mark, RubricError, Scalar
from jobhome_score.rubric.yaml_nodes import read_nodes


def refusal(text: str) -> tuple[str, Mark, dict[str, str]]:
    with pytest.raises(RubricError) as caught:
        read_nodes("rubric.yaml", text)
    assert caught.value.file == "rubric.yaml"
    (problem,) = caught.value.problems
    return problem.code, problem.mark, dict(problem.facts)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1\nb: 2", "yaml-anchor", 1, 4),
        ("a: &x {c: 1}\nb: 2", "yaml-anchor", 1, 4),
        ("a: 1\nb: *x", "yaml-alias", 2, 4),
        ("a: 1\nb: !!int 2", "yaml-tag", 2, 4),
        ("a: !!python/object/apply:os.system [ls]", "yaml-tag", 1, 4),
        ("a: !mine {b: 1}", "yaml-tag", 1, 4),
        ("a: {b: 1}\nc:\n  <<: {b: 2}", "yaml-merge", 3, 3),
        ("a: 1\nb: 2\na: 3", "yaml-duplicate-key", 3, 1),
        ("a:\n  b: 1\n  b: 2", "yaml-duplicate-key", 3, 3),
        ('a: 1\n"a": 2', "yaml-duplicate-key", 2, 1),
        ("? [a]\n: 1", "yaml-key", 1, 3),
        ("? {a: 1}\n: 1", "yaml-key", 1, 3),
        ("a: 1\n---\nb: 2", "yaml-several-documents", 2, 1),
        ("", "yaml-empty", 1, 1),
        ("# nothing but a remark\n", "yaml-empty", 1, 1),
        ("- a\n- b", "yaml-not-a-mapping", 1, 1),
        ("a", "yaml-not-a-mapping", 1, 1),
    ],
)
def test_what_is_refused_before_anything_is_built(text: str, code: str, line: int, column: int) -> None:
    found = refusal(text)
    assert found[:2] == (code, (line, column))


@pytest.mark.parametrize("text", ["a: [1, 2", "a: 'x", "a: b: c", "\ta: 1", "a: {b", "a: @x", "%YAML 9\n"])
def test_broken_yaml_has_a_line(text: str) -> None:
    code, mark, facts = refusal(text)
    assert code == "yaml-broken"
    assert mark.line >= 1
    assert facts["reason"]


def test_characters_that_yaml_forbids_are_refused() -> None:
    assert refusal("a: \x00")[0] == "yaml-broken"
    assert refusal("a: \x07")[0] == "yaml-broken"


@pytest.mark.parametrize(("depth", "refused"), [(18, False), (19, False), (20, True), (500, True)])
def test_nesting_is_bounded(depth: int, refused: bool) -> None:
    # The mapping is level 1 and the text level `depth` + 2: twenty levels are allowed.
    text = "a: " + "[" * depth + "x" + "]" * depth
    if refused or depth + 2 > 20:
        assert refusal(text)[0] == "yaml-too-deep"
    else:
        assert read_nodes("rubric.yaml", text).keys() == ("a",)


def test_a_file_over_a_megabyte_is_refused() -> None:
    def padded(size: int) -> str:
        return "a: 1\n#" + "x" * (size - 6)

    assert read_nodes("rubric.yaml", padded(1_000_000)).keys() == ("a",)
    assert refusal(padded(1_000_001))[0] == "yaml-too-large"


def test_values_without_end_are_refused() -> None:
    assert len(read_nodes("rubric.yaml", "a: [" + "b," * 99_997 + "]").pairs) == 1
    assert refusal("a: [" + "b," * 99_998 + "]")[0] == "yaml-too-many"


SCALARS = (
    "no", "NO", "yes", "on", "off", "010", "0x1F", "1_000", "1:30", "190:20:30", "2024-02-30", "2025-07-01", "1e3",
    ".5", "~", "null", "true", "90%", "1.10", ".inf",
)  # fmt: skip


@pytest.mark.parametrize("text", SCALARS)
def test_scalars_stay_the_text_that_was_written(text: str) -> None:
    node = read_nodes("rubric.yaml", f"a: {text}").get("a")
    assert isinstance(node, Scalar)
    assert (node.text, node.mark) == (text, (1, 4))


def test_quoted_and_folded_text_is_text() -> None:
    node = read_nodes("rubric.yaml", "a: \"x\\ny\"\nb: 'it''s'\nc: |\n  one\n  two\nd:")
    assert [value.text for _, value in node.pairs if isinstance(value, Scalar)] == ["x\ny", "it's", "one\ntwo\n", ""]


def test_nodes_know_where_they_stand() -> None:
    top = read_nodes("rubric.yaml", "a:\n  - b\n  - {c: d}\n")
    found = top.get("a")
    assert isinstance(found, Items)
    assert [item.mark for item in found.items] == [(2, 5), (3, 5)]
    inner = found.items[1]
    assert isinstance(inner, Mapped)
    assert [(name.mark, value.mark) for name, value in inner.pairs] == [((3, 6), (3, 9))]
    assert (inner.keys(), inner.get("x")) == (("c",), None)
