"""The rubric language: what a rubric may not say, and where the problem is put."""

from fractions import Fraction
from pathlib import Path
from textwrap import indent

import pytest
from tests.rubric.small import SMALL, changed, line_of, problems, read

from jobhome_score.rubric.nodes import RubricError
from jobhome_score.rubric.source import check_every_option, load_rubric, read_rubric

MEASURE = "{of: events, where: {kind: 日常}, take: count}"
RATIO = "{of: online, take: {ratio: [contacted, all]}, if_empty: missed}"
PRICE = "deduct: {points: 1, per: 1}"
TARGET = "target: {at_least: 90%}"
CHOICE = "{reading: strict, loose: 3, firm: 5}"
BANDS = "- {at_least: 9, pays: 100%}"
TAKE = "{ratio: [contacted, all]}"


def test_the_small_rubric_itself_is_right() -> None:
    assert problems(SMALL) == ()
    assert check_every_option(read(SMALL)) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "facts"),
    [
        # names, with the nearest right one
        ("        cap: 6", "        capp: 6", "key-unknown", {"name": "capp", "near": "cap"}),
        ("settlement:", "settlements:", "key-unknown", {"name": "settlements", "near": "settlement"}),
        (MEASURE, "{off: events, take: count}", "key-unknown", {"name": "off", "near": "of"}),
        (MEASURE, "{of: event, take: count}", "view-unknown", {"name": "event", "near": "events"}),
        (MEASURE, "{of: xyzzy, take: count}", "view-unknown", {"near": ""}),
        (MEASURE, "{of: events, where: {kinds: 日常}, take: count}", "column-unknown", {"near": "kind"}),
        (MEASURE, "{of: events, where: {kind: 日常的}, take: count}", "choice-unknown", {"near": "日常"}),
        (MEASURE, "{of: events, where: {kind: [日常, 主提]}, take: count}", "choice-unknown", {"near": "主题"}),
        (MEASURE, "{of: events, where: {offline: 是}, take: count}", "value", {"wants": "true、false"}),
        (MEASURE, "{of: events, where: {companies: many}, take: count}", "value", {"wants": "number"}),
        (MEASURE, "{of: events, where: {companies: {atleast: 5}}, take: count}", "key-unknown", {"near": "at_least"}),
        (MEASURE, "{of: events, each: mont, take: count}", "column-unknown", {"name": "mont"}),
        (MEASURE, "{of: events, take: counts}", "take-unknown", {"near": "count"}),
        (MEASURE, "{of: events, take: {summ: companies}}", "take-unknown", {"name": "companies"}),
        (MEASURE, "{of: events, take: {sum: company}}", "column-unknown", {"near": "companies"}),
        (MEASURE, "{of: events, take: {sum: companies, mean: companies}}", "one-take", {}),
        # what would be ignored, or could not be worked out
        (MEASURE, "{of: events, take: {a: {b: count}}}", "one-take", {}),
        (MEASURE, "{of: events, take: {distinct: []}}", "list", {}),
        (MEASURE, "{of: events, take: {sum: theme}}", "value", {"value": "theme", "wants": "number-column"}),
        (MEASURE, "{of: events, take: {mean: date}, if_empty: met}", "value", {"wants": "number-column"}),
        (MEASURE, "{of: events, take: {multiples: {}}}", "value", {"wants": "positive"}),
        (MEASURE, "{of: events, take: {multiples: {companies: 0}}}", "value", {"wants": "positive"}),
        (MEASURE, "{of: duties, take: count}", "view-unknown", {}),
        (MEASURE, "{of: duty_gaps, take: {growth: gap}}", "value", {"wants": "number-column"}),
        (MEASURE, "{of: gig_callbacks, take: {growth: due}}", "column-unknown", {"name": "date"}),
        (MEASURE, "{of: events, where: {theme: {at_least: 5}}, take: count}", "value", {"wants": "number-column"}),
        (MEASURE, "{of: events, where: {companies: {contains: 5}}, take: count}", "value", {"wants": "text-column"}),
        (MEASURE, "{of: events, where: {date: 2025-09-04}, take: count}", "value", {"wants": "text-column"}),
        (MEASURE, "{of: events, where: {theme: {contains: [a]}}, take: count}", "value", {"wants": "text"}),
        (MEASURE, "{of: events, where: {theme: {contains: a, at_least: 1}}, take: count}", "key-unknown", {}),
        (MEASURE, "{of: events, where: {companies: {}}, take: count}", "mapping", {}),
        (MEASURE, "{of: events, where: {kind: []}, take: count}", "list", {}),
        (MEASURE, "{of: events, where: {any: []}, take: count}", "list", {}),
        (MEASURE, "{of: events, where: {any: {kind: 日常}}, take: count}", "list", {}),
        (MEASURE, "{of: events, where: {any: [{kind: 日常, mode: 线下}]}, take: count}", "mapping", {"of": "any"}),
        (MEASURE, "{of: events, each: [], take: count}", "list", {}),
        (MEASURE, "{of: events, each: [month, kind], take: count}", "column-unknown", {"name": "month"}),
        (MEASURE, "{of: events, keep: {best: 3}, take: count}", "value", {"value": "count", "wants": "mean"}),
        (MEASURE, "{of: visits, keep: {best: 3}, take: {mean: vacancies}, if_empty: met}", "column-unknown", {}),
        (PRICE, "deduct: {points: {column: theme}, per: 1}", "value", {"wants": "number-column"}),
        (PRICE, "deduct: {points: {column: point}, per: 1}", "column-unknown", {"name": "point"}),
        (PRICE, "deduct: {points: 1, per: 0}", "value", {"wants": "positive"}),
        (PRICE, "deduct: {points: 1, per: 0%}", "value", {"wants": "positive"}),
        (PRICE, PRICE + "\n            zero: indicator", "column-unknown", {"name": "indicator"}),
        ("{职业介绍: [岗位介绍]}", "{职业介绍: [岗位介绍], 岗位 介绍: []}", "id-twice", {}),
        # what must be there
        (MEASURE, "{take: count}", "key-missing", {"key": "of"}),
        (MEASURE, "{of: events}", "key-missing", {"key": "take"}),
        ("            " + PRICE + "\n", "", "key-missing", {"key": "deduct"}),
        ("            " + TARGET + "\n", "", "key-missing", {"key": "target"}),
        ('version: "1"\n', "", "key-missing", {"key": "version"}),
        ("{zh: 小, en: Small}", "{zh: 小}", "key-missing", {"key": "en"}),
        (RATIO, "{of: online, take: {ratio: [contacted, all]}}", "if-empty-needed", {}),
        (RATIO, "{of: online, take: {mean: recommendations}}", "if-empty-needed", {}),
        (TAKE, "{ratio: [contacted]}", "ratio", {}),
        # numbers
        (PRICE, "deduct: {points: 1_000, per: 1}", "value", {"value": "1_000"}),
        (PRICE, "deduct: {points: 010, per: 1}", "value", {"value": "010"}),
        (PRICE, "deduct: {points: 1:30, per: 1}", "value", {"value": "1:30"}),
        (PRICE, "deduct: {points: -1, per: 1}", "value", {"value": "-1"}),
        (PRICE, "deduct: {points: 0.125, per: 1}", "value", {"value": "0.125"}),
        (PRICE, "deduct: {points: 10001, per: 1}", "value", {"value": "10001"}),
        (PRICE, "deduct: {points: 1, per: many}", "value", {"value": "many"}),
        (PRICE, "deduct: {points: 1, per: 1, part_step: half}", "value", {"value": "half"}),
        (PRICE, "deduct: {points: 1, per: 1, combine: best}", "value", {"value": "best"}),
        (TARGET, "target: {at_least: NO}", "value", {"value": "NO"}),
        (TARGET, "target: {at_least: 90%, at_most: 95%}", "one-comparison", {}),
        (TARGET, "target: {a: {at_least: 90%}, b: {at_most: 1}}", "targets-differ", {}),
        (MEASURE, "{of: events, months: [0], take: count}", "months", {}),
        (MEASURE, "{of: events, months: [13], take: count}", "months", {}),
        ("part_months: together", "part_months: apart", "value", {"value": "apart"}),
        ("{part_months: together}", "{part_months: each, off: [2024-02-30]}", "value", {"value": "2024-02-30"}),
        # sums
        ("    points: 10\n    ind", "    points: 11\n    ind", "points-differ", {"sum": "10", "points": "11"}),
        ("        points: 10\n        cap", "        points: 9\n        cap", "points-differ", {"sum": "9"}),
        ("out_of: 10", "out_of: 100", "points-differ", {"sum": "10", "points": "100"}),
        ("          - id: rate", "          - id: sessions", "id-twice", {"name": "sessions"}),
        # bands
        (BANDS, "- {at_least: 0, pays: 100%}", "bands", {}),
        (BANDS, "- {at_least: 9, pays: 100%}\n    - {at_least: 9, pays: 95%}", "bands", {}),
        ("- {at_least: 0, pays", "- {at_least: 1, pays", "bands", {"floor": "0"}),
        (BANDS, "- {at_least: 9, pays: 101%}", "value", {"value": "101%"}),
        (BANDS, "- {at_least: 9, pays: 100}", "value", {"value": "100"}),
        (BANDS, "- {at_least: 9, pays: score/total}", "value", {"value": "score/total"}),
        # readings
        (CHOICE, "{reading: strikt, loose: 3, firm: 5}", "reading-unknown", {"near": "strict"}),
        (CHOICE, "{reading: strict, lose: 3, firm: 5}", "option-unknown", {"near": "loose"}),
        (CHOICE, "{reading: strict, loose: 3}", "reading-without-option", {"option": "firm"}),
        (CHOICE, "3", "reading-unused", {"name": "strict"}),
        ("    options:\n", "    default: strict\n    options:\n", "option-unknown", {"name": "strict"}),
    ],
)  # fmt: skip
def test_what_a_rubric_may_not_say(old: str, new: str, code: str, facts: dict[str, str]) -> None:
    text = changed(old, new)
    found = [problem for problem in problems(text) if problem.code == code]
    assert found, problems(text)
    told = dict(found[0].facts)
    assert {name: told.get(name) for name in facts} == facts
    assert 1 <= found[0].mark.line <= text.count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ("        cap: 6", "        capp: 6", "capp"),
        (MEASURE, "{of: event, take: count}", "of: event,"),
        (PRICE, "deduct: {points: 010, per: 1}", "points: 010"),
        ("loose: 3, firm: 5", "lose: 3, firm: 5", "lose: 3"),
    ],
)
def test_a_problem_stands_where_it_is(old: str, new: str, at: str) -> None:
    text = changed(old, new)
    lines = {problem.mark.line for problem in problems(text)}
    assert line_of(text, at) in lines


