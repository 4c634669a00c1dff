"""The boxes to sign at the end of a document."""

from typing import TYPE_CHECKING

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.documents.grid import Grid
from jobhome_score.reports.documents.writing import write_line

if TYPE_CHECKING:
    from docx.document import Document


def write_signatures(document: "Document", assessment: Assessment, lang: Lang, width: float) -> None:
    """Assessors, operator and purchaser, each with room for a name or a seal and a date, below what they sign."""
    contract = assessment.contract
    write_line(document, "", with_next=True)
    grid = Grid(document, (width * 0.22, width * 0.34, width * 0.44), 11, together=True)
    for key, name in (("assessors", ""), ("operator", contract.operator), ("purchaser", contract.purchaser or "")):
        grid.row((say(lang, f"workbook.sign.{key}"), name, say(lang, "document.sign.date")), height=1.6)
