import json
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from importlib.resources import files
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import validate
from tests.ledger_tables import MADE, SiteYear, rubric_source, site_year
from tests.random_years import Drawn, drawn
from tests.test_properties import LEDGERS, YEARS, fast

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.insight.attribution import Setup
from jobhome_score.insight.differences import Comparison, LineDifference
from jobhome_score.insight.explanation import Given, compare
from jobhome_score.ledgers.loading import Checked
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.reports.compared_side import Told, as_stored, exactly, outcome_told, side_of
from jobhome_score.reports.comparison_json import comparison_json
from jobhome_score.reports.comparison_tables import comparison_tables
from jobhome_score.reports.comparison_text import comparison_text
from jobhome_score.reports.drawing import Screen
from jobhome_score.reports.numbers import decimal_of
from jobhome_score.reports.stored_side import stored_side

SCHEMA = json.loads(files("jobhome_score.reports").joinpath("schemas/comparison.schema.json").read_text("utf-8"))
a_year = st.integers(0, 100_000).map(drawn)


def ledgers_side(checked: Checked, assessment: Assessment, told_as: Told = exactly) -> Given:
    setup = Setup(rubric_source(), assessment.request)
    return Given(side_of(assessment, "ledgers", "zh", told_as), checked.ledgers(), setup)


def given_year(year: Drawn, dice: Random | None = None, told: Told = exactly) -> Given:
    checked = year.checked(dice)
    return ledgers_side(checked, assess(checked, rubric_source(), year.request("zero")), told)


def given_site(year: SiteYear, told: Told = exactly, **how: str) -> Given:
    return ledgers_side(year.check(), year.assess(**how), told)


def stored(year: SiteYear, **how: str) -> Given:
    return Given(stored_side(assessment_json(year.assess(**how), "zh"), "r.json"))


def compared(a: Given, b: Given, told: Told = exactly) -> Comparison:
    return compare(a, b, [rubric_source()], partial(outcome_told, told=told))


def adds_up(found: Comparison) -> None:
    assert sum((part.total for part in found.parts), Fraction(0)) == found.total
    assert sum((part.payable for part in found.parts), Decimal(0)) == found.payable
    for line in found.lines:
        name = line.either.id
        assert sum((part.lines.get(name, Fraction(0)) for part in found.parts), Fraction(0)) == line.gain


@fast
@given(a_year, st.integers(0, 1000))
def test_a_hand_in_compared_with_itself_is_the_same_in_any_order_and_under_any_names(year: Drawn, seed: int) -> None:
    found = compared(given_year(year), given_year(year, Random(seed)))
    assert found.same
    assert (found.parts, found.lines, found.duties) == ((), (), ())


def spoilt(year: Drawn, dice: Random) -> Drawn:
    """The year with some rows taken out, repeated, or mixed from two."""
    ledger = dice.choice([name for name in LEDGERS if len(year.year.get(name, ())) > 2 and name not in KEYED])
    rows = list(year.year[ledger])
    first, second = dice.sample(range(len(rows)), 2)
    mixed = {**rows[first], **dict(dice.sample(sorted(rows[second].items()), 1))}
    changed = [row for at, row in enumerate(rows) if at != second] + [mixed]
    return Drawn({**year.year, ledger: changed}, year.readings, year.as_of)


KEYED = frozenset({"staff", "attendance", "events", "livestreams", "videos", "followers", "gig_workers", "reports",
                   "findings", "complaints", "online", "callbacks", "trainings"})  # fmt: skip
"""Ledgers in which a mixed row may be an error."""


@settings(fast, max_examples=int(YEARS or "3"))
@given(a_year, a_year, st.integers(0, 1000))
def test_the_parts_add_up_to_the_whole_difference(year: Drawn, other: Drawn, seed: int) -> None:
    dice = Random(seed)
    withheld = dice.choice(LEDGERS)
    after = spoilt(spoilt(year.lacking(withheld) if seed % 3 == 0 else year, dice), dice)
    after = Drawn(after.year, other.readings if "fee_basis" not in other.readings else year.readings, None)
    found = compared(given_year(year), given_year(after, dice))
    adds_up(found)
    back = compared(given_year(after), given_year(year))
    assert (back.total, back.payable) == (-found.total, -found.payable)
    assert {line.either.id: line.gain for line in back.lines} == {line.either.id: -line.gain for line in found.lines}


@fast
@given(a_year)
def test_a_stored_result_says_what_the_ledgers_say(year: Drawn) -> None:
    checked = year.checked()
    assessment = assess(checked, rubric_source(), year.request("zero"))
    result = Given(stored_side(assessment_json(assessment, "zh"), "r.json"))
    found = compared(ledgers_side(checked, assessment, as_stored), result, as_stored)
    assert found.same
    assert found.parts == ()


