"""Exact numbers in and out."""

import json
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobhome_score.reports.json_text import json_text
from jobhome_score.reports.numbers import decimal_of, recalled, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("88.4", "88.4"), ("6", "6"), ("0", "0"), ("100", "100"), ("-1/8", "-0.125"), ("1/3", "0.333333"),
        ("2/3", "0.666667"), ("1/3000000", "0"), ("1/128", "0.0078125"), ("-2/3", "-0.666667"),
        ("1999999/3", "666666.333333"),
    ],
)  # fmt: skip
def test_a_fraction_in_json_is_exact_or_rounded_to_six_places(value: str, text: str) -> None:
    assert format(decimal_of(Fraction(value)), "f") == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("88.4", "88.4"), ("0.000001", "0.000001"), ("1/128", "0.01"), ("80.4896", "80.4896"), ("1/3", "0.33"), ("2", "2"),
     ("200/3", "66.67"), ("299.999/3", "100"), ("-1/3", "−0.33")],
)  # fmt: skip
def test_people_see_two_places_where_there_is_no_end(value: str, text: str) -> None:
    number = Fraction(*map(Fraction, value.split("/")))
    assert shown(number) == text


@pytest.mark.parametrize("exact", ["0.9", "87/98", "1/3", "88.4", "2/3", "0.12345", "-1/3"])
@pytest.mark.parametrize("places", [2, 4])
def test_a_number_reads_the_same_after_it_was_stored(exact: str, places: int) -> None:
    """JSON keeps six decimals; a rate of 87/98 is 88.78% in either report, not 88.7755% in one of them."""
    number = Fraction(exact)
    whole = 100 if places == 4 else 1
    assert shown(recalled(Fraction(decimal_of(number)), places) * whole) == shown(number * whole)


@given(st.decimals(-(10**12), 10**12, allow_nan=False, allow_infinity=False, places=8))
def test_a_finite_decimal_comes_back_exactly(value: Decimal) -> None:
    assert decimal_of(Fraction(value)) == value


@given(st.fractions(-(10**9), 10**9, max_denominator=10**6))
def test_rounding_is_half_up_at_six_places(value: Fraction) -> None:
    printed = decimal_of(value)
    assert abs(Fraction(printed) - value) <= Fraction(1, 2 * 10**6)
    two = Decimal(value.numerator) / Decimal(value.denominator)
    assert abs(Decimal(shown(value).replace("−", "-")) - two.quantize(Decimal("0.01"), ROUND_HALF_UP)) < Decimal("0.01")


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@settings(max_examples=40)
@given(JSON)
def test_json_comes_back_as_it_went_out(value: object) -> None:
    text = json_text(value)
    assert json.loads(text, parse_float=Decimal, parse_int=Decimal) == value
    text.encode()


def test_money_keeps_its_two_decimals_and_text_its_characters() -> None:
    text = json_text({"费用": Decimal("1140000.00"), "名称": "萍乡\u202e\x1b😀", "空": [], "无": {}})
    assert text == ('{\n  "费用": 1140000.00,\n  "名称": "萍乡\\u202e\\u001b😀",\n  "空": [],\n  "无": {}\n}\n')


@pytest.mark.parametrize("value", [0.1, Decimal("NaN"), Decimal("Infinity"), object(), b"x", {"a": [1.5]}])
def test_json_refuses_what_is_not_exact(value: object) -> None:
    with pytest.raises(TypeError):
        json_text(value)
