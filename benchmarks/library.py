"""The product's own deductions through its library, one number an indicator, to hold other scripts against."""

import datetime as dt
import json
import sys
from pathlib import Path

from jobhome_score.assessment import Request, assess
from jobhome_score.ledgers.loading import check
from jobhome_score.reading.folder import read_ledgers
from jobhome_score.rubric.source import load_rubric


def main(folder: Path) -> None:
    """Assess a folder under the packaged rubric and print {indicator: deducted or awarded}."""
    made = dt.datetime.now().astimezone()
    score = assess(check(read_ledgers(folder)), load_rubric(), Request(made, {})).score
    lines = [line for section in score.sections for line in section.indicators]
    table = {line.indicator.id: round(float(line.deducted), 6) for line in lines}
    print(json.dumps(table | {"total": round(float(score.total), 6)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