FAIRS = """
招聘活动
活动编号  日期        企业数  岗位数  入场人次
A-#       2025-09-04  35      900     200      ×37
B-1       2025-09-11  35      900     200
C-1       2025-09-18  100     900     200
"""
SHORT = FAIRS.replace("B-1       2025-09-11  35      900     200", "B-1       2025-09-11  34      900     199")
"""Fair B-1 falls short of two of its figures; on the average of all fairs, of one."""


def line(found: Comparison, name: str) -> LineDifference:
    return next(one for one in found.lines if one.either.id == name)


def told(found: Comparison) -> list[tuple[str, str, int, Fraction]]:
    return [(part.cause, part.ledger, part.rows, part.total) for part in found.parts]


def test_misses_that_only_one_side_has_are_named_with_their_row() -> None:
    found = compared(given_site(site_year(FAIRS)), given_site(site_year(SHORT)))
    items = next(rule for rule in line(found, "2.1").rules if rule.either.id == "items")
    assert [(miss.a, miss.b and miss.b.name, miss.b and miss.b.value) for miss in items.misses] == [
        (None, "companies", 34),
        (None, "visitors", 199),
    ]
    assert {(spot.place.sheet, spot.place.row) for miss in items.misses for spot in miss.only_b} == {("招聘活动", 39)}
    assert told(found) == [("changed", "events", 1, Fraction(-1))]
    assert line(found, "2.1").gain == Fraction(-1)
    adds_up(found)


def test_rows_changed_removed_and_added_each_have_their_points() -> None:
    before = site_year("投诉\n日期  内容  有效\n2025-09-01  甲  是\n2025-09-02  乙  是\n2025-09-03  丙  否")
    after = site_year(
        "投诉\n日期  内容  有效\n2025-09-01  甲  否\n2026-01-05  丁  是\n2026-01-06  戊  是\n2025-09-03  丙  否"
    )
    found = compared(given_site(before), given_site(after))
    assert told(found) == [
        ("changed", "complaints", 1, Fraction("0.5")),
        ("removed", "complaints", 1, Fraction("0.5")),
        ("added", "complaints", 2, Fraction(-1)),
    ]


def test_readings_and_rows_are_told_apart_where_one_side_is_stored() -> None:
    once = stored(site_year(FAIRS), session_items="average")
    found = compared(once, given_site(site_year(SHORT), as_stored), as_stored)
    assert told(found) == [("rows", "", 0, Fraction("-0.5")), ("readings", "", 0, Fraction("-0.5"))]
    found = compared(given_site(site_year(SHORT), as_stored), once, as_stored)
    assert told(found) == [("readings", "", 0, Fraction("0.5")), ("rows", "", 0, Fraction("0.5"))]
    assert [one.name for one in found.terms] == ["reading:session_items"]


def test_two_stored_results_with_other_ledgers_and_other_readings_are_not_told_apart() -> None:
    a, b = stored(site_year(FAIRS)), stored(site_year(SHORT), session_items="average")
    found = compared(a, b, as_stored)
    assert found.undivided == "stored"
    assert told(found) == [("undivided", "", 0, Fraction("-0.5"))]


def test_without_the_rubric_of_a_stored_side_nothing_is_told_apart() -> None:
    text = assessment_json(site_year(FAIRS).assess(), "zh").replace(rubric_source().sha256, "0" * 64)
    found = compared(Given(stored_side(text, "r.json")), given_site(site_year(SHORT), as_stored), as_stored)
    assert found.undivided == "rubric:r.json"
    assert told(found) == [("undivided", "", 0, Fraction(-1))]
    assert [one.name for one in found.terms] == ["rubric"]


def test_an_altered_result_is_not_put_down_to_its_ledgers() -> None:
    year = site_year(FAIRS)
    checked = replace(year.check(), accounts=tuple(replace(one, sha256="ab") for one in year.check().accounts))
    assessment = assess(checked, rubric_source(), Request(MADE, {}))
    text = assessment_json(assessment, "zh")
    total = f'"total": {decimal_of(assessment.score.total)}'
    assert text.count(total) == 1
    altered = Given(stored_side(text.replace(total, '"total": 99.5'), "r.json"))
    found = compared(ledgers_side(checked, assessment, as_stored), altered, as_stored)
    assert [part.cause for part in found.parts] == ["program"]
    adds_up(found)


