"""Leads and sample as a workbook: a sheet of leads, and a checklist with columns to fill in and sign on site."""

from io import BytesIO
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.insight.flags.family import Flags
from jobhome_score.insight.flags.sample import Sample
from jobhome_score.locales import Lang, say
from jobhome_score.reports.flags import sentences
from jobhome_score.reports.flags.markdown import COLUMNS
from jobhome_score.reports.workbook.formats import CREATED, OPTIONS, Page, looks_of, page_of

LEADS: Final = ("number", "lead.title", "lead.size", "lead.test", "lead.chance", "lead.rows", "lead.innocent",
                "lead.look", "lead.result")  # fmt: skip
LEAD_WIDTHS: Final = (5, 18, 34, 28, 18, 26, 26, 24, 16)
CHECKS: Final = ("number", *(f"lead.{name}" for name in COLUMNS))
CHECK_WIDTHS: Final = (5, 26, 7, 46, 34, 26, 14, 18)


def flags_xlsx(assessment: Assessment, found: Flags, drawn: Sample | None, lang: Lang) -> bytes:
    """The workbook's bytes; the same answers give the same bytes."""
    from xlsxwriter import Workbook  # only where a workbook is written

    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": say(lang, "flags.heading"), "created": CREATED})
        looks = looks_of(book)
        write_leads(page_of(book, looks, lang, "flags"), assessment, found)
        if drawn is not None:
            write_sample(page_of(book, looks, lang, "sample"), assessment, drawn)
    return out.getvalue()


def write_leads(page: Page, assessment: Assessment, found: Flags) -> None:
    """The leads, one a row; odd records below them."""
    lang, last = page.lang, len(LEADS) - 1
    page.header(0, LEADS, LEAD_WIDTHS)
    row = 1
    for number, answer in enumerate((*found.leads, *found.remarks), 1):
        if number == len(found.leads) + 1:
            page.merged((row, 0, row, last), say(lang, "flags.remarks"), "sum_text")
            row += 1
        lead = sentences.told(answer, found, lang)
        cells = (lead.title, lead.size, lead.test, lead.chance, lead.rows, lead.innocent, lead.look, "")
        page.put(row, 0, number, "centre")
        for column, text in enumerate(cells, 1):
            page.put(row, column, text)
        page.height(row, cells, LEAD_WIDTHS[1:], 2)
        row += 1
    if not found.leads:
        page.merged((row, 0, row, last), sentences.nothing(found, lang))
        row += 1
    told = (sentences.whose(assessment, lang), *sentences.head(assessment, found, lang))
    _below(page, row + 1, last, told, sum(LEAD_WIDTHS))


def write_sample(page: Page, assessment: Assessment, drawn: Sample) -> None:
    """The checklist, one row of a ledger a line."""
    lang = page.lang
    page.header(0, CHECKS, CHECK_WIDTHS)
    for number, row in enumerate(drawn.rows, 1):
        said = (sentences.content(row, lang), sentences.hangs(row, assessment, lang), sentences.check(row, lang))
        cells: tuple[str | int, ...] = (str(row.place), row.weight, *said, "", "")
        page.put(number, 0, number, "centre")
        for column, cell in enumerate(cells, 1):
            page.put(number, column, cell, "text" if isinstance(cell, str) else "centre")
        page.height(number, [str(cell) for cell in cells], CHECK_WIDTHS[1:], 2)
    told = (
        sentences.whose(assessment, lang),
        sentences.sample_heading(drawn, lang),
        *sentences.weighed(assessment, lang),
    )
    _below(page, len(drawn.rows) + 2, len(CHECKS) - 1, told, sum(CHECK_WIDTHS))


def _below(page: Page, row: int, last: int, lines: tuple[str, ...], wide: float) -> None:
    """Sentences under a table, each across the page."""
    for at, line in enumerate(lines, row):
        page.merged((at, 0, at, last), line, "hint")
        page.height(at, (line,), (wide,))
