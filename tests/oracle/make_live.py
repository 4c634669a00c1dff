"""Random livestreams, videos, followers, partners and gig jobs."""

from datetime import date, timedelta

from .chance import Chance
from .rows import Row, count, day

KINDS = ("直播带岗", "直播带岗", "政策宣讲", "其他")


def stream_days(chance: Chance) -> list[date]:
    """When there were livestreams: three in each week, or about 150 anywhere."""
    if chance.often(0.5):
        return [chance.stray() for _ in range(chance.near(150))]
    monday = chance.start - timedelta(days=chance.start.weekday())
    found: list[date] = []
    while monday <= chance.end:
        number = 3 if chance.often(0.9 + chance.care / 10) else chance.whole(0, 4)
        found += [monday + timedelta(days=chance.whole(0, 6)) for _ in range(number)]
        monday += timedelta(days=7)
    return found


def stream_row(chance: Chance, moment: date, number: int, usual: int) -> Row:
    """One livestream."""
    views = usual if chance.often(0.5) else max(0, usual + chance.whole(-40, 60))
    host = chance.pick((None, None, "主播", "企业HR")) if chance.often(0.97) else chance.pick(("局长", "主任", "科长"))
    row: Row = {
        "date": moment,
        "start": chance.clock(),
        "title": f"直播带岗第{number}期",
        "kind": chance.pick(KINDS),
        "host": host,
    }
    platform = chance.pick((None, "抖音", "视频号"))
    return {**row, "views": views, "positions": chance.whole(150, 250), "platform": platform}


def livestreams(chance: Chance) -> list[Row]:
    """Livestreams with about 120 000 views, some hosted by those who must."""
    usual = 805 if chance.careful() else 795
    rows = [stream_row(chance, moment, number, usual) for number, moment in enumerate(stream_days(chance))]
    for host in ["局长"] * (chance.near(2) // 2) + ["主任"] * (chance.near(2) // 2) + ["科长"] * chance.near(2):
        rows.append({**stream_row(chance, chance.stray(), len(rows), usual), "host": host})
    for _ in range(chance.near(2)):
        rows.append({**stream_row(chance, chance.stray(), len(rows), usual), "kind": "企业HR进园区"})
    return exactly_the_limit(chance, list({(row["date"], row["start"]): row for row in rows}.values()))


def exactly_the_limit(chance: Chance, rows: list[Row]) -> list[Row]:
    """In some years the views come to exactly 120 000, or one more."""
    inside = [row for row in rows if chance.start <= day(row) <= chance.end]
    if not inside or chance.often(0.85):
        return rows
    last = inside[-1]
    rest = sum(count(row, "views") for row in inside if row is not last)
    wanted = max(0, 120_000 + chance.whole(0, 1) - rest)
    return [{**row, "views": wanted} if row is last else row for row in rows]


def videos(chance: Chance) -> list[Row]:
    """About 181 videos."""
    few = chance.pick((178, 179, 180, chance.whole(0, 40)))
    number = chance.pick((180, 181, 181, 182, 185)) if chance.careful() else few
    return [
        {"date": chance.stray(), "title": f"短视频{which}",
         "platform": chance.pick((None, "抖音")), "views": chance.maybe(100)}
        for which in range(number)
    ]  # fmt: skip


def followers(chance: Chance) -> list[Row]:
    """Counts on 抖音 before, at the start of and during the period, ending about 10 % up."""
    base = chance.pick((0, 1000, 1250, 999, 20_000))
    grown = base * 11 // 10 + (chance.pick((0, 0, 1, 50)) if chance.careful() else -chance.whole(1, 50))
    counts: dict[tuple[date, str], int] = {}
    for back in chance.pick(((), (0,), (1,), (0, 30), (60, 5))):
        counts[chance.start - timedelta(days=back), "抖音"] = max(0, base - back)
    if chance.often(0.9):
        counts.setdefault(
            (chance.start + timedelta(days=chance.whole(1, 40)), "抖音"), base + chance.whole(-5, 5) if base else 0
        )
    if chance.often(0.9):
        counts[chance.end - timedelta(days=chance.whole(0, 20)), "抖音"] = max(0, grown)
    if chance.often(0.3):
        counts[chance.end + timedelta(days=3), "抖音"] = 10**6
    if chance.often(0.5):
        counts[chance.day(), "快手"] = 5 * 10**6
    return [
        {"date": moment, "platform": platform, "followers": number} for (moment, platform), number in counts.items()
    ]


def partners(chance: Chance) -> list[Row]:
    """About a hundred companies, about thirty of them close, some twice."""
    number, close = chance.near(100), chance.near(30)
    rows: list[Row] = [
        {"date": chance.day(), "company": chance.company(which), "kind": "深度合作" if which < close else "触达"}
        for which in range(number)
    ]
    again = [{**chance.pick(rows), "date": chance.stray()} for _ in range(chance.whole(0, 6)) if rows]
    return rows + again


def gig_jobs(chance: Chance) -> list[Row]:
    """Openings that come to about 500 or 400 a month."""
    rows: list[Row] = []
    for first, last in chance.months():
        wanted = chance.pick((500, 501, 620)) if chance.careful() else chance.pick((499, 400, 399, 120))
        half = chance.whole(0, wanted)
        days = [chance.day_between(first, last) for _ in range(2)]
        rows += [
            job_row(chance, days[0], half, posted=(True, True)),
            job_row(chance, days[1], wanted - half, posted=(True, True)),
        ]
        if chance.often(0.2):
            posted = chance.pick(((True, False), (False, True), (False, False)))
            rows.append(job_row(chance, chance.day_between(first, last), 300, posted=posted))
    return rows + [job_row(chance, chance.stray(), 9, posted=(True, True)) for _ in range(chance.whole(0, 2))]


def job_row(chance: Chance, moment: date, openings: int, *, posted: tuple[bool, bool]) -> Row:
    """One notice."""
    row: Row = {"date": moment, "company": chance.company(chance.whole(1, 60)), "title": "搬运工", "openings": openings}
    return {**row, "provincial": posted[0], "city": posted[1]}
