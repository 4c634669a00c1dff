"""The journey of every command: ledgers and rubric read, checked and scored; what it leaves for further questions."""

from pathlib import Path
from typing import TYPE_CHECKING

from jobhome_score.cli.asked import Asked, check_as_of, limits_of, request_of
from jobhome_score.cli.ending import plainly, refuse
from jobhome_score.cli.progress import working
from jobhome_score.cli.reasons import reason
from jobhome_score.records import dataclass, replace

if TYPE_CHECKING:
    from jobhome_score.assessment import Assessment
    from jobhome_score.insight.pacing import Pacing
    from jobhome_score.insight.sensitivity import Ground
    from jobhome_score.insight.told import Told
    from jobhome_score.ledgers.loading import Checked
    from jobhome_score.reading.ahead import Ahead
    from jobhome_score.reading.cells import Reading
    from jobhome_score.rubric.source import RubricSource
    from jobhome_score.views.relation import Relation
    from jobhome_score.views.season import Season

AMONG_LEDGERS = "ledgers"  # decisions on disputes are taken from there if not from a file; a file of that name wins


def load_rubric_named(asked: Asked) -> "RubricSource":
    """The rubric asked for; ends the command where there is none."""
    from jobhome_score.rubric.source import load_rubric

    try:
        return load_rubric(asked.rubric)
    except FileNotFoundError:
        refuse(asked.lang, "cli.no_rubric", name=asked.rubric)
    except OSError as error:
        refuse(asked.lang, "cli.unreadable", name=asked.rubric, reason=reason(asked.lang, error))


def read_ahead(asked: Asked) -> "Ahead | None":
    """Begin to read the ledgers beside what comes before them; what is wrong with them is told in its turn."""
    from jobhome_score.reading.ahead import begun
    from jobhome_score.reading.limits import Hidden

    try:
        return begun(asked.ledgers, limits_of(asked), Hidden(asked.hidden.value))
    except OSError:
        return None


def read_checked(asked: Asked, ahead: "Ahead | None" = None) -> "Checked":
    """The ledgers asked for, read and checked."""
    from jobhome_score.ledgers.loading import check

    cells = read_plain(asked, ahead)
    with working(asked.lang):
        return check(cells)


def reviews_if_any(asked: Asked, checked: "Checked") -> "Checked | None":
    """The same for one of several sites: `ledgers` means the decisions among its ledgers where it has any."""
    from jobhome_score.ledgers.catalogue import REVIEWS

    found = reviews_for(asked, checked)
    return None if found is checked and REVIEWS not in checked.handed_in else found


def reviews_for(asked: Asked, checked: "Checked") -> "Checked | None":
    """The decisions on disputes to apply: those among the ledgers, those of the file named, or none."""
    if asked.reviews is None:
        return None
    path = Path(asked.reviews)
    if asked.reviews == AMONG_LEDGERS and not path.is_file():
        return checked
    if not path.is_file():
        refuse(asked.lang, "cli.no_reviews", name=asked.reviews)
    return read_checked(replace(asked, ledgers=path))


def read_plain(asked: Asked, ahead: "Ahead | None" = None) -> "Reading":
    """The ledgers asked for as plain cells, as far as reading them has begun; ends the command where there are none."""
    from jobhome_score.reading.folder import read_ledgers
    from jobhome_score.reading.limits import Hidden

    limits = limits_of(asked)
    try:
        if not asked.ledgers.exists():
            refuse(asked.lang, "cli.no_ledgers", name=str(asked.ledgers))
        with working(asked.lang):
            return read_ledgers(asked.ledgers, limits, Hidden(asked.hidden.value), ahead.early() if ahead else None)
    except OSError as error:
        refuse(asked.lang, "cli.unreadable", name=str(asked.ledgers), reason=reason(asked.lang, error))


@dataclass(frozen=True, slots=True)
class Travelled:
    """What a journey leaves for further questions: the assessment, what it was made from, the views built."""

    assessment: "Assessment"
    source: "RubricSource"
    season: "Season"
    built: "dict[str, Relation]"

    def ground(self) -> "Ground":
        """The ground on which its readings can be questioned."""
        from jobhome_score.insight.sensitivity import ground

        return ground(self.assessment, self.source, self.season, self.built)

    def told(self, pacing: "Pacing | None", *, readings: bool, whole: bool) -> "Told":
        """The assessment with what is told beside it; of a range nothing is told about readings."""
        from jobhome_score.insight.moving import moving
        from jobhome_score.insight.sensitivity import sensitivity
        from jobhome_score.insight.told import Told

        if not readings or self.assessment.best is not None:
            return Told(self.assessment, (), pacing)
        on = self.ground()
        effects = moving(self.assessment, on)
        return Told(self.assessment, effects, pacing, sensitivity(self.assessment, on) if whole else None)


def travelled(asked: Asked) -> Travelled:
    """The whole journey: ledgers read, checked and scored under the rubric; ends the command with words otherwise."""
    from jobhome_score.assessment import assess
    from jobhome_score.scoring.fitting import season_of

    with plainly(asked.lang):
        ahead = read_ahead(asked)
        source = load_rubric_named(asked)
        request = request_of(asked, source)
        checked = read_checked(asked, ahead)
        check_as_of(checked, request, asked.lang)
        built: dict[str, Relation] = {}
        with working(asked.lang):
            assessment = assess(checked, source, request, built, reviews_for(asked, checked))
        return Travelled(assessment, source, season_of(checked.ledgers(), assessment.rubric, request.as_of), built)


def assessed(asked: Asked) -> "Assessment":
    """The assessment at the end of the whole journey."""
    return travelled(asked).assessment


def questioned(asked: Asked) -> "tuple[Assessment, Ground]":
    """The whole journey, with the ground on which its readings can be questioned."""
    found = travelled(asked)
    return found.assessment, found.ground()
