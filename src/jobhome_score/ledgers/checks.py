"""What must hold between cells of a row, between rows, and between ledgers."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from jobhome_score.ledgers.body import about
from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.lookalikes import lookalikes
from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.tables import Contract, Table
from jobhome_score.problems import Code, Problem, folded
from jobhome_score.records import replace

QUARTERLY = frozenset({"季度分析报告", "零工供求分析"})
SEASON = 3
LONGEST_PART = 60
LOOKED_AT = 1_000
"""So many rows tell which column tells most rows apart."""


def check_tables(
    tables: Mapping[str, Table], contract: Contract | None, handed_in: frozenset[str]
) -> Iterator[Problem]:
    """Problems between cells, rows and ledgers, many alike folded. Bare quarters of reports get their year here."""
    yield from folded(_all_found(tables, contract, handed_in))


def _all_found(tables: Mapping[str, Table], contract: Contract | None, handed_in: frozenset[str]) -> Iterator[Problem]:
    if "reports" in tables:
        yield from _settle_quarters(tables["reports"], contract.period if contract else None)
    for found in tables.values():
        yield from _repeated_keys(found) if found.ledger.key else _repeated_rows(found)
        yield from lookalikes(found)
    for name, rule in ROW_RULES:
        if name in tables:
            yield from rule(tables[name])
    if "attendance" in tables and "staff" in tables:
        yield from _strangers(tables["attendance"], tables["staff"])
    for name in ("callbacks", "online"):
        if name in tables and ("events" in tables or "events" not in handed_in):
            yield from _dangling(tables[name], tables.get("events"))


def _repeated_keys(found: Table) -> Iterator[Problem]:
    columns = [found.keyed(name) for name in found.ledger.key]
    if _all_differ(columns, len(found)):
        return
    keys = list(zip(*columns, strict=True))
    named = "、".join(found.ledger.fields[name].column.zh for name in found.ledger.key)
    required = [name for name in found.ledger.key if found.ledger.fields[name].required]
    spots = [found.ledger.key.index(name) for name in required]
    for row, first in _repeats(keys):
        if all(keys[row][spot] is not None for spot in spots):
            shown = "、".join(str(part)[:LONGEST_PART] for part in keys[row] if part is not None)
            facts = {"columns": named, "other": str(found.place(first))}
            yield Problem(Code.DUPLICATE_KEY, found.place(row), shown, facts)


def _repeated_rows(found: Table) -> Iterator[Problem]:
    suspects = _sharing(max(found.columns.values(), key=_variety))
    columns = [list(map(column.__getitem__, suspects)) for column in found.columns.values()]
    if _all_differ(columns, len(suspects)):
        return
    for row, first in _repeats(list(zip(*columns, strict=True))):
        other = str(found.place(suspects[first]))
        yield Problem(Code.REPEATED_ROW, found.place(suspects[row]), "", {"other": other})


def _variety(column: Sequence[Any]) -> int:
    """How many values a column has in its first rows."""
    return len(set(column[:LOOKED_AT]))


def _sharing(column: Sequence[Any]) -> Sequence[int]:
    """The rows whose value in a column is another row's as well."""
    counts = Counter(column)
    return [row for row, value in enumerate(column) if counts[value] > 1]


def _all_differ(columns: Sequence[Sequence[Any]], rows: int) -> bool:
    """Whether rows have hashes of their own, and so differ; a million whole rows would weigh more than the ledger."""
    return len(set(map(hash, zip(*columns, strict=True)))) == rows


def _repeats(items: Sequence[Any]) -> Iterator[tuple[int, int]]:
    first: dict[Any, int] = {}
    for row, item in enumerate(items):
        if item in first:
            yield row, first[item]
        else:
            first[item] = row


def _dangling(found: Table, events: Table | None) -> Iterator[Problem]:
    """References to events that are not in the events ledger; without that ledger there is nothing to resolve in."""
    if events is None:
        return
    strange = set(found.keyed("event")) - set(events.keyed("event")) - {None}
    for row, event in enumerate(found.keyed("event")) if strange else ():
        if event in strange:
            facts = about(found.ledger.fields["event"]) | {"ledger": events.ledger.sheet}
            yield Problem(Code.DANGLING_REFERENCE, found.place(row, "event"), found.columns["event"][row], facts)


def _strangers(attendance: Table, staff: Table) -> Iterator[Problem]:
    """Names that attended and are on nobody's roster, once each: they count for nobody."""
    names = attendance.keyed("name")
    strangers = set(names) - set(staff.keyed("name")) - {None}
    rows: dict[str, list[int]] = {}
    for row, name in enumerate(names) if strangers else ():
        if name in strangers:
            rows.setdefault(name, []).append(row)
    for first, *rest in rows.values():
        facts = about(attendance.ledger.fields["name"]) | {"rows": str(len(rest) + 1)}
        name = attendance.columns["name"][first]
        yield Problem(Code.NOT_ON_ROSTER, attendance.place(first, "name"), name, facts)


