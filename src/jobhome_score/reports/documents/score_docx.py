"""The scoring table as a document to sign, in the layout of the annex."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.both_ends import Best, best_of, section_reached, span
from jobhome_score.reports.decisions import decision_pairs
from jobhome_score.reports.documents.grid import Grid
from jobhome_score.reports.documents.reviews import write_decisions
from jobhome_score.reports.documents.signatures import write_signatures
from jobhome_score.reports.documents.writing import document_bytes, new_document, write_line, write_title
from jobhome_score.reports.phrases import causes
from jobhome_score.reports.report_lines import head, reached, result
from jobhome_score.reports.workbook.formats import width_of
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
RESULT: Final = (4.0, 9.05, 4.0, 9.05)
SHORT: Final = 40
"""Letters that fit on half a line."""
SMALL: Final = 3
"""A section of so many indicators stands on one page; of a larger one at least the last with its subtotal."""


def score_docx(assessment: Assessment, lang: Lang) -> bytes:
    """The document's bytes; the same assessment gives the same bytes."""
    document = new_document(say(lang, "report.title"), lang, landscape=True)
    write_title(document, assessment.rubric.title[lang])
    for name, text in list(head(assessment, lang))[:-1]:
        write_line(document, f"{name}{say(lang, 'list.colon')}{text}", size=11)
    _table(document, assessment, lang)
    write_line(document, say(lang, "document.result"), head=True)
    _result(document, assessment, lang)
    write_signatures(document, assessment, lang, 26.1)
    write_decisions(document, assessment, lang)
    return document_bytes(document)


def _result(document: "Document", assessment: Assessment, lang: Lang) -> None:
    """Two short lines side by side, long ones across, so that the lines to sign stand below on the same page."""
    grid = Grid(document, RESULT, 11, together=True)
    waiting: tuple[str, ...] = ()
    for pair in (*result(assessment, lang), *decision_pairs(assessment, lang)):
        short = width_of(pair[1]) <= SHORT
        if waiting:
            grid.row((*waiting, *(pair if short else ("", ""))))
        if not short:
            grid.row((*pair, "", ""))
            grid.span(1, 3)
        waiting = pair if short and not waiting else ()
    if waiting:
        grid.row((*waiting, "", ""))


def _table(document: "Document", assessment: Assessment, lang: Lang) -> None:
    grid = Grid(document, WIDTHS[lang])
    grid.head([say(lang, f"workbook.{name}") for name in COLUMNS])
    best = best_of(assessment)
    for number, section in enumerate(assessment.score.sections):
        _section(grid, section, best, section_title(section.section, number, lang), lang)
    grid.hold(1)
    high = None if assessment.best is None else assessment.best.score.total
    total, out_of = span(assessment.score.total, high), format(assessment.rubric.settlement.out_of, "f")
    grid.row((say(lang, "workbook.total"), "", "", "", out_of, say(lang, "workbook.total_is"), "", total, ""),
             bold=True, centred=CENTRED)  # fmt: skip
    grid.span(0, 3)


def _section(grid: Grid, section: SectionScore, best: Best, title: str, lang: Lang) -> None:
    role = section.section.role
    for line in section.indicators:
        one = line.indicator
        first = title if line is section.indicators[0] else ""
        points = "-" if one.points is None else format(one.points, "f")
        score = span(reached(line, role), best.lines.get(one.id))
        grid.row(
            (first, one.id.rpartition(".")[2], one.title[lang], one.content[lang], points, standard_text(one, lang),
             one.method[lang] or "-", score, causes(line, role, lang)), centred=CENTRED,
        )  # fmt: skip
    grid.down(0, len(section.indicators))
    grid.hold(len(section.indicators) if len(section.indicators) <= SMALL else 1)
    points = format(section.section.points, "f")
    whole = span(section_reached(section), best.sections.get(section.section.id))
    grid.row((say(lang, "workbook.subtotal"), "", "", "", points, "", "", whole, ""),
             bold=True, centred=CENTRED)  # fmt: skip
    grid.span(0, 3)
