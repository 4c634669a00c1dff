"""Everything that reports tell: the assessment, and what was worked out about it."""

from typing import TYPE_CHECKING

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Effect, Sensitivity
from jobhome_score.records import dataclass

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing


@dataclass(frozen=True, slots=True)
class Told:
    """An assessment with what is told beside it. A field added here is stored with results by itself.

    `effects`: the single changes of readings that would move the payout. `pacing`: of a year that still runs. `whole`:
    all about the readings, where somebody asked.
    """

    assessment: Assessment
    effects: tuple[Effect, ...] = ()
    pacing: "Pacing | None" = None
    whole: Sensitivity | None = None