def test_several_problems_are_found_at_once() -> None:
    text = (
        SMALL.replace("cap: 6", "capp: 6").replace("rounding: none", "rounding: up").replace("1, per: 1", "1, per: x")
    )
    assert [problem.code for problem in problems(text)] == ["key-unknown", "value", "value"]


def test_a_target_under_a_reading_is_what_its_option_says() -> None:
    source = read(SMALL)
    for option, number in (("loose", 3), ("firm", 5)):
        rule = source.under({"strict": option}).indicators()["1.1"].rules[0]
        assert rule.terms[0].targets[""].number == number
    assert source.options({}) == {"strict": "loose"}
    assert source.options({"strict": "firm"}) == {"strict": "firm"}
    assert source.depends() == {"1.1": ("strict",), "": ()}


def test_a_problem_in_an_option_that_is_not_the_default_is_found_too() -> None:
    source = read(changed("firm: 5", "firm: five"))
    assert [problem.code for problem in check_every_option(source)] == ["value"]


def test_percentages_are_exact() -> None:
    rule = read(SMALL).under({}).indicators()["1.1"].rules[1]
    assert (rule.terms[0].targets[""].number, rule.terms[0].targets[""].percent) == (Fraction(9, 10), True)


def test_a_file_that_is_no_utf8_is_told_so_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_bytes("a: 1\nb: 萍乡".encode("gb18030"))
    with pytest.raises(RubricError) as caught:
        load_rubric(str(path))
    (problem,) = caught.value.problems
    assert (problem.code, problem.mark.line) == ("yaml-encoding", 2)


