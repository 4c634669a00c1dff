"""结算单: the settlement as a document to sign and file."""

from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.documents.grid import Grid
from jobhome_score.reports.documents.reviews import write_decisions
from jobhome_score.reports.documents.signatures import write_signatures
from jobhome_score.reports.documents.writing import document_bytes, new_document, write_title
from jobhome_score.reports.settlement_lines import settlement_lines

FEW: Final = 18
ROOMY, CLOSE = 0.9, 0.7
"""Heights (cm) of a line, so that all of them and the lines to sign stand on one page."""


def settlement_docx(assessment: Assessment, lang: Lang) -> bytes:
    """The sheet's bytes; the same settlement gives the same bytes."""
    document = new_document(say(lang, "document.settlement"), lang, landscape=False)
    write_title(document, say(lang, "document.settlement"))
    grid = Grid(document, (4.6, 12.8), 12, together=True)
    lines = list(settlement_lines(assessment, lang))
    for name, text in lines:
        grid.row((name, text), height=ROOMY if len(lines) <= FEW else CLOSE)
    write_signatures(document, assessment, lang, 17.4)
    write_decisions(document, assessment, lang)
    return document_bytes(document)
