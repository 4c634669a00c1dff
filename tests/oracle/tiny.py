"""Tiny years by hand, to trust the oracle."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from .columns import sheets
from .rows import Row, Year

START, END = date(2025, 7, 1), date(2026, 6, 30)
MONTH_STARTS = (*(date(2025, month, 1) for month in range(7, 13)), *(date(2026, month, 1) for month in range(1, 7)))


def row(ledger: str, **cells: object) -> Row:
    """A row of a ledger; what is not named is blank."""
    return {**{name: None for name, _, _ in sheets()[ledger].columns}, **cells}


def year_with(ledgers: Mapping[str, list[Row]], start: date = START, end: date = END) -> Year:
    """A year that has these rows and no others."""
    year: Year = {ledger: [] for ledger in sheets()}
    year["project"] = [row("project", period_start=start, period_end=end, contract_amount=Decimal("1200000.00"))]
    return {**year, **{ledger: list(rows) for ledger, rows in ledgers.items()}}


def fair(number: int, kind: str = "日常", figures: tuple[int, int, int] = (35, 900, 200), **cells: object) -> Row:
    """An offline fair with companies, positions and visitors."""
    names = ("companies", "positions", "visitors")
    about: Row = {
        "date": date(2025, 9, 4),
        "kind": kind,
        "mode": "线下",
        "region": "市内",
        **dict(zip(names, figures, strict=True)),
    }
    return row("events", event=f"A-{number:02}", **{**about, **cells})


def calls(number: int, channel: str = "招聘会", **cells: object) -> list[Row]:
    """Successful calls to so many companies of fair A-01."""
    about: Row = {"date": date(2025, 9, 30), "channel": channel, "party": "企业", "event": "A-01", "reached": True}
    return [row("callbacks", **{**about, "name": f"公司{which}", **cells}) for which in range(number)]


def full_timers(number: int) -> list[Row]:
    """People on the roster since before the period."""
    return [row("staff", name=f"职员{which}", employment="专职", start=date(2025, 1, 1)) for which in range(number)]


def seen(person: int, moment: date, status: str = "出勤") -> Row:
    """One day of attendance."""
    return row("attendance", date=moment, name=f"职员{person}", status=status)


def everybody_seen(number: int) -> list[Row]:
    """Everybody on the first of each month."""
    return [seen(person, moment) for person in range(number) for moment in MONTH_STARTS]


def finding(kind: str, moment: date = date(2025, 9, 4), **cells: object) -> Row:
    """One finding."""
    return row("findings", date=moment, type=kind, note="记录", **cells)
