"""What holds for every review of every year: random decisions on random years of the oracle."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger_tables import MADE, rubric_source
from tests.random_years import Drawn, _books, figures
from tests.test_properties import a_year, fast

from jobhome_score.assessment import Assessment, Request, assess
from jobhome_score.ledgers.catalogue import REVIEWS, ledgers
from jobhome_score.ledgers.loading import Checked, check
from jobhome_score.ledgers.reviews import in_order
from jobhome_score.reading.cells import Reading, Sheet, Workbook
from jobhome_score.reports.assessment_json import assessment_json
from jobhome_score.rubric.document import Role

Row = dict[str, Any]
HEAD = tuple(ledgers()[REVIEWS].fields)
ROWS = ("findings", "complaints", "events", "gig_workers", "publicity", "feedback", "duties", "online")
PLAIN: Row = {"verdict": "撤销", "reason": "查明", "by": "督导组", "date": dt.date(2026, 1, 5)}


def decided(rows: Sequence[Row]) -> Checked:
    """A file of decisions."""
    lines = tuple(tuple(one.get(name) for name in HEAD) for one in rows)
    sheet = Sheet("复核.xlsx", "复核", tuple(range(1, len(rows) + 2)), (HEAD, *lines))
    return check(Reading((Workbook("复核.xlsx", "f", (sheet,)),)))


def reviewed(year: Drawn, rows: Sequence[Row] | None) -> Assessment:
    found = check(Reading(tuple(_books(year.year, None))))
    request = Request(MADE, year.readings, None)
    return assess(found, rubric_source(), request, reviews=None if rows is None else decided(rows))


def drawn_rows(year: Drawn, seed: int, verdict: str, how_many: int = 12) -> list[Row]:
    """Decisions by row, by rule and by indicator, for all periods, whole or by number; never on awards."""
    dice = Random(seed)
    tables = check(Reading(tuple(_books(year.year, None)))).tables
    rubric = rubric_source().under(year.readings)
    lines = [line for section in rubric.sections if section.role is not Role.BONUS for line in section.indicators]
    start = dt.date(2026, 1, 5)
    rows: list[Row] = []
    for _ in range(how_many):
        one: Row = {**PLAIN, "verdict": verdict, "date": start}
        ledger = dice.choice([name for name in ROWS if name in tables])
        if dice.random() < 0.5 and len(tables[ledger]):
            place = tables[ledger].place(dice.randrange(len(tables[ledger])))
            one |= {"file": place.file, "worksheet": place.sheet, "row": place.row}
        else:
            line = dice.choice(lines)
            one["indicator"] = line.id
            if dice.random() < 0.7:
                one["rule"] = dice.choice(line.rules).id
                one["count"] = dice.choice((None, None, 1, 2))
            day = year.start + dt.timedelta(days=dice.randrange(360))
            one["when"] = dice.choice((None, "全年", f"{day:%Y-%m}", f"{day.year}Q{(day.month + 2) // 3}"))
        rows.append(one)
    return rows


def sealed(assessment: Assessment) -> Any:
    """The JSON without what a ledger that went in adds to it; its exact half numbers the sheets."""
    value = json.loads(assessment_json(assessment, "zh"))
    return {name: part for name, part in value.items() if name not in ("inputs", "reviews_from", "exact")}


@fast
@given(a_year)
def test_an_empty_ledger_of_decisions_changes_nothing_but_the_list_of_inputs(year: Drawn) -> None:
    empty, without = reviewed(year, []), reviewed(year, None)
    assert sealed(empty) == sealed(without)
    assert figures(empty.score) == figures(without.score)


@fast
@given(a_year, st.integers(0, 1000))
def test_upholding_changes_no_figure(year: Drawn, seed: int) -> None:
    plain, upheld = reviewed(year, None), reviewed(year, drawn_rows(year, seed, "维持"))
    assert figures(upheld.score) == figures(plain.score)
    assert upheld.payout == plain.payout


@fast
@given(a_year, st.integers(0, 1000), st.sampled_from(["撤销", "免责"]))
def test_no_order_of_the_rows_changes_a_figure(year: Drawn, seed: int, verdict: str) -> None:
    rows = drawn_rows(year, seed, verdict)
    mixed = Random(seed).sample(rows, len(rows))
    one, other = reviewed(year, rows), reviewed(year, mixed)
    assert figures(one.score) == figures(other.score)
    places = [replace(each, place=each.place._replace(row=0)) for each in in_order(one.review.decisions)]
    assert places == [replace(each, place=each.place._replace(row=0)) for each in in_order(other.review.decisions)]


@fast
@given(a_year, st.integers(0, 1000), st.sampled_from(["撤销", "免责"]))
def test_a_review_never_lowers_the_score(year: Drawn, seed: int, verdict: str) -> None:
    after = reviewed(year, drawn_rows(year, seed, verdict))
    before, plain = after.review.before, reviewed(year, None)
    assert before is not None
    assert (before.total, before.payout) == (plain.score.total, plain.payout)
    assert after.score.total >= before.total
    for section in after.score.sections:
        for line in section.indicators:
            sign = -1 if section.section.role is Role.PENALTY else 1
            adds = line.score if section.section.role is Role.BASE else sign * line.deducted
            assert adds >= before.lines[line.indicator.id]


@fast
@given(a_year, st.integers(0, 1000))
def test_more_decisions_never_give_less(year: Drawn, seed: int) -> None:
    rows = drawn_rows(year, seed, "撤销")
    assert reviewed(year, rows).score.total >= reviewed(year, rows[: len(rows) // 2]).score.total


@fast
@given(a_year)
def test_withdrawing_every_charge_gives_full_points(year: Drawn) -> None:
    rubric = rubric_source().under(year.readings)
    rows = [{**PLAIN, "indicator": line.id} for section in rubric.sections if section.role is not Role.BONUS
            for line in section.indicators]  # fmt: skip
    score = reviewed(year, rows).score
    assert all(line.score == line.indicator.points for section in score.sections for line in section.indicators
               if section.section.role is Role.BASE)  # fmt: skip
    assert score.penalty == 0


@fast
@given(a_year)
def test_withdrawing_every_row_that_is_charged_gives_what_withdrawing_the_rules_gives(year: Drawn) -> None:
    plain = reviewed(year, None)
    rules = [rule for section in plain.score.sections for line in section.indicators if line.indicator.id == "1.6"
             for rule in line.rules]  # fmt: skip
    places = {place for rule in rules for miss in rule.found for place in miss.places}
    rows = [{**PLAIN, "file": one.file, "worksheet": one.sheet, "row": one.row} for one in sorted(places)]
    after = reviewed(year, rows)
    line = next(one for section in after.score.sections for one in section.indicators if one.indicator.id == "1.6")
    assert line.deducted == 0


@fast
@given(a_year, st.integers(0, 1000))
def test_what_was_charged_is_what_stands_and_what_fell(year: Drawn, seed: int) -> None:
    """Rule by rule where misses add up one by one: steps before are the steps that stand and those that fell."""
    plain, after = reviewed(year, None), reviewed(year, drawn_rows(year, seed, "撤销"))
    rules = [[rule for section in one.score.sections for line in section.indicators for rule in line.rules]
             for one in (plain, after)]  # fmt: skip
    for before, now in zip(*rules, strict=True):
        terms = before.rule.terms
        if len(terms) == 1 and terms[0].price.combine.value == "sum" and terms[0].price.per != "cell":
            steps = sum(miss.steps for miss in before.found)
            fell = sum(one.miss.steps for one in now.reviewed)
            assert steps == sum(miss.steps for miss in now.found) + fell
