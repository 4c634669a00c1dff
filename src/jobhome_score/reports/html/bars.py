"""Bars as inline SVG: how much of the points was reached, and where the total stands among the settlement's bands."""

from fractions import Fraction
from typing import Final

from jobhome_score.assessment import Assessment
from jobhome_score.reports.html.markup import Html, element
from jobhome_score.reports.numbers import shown
from jobhome_score.reports.terminal import FAIR, GOOD
from jobhome_score.rubric.document import Role

HEIGHT: Final = "8"


def tone(share: Fraction, role: Role) -> str:
    """Which colour a share of the points has; always beside the number, never instead of it."""
    if role is not Role.BASE:
        return str(role.value)
    return "full" if share >= 1 else "good" if share >= GOOD else "fair" if share >= FAIR else "poor"


def bar(reached: Fraction, points: Fraction, role: Role) -> Html:
    """A bar of points reached (awarded, taken) of all there are."""
    share = _within(reached / points)
    said = f"{shown(reached)} / {shown(points)}"
    return _drawing(element("rect", class_="track", width="100", height=HEIGHT),
                    element("rect", class_="fill", width=_number(share), height=HEIGHT),
                    class_=f"bar {tone(share, role)}", label=said)  # fmt: skip


def gauge(assessment: Assessment) -> Html:
    """The total on the scale of the settlement, with a mark where each band begins; a range without all ledgers."""
    rules = assessment.rubric.settlement
    whole = Fraction(rules.out_of)
    total = assessment.score.total
    most = total if assessment.best is None else assessment.best.score.total
    low, high = _within(total / whole), _within(most / whole)
    marks = (_tick(_within(Fraction(band.at_least) / whole)) for band in rules.bands if band.at_least)
    return _drawing(element("rect", class_="track", width="100", height=HEIGHT),
                    element("rect", class_="open", width=_number(high), height=HEIGHT),
                    element("rect", class_="fill", width=_number(low), height=HEIGHT), *marks,
                    class_="gauge", label=f"{shown(total)} / {shown(whole)}")  # fmt: skip


def _tick(share: Fraction) -> Html:
    return element("rect", class_="tick", x=_number(share), width="0.4", height=HEIGHT)


def _drawing(*shapes: Html, class_: str, label: str) -> Html:
    return element("svg", *shapes, class_=class_, viewBox=f"0 0 100 {HEIGHT}", preserveAspectRatio="none",
                   role="img", aria_label=label)  # fmt: skip


def _within(share: Fraction) -> Fraction:
    return max(Fraction(0), min(share, Fraction(1)))


def _number(share: Fraction) -> str:
    return shown(share * 100)
