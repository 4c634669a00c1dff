"""Sheet 履约事项: duties without a price, and where they stand."""

from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import say
from jobhome_score.reports.report_lines import duty_measured
from jobhome_score.reports.requirements import duty_required
from jobhome_score.reports.workbook.formats import Page

COLUMNS: Final = ("number", "obligation", "measured", "required", "status")
WIDTHS: Final = (6, 56, 22, 30, 24)


def write_obligations(page: Page, assessment: Assessment) -> None:
    """Write a line a duty."""
    page.header(0, COLUMNS, WIDTHS)
    for row, state in enumerate(assessment.score.obligations, 1):
        duty, lang = state.obligation, page.lang
        status = say(lang, f"status.{state.status.value}")
        texts = (duty.title[lang], duty_measured(state, lang), duty_required(duty, lang), status)
        page.put(row, 0, row, "centre")
        for column, text in enumerate(texts, 1):
            page.put(row, column, text)
        page.height(row, texts, WIDTHS[1:])
