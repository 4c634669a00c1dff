"""The dice of the generator: everything random about a site-year, from one seed."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from random import Random
from typing import TypeVar

from .spans import days

Thing = TypeVar("Thing")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰萍红鑫波辉"
PLACES = "萍乡安源湘东芦溪上栗莲花武功山赣西"
TRADES = ("机械", "电子", "陶瓷", "物流", "食品", "纺织", "光电", "建材", "医药", "商贸")


@dataclass(frozen=True)
class Chance:
    """Seeded dice over one period; `care` is how often the operator meets a target, from 0 to 1."""

    dice: Random
    start: date
    end: date
    care: float

    def often(self, chance: float) -> bool:
        """Whether something of this chance happens."""
        return self.dice.random() < chance

    def careful(self) -> bool:
        """Whether the operator takes care this time."""
        return self.often(self.care)

    def pick(self, things: Sequence[Thing]) -> Thing:
        """One of several."""
        return self.dice.choice(things)

    def whole(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return self.dice.randint(low, high)

    def near(self, target: int) -> int:
        """A number just at or over a target when the operator takes care, else just or far below."""
        if self.careful():
            return target + self.pick((0, 0, 1, 1, 2, 5))
        return max(0, target - self.pick((1, 1, 2, 3, target // 2, target)))

    def day(self) -> date:
        """A day of the period."""
        return self.day_between(self.start, self.end)

    def day_between(self, first: date, last: date) -> date:
        """A day between two."""
        return first + timedelta(days=self.whole(0, (last - first).days))

    def stray(self) -> date:
        """Mostly a day of the period, now and then one shortly before or after it, or at its very edge."""
        if self.often(0.85 + self.care * 0.145):
            return self.day()
        before, after = self.start - timedelta(days=1), self.end + timedelta(days=1)
        edges = (self.start, self.end, before, after, before - timedelta(days=30), after + timedelta(days=30))
        return self.pick(edges)

    def months(self) -> list[tuple[date, date]]:
        """First and last day of each month as far as it lies in the period."""
        found: dict[tuple[int, int], list[date]] = {}
        for moment in days(self.start, self.end):
            found.setdefault((moment.year, moment.month), []).append(moment)
        return [(inside[0], inside[-1]) for inside in found.values()]

    def clock(self) -> time:
        """A time of day to start a livestream."""
        return time(self.whole(8, 21), self.pick((0, 15, 30, 45)))

    def person(self) -> str:
        """A name of a person; the same one may come again."""
        return self.pick(SURNAMES) + "".join(self.dice.choices(GIVEN, k=self.whole(1, 2)))

    def company(self, number: int) -> str:
        """The name of one company, distinct by number."""
        place = PLACES[number % len(PLACES)] + PLACES[number // 7 % len(PLACES)]
        return f"{place}{TRADES[number % len(TRADES)]}{number}有限公司"

    def phone(self) -> str:
        """A phone number, of the office or mobile."""
        if self.often(0.1):
            return f"0799{self.whole(6_000_000, 6_999_999)}"
        return f"13{self.whole(100_000_000, 999_999_999)}"

    def maybe(self, thing: Thing, chance: float = 0.5) -> Thing | None:
        """The thing, or a blank."""
        return thing if self.often(chance) else None


def year_after(start: date) -> date:
    """The last day of the year that begins on a day."""
    last = monthrange(start.year + 1, start.month)[1]
    return date(start.year + 1, start.month, min(start.day, last)) - timedelta(days=1)
