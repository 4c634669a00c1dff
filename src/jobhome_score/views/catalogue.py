"""Everything a rule can measure, by name: which ledgers it needs, which columns it has, and how it is made."""

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache, partial

from jobhome_score.ledgers.catalogue import PROJECT, ledgers
from jobhome_score.ledgers.days import Day, SpanKind
from jobhome_score.ledgers.kinds import Choice, Kind, YesNo
from jobhome_score.ledgers.numbers import Count, Money, Number
from jobhome_score.named import NamedTuple
from jobhome_score.views import conduct, fairs, parties, people, reach
from jobhome_score.views.relation import Relation
from jobhome_score.views.season import UNDATED, Season


class Content(Enum):
    """What a column holds, as far as a rubric must know."""

    NUMBER = "number"
    YES_NO = "yes-no"
    CHOICE = "choice"
    DATE = "date"
    OTHER = "text"


class ViewColumn(NamedTuple):
    """A column of a view; `options` for a choice."""

    content: Content
    options: tuple[str, ...] = ()


class View(NamedTuple):
    """A named source of rows. It can be built where every ledger it needs was handed in.

    `later`: columns that an act of today still changes in old rows: a call may be made late, a fair not held again.
    `parts`: the views whose rows it holds one after another, so that none of them is made twice.
    """

    name: str
    needs: frozenset[str]
    columns: Mapping[str, ViewColumn]
    build: Callable[[Season], Relation]
    later: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()


NUMBER, YES_NO = ViewColumn(Content.NUMBER), ViewColumn(Content.YES_NO)
DATE, OTHER = ViewColumn(Content.DATE), ViewColumn(Content.OTHER)
DAY = {"date": DATE, "weekday": NUMBER, "working": YES_NO}
GROUP = {"group": ViewColumn(Content.CHOICE, ("fair_companies", "fair_seekers", "gig_seekers", "frontdesk"))}
LATER: Mapping[str, frozenset[str]] = {
    "fair_callbacks": frozenset({"reached"}), "gig_callbacks": frozenset({"reached"}),
    "desk_callbacks": frozenset({"reached"}), "all_callbacks": frozenset({"reached"}),
    "online": frozenset({"contacted", "recommendations"}),
    "gig_workers": frozenset({"recommendations", "follow_ups"}),
    "feedback": frozenset({"open"}),
    "duty_gaps": frozenset({"gap"}),
}  # fmt: skip
"""What an act of today still changes: calls, recommendations, follow-ups, answers, owners of duties."""

CALLS = GROUP | {"due": NUMBER, "reached": NUMBER}
PARTS = {"all_callbacks": ("fair_callbacks", "gig_callbacks", "desk_callbacks")}


def _column(kind: Kind) -> ViewColumn:
    match kind:
        case Choice():
            return ViewColumn(Content.CHOICE, kind.options)
        case YesNo():
            return YES_NO
        case Count() | Number() | Money():
            return NUMBER
        case Day() | SpanKind():
            return DATE
    return OTHER


def _columns(ledger: str) -> dict[str, ViewColumn]:
    return {name: _column(declared.kind) for name, declared in ledgers()[ledger].fields.items()}


def _on_post() -> dict[str, ViewColumn]:
    staff = _columns("staff")
    return {name: staff[name] for name in ("name", "employment", "live_role")}


def _view(
    name: str, needs: str, columns: Mapping[str, ViewColumn], build: Callable[[Season], Relation]
) -> View:  # fmt: skip
    return View(name, frozenset(needs.split()), columns, build, LATER.get(name, frozenset()), PARTS.get(name, ()))


@cache
def views() -> Mapping[str, View]:
    """Every ledger that has dates, as the rows of the period, and every view beside them."""
    plain = [name for name in ledgers() if name not in UNDATED and name != PROJECT]
    made = {name: _view(name, name, _columns(name), partial(Season.rows, ledger=name)) for name in plain}
    gap = {"gap": ViewColumn(Content.CHOICE, ("no_owner", "not_full_time", "no_duty"))}
    special = (
        _view("events", "events", _columns("events") | {"offline": YES_NO, "online": YES_NO}, fairs.events),
        _view("online", "online events", _columns("online"), partial(Season.rows, ledger="online")),
        _view("callbacks", "callbacks events", _columns("callbacks"), partial(Season.rows, ledger="callbacks")),
        _view("services", "services", _columns("services") | {"item": OTHER}, fairs.services),
        _view("feedback", "feedback", _columns("feedback") | {"open": YES_NO}, conduct.feedback),
        _view("findings", "findings", _columns("findings") | {"working_days": NUMBER}, conduct.findings),
        _view("on_post_by_month", "staff attendance", _on_post(), people.on_post_by_month),
        _view("on_post_in_period", "staff attendance", _on_post(), people.on_post_in_period),
        _view("duty_gaps", "staff duties", gap, people.duty_gaps),
        _view("fair_callbacks", "events callbacks", CALLS, parties.fair_callbacks),
        _view("gig_callbacks", "gig_workers callbacks", CALLS, parties.gig_callbacks),
        _view("desk_callbacks", "frontdesk callbacks", CALLS, parties.desk_callbacks),
        _view("all_callbacks", "events callbacks gig_workers frontdesk", CALLS, parties.all_callbacks),
        _view("follower_counts", "followers", _columns("followers"), reach.follower_counts),
        _view("callbacks_made", "callbacks", _columns("callbacks"), reach.callbacks_made),
        _view("fair_days", "events", DAY | {"daily_fairs": NUMBER}, fairs.fair_days),
        _view("duty_days", "attendance", DAY | {"attended": NUMBER}, fairs.duty_days),
    )
    return made | {view.name: view for view in special}
