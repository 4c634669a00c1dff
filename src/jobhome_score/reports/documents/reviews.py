"""The list of decisions on disputes, after what is signed."""

from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.documents.grid import Grid
from jobhome_score.reports.documents.writing import wide_annex, write_line
from jobhome_score.reports.review_lines import COLUMNS, decision_rows, is_reviewed

if TYPE_CHECKING:
    from docx.document import Document

SHARES: Final = (0.11, 0.15, 0.07, 0.125, 0.09, 0.075, 0.095, 0.075, 0.14, 0.07)


def write_decisions(document: "Document", assessment: Assessment, lang: Lang) -> None:
    """Every decision with its reason, by whom and on which document, on wide pages; nothing where there is none."""
    if not is_reviewed(assessment):
        return
    width = wide_annex(document)
    write_line(document, say(lang, "document.annex", title=say(lang, "review.title")), head=True)
    grid = Grid(document, [width * share for share in SHARES])
    grid.head([say(lang, f"review.{name}") for name in COLUMNS])
    for row in decision_rows(assessment, lang):
        grid.row(row, centred=(2, 5, 7, 9))
