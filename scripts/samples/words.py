"""Invented people, companies and telephone numbers."""

from dataclasses import dataclass
from random import Random

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建文辉斌宇浩欣怡子涵雨晨梓睿思佳俊凯"
PLACES = ("云溪", "云溪经开区", "江右", "赣云", "溪畔")
HEADS = ("瑞", "恒", "鼎", "华", "博", "信", "联", "宏", "腾", "盛", "旭", "泰", "创", "立", "诚", "安")
TAILS = ("达", "远", "丰", "源", "科", "通", "美", "康", "兴", "邦", "峰", "和")
TRADES = ("电子", "陶瓷", "食品", "纺织", "智能装备", "新材料", "物流", "家政服务", "餐饮管理", "商贸", "医药", "建材")
PREFIXES = ("130", "131", "132", "133", "134", "135", "136", "137", "138", "139", "150", "151", "152", "153")

# Companies take their numbers from here on, people from 0.
COMPANY_PHONES = 120_000

# Shares no factor with the number of phones, so that no two serials get one number.
SCATTER = 48_611


@dataclass(frozen=True)
class Party:
    """Somebody who can be called: a person or a company, and the number."""

    name: str
    phone: str


def phone(serial: int) -> str:
    """Return an invented mobile number; no operator hands out numbers with 0000 in the middle.

    Serials that follow one another get numbers far apart, as people who come one after the other have them.
    """
    serial = serial * SCATTER % (len(PREFIXES) * 10_000)
    return f"{PREFIXES[serial // 10_000]}-0000-{serial % 10_000:04d}"


def person(rng: Random, serial: int) -> Party:
    """Return an invented person; the number is the serial's alone, the name may occur twice."""
    name = rng.choice(SURNAMES) + rng.choice(GIVEN) + (rng.choice(GIVEN) if rng.random() < 0.6 else "")
    return Party(name, phone(serial))


def companies(rng: Random, count: int) -> tuple[Party, ...]:
    """Return `count` invented companies with names of their own; a name has the same number wherever it is drawn."""
    every = [
        f"{place}{head}{tail}{trade}有限公司"
        for place in PLACES
        for head in HEADS
        for tail in TAILS
        for trade in TRADES
    ]
    numbers = {name: phone(COMPANY_PHONES + n) for n, name in enumerate(every)}
    return tuple(Party(name, numbers[name]) for name in rng.sample(every, count))
