"""Random front desk, callbacks and online rows, with parties that look alike."""

from .chance import Chance
from .rows import Row, count, day

ENOUGH = 400  # callbacks of one group at most: a year must stay small
ALIKE = ("李雷", "韩梅")


def party_rows(chance: Chance, party: str, number: int) -> list[Row]:
    """Distinct parties, some of one name with another phone or a blank one."""
    rows: dict[tuple[str, str | None], Row] = {}
    while len(rows) < number:
        name = chance.pick(ALIKE) if chance.often(0.1) else chance.person()
        if party == "企业":
            name = chance.company(chance.whole(1, 900))
        phone = chance.maybe(chance.phone(), 0.8)
        rows[name, phone] = {"party": party, "name": name, "phone": phone}
    return list(rows.values())


def frontdesk(chance: Chance) -> list[Row]:
    """Registrants; some come twice, some years have none."""
    number = 0 if chance.often(0.08) else chance.whole(8, 40)
    parties = party_rows(chance, "求职者", number) + party_rows(chance, "企业", number // 4)
    parties += [chance.pick(parties) for _ in range(chance.whole(0, 4)) if parties]
    return [{"date": chance.stray(), **party, "need": chance.maybe("求职")} for party in parties]


def gig_workers(chance: Chance) -> list[Row]:
    """Registrants of the gig market; a few lack recommendations or a follow-up."""
    number = 0 if chance.often(0.08) else chance.whole(8, 40)
    rows: list[Row] = []
    for party in party_rows(chance, "求职者", number):
        recommendations = chance.pick((3, 3, 4)) if chance.careful() else chance.pick((0, 1, 2, 2))
        follow_ups = chance.pick((2, 2, 3)) if chance.careful() else chance.pick((0, 1))
        row: Row = {"date": chance.stray(), "name": party["name"], "phone": party["phone"]}
        rows.append(
            {**row, "recommendations": recommendations, "follow_ups": follow_ups, "outcome": chance.maybe("已就业")}
        )
    return rows


def callback(chance: Chance, channel: str, party: Row, event: str | None, *, reached: bool) -> Row:
    """One call."""
    row: Row = {"date": chance.stray(), "channel": channel, "party": party["party"], "event": event}
    return {
        **row,
        "name": party["name"],
        "phone": party["phone"],
        "reached": reached,
        "outcome": chance.maybe("有意向"),
    }


def calls(chance: Chance, channel: str, parties: list[Row], event: str | None) -> list[Row]:
    """Each party called, some in vain, some twice."""
    rows = []
    for party in parties:
        if chance.often(0.1):
            rows.append(callback(chance, channel, party, event, reached=False))
        if chance.often(0.1):
            rows.append(callback(chance, channel, party, event, reached=True))
        rows.append(callback(chance, channel, party, event, reached=not chance.often(0.01)))
    return rows


def called_share(chance: Chance, parties: list[Row]) -> list[Row]:
    """All but about a tenth of them."""
    few = len(parties) // 10
    left_out = max(0, few - chance.whole(0, 1)) if chance.careful() else few + chance.whole(0, 3)
    return parties[: max(0, len(parties) - left_out)]


def fair_calls(chance: Chance, events: list[Row], party: str, column: str) -> list[Row]:
    """Calls to those who were at the fairs, now and then to more than were there."""
    rows: list[Row] = []
    for fair in events:
        was_there = count(fair, column)
        invited = max(0, was_there - chance.pick((0, 0, 0, 1)) + int(chance.often(0.05)))
        if len(rows) + invited > ENOUGH or (was_there and chance.often((1 - chance.care) / 5)):
            continue
        rows += calls(chance, "招聘会", party_rows(chance, party, invited), str(fair["event"]))
    return rows


def by_own_date(chance: Chance, rows: list[Row]) -> list[Row]:
    """Calls to registrants mostly soon after the period began, so that they count."""
    return [{**row, "date": row["date"] if chance.often(0.05) else chance.day()} for row in rows]


def callbacks(chance: Chance, events: list[Row], gig: list[Row], desk: list[Row]) -> list[Row]:
    """Calls of every channel."""
    workers: list[Row] = [{"party": "求职者", "name": row["name"], "phone": row["phone"]} for row in gig]
    visitors = [{"party": row["party"], "name": row["name"], "phone": row["phone"]} for row in desk]
    rows = by_own_date(chance, calls(chance, "零工市场", called_share(chance, workers), None))
    rows += by_own_date(chance, calls(chance, "前台", called_share(chance, visitors), None))
    rows += fair_calls(chance, events, "企业", "companies") + fair_calls(chance, events, "求职者", "visitors")
    if chance.often(0.2):
        silent = chance.day().month
        rows = [row for row in rows if day(row).month != silent]
    return rows


def online(chance: Chance, events: list[Row]) -> list[Row]:
    """Companies and seekers of the online side of the fairs."""
    rows: list[Row] = []
    companies = 0 if chance.often(0.08) else chance.whole(5, 60)
    seekers = 0 if chance.often(0.08) else chance.whole(5, 60)
    if not events:
        return rows
    called = called_by(chance, party_rows(chance, "企业", companies), 10)
    rows += [
        {"event": chance.pick(events)["event"], **party, "outcome": None, "recommendations": None} for party in called
    ]
    for party in called_by(chance, party_rows(chance, "求职者", seekers), 60):
        outcome = chance.pick(("成功", "成功", "未成功"))
        given = chance.pick((3, 3, 4)) if chance.careful() or chance.often(0.8) else chance.pick((None, 0, 1, 2))
        rows.append({"event": chance.pick(events)["event"], **party, "outcome": outcome, "recommendations": given})
    return rows


def called_by(chance: Chance, parties: list[Row], one_in: int) -> list[Row]:
    """Parties with a note whether they were contacted; about one in so many was not."""
    left_out = len(parties) // one_in if chance.careful() else len(parties) // one_in + chance.whole(1, 3)
    return [{**party, "contacted": number >= left_out} for number, party in enumerate(parties)]
