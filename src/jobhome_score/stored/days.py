"""The shapes of days, moments, months and quarters."""

import datetime as dt
from typing import Final

from jobhome_score.ledgers.days import Span
from jobhome_score.patterns import pattern
from jobhome_score.records import dataclass
from jobhome_score.stored.shapes import At, Book, Plain, Wrong

DAY: Final = pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as 2026-03-31."""

    label: str = "date"

    def write(self, value: dt.date, _: Book) -> Plain:
        """Year, month and day."""
        return value.isoformat()

    def read(self, node: Plain, at: At, _: Book) -> dt.date:
        """The day."""
        try:
            if isinstance(node, str) and DAY.fullmatch(node):
                return dt.date.fromisoformat(node)
        except ValueError:
            pass
        raise Wrong(at, "date", node)


@dataclass(frozen=True, slots=True)
class Time:
    """A moment with its offset from UTC."""

    label: str = "time"

    def write(self, value: dt.datetime, _: Book) -> Plain:
        """Day, time and offset."""
        return value.isoformat()

    def read(self, node: Plain, at: At, _: Book) -> dt.datetime:
        """The moment."""
        return moment_of(node, at)


def moment_of(node: Plain, at: At) -> dt.datetime:
    """A moment, which must have been written just as we write it. Raises Wrong."""
    try:
        moment = dt.datetime.fromisoformat(node) if isinstance(node, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.isoformat() != node:
        raise Wrong(at, "time", node)
    return moment


@dataclass(frozen=True, slots=True)
class Months:
    """A month or quarter as `[2026, 3, 1]`: year, first month, number of months."""

    label: str = "span"

    def write(self, value: Span, _: Book) -> Plain:
        """Year, first month, number of months."""
        return [value.year, value.month, value.months]

    def read(self, node: Plain, at: At, _: Book) -> Span:
        """The span."""
        if not isinstance(node, list) or [type(one) for one in node] != [int, int, int]:
            raise Wrong(at, "span", node)
        year, month, months = node
        if not (0 <= year <= dt.MAXYEAR and 1 <= month <= 12 and months in (1, 3)):  # noqa: PLR2004 - a year has twelve
            raise Wrong(at, "span", node)
        return Span(year, month, months)
