"""Sheet 数据来源: every sheet that went in with the account of its rows, every file's hash, the receipt."""

from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import say
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.reports.report_lines import hashes, left_out_words, receipt
from jobhome_score.reports.workbook.formats import Cell, Page

COLUMNS: Final = ("file", "sheet", "ledger", "read", "counted", "left_out", "outside", "after_as_of")
WIDTHS: Final = (30, 24, 16, 10, 10, 26, 11, 13)
LAST: Final = len(COLUMNS) - 1


def write_inputs(page: Page, assessment: Assessment) -> None:
    """Write the accounts, then the hashes, then what was said about the ledgers."""
    page.header(0, COLUMNS, WIDTHS)
    row = 0
    for row, one in enumerate(assessment.inputs, 1):
        account, apart = one.account, one.apart
        ledger = say(page.lang, f"ledger.{account.ledger}") if account.ledger else ""
        texts = (account.file, account.sheet, ledger)
        for column, text in enumerate(texts):
            page.put(row, column, text)
        left_out = left_out_words(account.left_out, page.lang)
        counts: tuple[Cell, ...] = (account.read, account.counted, left_out, apart.outside, apart.later)
        for column, cell in enumerate(counts, len(texts)):
            page.put(row, column, cell, "centre")
        page.height(row, (*texts, left_out), (*WIDTHS[: len(texts)], WIDTHS[5]))
    first = row + 2
    named = [(file, f"SHA-256 {sha256}") for file, sha256 in hashes(assessment)]
    warnings = [(say(page.lang, "report.warnings"), problem_line(one, page.lang)) for one in assessment.problems]
    for row, (name, text) in enumerate([*named, *receipt(assessment, page.lang), *warnings], first):
        page.put(row, 0, name)
        page.merged((row, 1, row, LAST), text)
        page.height(row, (name, text), (WIDTHS[0], sum(WIDTHS[1:])))
