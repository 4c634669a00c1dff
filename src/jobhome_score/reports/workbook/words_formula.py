"""An amount in Chinese words as a formula, so that the words follow when the amount moves; in every locale alike."""

from typing import Final

DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
UNITS: Final = ("仟", "佰", "拾", "亿", "仟", "佰", "拾", "万", "仟", "佰", "拾", "元")
CLOSED: Final = (
    ("零仟", "零"), ("零佰", "零"), ("零拾", "零"), ("零零零", "零"), ("零零", "零"), ("零零", "零"),
    ("零亿", "亿"), ("零万", "万"), ("零元", "元"), ("亿万", "亿零"), ("零零", "零"), ("零元", "元"),
)  # fmt: skip
"""What is said instead of runs of zeros, in this order."""


def words_formula(cell: str) -> str:
    """The words for the amount in a cell: 人民币壹佰壹拾肆万元整; below a hundred thousand million yuan."""
    fen = f"ROUND(ABS({cell})*100,0)"
    yuan = f"INT({fen}/100)"
    digits = f'TEXT({yuan},"{"0" * len(UNITS)}")'
    spoken = "&".join(f'MID("{DIGITS}",MID({digits},{at},1)+1,1)&"{unit}"' for at, unit in enumerate(UNITS, 1))
    for said, instead in CLOSED:
        spoken = f'SUBSTITUTE({spoken},"{said}","{instead}")'
    whole = f'IF({yuan}=0,"",{_without_leading_zero(spoken)})'
    return f'"人民币"&IF({cell}<0,"负","")&{whole}&{_rest(fen, yuan)}'


def _without_leading_zero(spoken: str) -> str:
    """The words from the first that is not a zero, an empty 亿 or an empty 万 on."""
    marked = f'SUBSTITUTE("始"&{spoken},"始零","始")'
    for empty in ("亿零", "亿", "万零", "万", "零"):
        marked = f'SUBSTITUTE({marked},"始{empty}","始")'
    return f'SUBSTITUTE({marked},"始","")'


def _rest(fen: str, yuan: str) -> str:
    jiao, last = f"INT(MOD({fen},100)/10)", f"MOD({fen},10)"
    zero = f'IF({yuan}=0,"","零")'
    jiao_word, fen_word = (f'MID("{DIGITS}",{part}+1,1)' for part in (jiao, last))
    tail = f'IF({last}=0,"整",{fen_word}&"分")'
    part = f'IF({jiao}=0,{zero}&{fen_word}&"分",{jiao_word}&"角"&{tail})'
    return f'IF(MOD({fen},100)=0,IF({yuan}=0,"零元整","整"),{part})'
