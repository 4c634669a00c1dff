"""Both ends of what a year comes to where ledgers are absent: with the worst that they may hold, and with the best."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from jobhome_score.assessment import Assessment, adds
from jobhome_score.named import NamedTuple
from jobhome_score.reports.numbers import shown
from jobhome_score.rubric.document import Role
from jobhome_score.scoring.results import SectionScore


class Best(NamedTuple):
    """What each section and each indicator adds to the total at the better end; empty where there is one end only."""

    sections: Mapping[str, Fraction]
    lines: Mapping[str, Fraction]


def best_of(assessment: Assessment) -> Best:
    """The better end of an assessment, by ids."""
    sections = () if assessment.best is None else assessment.best.score.sections
    return Best(
        {one.section.id: section_reached(one) for one in sections},
        {line.indicator.id: adds(line, one.section.role) for one in sections for line in one.indicators},
    )


def section_reached(section: SectionScore) -> Fraction:
    """What a section adds to the total; less than nothing for penalties."""
    return -section.score if section.section.role is Role.PENALTY else section.score


def span(low: Fraction, high: Fraction | None, text: Callable[[Fraction], str] = shown) -> str:
    """Both ends in words, or the one that there is."""
    return text(low) if high is None else ends(text(low), text(high))


def ends(low: str, high: str) -> str:
    """Both ends, or one where they are alike."""
    return low if low == high else f"{low} – {high}"


def parts(assessment: Assessment) -> Mapping[str, str]:
    """Base, bonus and penalties as the total is made of them."""
    score, best = assessment.score, assessment.score if assessment.best is None else assessment.best.score
    return {
        "base": span(score.base, best.base),
        "bonus": span(score.bonus, best.bonus),
        "penalty": span(score.penalty, best.penalty),
    }
