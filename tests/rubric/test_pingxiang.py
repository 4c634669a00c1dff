"""The packaged rubric against the terms: what each line is worth and may lose, and every option of every reading."""

from decimal import Decimal

import pytest
from tests.ledger_tables import rubric_source
from tests.oracle.case import DEFAULTS, OPTIONS

from jobhome_score.rubric.document import Role
from jobhome_score.rubric.source import check_every_option

LINES = """
    1.1 5 5    1.2 5 3    1.3 5 5    1.4 5 3    1.5 5 5    1.6 10 6
    2.1 10 6   2.2 10 6   2.3 5 5    2.4 5 -    2.5 10 6   2.6 10 -
    3.1 5 5    3.2 5 5    3.3 5 5
    4.1 - 5    4.2 - 5    5.1 - 5    5.2 - 5
"""


def test_points_and_caps_are_those_of_the_score_sheet() -> None:
    words = LINES.split()
    expected = dict(zip(words[::3], zip(words[1::3], words[2::3], strict=True), strict=True))
    lines = rubric_source().under({}).indicators()
    assert {name: (str(line.points or "-"), str(line.cap or "-")) for name, line in lines.items()} == expected


def test_sections_are_35_50_and_15_with_ten_of_bonus_and_ten_of_penalty() -> None:
    sections = rubric_source().under({}).sections
    assert [(section.role, section.points) for section in sections] == [
        (Role.BASE, 35), (Role.BASE, 50), (Role.BASE, 15), (Role.BONUS, 10), (Role.PENALTY, 10),
    ]  # fmt: skip


def test_the_readings_are_those_agreed_with_their_defaults() -> None:
    readings = rubric_source().readings
    assert {name: tuple(option.id for option in one.options) for name, one in readings.items()} == dict(OPTIONS)
    assert {name: one.default for name, one in readings.items()} == dict(DEFAULTS)


def test_every_option_of_every_reading_builds() -> None:
    assert check_every_option(rubric_source()) == ()


@pytest.mark.parametrize("name", sorted(OPTIONS))
def test_every_option_makes_another_rubric(name: str) -> None:
    # The bands and the calendar are of the rubric as well; a reading whose options say the same would decide nothing.
    made = [rubric_source().under({name: option}) for option in OPTIONS[name]]
    assert all(one != other for at, one in enumerate(made) for other in made[:at])


def test_every_reading_and_rule_says_where_it_comes_from_in_both_languages() -> None:
    for reading in rubric_source().readings.values():
        assert reading.cite
        assert reading.question.zh != reading.question.en
    for line in rubric_source().under({}).indicators().values():
        assert all(rule.cite and rule.says.zh and rule.says.en for rule in line.rules)


def test_the_parts_of_2_4_add_up() -> None:
    parts = rubric_source().under({}).indicators()["2.4"].rules
    assert [(part.points, part.cap) for part in parts] == [(2, 1), (2, 1), (1, 1)]


def test_the_bands_are_those_of_the_terms() -> None:
    bands = rubric_source().under({}).settlement.bands
    assert [(band.at_least, band.pays) for band in bands] == [
        (95, 1),
        (85, Decimal("0.95")),
        (0, None),
    ]


def test_the_eighteen_services_of_the_terms_are_listed() -> None:
    services = rubric_source().under({}).services
    words = [word for name, also in services.items() for word in (name, *also)]
    assert (len(services), len(set(words))) == (18, len(words))


def test_the_obligations_are_those_agreed() -> None:
    names = """
        fairs_offline fairs_online companies_total seekers_total positions_total intents_total spring_fairs
        campus_spring hundred_days private_firms_month live_week golden_autumn graduates graduate_aid
        thursdays key_industries online_beside live_weekly live_views live_positions deep_partners
        director_halves live_analysis gig_follow_ups callbacks_monthly callback_reports weekend_duty
    """
    assert [duty.id for duty in rubric_source().under({}).obligations] == names.split()
