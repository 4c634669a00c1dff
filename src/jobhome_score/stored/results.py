"""Everything that reports tell, as plain data and back."""

import datetime as dt
from typing import Final

from jobhome_score.insight.told import Told
from jobhome_score.rubric.source import RubricSource
from jobhome_score.stored.names import names_of
from jobhome_score.stored.records import record
from jobhome_score.stored.shapes import At, Book, Plain, Wrong, listed, paired
from jobhome_score.stored.sound import check_sound

SHEETS: Final = "sheets"


def written(told: Told) -> dict[str, Plain]:
    """An assessment with what is told beside it as plain data, but for what its rubric says and when it was made."""
    rubric = told.assessment.rubric
    book = Book(rubric, names_of(rubric), told.assessment.options)
    whole = record(Told).write(told, book)
    return {SHEETS: [list(sheet) for sheet in book.sheets], **whole}


def read(node: Plain, at: At, source: RubricSource, made: dt.datetime) -> Told:
    """What was written, made then, under its rubric. Raises Wrong at the first place that is not so.

    Raises RubricError where the rubric cannot be settled under the options.
    """
    found = dict(paired(node, at))
    sheets = _sheets(found.pop(SHEETS, None), at / SHEETS)
    options = _options(found.get("assessment"), at / "assessment", source)
    rubric = source.under(options)
    given = {
        "rubric": rubric,
        "rubric_sha256": source.sha256,
        "readings": source.readings,
        "depends": source.depends(),
        "made": made,
    }
    told: Told = record(Told).read(found, at, Book(rubric, names_of(rubric), options, sheets, given))
    check_sound(told, at)
    return told


def _options(node: Plain, at: At, source: RubricSource) -> dict[str, str]:
    """The options used: one for each reading of the rubric, in its order."""
    where = at / "options"
    found = paired(paired(node, at).get("options"), where)
    for name in found:
        if name not in source.readings:
            raise Wrong(where / name, "not_in_rubric", name)
    for name in source.readings:
        if found.get(name) not in source.option_names(name):
            raise Wrong(where / name, "choice", found.get(name), "、".join(source.option_names(name)))
    return found


def _sheets(node: Plain, at: At) -> dict[tuple[str, str], int]:
    """The sheets by number."""
    found: dict[tuple[str, str], int] = {}
    for number, one in enumerate(listed(node, at)):
        if not isinstance(one, list) or [type(text) for text in one] != [str, str] or tuple(one) in found:
            raise Wrong(at / (number + 1), "sheet", one)
        found[one[0], one[1]] = number
    return found
