"""Sheet 评分表: the table of the annex, its scores as formulas, the settlement, lines to sign."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.records import dataclass
from jobhome_score.reports.both_ends import best_of, section_reached
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.phrases import causes, judged_phrase, rule_phrase
from jobhome_score.reports.report_lines import between, head, reached
from jobhome_score.reports.workbook.formats import Page, literal
from jobhome_score.reports.workbook.paging import Block, lay_out
from jobhome_score.reports.workbook.rules import Rows, taken_cell, taken_sum
from jobhome_score.reports.workbook.settlement_rows import write_settlement
from jobhome_score.reports.workbook.signatures import SIGNERS, write_signatures
from jobhome_score.rubric.document import Indicator, Role, Section
from jobhome_score.scoring.results import IndicatorScore, SectionScore

COLUMNS: Final = ("section", "number", "indicator", "content", "points", "standard", "method", "score", "why")
WIDTHS: Final = (10, 5, 12, 30, 6, 40, 13, 8, 34)
PER_PAGE: Final = 10
"""So many indicators stand on a page when it is printed."""
SCORE, WHY = COLUMNS.index("score"), COLUMNS.index("why")
LINE_END: Final = "CHAR(10)"
ORDINALS: Final = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Formulas:
    """What the scores are computed from: the rules' rows, and for an indicator whether it is falsified."""

    rows: Rows
    zeroed: Mapping[str, str]


def write_scores(page: Page, assessment: Assessment, formulas: Formulas) -> Mapping[str, int]:
    """Write the table; say in which row, from 0, the score of each indicator stands."""
    lang, score = page.lang, assessment.score
    page.high(0, 34)
    page.merged((0, 0, 0, WHY), assessment.rubric.title[lang], "title")
    top = list(head(assessment, lang))[:-1]
    for row, (name, text) in enumerate(top, 1):
        page.merged((row, 0, row, WHY), f"{name}{say(lang, 'list.colon')}{text}", "line")
    row = len(top) + 1
    page.header(row, COLUMNS, WIDTHS)
    at: dict[str, int] = {}
    top_row, blocks = row, []
    sums: dict[Role, list[str]] = {role: [] for role in Role}
    best = best_of(assessment)
    for number, section in enumerate(score.sections):
        first = row + 1
        for row, line in enumerate(section.indicators, first):
            at[line.indicator.id] = row
            _line(page, row, section, line, formulas, best.lines.get(line.indicator.id))
        page.merged((first, 0, row, 0), section_title(section.section, number, lang), "centre")
        row += 1
        sums[section.section.role].append(f"H{row + 1}")
        cells = f"SUM(H{first + 1}:H{row})"
        _subtotal(page, row, section, cells, best.sections.get(section.section.id))
        blocks.append(Block(first if number else 0, row))
    row += 1
    _total(page, row, assessment, sums)
    row = write_settlement(page, row, assessment, WHY)
    write_signatures(page, row + 1, assessment, WHY)
    blocks[-1] = Block(blocks[-1].first, row + len(SIGNERS))
    lay_out(page, WIDTHS, blocks, top_row, max(2, ceil(len(at) / PER_PAGE)))
    return at


def section_title(section: Section, number: int, lang: Lang) -> str:
    """一、基础运营管理（35分）."""
    ordinal = ORDINALS[number] if lang == "zh" and number < len(ORDINALS) else section.id
    points = shown(Fraction(section.points))
    return say(lang, "workbook.section_title", ordinal=ordinal, title=section.title[lang], points=points)


def standard_text(indicator: Indicator, lang: Lang) -> str:
    """What the indicator's rules say, and its cap."""
    says = say(lang, "list.also").join(rule.says[lang] for rule in indicator.rules)
    said = {rule.cap for rule in indicator.rules} if len(indicator.rules) == 1 else set()
    if indicator.cap is None or indicator.cap == indicator.points or indicator.cap in said:
        return says
    return say(lang, "workbook.capped", says=says, cap=shown(Fraction(indicator.cap)))


def _line(
    page: Page, row: int, section: SectionScore, line: IndicatorScore, formulas: Formulas, best: Fraction | None
) -> None:  # fmt: skip
    lang, indicator, role = page.lang, line.indicator, section.section.role
    points = "-" if indicator.points is None else Fraction(indicator.points)
    number = indicator.id.rpartition(".")[2]
    method = indicator.method[lang] or "-"
    texts = (indicator.title[lang], indicator.content[lang], standard_text(indicator, lang), method)
    page.put(row, 1, number, "centre")
    for column, text in zip((2, 3, 5, 6), texts, strict=True):
        page.put(row, column, text)
    page.put(row, 4, points, "points")
    page.live(row, SCORE, _score_formula(page, line, role, formulas), reached(line, role))
    ranged = between(reached(line, role), best, lang)
    why = "\n".join([*causes(line, role, lang), *ranged])
    page.live(row, WHY, _why_formula(page, line, role, formulas, ranged), why, "text")
    page.height(row, (*texts, why), (WIDTHS[2], WIDTHS[3], WIDTHS[5], WIDTHS[6], WIDTHS[WHY]))


