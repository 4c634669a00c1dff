"""Random services, surveys, reports, publicity, trainings."""

from datetime import date, timedelta

from .chance import Chance
from .clauses_basic import CATALOGUE
from .rows import Row

QUARTERLY = ("季度分析报告", "零工供求分析")
MONTHLY = ("月度数据分析", "数据汇报会", "直播月度分析", "回访分析报告")
CHANNELS = ("公众号", "小程序", "电视台", "抖音", "户外大屏")


def services(chance: Chance) -> list[Row]:
    """About 14 services of the catalogue, now and then one that is not in it."""
    offered = chance.dice.sample(CATALOGUE, min(chance.near(14), len(CATALOGUE)))
    rows = [service_row(chance, service) for service in offered for _ in range(chance.whole(1, 3))]
    return rows + [service_row(chance, "代缴水电费") for _ in range(chance.whole(0, 2))]


def service_row(chance: Chance, service: str) -> Row:
    """One record of a service."""
    fine = False if chance.often((1 - chance.care) / 12) else chance.maybe(thing=True)
    return {"date": chance.stray(), "service": service, "served": chance.whole(0, 90), "up_to_standard": fine}


def visits(chance: Chance) -> list[Row]:
    """Visits in most months."""
    days = [chance.day_between(first, last) for first, last in chance.months() if chance.careful()]
    days += [chance.stray() for _ in range(chance.whole(0, 2))]
    return [
        {
            "date": day,
            "company": chance.company(chance.whole(1, 30)),
            "visitor": chance.maybe("王芳"),
            "vacancies": chance.maybe(12),
        }
        for day in days
    ]


def report_row(chance: Chance, kind: str, covers: str, about: date) -> Row:
    """One report, finished some time after what it covers began."""
    errors = chance.whole(1, 3) if chance.often(0.02 + (1 - chance.care) / 4) else chance.maybe(0)
    return {"kind": kind, "covers": covers, "date": about + timedelta(days=chance.whole(20, 50)), "errors": errors}


def reports(chance: Chance) -> list[Row]:
    """Reports of every kind for most months and quarters, and some for the time before and after."""
    rows: list[Row] = []
    near = [
        chance.start - timedelta(days=40),
        *(first for first, _ in chance.months()),
        chance.end + timedelta(days=40),
    ]
    kept = 0.6 + 0.4 * chance.care
    quarters = dict.fromkeys((day.year, (day.month + 2) // 3) for day in near)
    for kind in QUARTERLY:
        for year, quarter in quarters:
            if chance.often(kept):
                rows.append(report_row(chance, kind, f"{year}Q{quarter}", date(year, 3 * quarter, 1)))
    for kind in MONTHLY:
        rows += [report_row(chance, kind, f"{day:%Y-%m}", day) for day in near if chance.often(kept)]
    return rows


def publicity(chance: Chance) -> list[Row]:
    """Messages over about three channels."""
    channels = CHANNELS[: min(len(CHANNELS), chance.near(3))]
    rows: list[Row] = []
    for number in range(chance.whole(5, 20) if channels else 0):
        sound = chance.careful() or chance.often(0.7)
        timely, truthful = (None, True) if sound else chance.pick(((False, True), (True, False), (False, False)))
        row: Row = {"date": chance.stray(), "channel": chance.pick(channels), "title": f"招聘信息{number}"}
        rows.append({**row, "timely": timely, "truthful": truthful})
    return rows


def feedback(chance: Chance) -> list[Row]:
    """Feedback, most of it handled, some only after the period."""
    rows: list[Row] = []
    for number in range(chance.whole(0, 12)):
        day = chance.stray()
        handled = day + timedelta(days=chance.whole(0, 15)) if chance.careful() else None
        rows.append({"date": day, "channel": chance.maybe("公众号"), "content": f"反馈{number}", "handled": handled})
    return rows


def training_row(chance: Chance, day: date, kind: str, participants: int) -> Row:
    """One training; who was eligible is only asked of 点亮万家."""
    eligible = None
    if kind == "点亮万家":
        least = participants * 5 // 4
        eligible = (
            chance.pick((least, participants)) if chance.careful() else chance.pick((least + 1, participants * 2, 0))
        )
    return {
        "date": day,
        "kind": kind,
        "title": chance.maybe("业务规范"),
        "participants": participants,
        "eligible": eligible,
    }


def trainings(chance: Chance) -> list[Row]:
    """Monthly courses of about fifty people, and the yearly ones."""
    rows: list[Row] = []
    for first, last in chance.months():
        for _ in range(chance.pick((2, 2, 3)) if chance.careful() else chance.whole(0, 2)):
            size = chance.pick((50, 51, 60)) if chance.careful() else chance.pick((49, 48, 25, 20, 0))
            rows.append(training_row(chance, chance.day_between(first, last), "灵活就业技能", size))
    for kind, target in (("点亮万家", 2), ("业务竞赛", 1), ("师资班", 1), ("职业指导师", 1)):
        number = chance.near(target)
        rows += [training_row(chance, chance.stray(), kind, chance.whole(0, 60) * 4) for _ in range(number)]
    return rows