def test_an_earlier_day_is_a_cause_of_its_own() -> None:
    year = site_year(FAIRS)
    found = compared(given_site(year, as_of="2025-12-31"), given_site(year, as_of="2026-03-31"))
    assert [part.cause for part in found.parts] == ["as_of"]
    assert [one.name for one in found.terms] == ["as_of"]
    adds_up(found)


def test_another_contract_amount_moves_money_and_no_points() -> None:
    year = site_year(FAIRS)
    found = compared(given_site(year), given_site(year.on_project(合同金额="2000000")))
    assert told(found) == [("project", "project", 0, Fraction(0))]
    assert found.payable == found.a.outcome.payable > 0
    assert [(one.name, one.a, one.b) for one in found.project] == [("fee", "1000000.00", "2000000.00")]


def test_a_ledger_that_one_side_withheld_is_a_cause() -> None:
    a, b = site_year(FAIRS), site_year(FAIRS).without("招聘活动")
    found = compared(given_site(a, missing="zero"), given_site(b, missing="zero"))
    assert [(part.cause, part.ledger, part.rows) for part in found.parts] == [("withheld", "events", 39)]
    adds_up(found)


def test_every_format_says_the_same_and_hostile_names_are_harmless() -> None:
    after = site_year(SHORT.replace("B-1 ", "=1+1"))
    found = compared(given_site(site_year(FAIRS)), given_site(after))
    for lang in ("zh", "en"):
        value = json.loads(comparison_json(found, lang), parse_float=Decimal)
        validate(json.loads(comparison_json(found, lang)), SCHEMA)
        assert value["difference"]["total"] == sum(part["total"] for part in value["parts"])
        assert value["rows"][0]["added"][0]["row"] == 39
        assert "=1+1" in comparison_text(found, lang, Screen(80, colour=False))
        assert len(comparison_tables(found, lang).grids) >= 5


FINDINGS = """
    督导检查
    问题类型
    环境脏乱  ×3
    水电未关
"""
WITHDRAWN = "工作表  行号  复核结论\n督导检查  2  撤销\n督导检查  3  撤销"


def causes(found: Comparison) -> list[tuple[str, Fraction]]:
    adds_up(found)
    return [(part.cause, part.total) for part in found.parts]


def test_sides_that_differ_only_by_decisions_on_disputes_say_so() -> None:
    # two of three findings of a point each withdrawn: 2 points, whether a side is stored or not
    plain, reviewed = site_year(FINDINGS), site_year(FINDINGS).reviewed(WITHDRAWN)
    pairs = [
        (given_site(plain), given_site(reviewed)),
        (stored(plain), stored(reviewed)),
        (stored(plain), given_site(reviewed, as_stored)),
        (given_site(plain, as_stored), stored(reviewed)),
    ]
    for a, b in pairs:
        told = exactly if a.ledgers and b.ledgers else as_stored
        assert causes(compared(a, b, told))[-1] == ("reviews", 2)
        assert causes(compared(b, a, told))[-1] == ("reviews", -2)
        assert {part.cause for part in compared(a, b, told).parts} <= {"reviews", "handed_in"}


def test_what_decisions_do_is_parted_from_what_readings_and_rows_do() -> None:
    # 1.6 loses 3 + 0.5, after review 1 + 0.5; B has one utility finding more (0.5)
    more = f"{FINDINGS}    水电未关\n"
    found = compared(given_site(site_year(FINDINGS)), given_site(site_year(more).reviewed(WITHDRAWN)))
    assert [(cause, total) for cause, total in causes(found) if total] == [("added", Fraction(-1, 2)), ("reviews", 2)]
    assert compared(
        given_site(site_year(FINDINGS).reviewed(WITHDRAWN)), given_site(site_year(more).reviewed(WITHDRAWN))
    ).total == Fraction(-1, 2)
    other = compared(stored(site_year(FINDINGS)), stored(site_year(FINDINGS).reviewed(WITHDRAWN), headcount="period"))
    assert ("reviews", 2) in causes(other)


def test_a_charge_behind_its_cap_shows_what_decisions_really_did() -> None:
    # eight findings under a cap of 6: withdrawing two moves nothing
    year = site_year("督导检查\n问题类型\n环境脏乱  ×8")
    found = compared(given_site(year), given_site(year.reviewed(WITHDRAWN)))
    assert found.total == 0
    assert [one for one in causes(found) if one[0] == "reviews"] == []


def test_an_unapplied_decision_is_cautioned_against() -> None:
    year = replace(site_year(FINDINGS).reviewed(WITHDRAWN), applied=False)
    text = comparison_text(compared(given_site(year), given_site(site_year(FINDINGS))), "zh", Screen(80, colour=False))
    assert "A  台账中有复核决定 2 条，未采用（要采用请加 --reviews ledgers）" in text
