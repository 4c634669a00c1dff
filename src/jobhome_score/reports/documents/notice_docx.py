"""整改通知书: a notice to the operator of what was found and is to be put right."""

import datetime as dt
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.both_ends import span
from jobhome_score.reports.documents.grid import Grid
from jobhome_score.reports.documents.writing import (
    document_bytes,
    new_document,
    write_body,
    write_line,
    write_title,
)
from jobhome_score.reports.review_lines import total_words
from jobhome_score.reports.settlement_text import percent_text
from jobhome_score.reports.workbook.rectification import problems_of
from jobhome_score.scoring.results import Status

COLUMNS: Final = ("number", "id", "problem", "clause", "place", "deadline", "recheck")
WIDTHS: Final = (1.1, 1.2, 4.2, 2.3, 4.6, 2.0, 2.0)
RANGES: Final = 12
"""So many ranges of a sheet's rows are named; the workbook has them all."""


def _day(day: dt.date, lang: Lang) -> str:
    return say(lang, "document.day", year=str(day.year), month=str(day.month), day=str(day.day))


def notice_docx(assessment: Assessment, lang: Lang) -> bytes:
    """The notice's bytes; the same assessment gives the same bytes."""
    contract = assessment.contract
    best = assessment.result if assessment.best is None else assessment.best
    document = new_document(say(lang, "document.notice.title"), lang, landscape=False)
    write_title(document, say(lang, "document.notice.title"))
    write_line(document, say(lang, "document.notice.number"), align="center")
    write_line(document, say(lang, "document.notice.to", operator=contract.operator), size=15)
    facts = {
        "site": contract.site, "start": _day(contract.period.start, lang), "end": _day(contract.period.end, lang),
        "rubric": assessment.rubric.title[lang], "total": span(assessment.score.total, best.score.total),
        "percent": span(assessment.payout.share, best.payout.share, percent_text),
    }  # fmt: skip
    write_body(document, say(lang, "document.notice.found", **facts))
    problems = list(problems_of(assessment, lang, RANGES))
    if problems:
        grid = Grid(document, WIDTHS)
        grid.head([say(lang, f"workbook.{name}") for name in COLUMNS])
        for number, one in enumerate(problems, 1):
            grid.row((str(number), one.indicator, one.what, one.clause, one.where, "", ""), centred=(0, 1))
    else:
        write_body(document, say(lang, "workbook.nothing_to_fix"))
    before = total_words(assessment, lang)
    if before:
        write_body(document, say(lang, "review.notice", total=before))
    duties = [state.obligation.title[lang] for state in assessment.score.obligations if state.status is Status.MISSED]
    if duties:
        write_body(document, say(lang, "document.notice.duties", duties=say(lang, "list.also").join(duties)))
    write_body(document, say(lang, "document.notice.ask"), with_next=True)
    for text in ("", contract.purchaser or say(lang, "workbook.sign.purchaser"), say(lang, "document.date")):
        write_line(document, text, align="right", size=15, with_next=True)
    write_line(document, say(lang, "document.notice.received"), size=12)
    return document_bytes(document)
