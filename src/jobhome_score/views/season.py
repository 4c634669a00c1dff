"""A season: one site's period as an assessment sees it, and which rows of each ledger belong to it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import compress
from operator import not_

from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.tables import Ledgers, Table
from jobhome_score.ledgers.wording import key
from jobhome_score.records import dataclass, replace
from jobhome_score.views.relation import Moment, Relation, rows_of
from jobhome_score.views.workdays import Workdays

UNDATED = frozenset({"staff", "duties", "project", "reviews"})
"""Ledgers whose rows belong to the season whatever their date; `reviews` look back on it and are no part of it."""


@dataclass(slots=True)
class LeftOut:
    """Rows of a sheet that the season does not see: the numbers of those outside the period, how many are later.

    `later` lie in the period, but after the as-of date.
    """

    ledger: str
    outside: list[int]
    later: int = 0


@dataclass(frozen=True)
class Season:
    """The ledgers with the period, the as-of date (None: the whole period), the working days and the service catalogue.

    `catalogue` maps the key of every spelling of a service to its name in the rubric. `judged` is the day whose end
    decides what is due, where that is not the as-of date.
    """

    ledgers: Ledgers
    as_of: dt.date | None
    workdays: Workdays
    catalogue: Mapping[str, str]
    judged: dt.date | None = None

    @property
    def period(self) -> Period:
        """The whole period of the contract."""
        return self.ledgers.contract.period

    @cached_property
    def seen(self) -> Period:
        """The part of the period that lies before the as-of date."""
        return self.period.until(self.as_of)

    @property
    def horizon(self) -> dt.date:
        """The last day of which anything is known: the as-of date, or the end of the period."""
        return self.seen.end

    @property
    def judgement(self) -> dt.date:
        """What has ended by this day is due, and what is still open is open until then."""
        return self.judged or self.horizon

    @property
    def over(self) -> bool:
        """Whether the period has ended, so that its annual targets are due."""
        return self.judgement == self.period.end

    def as_if_over(self) -> "Season":
        """The same season judged as if its period had ended and nothing were known or done after the as-of date."""
        return replace(self, judged=self.period.end)

    def has(self, ledger: str) -> bool:
        """Whether a ledger was handed in."""
        return ledger in self.ledgers.tables

    def table(self, ledger: str) -> Table:
        """A ledger that was handed in."""
        return self.ledgers.tables[ledger]

    @cached_property
    def event_days(self) -> Mapping[str, dt.date]:
        """The date of each event by the key of its number; empty without an events ledger."""
        if not self.has("events"):
            return {}
        events = self.table("events")
        return dict(zip(events.keyed("event"), events.columns["date"], strict=True))

    @cached_property
    def _decided(self) -> dict[str, Sequence[Moment | None]]:
        return {}

    @cached_property
    def _known(self) -> dict[Moment | None, bool]:
        """Whether a moment that some ledger has belongs to the season: most ledgers have the same days."""
        return {}

    @cached_property
    def _seen(self) -> dict[str, Sequence[bool]]:
        return {}

    def moments(self, ledger: str) -> Sequence[Moment | None]:
        """What decides for each row of a ledger whether it belongs to the period; None where that cannot be told."""
        if ledger not in self._decided:
            self._decided[ledger] = self._moments(ledger)
        return self._decided[ledger]

    def _moments(self, ledger: str) -> Sequence[Moment | None]:
        table = self.table(ledger)
        match ledger:
            case "reports":
                return table.columns["covers"]
            case "online":
                return [self.event_days.get(event) for event in table.keyed("event")]
            case "callbacks":
                rows = zip(table.columns["channel"], table.keyed("event"), table.columns["date"], strict=True)
                day_of = self.event_days.get
                return [day_of(event) if channel == "招聘会" else day for channel, event, day in rows]
        return table.columns["date"]

    def belongs(self, moment: Moment | None) -> bool:
        """Whether what happened then is seen: a day in the period, a month or quarter that touches it."""
        return in_period(self.seen, moment)

    def rows(self, ledger: str, extra: Mapping[str, Sequence[object]] | None = None) -> Relation:
        """The rows of a ledger that belong to the season, with further columns that run along the whole ledger."""
        table = self.table(ledger)
        if ledger in UNDATED:
            return rows_of(table, [True] * len(table), [self.period.start] * len(table), extra)
        return rows_of(table, self._belonging(ledger), self.moments(ledger), extra)  # type: ignore[arg-type]  # see there

    def _belonging(self, ledger: str) -> Sequence[bool]:
        """Whether each row of a ledger belongs to the season; one that does has a moment."""
        if ledger not in self._seen:
            moments, known = self.moments(ledger), self._known
            known |= {moment: self.belongs(moment) for moment in set(moments).difference(known)}
            self._seen[ledger] = list(map(known.__getitem__, moments))
        return self._seen[ledger]

    @cached_property
    def reached(self) -> Mapping[str, Sequence[tuple[str | None, ...]]]:
        """Whom the successful callbacks of the season name, by channel: event, side, name and phone."""
        table, seen = self.table("callbacks"), self._belonging("callbacks")
        channels = table.columns["channel"]
        parties = zip(*map(table.keyed, ("event", "party", "name", "phone")), strict=True)
        calls = compress(zip(channels, parties, strict=True), seen)
        found: dict[str, list[tuple[str | None, ...]]] = {channel: [] for channel in set(channels)}
        for channel, party in compress(calls, compress(table.columns["reached"], seen)):
            found[channel].append(party)
        return found

    @cached_property
    def left_out(self) -> Mapping[tuple[str, str], LeftOut]:
        """What is left out by its date, by file and sheet; every sheet of a dated ledger is named."""
        found: dict[tuple[str, str], LeftOut] = {}
        for name, table in self.ledgers.tables.items():
            if name in UNDATED or (name == "online" and not self.has("events")):
                continue
            moments = self.moments(name)
            for piece in table.pieces:
                found.setdefault((piece.file, piece.sheet), LeftOut(name, []))
            for row in compress(range(len(table)), map(not_, self._belonging(name))):
                moment, place = moments[row], table.place(row)
                sheet = found[place.file, place.sheet]
                if moment is not None and not in_period(self.period, moment):
                    sheet.outside.append(place.row)
                elif moment is not None:
                    sheet.later += 1
        return found

    def service(self, written: str) -> str | None:
        """The service of the catalogue that a spelling means; None where the catalogue knows none."""
        return self.catalogue.get(key(written).casefold())


def in_period(period: Period, moment: Moment | None) -> bool:
    """Whether a day lies in a period, or a month or quarter touches it; what happened at no known time does not."""
    if moment is None:
        return False
    return period.holds(moment) if isinstance(moment, dt.date) else period.touches(moment)
