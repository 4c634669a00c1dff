"""结算单: the settlement as a document to sign and file."""

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.documents.reviews import write_decisions
from jobhome_score.reports.documents.signatures import write_signatures
from jobhome_score.reports.documents.writing import Grid, document_bytes, new_document, write_title
from jobhome_score.reports.settlement_lines import settlement_lines


def settlement_docx(assessment: Assessment, lang: Lang) -> bytes:
    """The sheet's bytes; the same settlement gives the same bytes."""
    document = new_document(say(lang, "document.settlement"), lang, landscape=False)
    write_title(document, say(lang, "document.settlement"))
    grid = Grid(document, (4.6, 12.8), 12, together=True)
    for name, text in settlement_lines(assessment, lang):
        grid.row((name, text), height=0.9)
    write_decisions(document, assessment, lang, 17.4)
    write_signatures(document, assessment, lang, 17.4)
    return document_bytes(document)
