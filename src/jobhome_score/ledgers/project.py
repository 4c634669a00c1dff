"""The project sheet: items and their contents, two columns instead of one row a record."""

import datetime as dt
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from jobhome_score.evidence import Place
from jobhome_score.ledgers.body import about
from jobhome_score.ledgers.kinds import Unreadable, read_value, shown
from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.rows import Field, Ledger
from jobhome_score.ledgers.tables import Contract
from jobhome_score.ledgers.wording import header_key
from jobhome_score.problems import Code, Problem, folded
from jobhome_score.reading.cells import Row, Sheet, Value
from jobhome_score.records import dataclass, field

HEADINGS = frozenset({"项目", "item", "内容", "value"})


@dataclass(slots=True)
class ProjectItems:
    """What the project sheets said so far: typed values, where each stood, and how many rows were items of ours."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    counted: int = 0


def read_items(ledger: Ledger, sheet: Sheet, items: ProjectItems) -> int:
    """Read one project sheet into the items; returns how many rows were items of ours."""
    before = items.counted
    items.problems.extend(folded(_read(ledger, sheet, items)))
    return items.counted - before


def _read(ledger: Ledger, sheet: Sheet, items: ProjectItems) -> Iterator[Problem]:
    own, also = ledger.headers()
    for number, row in zip(sheet.numbers, sheet.rows, strict=True):
        at, label, content_at, content = _pair(row)
        name = header_key(shown(label))
        declared = own.get(name) or also.get(name)
        if declared is None:
            yield from _unknown(sheet, number, at, name, label, content)
            continue
        items.counted += 1
        if content is not None:
            yield from _take(items, declared, Place(sheet.file, sheet.name, number, content_at), content)


def _pair(row: Row) -> tuple[int, Value, int, Value]:
    filled = [(column, value) for column, value in enumerate(row) if value is not None]
    at, label = filled[0]
    content_at, content = filled[1] if len(filled) > 1 else (at + 1, None)
    return at, label, content_at, content


def _unknown(sheet: Sheet, number: int, at: int, name: str, label: Value, content: Value) -> Iterator[Problem]:
    if content is not None and name not in HEADINGS:
        yield Problem(Code.UNKNOWN_PROJECT_ITEM, Place(sheet.file, sheet.name, number, at), shown(label))


def _take(items: ProjectItems, declared: Field, place: Place, content: Value) -> Iterator[Problem]:
    if declared.id in items.places:
        facts = about(declared) | {"other": str(items.places[declared.id])}
        yield Problem(Code.REPEATED_PROJECT_ITEM, place, shown(content), facts)
        return
    items.places[declared.id] = place
    try:
        items.values[declared.id] = read_value(content, declared.kind)
    except Unreadable as reason:
        yield Problem(reason.code, place, shown(content), about(declared))


def contract_of(ledger: Ledger, items: ProjectItems, sheets: Sequence[Sheet]) -> Contract | None:
    """The contract that the items make together, None where an item it needs is missing or unreadable.

    Problems go to the items' problems; one of them may stop the scoring although there is a contract.
    """
    where = Place(sheets[0].file, sheets[0].name) if sheets else Place("")
    for declared in ledger.fields.values():
        if declared.required and declared.id not in items.places:
            items.problems.append(Problem(Code.MISSING_PROJECT_ITEM, where, "", about(declared)))
    _check_fees(ledger, items, where)
    start: Any = items.values.get("period_start")
    end: Any = items.values.get("period_end")
    if start is not None and end is not None:
        _check_period(items, start, end)
    said = items.values
    if start is None or end is None or end < start or any(said.get(name) is None for name in _needed(ledger)):
        return None
    return Contract(
        said["site"], said["operator"], said.get("purchaser"), Period(start, end), said["contract_amount"],
        said.get("base_fee"), said.get("assessed_fee"), said.get("paid", Decimal("0.00")),
    )  # fmt: skip


def _needed(ledger: Ledger) -> list[str]:
    return [declared.id for declared in ledger.fields.values() if declared.required]


def _check_period(items: ProjectItems, start: dt.date, end: dt.date) -> None:
    facts = {"start": start.isoformat(), "end": end.isoformat()}
    place = items.places["period_end"]
    if end < start:
        items.problems.append(Problem(Code.BAD_PERIOD, place, end.isoformat(), facts))
    elif not Period(start, end).is_a_year:
        items.problems.append(Problem(Code.PERIOD_NOT_A_YEAR, place, end.isoformat(), facts))


def _check_fees(ledger: Ledger, items: ProjectItems, where: Place) -> None:
    """Both parts of the fee or neither; together they are the contract amount."""
    parts = [name for name in ("base_fee", "assessed_fee") if name in items.places]
    if len(parts) == 1:
        other = "assessed_fee" if parts == ["base_fee"] else "base_fee"
        items.problems.append(Problem(Code.MISSING_PROJECT_ITEM, where, "", about(ledger.fields[other])))
    amounts = [items.values.get(name) for name in ("base_fee", "assessed_fee", "contract_amount")]
    base, assessed, whole = amounts
    if base is not None and assessed is not None and whole is not None and base + assessed != whole:
        facts = {"sum": str(base + assessed), "whole": str(whole)}
        items.problems.append(Problem(Code.FEE_PARTS_DIFFER, items.places["assessed_fee"], str(assessed), facts))
