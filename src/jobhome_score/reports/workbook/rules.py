"""Sheet 规则汇总: what every rule comes to under its caps, as formulas over the charges."""

from collections.abc import Mapping, Sequence
from typing import Final

from jobhome_score.locales import say
from jobhome_score.reports.report_lines import rule_measured
from jobhome_score.reports.requirements import required_words
from jobhome_score.reports.workbook.charges import RuleCharges, Together
from jobhome_score.reports.workbook.deductions import Ledger, rounded
from jobhome_score.reports.workbook.formats import Page, quoted

COLUMNS: Final = ("id", "rule", "standard", "measured", "required", "together", "sum", "cap", "taken", "clause")
WIDTHS: Final = (7, 18, 42, 26, 30, 12, 9, 9, 9, 20)
SUM, CAP, TAKEN = (COLUMNS.index(name) for name in ("sum", "cap", "taken"))

Rows = Mapping[str, tuple[int, int]]
"""Of every indicator the first and last row of its rules, as Excel counts."""


def write_rules(page: Page, rules: Sequence[RuleCharges], ledger: Ledger) -> Rows:
    """Write a line a rule; say where those of each indicator stand."""
    page.header(0, COLUMNS, WIDTHS)
    rows: dict[str, tuple[int, int]] = {}
    for row, (one, formula) in enumerate(zip(rules, ledger.sums, strict=True), 1):
        name = one.line.indicator.id
        rows[name] = (rows.get(name, (row + 1, 0))[0], row + 1)
        _line(page, row, one, formula)
    return rows


def _line(page: Page, row: int, one: RuleCharges, formula: str) -> None:
    lang, rule = page.lang, one.scored.rule
    together = {term.together for term in one.terms}
    way = "larger" if one.larger else (Together.LARGEST if together == {Together.LARGEST} else Together.SUM).value
    texts = (
        one.line.indicator.id, rule.title[lang], rule.says[lang], rule_measured(one.scored, lang),
        required_words(rule, lang), say(lang, f"workbook.together.{way}"),
    )  # fmt: skip
    for column, text in enumerate(texts):
        page.put(row, column, text)
    page.live(row, SUM, f"ROUND({formula},6)", rounded(one.whole))
    page.put(row, CAP, "—" if one.cap is None else one.cap, "points")
    total = f"G{row + 1}" if one.cap is None else f"MIN(G{row + 1},H{row + 1})"
    page.live(row, TAKEN, total, rounded(one.total))
    page.put(row, TAKEN + 1, rule.cite)
    page.height(row, texts, WIDTHS[: len(texts)])


def taken_cell(page: Page, row: int) -> str:
    """The cell with what the rule of a row takes."""
    return f"{quoted(page.lang, 'rules')}$I${row}"


def taken_sum(page: Page, rows: tuple[int, int]) -> str:
    """The formula of what the rules of an indicator take together."""
    return f"SUM({quoted(page.lang, 'rules')}$I${rows[0]}:$I${rows[1]})"
