"""How honest offices differ: every habit that makes honest ledgers look odd, drawn anew for each site-year.

The rates are guesses of what goes on in real offices, made before the tests were looked at; none is taken from a test.
"""

import datetime as dt
from dataclasses import dataclass
from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建文辉斌宇浩欣怡子涵雨晨梓睿思佳俊凯"
TRADES = ("电子", "陶瓷", "食品", "物流", "医药")
FILLERS = ("无", "未留", "/", "13800138000", "0", "11111111111", "13800000000")
START, END = dt.date(2025, 7, 1), dt.date(2026, 6, 30)
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Habits:
    """One office. Shares are between 0 and 1."""

    size: float
    """How much of a large site this one is: people called back, registered, contacted online."""
    called: float
    margin: int
    """How many companies more than the target are promised before inviting stops; -1: nobody stops."""
    companies_rounded: float
    visitors_step: int
    positions_step: int
    views_rounded: float
    confirms: float
    """The share of companies called before a fair, in the offices that write such calls down."""
    invites: float
    """The same for seekers."""
    sorts: str
    group_share: float
    slips: float
    event_slips: float
    duplicates: int
    two_days: int
    simulcast: bool
    saturdays: bool
    weekend_word: str
    filled_holidays: int
    stops_openings: bool
    foremen: int
    agents: int
    block_numbers: int
    same_day: bool


def habits(dice: Random) -> Habits:
    """Draw an office."""

    def one_in(chance: float) -> bool:
        return dice.random() < chance

    return Habits(
        size=dice.choice((0.15, 0.3, 0.3, 0.6)),
        called=dice.uniform(0.6, 0.97),
        margin=dice.choice((-1, -1, 1, 2, 3, 4, 6)),
        companies_rounded=dice.choice((0, 0, 0, 0.1, 0.2, 0.35)),
        visitors_step=dice.choice((1, 1, 1, 5, 10, 10, 50, 100)),
        positions_step=dice.choice((1, 1, 5, 10, 10, 50, 100)),
        views_rounded=dice.choice((0, 0, 0, 0.1, 0.25, 0.4)),
        confirms=dice.choice((0, 0, 0, 0.5, 1)),
        invites=dice.choice((0, 0, 0, 0, 0.02, 0.08)),
        sorts=dice.choice(("arrival",) * 8 + ("name", "phone")),
        group_share=dice.uniform(0.02, 0.1),
        slips=dice.choice((0, 0.001, 0.003, 0.006)),
        event_slips=dice.choice((0, 0.0005, 0.002)),
        duplicates=int(one_in(0.05)),
        two_days=dice.randint(1, 3) if one_in(0.2) else 0,
        simulcast=one_in(0.2),
        saturdays=one_in(0.1),
        weekend_word="出勤" if one_in(0.2) else "值班",
        filled_holidays=dice.randint(1, 4) if one_in(0.05) else 0,
        stops_openings=one_in(0.2),
        foremen=dice.choice((0, 0, 1, 2, 3)),
        agents=dice.choice((0, 0, 1, 2, 4)),
        block_numbers=dice.choice((0, 0, 0, 1, 2)),
        same_day=one_in(0.15),
    )


@dataclass(frozen=True)
class Town:
    """The people and companies of a town with their telephones, as (name, number); some people share one."""

    people: tuple[tuple[str, str | None], ...]
    groups: tuple[tuple[int, ...], ...]
    """People who come together, by their place among `people`."""
    companies: tuple[tuple[str, str | None], ...]


def person(dice: Random) -> str:
    """A name; namesakes are as frequent as in life."""
    return dice.choice(SURNAMES) + dice.choice(GIVEN) + (dice.choice(GIVEN) if dice.random() < 0.7 else "")


def town(dice: Random, office: Habits) -> Town:
    """Draw a town: two numbers in three from its own sixty blocks of ten thousand, the rest from anywhere."""
    blocks = [f"1{dice.randint(30, 99)}{dice.randint(0, 9_999):04}" for _ in range(60)]

    def number() -> str:
        own = dice.random() < 0.66
        return f"{dice.choice(blocks)}{dice.randint(0, 9_999):04}" if own else f"1{dice.randint(3 * 10**9, 10**10 - 1)}"

    people: list[tuple[str, str | None]] = []
    while len(people) < 10_000:
        mine: str | None = number()
        drawn = dice.random()
        if drawn < 0.02:
            mine = dice.choice((None, *FILLERS))
        family = dice.choice((3, 3, 3, 4, 5)) if drawn > 0.9985 else 2 if drawn > 0.96 else 1
        people += [(person(dice), mine) for _ in range(family)]
    groups = []
    for _ in range(150):
        first, size = dice.randrange(8_990), dice.choice((2, 2, 2, 3, 3, 4, 5))
        groups.append(tuple(range(first, first + size)))
    companies: list[tuple[str, str | None]] = [
        (f"{dice.choice('江云赣溪安')}{dice.choice('瑞恒鼎博信联宏盛')}{at}{dice.choice(TRADES)}公司",
         f"0799{dice.randint(6_000_000, 6_999_999)}" if dice.random() < 0.4 else number())
        for at in range(420)
    ]  # fmt: skip
    for _ in range(office.agents):
        whose, at = number(), dice.randrange(400)
        for place in range(at, at + dice.randint(2, 9)):
            companies[place] = (companies[place][0], whose)
    return Town(tuple(people), tuple(groups), tuple(companies))