@pytest.mark.parametrize("name", ["nowhere", "../pingxiang-2025", "nowhere.yaml"])
def test_a_rubric_that_is_nowhere(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        load_rubric(name)


def test_a_byte_order_mark_and_windows_line_ends_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "windows.yaml"
    path.write_bytes(("\ufeff" + SMALL.replace("\n", "\r\n")).encode())
    assert load_rubric(str(path)).under({}) == read_rubric("small.yaml", SMALL).under({})


WIDE = "  wide:\n    question: {zh: 宽, en: Wide}\n    options: {no: {zh: 否, en: No}, yes: {zh: 是, en: Yes}}\n"


def within_a_choice() -> str:
    """The small rubric with two lists of indicators to choose from; only the first asks for the reading `strict`."""
    head, rest = SMALL.replace("readings:\n", f"readings:\n{WIDE}").split("    indicators:\n")
    lines, settlement = rest.split("settlement:\n")
    strict, plain = indent(lines, "    "), indent(lines.replace("{reading: strict, loose: 3, firm: 5}", "3"), "    ")
    chosen = f"    indicators:\n      reading: wide\n      no:\n{strict}      yes:\n{plain}"
    return f"{head}{chosen}settlement:\n{settlement}"


def test_an_indicator_depends_on_the_readings_that_choose_the_list_it_stands_in() -> None:
    assert read(within_a_choice()).depends() == {"1.1": ("wide", "strict"), "": ()}


def test_a_reading_that_chooses_a_list_bears_on_all_that_stands_in_it() -> None:
    source = read(within_a_choice())
    assert source.bears_on("wide") == {"1.1": frozenset()}
    assert source.bears_on("strict") == {"1.1": frozenset({"sessions"})}


def test_a_reading_that_chooses_the_rules_of_an_indicator_bears_on_those() -> None:
    head, rest = SMALL.replace("readings:\n", f"readings:\n{WIDE}").split("        rules:\n")
    rules, settlement = rest.split("settlement:\n")
    sessions, rate = rules.split("          - id: rate\n")
    both = f"{sessions}          - id: rate\n{rate}"
    chosen = f"        rules:\n          reading: wide\n          no:\n{indent(sessions, '  ')}          yes:\n"
    source = read(f"{head}{chosen}{indent(both, '  ')}settlement:\n{settlement}")
    assert source.bears_on("wide") == {"1.1": frozenset({"sessions", "rate"})}
    assert source.bears_on("strict") == {"1.1": frozenset({"sessions"})}
    assert read(SMALL).bears_on("strict") == {"1.1": frozenset({"sessions"})}
