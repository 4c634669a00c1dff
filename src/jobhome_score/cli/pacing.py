"""What is asked about a year that still runs: how much can be done in a week, and where that leads."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

from jobhome_score.cli.declared import Option
from jobhome_score.cli.ending import refuse
from jobhome_score.cli.journey import Travelled
from jobhome_score.cli.language import Lang
from jobhome_score.locales import say

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing

Capacities = Annotated[list[str] | None, Option("--capacity", help="capacity", metavar="TARGET=N")]
AMOUNT: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)(%?)")
STATED: Final = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,8})?")
PERCENT: Final = 100


def capacities(texts: Sequence[str], lang: Lang) -> Mapping[str, Fraction]:
    """How much of each target can be done in a week, by the target's name."""
    found: dict[str, Fraction] = {}
    for text in texts:
        name, sign, value = text.rpartition("=")
        if not sign:
            refuse(lang, "cli.capacity_form", value=text)
        number = AMOUNT.fullmatch(value.strip())
        if number is None or not Fraction(number[1]):
            refuse(lang, "cli.capacity_value", name=name, value=value)
        found[name.strip()] = Fraction(number[1]) / (PERCENT if number[2] else 1)
    return found


def stated(stored: Mapping[str, Any], path: Path, lang: Lang) -> Mapping[str, Fraction]:
    """The capacities that a stored result was told; exact, as they are decimals."""
    try:
        return {goal["id"]: _stated(goal["capacity"]) for goal in stored["pacing"]["goals"] if goal["stated"]}
    except (KeyError, TypeError, ValueError):
        refuse(lang, "verify.not_a_result", file=str(path))


def _stated(number: Any) -> Fraction:
    """A capacity as the JSON has it. Raises ValueError for one that nobody can state."""
    found = STATED.fullmatch(str(number))
    if found is None:
        raise ValueError(number)
    return Fraction(found[0])


def paced(found: Travelled, asked: Mapping[str, Fraction], lang: Lang) -> "Pacing | None":
    """The pacing of a year that still runs; None where it has ended or is seen as a whole."""
    if found.assessment.request.as_of is None and not asked:
        return None
    from jobhome_score.insight.pacing import pacing, runs_on

    if not runs_on(found.assessment):
        if asked:
            refuse(lang, "cli.capacity_as_of")
        return None
    seen = pacing(found.assessment, found.season, asked, found.built)
    known = [goal.id for goal in seen.goals]
    for name in asked:
        if name not in known:
            refuse(lang, "cli.no_goal", name=name, known=say(lang, "list.sep").join(known))
    return seen