def _score_formula(page: Page, line: IndicatorScore, role: Role, formulas: Formulas) -> str:
    indicator = line.indicator
    taken = taken_sum(page, formulas.rows[indicator.id])
    limits = [str(limit) for limit in (indicator.cap, indicator.points) if limit is not None]
    if limits:
        taken = f"MIN({','.join((taken, *limits))})"
    reach = {Role.BASE: f"{indicator.points or 0}-{taken}", Role.BONUS: taken, Role.PENALTY: f"-{taken}"}[role]
    zeroed = formulas.zeroed.get(indicator.id) if role is not Role.PENALTY else None
    return f"ROUND({reach},6)" if zeroed is None else f"IF({zeroed},0,ROUND({reach},6))"


def _why_formula(
    page: Page, line: IndicatorScore, role: Role, formulas: Formulas, ranged: Sequence[str]
) -> str:  # fmt: skip
    """The reasons, a line each, each shown only as long as it takes or brings something."""
    lang = page.lang
    sign = "+" if role is Role.BONUS else "−"
    parts: list[str] = []
    zeroed = formulas.zeroed.get(line.indicator.id) if role is not Role.PENALTY else None
    if zeroed is not None:
        parts.append(f'IF({zeroed},{LINE_END}&{literal(say(lang, "phrase.zeroed"))},"")')
    first = formulas.rows[line.indicator.id][0]
    for row, rule in enumerate(line.rules, first):
        judged = literal(judged_phrase(rule, lang)) if rule.excused else '""'
        if rule.deducted:
            words = rule_phrase(rule, lang, sign=sign).removesuffix(shown(rule.deducted))
            cell = taken_cell(page, row)
            instead = f"{LINE_END}&{judged}" if rule.excused else judged
            parts.append(f"IF({cell}>0,{LINE_END}&{literal(words)}&{cell},{instead})")
        elif rule.excused:
            parts.append(f"{LINE_END}&{judged}")
    parts += [f"{LINE_END}&{literal(words)}" for words in ranged]
    return f"MID({'&'.join(parts)},2,2000)" if parts else '""'


def _subtotal(page: Page, row: int, section: SectionScore, cells: str, best: Fraction | None) -> None:
    declared, lang = section.section, page.lang
    page.merged((row, 0, row, 3), say(lang, "workbook.subtotal"), "sum_text")
    page.put(row, 4, Fraction(declared.points), "sum")
    for column in (5, 6):
        page.put(row, column, "", "sum_text")
    ranged = "".join(between(section_reached(section), best, lang))
    page.put(row, WHY, ranged, "sum_text")
    if ranged:
        page.height(row, (ranged,), (WIDTHS[WHY],))
    limited = {Role.BASE: cells, Role.BONUS: f"MIN({declared.points},{cells})",
               Role.PENALTY: f"-MIN({declared.points},-{cells})"}[declared.role]  # fmt: skip
    page.live(row, SCORE, f"ROUND({limited},6)", section_reached(section), "sum")


def _total(page: Page, row: int, assessment: Assessment, sums: Mapping[Role, Sequence[str]]) -> None:
    rules = assessment.rubric.settlement
    whole = "+".join(cell for cells in sums.values() for cell in cells)
    held = whole if rules.ceiling is None else f"MIN({rules.ceiling},{whole})"
    page.high(row, 24)
    page.merged((row, 0, row, 3), say(page.lang, "workbook.total"), "total_text")
    page.put(row, 4, Fraction(rules.out_of), "total")
    page.merged((row, 5, row, 6), " ".join(_limits(assessment, page.lang)), "total_text")
    page.live(row, SCORE, f"ROUND(MAX({rules.floor},{held}),6)", assessment.score.total, "total")
    page.put(row, WHY, "", "total_text")


def _limits(assessment: Assessment, lang: Lang) -> Iterator[str]:
    """How the total comes about, and that it is held below its ceiling."""
    yield say(lang, "workbook.total_is")
    ceiling = assessment.rubric.settlement.ceiling
    if ceiling is not None:
        yield say(lang, "workbook.ceiling", points=shown(Fraction(ceiling)))
