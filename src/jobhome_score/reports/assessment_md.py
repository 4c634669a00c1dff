"""The assessment as Markdown, to be read, sent and put on file."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.both_ends import Best, best_of, section_reached, span
from jobhome_score.reports.decisions import cited_for
from jobhome_score.reports.escape import markdown_cell
from jobhome_score.reports.evidence_rows import grouped, note, rows_by_miss
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.ordering import Order, costliest, in_clauses
from jobhome_score.reports.phrases import cause
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.reports.report_lines import (
    duty_measured,
    hashes,
    head,
    left_out_words,
    reached,
    receipt,
    result,
    rule_measured,
    worth,
)
from jobhome_score.reports.requirements import duty_required, required_words
from jobhome_score.reports.review_lines import COLUMNS, decision_rows, is_reviewed, reviewed_lines
from jobhome_score.reports.tables_md import fact
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, RuleScore, SectionScore

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing

MISSES_SHOWN = 50
"""How many misses of one rule are written out; JSON, CSV and Excel have them all."""


def assessment_md(
    assessment: Assessment, lang: Lang, order: Order = Order.CLAUSES, pacing: "Pacing | None" = None
) -> str:  # fmt: skip
    """The whole assessment: result, score sheet, misses with their rows, obligations, readings, sources."""
    parts = [
        [f"# {markdown_cell(say(lang, 'report.title'))}", ""],
        [f"- {fact(name, text, lang)}" for name, text in head(assessment, lang)],
        [f"\n## {say(lang, 'report.result')}\n"],
        [f"- {fact(name, text, lang, '**')}" for name, text in result(assessment, lang)],
        [] if pacing is None else list(_pacing(assessment, pacing, lang)),
        [f"\n## {say(lang, 'report.sheet.scores')}\n", *_scores(assessment, lang, order)],
        [f"\n## {say(lang, 'report.sheet.misses')}\n", *_misses(assessment, lang, order)],
        list(_decisions(assessment, lang)),
        [f"\n## {say(lang, 'report.sheet.duties')}\n", *_duties(assessment, lang)],
        [f"\n## {say(lang, 'report.sheet.readings')}\n", *_readings(assessment, lang)],
        [f"\n## {say(lang, 'report.sheet.sources')}\n", *_sources(assessment, lang)],
    ]
    return "\n".join(line for part in parts for line in part) + "\n"


def _pacing(assessment: Assessment, pacing: "Pacing", lang: Lang) -> Iterator[str]:
    from jobhome_score.reports import pacing_rows as rows  # only for a year that still runs

    yield f"\n## {say(lang, 'pacing.title')}\n"
    yield f"{rows.heading(pacing, lang)}\n"
    yield from (f"- {fact(name, names, lang)}" for name, names in rows.state_lines(assessment, lang))
    for headings, found in rows.tables(assessment, pacing, lang):
        yield ""
        yield from _rows_under([say(lang, name) for name in headings], found)
    yield ""
    yield from (f"> {note}" for note in rows.notes(lang))


def _table(headings: Sequence[str], rows: Iterator[Sequence[str]], lang: Lang) -> Iterator[str]:
    return _rows_under([say(lang, name if "." in name else f"report.{name}") for name in headings], rows)


def _rows_under(names: Sequence[str], rows: Iterator[Sequence[str]]) -> Iterator[str]:
    yield "| " + " | ".join(markdown_cell(name) for name in names) + " |"
    yield "|" + " --- |" * len(names)
    for row in rows:
        yield "| " + " | ".join(markdown_cell(cell) for cell in row) + " |"


def _scores(assessment: Assessment, lang: Lang, order: Order) -> Iterator[str]:
    by_points = order is Order.POINTS
    rows = _rows_by_points(assessment, lang) if by_points else _rows_by_clause(assessment, lang)
    return _table(("id", "indicator", "points", "score", "why"), rows, lang)


def _rows_by_clause(assessment: Assessment, lang: Lang) -> Iterator[Sequence[str]]:
    best = best_of(assessment)
    for section in assessment.score.sections:
        yield _section_row(section, best, lang)
        yield from (_score_row(line, section.section.role, best, lang) for line in section.indicators)


def _rows_by_points(assessment: Assessment, lang: Lang) -> Iterator[Sequence[str]]:
    best = best_of(assessment)
    yield from (_score_row(line, role, best, lang) for line, role in costliest(assessment))
    yield from (_section_row(section, best, lang) for section in assessment.score.sections)


def _section_row(section: SectionScore, best: Best, lang: Lang) -> Sequence[str]:
    declared = section.section
    points = span(section_reached(section), best.sections.get(declared.id))
    return declared.id, declared.title[lang], str(declared.points), points, ""


def _score_row(line: IndicatorScore, role: Role, best: Best, lang: Lang) -> Sequence[str]:
    indicator, most = line.indicator, worth(line)
    points = span(reached(line, role), best.lines.get(indicator.id))
    return indicator.id, indicator.title[lang], "" if most is None else str(most), points, cause(line, role, lang)


def _misses(assessment: Assessment, lang: Lang, order: Order) -> Iterator[str]:
    ranked = costliest(assessment) if order is Order.POINTS else in_clauses(assessment)
    found = [line for line, _ in ranked if line.zeroed or any(rule.deducted or rule.reviewed for rule in line.rules)]
    if not found:
        yield say(lang, "report.no_misses")
    for line in found:
        yield f"### {markdown_cell(f'{line.indicator.id} {line.indicator.title[lang]}')}\n"
        if line.zeroed:
            yield f"- **{say(lang, 'report.zeroed')}**"
        yield from _rules(line, lang)
        yield ""


def _rules(line: IndicatorScore, lang: Lang) -> Iterator[str]:
    for rule in line.rules:
        if rule.deducted or rule.reviewed:
            said = [
                f"{say(lang, 'report.measured')} {rule_measured(rule, lang)}",
                f"{say(lang, 'report.required')} {required_words(rule.rule, lang)}",
                f"{say(lang, 'report.misses')} {shown(rule.misses)}",
                f"{say(lang, 'report.amount')} {shown(rule.deducted)}",
            ]
            text = f"{rule.rule.says[lang]} — {say(lang, 'list.also').join(said)}"
            yield f"- **{markdown_cell(rule.rule.title[lang])}** {markdown_cell(text)}"
            yield from _rows(rule, lang)
            yield from (f"  - {markdown_cell(text)}" for text in reviewed_lines(rule, lang))


def _rows(rule: RuleScore, lang: Lang) -> Iterator[str]:
    for at, (miss, places) in enumerate(rows_by_miss(rule)):
        if at == MISSES_SHOWN:
            yield f"  - {say(lang, 'report.more_misses', count=str(len(rule.found) - at))}"
            return
        where = grouped(places, lang) if places else say(lang, "report.no_rows")
        said = note(miss, lang, places[0] if places else None)
        yield f"  - {markdown_cell(f'{said} — {where}')}"


def _decisions(assessment: Assessment, lang: Lang) -> Iterator[str]:
    """The decisions on disputes, where there are any."""
    if is_reviewed(assessment):
        yield f"\n## {say(lang, 'review.title')}\n"
        yield from _table([f"review.{name}" for name in COLUMNS], decision_rows(assessment, lang), lang)


def _duties(assessment: Assessment, lang: Lang) -> Iterator[str]:
    rows = (
        (
            state.obligation.title[lang],
            duty_measured(state, lang),
            duty_required(state.obligation, lang),
            say(lang, f"status.{state.status.value}"),
        )
        for state in assessment.score.obligations
    )
    return _table(("obligation", "measured", "required", "status"), rows, lang)


def _readings(assessment: Assessment, lang: Lang) -> Iterator[str]:
    rows = (
        (name, reading.question[lang], used, next(one.says[lang] for one in reading.options if one.id == used),
         cited_for(assessment, name, lang) or say(lang, "decision.open"))
        for name, reading in assessment.readings.items()
        for used in (assessment.options[name],)
    )  # fmt: skip
    return _table(("reading", "question", "option", "option_says", "decided"), rows, lang)


def _sources(assessment: Assessment, lang: Lang) -> Iterator[str]:
    yield from _table(
        ("file", "sheet", "ledger", "read", "counted", "left_out", "outside", "after_as_of"),
        _input_rows(assessment, lang), lang,
    )  # fmt: skip
    yield ""
    colon = say(lang, "list.colon")
    yield from (f"- {markdown_cell(file)}{colon}SHA-256 `{sha256}`" for file, sha256 in hashes(assessment))
    yield from (f"- {fact(name, text, lang)}" for name, text in receipt(assessment, lang))
    if assessment.problems:
        yield f"\n### {say(lang, 'report.warnings')}\n"
    yield from (f"- {markdown_cell(problem_line(one, lang))}" for one in assessment.problems)


def _input_rows(assessment: Assessment, lang: Lang) -> Iterator[Sequence[str]]:
    for one in assessment.inputs:
        account = one.account
        ledger = say(lang, f"ledger.{account.ledger}") if account.ledger else ""
        counts = (account.read, account.counted)
        apart = (one.apart.outside, one.apart.later)
        left_out = left_out_words(account.left_out, lang)
        yield account.file, account.sheet, ledger, *map(str, counts), left_out, *map(str, apart)
