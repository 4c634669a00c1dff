"""The two sides of a comparison as the command line gives them: ledgers to assess, or a result that was stored."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobhome_score.cli.asked import Asked, check_as_of, request_of
from jobhome_score.cli.ending import plainly, refuse
from jobhome_score.cli.journey import load_rubric_named, read_checked, reviews_if_any
from jobhome_score.cli.language import Lang
from jobhome_score.cli.reasons import reason
from jobhome_score.cli.saying import echo
from jobhome_score.rubric import PACKAGED

if TYPE_CHECKING:
    from jobhome_score.insight.differences import Comparison
    from jobhome_score.insight.explanation import Given
    from jobhome_score.insight.sides import Side
    from jobhome_score.reports.compared_side import Told
    from jobhome_score.rubric.source import RubricSource

RESULT = ".json"
LARGEST = 256 * 1024 * 1024
"""Bytes of a stored result that are still read; that of a year has about two million."""


def is_stored(path: Path) -> bool:
    """Whether a path names a stored result."""
    return path.suffix.lower() == RESULT and not path.is_dir()


def compared_sides(first: Asked, second: Asked) -> "Comparison":
    """The comparison of two sides; ends the command with words where one of them cannot be had."""
    from functools import partial

    from jobhome_score.insight.explanation import compare
    from jobhome_score.reports.compared_side import as_stored, exactly, outcome_told

    told = as_stored if is_stored(first.ledgers) or is_stored(second.ledgers) else exactly
    a, b = _both(first, second, told)
    with plainly(first.lang):
        return compare(a, b, _rubrics(first, a, b), partial(outcome_told, told=told))


def _both(first: Asked, second: Asked, told: "Told") -> "tuple[Given, Given]":
    """Both sides; what is said of rows is said in the language of a stored one, so that it can be held against it."""
    from jobhome_score.insight.explanation import Given

    stored = [_stored(one.ledgers, one.lang) if is_stored(one.ledgers) else None for one in (first, second)]
    spoken = next((side.lang for side in stored if side is not None), first.lang)
    a, b = (Given(side) if side is not None else _assessed(one, "en" if spoken == "en" else "zh", told)
            for one, side in zip((first, second), stored, strict=True))  # fmt: skip
    return a, b


def _stored(path: Path, lang: Lang) -> "Side":
    from jobhome_score.reports.stored_side import NotAResult, stored_side

    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            refuse(lang, "compare.not_a_result", name=str(path))
        return stored_side(data.decode("utf-8-sig"), str(path))
    except OSError as error:
        refuse(lang, "cli.unreadable", name=str(path), reason=reason(lang, error))
    except (NotAResult, UnicodeDecodeError) as found:
        where = found.path if isinstance(found, NotAResult) else ""
        refuse(lang, "compare.not_a_result_at" if where else "compare.not_a_result", name=str(path), path=where)


def _assessed(asked: Asked, spoken: Lang, told: "Told") -> "Given":
    """Ledgers assessed; a comparison with ledgers that cannot be scored cannot be done."""
    from jobhome_score.assessment import assess
    from jobhome_score.insight.attribution import Setup
    from jobhome_score.insight.explanation import Given
    from jobhome_score.problems import LedgerError
    from jobhome_score.reports.compared_side import side_of
    from jobhome_score.reports.problems_text import problems_text

    with plainly(asked.lang):
        source = load_rubric_named(asked)
        request = request_of(asked, source)
        checked = read_checked(asked)
        check_as_of(checked, request, asked.lang)
        try:
            assessment = assess(checked, source, request, reviews=reviews_if_any(asked, checked))
        except LedgerError as error:
            echo(problems_text(error.problems, asked.lang), err=True)
            refuse(asked.lang, "compare.unscored", name=str(asked.ledgers))
    return Given(side_of(assessment, str(asked.ledgers), spoken, told), checked.ledgers(), Setup(source, request))


def _rubrics(asked: Asked, a: "Given", b: "Given") -> "list[RubricSource]":
    """The rubrics at hand: those of the ledgers, and the packaged one, by which most stored results were made."""
    from jobhome_score.rubric.source import load_rubric

    found = [given.setup.source for given in (a, b) if given.setup is not None]
    return found if asked.rubric == PACKAGED else [*found, load_rubric()]
