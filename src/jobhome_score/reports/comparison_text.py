"""A comparison for a terminal: the result on both sides, where the difference comes from, then line by line."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from jobhome_score.insight.differences import Comparison, LineDifference, MissDifference, RuleDifference
from jobhome_score.insight.row_changes import RowChanges
from jobhome_score.insight.sides import Spot
from jobhome_score.ledgers.tables import Table
from jobhome_score.locales import Lang, say, word
from jobhome_score.reports.comparison_phrases import (
    ARROW,
    cause_words,
    cautions,
    column_changes,
    duty_words,
    file_pairs,
    measured_by,
    miss_words,
    row_words,
    rule_words,
    side_words,
    signed,
    signed_money,
    signed_share,
    spots_of,
    title_of,
    which,
)
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.escape import plain
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.settlement_text import money, percent_text
from jobhome_score.reports.wrapping import width, wrapped

MISSES_SHOWN: Final = 20
PLACES_SHOWN: Final = 5
ROWS_SHOWN: Final = 20
IDLE_SHOWN: Final = 5
"""So many exchanges that change neither points nor money are listed one by one."""


def comparison_text(found: Comparison, lang: Lang, screen: Screen) -> str:
    """The whole comparison as plain text; what is cut says how much there is, and the JSON has it all."""
    blocks = [_sides(found, lang)]
    if found.same:
        blocks.append([say(lang, "compare.same")])
    else:
        blocks += [_result(found, lang), [*cautions(found, lang)], _parts(found, lang), _lines(found, lang),
                   _duties(found, lang), _rows(found, lang)]  # fmt: skip
    if found.a.stored or found.b.stored:
        blocks.append(_files(found, lang))
    texts = ("\n".join(_folded(list(block), screen.width)) for block in blocks if block)
    return "\n\n".join(texts) + "\n"


def _folded(lines: Iterable[str], columns: int) -> Iterator[str]:
    for line in map(plain, lines):
        indent = line[: len(line) - len(line.lstrip(" "))]
        if width(line) <= columns:
            yield line.rstrip()
        else:
            yield from wrapped(line.lstrip(" "), columns, indent, indent + "  ")


def _sides(found: Comparison, lang: Lang) -> list[str]:
    return [f"A  {side_words(found.a, lang)}", f"B  {side_words(found.b, lang)}"]


def _result(found: Comparison, lang: Lang) -> list[str]:
    a, b = found.a.outcome, found.b.outcome
    rows = [
        ("", "A", "B", say(lang, "compare.difference")),
        (say(lang, "report.total"), shown(a.total), shown(b.total), signed(found.total)),
        (say(lang, "report.percent"), percent_text(a.share), percent_text(b.share), signed_share(found.share, lang)),
        (say(lang, "report.payable"), money(a.payable), money(b.payable), signed_money(found.payable)),
    ]
    return _columns(rows)


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Cells in columns: the first to the left, the others to the right."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for first, *others in rows:
        cells = [first + " " * (widths[0] - width(first))]
        cells += [" " * (wide - width(cell)) + cell for cell, wide in zip(others, widths[1:], strict=True)]
        lines.append("  ".join(cells).rstrip())
    return lines


def _parts(found: Comparison, lang: Lang) -> list[str]:
    if not found.parts:
        return []
    idle = [part for part in found.parts if not part.total and not part.payable]
    told = found.parts if len(idle) <= IDLE_SHOWN else [part for part in found.parts if part not in idle]
    rows = [(signed(part.total), signed_money(part.payable), cause_words(part, lang)) for part in told]
    if len(told) < len(found.parts):
        rows.append(("0", signed_money(Decimal(0)), say(lang, "compare.idle", count=str(len(idle)))))
    rows.append((signed(found.total), signed_money(found.payable), say(lang, "compare.sum")))
    wide = [max(width(row[at]) for row in rows) for at in (0, 1)]
    lines = ["  " + " " * (wide[0] - width(one)) + one + "  " + " " * (wide[1] - width(two)) + two + "  " + words
             for one, two, words in rows]  # fmt: skip
    return [say(lang, "compare.parts"), *lines]


def _lines(found: Comparison, lang: Lang) -> list[str]:
    lines = [part for line in found.lines for part in _line(line, found, lang)]
    return [say(lang, "compare.lines"), *lines] if lines else []


def _line(line: LineDifference, found: Comparison, lang: Lang) -> Iterator[str]:
    before, after = (shown(one.adds) if one else "—" for one in (line.a, line.b))
    points = before if before == after else f"{before}{ARROW}{after}  {signed(line.gain)}"
    yield f"{line.either.id} {title_of(line, found, lang)}  {points}"
    shares = [(part, part.lines.get(line.either.id)) for part in found.parts]
    because = [f"{cause_words(part, lang)} {signed(gain)}" for part, gain in shares if gain]
    if because and len(found.parts) > 1:
        yield "  " + say(lang, "compare.because", parts=say(lang, "list.also").join(because))
    if line.a and line.b and line.a.zeroed is not line.b.zeroed:
        yield "  " + say(lang, "compare.zeroed", side="A" if line.a.zeroed else "B")
    for rule in line.rules:
        yield from _rule(rule, found, lang)


def _rule(rule: RuleDifference, found: Comparison, lang: Lang) -> Iterator[str]:
    yield f"  ▸ {title_of(rule, found, lang)} ({rule.either.id})  {rule_words(rule, lang)}"
    for miss in rule.misses[:MISSES_SHOWN]:
        yield from _miss(miss, lang)
    if len(rule.misses) > MISSES_SHOWN:
        yield "    " + say(lang, "compare.more_misses", count=str(len(rule.misses) - MISSES_SHOWN))


def _miss(miss: MissDifference, lang: Lang) -> Iterator[str]:
    said = f"    {say(lang, f'compare.{which(miss)}')}  {miss_words(miss, lang)}"
    spots = spots_of(miss)
    if len(spots) == 1 and spots[0][0] == which(miss):
        yield f"{said}  {_spot(spots[0][1])}"
        return
    yield said
    for who, spot in spots[:PLACES_SHOWN]:
        mark = "" if who == which(miss) else say(lang, f"compare.{who}") + "  "
        yield f"      {mark}{_spot(spot)}"
    if len(spots) > PLACES_SHOWN:
        yield "      " + say(lang, "compare.more_rows", count=str(len(spots) - PLACES_SHOWN))


def _spot(spot: Spot) -> str:
    return f"{spot.place}  {spot.note}".rstrip()


def _duties(found: Comparison, lang: Lang) -> list[str]:
    lines = [f"  {title_of(one, found, lang)}  {duty_words(one.a, lang)}{ARROW}{duty_words(one.b, lang)}"
             for one in found.duties]  # fmt: skip
    return [say(lang, "compare.duties"), *lines] if lines else []


def _rows(found: Comparison, lang: Lang) -> list[str]:
    lines = [part for change in found.rows if change.any for part in _ledger(change, found, lang)]
    return [say(lang, "compare.rows"), *lines] if lines else []


def _ledger(change: RowChanges, found: Comparison, lang: Lang) -> Iterator[str]:
    counts = {name: str(len(getattr(change, name))) for name in ("same", "changed", "removed", "added")}
    line = say(lang, "compare.ledger", ledger=word(lang, "ledger", change.ledger.id), **counts)
    rules = measured_by(change, found)
    if rules:
        line += say(lang, "compare.bears_on", rules=say(lang, "list.sep").join(rules))
    yield f"  {line}"
    told = [*_changed(change, lang), *_alone(change, change.a, change.removed, "removed", lang),
            *_alone(change, change.b, change.added, "added", lang)]  # fmt: skip
    yield from told[:ROWS_SHOWN]
    if len(told) > ROWS_SHOWN:
        yield "    " + say(lang, "compare.more_rows", count=str(len(told) - ROWS_SHOWN))


def _changed(change: RowChanges, lang: Lang) -> Iterator[str]:
    for at, one in enumerate(change.changed):
        if change.a is not None and change.b is not None:
            where = dict.fromkeys(str(place) for place in (change.a.place(one.a), change.b.place(one.b)))
            said = (f"{name} {before}{ARROW}{after}" for name, before, after in column_changes(change, at, lang))
            said_ = say(lang, "list.also").join(said)
            yield f"    {say(lang, 'compare.changed')}  {ARROW.join(where)}  {said_}"


def _alone(change: RowChanges, table: Table | None, rows: Sequence[int], name: str, lang: Lang) -> Iterator[str]:
    if table is not None:
        for row in rows:
            yield f"    {say(lang, f'compare.{name}')}  {table.place(row)}  {row_words(change, table, row, lang)}"


def _files(found: Comparison, lang: Lang) -> list[str]:
    """Which workbooks are the same, byte for byte; what is not can only be told by who has both."""
    pairs = file_pairs(found)
    same = [(a, b) for a, b, kind in pairs if kind == "same"]
    lines = [say(lang, "compare.files", count=str(len(same)))]
    lines += [f"  {say(lang, 'compare.renamed')}  {a}{ARROW}{b}" for a, b in same if a != b]
    lines += [f"  {say(lang, f'compare.{kind}')}  {a or b}" for a, b, kind in pairs if kind != "same"]
    return lines
