"""A comparison as tables: result, parts, indicators, misses with their rows, obligations, rows, workbooks."""

from collections.abc import Iterator, Sequence

from jobhome_score.insight.differences import Comparison, MissDifference
from jobhome_score.insight.row_changes import RowChanges
from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.comparison_phrases import (
    cause_words,
    cautions,
    column_changes,
    duty_words,
    file_pairs,
    miss_words,
    row_words,
    rule_words,
    side_words,
    signed,
    signed_share,
    spots_of,
    title_of,
    which,
)
from jobhome_score.reports.tables import Cell, Change, Grid, Share, TableReport

Rows = list[list[Cell]]


def comparison_tables(found: Comparison, lang: Lang) -> TableReport:
    """The whole comparison; tables without a row are left out, except for the result."""
    facts = [("A", side_words(found.a, lang)), ("B", side_words(found.b, lang))]
    grids = [_parts(found, lang), _lines(found, lang), _misses(found, lang), _duties(found, lang), _rows(found, lang),
             _files(found, lang)]  # fmt: skip
    filled = [grid for grid in grids if grid.rows]
    return TableReport(say(lang, "compare.title"), facts, [_result(found, lang), *filled])


def _grid(name: str, heads: Sequence[str], rows: Rows, widths: Sequence[int], lang: Lang) -> Grid:
    headings = [head if head in ("A", "B") else say(lang, f"compare.head.{head}") for head in heads]
    return Grid(say(lang, f"compare.grid.{name}"), headings, rows, widths)


def _result(found: Comparison, lang: Lang) -> Grid:
    a, b = found.a.outcome, found.b.outcome
    headings = [say(lang, "compare.head.what"), "A", "B", say(lang, "compare.difference")]
    rows: Rows = [
        [say(lang, "report.total"), a.total, b.total, Change(found.total)],
        [say(lang, "report.percent"), Share(a.share), Share(b.share), signed_share(found.share, lang)],
        [say(lang, "report.payable"), a.payable, b.payable, Change(found.payable)],
        [say(lang, "report.fee"), found.a.fee, found.b.fee, Change(found.b.fee - found.a.fee)],
        [say(lang, "report.paid"), found.a.paid, found.b.paid, Change(found.b.paid - found.a.paid)],
    ]
    said = [say(lang, "compare.same")] if found.same else [*cautions(found, lang)]
    return Grid(say(lang, "compare.grid.result"), headings, rows, [24, 22, 22, 22], (), said)


def _parts(found: Comparison, lang: Lang) -> Grid:
    rows: Rows = [[cause_words(part, lang), Change(part.total), Change(part.payable)] for part in found.parts]
    grid = _grid("parts", ("cause", "points", "money"), rows, [60, 12, 20], lang)
    foot: list[Cell] = [say(lang, "compare.sum"), Change(found.total), Change(found.payable)]
    return Grid(grid.title, grid.headings, rows, grid.widths, foot, (say(lang, "compare.parts"),))


def _lines(found: Comparison, lang: Lang) -> Grid:
    """A line an indicator, with each part of the whole difference that reaches it in a column of its own."""
    rows: Rows = []
    for line in found.lines:
        before, after = (None if one is None else one.adds for one in (line.a, line.b))
        because = (f"{cause_words(part, lang)} {signed(part.lines[line.either.id])}" for part in found.parts
                   if line.either.id in part.lines)  # fmt: skip
        rows.append([line.either.id, title_of(line, found, lang), before, after, Change(line.gain),
                     say(lang, "list.also").join(because)])  # fmt: skip
        rows += [
            ["", f"▸ {title_of(rule, found, lang)} ({rule.either.id})", None, None, None, rule_words(rule, lang)]
            for rule in line.rules
        ]
    return _grid("lines", ("id", "title", "A", "B", "points", "says"), rows, [9, 34, 9, 9, 9, 76], lang)


def _misses(found: Comparison, lang: Lang) -> Grid:
    rows: Rows = [
        [line.either.id, title_of(rule, found, lang), miss_words(miss, lang), say(lang, f"compare.{who}"), *place]
        for line in found.lines
        for rule in line.rules
        for miss in rule.misses
        for who, *place in _places(miss)
    ]
    heads = ("id", "rule", "miss", "who", "file", "sheet", "row", "note")
    return _grid("misses", heads, rows, [8, 22, 40, 8, 24, 14, 8, 40], lang)


def _places(miss: MissDifference) -> Iterator[tuple[str, Cell, Cell, Cell, Cell]]:
    """The rows that tell a miss, and who has them."""
    spots = spots_of(miss)
    if not spots:
        yield which(miss), "", "", None, ""
    for who, spot in spots:
        yield who, spot.place.file, spot.place.sheet, spot.place.row, spot.note


def _duties(found: Comparison, lang: Lang) -> Grid:
    rows: Rows = [[title_of(one, found, lang), duty_words(one.a, lang), duty_words(one.b, lang)]
                  for one in found.duties]  # fmt: skip
    return _grid("duties", ("title", "A", "B"), rows, [60, 30, 30], lang)


def _rows(found: Comparison, lang: Lang) -> Grid:
    rows = [row for change in found.rows if change.any for row in _ledger(change, lang)]
    heads = ("ledger", "kind", "file", "sheet", "row", "column", "before", "after")
    return _grid("rows", heads, rows, [14, 8, 24, 16, 8, 14, 36, 36], lang)


def _ledger(change: RowChanges, lang: Lang) -> Iterator[list[Cell]]:
    """A line a changed cell, a line a row that only one side has; the place is B's, of removed rows A's."""
    ledger = word(lang, "ledger", change.ledger.id)
    if change.a is not None and change.b is not None:
        for at, one in enumerate(change.changed):
            place = change.b.place(one.b)
            for name, before, after in column_changes(change, at, lang):
                yield [ledger, say(lang, "compare.changed"), place.file, place.sheet, place.row, name, before, after]
    for table, rows, kind in ((change.a, change.removed, "removed"), (change.b, change.added, "added")):
        if table is None:
            continue
        for row in rows:
            place, held = table.place(row), row_words(change, table, row, lang)
            sides = (held, "") if kind == "removed" else ("", held)
            yield [ledger, say(lang, f"compare.{kind}"), place.file, place.sheet, place.row, "", *sides]


def _files(found: Comparison, lang: Lang) -> Grid:
    rows: Rows = [[a, b, say(lang, f"compare.files.{kind}")] for a, b, kind in file_pairs(found)]
    return _grid("files", ("file_a", "file_b", "kind"), rows, [44, 44, 20], lang)
