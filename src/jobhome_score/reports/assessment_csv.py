"""The assessment as one flat table: results, sections, indicators, rules, every row behind a miss, obligations."""

import csv
from collections.abc import Iterator
from fractions import Fraction
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING

from jobhome_score.assessment import Assessment
from jobhome_score.evidence import Place
from jobhome_score.locales import Lang, say
from jobhome_score.named import NamedTuple
from jobhome_score.reports.both_ends import Best, best_of, section_reached
from jobhome_score.reports.escape import csv_cell
from jobhome_score.reports.evidence_rows import witnesses
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.phrases import cause, target_text
from jobhome_score.reports.report_lines import (
    between,
    duty_measured,
    head,
    reached,
    receipt,
    result,
    rule_measured,
)
from jobhome_score.reports.requirements import duty_required, required_words
from jobhome_score.reports.review_lines import (
    all_decisions,
    note_words,
    object_words,
    points_of,
    reviewed_lines,
    said_of,
)
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import IndicatorScore, RuleScore, SectionScore

if TYPE_CHECKING:
    from jobhome_score.insight.pacing import Pacing

COLUMNS = ("kind", "section", "indicator", "rule", "what", "measured", "required", "misses", "amount",
           "file", "sheet", "row", "note")  # fmt: skip


class Line(NamedTuple):
    """A line of the table. `kind` says what it is; `amount` is points reached, deducted or awarded."""

    kind: str
    section: str = ""
    indicator: str = ""
    rule: str = ""
    what: str = ""
    measured: str = ""
    required: str = ""
    misses: str = ""
    amount: str = ""
    file: str = ""
    sheet: str = ""
    row: str = ""
    note: str = ""


NUMBERS = frozenset({"misses", "amount", "row"})
"""Columns of our own numbers, which may begin with a minus sign."""


def assessment_csv(assessment: Assessment, lang: Lang, pacing: "Pacing | None" = None) -> bytes:
    """The table as CSV in UTF-8 with a byte order mark, so that Excel and WPS open it as what it is."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([say(lang, f"report.{name}") for name in COLUMNS])
    for line in chain(_lines(assessment, lang), _pacing(assessment, pacing, lang)):
        cells = line._replace(kind=say(lang, f"report.kind.{line.kind}"))._asdict().items()
        writer.writerow([text if name in NUMBERS else csv_cell(text) for name, text in cells])
    return out.getvalue().encode("utf-8-sig")


def _lines(assessment: Assessment, lang: Lang) -> Iterator[Line]:
    for part in (head, result, receipt):
        yield from (Line("score", what=name, note=text) for name, text in part(assessment, lang))
    best = best_of(assessment)
    for section in assessment.score.sections:
        yield from _section(section, best, lang)
    said = said_of(assessment)
    for applied, one in all_decisions(assessment):
        note = f"{note_words(one, lang)} {say(lang, f'review.applied.{applied}')}"
        amount = _number(points_of(said.get(one, ())))
        row = str(one.place.row)
        yield Line("review", indicator=one.indicator, rule=one.rule, what=object_words(assessment, one, lang),
                   amount=amount, file=one.place.file, sheet=one.place.sheet, row=row, note=note)  # fmt: skip
    for state in assessment.score.obligations:
        duty = state.obligation
        yield Line(
            "obligation", rule=duty.id, what=duty.title[lang], measured=duty_measured(state, lang),
            required=duty_required(duty, lang), note=say(lang, f"status.{state.status.value}"),
        )  # fmt: skip


def _pacing(assessment: Assessment, pacing: "Pacing | None", lang: Lang) -> Iterator[Line]:
    """Both projections with the indicators they move, and the targets, each with what is so far, required, missing."""
    if pacing is None:
        return
    from jobhome_score.reports.pacing_rows import changed, ended, goal_cells, goal_name, goal_note, outcomes

    kind = "pacing"
    projected = list(zip(ended(assessment, pacing), outcomes(assessment, pacing, lang), strict=True))[1:]
    for (_, end), (what, _, *said) in projected:
        yield Line(kind, what=what, amount=_number(end.score.total), note=say(lang, "list.comma").join(said))
    for line, _, (now, nothing_more, at_pace) in changed(assessment, pacing):
        for name, points in (("now", now), ("nothing_more", nothing_more), ("at_pace", at_pace)):
            yield Line(kind, indicator=line.indicator.id, what=say(lang, f"pacing.{name}"), amount=_number(points))
    for goal in pacing.goals:
        yield Line(
            kind, rule=goal.id, what=goal_name(goal, lang), measured=goal_cells(goal, lang)[0],
            required=target_text(goal.target), note=goal_note(goal, lang),
        )  # fmt: skip


def _section(section: SectionScore, best: Best, lang: Lang) -> Iterator[Line]:
    declared, points = section.section, section_reached(section)
    ranged = "".join(between(points, best.sections.get(declared.id), lang))
    yield Line("section", declared.id, what=declared.title[lang], amount=_number(points), note=ranged)
    for line in section.indicators:
        yield from _indicator(line, section, best, lang)


def _indicator(line: IndicatorScore, section: SectionScore, best: Best, lang: Lang) -> Iterator[Line]:
    indicator, role, part = line.indicator, section.section.role, section.section.id
    points = reached(line, role)
    ranged = between(points, best.lines.get(indicator.id), lang)
    because = say(lang, "list.also").join(filter(None, [cause(line, role, lang), *ranged]))
    yield Line("indicator", part, indicator.id, what=indicator.title[lang], amount=_number(points), note=because)
    for rule in line.rules:
        where = Line("rule", part, indicator.id, rule.rule.id)
        yield where._replace(
            what=rule.rule.title[lang], measured=rule_measured(rule, lang), required=required_words(rule.rule, lang),
            misses=_number(rule.misses), note=say(lang, f"status.{rule.status.value}"),
            amount=_number(rule.deducted if role is Role.BONUS else -rule.deducted),
        )  # fmt: skip
        yield from _evidence(rule, where._replace(kind="miss", what=rule.rule.title[lang]), lang)
        yield from _reviewed(rule, where._replace(kind="reviewed", what=rule.rule.title[lang]), lang)


def _reviewed(rule: RuleScore, where: Line, lang: Lang) -> Iterator[Line]:
    """What decisions on disputes said of single misses, with how often each is charged no more."""
    for one, text in zip(rule.reviewed, reviewed_lines(rule, lang), strict=True):
        file, sheet, row, _ = one.miss.places[0] if one.miss.places else Place("")
        times = _number(one.miss.steps)
        yield where._replace(misses=times, file=file, sheet=sheet, row=str(row) if row else "", note=text)


def _evidence(rule: RuleScore, where: Line, lang: Lang) -> Iterator[Line]:
    for one in witnesses(rule, lang):
        if one.place is None:
            yield where._replace(note=one.note)
        else:
            file, sheet, row, _ = one.place
            yield where._replace(file=file, sheet=sheet, row=str(row), note=one.note)


def _number(number: Fraction) -> str:
    return format(decimal_of(number), "f")