def _needed(found: Table, field_id: str, beside: str, said: str | bool, reason: str) -> Iterator[Problem]:
    """Where a cell is blank although another one of its row says something."""
    pairs = zip(found.columns[field_id], found.columns[beside], strict=True)
    for row in [row for row, (value, other) in enumerate(pairs) if value is None and other == said]:
        facts = about(found.ledger.fields[field_id]) | {"reason": reason}
        yield Problem(Code.NEEDED_HERE, found.place(row, field_id), "", facts)


def _callbacks(found: Table) -> Iterator[Problem]:
    yield from _needed(found, "event", "channel", "招聘会", "渠道=招聘会")


def _online(found: Table) -> Iterator[Problem]:
    yield from _needed(found, "outcome", "party", "求职者", "对象=求职者")


def _trainings(found: Table) -> Iterator[Problem]:
    yield from _needed(found, "eligible", "kind", "点亮万家", "类别=点亮万家")


def _findings(found: Table) -> Iterator[Problem]:
    day, fixed = found.columns["date"], found.columns["fixed"]
    yield from _needed(found, "indicator", "type", "数据造假", "问题类型=数据造假")
    for row, end in enumerate(fixed):
        if end is not None and day[row] is not None and end < day[row]:
            facts = {"date": day[row].isoformat()}
            yield Problem(Code.FIXED_BEFORE_REPORT, found.place(row, "fixed"), end.isoformat(), facts)
    for row, count in enumerate(found.columns["count"]):
        if count == 0:
            facts = about(found.ledger.fields["count"])
            yield Problem(Code.COUNT_OF_NOTHING, found.place(row, "count"), "0", facts)


def _staff(found: Table) -> Iterator[Problem]:
    for row, (start, end) in enumerate(zip(found.columns["start"], found.columns["end"], strict=True)):
        if start is not None and end is not None and end < start:
            facts = {"date": start.isoformat()}
            yield Problem(Code.LEFT_BEFORE_ARRIVAL, found.place(row, "end"), end.isoformat(), facts)


def _feedback(found: Table) -> Iterator[Problem]:
    for row, (day, end) in enumerate(zip(found.columns["date"], found.columns["handled"], strict=True)):
        if day is not None and end is not None and end < day:
            facts = {"date": day.isoformat()}
            yield Problem(Code.HANDLED_BEFORE_FEEDBACK, found.place(row, "handled"), end.isoformat(), facts)


def _complaints(found: Table) -> Iterator[Problem]:
    adverse = found.columns["adverse"]
    yield from _needed(found, "points", "adverse", True, "不良影响=是")
    for row, points in enumerate(found.columns["points"]):
        if points is not None and adverse[row] is False:
            facts = about(found.ledger.fields["points"]) | {"reason": "不良影响=否"}
            yield Problem(Code.NOT_WANTED_HERE, found.place(row, "points"), str(points), facts)


def _reports(found: Table) -> Iterator[Problem]:
    for row, (kind, span) in enumerate(zip(found.columns["kind"], found.columns["covers"], strict=True)):
        if kind is not None and span is not None and (kind in QUARTERLY) != (span.months == SEASON):
            facts = about(found.ledger.fields["covers"]) | {
                "of": kind,
                "span": "quarter" if kind in QUARTERLY else "month",
            }
            yield Problem(Code.WRONG_SPAN, found.place(row, "covers"), str(span), facts)
    for row, (day, span) in enumerate(zip(found.columns["date"], found.columns["covers"], strict=True)):
        if day is not None and span is not None and span.year and day < span.first:
            yield Problem(Code.REPORT_TOO_EARLY, found.place(row, "date"), day.isoformat(), {"span": str(span)})


ROW_RULES: tuple[tuple[str, Callable[[Table], Iterator[Problem]]], ...] = (
    ("callbacks", _callbacks), ("online", _online), ("trainings", _trainings),
    ("staff", _staff), ("feedback", _feedback), ("findings", _findings), ("complaints", _complaints), ("reports", _reports),
)  # fmt: skip


def _settle_quarters(found: Table, period: Period | None) -> Iterator[Problem]:
    """Give quarters written without a year the year in which they lie in the period; two such years are a problem."""
    column = found.columns["covers"]
    for row, span in enumerate(column):
        if span is None or span.year or period is None:
            continue
        years = _years(span, period)
        place, facts = found.place(row, "covers"), about(found.ledger.fields["covers"])
        if len(years) == 1:
            column[row] = replace(span, year=years[0])  # type: ignore[index]
        else:
            facts |= {"years": "、".join(map(str, years))}
            yield Problem(Code.AMBIGUOUS_QUARTER, place, _bare(span), facts)
            column[row] = None  # type: ignore[index]


def _years(span: Span, period: Period) -> list[int]:
    return [year for year in range(period.start.year, period.end.year + 1) if period.touches(replace(span, year=year))]


def _bare(span: Span) -> str:
    return "一二三四"[span.month // SEASON] + "季度"
