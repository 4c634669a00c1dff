"""Reasons in lines: each whole where it fits, the sign with its number, no line beginning with a closing mark."""

import pytest

from jobhome_score.reports.wrapping import CLOSING, packed, width, wrapped

REASONS = ["线上企业回访 80% / 90% −1", "线上求职者联系 90% / 100% −1", "岗位推荐 567/570 达标 −1"]


def test_as_many_reasons_stand_on_a_line_as_fit_whole() -> None:
    assert list(packed(REASONS, "；", 80)) == [
        "线上企业回访 80% / 90% −1；线上求职者联系 90% / 100% −1；",
        "岗位推荐 567/570 达标 −1",
    ]
    assert list(packed(REASONS, "；", 33)) == [f"{REASONS[0]}；", f"{REASONS[1]}；", REASONS[2]]
    assert list(packed(["Dirt ×1 −1", "Late repairs ×1 −1"], "; ", 40)) == ["Dirt ×1 −1; Late repairs ×1 −1"]
    assert list(packed(["Dirt ×1 −1", "Late repairs ×1 −1"], "; ", 20)) == ["Dirt ×1 −1;", "Late repairs ×1 −1"]
    assert list(packed([], "；", 20)) == []


@pytest.mark.parametrize("columns", range(8, 60))
def test_no_line_is_too_wide_or_begins_or_ends_badly(columns: int) -> None:
    lines = list(packed(REASONS, "；", columns))
    assert all(width(line) <= max(columns, 10) for line in lines)
    assert not any(line[0] in CLOSING or line[-1] in "−×≥≤¥" for line in lines)
    assert "".join(lines).replace(" ", "") == "；".join(REASONS).replace(" ", "")


def test_an_amount_keeps_its_sign_and_its_currency() -> None:
    assert "−¥1,140,000.00" in list(wrapped("差额共计 −¥1,140,000.00 元", 14))
