"""The people and companies who were called: callbacks, the front desk, online recruitment."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from random import Random

from .book import Column, Row, Table
from .parts import Fair
from .plan import Plan
from .words import Party, companies, person

SEEKER, COMPANY = "求职者", "企业"
REACHED = {
    COMPANY: ("已录用2人", "已录用1人", "面试中", "继续招聘", "岗位已满"),
    SEEKER: ("已入职", "面试中", "仍在求职，已荐岗", "暂不求职", "已参加培训"),
}
UNREACHED = ("无人接听", "停机", "拒接")

# Each ledger draws its people from numbers of its own.
FAIR_PHONES, GIG_PHONES, DESK_PHONES, ONLINE_PHONES = 0, 40_000, 60_000, 80_000


@dataclass(frozen=True)
class Registration:
    """Somebody who came on a day: to the front desk or to the day-labour market."""

    day: date
    kind: str
    party: Party


def shared(total: int, sizes: Sequence[int]) -> list[int]:
    """Split `total` over groups in proportion, exactly, none above its size."""
    whole, seen, given, parts = sum(sizes), 0, 0, []
    for size in sizes:
        seen += size
        now = seen * total // whole
        parts.append(now - given)
        given = now
    return parts


def desk_people(plan: Plan) -> tuple[Registration, ...]:
    """The distinct registrants of the front desk, by their first visit."""
    rng = plan.rng("desk")
    firms = companies(rng, plan.desk.companies)
    count = plan.desk.companies + plan.desk.seekers
    found, used = [], 0
    for n, firm_due in enumerate(shared(plan.desk.companies, [1] * count)):
        if firm_due:
            kind, party, used = COMPANY, firms[used], used + 1
        else:
            kind, party = SEEKER, person(rng, DESK_PHONES + n)
        found.append(Registration(plan.day_at(n, count), kind, party))
    return tuple(found)


def gig_people(plan: Plan) -> tuple[Registration, ...]:
    """The registrants of the day-labour market."""
    rng, count = plan.rng("gig"), plan.gig.workers
    return tuple(Registration(plan.day_at(n, count), SEEKER, person(rng, GIG_PHONES + n)) for n in range(count))


def frontdesk(plan: Plan, people: tuple[Registration, ...]) -> Table:
    """The front desk's register; some come a second time, which makes them no other person."""
    needs = {
        COMPANY: ("招聘普工", "招聘技工", "发布岗位", "政策咨询"),
        SEEKER: ("求职登记", "失业登记", "职业指导", "政策咨询"),
    }
    rng = plan.rng("frontdesk")
    step = len(people) // plan.desk.repeats
    again = [
        Registration(min(one.day + timedelta(9), plan.project.end), one.kind, one.party)
        for one in people[::step][: plan.desk.repeats]
    ]
    rows: list[Row] = [
        (one.day, one.kind, one.party.name, one.party.phone, rng.choice(needs[one.kind]))
        for one in sorted([*people, *again], key=lambda one: one.day)
    ]
    columns = (Column("日期"), Column("对象", 8), Column("名称", 30), Column("电话", 16), Column("需求", 14))
    return Table("前台登记", columns, rows, title="前台来访登记台账")


def callbacks(plan: Plan, every: tuple[Fair, ...], gig: Sequence[Registration], desk: Sequence[Registration]) -> Table:
    """All callbacks in order of their days: exactly the planned share of each group answered."""
    rows = [*_fair_calls(plan, every), *_market_calls(plan, gig, desk)]
    columns = (
        Column("日期"),
        Column("渠道", 10),
        Column("对象", 8),
        Column("活动编号", 14),
        Column("名称", 30),
        Column("电话", 16),
        Column("回访成功", 10),
        Column("结果", 18),
    )
    return Table("回访", columns, sorted(rows, key=_day))


def _day(row: Row) -> date:
    if not isinstance(row[0], date):
        raise TypeError(row)
    return row[0]


