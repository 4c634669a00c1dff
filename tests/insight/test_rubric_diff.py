"""Two rubrics differ where they say different things, and nowhere else."""

import json

import pytest
from tests.rubric.small import SMALL, changed, line_of, read

from jobhome_score.insight.rubric_diff import Change, rubric_changes
from jobhome_score.reports.rubric_diff_text import Side, about, rubric_diff_json, rubric_diff_text
from jobhome_score.rubric.source import packaged
from jobhome_score.rubric.yaml_nodes import read_nodes


def changes(after: str, before: str = SMALL) -> tuple[Change, ...]:
    read(before), read(after)
    return tuple(rubric_changes(read_nodes("a.yaml", before), read_nodes("b.yaml", after)))


def text(after: str, before: str = SMALL) -> str:
    sides = (Side("a.yaml", read(before)), Side("b.yaml", read(after)))
    return rubric_diff_text(changes(after, before), sides, "zh")


def test_a_rubric_does_not_differ_from_itself() -> None:
    whole = packaged().read_text(encoding="utf-8")
    assert changes(whole, whole) == ()
    assert text(SMALL) == "a.yaml 与 b.yaml：内容相同。\n"


SAME = [
    ("    points: 10\n    indicators", "    points: 10.00\n    role: base\n    indicators"),
    ("deduct: {points: 1, per: 1}", "deduct: {points: 1.0, per: 1, part_step: ignored, combine: sum, cap: none}"),
    ("      loose: {zh: 从宽, en: No}\n", "      loose: {en: No, zh: 从宽}\n      # 说明\n"),
    ("      firm: {zh: 从严, en: Yes}\n", "      firm: {zh: 从严, en: Yes}\n    default: loose\n"),
    ("where: {kind: 日常}, take: count", "where: {kind: [日常]}, each: [period], take: count"),
    ("{reading: strict, loose: 3, firm: 5}", "{reading: strict, firm: 5, loose: 3}"),
    ("        cap: 6\n", "        unpriced: []\n        cap: 6\n"),
    ("title: {zh: 联系率, en: Rate}", 'title: {zh: "联系率", en: "Rate"}'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_says_the_same_is_the_same(old: str, new: str) -> None:
    assert changes(changed(old, new)) == ()


def test_things_with_an_id_may_stand_in_another_order() -> None:
    head, rest = SMALL.split("          - id: sessions\n")
    first, second = rest.split("          - id: rate\n")
    second, end = second.split("settlement:\n")
    turned = f"{head}          - id: rate\n{second}          - id: sessions\n{first}settlement:\n{end}"
    assert turned != SMALL
    assert changes(turned) == ()


DIFFERENT = [
    ("        cap: 6\n", "        cap: 5\n", "cap", "1 招聘 › 1.1 场次 › 最多", "6 → 5"),
    ("        cap: 6\n", "", "cap", "1 招聘 › 1.1 场次 › 最多", "删去：6"),
    ("target: {at_least: 90%}", "target: {at_least: 95%}", "target", "rate 联系率 › 要求 › 不少于", "90% → 95%"),
    ("target: {at_least: 90%}", "target: {more_than: 90%}", "target", "rate 联系率 › 要求 › 多于", "增加：90%"),
    ("deduct: {points: 1, per: 1}", "deduct: {points: 0.5, per: 1}", "price", "sessions 场次 › 扣分 › 分值", "1 → 0.5"),
    ("per: breach", "per: 1%", "price", "rate 联系率 › 扣分 › 每", "每处 → 1%"),
    ("{reading: strict, loose: 3, firm: 5}", "{reading: strict, loose: 3, firm: 6}", "target", "不少于 › 口径选项 firm",
     "5 → 6"),
    ("场次, en: Fairs held", "场数, en: Fairs held", "title", "1.1 场数 › 名称 › 中文", "场次 → 场数"),
    ("[岗位介绍]", "[岗位介绍, 介绍]", "catalogue", "服务目录 › 职业介绍", "增加：介绍"),
    ("[岗位介绍]}", "[岗位介绍], 信息发布: []}", "catalogue", "服务目录 › 信息发布", "增加："),
    ("{at_least: 9, pays: 100%}", "{at_least: 9, pays: 98%}", "band", "结算 › 档次 › 第1档 › 支付", "100% → 98%"),
    ("rounding: none", "rounding: half_up", "settlement", "结算 › 取整", "无 → 四舍五入"),
    ("      firm: {zh: 从严, en: Yes}\n", "      firm: {zh: 从严, en: Yes}\n    default: firm\n", "reading",
     "口径 strict › 默认选项", "loose → firm"),
    ("part_months: together", "part_months: each", "calendar", "日历 › 首尾不足整月", "together → each"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "kind", "what", "how"), DIFFERENT)
def test_a_difference_is_named_once(old: str, new: str, kind: str, what: str, how: str) -> None:
    after = changed(old, new)
    found = changes(after)
    assert about(found[0]) == kind
    said = text(after)
    assert what in said
    assert how in said
    assert len(found) == (2 if "more_than" in new else 1)


def test_readings_rules_and_obligations_come_and_go() -> None:
    rule = SMALL[SMALL.index("          - id: rate\n") : SMALL.index("settlement:\n")]
    fewer = SMALL.replace(rule, "")
    (gone,) = changes(fewer)
    assert (about(gone), gone.after) == ("rule", None)
    assert "rate 联系率\n  删去：联系率\n  a.yaml:" in text(fewer)
    duty = """obligations:
  - id: thursdays
    title: {zh: 每周四, en: Thursdays}
    measure: {of: events, take: count}
    target: {at_least: 1}
"""
    (come,) = changes(SMALL + duty)
    assert about(come) == "obligation"
    assert "增加：" in text(SMALL + duty)


def test_a_choice_against_a_number_is_told_whole() -> None:
    flat = changed("at_least: {reading: strict, loose: 3, firm: 5}", "at_least: 3").replace(
        "deduct: {points: 1, per: breach}", "deduct: {points: {reading: strict, loose: 1, firm: 2}, per: breach}"
    )
    said = text(flat)
    assert "按口径 strict：loose 3、firm 5 → 3" in said
    assert "1 → 按口径 strict：loose 1、firm 2" in said


def test_each_side_has_its_line() -> None:
    after = "# 注\n" + changed("        cap: 6\n", "        cap: 5\n")
    (one,) = changes(after)
    assert one.before is not None
    assert one.after is not None
    assert one.before.mark.line == line_of(SMALL, "cap: 6")
    assert one.after.mark.line == line_of(after, "cap: 5")
    assert f"a.yaml:{one.before.mark.line}、b.yaml:{one.after.mark.line}" in text(after)


def test_the_json_says_it_for_programs() -> None:
    after = changed("        cap: 6\n", "        cap: 5\n")
    sides = (Side("a.yaml", read(SMALL)), Side("b.yaml", read(after)))
    value = json.loads(rubric_diff_json(changes(after), sides, "en"))
    assert (value["schema"], value["same"]) == ("jobhome-score/rubric-diff/1", False)
    (one,) = value["differences"]
    assert (one["kind"], one["about"], one["a"]["text"], one["b"]["text"]) == ("changed", "cap", "6", "5")
    assert one["path"] == ["sections", "1", "indicators", "1.1", "cap"]


def test_text_of_a_rubric_is_shown_not_obeyed() -> None:
    after = changed("title: {zh: 场次, en: Fairs held}", 'title: {zh: "场\\e[31m次", en: Fairs held}')
    assert "\x1b" not in text(after)
