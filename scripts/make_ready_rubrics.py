"""Write beside every packaged rubric what parsing it gives: `make rubrics`, after a change of its YAML."""

import hashlib
from pathlib import Path

from jobhome_score.rubric.ready import ENDING, ready_text
from jobhome_score.rubric.source import text_of
from jobhome_score.rubric.yaml_nodes import read_nodes

RUBRICS = Path(__file__).resolve().parent.parent / "rubrics"


def main() -> None:
    """Write one file for each rubric; the cases beside them are no rubrics."""
    for path in sorted(RUBRICS.glob("*.yaml")):
        if not path.stem.endswith(".cases"):
            text = text_of(path)
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            path.with_suffix(ENDING).write_text(ready_text(read_nodes(path.name, text), sha256), encoding="utf-8")


if __name__ == "__main__":
    main()
