"""A plan carried out: what its repairs write into the ledgers, and ordinary work going on."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import count
from math import ceil, floor

from tests.oracle.columns import sheets
from tests.oracle.rows import Row, Year
from tests.random_years import Drawn

from jobhome_score.insight.plan.ground import Ground
from jobhome_score.insight.plan.levers import Lever
from jobhome_score.insight.plan.planning import Plan
from jobhome_score.insight.plan.staircases import Move, moved
from jobhome_score.ledgers.catalogue import REVIEWS
from jobhome_score.ledgers.days import Span
from jobhome_score.ledgers.loading import Checked
from jobhome_score.measures.measuring import Figure
from jobhome_score.reports.plan_phrases import farthest
from jobhome_score.rubric.document import Comparison, How
from jobhome_score.scoring.pricing import steps

LEDGERS = {"fair_callbacks": "callbacks", "gig_callbacks": "callbacks", "desk_callbacks": "callbacks",
           "follower_counts": "followers", "on_post_by_month": "staff"}  # fmt: skip
DEFAULTS: dict[str, Row] = {
    "events": {"kind": "日常", "mode": "线下", "region": "市内", "companies": 0, "positions": 0, "visitors": 0},
    "livestreams": {"title": "直播", "kind": "直播带岗", "views": 0, "positions": 0},
    "visits": {"company": "某厂"},
    "services": {"served": 1},
    "publicity": {"title": "消息", "channel": "公众号"},
    "gig_jobs": {"company": "某厂", "title": "小工"},
    "trainings": {"participants": 0, "eligible": 10},
    "awards": {"title": "表彰"},
    "partners": {"kind": "触达"},
    "videos": {},
    "reports": {},
}
FULL = {"日常": (35, 900, 200), "主题": (50, 1000, 450), "外出": (0, 0, 0)}


def year_of(checked: Checked) -> Year:
    """Checked ledgers as plain rows."""
    contract = checked.ledgers().contract
    project: Row = {name: getattr(contract, name, None) for name, _, _ in sheets()["project"].columns}
    project |= {"period_start": contract.period.start, "period_end": contract.period.end}
    year: Year = {"project": [project]}
    for name, table in checked.tables.items():
        if name == REVIEWS:  # decisions are no part of a year
            continue
        columns = {field: [_plain(cell) for cell in column] for field, column in table.columns.items()}
        year[name] = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    return year


def _plain(cell: object) -> object:
    return str(cell) if isinstance(cell, Span) else cell


class Doer:
    """Somebody who carries out a plan over a year."""

    def __init__(self, drawn: Drawn, plan: Plan) -> None:
        self.plan, self.ground = plan, plan.ground
        self.year: Year = {name: [dict(row) for row in rows] for name, rows in drawn.year.items()}
        self.number = count(1)
        period = self.ground.season.period
        self.day = period.end if self.ground.running else period.start
        self.fairs: list[Row] = []

    def done(self) -> Year:
        """The year after the plan."""
        for repair in self.plan.repairs or ():
            for move in farthest(repair.moves):
                own = sum(one.units for one in farthest(repair.moves)) == repair.units
                self._do(move, move.units if own else int(repair.units))
        self._call_back()
        return self.year

    def add(self, ledger: str, **values: object) -> Row:
        """A further row."""
        blank: Row = {name: None for name, _, _ in sheets()[ledger].columns}
        row = blank | {"date": self.day} | DEFAULTS.get(ledger, {}) | values
        row = {name: value for name, value in row.items() if name in blank}
        self.year[ledger].append(row)
        return row

    def _do(self, move: Move, units: int) -> None:
        lever, view = move.lever, move.lever.measure.of
        rows = [self._row(lever, at) for at in lever.figure.rows]
        if view == "duty_gaps":
            self._duties(lever, units)
        elif view == "on_post_by_month":
            self.people(units, _first_day(lever.figure.cell, self.ground), None)
        elif view in LEDGERS and view != "follower_counts":
            self._reach(lever, units)
        elif view == "follower_counts":
            self._followers(rows, units)
        elif lever.take.how is How.MEAN:
            self._corrected(rows[0], lever.take.columns[0], int(lever.target.number))
        elif lever.take.how is How.RATIO and lever.figure.empty is None:
            waiting = [row for row in rows if not row[lever.take.columns[0]]]
            for row in waiting[:units]:
                row[lever.take.columns[0]] = True
        elif lever.measure.each == ("row",):
            rows[0][lever.take.columns[0]] = (rows[0][lever.take.columns[0]] or 0) + units  # type: ignore[operator]
        elif lever.target.comparison in (Comparison.AT_LEAST, Comparison.MORE_THAN) or lever.earns:
            self._new(lever, units)
        else:
            self._undo(lever, rows, units)

    def _corrected(self, fair: Row, column: str, number: int) -> None:
        """A fair's figure put right; whoever came to light is called back like the others."""
        more = number - int(fair[column])  # type: ignore[call-overload]
        self.fairs.append({"date": fair["date"], "event": fair["event"], "companies": 0, "visitors": 0, column: more})
        fair[column] = number

    def _row(self, lever: Lever, at: int) -> Row:
        """The row of the year behind a row of a view; an empty one where the view has several."""
        places = lever.figure.relation.places(at)
        name = LEDGERS.get(lever.measure.of, lever.measure.of)
        return self.year[name][places[0].row - 2] if len(places) == 1 and name in self.year else {}

    def _undo(self, lever: Lever, rows: list[Row], units: int) -> None:
        """What was found is struck out, or put right where it still can be."""
        if isinstance(lever.term.price.points, str):
            rows = sorted(rows, key=lambda row: -(row["points"] or 0))  # type: ignore[operator]
        for row in rows:
            if not units:
                return
            match lever.measure.of:
                case "findings" | "reports":
                    column = lever.take.columns[0]
                    blank = 0 if lever.measure.of == "reports" else 1
                    there = blank if row[column] is None else int(row[column])  # type: ignore[call-overload]
                    row[column], units = there - min(there, units), units - min(there, units)
                    continue
                case "services":
                    row["up_to_standard"] = True
                case "publicity":
                    row["timely"] = row["truthful"] = True
                case "feedback":
                    row["handled"] = self.ground.season.horizon
                case "gig_workers":
                    row["recommendations"], row["follow_ups"] = 3, 1
                case "complaints":
                    row["valid"] = row["adverse"] = False
                    row["points"] = None
            units -= 1

    def _new(self, lever: Lever, units: int) -> None:
        """Further rows that the measure counts."""
        measure, view = lever.measure, lever.measure.of
        values = {one.column: one.values[0] if one.values else int(one.bounds[0].number) + 1
                  for one in (*measure.where.all_of, *measure.where.any_of[:1])}  # fmt: skip
        if lever.figure.cell:
            values["date"] = _first_day(lever.figure.cell, self.ground)
        if lever.take.how is How.SUM and view == "livestreams":
            self.year[view][0]["views"] = int(self.year[view][0]["views"]) + units  # type: ignore[call-overload]
            return
        if lever.take.how is How.SUM:
            self.add(view, **values, **{lever.take.columns[0]: units})
            return
        period = self.ground.season.period
        period, plain = self.ground.season.period, ("直播带岗", "政策宣讲", "其他")
        old = [row for row in self.year[view] if view == "livestreams" and row["host"] in (None, "主播")
               and row["kind"] in plain and period.holds(row["date"])]  # type: ignore[arg-type]  # fmt: skip
        for _ in range(units):
            if view == "livestreams" and values and not self.ground.running:
                old.pop().update(values)  # the record of an old session is put right
            else:
                self._one(lever, values)

    def _one(self, lever: Lever, values: Row) -> None:
        number, view = next(self.number), lever.measure.of
        if view == "events":
            kind = str(values.get("kind"))
            sizes = dict(zip(("companies", "positions", "visitors"), FULL[kind], strict=True))
            row = self.add(view, event=f"新{number}", **(sizes | values))
            self.fairs.append(row)
        elif view == "trainings" and lever.figure.empty is not None:
            self.add(view, **values, participants=10)
        elif view == "trainings":
            lines = (line for section in self.plan.promised.sections for line in section.indicators)
            rules = {f"{line.indicator.id} {rule.rule.id}": rule for line in lines for rule in line.rules}
            self.add(view, **({"participants": 0 if rules["3.1 coverage"].deducted else 8} | values))
        elif view == "reports":
            self.add(view, **values, covers=lever.figure.cell.split("+")[0])
        elif view == "services":
            used = {
                self.ground.season.service(str(row["service"]))
                for row in self.year[view]
                if self.ground.season.period.holds(row["date"])
            }  # type: ignore[arg-type]
            names = self.ground.assessment.rubric.services
            self.add(view, service=next(name for name in names if name not in used))
        else:
            new = dict.fromkeys(("title", "start", "company", "channel"), f"新{number}")
            self.add(view, **new, **values)

    def people(self, how_many: int, day: dt.date, end: dt.date | None) -> None:
        """Further full-time people with a duty, at work on a day (or in each month until an end)."""
        last = day.replace(day=28)
        for _ in range(how_many):
            name = f"补员{next(self.number)}"
            self.add("staff", name=name, employment="专职", start=day, end=end or last)
            self.add("duties", duty=f"职责{name}", owner=name)
            for on in _each_month(day, end or day):
                self.add("attendance", date=on, name=name, status="出勤")

    def _duties(self, lever: Lever, units: int) -> None:
        gaps = lever.figure.relation.column("gap")
        full_time = [str(row["name"]) for row in self.year["staff"] if row["employment"] == "专职"]
        for at in lever.figure.rows[:units]:
            row = lever.figure.relation.places(at)[0].row - 2
            if gaps[at] == "no_duty":
                self.add("duties", duty=f"职责{row}", owner=self.year["staff"][row]["name"])
            else:
                named = re.split("[、，,;；/]", str(self.year["duties"][row]["owner"] or ""))
                self.year["duties"][row]["owner"] = (
                    "、".join(name for name in named if name in full_time) or full_time[0]
                )

    def _followers(self, rows: list[Row], units: int) -> None:
        last = max(rows, key=lambda row: str(row["date"]))
        if self.ground.running:
            self.add("followers", platform=last["platform"], followers=int(last["followers"]) + units)  # type: ignore[call-overload]
        else:
            last["followers"] = int(last["followers"]) + units  # type: ignore[call-overload]

    def _reach(self, lever: Lever, units: int) -> None:
        """Call-backs to those who were not reached."""
        relation = lever.figure.relation
        group, due, reached = (relation.column(name) for name in ("group", "due", "reached"))
        side = "企业" if "compan" in str(group[lever.figure.rows[0]]) else "求职者"
        for at in lever.figure.rows:
            row = self._place(lever, at)
            for _ in range(min(units, int(due[at] - reached[at]))):
                units -= 1
                if lever.measure.of == "fair_callbacks":
                    self.add("callbacks", date=row["date"], channel="招聘会", party=side, event=row["event"],
                             name=f"补访{next(self.number)}", reached=True)  # fmt: skip
                else:
                    channel = "零工市场" if lever.measure.of[:3] == "gig" else "前台"
                    self.add("callbacks", date=row["date"], channel=channel, party=row.get("party") or "求职者",
                             name=row["name"], phone=row["phone"], reached=True)  # fmt: skip

    def _place(self, lever: Lever, at: int) -> Row:
        places = lever.figure.relation.places(at)
        ledger = {"fair": "events", "gig_": "gig_workers", "desk": "frontdesk"}[lever.measure.of[:4]]
        return self.year[ledger][places[0].row - 2] if places else {}

    def _call_back(self) -> None:
        """The new fairs' companies and visitors are called back as well as the others, no better."""
        for rule, size, side in (("fair_companies", "companies", "企业"), ("fair_seekers", "visitors", "求职者")):
            ruled = self.ground.rules.get(f"1.4 {rule}")
            if ruled is None or not self.fairs:
                continue
            moves = [one for repair in self.plan.repairs or () if repair.ruled is ruled for one in repair.moves]
            ((figure,),) = moved(moves, ruled.figures)
            for fair, names in self._neutral(figure, ruled.rule.terms[0], size):
                for _ in range(names):
                    self.add("callbacks", date=fair["date"], channel="招聘会", party=side, event=fair["event"],
                             name=f"补访{next(self.number)}", reached=True)  # fmt: skip

    def _neutral(self, figure: Figure, term: object, size: str) -> Iterator[tuple[Row, int]]:
        due = sum(figure.relation.column("due")[at] for at in figure.rows)
        reached = Fraction(figure.value or 0) * due
        more = sum(int(row[size]) for row in self.fairs)  # type: ignore[call-overload]
        want = steps(figure, term.targets[""], term.price)  # type: ignore[attr-defined]
        ideal = reached / due * (due + more) - reached if due else Fraction(more)
        for names in (ceil(ideal), floor(ideal), more):
            then = figure._replace(value=(reached + names) / (due + more) if due + more else Fraction(1))
            if steps(then, term.targets[""], term.price) == want:  # type: ignore[attr-defined]
                break
        for fair in self.fairs:
            here = min(names, int(fair[size]))  # type: ignore[call-overload]
            names -= here
            yield fair, here


