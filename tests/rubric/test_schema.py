"""The JSON Schema for editors says what the program says about a rubric."""

import json
from typing import Any

import jsonschema
import pytest
import yaml

from jobhome_score.rubric.build import schema
from jobhome_score.rubric.source import packaged


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


@pytest.fixture
def rubric() -> Any:
    return yaml.safe_load(packaged().read_text(encoding="utf-8"))


def test_the_shipped_schema_is_current() -> None:
    shipped = packaged().with_name("rubric.schema.json").read_text(encoding="utf-8")
    assert shipped == json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def test_the_packaged_rubric_fits(validator: jsonschema.Draft202012Validator, rubric: Any) -> None:
    assert validator.is_valid(rubric)


@pytest.mark.parametrize(
    "path",
    [
        (),
        ("sections", 0),
        ("sections", 0, "indicators", 0),
        ("sections", 0, "indicators", 0, "rules", 0),
        ("sections", 0, "indicators", 0, "rules", 0, "measure"),
        ("sections", 0, "indicators", 0, "rules", 0, "deduct"),
        ("obligations", 0),
        ("settlement",),
        ("settlement", "bands", 0),
    ],
)
def test_an_unknown_key_does_not_fit(
    validator: jsonschema.Draft202012Validator, rubric: Any, path: tuple[str | int, ...]
) -> None:
    place = rubric
    for step in path:
        place = place[step]
    place["pionts"] = 1
    assert not validator.is_valid(rubric)


@pytest.mark.parametrize("key", ["rubric", "version", "sections", "settlement"])
def test_a_missing_key_does_not_fit(validator: jsonschema.Draft202012Validator, rubric: Any, key: str) -> None:
    del rubric[key]
    assert not validator.is_valid(rubric)
