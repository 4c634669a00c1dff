"""How an office spells what the ledgers accept: dates, numbers, yes and no, choices, names, headers."""

from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from random import Random

from .columns import Sheet

EPOCH = date(1899, 12, 30)
CHOICES = {
    "专职": ("全职", "专职人员"),
    "实习": ("实习生",),
    "见习": ("就业见习",),
    "兼职": ("兼职人员",),
    "线上线下": ("线上+线下", "线下+线上"),
    "线下": ("现场",),
    "市外": ("市外省内",),
    "高校": ("高校聚集地", "校园"),
    "企业": ("用人单位", "单位"),
    "求职者": ("求职人员", "个人"),
    "前台": ("前台登记",),
    "日常": ("日常招聘会",),
    "主题": ("主题招聘会", "专项"),
    "外出": ("外出招聘",),
    "未成功": ("未就业", "失败"),
    "成功": ("已就业",),
    "出勤": ("正常出勤", "正常"),
}
HEADERS = {
    "企业数": ("参会企业", "参会企业数"),
    "岗位数": ("提供岗位数", "岗位数量"),
    "入场人次": ("入场人数", "接待人次", "求职人次"),
    "企业名称": ("走访企业", "单位名称"),
    "电话": ("联系电话", "手机", "手机号"),
    "用工类型": ("用工性质",),
    "回访成功": ("是否回访成功", "是否回访"),
    "已联系": ("是否联系",),
    "场观": ("观看人次",),
    "日期": ("时间",),
}
UNITS = {
    "companies": "家",
    "positions": "个",
    "visitors": "人次",
    "served": "人次",
    "views": "次",
    "participants": "人",
    "eligible": "人",
    "recommendations": "次",
    "openings": "个",
}
YES = (True, "是", "√", "✓", "Y", "有", "true", 1, "1", "已")
NO = (False, "否", "×", "N", "无", "false", 0, "0", "未")


def full_width(text: str) -> str:
    """The same signs as wide as Chinese ones."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)


def spell_date(dice: Random, moment: date) -> object:
    """A date in one of the accepted spellings."""
    year, month, day = moment.year, moment.month, moment.day
    return dice.choice((
        moment,
        datetime.combine(moment, time(9, 30)),
        (moment - EPOCH).days,
        moment.isoformat(),
        f"{year}/{month}/{day}",
        f"{year}.{month}.{day}",
        f"{year}年{month}月{day}日",
        f"{moment:%Y%m%d}",
        int(f"{moment:%Y%m%d}"),
        f"{moment.isoformat()} 09:30",
        full_width(f"{year}年{month}月{day}日"),
        f" {moment.isoformat()} ",
    ))  # fmt: skip


def spell_count(dice: Random, number: int, unit: str) -> object:
    """A whole number as a number or as text, with a unit, in full width, with separators."""
    ways: list[object] = [
        number,
        float(number),
        str(number),
        f"{number:,}",
        full_width(str(number)),
        f"{number}{unit}",
        f" {number} ",
    ]
    if number >= 10_000 and number % 1000 == 0:
        ways.append(f"{Decimal(number) / 10_000}万")
    return dice.choice(ways)


def spell_money(dice: Random, amount: Decimal) -> object:
    """An amount of money."""
    return dice.choice((f"{amount:.2f}", f"{amount:,.2f}", f"¥{amount:,.2f}", f"{amount:.2f}元"))


def spell_name(dice: Random, name: str) -> str:
    """A name with blanks in it or around it, or in full width."""
    return dice.choice((name, name, f" {name}", f"{name[:1]} {name[1:]}", f"{name}\u3000", full_width(name)))


def spell_phone(dice: Random, phone: str) -> object:
    """A phone as text, with hyphens, in full width, or as a number where no digit is lost."""
    hyphens = f"{phone[:3]}-{phone[3:7]}-{phone[7:]}"
    return dice.choice((phone, hyphens, full_width(phone), phone if phone.startswith("0") else int(phone)))


def spell_covers(dice: Random, covers: str) -> object:
    """The month or quarter a report covers."""
    year = int(covers[:4])
    if "Q" in covers:
        quarter = "一二三四"[int(covers[5:]) - 1]
        return dice.choice((covers, f"{year}年第{quarter}季度"))
    month = int(covers[5:])
    return dice.choice((covers, f"{year}年{month}月", date(year, month, 15)))


def spell_code(dice: Random, code: str) -> object:
    """An event's number, which may stand as a number where it is all digits."""
    return dice.choice((code, int(code))) if code.isdigit() and not code.startswith("0") else code


def spell_clock(dice: Random, clock: time) -> object:
    """A time of day."""
    return dice.choice((clock, f"{clock:%H:%M}", f"{clock:%H:%M:%S}"))


def spell_choice(dice: Random, choice: str) -> str:
    """A choice by its name or a synonym."""
    return dice.choice((choice, choice, f" {choice} ", *CHOICES.get(choice, ())))


def spell_indicator(dice: Random, indicator: str) -> object:
    """An indicator's number as text or as a number."""
    return dice.choice((indicator, float(indicator)))


def spell(dice: Random, kind: str, value: object, column: str) -> object:
    """One value of a kind of column; blanks stay blank."""
    match kind, value:
        case "date", date():
            return spell_date(dice, value)
        case "clock", time():
            return spell_clock(dice, value)
        case "money", Decimal():
            return spell_money(dice, value)
        case "yes_no", bool():
            return dice.choice(YES if value else NO)
        case "count", int():
            return spell_count(dice, value, UNITS.get(column, ""))
    return spell_text(dice, kind, value) if isinstance(value, str) else value


def spell_text(dice: Random, kind: str, value: str) -> object:
    """One text of a kind of column."""
    ways: dict[str, Callable[[Random, str], object]] = {
        "choice": spell_choice,
        "name": spell_name,
        "phone": spell_phone,
        "covers": spell_covers,
        "indicator": spell_indicator,
        "code": spell_code,
    }
    return ways[kind](dice, value) if kind in ways else value


def spell_header(dice: Random, sheet: Sheet, column: str, chinese: str) -> str:
    """A column's header: its name or a synonym, maybe with a unit in brackets or a blank."""
    taken = {name for _, name, _ in sheet.columns}
    names = [chinese, chinese, column, *(name for name in HEADERS.get(chinese, ()) if name not in taken)]
    name = dice.choice(names)
    unit = UNITS.get(column, "")
    return (
        dice.choice((name, f" {name}", f"{name}（{unit}）", f"{name}({unit})"))
        if unit
        else dice.choice((name, f"{name} "))
    )