def _each_month(start: dt.date, end: dt.date) -> Iterator[dt.date]:
    day = start
    while day <= end:
        yield day
        day = (day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def _first_day(cell: str, ground: Ground) -> dt.date:
    calendar = next(iter(ground.rules.values())).bench.calendar
    return next(one.stretches[0].start for cells in calendar.values() for one in cells if one.label == cell)


def carried_out(drawn: Drawn, plan: Plan) -> Drawn:
    """The year after the plan, at the end of its period; in one that still ran, with ordinary work in between."""
    if plan.ground.running:
        drawn = replace(drawn, year=seen(drawn.year, plan.ground))
    doer = Doer(drawn, plan)
    doer.done()
    if plan.ground.running:
        ordinary_work(doer)
    return replace(drawn, year=doer.year, as_of=None)


def seen(year: Year, ground: Ground) -> Year:
    """The year as far as it is seen, every row in its place: later ones lie after the period."""
    season, years = ground.season, dt.timedelta(days=1200)
    after = season.period.end + years
    kept: Year = {name: [dict(row) for row in rows] for name, rows in year.items()}
    for name in set(year) - {"project", "staff", "duties"}:
        for row, moment in zip(kept[name], season.moments(name), strict=True):
            if name not in ("online", "reports") and not season.belongs(moment) and row["date"] > season.horizon:  # type: ignore[operator]
                row["date"] += years  # type: ignore[operator]
            if name == "reports" and not season.belongs(moment):
                row["covers"] = f"{after.year + 1}-01" if "Q" not in str(row["covers"]) else f"{after.year + 1}Q1"
    for row in kept["feedback"]:
        if row["handled"] and row["handled"] > season.horizon:  # type: ignore[operator]
            row["handled"] = None
    return kept


def ordinary_work(doer: Doer) -> None:
    """What the months and quarters to come take, done in time."""
    season, bench = doer.ground.season, next(iter(doer.ground.rules.values())).bench
    tomorrow = season.horizon + dt.timedelta(days=1)
    doer.people(8, tomorrow, season.period.end)
    for row in doer.year["staff"][-8:]:
        row["live_role"] = "运营"
    for row in [one for one in doer.year["staff"] if one["start"] > season.horizon]:  # type: ignore[operator]
        doer.add("duties", duty=f"职责{row['name']}", owner=row["name"])
    for cell in bench.calendar["month"]:
        if cell.last > season.horizon:
            label = cell.label.split("+")[-1]
            doer.add("visits", date=cell.last)
            doer.add("reports", kind="数据汇报会", covers=label, date=cell.last)
            doer.add("gig_jobs", date=cell.last, openings=500, provincial=True, city=True)
            doer.add("trainings", kind="灵活就业技能", date=cell.last, participants=50)
            doer.add("trainings", kind="灵活就业技能", date=cell.last, participants=50)
    for cell in bench.calendar["quarter"]:
        if cell.last > season.horizon:
            for kind in ("季度分析报告", "零工供求分析"):
                doer.add("reports", kind=kind, covers=cell.label.split("+")[-1], date=cell.last)
