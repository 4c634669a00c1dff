"""The lines to sign: who assessed, who operates, who buys, and the day."""

from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import say
from jobhome_score.reports.workbook.formats import Page

SIGNERS: Final = ("assessors", "operator", "purchaser")
HEIGHT: Final = 46


def write_signatures(page: Page, row: int, assessment: Assessment, last: int) -> None:
    """Three boxes with room for a name or a seal, each with a date."""
    contract = assessment.contract
    names = {"assessors": "", "operator": contract.operator, "purchaser": contract.purchaser or ""}
    for at, key in enumerate(SIGNERS, row):
        page.high(at, HEIGHT)
        page.merged((at, 0, at, 2), say(page.lang, f"workbook.sign.{key}"), "sum_text")
        page.merged((at, 3, at, 5), names[key], "text")
        page.merged((at, 6, at, last), say(page.lang, "workbook.sign.date"), "text")
