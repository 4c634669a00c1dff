"""How many further misses until the band falls, against every other choice of as many."""

from fractions import Fraction
from itertools import combinations_with_replacement

import pytest
from tests.ledger_tables import SiteYear
from tests.plans import ground, grounded
from tests.random_years import _books, drawn

from jobhome_score.insight.plan.ground import as_assessed
from jobhome_score.insight.plan.mirror import _begin, fall, price_of
from jobhome_score.ledgers.loading import check
from jobhome_score.reading.cells import Reading
from jobhome_score.settlement import judged


def test_the_lowest_band_cannot_fall(ledgers: SiteYear) -> None:
    assert fall(ground(ledgers)) is None


@pytest.mark.parametrize("seed", [6, 7, 14, 17, 22, 26])
def test_the_band_falls_with_the_last_miss_and_with_no_fewer(seed: int) -> None:
    year = drawn(seed)
    on = grounded(check(Reading(tuple(_books(year.year, None)))), year.readings, year.as_of, as_assessed)
    found = fall(on)
    assert found is not None
    assert found.misses is not None
    rounding = on.assessment.rubric.settlement.rounding
    lost = [one.points for one in found.misses]
    assert judged(on.now.total - sum(lost), rounding) < found.floor <= judged(on.now.total, rounding)
    assert sum(lost) > found.distance
    if 1 < found.times <= 3:
        assert not _any_falls(on, found.times - 1, found.distance)


def _any_falls(on: object, times: int, distance: Fraction) -> bool:
    """Whether any choice of so many misses takes more than the distance."""
    begun = _begin(on)  # type: ignore[arg-type]
    places = [place for place, left in begun.left.items() if left is None or left]
    for choice in combinations_with_replacement(places, times):
        state = _begin(on)  # type: ignore[arg-type]
        start = state.total()
        if any(left is not None and choice.count(place) > left for place, left in state.left.items()):
            continue
        for name, number in choice:
            state.charges[name, number] += price_of(state.rules[name].rule.terms[number])
        if start - state.total() > distance:
            return True
    return False
