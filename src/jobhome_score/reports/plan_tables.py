"""A plan as a list of tasks to hand out: what to do, where, by when, for how many points; and the mirror for payers."""

import datetime as dt
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final

from jobhome_score.evidence import Place
from jobhome_score.insight.plan.answer import Answer
from jobhome_score.insight.plan.levers import SHORT, Standing
from jobhome_score.insight.plan.planning import Plan, Repair, totals_after
from jobhome_score.insight.plan.prospects import Ahead, ahead, losses
from jobhome_score.insight.plan.staircases import Move
from jobhome_score.locales import Lang, say
from jobhome_score.measures.measuring import PERIOD
from jobhome_score.reports.evidence_rows import grouped
from jobhome_score.reports.phrases import figure_text, target_text
from jobhome_score.reports.plan_lines import head_lines
from jobhome_score.reports.plan_phrases import (
    cells_text,
    done_text,
    fall_text,
    farthest,
    grain_text,
    idle_text,
    lost_text,
    notes_text,
    outcome_text,
    priced,
    regained,
    stairs_text,
)
from jobhome_score.reports.report_lines import head
from jobhome_score.reports.tables import Cell, Grid, TableReport
from jobhome_score.rubric.document import How
from jobhome_score.views.catalogue import views

Rows = list[list[Cell]]
CELLS: Final = 30
"""So many months, fairs or rows are named where a task lies; the JSON has them all."""
PLACED: Final = "›"
"""What stands in the name of a row, which needs no ledger before it."""


def plan_tables(found: Answer, lang: Lang) -> TableReport:
    """The whole answer; tables without a line are left out, except for the tasks."""
    grids = [_ahead(found.plan, lang), _stairs(found.plan, lang), _losses(found.plan, lang), _fall(found, lang)]
    filled = [grid for grid in grids if grid.rows or grid.said]
    facts = list(head(found.plan.ground.assessment, lang))
    return TableReport(say(lang, "plan.list.title"), facts, [_tasks(found.plan, lang), *filled])


def _grid(name: str, widths: dict[str, int], rows: Rows, said: Sequence[str], lang: Lang) -> Grid:
    headings = [say(lang, f"plan.head.{one}") for one in widths]
    return Grid(say(lang, f"plan.grid.{name}"), headings, rows, list(widths.values()), (), said)


def _tasks(plan: Plan, lang: Lang) -> Grid:
    """A line a rule in the order of what is regained, with the total once it is done; room for who does it."""
    repairs = [repair for _, _, found in regained(plan) for repair in found]
    totals = [plan.ground.now.total, *totals_after(plan.ground, repairs)]
    cost = {"cost": 8} if priced(plan) else {}
    widths = {"number": 6, "id": 6, "rule": 18, "do": 24, "where": 40, "until": 12, **cost, "regains": 8, "total": 12,
              "who": 12, "done": 14}  # fmt: skip
    rows: Rows = []
    for number, (repair, before, after) in enumerate(zip(repairs, totals, totals[1:], strict=False), 1):
        costs: list[Cell] = [repair.cost] if cost else []
        rows.append([number, repair.ruled.line.id, repair.ruled.rule.title[lang], done_text(repair, lang),
                     _where(repair, lang), _until(plan, repair), *costs, after - before, after, "", ""])  # fmt: skip
    said = [*outcome_text(plan, lang), *head_lines(plan, lang), *notes_text(plan, lang)]
    if rows:
        said.append(say(lang, "plan.list.order"))
    return _grid("tasks", widths, rows, said, lang)


def _where(repair: Repair, lang: Lang) -> str:
    """The rows that are charged where they are what is wrong; else the ledgers, with the months or fairs in them."""
    moves = farthest(repair.moves)
    rows = dict.fromkeys(place for move in moves for place in _charged(move))
    if rows:
        return grouped(list(rows), lang, CELLS)
    cells = cells_text(moves, lang, CELLS)
    if PLACED in cells:
        return cells
    needs = dict.fromkeys(name for move in moves for name in sorted(views()[move.lever.measure.of].needs))
    ledgers = say(lang, "plan.ledgers").join(say(lang, "plan.ledger", name=say(lang, f"ledger.{one}")) for one in needs)
    return f"{ledgers} {cells}".rstrip()


def _charged(move: Move) -> Iterator[Place]:
    """Of things that should not be, the rows that say that they are; of what is too little there are none."""
    figure, take = move.lever.figure, move.lever.take
    if move.lever.target.comparison in SHORT or figure.cell:
        return
    said = figure.relation.column(take.columns[0]) if take.how is How.SUM else None
    for row in figure.rows:
        if said is None or said[row]:
            yield from figure.relation.places(row)[:1]


def _until(plan: Plan, repair: Repair) -> str:
    """Until the period ends, as long as something can still be done; a date to be set by hand otherwise."""
    doable = any(move.lever.standing is Standing.DOABLE for move in repair.moves)
    return plan.ground.season.period.end.isoformat() if doable else ""


def _ahead(plan: Plan, lang: Lang) -> Grid:
    widths = {"id": 6, "rule": 22, "cells": 12, "next": 14, "until": 14, "measured": 14, "required": 14, "who": 14,
              "done": 16}  # fmt: skip
    rows: Rows = []
    for one in ahead(plan.ground):
        end, measured = _end(one), figure_text(one.figure.value, one.target)
        rows.append([one.ruled.line.id, one.ruled.rule.title[lang], grain_text(one, lang), one.figure.cell,
                     end.isoformat() if end else "", measured, target_text(one.target), "", ""])  # fmt: skip
    return _grid("ahead", widths, rows, [], lang)


def _end(one: Ahead) -> dt.date | None:
    """The last day of the month, quarter or week that ends next."""
    grains = {measure.each[0] for term in one.ruled.rule.terms for measure in term.measures
              if measure.each != (PERIOD,)}  # fmt: skip
    cells = (cell for grain in grains for cell in one.ruled.bench.calendar.get(grain, ()))
    return next((cell.last for cell in cells if cell.label == one.figure.cell), None)


def _stairs(plan: Plan, lang: Lang) -> Grid:
    rows: Rows = []
    for one in plan.staircases:
        if one.stairs:
            idle = idle_text(one.idle, lang) if one.idle else ""
            rows.append([one.line.id, one.line.title[lang], stairs_text(one, lang, priced=priced(plan)), idle])
    return _grid("stairs", {"id": 6, "indicator": 26, "stairs": 60, "note": 60}, rows, [], lang)


def _losses(plan: Plan, lang: Lang) -> Grid:
    rows: Rows = [[one.ruled.line.id, one.ruled.rule.title[lang], lost_text(one, lang), -one.points]
                  for one in losses(plan.ground)]  # fmt: skip
    return _grid("losses", {"id": 6, "rule": 26, "lost": 70, "points": 10}, rows, [], lang)


def _fall(found: Answer, lang: Lang) -> Grid:
    """The fewest further misses that let the band fall, with the total after each."""
    misses = () if found.fall is None else found.fall.misses or ()
    said = [*fall_text(found.fall, lang)]
    rows: Rows = []
    total = found.plan.ground.assessment.score.total
    lost: Iterator[Fraction] = accumulate(one.points for one in misses)
    for one, taken in zip(misses, lost, strict=True):
        rows.append([one.ruled.line.id, one.ruled.rule.title[lang], one.times, -one.points, total - taken])
    return _grid("fall", {"id": 6, "rule": 30, "times": 10, "points": 10, "total": 12}, rows, said, lang)
