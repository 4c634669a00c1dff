"""Sheet 解释口径: how every open question of the wording was read, and the other ways."""

from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.sensitivity import Sensitivity
from jobhome_score.locales import say
from jobhome_score.reports.decisions import cited_for
from jobhome_score.reports.readings_text import summary
from jobhome_score.reports.workbook.formats import Page

COLUMNS: Final = ("question", "clause", "option_says", "is_default", "others", "reading", "decided")
WIDTHS: Final = (38, 22, 32, 7, 42, 26, 32)


def write_readings(page: Page, assessment: Assessment, whole: Sensitivity | None) -> None:
    """Write a line a reading, and below them the ranges, where they are known."""
    page.header(0, COLUMNS, WIDTHS)
    lang = page.lang
    for row, (name, reading) in enumerate(assessment.readings.items(), 1):
        used = assessment.options[name]
        says = {option.id: option.says[lang] for option in reading.options}
        others = say(lang, "list.also").join(text for option, text in says.items() if option != used)
        default = say(lang, "report.yes" if used == reading.default else "report.no")
        decided = cited_for(assessment, name, lang) or say(lang, "decision.open")
        texts = (reading.question[lang], reading.cite, says[used], default, others, f"{name}={used}", decided)
        for column, text in enumerate(texts):
            page.put(row, column, text)
        page.height(row, texts, WIDTHS)
    if whole is not None:
        first = len(assessment.readings) + 2
        for row, text in enumerate(summary(assessment, whole, lang), first):
            page.merged((row, 0, row, len(COLUMNS) - 1), text)
            page.height(row, (text,), (sum(WIDTHS),))
