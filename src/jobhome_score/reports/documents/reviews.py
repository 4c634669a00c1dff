"""The list of decisions on disputes in a document."""

from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.documents.writing import Grid, write_line
from jobhome_score.reports.review_lines import COLUMNS, decision_rows, is_reviewed

if TYPE_CHECKING:
    from docx.document import Document

SHARES: Final = (0.12, 0.17, 0.05, 0.14, 0.09, 0.085, 0.1, 0.085, 0.1, 0.06)


def write_decisions(document: "Document", assessment: Assessment, lang: Lang, width: float) -> None:
    """Every decision with its reason, by whom and on which document; nothing where there is none."""
    if not is_reviewed(assessment):
        return
    write_line(document, say(lang, "review.title"), head=True)
    grid = Grid(document, [width * share for share in SHARES])
    grid.head([say(lang, f"review.{name}") for name in COLUMNS])
    for row in decision_rows(assessment, lang):
        grid.row(row, centred=(2, 5, 7, 9))
