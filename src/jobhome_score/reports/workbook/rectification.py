"""Sheet 整改清单: what is to be put right, where, and empty columns for who, until when and the re-check."""

from collections.abc import Iterator
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.named import NamedTuple
from jobhome_score.reports.evidence_rows import RANGES_SHOWN, grouped, rows_by_miss
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import measured_text
from jobhome_score.reports.report_lines import rule_measured
from jobhome_score.reports.workbook.formats import Page
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import RuleScore

COLUMNS: Final = ("number", "id", "problem", "standard", "clause", "place", "responsible", "deadline", "recheck")
WIDTHS: Final = (5, 7, 34, 34, 18, 40, 12, 12, 12)

SHEETS: Final = 3
"""As many sheets name where a problem shows; the other rows are counted."""


class Problem(NamedTuple):
    """Something to put right: of which indicator, what, what is required, by which clause, where it shows."""

    indicator: str
    what: str
    says: str
    clause: str
    where: str


def problems_of(assessment: Assessment, lang: Lang, most: int = RANGES_SHOWN) -> Iterator[Problem]:
    """Every rule that took points, in the order of the score sheet; of a sheet's rows at most so many ranges."""
    for section in assessment.score.sections:
        if section.section.role is Role.BONUS:
            continue
        for line in section.indicators:
            for scored in line.rules:
                if scored.deducted:
                    rule = scored.rule
                    yield Problem(line.indicator.id, _what(scored, lang), rule.says[lang], rule.cite,
                                  _where(scored, lang, most))  # fmt: skip


def _what(scored: RuleScore, lang: Lang) -> str:
    measured = say(lang, "phrase.not_handed_in") if scored.lacking else measured_text(scored, lang)
    facts = {"title": scored.rule.title[lang], "measured": measured, "points": shown(scored.deducted)}
    return say(lang, "document.problem", **facts)


def _where(scored: RuleScore, lang: Lang, most: int) -> str:
    if scored.lacking:
        return rule_measured(scored, lang)
    places = dict.fromkeys(place for _, rows in rows_by_miss(scored) for place in rows)
    sheets = list(dict.fromkeys(place[:2] for place in places))[:SHEETS]
    named = [place for place in places if place[:2] in sheets]
    more = len(places) - len(named)
    elsewhere = say(lang, "workbook.elsewhere", count=str(more)) if more else ""
    return (grouped(named, lang, most) or say(lang, "report.no_rows")) + elsewhere


def write_rectification(page: Page, assessment: Assessment) -> None:
    """Write the list."""
    page.header(0, COLUMNS, WIDTHS)
    row = 0
    for row, problem in enumerate(problems_of(assessment, page.lang), 1):
        page.put(row, 0, row, "centre")
        for column, text in enumerate((*problem, "", "", ""), 1):
            page.put(row, column, text, "centre" if column == 1 else "text")
        page.height(row, problem, WIDTHS[1:6], 2)
    if not row:
        page.merged((1, 0, 1, len(COLUMNS) - 1), say(page.lang, "workbook.nothing_to_fix"))
