"""Who was on post, and which duties nobody answers for (1.1, 2.5)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from jobhome_score.evidence import Place
from jobhome_score.ledgers.period import Period
from jobhome_score.ledgers.tables import Table
from jobhome_score.ledgers.wording import key
from jobhome_score.patterns import pattern
from jobhome_score.views.cells import months_within
from jobhome_score.views.relation import Joined, Relation, joined
from jobhome_score.views.season import Season

ATTENDED = frozenset({"出勤", "值班", "外勤"})
FULL_TIME = "专职"
OWNERS = pattern(r"[、，,;；/]")


def on_post_by_month(season: Season) -> Relation:
    """Month by month, each engagement of the roster whose person was on post and attended at least one day of it."""
    return joined(_on_post(season, tuple(months_within(season.seen))))


def on_post_in_period(season: Season) -> Relation:
    """Each engagement whose person was on post at any time and attended at least one day of the period."""
    return joined(_on_post(season, (season.seen,)))


def _on_post(season: Season, spans: Sequence[Period]) -> Iterator[Joined]:
    staff = season.table("staff")
    names, roles, kinds = staff.keyed("name"), staff.columns["live_role"], staff.columns["employment"]
    for span, attended in zip(spans, _attended(season, spans), strict=True):
        for row in _engaged(season, span):
            if names[row] in attended:
                values = {"name": names[row], "employment": kinds[row], "live_role": roles[row]}
                yield Joined(values, partial(_both, staff, row, attended[names[row]]), span.start)


def _both(staff: Table, row: int, attended: Callable[[], Place]) -> tuple[Place, Place]:
    return staff.place(row), attended()


def _engaged(season: Season, span: Period) -> Iterator[int]:
    """Rows of the roster on post in a span: started by its end, and not left before it began."""
    staff = season.table("staff")
    for row, (start, end) in enumerate(zip(staff.columns["start"], staff.columns["end"], strict=True)):
        if start <= span.end and (end is None or end >= span.start):
            yield row


def _attended(season: Season, spans: Sequence[Period]) -> Sequence[Mapping[str, Callable[[], Place]]]:
    """Span by span, who attended on any of its days, with the first such row."""
    attendance = season.table("attendance")
    days = attendance.columns["date"]
    span_of = {day: at for day in set(days) for at, span in enumerate(spans) if span.holds(day)}
    found: tuple[dict[str, Callable[[], Place]], ...] = tuple({} for _ in spans)
    rows = zip(days, attendance.keyed("name"), attendance.columns["status"], strict=True)
    for row, (day, name, status) in enumerate(rows):
        if status in ATTENDED and day in span_of and name not in found[span_of[day]]:
            found[span_of[day]][name] = partial(attendance.place, row)
    return found


def duty_gaps(season: Season) -> Relation:
    """Duties without an owner or with one who is not 专职 on the roster, and 专职 people on post who own no duty."""
    staff = season.table("staff")
    kinds, names = staff.columns["employment"], staff.keyed("name")
    roster = {name for name, kind in zip(names, kinds, strict=True) if kind == FULL_TIME}
    owners = [_owners(text) for text in season.table("duties").columns["owner"]]
    owning = {name for named in owners for name in named}
    on_post = {names[row]: row for row in _engaged(season, season.seen) if kinds[row] == FULL_TIME}
    idle = [
        Joined({"gap": "no_duty"}, partial(_alone, staff, row)) for name, row in on_post.items() if name not in owning
    ]
    return joined([*_unowned(season, owners, roster), *idle])


def _owners(text: str | None) -> Sequence[str]:
    return tuple(filter(None, (key(part) for part in OWNERS.split(text or ""))))


def _alone(table: Table, row: int) -> tuple[Place]:
    return (table.place(row),)


def _unowned(season: Season, owners: Sequence[Sequence[str]], roster: set[str]) -> Iterator[Joined]:
    duties = season.table("duties")
    for row, named in enumerate(owners):
        if not named or not roster.issuperset(named):
            yield Joined({"gap": "not_full_time" if named else "no_owner"}, partial(_alone, duties, row))
