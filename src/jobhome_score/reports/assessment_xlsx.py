"""The assessment as a plain workbook: scores, deductions with their rows, obligations, readings, sources."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any

from jobhome_score.assessment import Assessment
from jobhome_score.locales import Lang, say
from jobhome_score.reports.escape import plain
from jobhome_score.reports.evidence_rows import witnesses
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.problems_text import problem_line
from jobhome_score.reports.report_lines import (
    cause,
    duty_measured,
    hashes,
    head,
    left_out_words,
    reached,
    receipt,
    result,
    rule_measured,
    section_reached,
    worth,
)
from jobhome_score.reports.requirements import duty_required, required_words
from jobhome_score.rubric.document import Role

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | Decimal | Fraction | None
Rows = Iterable[Sequence[Cell]]

CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""A workbook must say when it was made; always this, so that the same input gives the same bytes."""

LARGEST_TEXT = 32_767
LAST_ROW = 1_048_576
"""Excel's own bounds."""

OPTIONS: dict[str, Any] = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def assessment_xlsx(assessment: Assessment, lang: Lang) -> bytes:
    """The workbook's bytes; the same assessment gives the same bytes."""
    from xlsxwriter import Workbook  # only where a workbook is written

    out = BytesIO()
    with Workbook(out, OPTIONS) as book:
        book.set_properties({"title": say(lang, "report.title"), "created": CREATED})
        _scores(book, assessment, lang)
        _sheet(book, lang, "misses", MISSES, (8, 20, 22, 16, 12, 8, 8, 22, 16, 7, 50), _miss_rows(assessment, lang))
        _sheet(book, lang, "duties", DUTIES, (16, 44, 16, 24, 22), _duty_rows(assessment, lang))
        _sheet(book, lang, "readings", READINGS, (22, 44, 18, 50, 8, 60), _reading_rows(assessment, lang))
        _sources(book, assessment, lang)
    return out.getvalue()


SCORES = ("id", "indicator", "points", "cap", "score", "why")
MISSES = ("id", "indicator", "rule", "measured", "required", "misses", "amount", "file", "sheet", "row", "note")
DUTIES = ("id", "obligation", "measured", "required", "status")
READINGS = ("reading", "question", "option", "option_says", "is_default", "others")
SOURCES = ("file", "sheet", "ledger", "read", "counted", "left_out", "outside", "after_as_of")


def _sheet(
    book: "Workbook", lang: Lang, name: str, headings: Sequence[str], widths: Sequence[int], rows: Rows, first: int = 0
) -> "Worksheet":  # fmt: skip
    """A sheet with one table from a row on: bold headings, a filter, the head kept in sight."""
    sheet = book.add_worksheet(say(lang, f"report.sheet.{name}"))
    bold, body = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    for column, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        sheet.set_column(column, column, width, body)
        sheet.write_string(first, column, say(lang, f"report.{heading}"), bold)
    last = first
    for last, row in enumerate(rows, first + 1):
        if last >= LAST_ROW:
            break
        _write(sheet, last, row)
    sheet.autofilter(first, 0, max(last, first), len(headings) - 1)
    sheet.freeze_panes(first + 1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet


def _write(sheet: "Worksheet", at: int, row: Sequence[Cell]) -> None:
    """Numbers as numbers, text always as text."""
    for column, cell in enumerate(row):
        match cell:
            case None | "":
                continue
            case Fraction():
                sheet.write_number(at, column, decimal_of(cell))
            case Decimal() | int():
                sheet.write_number(at, column, cell)
            case _:
                sheet.write_string(at, column, plain(cell)[:LARGEST_TEXT])


def _scores(book: "Workbook", assessment: Assessment, lang: Lang) -> None:
    top = list(head(assessment, lang))
    sheet = _sheet(book, lang, "scores", SCORES, (8, 34, 10, 14, 10, 90), _score_rows(assessment, lang), len(top) + 1)
    for at, (name, text) in enumerate(top):
        _write(sheet, at, (None, name, text))


def _score_rows(assessment: Assessment, lang: Lang) -> Iterator[Sequence[Cell]]:
    for section in assessment.score.sections:
        declared = section.section
        yield declared.id, declared.title[lang], declared.points, None, section_reached(section), None
        for line in section.indicators:
            yield (
                line.indicator.id, line.indicator.title[lang], worth(line), line.indicator.cap,
                reached(line, declared.role), cause(line, declared.role, lang),
            )  # fmt: skip
    yield ()
    yield from ((None, name, None, None, None, text) for name, text in result(assessment, lang))


def _miss_rows(assessment: Assessment, lang: Lang) -> Iterator[Sequence[Cell]]:
    for section in assessment.score.sections:
        sign = 1 if section.section.role is Role.BONUS else -1
        for line in section.indicators:
            for rule in line.rules:
                if not rule.deducted and not rule.found:
                    continue
                name, title = (line.indicator.id, line.indicator.title[lang]), rule.rule.title[lang]
                measured, required = rule_measured(rule, lang), required_words(rule.rule, lang)
                status = say(lang, f"status.{rule.status.value}")
                amount = sign * rule.deducted
                yield *name, title, measured, required, rule.misses, amount, None, None, None, status
                for one in witnesses(rule, lang):
                    place = (None, None, None) if one.place is None else one.place[:3]
                    yield *name, title, None, None, None, None, *place, one.note


def _duty_rows(assessment: Assessment, lang: Lang) -> Iterator[Sequence[Cell]]:
    for state in assessment.score.obligations:
        duty = state.obligation
        required, status = duty_required(duty, lang), say(lang, f"status.{state.status.value}")
        yield duty.id, duty.title[lang], duty_measured(state, lang), required, status


def _reading_rows(assessment: Assessment, lang: Lang) -> Iterator[Sequence[Cell]]:
    for name, reading in assessment.readings.items():
        used = assessment.options[name]
        says = {option.id: option.says[lang] for option in reading.options}
        default = say(lang, "report.yes" if used == reading.default else "report.no")
        others = say(lang, "list.also").join(f"{option}: {text}" for option, text in says.items() if option != used)
        yield name, reading.question[lang], used, says[used], default, others


def _sources(book: "Workbook", assessment: Assessment, lang: Lang) -> None:
    _sheet(book, lang, "sources", SOURCES, (28, 24, 22, 10, 10, 30, 12, 14), _source_rows(assessment, lang))


def _source_rows(assessment: Assessment, lang: Lang) -> Iterator[Sequence[Cell]]:
    for one in assessment.inputs:
        account, apart = one.account, one.apart
        ledger = say(lang, f"ledger.{account.ledger}") if account.ledger else None
        left_out = left_out_words(account.left_out, lang)
        yield (
            account.file, account.sheet, ledger, account.read, account.counted, left_out, apart.outside, apart.later
        )  # fmt: skip
    yield ()
    yield from ((file, "SHA-256", sha256) for file, sha256 in hashes(assessment))
    yield from receipt(assessment, lang)
    yield ()
    yield from ((say(lang, "report.warnings"), problem_line(one, lang)) for one in assessment.problems)