def _fair_calls(plan: Plan, every: tuple[Fair, ...]) -> Iterator[Row]:
    rng, shares = plan.rng("fair calls"), plan.calls
    held = [fair for fair in every if fair.offline]
    firms = companies(rng, 420)
    firms_reached = _reached(shares.fair_companies, [fair.companies for fair in held])
    seekers_reached = _reached(shares.fair_seekers, [fair.visitors for fair in held])
    serial = FAIR_PHONES
    for fair, firms_due, seekers_due in zip(held, firms_reached, seekers_reached, strict=True):
        guests = rng.sample(firms, fair.companies)
        visitors = [person(rng, serial + n) for n in range(fair.visitors)]
        serial += fair.visitors
        for kind, parties, due in ((COMPANY, guests, firms_due), (SEEKER, visitors, seekers_due)):
            for n, party in enumerate(parties):
                day = fair.day + timedelta(2 + n % 9)
                yield from _calls(rng, (day, "招聘会", kind, fair.number), party, n < due, n)


def _market_calls(plan: Plan, gig: Sequence[Registration], desk: Sequence[Registration]) -> Iterator[Row]:
    for channel, people, share in (("零工市场", gig, plan.calls.gig_seekers), ("前台", desk, plan.calls.frontdesk)):
        rng = plan.rng(channel)
        due = _reached(share, [1] * len(people))
        for n, (one, answered) in enumerate(zip(people, due, strict=True)):
            day = min(one.day + timedelta(3 + n % 5), plan.project.end)
            yield from _calls(rng, (day, channel, one.kind, None), one.party, bool(answered), n)


def _reached(share: Fraction, sizes: Sequence[int]) -> list[int]:
    return shared(int(share * sum(sizes)), sizes)


def _calls(
    rng: Random, head: tuple[date, str, str, str | int | None], party: Party, answered: bool, place: int
) -> Iterator[Row]:
    """One answered call, now and then after one in vain; of those not reached every second was never called."""
    day, channel, kind, number = head
    event = None if number is None else str(number)
    digits = party.phone.replace("-", "") if channel == "前台" else party.phone
    if answered:
        if place % 40 == 7:
            yield (day - timedelta(1), channel, kind, event, party.name, digits, "否", "无人接听")
        yield (day, channel, kind, event, party.name, digits, "是", rng.choice(REACHED[kind]))
    elif place % 2:
        yield (day, channel, kind, event, party.name, digits, "否", rng.choice(UNREACHED))


def online(plan: Plan, every: tuple[Fair, ...]) -> Table:
    """Companies and seekers of the events that could be attended from home."""
    rng, wanted = plan.rng("online"), plan.online
    numbers = [fair.number for fair in every if fair.on_screen]
    firms = companies(rng, wanted.companies)
    called = shared(wanted.called, [1] * wanted.companies)
    met = shared(wanted.contacted, [1] * wanted.seekers)
    rows: list[tuple[int, Row]] = []
    for n, firm in enumerate(firms):
        place = n * len(numbers) // wanted.companies
        yes = "是" if called[n] else "否"
        rows.append((place, (numbers[place], COMPANY, firm.name, firm.phone, yes, None, None)))
    short = list(wanted.short)
    for n in range(wanted.seekers):
        place, one = n * len(numbers) // wanted.seekers, person(rng, ONLINE_PHONES + n)
        failed = not met[n] or rng.random() < 0.4
        given = rng.randint(3, 5) if failed else None
        if failed and short and n > 100:
            given = short.pop()
        yes, outcome = ("是" if met[n] else "否"), ("未成功" if failed else "成功")
        rows.append((place, (numbers[place], SEEKER, one.name, one.phone, yes, outcome, given)))
    columns = (
        Column("活动编号", 14),
        Column("对象", 8),
        Column("名称", 30),
        Column("电话", 16),
        Column("已联系", 8),
        Column("结果", 10),
        Column("推荐次数", 10),
    )
    ordered = [row for _, row in sorted(rows, key=lambda pair: pair[0])]
    return Table("线上招聘", columns, ordered, title="线上招聘会对接台账")
