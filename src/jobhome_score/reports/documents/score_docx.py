"""The scoring table as a document to sign, in the layout of the annex."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.decisions import decision_pairs
from jobhome_score.reports.documents.reviews import write_decisions
from jobhome_score.reports.documents.signatures import write_signatures
from jobhome_score.reports.documents.writing import Grid, document_bytes, new_document, write_line, write_title
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.report_lines import cause, head, reached, result, section_reached
from jobhome_score.reports.workbook.score_sheet import section_title, standard_text
from jobhome_score.scoring.results import SectionScore

if TYPE_CHECKING:
    from docx.document import Document

COLUMNS: Final = ("section", "number", "indicator", "content", "points", "standard", "method", "score", "why")
WIDTHS: Final[Mapping[Lang, Sequence[float]]] = {
    "zh": (1.9, 1.2, 2.2, 4.5, 1.4, 5.8, 2.3, 1.5, 5.3),
    "en": (2.4, 1.0, 2.6, 4.1, 1.8, 5.4, 2.5, 1.5, 4.8),
}
CENTRED: Final = (0, 1, 4, 7)


def score_docx(assessment: Assessment, lang: Lang) -> bytes:
    """The document's bytes; the same assessment gives the same bytes."""
    document = new_document(say(lang, "report.title"), lang, landscape=True)
    write_title(document, assessment.rubric.title[lang])
    for name, text in list(head(assessment, lang))[:-1]:
        write_line(document, f"{name}{say(lang, 'workbook.colon')}{text}", size=11)
    _table(document, assessment, lang)
    write_line(document, say(lang, "document.result"), head=True)
    grid = Grid(document, (5.0, 21.1), 11, together=True)
    for name, text in (*result(assessment, lang), *decision_pairs(assessment, lang)):
        grid.row((name, text))
    write_decisions(document, assessment, lang, 26.1)
    write_signatures(document, assessment, lang, 26.1)
    return document_bytes(document)


def _table(document: "Document", assessment: Assessment, lang: Lang) -> None:
    grid = Grid(document, WIDTHS[lang])
    grid.head([say(lang, f"workbook.{name}") for name in COLUMNS])
    for number, section in enumerate(assessment.score.sections):
        _section(grid, section, section_title(section.section, number, lang), lang)
    total, out_of = shown(assessment.score.total), format(assessment.rubric.settlement.out_of, "f")
    grid.row((say(lang, "workbook.total"), "", "", "", out_of, say(lang, "workbook.total_is"), "", total, ""),
             bold=True, centred=CENTRED)  # fmt: skip
    grid.span(0, 3)


def _section(grid: Grid, section: SectionScore, title: str, lang: Lang) -> None:
    role = section.section.role
    for line in section.indicators:
        one = line.indicator
        first = title if line is section.indicators[0] else ""
        points = "-" if one.points is None else format(one.points, "f")
        grid.row(
            (first, one.id.rpartition(".")[2], one.title[lang], one.content[lang], points, standard_text(one, lang),
             one.method[lang] or "-", shown(reached(line, role)), cause(line, role, lang)), centred=CENTRED,
        )  # fmt: skip
    grid.down(0, len(section.indicators))
    points = format(section.section.points, "f")
    grid.row((say(lang, "workbook.subtotal"), "", "", "", points, "", "", shown(section_reached(section)), ""),
             bold=True, centred=CENTRED)  # fmt: skip
    grid.span(0, 3)
