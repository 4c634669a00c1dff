"""Random findings, complaints and awards."""

from datetime import date, timedelta
from decimal import Decimal

from .chance import Chance
from .rows import Row

DECIDED_BY = {
    "服务不达标": "1.2",
    "数据遗漏": "1.3",
    "数据错误": "1.3",
    "信息不及时": "1.5",
    "信息虚假": "1.5",
    "环境脏乱": "1.6",
    "特种设备违规": "1.6",
    "未巡查": "1.6",
    "停车乱停乱放": "1.6",
    "违规充电": "1.6",
    "水电未关": "1.6",
    "报告缺失": "3.3",
    "报告错误": "3.3",
}
FALSIFIABLE = ("1.1", "1.4", "2.1", "2.2", "2.4", "2.6", "3.1", "3.3", "4.1", "4.2", "5.1", "5.2")
HOLIDAYS = (
    date(2024, 12, 30),
    date(2025, 1, 24),
    date(2025, 4, 30),
    date(2025, 9, 26),
    date(2026, 2, 11),
    date(2026, 4, 28),
)


def finding(day: date, kind: str, indicator: str | None, number: int | None, fixed: date | None) -> Row:
    """One row of the inspections."""
    row: Row = {"date": day, "indicator": indicator, "type": kind, "note": "现场记录"}
    return {**row, "count": number, "fixed": fixed}


def ordinary(chance: Chance, kind: str) -> list[Row]:
    """A few findings of a type that decides its indicator."""
    if chance.often(0.3 + chance.care * 0.65):
        return []
    own = DECIDED_BY[kind]
    return [
        finding(chance.stray(), kind, chance.pick((None, own, own, "1.1")), chance.pick((None, None, 1, 2, 0)), None)
        for _ in range(chance.whole(1, 3))
    ]


def fault(chance: Chance) -> Row:
    """A fault, often around a holiday, and fixed after about five working days or not at all."""
    holidays = [day for day in HOLIDAYS if chance.start <= day <= chance.end]
    day = chance.stray()
    if holidays and chance.often(0.5):
        day = chance.pick(holidays) + timedelta(days=chance.whole(0, 8))
    elif chance.often(0.2):
        day = chance.end - timedelta(days=chance.whole(0, 12))
    took = chance.whole(0, 7) if chance.careful() else chance.whole(6, 16)
    fixed = None if chance.often(0.02 + (1 - chance.care) / 4) else day + timedelta(days=took)
    return finding(day, "设施故障", chance.maybe("1.6"), chance.pick((None, None, 1, 2)), fixed)


def findings(chance: Chance) -> list[Row]:
    """Findings of every type, and in some years fabricated data."""
    rows = [row for kind in DECIDED_BY for row in ordinary(chance, kind)]
    rows += [fault(chance) for _ in range(chance.whole(0, 6))]
    if chance.often(0.2):
        named = [chance.pick(FALSIFIABLE) for _ in range(chance.whole(1, 3))]
        named += named[:1] if chance.often(0.4) else []
        rows += [finding(chance.stray(), "数据造假", indicator, chance.pick((None, 1, 3)), None) for indicator in named]
    return rows


def complaints(chance: Chance) -> list[Row]:
    """Complaints, valid or not, some adverse with the auditor's own points."""
    rows: list[Row] = []
    for number in range(chance.pick((0, 0, 1, 3, 6, 12)) if chance.often(0.6) else 0):
        adverse = chance.pick((None, False, False, True))
        points = Decimal(chance.whole(2, 20)) / 4 if adverse else None
        row: Row = {"date": chance.stray(), "content": f"投诉{number}", "valid": chance.often(0.7)}
        rows.append({**row, "adverse": adverse, "points": points})
    return rows


def awards(chance: Chance) -> list[Row]:
    """Awards, in some years more than count."""
    number = chance.pick((0, 0, 0, 1, 2, 3))
    levels = ("国家级", "省部级", "创新举措")
    return [
        {
            "date": chance.stray(),
            "level": chance.pick(levels),
            "title": f"表彰{which}",
            "document": chance.maybe("赣人社字〔2025〕105号"),
        }
        for which in range(number)
    ]
