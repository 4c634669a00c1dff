"""Random recruitment events."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from .chance import Chance
from .rows import Row
from .spans import days, is_working_day

MULTIPLES = {"companies": 50, "positions": 1000, "visitors": 450}
DAILY = {"companies": (35, 46, 50, 51), "positions": (900, 901, 1170), "visitors": (200, 201, 260)}


def event_numbers(chance: Chance) -> Iterator[str]:
    """Event numbers, in some years with letters, in others all digits."""
    pattern = chance.pick(("A-{:03}", "2026{:03}", "招{:03}"))
    return (pattern.format(number) for number in count(1))


def around(chance: Chance, choices: tuple[int, ...]) -> int:
    """A figure at or over its target, or just below it."""
    if chance.careful():
        return chance.pick(choices)
    return max(0, choices[0] - chance.pick((1, 1, 5, choices[0])))


def daily_figures(chance: Chance) -> dict[str, int]:
    """Companies, positions and visitors of a daily fair."""
    return {column: around(chance, choices) for column, choices in DAILY.items()}


def themed_figures(chance: Chance) -> dict[str, int]:
    """The figures of a themed fair, sometimes just below, at or over a multiple of the task."""
    size = chance.pick((1, 1, 1, 2, 3))
    return {column: around(chance, (target * size, target * size + 1)) for column, target in MULTIPLES.items()}


def tiny_figures(chance: Chance) -> dict[str, int]:
    """A fair so small that calling back nine in ten takes few calls."""
    return {"companies": chance.whole(0, 4), "positions": chance.whole(0, 2000), "visitors": chance.whole(0, 5)}


def event(chance: Chance, kind: str, day: date, figures: dict[str, int]) -> Row:
    """One event, without its number."""
    mode = chance.pick(("线下", "线上线下")) if chance.often(0.95) else "线上"
    region = chance.pick(("市外", "省外", "高校", "市内")) if kind == "外出" else "市内"
    theme = chance.pick((None, "退役军人专场", "妇女专场", "10210重点产业"))
    row: Row = {"date": day, "kind": kind, "theme": theme, "mode": mode, "region": region, **figures}
    online = True if chance.often(chance.care) else chance.pick((None, False, True))
    return {**row, "intents": chance.maybe(chance.whole(0, 400), 0.8), "online": online}


def daily_days(chance: Chance) -> list[date]:
    """When daily fairs were held: every working Thursday in some years, about 38 days in others."""
    if chance.often(0.3):
        thursdays = [day for day in days(chance.start, chance.end) if day.weekday() == 3 and is_working_day(day)]
        return thursdays if chance.often(0.7) else thursdays[1:]
    return [chance.stray() for _ in range(chance.near(38))]


def spring_fairs(chance: Chance) -> list[Row]:
    """Large fairs of the first quarter."""
    springs = [day for day in days(chance.start, chance.end) if day.month <= 3]
    if not springs or chance.often(0.5):
        return []
    figures = {"companies": chance.near(200), "positions": chance.near(6000), "visitors": 3000}
    return [event(chance, "主题", chance.pick(springs), figures) for _ in range(2)]


def online_only(chance: Chance) -> list[Row]:
    """Fairs that were held nowhere but online."""
    rows = [
        event(chance, chance.pick(("日常", "主题", "外出")), chance.stray(), daily_figures(chance)) for _ in range(3)
    ]
    return [{**row, "mode": "线上"} for row in rows[: chance.whole(0, 3)]]


def events(chance: Chance) -> list[Row]:
    """Daily, themed, outgoing and online fairs; all of them tiny in some years, for the sake of the callbacks."""
    tiny = chance.often(0.4)
    daily = tiny_figures if tiny else daily_figures
    themed = tiny_figures if tiny else themed_figures
    rows = [event(chance, "日常", day, daily(chance)) for day in daily_days(chance)]
    themed_number = chance.near(12) if tiny else max(0, chance.near(12) - chance.whole(0, 3))
    rows += [event(chance, "主题", chance.stray(), themed(chance)) for _ in range(themed_number)]
    rows += [event(chance, "外出", chance.stray(), tiny_figures(chance)) for _ in range(chance.near(5))]
    if not tiny:
        rows += spring_fairs(chance) + online_only(chance)
    numbers = event_numbers(chance)
    return [{"event": next(numbers), **row} for row in rows]
