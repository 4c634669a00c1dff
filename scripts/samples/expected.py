"""What the samples must score under the default readings, worked out by hand from the plans and the clauses.

A test compares the product with this table; nothing here is computed from the workbooks. For each year:
`RULES` are deductions rule by rule (after the rule's own cap; a rule that is not listed loses nothing),
`EXPECTED` the indicators (after their caps), then bonus, penalty and what is paid.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


def _points(figures: Mapping[str, str]) -> dict[str, Decimal]:
    return {name: Decimal(figure) for name, figure in figures.items()}


# Default year: six full-time people in February; one service row below standard; one omission; 2 whole points
# short with the seekers of fairs, 1 at the front desk; one late message, one open feedback; a dirty place, a fault
# of seven working days, a light; 37 of 38 daily fairs and two short of one item each; a themed fair short of
# visitors; 98.9 % of online seekers, one with two recommendations; 178 of 181 videos, three of four section-chief
# sessions; six gig registrants, February's openings (462) and classes; February's meeting, one error.
_MIDDLING = {
    "1.1 staffing": "1",
    "1.2 substandard": "1",
    "1.3 data_errors": "0.5",
    "1.4 fair_seekers": "0.4",
    "1.4 frontdesk": "0.2",
    "1.5 messages": "0.5",
    "1.5 feedback": "0.5",
    "1.6 environment": "1",
    "1.6 faults": "1",
    "1.6 utilities": "0.5",
    "2.1 sessions": "0.5",
    "2.1 items": "1",
    "2.2 items": "0.5",
    "2.4 seeker_contact": "0.5",
    "2.4 recommendations": "0.5",
    "2.5 videos": "0.3",
    "2.5 chief_sessions": "0.5",
    "2.6 registrants": "0.6",
    "2.6 openings": "0.2",
    "2.6 training": "0.2",
    "3.3 monthly_meeting": "1",
    "3.3 content": "0.5",
}

_GOOD = {
    "1.4 frontdesk": "0.2",
    "1.5 messages": "0.5",
    "1.6 environment": "1",
    "1.6 utilities": "0.5",
    "2.1 items": "0.5",
    "2.2 items": "0.5",
    "2.6 registrants": "0.2",
    "3.3 content": "0.5",
}

# Hard year, before the indicators' caps. 1.1: 4 of 7 people, 3 duties. 1.2: 12 of 14, 3 substandard. 1.3: 4 months,
# 2 quarters, 3 errors. 1.4: 9, 14, 19, 29 whole points. 1.5: 2 of 3 channels, 6 messages, 4 feedbacks. 1.6: 3 dirty,
# 3 late faults, 1 lift, 3 of order, 2 lights. 2.1: 20 of 38, 6 items. 2.2: 7 of 12, 8 items. 2.5: 130 of 150 sessions,
# too few views, 150 of 181 videos, 80 partners and 6 % growth, 1 of 2 and 2 of 4 sessions. 2.6: 30 people, 11 months,
# 11 months, 4 quarters. 3.1: 2 sessions, nothing covered, no contest (4.5 is the most that 3.1 can lose).
_HARD = {
    "1.1 staffing": "3",
    "1.1 duties": "3",
    "1.2 provided": "2",
    "1.2 substandard": "3",
    "1.3 monthly_visits": "4",
    "1.3 quarterly_report": "2",
    "1.3 data_errors": "1.5",
    "1.4 fair_companies": "1.8",
    "1.4 fair_seekers": "2.8",
    "1.4 gig_seekers": "3.8",
    "1.4 frontdesk": "5.8",
    "1.5 channels": "1",
    "1.5 messages": "3",
    "1.5 feedback": "2",
    "1.6 environment": "3",
    "1.6 faults": "3",
    "1.6 special_equipment": "3",
    "1.6 order": "3",
    "1.6 utilities": "1",
    "2.1 sessions": "9",
    "2.1 items": "3",
    "2.2 sessions": "2.5",
    "2.2 items": "4",
    "2.3 sessions": "5",
    "2.4 company_callbacks": "1",
    "2.4 seeker_contact": "1",
    "2.4 recommendations": "1",
    "2.5 team": "1",
    "2.5 sessions": "10",
    "2.5 views": "0.5",
    "2.5 videos": "3.1",
    "2.5 reach_followers": "2",
    "2.5 director_sessions": "0.5",
    "2.5 chief_sessions": "1",
    "2.6 registrants": "2",
    "2.6 openings": "2",
    "2.6 training": "2",
    "2.6 quarterly_analysis": "2",
    "3.1 sessions": "2",
    "3.1 coverage": "0.5",
    "3.1 contest": "2",
    "3.2 trainer_class": "3",
    "3.2 career_guides": "2",
    "3.3 monthly_meeting": "3",
    "3.3 content": "2",
}


@dataclass(frozen=True)
class Outcome:
    """Awards and penalties by indicator, the zeroed indicators, and the result."""

    awarded: Mapping[str, Decimal]
    penalised: Mapping[str, Decimal]
    zeroed: frozenset[str]
    base: Decimal
    total: Decimal
    percent: Decimal
    payable: Decimal
    due: Decimal


RULES: Mapping[str, Mapping[str, Decimal]] = {
    "default": _points(_MIDDLING),
    "good-year": _points(_GOOD),
    "hard-year": _points(_HARD),
}

# The years side by side; columns: default, good, hard. 2.5 of the hard year is zeroed on top of its cap.
_TABLE = """
1.1  1    0    5
1.2  1    0    3
1.3  0.5  0    5
1.4  0.6  0.2  3
1.5  1    0.5  5
1.6  2.5  1.5  6
2.1  1.5  0.5  6
2.2  0.5  0.5  6
2.3  0    0    5
2.4  1    0    3
2.5  0.8  0    6
2.6  1    0.2  8
3.1  0    0    4.5
3.2  0    0    5
3.3  1.5  0.5  5
"""

EXPECTED: Mapping[str, Mapping[str, Decimal]] = {
    year: {line.split()[0]: Decimal(line.split()[place]) for line in _TABLE.split("\n") if line}
    for place, year in enumerate(RULES, start=1)
}

OUTCOMES: Mapping[str, Outcome] = {
    "default": Outcome(
        awarded=_points({"4.1": "1", "4.2": "0"}),
        penalised=_points({"5.1": "0.5", "5.2": "0"}),
        zeroed=frozenset(),
        base=Decimal("87.1"),
        total=Decimal("87.6"),
        percent=Decimal(95),
        payable=Decimal("1140000.00"),
        due=Decimal("540000.00"),
    ),
    "good-year": Outcome(
        awarded=_points({"4.1": "1", "4.2": "2"}),
        penalised=_points({"5.1": "0", "5.2": "0"}),
        zeroed=frozenset(),
        base=Decimal("96.1"),
        total=Decimal("99.1"),
        percent=Decimal(100),
        payable=Decimal("1350000.00"),
        due=Decimal("675000.00"),
    ),
    "hard-year": Outcome(
        awarded=_points({"4.1": "5", "4.2": "5"}),
        penalised=_points({"5.1": "5", "5.2": "5"}),
        zeroed=frozenset({"2.5"}),
        base=Decimal("20.5"),
        total=Decimal("20.5"),
        percent=Decimal("20.5"),
        payable=Decimal("200900.00"),
        due=Decimal("4900.00"),
    ),
}

# The hard year after review. Both fabrications withdrawn: 2.5 keeps its 6 of 10 deducted and scores 4, and 5.2 costs
# nothing. Two of four meetings waived: 3.3 loses 2 + 2. The adverse complaint withdrawn: seven plain ones, 3.5. The
# national award withdrawn: 2 + 2. The lift, three fairs and the rest stay behind their caps.
# 20.5 + 4 + 1 = 25.5; bonus 5 + 4, penalties 3.5; 25.5 + 9 - 3.5 = 31.
REVIEWED: Mapping[str, Outcome] = {
    "hard-year": Outcome(
        awarded=_points({"4.1": "5", "4.2": "4"}),
        penalised=_points({"5.1": "3.5", "5.2": "0"}),
        zeroed=frozenset(),
        base=Decimal("25.5"),
        total=Decimal(31),
        percent=Decimal(31),
        payable=Decimal("303800.00"),
        due=Decimal("107800.00"),
    ),
}
