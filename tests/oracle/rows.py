"""Plain rows of a site-year, and how their cells are taken."""

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

Row: TypeAlias = dict[str, object]
Year: TypeAlias = dict[str, list[Row]]


def day(row: Mapping[str, object], column: str = "date") -> date:
    """The date in a cell that must hold one."""
    value = row[column]
    if not isinstance(value, date):
        message = f"{column}: {value!r} is no date"
        raise TypeError(message)
    return value


def day_or_none(row: Mapping[str, object], column: str) -> date | None:
    """The date in a cell that may be blank."""
    return None if row.get(column) is None else day(row, column)


def count(row: Mapping[str, object], column: str, blank: int = 0) -> int:
    """The whole number in a cell, or `blank` where it is empty."""
    value = row.get(column)
    if value is None:
        return blank
    if not isinstance(value, int):
        message = f"{column}: {value!r} is no whole number"
        raise TypeError(message)
    return value


def text(row: Mapping[str, object], column: str) -> str:
    """The text in a cell, empty where the cell is blank."""
    value = row.get(column)
    return "" if value is None else str(value)


def name_key(row: Mapping[str, object], column: str = "name") -> str:
    """What names are compared on: NFKC, without blanks and format characters."""
    folded = unicodedata.normalize("NFKC", text(row, column))
    return "".join(sign for sign in folded if not sign.isspace() and unicodedata.category(sign) != "Cf")


def phone_key(row: Mapping[str, object]) -> str:
    """What phones are compared on: a name key without hyphens."""
    return name_key(row, "phone").replace("-", "")


def is_no(row: Mapping[str, object], column: str) -> bool:
    """Whether a yes/no cell says no; a blank one does not."""
    return row.get(column) is False


def is_yes(row: Mapping[str, object], column: str) -> bool:
    """Whether a yes/no cell says yes; a blank one does not."""
    return row.get(column) is True
