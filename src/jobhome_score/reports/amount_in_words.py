"""人民币大写: an amount as payment documents write it, after the rules for bills and settlement vouchers."""

from decimal import Decimal
from fractions import Fraction

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ((1_000, "仟"), (100, "佰"), (10, "拾"), (1, ""))
GROUPS = ((100_000_000, "亿"), (10_000, "万"))


def amount_in_words(amount: Decimal) -> str:
    """Yuan and fen in words: 人民币壹佰壹拾肆万元整. Raises ValueError for an amount with more than two decimals."""
    fen = abs(Fraction(amount)) * 100
    if fen.denominator != 1:
        raise ValueError(amount)
    yuan, rest = divmod(fen.numerator, 100)
    words = _whole(yuan) + "元" if yuan else ""
    return "人民币" + ("负" if amount < 0 else "") + words + _rest(rest, after_yuan=bool(yuan))


def _rest(rest: int, *, after_yuan: bool) -> str:
    """Jiao and fen. A missing jiao before fen is said as zero; whole yuan and whole jiao end in 整."""
    jiao, fen = divmod(rest, 10)
    if not rest:
        return "整" if after_yuan else "零元整"
    if not jiao:
        return ("零" if after_yuan else "") + DIGITS[fen] + "分"
    return DIGITS[jiao] + "角" + (DIGITS[fen] + "分" if fen else "整")


def _whole(number: int) -> str:
    """A whole number by 亿 and 万. Zeros between digits are said once, zeros at a group's end not at all."""
    for unit, name in GROUPS:
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return _whole(high) + name + (gap + _whole(low) if low else "")
    return _group(number)


def _group(number: int) -> str:
    words, skipped = "", False
    for unit, name in PLACES:
        digit = number // unit % 10
        if digit:
            words += ("零" if skipped and words else "") + DIGITS[digit] + name
        skipped = not digit
    return words
