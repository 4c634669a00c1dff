"""人民币大写 after the payment rules."""

from decimal import Decimal
from random import Random

import pytest

from jobhome_score.reports.amount_in_words import amount_in_words


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1140000.00", "人民币壹佰壹拾肆万元整"),
        ("0.00", "人民币零元整"),
        ("0.05", "人民币伍分"),
        ("0.50", "人民币伍角整"),
        ("1.00", "人民币壹元整"),
        ("10.00", "人民币壹拾元整"),
        ("1409.50", "人民币壹仟肆佰零玖元伍角整"),
        ("6007.14", "人民币陆仟零柒元壹角肆分"),
        ("1680.32", "人民币壹仟陆佰捌拾元叁角贰分"),
        ("16409.02", "人民币壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "人民币叁佰贰拾伍元零肆分"),
        ("100000000.00", "人民币壹亿元整"),
        ("100000001.00", "人民币壹亿零壹元整"),
        ("100010000.00", "人民币壹亿零壹万元整"),
        ("10010000.00", "人民币壹仟零壹万元整"),
        ("1000001.00", "人民币壹佰万零壹元整"),
        ("1020304.05", "人民币壹佰零贰万零叁佰零肆元零伍分"),
        ("200900.00", "人民币贰拾万零玖佰元整"),
        ("1200000000000.00", "人民币壹万贰仟亿元整"),
        ("-114.10", "人民币负壹佰壹拾肆元壹角整"),
    ],
)
def test_an_amount_in_words(amount: str, words: str) -> None:
    assert amount_in_words(Decimal(amount)) == words


def test_a_fraction_of_a_fen_is_refused() -> None:
    with pytest.raises(ValueError, match=r"1\.005"):
        amount_in_words(Decimal("1.005"))


def test_whole_yuan_agree_with_another_implementation() -> None:
    cn2an = pytest.importorskip("cn2an")
    dice = Random(1)
    for _ in range(2_000):
        yuan = dice.randrange(1, 10 ** dice.randint(1, 12))
        assert amount_in_words(Decimal(yuan)) == f"人民币{cn2an.an2cn(str(yuan), 'rmb')}", yuan
